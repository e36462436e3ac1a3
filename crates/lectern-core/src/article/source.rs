//! The text that every position refers to, and what was changed to get it.

use super::Span;
use super::names::names;

/// The text that every position refers to, and what was changed to get it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Source {
    /// The text as shown.
    pub text: String,
    /// Changes made to the input, in text order.
    pub edits: Vec<Edit>,
}

/// One change: the stretch `at` of the text stood as `was` in the input.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Edit {
    /// Where the new text lies (empty where something was dropped).
    pub at: Span,
    /// What stood there.
    pub was: String,
    /// Why it was changed.
    pub kind: EditKind,
}

names! {
    /// Why a stretch was changed.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum EditKind {
        /// CRLF or CR became LF.
        LineEnd = "line-end",
        /// UTF-8 that was once read as another encoding.
        Mojibake = "mojibake",
        /// A hyphen at a line end inside a word.
        Hyphenation = "hyphenation",
        /// A decorated first letter parted from its word.
        DropCap = "drop-cap",
        /// A character under its HTML name: `&rsquo;`.
        Entity = "entity",
    }
}

impl Source {
    /// The input as it was: every edit undone.
    #[must_use]
    pub fn input(&self) -> String {
        let mut out = String::with_capacity(self.text.len());
        let mut from = 0;
        for edit in &self.edits {
            out.push_str(self.text.get(from..edit.at.range().start).unwrap_or(""));
            out.push_str(&edit.was);
            from = edit.at.range().end;
        }
        out.push_str(self.text.get(from..).unwrap_or(""));
        out
    }
}
