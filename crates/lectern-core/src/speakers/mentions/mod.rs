//! Where the text names, describes or means somebody, and by which words.

pub(super) mod body_roles;
pub(super) mod detect;
mod joint;
mod name;
mod name_parts;
pub(super) mod name_run;
pub(super) mod names;
mod offices;
pub(super) mod phrase;
mod position;
pub(super) mod roles;
pub(super) mod sources;
