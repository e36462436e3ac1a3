//! Rules on the order of words, which complete what a chain cannot see.

pub(in crate::attribution) mod bounds;
pub(in crate::attribution) mod clause;
pub(in crate::attribution) mod edges;
pub(in crate::attribution) mod insertion;
pub(in crate::attribution) mod inversion;
pub(in crate::attribution) mod nested;
pub(in crate::attribution) mod shared_subject;
pub(in crate::attribution) mod silence;
pub(in crate::attribution) mod twice;
pub(in crate::attribution) mod unit_view;
