//! What is said: source, cue and content.

use super::names::names;
use super::{MentionId, Span};

/// One thing said.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Quotation {
    /// In whose words.
    pub form: Form,
    /// What is said, in one or more stretches, quotation marks included.
    pub content: Vec<Span>,
    /// The words that tell that it is said, with auxiliaries.
    pub cue: Option<Span>,
    /// Who says it, in the words of the text; may lie in another paragraph.
    pub source: Vec<Span>,
    /// The source as a mention; none before [`crate::speakers::identify`], or when nobody is named.
    pub mention: Option<MentionId>,
    /// The quotation that this one lies in.
    pub parent: Option<QuotationId>,
    /// What the cue verb tells of the source's stance.
    pub verb_class: Option<VerbClass>,
    /// Whether it can be relied on.
    pub sure: bool,
}

/// A quotation's place in [`crate::Article::quotations`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct QuotationId(pub u32);

names! {
    /// In whose words a quotation is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Form {
        /// Wholly inside paired marks.
        Direct = "direct",
        /// No paired marks but scare quotes, titles and nicknames.
        Indirect = "indirect",
        /// Anything between.
        Mixed = "mixed",
    }
}

names! {
    /// What a cue verb tells of the source's stance.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum VerbClass {
        /// said, told, added.
        Neutral = "neutral",
        /// claimed, alleged, insisted.
        Claim = "claim",
        /// admitted, conceded.
        Admit = "admit",
        /// denied, disputed.
        Deny = "deny",
        /// warned, feared.
        Warn = "warn",
        /// urged, called for, proposed.
        Propose = "propose",
        /// promised, vowed.
        Promise = "promise",
        /// praised, welcomed.
        Praise = "praise",
        /// criticised, attacked.
        Criticize = "criticize",
        /// asked, wondered.
        Ask = "ask",
        /// believes, thinks, knows.
        Think = "think",
    }
}
