//! The reader's decisions that go into a reading.

use crate::article::{Anchor, BlockKind};

/// What the reader decided before or after a first reading; every field's default is "decide yourself".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Overrides {
    /// How much is taken out.
    pub strength: Strength,
    /// Make no edits at all: the source is the input, byte for byte.
    pub as_is: bool,
    /// Blocks whose kind the reader set.
    pub blocks: Vec<(Anchor, BlockKind)>,
    /// Repairs the reader undid; each anchors the stretch of the *input* to leave alone.
    pub repairs_undone: Vec<Anchor>,
}

/// Cleaning strength.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Strength {
    /// Nothing is clutter.
    KeepAll,
    /// When unsure, keep.
    #[default]
    Normal,
    /// When unsure, take out.
    Strict,
}
