//! Proposals told by mood rather than by a word for proposing.

mod clause;
mod commands;
mod conditions;
pub(super) mod modals;
pub(super) mod volition;
