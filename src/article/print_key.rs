//! On paper: a key of speakers, quotations and proposals behind the article, by the numbers at the marks. Made when
//! the browser is about to print and taken away afterwards.

use wasm_bindgen::JsValue;
use web_sys::{Document, Element};

use super::Done;
use crate::parts::who_words;
use crate::state::reading::tidy;
use crate::state::view::Kind;
use crate::state::{Mark, Reading, View};
use crate::strings::{Key, Strings};

/// The key's id.
const KEY: &str = "key";

/// Puts the key behind the article.
pub(super) fn show(reading: &Reading, strings: &Strings, view: &View) -> Done {
    remove();
    let document = gloo::utils::document();
    let Some(article) = document.get_element_by_id(super::marks::ARTICLE) else {
        return Ok(());
    };
    let key = element(&document, "section", "key", "")?;
    key.set_id(KEY);
    speakers(&document, &key, reading, strings, view)?;
    let (quotations, proposals): (Vec<Mark>, Vec<Mark>) = reading
        .marks
        .iter()
        .filter(|&&mark| view.wants(reading, mark))
        .partition(|mark| matches!(mark, Mark::Quotation(_)));
    marks(&document, &key, reading, strings, Key::TabQuotations, &quotations)?;
    marks(&document, &key, reading, strings, Key::TabProposals, &proposals)?;
    add(&key, "p", "made", &strings.get(Key::PrintMade))?;
    article.after_with_node_1(&key)
}

/// Takes the key away.
pub(super) fn remove() {
    if let Some(key) = gloo::utils::document().get_element_by_id(KEY) {
        key.remove();
    }
}

fn speakers(document: &Document, key: &Element, reading: &Reading, strings: &Strings, view: &View) -> Done {
    if reading.cast.is_empty() {
        return Ok(());
    }
    add(key, "h2", "", &strings.get(Key::TabSpeakers))?;
    let list = element(document, "ul", "", "")?;
    for &id in &reading.cast {
        if !view.speakers.is_empty() && !view.speakers.contains(&id) {
            continue;
        }
        let at = id.0 as usize;
        let (Some(speaker), Some(facts)) = (reading.article.speakers.get(at), reading.facts.get(at)) else {
            continue;
        };
        let counts = strings.counts(facts.quotations.len(), facts.proposals.len());
        let role = speaker
            .role
            .as_ref()
            .map(|role| format!(", {role}"))
            .unwrap_or_default();
        let item = element(document, "li", "", "")?;
        add(&item, "strong", "", &speaker.name)?;
        item.append_child(&document.create_text_node(&format!("{role} — {counts}")))?;
        list.append_child(&item)?;
    }
    key.append_child(&list)?;
    Ok(())
}

fn marks(
    document: &Document,
    key: &Element,
    reading: &Reading,
    strings: &Strings,
    title: Key,
    marks: &[Mark],
) -> Done {
    if marks.is_empty() {
        return Ok(());
    }
    add(key, "h2", "", &strings.get(title))?;
    let list = element(document, "ul", "", "")?;
    for &mark in marks {
        let (letter, id) = match mark {
            Mark::Quotation(id) => ("Q", id.0),
            Mark::Proposal(id) => ("P", id.0),
        };
        let kind = Kind::of(reading, mark).map_or_else(String::new, |kind| strings.name(kind));
        let who = who_words(reading, mark, strings);
        let item = element(document, "li", "", "")?;
        add(&item, "strong", "", &format!("{letter}{}", id + 1))?;
        let text = format!(" {kind} — {who}: {}", reading.words(mark));
        item.append_child(&document.create_text_node(&text))?;
        if let Mark::Proposal(id) = mark
            && let Some(proposal) = reading.proposal(id)
        {
            items(document, &item, reading, strings, proposal)?;
        }
        list.append_child(&item)?;
    }
    key.append_child(&list)?;
    Ok(())
}

fn items(
    document: &Document,
    into: &Element,
    reading: &Reading,
    strings: &Strings,
    proposal: &lectern_core::article::Proposal,
) -> Done {
    let found = proposal.items.len();
    if let Some(stated) = proposal.stated_count {
        let words = strings.stated(stated, found);
        into.append_child(&document.create_text_node(&format!(" ({words})")))?;
    }
    if found > 0 {
        let list = element(document, "ol", "", "")?;
        for &item in &proposal.items {
            add(&list, "li", "", &tidy(reading.text(item)))?;
        }
        into.append_child(&list)?;
    }
    Ok(())
}

/// A new element with text at the end of another.
fn add(into: &Element, tag: &str, class: &str, text: &str) -> Done {
    let element = element(&gloo::utils::document(), tag, class, text)?;
    into.append_child(&element).map(drop)
}

fn element(document: &Document, tag: &str, class: &str, text: &str) -> Result<Element, JsValue> {
    let element = document.create_element(tag)?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    Ok(element)
}
