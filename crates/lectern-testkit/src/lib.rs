//! What tests, training and scoring share: annotated corpora, marked passages, when two attributions are the same,
//! and cases that are known to be read wrongly.
//!
//! Knows nothing of `lectern-core`, whose own tests use it: stretches are pairs of numbers, in whatever unit.

pub mod brat;
pub mod cover;
pub mod criterion;
pub mod known;
pub mod marks;

/// A stretch of text, half-open; in code points or in bytes, as the text is counted.
pub type Range = (u32, u32);

/// One attribution as a person marked it, or as it was found; every role can be in several pieces, or missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    /// Who says it.
    pub source: Vec<Range>,
    /// The words that tell that it is said.
    pub cue: Vec<Range>,
    /// What is said.
    pub content: Vec<Range>,
}
