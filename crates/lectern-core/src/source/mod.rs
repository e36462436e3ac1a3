//! Stage 2: the text, repaired once and then frozen.

use crate::input::{BlockHint, Input};
use crate::overrides::Overrides;
use crate::span::Span;

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

/// Why a stretch was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum EditKind {
    /// CRLF or CR became LF.
    LineEnd,
    /// UTF-8 that was once read as another encoding.
    Mojibake,
    /// A hyphen at a line end inside a word.
    Hyphenation,
    /// A decorated first letter parted from its word.
    DropCap,
}

impl Source {
    /// The input as it was: every edit undone.
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

/// Repairs the input; gives the source and the input's hints moved to where their text is now.
pub fn repair(input: &Input, overrides: &Overrides) -> (Source, Vec<BlockHint>) {
    if overrides.as_is || !input.text.contains('\r') {
        return (
            Source {
                text: input.text.clone(),
                edits: Vec::new(),
            },
            input.hints.clone(),
        );
    }
    let mut source = Source::default();
    let mut rest = input.text.as_str();
    while let Some(at) = rest.find('\r') {
        source.text.push_str(&rest[..at]);
        let was = if rest[at..].starts_with("\r\n") {
            "\r\n"
        } else {
            "\r"
        };
        let start = source.text.len();
        source.text.push('\n');
        source.edits.push(Edit {
            at: Span::of(start..start + 1),
            was: was.to_owned(),
            kind: EditKind::LineEnd,
        });
        rest = &rest[at + was.len()..];
    }
    source.text.push_str(rest);
    (source, input.hints.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_mended_and_undone() {
        for input in ["a\r\nb\rc\n", "", "no edit", "\r\r\n\n"] {
            let (source, _) = repair(&input.into(), &Overrides::default());
            assert!(!source.text.contains('\r'));
            assert_eq!(source.input(), input);
        }
    }
}
