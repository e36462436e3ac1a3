//! Where the text names, describes or means somebody, and by which words.

pub(super) mod detect;
pub(super) mod names;
pub(super) mod phrase;
pub(super) mod roles;
pub(super) mod sources;
