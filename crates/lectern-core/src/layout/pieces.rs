//! The text cut into pieces: a block of the markup, or a paragraph of plain text.

use super::wrap::{self, Line};
use crate::article::Span;
use crate::input::{BlockHint, HintKind, Region};
use std::ops::Range;

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
    /// Whether markup says nothing of its kind.
    pub(super) fn is_plain(&self) -> bool {
        self.hint.is_none_or(|hint| hint.kind == HintKind::Paragraph)
    }

    /// Whether markup names it the text of a picture.
    pub(super) fn is_caption(&self) -> bool {
        self.hint.is_some_and(|hint| {
            hint.kind == HintKind::Caption || matches!(hint.region, Region::Caption | Region::Gallery)
        })
    }

    /// The heading level that markup gave.
    pub(super) fn heading(&self) -> Option<u8> {
        match self.hint?.kind {
            HintKind::Heading(level) => Some(level),
            _ => None,
        }
    }
}

/// Cuts the text at hints and line ends; every character that is not white space lies in exactly one piece.
/// `hyphenated`: words at line ends were made whole, as they are parted in print.
pub(super) fn cut(text: &str, hints: &[BlockHint], hyphenated: bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for hint in hints {
        let range = hint.span.range();
        // Hints made for another text are left out rather than trusted.
        if range.start < at || text.get(range.clone()).is_none() {
            continue;
        }
        cut_lines(text, at..range.start, hyphenated, &mut pieces);
        push(text, hint, &mut pieces);
        at = range.end;
    }
    cut_lines(text, at..text.len(), hyphenated, &mut pieces);
    pieces
}

/// Plain text between two places: a piece a line, or a paragraph where lines are hard-wrapped.
fn cut_lines(text: &str, stretch: Range<usize>, hyphenated: bool, pieces: &mut Vec<Piece>) {
    let lines = lines(text, stretch.start, stretch.end);
    let width = wrap::width(&lines, hyphenated);
    let mut rest = lines.iter().peekable();
    while let Some(first) = rest.next() {
        let mut last = first;
        while let Some(next) = rest.next_if(|next| width.is_some_and(|width| wrap::joins(last, next, width)))
        {
            last = next;
        }
        pieces.push(Piece {
            span: Span::of(first.start..last.start + last.text.len()),
            hint: None,
            apart: first.apart,
        });
    }
}

fn lines(text: &str, from: usize, to: usize) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut at = from;
    let mut apart = from == 0;
    for line in text[from..to].split_inclusive('\n') {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            apart = true;
        } else {
            let indent = line.len() - line.trim_start().len();
            lines.push(Line {
                start: at + indent,
                text: trimmed,
                apart,
                indented: indent > 1,
            });
            apart = false;
        }
        at += line.len();
    }
    lines
}

fn push(text: &str, hint: &BlockHint, pieces: &mut Vec<Piece>) {
    let stretch = hint.span.text(text);
    let trimmed = stretch.trim();
    if trimmed.is_empty() {
        return;
    }
    let start = hint.span.range().start + (stretch.len() - stretch.trim_start().len());
    let gap = pieces
        .last()
        .map_or("\n\n", |last| &text[last.span.range().end..start]);
    pieces.push(Piece {
        span: Span::of(start..start + trimmed.len()),
        hint: Some(*hint),
        apart: gap.matches('\n').count() > 1,
    });
}
