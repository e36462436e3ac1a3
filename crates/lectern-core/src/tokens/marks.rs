//! Pairs quotation marks, block by block.

use super::Tokens;
use crate::article::{Block, Span};
use crate::text::order;

/// A stretch between quotation marks, marks included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// From the opening to the closing mark, or to the end of the block when it is not closed.
    pub span: Span,
    /// Whether a closing mark was found.
    pub closed: bool,
    /// Whether the next block takes the quotation up again (its own opening mark, none closing here).
    pub continues: bool,
    /// 0 for an outermost quotation, 1 for one inside it.
    pub depth: u8,
}

/// Deeper nesting than this is no writing but an attack on running time; further marks are passed over.
const DEEPEST: usize = 4;

/// Characters that quote.
pub(super) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '\''
            | '«'
            | '»'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
    )
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Guillemet,
    Corner,
}

/// Pairs the marks of all blocks that were tokenized.
pub(super) fn pair(text: &str, blocks: &[Block], tokens: &Tokens) -> Vec<Quoted> {
    let mut quoted = Vec::new();
    let mut sentences = tokens.sentences.as_slice();
    while let Some(first) = sentences.first() {
        let count = sentences.partition_point(|sentence| sentence.block == first.block);
        let last = sentences[count - 1];
        let block = blocks[first.block as usize].content;
        pair_block(
            text,
            block,
            first.first as usize..last.end as usize,
            tokens,
            &mut quoted,
        );
        sentences = &sentences[count..];
    }
    order::by_key(&mut quoted, |quoted: &Quoted| {
        (quoted.span.start(), std::cmp::Reverse(quoted.span.end()))
    });
    mark_continuations(text, blocks, &mut quoted);
    quoted
}

fn pair_block(
    text: &str,
    block: Span,
    range: std::ops::Range<usize>,
    tokens: &Tokens,
    quoted: &mut Vec<Quoted>,
) {
    let mut open: Vec<(Family, Span)> = Vec::new();
    let mut closers_left = range
        .clone()
        .filter(|&at| closes_single(text, tokens.list[at].span))
        .count();
    for at in range {
        let span = tokens.list[at].span;
        closers_left -= usize::from(closes_single(text, span));
        let Some((family, opens, closes)) = role(text, span) else {
            continue;
        };
        let matching = open.iter().rposition(|&(other, _)| other == family);
        if let Some(from) = matching.filter(|_| closes) {
            // marks opened inside and never closed end with it
            let depth = from as u8;
            quoted.push(Quoted {
                span: open[from].1.cover(span),
                closed: true,
                continues: false,
                depth,
            });
            open.truncate(from);
        } else if opens && open.len() < DEEPEST && (family != Family::Single || closers_left > 0) {
            open.push((family, span));
        }
    }
    for (depth, (family, span)) in open.into_iter().enumerate() {
        // a single mark without a partner was an apostrophe
        if family != Family::Single {
            let span = Span::new(span.start(), block.end());
            quoted.push(Quoted {
                span,
                closed: false,
                continues: false,
                depth: depth as u8,
            });
        }
    }
}

/// What the token at `span` can do: its family, whether it can open, whether it can close.
fn role(text: &str, span: Span) -> Option<(Family, bool, bool)> {
    let before = text[..span.range().start].chars().next_back().unwrap_or(' ');
    let after = text[span.range().end..].chars().next().unwrap_or(' ');
    let left_open = before.is_whitespace()
        || matches!(before, '(' | '[' | '—' | '–' | '-' | '"' | '“' | '\'' | '‘' | '/');
    let right_open = after.is_whitespace() || !after.is_alphanumeric() && after != '$' && after != '[';
    Some(match span.text(text) {
        "“" | "„" | "‟" | "``" => (Family::Double, true, false),
        "”" => (Family::Double, false, true),
        "\"" | "＂" | "''" => (
            Family::Double,
            left_open && !after.is_whitespace() || !right_open,
            !left_open || after.is_whitespace() || right_open,
        ),
        "‘" | "‚" | "‛" | "`" => (Family::Single, left_open, false),
        "’" => (Family::Single, false, closes_single(text, span)),
        "'" => (
            Family::Single,
            left_open && after.is_alphanumeric(),
            closes_single(text, span),
        ),
        "«" => (Family::Guillemet, true, false),
        "»" => (Family::Guillemet, false, true),
        "「" | "『" => (Family::Corner, true, false),
        "」" | "』" => (Family::Corner, false, true),
        _ => return None,
    })
}

/// Whether the mark at `span` can close a single quotation: nothing of a word after it, and something before.
/// A plural's apostrophe looks the same; it only closes when a single mark is open.
fn closes_single(text: &str, span: Span) -> bool {
    let before = text[..span.range().start].chars().next_back().unwrap_or(' ');
    let after = text[span.range().end..].chars().next().unwrap_or(' ');
    matches!(span.text(text), "’" | "'") && !before.is_whitespace() && !after.is_alphanumeric()
}

/// An unclosed quotation goes on when the next block opens with a mark of its own.
fn mark_continuations(text: &str, blocks: &[Block], quoted: &mut [Quoted]) {
    for here in quoted
        .iter_mut()
        .filter(|quoted| !quoted.closed && quoted.depth == 0)
    {
        let next_block = blocks[blocks.partition_point(|block| block.span.end() <= here.span.start())..]
            .iter()
            .skip(1)
            .find(|block| block.kind.is_read());
        let goes_on = next_block.is_some_and(|block| {
            let first = block.content.text(text).chars().next();
            first.is_some_and(|c| matches!(c, '"' | '“' | '„' | '«'))
        });
        here.continues = goes_on;
    }
}
