//! What is wanted: calls, plans, pledges and oppositions.

use super::names::names;
use super::{QuotationId, Referent, Span, SpeakerId};

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
    pub proposer: Referent,
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

names! {
    /// Kinds of proposal.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum ProposalKind {
        /// Asks others to act.
        Call = "call",
        /// Puts a measure on the table.
        Plan = "plan",
        /// Commits the source itself.
        Pledge = "pledge",
        /// Speaks against an action.
        Opposition = "opposition",
    }
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
