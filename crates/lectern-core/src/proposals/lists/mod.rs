//! Lists of actions: announced, counted, governed by one trigger, told over sentences.

pub(super) mod announced;
mod conjuncts;
pub(super) mod governed;
mod introducer;
pub(super) mod item_head;
pub(super) mod list_parse;
pub(super) mod lists_over_sentences;
pub(super) mod placards;
