//! Trains the attribution model of `lectern-core` on corpora annotated with source, cue and content.

pub mod corpus;
pub mod predict;
