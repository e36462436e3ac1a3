//! Stage 7: what each speaker wants done.

mod boundaries;
mod candidate;
mod draft;
mod drafts;
mod lists;
mod mood;
mod polarity;
mod same;
mod triggers;
mod view;
mod who;
mod words;

use crate::article::{Note, NoteKind, Proposal};
use crate::prepared::Prepared;
use crate::speakers::Cast;
use who::proposer;

/// What this stage gives.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The proposals, in text order.
    pub proposals: Vec<Proposal>,
    /// What looked wrong.
    pub notes: Vec<Note>,
}

/// Finds the proposals of the article's speakers.
pub fn find(prepared: &Prepared, cast: &Cast) -> Found {
    let mut view = view::View::new(prepared, cast);
    if view.opinion {
        view.arguing = proposer::author(&view);
    }
    let drafts = drafts::collect(&view);
    let mut found = Found::default();
    for draft in drafts {
        let proposal = finish(&view, &draft);
        if let Some(note) = differs(&proposal) {
            found.notes.push(note);
        }
        found.proposals.push(proposal);
    }
    same::link(&view, &mut found.proposals);
    found
}

fn finish(view: &view::View<'_>, draft: &draft::Draft) -> Proposal {
    let (proposer, quotation) = proposer::proposer(view, &draft.candidate);
    let sure = draft.candidate.sure && proposer.speaker().is_some();
    Proposal {
        kind: draft.candidate.kind,
        span: view.span(&draft.range),
        items: draft.items.iter().map(|item| view.span(item)).collect(),
        stated_count: draft.stated,
        proposer,
        addressee: draft
            .candidate
            .addressee
            .as_ref()
            .and_then(|phrase| proposer::addressee(view, phrase)),
        trigger: Some(view.span(&draft.candidate.trigger)),
        quotation,
        same_as: None,
        sure,
    }
}

/// A note when the text states another number than it names.
fn differs(proposal: &Proposal) -> Option<Note> {
    let stated = proposal.stated_count?;
    let named = proposal.items.len() as u32;
    (named > 0 && named != stated).then_some(Note {
        kind: NoteKind::CountDiffers,
        span: proposal.span,
    })
}
