//! Posts that a page shows with who wrote them, how they are called there, and when: `... — Ada Lund (@adalund) May 3, 2031`,
//! `Ada Lund @adalund` on a line before.

use crate::article::Quotation;
use crate::attribution::features::Chunk;
use crate::attribution::layout_cues::paragraph::{Paragraph, quotation};
use crate::attribution::passes::units::Sequence;
use crate::lexicon;
use crate::prepared::Prepared;
use std::ops::Range;

/// Name, handle and date have together at most so many words and signs.
const LONGEST_SIGNATURE: usize = 16;
/// The name has at most so many words.
const LONGEST_NAME: usize = 6;
/// Fewer words are a label of the page, no post.
const SHORTEST_POST: usize = 3;

/// The words of a post, under its signature.
pub(in crate::attribution) fn posted(paragraph: &Paragraph) -> Option<Quotation> {
    let own = Post::of(paragraph.prepared, paragraph.sequence);
    let units = paragraph.units();
    if let Some(post) = own {
        let signed = post.name.start > SHORTEST_POST;
        let opens = post.name.start == 0 && post.end + SHORTEST_POST < units.len();
        let content = if signed {
            0..post.lead
        } else if opens {
            post.end..without_date(paragraph, post.end)
        } else {
            return None;
        };
        return Some(quotation(
            vec![paragraph.span(post.name)],
            None,
            paragraph.span(content),
        ));
    }
    let beside = |sequence: Option<&Sequence>, below: bool| {
        let sequence = sequence?;
        let post = Post::of(paragraph.prepared, sequence)?;
        let alone = post.lead == 0 && post.end == sequence.units.len();
        let fits = alone && post.dashed == below && units.len() >= SHORTEST_POST;
        fits.then(|| sequence.span(paragraph.prepared, post.name))
    };
    let name = beside(paragraph.next, true).or_else(|| beside(paragraph.before, false))?;
    Some(quotation(vec![name], None, paragraph.whole()))
}

/// Where a signature with a handle lies in a sequence.
struct Post {
    /// Where it begins, with its dash.
    lead: usize,
    dashed: bool,
    name: Range<usize>,
    end: usize,
}

impl Post {
    fn of(prepared: &Prepared, sequence: &Sequence) -> Option<Post> {
        let units = &sequence.units;
        let form = |at: usize| {
            units
                .get(at)
                .map_or("", |unit| prepared.tokens.form(unit.first as usize))
        };
        let chunk = |at: usize| units.get(at).map_or(Chunk::Edge, |unit| unit.features.chunk);
        let last = units.len().saturating_sub(LONGEST_SIGNATURE);
        let handle = (0..units.len().min(LONGEST_NAME + 2))
            .chain(last..units.len())
            .find(|&at| form(at) == "@")?;
        let bracket = handle > 0 && chunk(handle - 1) == Chunk::Bracket;
        let name_end = handle - usize::from(bracket);
        let capital = |at: &usize| units[*at].features.shape.is_capital();
        let name_start = (name_end.saturating_sub(LONGEST_NAME)..name_end)
            .rev()
            .take_while(capital)
            .last()?;
        let dashed = name_start > 0 && chunk(name_start - 1) == Chunk::Dash;
        let opens = name_start == 0 || units[name_start].sentence != units[name_start - 1].sentence;
        let touches = |at: usize| {
            let before = prepared.tokens.list[units[at - 1].end as usize - 1].span.end();
            prepared.tokens.list[units[at].first as usize].span.start() == before
        };
        let mut end = (handle + 2).min(units.len());
        while end < units.len() && touches(end) && !matches!(chunk(end), Chunk::Bracket | Chunk::Colon) {
            end += 1;
        }
        end += usize::from(bracket && chunk(end) == Chunk::Bracket);
        end += usize::from(chunk(end) == Chunk::Colon);
        // the date behind it
        while end < units.len()
            && end - handle <= LONGEST_SIGNATURE / 2
            && units[end].sentence == units[handle].sentence
            && (is_of_date(form(end)) || matches!(chunk(end), Chunk::Comma | Chunk::Dash) || form(end) == "·")
        {
            end += 1;
        }
        (dashed || opens).then_some(Post {
            lead: name_start - usize::from(dashed),
            dashed,
            name: name_start..name_end,
            end: end.min(units.len()),
        })
    }
}

/// A month, or what begins with a number.
fn is_of_date(form: &str) -> bool {
    lexicon::month(form).is_some() || form.starts_with(|c: char| c.is_ascii_digit())
}

/// Where the words of a post end whose last line is its date.
fn without_date(paragraph: &Paragraph, from: usize) -> usize {
    let units = paragraph.units();
    let dated = (from..units.len())
        .rev()
        .take_while(|&at| is_of_date(paragraph.form(at)) || paragraph.chunk(at) == Chunk::Comma);
    let count = dated.count();
    if count >= 2 {
        units.len() - count
    } else {
        units.len()
    }
}
