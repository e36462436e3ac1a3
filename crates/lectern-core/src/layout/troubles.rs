//! What makes a text no article, said in a note.

use crate::article::{Block, BlockKind, Language, Note, NoteKind, Span};
use crate::text::Packed;

/// More than one control or replacement character in so many is no text.
const BINARY_SHARE: usize = 40;
/// An address is not longer than this, in bytes.
const LONGEST_ADDRESS: usize = 2_048;

/// A text that can't be read as an article at all: empty, one address, codes or binary.
pub(super) fn unreadable(text: &str) -> Option<Note> {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'));
    let kind = if trimmed.is_empty() {
        NoteKind::Empty
    } else if is_address(trimmed) {
        NoteKind::OnlyAddress
    } else if Packed::of(trimmed.as_bytes()).is_some() {
        NoteKind::Packed
    } else if is_binary(text) {
        NoteKind::Binary
    } else {
        return None;
    };
    Some(Note {
        kind,
        span: Span::of(0..text.len()),
    })
}

fn is_address(text: &str) -> bool {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    let scheme = ["http://", "https://", "www."]
        .iter()
        .any(|start| lower.starts_with(start));
    scheme && text.len() <= LONGEST_ADDRESS && !text.contains(char::is_whitespace)
}

fn is_binary(text: &str) -> bool {
    let odd = |c: &char| {
        c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}') || *c == '\u{FFFD}'
    };
    // all that is odd is a control character or begins with one of two bytes
    let may_be_odd =
        |b: u8| b < b' ' && !matches!(b, b'\n' | b'\r' | b'\t') || matches!(b, 0x7F | 0xC2 | 0xEF);
    if !text.bytes().any(may_be_odd) {
        return false;
    }
    let strange = text.chars().filter(odd).count();
    strange > 0 && strange * BINARY_SHARE > text.chars().count()
}

/// Remarks on a text that was laid out.
pub(super) fn notes(text: &str, blocks: &[Block], language: Language) -> Vec<Note> {
    let read: Vec<&Block> = blocks.iter().filter(|block| block.kind.is_read()).collect();
    let story = read
        .iter()
        .any(|block| !matches!(block.kind, BlockKind::Title | BlockKind::Heading));
    let all = Span::of(0..text.len());
    if !story {
        return vec![Note {
            kind: NoteKind::OnlyClutter,
            span: all,
        }];
    }
    if matches!(language, Language::Chinese | Language::Other) {
        let span = read
            .iter()
            .map(|block| block.span)
            .reduce(Span::cover)
            .unwrap_or(all);
        return vec![Note {
            kind: NoteKind::OtherLanguage,
            span,
        }];
    }
    Vec::new()
}
