//! The learned passes over units of a sequence: cues, what each governs, and the last choice.

pub(in crate::attribution) mod allowed;
pub mod arguments;
pub mod choice;
pub mod cues;

pub(in crate::attribution) mod known;
pub(in crate::attribution) mod labelling;
pub mod tagger;
pub mod units;
