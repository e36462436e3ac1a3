//! What training needs beside [`tag`](super::tag) and [`link`](super::link()): the passes, their features, and the
//! model file.

pub use super::link::frames;
pub use super::model_file as file;
pub use super::passes::{arguments, choice, cues, tagger, units};
pub use crate::model::chain;
