//! What stands without a cue, and who says it as the layout tells.

pub(in crate::attribution) mod block_quote;
pub(in crate::attribution) mod labels;
pub(in crate::attribution) mod paragraph;
pub(in crate::attribution) mod post;
pub(in crate::attribution) mod signature;
pub(in crate::attribution) mod turns;
pub(in crate::attribution) mod uncued;
