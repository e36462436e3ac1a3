//! From elements of the drawn article to marks, and from marks to places on the screen.

use lectern_core::article::{MentionId, ProposalId, QuotationId, SpeakerId};
use lectern_core::text::order;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, ScrollLogicalPosition};

use super::draw::Drawn;
use super::highlight::key;
use crate::dom::scroll_to;
use crate::state::{Mark, Reading};

/// The leaf that an event happened on.
pub(super) fn leaf_of(event: &Event) -> Option<Element> {
    event
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .closest("[data-mark]")
        .ok()?
}

/// The marks at a leaf, the shortest first: what a pointer there most likely means. A cue stands for its
/// quotation.
pub(super) fn marks_at(leaf: &Element, reading: &Reading) -> Vec<Mark> {
    let mut marks: Vec<Mark> = ids(leaf, "data-quotation")
        .chain(ids(leaf, "data-cue"))
        .map(|id| Mark::Quotation(QuotationId(id)))
        .chain(ids(leaf, "data-proposal").map(|id| Mark::Proposal(ProposalId(id))))
        .collect();
    order::by_key(&mut marks, |&mark| {
        reading.spans(mark).iter().map(|span| span.len()).sum::<u32>()
    });
    marks.dedup();
    marks
}

/// The speaker that a mention under the leaf means.
pub(super) fn speaker_at(leaf: &Element, reading: &Reading) -> Option<SpeakerId> {
    ids(leaf, "data-mention").find_map(|id| {
        let MentionId(id) = MentionId(id);
        reading.article.mentions.get(id as usize)?.referent.speaker()
    })
}

/// The first leaf of a mark.
pub(super) fn first_leaf(drawn: &Drawn, mark: Mark) -> Option<HtmlElement> {
    drawn.leaves.get(&key(mark))?.first().cloned()
}

/// Scrolls to the first of some marks, unless one of them is in sight already.
pub(super) fn bring_one<'a>(drawn: &Drawn, marks: impl Iterator<Item = &'a Mark>) {
    let height = gloo::utils::window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64())
        .unwrap_or(0.0);
    let mut first = None;
    for leaf in marks.filter_map(|&mark| first_leaf(drawn, mark)) {
        let top = leaf.get_bounding_client_rect().top();
        if (0.0..height).contains(&top) {
            return;
        }
        first.get_or_insert(leaf);
    }
    if let Some(leaf) = first {
        scroll_to(&leaf, ScrollLogicalPosition::Center);
    }
}

fn ids(leaf: &Element, name: &str) -> std::vec::IntoIter<u32> {
    leaf.get_attribute(name)
        .unwrap_or_default()
        .split_whitespace()
        .filter_map(|id| id.parse().ok())
        .collect::<Vec<u32>>()
        .into_iter()
}
