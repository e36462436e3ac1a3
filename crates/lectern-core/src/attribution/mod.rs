//! Stage 5: quotations, each with source, cue and content.
//!
//! A *tagger* scores spans in three independent layers; the *linker* joins them. Nothing after the tagger
//! knows which one ran.

mod cover;
pub(crate) mod features;
mod form;
mod layout_cues;
mod link;
pub mod model_file;
mod passes;
mod rules;
pub mod training;
mod verbs;

pub use crate::model::ModelError;
pub use passes::tagger::MODEL_FILE;

use crate::article::{Quotation, Span};
use crate::model::chain;
use crate::prepared::Prepared;
use passes::known::Known;
use std::sync::LazyLock;

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

/// Whether the model that ships with the core can be used. A program asks once, before it reads: without a model
/// an article still has its layout, but little that anybody says is found.
///
/// # Errors
/// When the model's file is damaged or of another version.
pub fn ready() -> Result<(), ModelError> {
    passes::tagger::embedded().map(|_| ())
}

/// Tags with the embedded tagger; nothing where its model cannot be used, which [`ready`] tells.
#[must_use]
pub fn tag(prepared: &Prepared) -> Tags {
    passes::tagger::embedded().map_or_else(|_| Tags::default(), |model| passes::tagger::tag(model, prepared))
}

/// The weights of the linker that belongs to the embedded tagger.
pub fn weights() -> &'static LinkerWeights {
    static NONE: LazyLock<LinkerWeights> = LazyLock::new(LinkerWeights::default);
    passes::tagger::embedded().map_or(&*NONE, |model| &model.linker)
}

/// Joins tagged spans into quotations, in order of their first position.
#[must_use]
pub fn link(prepared: &Prepared, tags: &Tags, weights: &LinkerWeights) -> Vec<Quotation> {
    link::link(prepared, tags, weights, Known::default())
}

/// What [`link()`] makes of the tags of [`tag`]; what both need is worked out once.
#[must_use]
pub fn quotations(prepared: &Prepared) -> Vec<Quotation> {
    let Ok(model) = passes::tagger::embedded() else {
        return link(prepared, &Tags::default(), weights());
    };
    let mut known = Known::for_linker();
    let tags = passes::tagger::tag_keeping(model, prepared, &mut known);
    link::link(prepared, &tags, &model.linker, known)
}

#[cfg(test)]
mod tests;
