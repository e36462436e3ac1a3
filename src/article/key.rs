//! On paper: a key of speakers, quotations and proposals behind the article, by the numbers at the marks. Made when
//! the browser is about to print and taken away afterwards.

use lectern_core::article::Referent;
use web_sys::{Document, Element};

use crate::card::{tidy, words};
use crate::state::view::Kind;
use crate::state::{Mark, Reading};
use crate::strings::{Fill, Strings};

/// The key's id.
const KEY: &str = "key";

/// Puts the key behind the article.
pub(super) fn show(reading: &Reading, strings: &Strings) -> Option<()> {
    remove();
    let document = gloo::utils::document();
    let article = document.get_element_by_id(super::marks::ARTICLE)?;
    let key = element(&document, "section", "key", "")?;
    key.set_id(KEY);
    speakers(&document, &key, reading, strings)?;
    let (quotations, proposals): (Vec<Mark>, Vec<Mark>) = reading
        .marks
        .iter()
        .partition(|mark| matches!(mark, Mark::Quotation(_)));
    marks(&document, &key, reading, strings, "tab-quotations", &quotations)?;
    marks(&document, &key, reading, strings, "tab-proposals", &proposals)?;
    add(&key, "p", "made", &strings.get("print-made"))?;
    article.after_with_node_1(&key).ok()
}

/// Takes the key away.
pub(super) fn remove() {
    if let Some(key) = gloo::utils::document().get_element_by_id(KEY) {
        key.remove();
    }
}

fn speakers(document: &Document, key: &Element, reading: &Reading, strings: &Strings) -> Option<()> {
    if reading.cast.is_empty() {
        return Some(());
    }
    add(key, "h2", "", &strings.get("tab-speakers"))?;
    let list = element(document, "ul", "", "")?;
    for &id in &reading.cast {
        let speaker = reading.article.speakers.get(id.0 as usize)?;
        let facts = reading.facts.get(id.0 as usize)?;
        let counts = strings.with(
            "speaker-counts",
            &[
                ("quotations", Fill::Number(facts.quotations.len())),
                ("proposals", Fill::Number(facts.proposals.len())),
            ],
        );
        let role = speaker
            .role
            .as_ref()
            .map(|role| format!(", {role}"))
            .unwrap_or_default();
        let item = element(document, "li", "", "")?;
        add(&item, "strong", "", &speaker.name)?;
        item.append_child(&document.create_text_node(&format!("{role} — {counts}")))
            .ok()?;
        list.append_child(&item).ok()?;
    }
    key.append_child(&list).ok()?;
    Some(())
}

fn marks(
    document: &Document,
    key: &Element,
    reading: &Reading,
    strings: &Strings,
    title: &str,
    marks: &[Mark],
) -> Option<()> {
    if marks.is_empty() {
        return Some(());
    }
    add(key, "h2", "", &strings.get(title))?;
    let list = element(document, "ul", "", "")?;
    for &mark in marks {
        let (letter, id) = match mark {
            Mark::Quotation(id) => ("Q", id.0),
            Mark::Proposal(id) => ("P", id.0),
        };
        let kind = strings.get(&format!(
            "kind-{}",
            Kind::of(reading, mark).map_or("direct", Kind::name)
        ));
        let who = match reading.referent(mark) {
            Referent::Named(speaker) | Referent::Resolved(speaker) => reading.name(*speaker).to_owned(),
            Referent::Ambiguous(candidates) => {
                let names: Vec<&str> = candidates.iter().map(|&speaker| reading.name(speaker)).collect();
                strings.about("who-one-of", &names.join(&strings.get("list-or")))
            }
            Referent::None => strings.get("who-nobody"),
        };
        let item = element(document, "li", "", "")?;
        add(&item, "strong", "", &format!("{letter}{}", id + 1))?;
        let text = format!(" {kind} — {who}: {}", words(reading, mark));
        item.append_child(&document.create_text_node(&text)).ok()?;
        if let Mark::Proposal(id) = mark {
            items(document, &item, reading, strings, reading.proposal(id)?)?;
        }
        list.append_child(&item).ok()?;
    }
    key.append_child(&list).ok()?;
    Some(())
}

fn items(
    document: &Document,
    into: &Element,
    reading: &Reading,
    strings: &Strings,
    proposal: &lectern_core::article::Proposal,
) -> Option<()> {
    let found = proposal.items.len();
    if let Some(stated) = proposal.stated_count {
        let words = strings.with(
            "items-stated",
            &[
                ("stated", Fill::Number(stated as usize)),
                ("found", Fill::Number(found)),
            ],
        );
        into.append_child(&document.create_text_node(&format!(" ({words})")))
            .ok()?;
    }
    if found > 0 {
        let list = element(document, "ol", "", "")?;
        for &item in &proposal.items {
            add(&list, "li", "", &tidy(reading.text(item)))?;
        }
        into.append_child(&list).ok()?;
    }
    Some(())
}

/// A new element with text at the end of another.
fn add(into: &Element, tag: &str, class: &str, text: &str) -> Option<()> {
    let element = element(&gloo::utils::document(), tag, class, text)?;
    into.append_child(&element).ok().map(drop)
}

fn element(document: &Document, tag: &str, class: &str, text: &str) -> Option<Element> {
    let element = document.create_element(tag).ok()?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    Some(element)
}
