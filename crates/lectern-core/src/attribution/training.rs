//! What training needs beside [`tag`](super::tag) and [`link`](super::link()): the passes, their features, and the
//! model file.

pub use super::link::frames;
pub use super::model::{chain, file};
pub use super::passes::{arguments, choice, cues, tagger, units};
