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

use crate::article::Prepared;
use crate::attribution::QuotationId;
use crate::note::{Note, NoteKind};
use crate::span::Span;
use crate::speakers::{Attribution, Cast, SpeakerId};
use who::proposer;

/// A course of action that somebody puts forward, asks for, commits to or speaks against.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Proposal {
    /// Which of the four.
    pub kind: ProposalKind,
    /// The shortest stretch that says what is to be done.
    pub span: Span,
    /// The co-ordinated actions, when there are several.
    pub items: Vec<Span>,
    /// How many there are, when the text says so.
    pub stated_count: Option<u32>,
    /// Whose proposal it is.
    pub proposer: Attribution,
    /// Who is to act, when named apart.
    pub addressee: Option<Addressee>,
    /// The words that make it a proposal.
    pub trigger: Option<Span>,
    /// The quotation that it stands in.
    pub quotation: Option<QuotationId>,
    /// An earlier proposal of the same course of action.
    pub same_as: Option<ProposalId>,
    /// Whether it can be relied on.
    pub sure: bool,
}

/// A proposal's place in [`crate::Article::proposals`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ProposalId(pub u32);

/// Kinds of proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum ProposalKind {
    /// Asks others to act.
    Call,
    /// Puts a measure on the table.
    Plan,
    /// Commits the source itself.
    Pledge,
    /// Speaks against an action.
    Opposition,
}

/// Who is to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Addressee {
    /// In the words of the text.
    pub span: Span,
    /// The speaker that it is, if it is one.
    pub speaker: Option<SpeakerId>,
}

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
    let view = view::View::new(prepared, cast);
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
