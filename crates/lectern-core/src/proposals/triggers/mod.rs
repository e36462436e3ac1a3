//! Proposals told by a word for proposing: verbs, nouns and adjectives with what they govern.

pub(super) mod action_filter;
pub(super) mod file;
mod frames;
pub(super) mod nouns;
pub(super) mod verbs;
