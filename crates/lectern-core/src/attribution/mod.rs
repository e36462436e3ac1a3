//! Stage 5: quotations, each with source, cue and content.
//!
//! A *tagger* scores spans in three independent layers; the *linker* joins them. Nothing after the tagger
//! knows which one ran.

pub mod arguments;
mod block_quote;
pub mod chain;
mod clause;
pub mod cues;
mod form;
mod hash;
mod insertion;
mod inversion;
pub mod link;
pub mod model;
mod nested;
mod paragraph;
pub mod relations;
pub mod sequence;
mod signature;
mod structure;
mod subject;
mod syntax;
pub mod tagger;
mod verbs;

use crate::article::Prepared;
use crate::span::Span;
use crate::speakers::MentionId;

/// What a tagger gives: three layers of scored spans, each in text order, edges on token edges.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Tags {
    /// Who says it.
    pub source: Vec<Scored>,
    /// The words that tell that something is said.
    pub cue: Vec<Scored>,
    /// What is said, quotation marks included.
    pub content: Vec<Scored>,
}

/// A span with the tagger's calibrated score: 1000 × ln(p / (1 − p)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Scored {
    /// Where.
    pub span: Span,
    /// How sure.
    pub score: i32,
}

/// What the linker learned together with its tagger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkerWeights {
    /// How units beside a cue speak for being its source or its content.
    pub arguments: chain::Weights,
    /// How a cue with its source and content speaks for being a quotation.
    pub choice: chain::Table,
    /// Where decisions fall.
    pub thresholds: Thresholds,
}

/// Where the linker's decisions fall, in the unit of weights ([`SCALE`] of them are one unit of log-odds).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Thresholds {
    /// A source is taken when it betters the reading by at least this.
    pub source: i32,
    /// A quotation is kept from this score on.
    pub keep: i32,
    /// A cue inside a quotation makes a nested one from this score on.
    pub nested: i32,
    /// A quotation is sure from this score on.
    pub sure: i32,
}

/// Weights are whole numbers: so many of them are one unit of log-odds.
pub const SCALE: i32 = 24;

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

/// In whose words a quotation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Form {
    /// Wholly inside paired marks.
    Direct,
    /// No paired marks but scare quotes, titles and nicknames.
    Indirect,
    /// Anything between.
    Mixed,
}

/// What a cue verb tells of the source's stance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum VerbClass {
    /// said, told, added.
    Neutral,
    /// claimed, alleged, insisted.
    Claim,
    /// admitted, conceded.
    Admit,
    /// denied, disputed.
    Deny,
    /// warned, feared.
    Warn,
    /// urged, called for, proposed.
    Propose,
    /// promised, vowed.
    Promise,
    /// praised, welcomed.
    Praise,
    /// criticised, attacked.
    Criticize,
    /// asked, wondered.
    Ask,
    /// believes, thinks, knows.
    Think,
}

/// Tags with the embedded tagger.
pub fn tag(prepared: &Prepared) -> Tags {
    tagger::tag(tagger::embedded(), prepared)
}

/// The weights of the linker that belongs to the embedded tagger.
pub fn weights() -> &'static LinkerWeights {
    &tagger::embedded().linker
}

/// Joins tagged spans into quotations, in order of their first position.
pub fn link(prepared: &Prepared, tags: &Tags, weights: &LinkerWeights) -> Vec<Quotation> {
    link::link(prepared, tags, weights)
}

#[cfg(test)]
mod tests;
