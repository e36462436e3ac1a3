//! Rows of tables about marks: words, speaker, kind.

use lectern_core::article::{ProposalId, QuotationId};
use lectern_formats::collection::Kind;
use yew::prelude::*;

use crate::state::{Mark, view};
use crate::strings::Strings;

/// A kind as the rest of the page has it.
pub(super) fn shown(kind: Kind) -> view::Kind {
    match kind {
        Kind::Quotation(form) => view::Kind::Quotation(form),
        Kind::Proposal(kind) => view::Kind::Proposal(kind),
    }
}

/// The mark of this kind at this place of its article's list.
pub(super) fn mark(kind: Kind, id: u32) -> Mark {
    match kind {
        Kind::Quotation(_) => Mark::Quotation(QuotationId(id)),
        Kind::Proposal(_) => Mark::Proposal(ProposalId(id)),
    }
}

/// The cells of a mark; its words lead to it.
pub(super) fn cells(
    words: &str,
    speaker: &str,
    kind: Kind,
    onclick: Callback<MouseEvent>,
    strings: &Strings,
) -> Html {
    let kind = shown(kind);
    html! {
        <>
            <td lang="en"><button type="button" class="quiet words" {onclick}>{ words }</button></td>
            <td lang="en">{ speaker }</td>
            <td><span class={classes!("kind", kind.name())}>{ strings.name(kind) }</span></td>
        </>
    }
}
