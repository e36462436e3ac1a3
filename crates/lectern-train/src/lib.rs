//! Trains the attribution model of `lectern-core` on corpora annotated with source, cue and content.

pub mod chain;
pub mod corpus;
pub mod examples;
pub mod model;
pub mod passages;
pub mod predict;
pub mod relation;
