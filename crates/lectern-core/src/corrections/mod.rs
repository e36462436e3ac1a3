//! What a person puts right, laid over a reading.
//!
//! A [`Corrections`] never changes the [`Article`] that it lies over: [`apply`] gives another one, and tells for each
//! mark whether machine or person made it and what the machine had. Places are anchors, so that corrections outlive a
//! new reading; what is not found again is listed and never moved silently.

mod finish;
mod ledger;
mod speakers;
mod undo;
mod work;

pub use ledger::{By, Corrected, Origin, Was};
pub use undo::Corrections;

use crate::article::{Anchor, Article, Form, ProposalKind, SpeakerKind};

/// So many corrections are applied; a person makes some dozens. Stops a made-up link with millions, each of which would
/// be looked for in the whole text.
const MOST: usize = 2_000;

/// A mark that a correction is about.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Mark {
    /// The quotation from the first byte of its content to the last.
    Quotation(Anchor),
    /// The proposal with this span.
    Proposal(Anchor),
}

/// Somebody whom a correction is about.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Whom {
    /// Whom the mention here means.
    Mentioned(Anchor),
    /// The one of this name; a new speaker where there is none yet.
    Called(String),
    /// Nobody can be told.
    Nobody,
}

/// One thing put right.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Correction {
    /// Something said that was missed.
    AddQuotation {
        /// Its stretches.
        content: Vec<Anchor>,
        /// In whose words.
        form: Form,
        /// Who says it.
        speaker: Whom,
    },
    /// Something wanted that was missed.
    AddProposal {
        /// What is to be done.
        span: Anchor,
        /// Which of the four.
        kind: ProposalKind,
        /// Whose it is.
        speaker: Whom,
    },
    /// This is no such thing.
    Remove(Mark),
    /// This is as it should be.
    Accept(Mark),
    /// A quotation in other words than it seemed.
    SetForm {
        /// Which quotation.
        quotation: Anchor,
        /// In whose words.
        form: Form,
    },
    /// A proposal of another kind.
    SetKind {
        /// Which proposal.
        proposal: Anchor,
        /// Which of the four.
        kind: ProposalKind,
    },
    /// Other edges of a quotation.
    SetContent {
        /// Which quotation.
        quotation: Anchor,
        /// Its stretches from now on.
        content: Vec<Anchor>,
    },
    /// Other edges of a proposal, or other items.
    SetSpan {
        /// Which proposal.
        proposal: Anchor,
        /// What is to be done, from now on.
        span: Anchor,
        /// The co-ordinated actions, when there are several.
        items: Vec<Anchor>,
    },
    /// Somebody else says or wants it.
    SetSpeaker {
        /// What.
        mark: Mark,
        /// Who.
        speaker: Whom,
    },
    /// Somebody else is to act, or nobody in particular.
    SetAddressee {
        /// Which proposal.
        proposal: Anchor,
        /// In the words of the text.
        addressee: Option<Anchor>,
    },
    /// A speaker's name.
    Rename {
        /// Who.
        speaker: Whom,
        /// The name from now on.
        name: String,
    },
    /// A speaker's title or description.
    SetRole {
        /// Who.
        speaker: Whom,
        /// The role from now on.
        role: Option<String>,
    },
    /// What kind of speaker.
    SetSpeakerKind {
        /// Who.
        speaker: Whom,
        /// The kind from now on.
        kind: SpeakerKind,
    },
    /// Two speakers are the same: the second stays.
    Merge {
        /// Who is the same as the other.
        speaker: Whom,
        /// Who stays.
        into: Whom,
    },
    /// The words here mean this one: a mention that was missed, or that meant somebody else.
    SetMention {
        /// The words.
        mention: Anchor,
        /// Whom they mean.
        speaker: Whom,
    },
}

/// `article` with `corrections` laid over it, oldest first.
#[must_use = "the article itself stays as it is"]
pub fn apply(article: &Article, corrections: &Corrections) -> Corrected {
    apply_over(article.clone().into(), corrections)
}

/// The same over an article that came with corrections of its own, whose origins it keeps.
#[must_use]
pub fn apply_over(given: Corrected, corrections: &Corrections) -> Corrected {
    let mut work = work::Work::new(given);
    let mut missing = Vec::new();
    for (at, correction) in corrections.iter().enumerate() {
        if at >= MOST || work.apply(correction).is_none() {
            missing.push(at);
        }
    }
    work.finish(missing)
}

#[cfg(test)]
mod tests;
