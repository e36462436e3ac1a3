//! What the stages before the tagger give to it and to those after it.

use crate::article::{Block, Details, Note, Source};
use crate::tokens::Tokens;

/// All that a tagger needs: the stages before it.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    /// The text and its edits.
    pub source: Source,
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The details.
    pub details: Details,
    /// Words, sentences and paired marks of the blocks that are read.
    pub tokens: Tokens,
    /// What looked wrong so far.
    pub notes: Vec<Note>,
}
