//! The text cut into pieces: a block of the markup, or a paragraph of plain text.

use crate::input::{BlockHint, HintKind};
use crate::span::Span;

/// A stretch that becomes one block; trimmed and never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) span: Span,
    /// What markup said, where there was any.
    pub(super) hint: Option<BlockHint>,
    /// Whether a blank line (or the text's edge) parts it from the piece before.
    pub(super) apart: bool,
}

impl Piece {
    /// The heading level that markup gave.
    pub(super) fn heading(&self) -> Option<u8> {
        match self.hint?.kind {
            HintKind::Heading(level) => Some(level),
            _ => None,
        }
    }
}

/// Cuts the text at hints and line ends; every character that is not white space lies in exactly one piece.
pub(super) fn cut(text: &str, hints: &[BlockHint]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for hint in hints {
        let range = hint.span.range();
        // Hints made for another text are left out rather than trusted.
        if range.start < at || text.get(range.clone()).is_none() {
            continue;
        }
        cut_lines(text, at, range.start, &mut pieces);
        push(text, range.start, range.end, Some(*hint), &mut pieces);
        at = range.end;
    }
    cut_lines(text, at, text.len(), &mut pieces);
    pieces
}

fn cut_lines(text: &str, from: usize, to: usize, pieces: &mut Vec<Piece>) {
    let mut at = from;
    for line in text[from..to].split_inclusive('\n') {
        push(text, at, at + line.len(), None, pieces);
        at += line.len();
    }
}

fn push(text: &str, from: usize, to: usize, hint: Option<BlockHint>, pieces: &mut Vec<Piece>) {
    let stretch = &text[from..to];
    let trimmed = stretch.trim();
    if trimmed.is_empty() {
        return;
    }
    let start = from + (stretch.len() - stretch.trim_start().len());
    let gap = pieces
        .last()
        .map_or("\n\n", |last| &text[last.span.range().end..start]);
    pieces.push(Piece {
        span: Span::of(start..start + trimmed.len()),
        hint,
        apart: gap.matches('\n').count() > 1,
    });
}
