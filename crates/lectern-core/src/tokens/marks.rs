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
        sentences = &sentences[count..];
        let next = sentences.first().map(|next| blocks[next.block as usize].content);
        let place = Place {
            text,
            block: blocks[first.block as usize].content,
            taken_up: next.is_some_and(|next| opens_single(next.text(text))),
        };
        pair_block(
            &place,
            first.first as usize..last.end as usize,
            tokens,
            &mut quoted,
        );
    }
    order::by_key(&mut quoted, |quoted: &Quoted| {
        (quoted.span.start(), std::cmp::Reverse(quoted.span.end()))
    });
    mark_continuations(text, blocks, &mut quoted);
    quoted
}

/// A block whose marks are paired.
struct Place<'t> {
    text: &'t str,
    block: Span,
    /// Whether the next block opens with a single mark.
    taken_up: bool,
}

fn pair_block(place: &Place<'_>, range: std::ops::Range<usize>, tokens: &Tokens, quoted: &mut Vec<Quoted>) {
    let text = place.text;
    let mut open: Vec<(Family, Span)> = Vec::new();
    let mut closers = Closers::of(place, range.clone(), tokens);
    for at in range {
        let span = tokens.list[at].span;
        let apostrophe = closers.passes_apostrophe(span);
        let Some((family, opens, closes)) = role(text, span) else {
            continue;
        };
        let matching = open.iter().rposition(|&(other, _)| other == family);
        if let Some(from) = matching.filter(|_| closes && !apostrophe) {
            // marks opened inside and never closed end with it
            let depth = from as u8;
            quoted.push(Quoted {
                span: open[from].1.cover(span),
                closed: true,
                continues: false,
                depth,
            });
            open.truncate(from);
        } else if opens && open.len() < DEEPEST && (family != Family::Single || closers.any_follows(span)) {
            open.push((family, span));
        }
    }
    for (depth, (family, span)) in open.into_iter().enumerate() {
        // a single mark without a partner was an apostrophe, unless the next block takes it up
        if family != Family::Single || place.goes_on(span) {
            let span = Span::new(span.start(), place.block.end());
            quoted.push(Quoted {
                span,
                closed: false,
                continues: false,
                depth: depth as u8,
            });
        }
    }
}

impl Place<'_> {
    /// Whether the single mark at `span` opens words that the next block goes on with: it opens its block or a sentence,
    /// or stands behind a colon or comma.
    fn goes_on(&self, span: Span) -> bool {
        let before = self.text[self.block.range().start..span.range().start].trim_end();
        self.taken_up && (before.is_empty() || before.ends_with([':', ',', '.', '!', '?']))
    }
}

/// Whether `block` opens with a single mark right before a word.
fn opens_single(block: &str) -> bool {
    block
        .strip_prefix(['‘', '\''])
        .is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// The marks of a block that can close a single quotation, told apart from the apostrophes of plurals (`the drivers'
/// pay`), which look the same.
struct Closers {
    /// In text order, each with whether it is an apostrophe.
    places: std::iter::Peekable<std::vec::IntoIter<(u32, bool)>>,
    goes_on: bool,
}

impl Closers {
    fn of(place: &Place<'_>, range: std::ops::Range<usize>, tokens: &Tokens) -> Self {
        let text = place.text;
        let mut places = Vec::new();
        // what the next single mark is: a closing one for sure, or anything else
        let mut sure_next = place.taken_up;
        for at in range.rev() {
            let span = tokens.list[at].span;
            match role(text, span) {
                Some((Family::Single, _, true)) => {
                    let plural = follows_plural(text, span);
                    places.push((span.start(), plural && sure_next));
                    sure_next |= !plural;
                }
                Some((Family::Single, true, _)) => sure_next = false,
                _ => {}
            }
        }
        places.reverse();
        let goes_on = place.taken_up;
        Closers {
            places: places.into_iter().peekable(),
            goes_on,
        }
    }

    /// Goes past the mark at `span`; whether it is an apostrophe.
    fn passes_apostrophe(&mut self, span: Span) -> bool {
        self.places
            .next_if(|&(at, _)| at <= span.start())
            .is_some_and(|(_, apostrophe)| apostrophe)
    }

    /// Whether a closing mark is left behind the one at `span`, in its block or in one that goes on with it.
    fn any_follows(&mut self, span: Span) -> bool {
        self.goes_on || self.places.peek().is_some_and(|&(at, _)| at > span.start())
    }
}

/// Whether the mark at `span` stands behind an `s` and before a word in lower case: `the drivers' pay`.
fn follows_plural(text: &str, span: Span) -> bool {
    let before = text[..span.range().start].chars().next_back();
    let mut after = text[span.range().end..].chars();
    matches!(before, Some('s' | 'x' | 'z'))
        && after.next().is_some_and(char::is_whitespace)
        && after.next().is_some_and(char::is_lowercase)
}

/// What the token at `span` can do: its family, whether it can open, whether it can close.
fn role(text: &str, span: Span) -> Option<(Family, bool, bool)> {
    let mark = span.text(text);
    // most tokens are words
    if mark.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let before = text[..span.range().start].chars().next_back().unwrap_or(' ');
    let after = text[span.range().end..].chars().next().unwrap_or(' ');
    let left_open = before.is_whitespace()
        || matches!(before, '(' | '[' | '—' | '–' | '-' | '"' | '“' | '\'' | '‘' | '/');
    let right_open = after.is_whitespace() || !after.is_alphanumeric() && after != '$' && after != '[';
    Some(match mark {
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
        let single = here.span.text(text).starts_with(['‘', '\'']);
        let goes_on = next_block.is_some_and(|block| {
            let block = block.content.text(text);
            if single {
                opens_single(block)
            } else {
                block.starts_with(['"', '“', '„', '«'])
            }
        });
        here.continues = goes_on;
    }
}
