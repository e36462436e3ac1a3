//! What a person pasted or dropped: text, with hints where it came with structure.

pub(crate) mod authors;
mod hints;
pub mod html;
pub mod markdown;
mod overrides;
mod writing;

pub use hints::{BlockHint, HintKind, Region};
pub use html::{BlockBuilder, bounded};
pub use overrides::{Overrides, Strength};
pub use writing::Writing;

use crate::article::Details;

/// The text to read, and what its markup said about it (nothing, for plain text).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Input {
    /// The text. For html: what a reader sees, block edges as line ends.
    pub text: String,
    /// Blocks that the markup announced, in order and disjoint; spans lie in `text`. Empty for plain text.
    pub hints: Vec<BlockHint>,
    /// The elements that hold blocks: for each its parent's place in this list (its own, for the outermost).
    pub containers: Vec<u32>,
    /// Details from the page's metadata; spans are none.
    pub details: Details,
}

impl Input {
    /// What came without markup: Markdown where it clearly is, plain text else.
    pub fn pasted(text: String) -> Self {
        if markdown::is_markdown(&text) {
            markdown::read(&text)
        } else {
            Input::from(text)
        }
    }

    /// Its beginning, up to the end of the last line within `most` bytes; none of a text that is no longer.
    pub fn beginning(&self, most: usize) -> Option<Input> {
        if self.text.len() <= most {
            return None;
        }
        let edge = self.text.floor_char_boundary(most);
        let cut = self.text[..edge].rfind('\n').unwrap_or(edge);
        let mut first = Input {
            text: self.text[..cut].to_owned(),
            ..self.clone()
        };
        first.hints.retain(|hint| hint.span.range().end <= cut);
        Some(first)
    }

    /// Whether markup says more than where lines end: headings, lists, quotes, captions, or several paragraphs.
    pub fn has_structure(&self) -> bool {
        self.has_kinds() || self.text.contains("\n\n")
    }

    /// Whether markup names headings, lists, quotes or captions.
    pub fn has_kinds(&self) -> bool {
        self.hints.iter().any(|hint| hint.kind != HintKind::Paragraph)
    }
}

impl From<&str> for Input {
    fn from(text: &str) -> Self {
        Input {
            text: text.to_owned(),
            ..Input::default()
        }
    }
}

impl From<String> for Input {
    fn from(text: String) -> Self {
        Input {
            text,
            ..Input::default()
        }
    }
}
