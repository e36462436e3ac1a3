//! A place where something is proposed: what a trigger and its frame tell.

use crate::article::ProposalKind;
use crate::proposals::triggers::file::Slot;
use crate::proposals::view::View;
use std::ops::Range;

/// A place where something is proposed.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) kind: ProposalKind,
    /// The words that make it a proposal.
    pub(crate) trigger: Range<usize>,
    /// The first token of the action.
    pub(crate) start: usize,
    /// How the action is told.
    pub(crate) slot: Slot,
    /// Nothing of the action lies past this token.
    pub(crate) limit: usize,
    pub(crate) addressee: Option<Range<usize>>,
    pub(crate) proposer: Proposer,
    /// The span begins here rather than at `start`: the subject of `should`.
    pub(crate) subject: Option<usize>,
    pub(crate) sure: bool,
    /// Alone it says nothing; a list of actions makes it a proposal.
    pub(crate) only_list: bool,
}

impl Candidate {
    /// An action told by a verb, with nothing known of it but its kind and whose words it stands in.
    pub(crate) fn of_verb(
        kind: ProposalKind,
        trigger: Range<usize>,
        start: usize,
        limit: usize,
    ) -> Candidate {
        Candidate {
            kind,
            trigger,
            start,
            slot: Slot::Verb,
            limit,
            addressee: None,
            proposer: Proposer::Speaker,
            subject: None,
            sure: false,
            only_list: false,
        }
    }
}

/// Whose proposal it is, as far as the sentence tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Proposer {
    /// This phrase names the proposer.
    Phrase(Range<usize>),
    /// Whoever says the sentence.
    Speaker,
    /// The trigger's subject could not be found.
    Unknown,
    /// The sentence keeps it back: `residents were told to boil their water`.
    Nobody,
}

pub(crate) fn proposer(view: &View<'_>, subject: Option<Range<usize>>) -> Proposer {
    match subject {
        Some(subject)
            if subject
                .clone()
                .all(|at| matches!(view.form(at), "i" | "we" | "let" | "us")) =>
        {
            Proposer::Speaker
        }
        Some(subject) => Proposer::Phrase(subject),
        None => Proposer::Unknown,
    }
}
