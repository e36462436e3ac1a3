//! Everybody named: which names are the same person or body, and what the text tells of each.

mod acronyms;
pub(super) mod entity;
pub(super) mod evidence;
mod families;
mod namesakes;
pub(super) mod register;
mod same_name;
