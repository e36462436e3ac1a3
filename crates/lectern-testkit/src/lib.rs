//! What tests, training and scoring share: annotated corpora, marked passages, when two attributions are the same,
//! and cases that are known to be read wrongly.
//!
//! Knows nothing of `lectern-core`, whose own tests use it: stretches are pairs of numbers, in whatever unit.

pub mod brat;
pub mod known;
pub mod marks;
pub mod tagged;

pub use lectern_measures::{Range, Relation, cover, criterion};
