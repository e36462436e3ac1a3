//! When two marks are the same, and what is counted from that: one home for every measure, whoever measures.
//!
//! Knows nothing of articles: stretches are pairs of numbers, in whatever unit.

pub mod cover;
pub mod criterion;
pub mod tally;

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
