//! What the tagger has learned: weights, the chain that reads them, and the file that they ship in.

pub mod chain;
pub mod file;
pub(in crate::attribution) mod hash;
