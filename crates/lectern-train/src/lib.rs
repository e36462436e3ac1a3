//! Trains the models of `lectern-core`: of attribution on corpora annotated with source, cue and content, of proposals
//! on the articles written for it.

pub mod chain;
pub mod corpus;
pub mod examples;
pub mod model;
pub mod passages;
pub mod predict;
pub mod proposals;
pub mod relation;
