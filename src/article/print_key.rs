//! On paper: numbers at the marks, and behind the article a key of speakers, quotations and proposals by those numbers,
//! all of what is shown alone. Made when the browser is about to print and taken away afterwards.

use lectern_core::article::{ProposalId, QuotationId};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, NodeList};

use super::Done;
use crate::dom;
use crate::parts::who_words;
use crate::state::reading::tidy;
use crate::state::view::Kind;
use crate::state::{Mark, Reading, View};
use crate::strings::{Key, Strings};

/// The key's id.
const KEY: &str = "key";

/// What holds a mark's number.
const NOTE: &str = "data-note";

/// Puts the numbers at the marks and the key behind the article.
pub(super) fn show(reading: &Reading, strings: &Strings, view: &View) -> Done {
    remove();
    let document = gloo::utils::document();
    let Some(article) = document.get_element_by_id(super::marks::ARTICLE) else {
        return Ok(());
    };
    number(&article, reading, view)?;
    let key = element(&document, "section", "key", "")?;
    key.set_id(KEY);
    let (quotations, proposals): (Vec<Mark>, Vec<Mark>) = reading
        .marks
        .iter()
        .filter(|&&mark| view.wants(reading, mark))
        .partition(|mark| matches!(mark, Mark::Quotation(_)));
    speakers(&document, &key, reading, strings, view)?;
    marks(&document, &key, reading, strings, Key::TabQuotations, &quotations)?;
    marks(&document, &key, reading, strings, Key::TabProposals, &proposals)?;
    add(&key, "p", "made", &strings.get(Key::PrintMade))?;
    article.after_with_node_1(&key)
}

/// Takes the key and the numbers away.
pub(super) fn remove() {
    let document = gloo::utils::document();
    if let Some(key) = document.get_element_by_id(KEY) {
        key.remove();
    }
    if let Ok(numbered) = document.query_selector_all(&format!("[{NOTE}]")) {
        for leaf in elements(&numbered) {
            // Fails only for a name that is no name.
            let _ = leaf.remove_attribute(NOTE);
        }
    }
}

/// Numbers the marks that are shown where they begin, counted from 1: `Q5 P3` for `q4 p2`.
fn number(article: &Element, reading: &Reading, view: &View) -> Done {
    let begun = article.query_selector_all("[data-start]")?;
    for leaf in elements(&begun) {
        let starts = leaf.get_attribute("data-start").unwrap_or_default();
        let numbers: Vec<String> = starts
            .split_whitespace()
            .filter_map(mark)
            .filter(|&mark| view.wants(reading, mark))
            .map(name)
            .collect();
        if !numbers.is_empty() {
            dom::set(&leaf, NOTE, &numbers.join(" "));
        }
    }
    Ok(())
}

/// The mark that `q4` or `p2` stands for.
fn mark(start: &str) -> Option<Mark> {
    let (kind, id) = start.split_at_checked(1)?;
    let id = id.parse().ok()?;
    Some(match kind {
        "q" => Mark::Quotation(QuotationId(id)),
        _ => Mark::Proposal(ProposalId(id)),
    })
}

/// What a mark is called on paper.
fn name(mark: Mark) -> String {
    match mark {
        Mark::Quotation(id) => format!("Q{}", id.0 + 1),
        Mark::Proposal(id) => format!("P{}", id.0 + 1),
    }
}

fn elements(list: &NodeList) -> Vec<Element> {
    (0..list.length())
        .filter_map(|at| list.get(at)?.dyn_into().ok())
        .collect()
}

/// The speakers of the marks that are shown, or those that were chosen. Where a kind is hidden its numbers are too.
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
        let quotations = facts.quotations.iter().map(|&id| Mark::Quotation(id));
        let proposals = facts.proposals.iter().map(|&id| Mark::Proposal(id));
        let counts = strings.counts(
            quotations.filter(|&mark| view.wants(reading, mark)).count(),
            proposals.filter(|&mark| view.wants(reading, mark)).count(),
        );
        if counts.is_empty() {
            continue;
        }
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
        let kind = Kind::of(reading, mark).map_or_else(String::new, |kind| strings.name(kind));
        let who = who_words(reading, mark, strings);
        let item = element(document, "li", "", "")?;
        add(&item, "strong", "", &name(mark))?;
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
