//! Filter and focus on the drawn article, by classes and attributes alone.

use lectern_core::article::SpeakerId;
use web_sys::Element;

use super::draw::Drawn;
use super::segments::Layer;
use crate::dom::{set, toggle};
use crate::state::{Mark, Reading, View};

/// The layer and id under which a mark's leaves are kept.
pub(super) fn key(mark: Mark) -> (Layer, u32) {
    match mark {
        Mark::Quotation(id) => (Layer::Quotation, id.0),
        Mark::Proposal(id) => (Layer::Proposal, id.0),
    }
}

/// Lights what the filter wants, dims the rest.
pub(super) fn filter(root: &Element, drawn: &Drawn, reading: &Reading, view: &View) {
    let hidden: Vec<&str> = view.hidden.iter().map(|kind| kind.name()).collect();
    set(root, "data-hide", &hidden.join(" "));
    let filtered = !view.speakers.is_empty();
    toggle(root, "filtered", filtered);
    clear(root, "lit");
    if !filtered {
        return;
    }
    for (&(layer, id), leaves) in &drawn.leaves {
        let lit = match layer {
            Layer::Quotation | Layer::Cue => {
                view.speaks(reading, Mark::Quotation(lectern_core::article::QuotationId(id)))
            }
            Layer::Proposal => view.speaks(reading, Mark::Proposal(lectern_core::article::ProposalId(id))),
            Layer::Item => false,
            Layer::Mention => speaker_of(reading, id).is_some_and(|speaker| view.speakers.contains(&speaker)),
        };
        if lit {
            for leaf in leaves {
                toggle(leaf, "lit", true);
            }
        }
    }
}

/// Sets the focused mark off from the others, with its cue and its source.
pub(super) fn focus(root: &Element, drawn: &Drawn, reading: &Reading, mark: Option<Mark>) {
    toggle(root, "focused", mark.is_some());
    set(root, "data-focus", word(mark));
    clear(root, "on");
    let Some(mark) = mark else { return };
    let mut keys = vec![key(mark)];
    if let Mark::Quotation(id) = mark {
        keys.push((Layer::Cue, id.0));
        if let Some(mention) = reading.quotation(id).and_then(|quotation| quotation.mention) {
            keys.push((Layer::Mention, mention.0));
        }
    }
    for key in keys {
        for leaf in drawn.leaves.get(&key).into_iter().flatten() {
            toggle(leaf, "on", true);
        }
    }
}

/// Shows which mark the pointer is on.
pub(super) fn hover(root: &Element, drawn: &Drawn, mark: Option<Mark>) {
    clear(root, "hot");
    set(root, "data-hot", word(mark));
    for leaf in mark
        .and_then(|mark| drawn.leaves.get(&key(mark)))
        .into_iter()
        .flatten()
    {
        toggle(leaf, "hot", true);
    }
}

fn word(mark: Option<Mark>) -> &'static str {
    match mark {
        Some(Mark::Quotation(_)) => "quotation",
        Some(Mark::Proposal(_)) => "proposal",
        None => "",
    }
}

fn speaker_of(reading: &Reading, mention: u32) -> Option<SpeakerId> {
    reading.article.mentions.get(mention as usize)?.referent.speaker()
}

fn clear(root: &Element, class: &str) {
    let marked = root.get_elements_by_class_name(class);
    // The collection is live: each removal shortens it.
    while let Some(element) = marked.item(0) {
        toggle(&element, class, false);
    }
}
