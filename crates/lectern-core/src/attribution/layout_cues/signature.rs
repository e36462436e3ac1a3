//! Signed words: `Lund: We will rebuild.`, `"We will rebuild." — Ada Lund`, and the turns of a conversation.

use crate::article::{BlockKind, Quotation, Span};
use crate::attribution::features::Chunk;
use crate::attribution::layout_cues::labels::{ends_dateline, is_no_label};
use crate::attribution::layout_cues::paragraph::{Paragraph, quotation};
use crate::attribution::layout_cues::post;
use crate::attribution::passes::units::{Sequence, Unit};
use crate::lexicon::{WordClass, WordSet};
use crate::text::case::lower;
use std::ops::Range;

/// The name before a colon, or after a dash, has at most so many words.
const LONGEST_SIGNATURE: usize = 9;
/// The same with an office behind it.
const LONGEST_PRESENTED: usize = 20;
/// A line without a full stop that is no longer may be a headline.
const LONGEST_HEADLINE: usize = 18;
/// The name of a turn in a conversation has at most so many words.
const LONGEST_TURN: usize = 4;
/// Fewer words after a colon are an entry of a table, no turn of a conversation.
const SHORTEST_TURN: usize = 3;

/// What the paragraph says under a signature.
pub(in crate::attribution) fn signed(paragraph: &Paragraph) -> Option<Quotation> {
    post::posted(paragraph)
        // `CLAIM 1: "We rebuilt it." — Ada Lund`
        .or_else(|| dash(paragraph).filter(|said| is_marked(paragraph, said)))
        .or_else(|| colon(paragraph))
        .or_else(|| colon_in_marks(paragraph))
        .or_else(|| dash(paragraph))
        .or_else(|| dash_below(paragraph))
}

/// Who is named in what leads in words without a verb: `And from Chairwoman Lund:`, `From the desk of Ada Lund, engineer:`,
/// `Ada Lund, chair of the board:`. `run` ends before the colon.
pub(super) fn presented(paragraph: &Paragraph, run: Range<usize>) -> Option<Range<usize>> {
    const LEADING: usize = 3;
    let from = run.clone().take(LEADING).find(|&at| paragraph.form(at) == "from");
    let mut first = from.map_or(run.start, |from| from + 1);
    if from.is_some() {
        let desk = (first..run.end)
            .take(LEADING)
            .find(|&at| WordSet::Desk.has(paragraph.form(at)) && paragraph.form(at + 1) == "of");
        first = desk.map_or(first, |desk| desk + 2);
    }
    let units = paragraph.units();
    let plain = |at: usize| {
        let chunk = paragraph.chunk(at);
        is_name(chunk)
            || matches!(chunk, Chunk::Preposition | Chunk::Other | Chunk::Coordinator)
            || units[at].features.shape.is_capital()
    };
    let leads = |at: usize| {
        let chunk = paragraph.chunk(at);
        matches!(
            chunk,
            Chunk::Coordinator | Chunk::Other | Chunk::Preposition | Chunk::Pronoun
        ) || matches!(paragraph.form(at), "this" | "here" | "here's" | "the")
            || WordSet::Desk.has(paragraph.form(at))
    };
    let led = (run.start..first).all(leads);
    let named = (first..run.end).any(|at| units[at].features.class.is(WordClass::Name));
    let name = first..run.end;
    (led && named
        && name.len() <= LONGEST_PRESENTED
        && units[first].features.shape.is_capital()
        && !matches!(
            paragraph.chunk(first),
            Chunk::Preposition | Chunk::Pronoun | Chunk::Subordinator
        )
        && name.clone().all(plain)
        && !(name.len() == 1 && WordSet::Voiceless.has(paragraph.form(first))))
    .then_some(name)
}

/// Whether `quotation` has for its cue the colon of a label that is nobody's (`Photo:`), or stands behind one in a
/// headline that asks (`The strike: what happens next`).
pub(super) fn is_voiceless(paragraph: &Paragraph, quotation: &Quotation) -> bool {
    let (tokens, text) = (&paragraph.prepared.tokens, &paragraph.prepared.source.text);
    let by_colon = quotation.cue.is_some_and(|cue| cue.text(text) == ":");
    let last_of = |span: &Span| tokens.form(tokens.within(*span).end.saturating_sub(1));
    let first_of = |span: &Span| tokens.form(tokens.within(*span).start);
    let label = quotation
        .source
        .last()
        .is_some_and(|source| WordSet::Voiceless.has(last_of(source)));
    let put = |span: &Span| span.text(text).ends_with('?');
    let asks = quotation.content.first().is_some_and(|content| {
        !put(content) && matches!(first_of(content), "what" | "how" | "why" | "who" | "where")
    });
    let spoken = quotation
        .source
        .first()
        .is_some_and(|source| matches!(first_of(source), "we" | "you"));
    // the length first: a long paragraph would be walked anew for each of its quotations
    let open = paragraph.units().len() <= LONGEST_HEADLINE
        && !paragraph
            .units()
            .iter()
            .any(|unit| unit.features.chunk == Chunk::Stop);
    let headline = open || !paragraph.is_text() && paragraph.kind() != Some(BlockKind::ListItem);
    let topic = quotation
        .content
        .last()
        .is_some_and(|content| WordSet::HeadlineTopic.has(last_of(content)));
    let dateline = quotation.cue.is_some_and(|cue| ends_dateline(paragraph, cue));
    by_colon && (label || dateline || (asks || topic) && headline) || headline && spoken && asks
}

fn colon(paragraph: &Paragraph) -> Option<Quotation> {
    let units = paragraph.units();
    let colon = (1..units.len().min(LONGEST_SIGNATURE)).find(|&at| paragraph.chunk(at) == Chunk::Colon)?;
    if is_no_label(paragraph, colon) {
        return None;
    }
    if units.get(colon + 1).is_some_and(Unit::is_quotation)
        && let Some(name) = presented(paragraph, 0..colon)
    {
        let cue = Some(paragraph.span(colon..colon + 1));
        return Some(quotation(
            vec![paragraph.span(name)],
            cue,
            paragraph.span(colon + 1..units.len()),
        ));
    }
    // `And from Chairwoman Lund:`
    let first = (0..colon)
        .rev()
        .take_while(|&at| is_name(paragraph.chunk(at)))
        .last()?;
    let quoted = units.get(colon + 1).is_some_and(Unit::is_quotation);
    let led_in = (0..first).all(|at| matches!(paragraph.chunk(at), Chunk::Coordinator | Chunk::Preposition));
    let turns = || {
        first == 0
            && turn(paragraph, paragraph.sequence) == Some(colon)
            && [paragraph.before, paragraph.next]
                .into_iter()
                .flatten()
                .any(|beside| turn(paragraph, beside).is_some())
    };
    let named = || names_somebody(paragraph, first..colon) && !is_heading(paragraph, first..colon);
    if !led_in || first > 2 || !(quoted || named() || turns()) {
        return None;
    }
    let (source, cue) = (paragraph.span(first..colon), paragraph.span(colon..colon + 1));
    (colon + 1 < units.len())
        .then(|| quotation(vec![source], Some(cue), paragraph.span(colon + 1..units.len())))
}

/// The same in a conversation that stands between quotation marks as a whole: `"LUND: We will rebuild.`
fn colon_in_marks(paragraph: &Paragraph) -> Option<Quotation> {
    let inside = paragraph.opening?;
    let colon = turn(paragraph, inside)?;
    let span = |run: Range<usize>| inside.span(paragraph.prepared, run);
    let shouts = (0..colon).all(|at| is_all_capitals(&inside.units[at]));
    shouts.then(|| {
        quotation(
            vec![span(0..colon)],
            Some(span(colon..colon + 1)),
            span(colon + 1..inside.units.len()),
        )
    })
}

/// Where the colon stands in a paragraph that looks like a turn of a conversation.
fn turn(paragraph: &Paragraph, sequence: &Sequence) -> Option<usize> {
    let units = &sequence.units;
    let colon = units
        .iter()
        .take(LONGEST_TURN + 1)
        .position(|unit| unit.features.chunk == Chunk::Colon)?;
    let capital = |unit: &Unit| {
        let first = paragraph.prepared.tokens.list[unit.first as usize].span;
        let text = &paragraph.prepared.source.text;
        first.text(text).starts_with(char::is_uppercase) || unit.features.chunk == Chunk::Other
    };
    (colon > 0 && units[..colon].iter().all(capital) && units.len() > colon + SHORTEST_TURN).then_some(colon)
}

fn is_all_capitals(unit: &Unit) -> bool {
    // see `shape` of sequences
    unit.features.shape.is_all_capitals()
}

/// A dash and a name at the end of the paragraph, after a quotation or a whole sentence.
fn dash(paragraph: &Paragraph) -> Option<Quotation> {
    let units = paragraph.units();
    let dash = units
        .iter()
        .rposition(|unit| unit.features.chunk == Chunk::Dash)?;
    let name = dash + 1..units.len();
    let said = (0..dash)
        .rev()
        .find(|&at| units[at].features.chunk != Chunk::Stop)?;
    let quoted = units[said].is_quotation();
    let closed = said + 1 < dash;
    let signs = if quoted {
        signs(paragraph, paragraph.sequence, name.clone())
    } else {
        closed
            && signs(paragraph, paragraph.sequence, name.clone())
            && names_somebody(paragraph, name.start..name.start + 1)
    };
    let content = if quoted { said..said + 1 } else { 0..dash };
    signs.then(|| {
        let cue = paragraph.span(dash..dash + 1);
        quotation(vec![paragraph.span(name)], Some(cue), paragraph.span(content))
    })
}

/// Whether what is signed stands in quotation marks.
fn is_marked(paragraph: &Paragraph, said: &Quotation) -> bool {
    let mut runs = said.content.iter();
    runs.any(|&content| {
        let run = paragraph.sequence.run(paragraph.prepared, content);
        run.is_some_and(|run| paragraph.units()[run].iter().any(Unit::is_quotation))
    })
}

/// The same with the dash and the name on a line of their own.
fn dash_below(paragraph: &Paragraph) -> Option<Quotation> {
    let next = paragraph.next?;
    let name = 1..next.units.len();
    let fits = next.units.first()?.features.chunk == Chunk::Dash && signs(paragraph, next, name.clone());
    let last = paragraph.units().len().checked_sub(1)?;
    let quoted = paragraph.units()[last].is_quotation();
    (fits && quoted).then(|| {
        let span = |run: Range<usize>| next.span(paragraph.prepared, run);
        quotation(vec![span(name)], Some(span(0..1)), paragraph.span(last..last + 1))
    })
}

/// Whether the units of `name` are a name with what tells who it is: short, with a capital or a number first, and
/// nothing of a sentence.
fn signs(paragraph: &Paragraph, sequence: &Sequence, name: Range<usize>) -> bool {
    if !(1..=LONGEST_SIGNATURE).contains(&name.len()) {
        return false;
    }
    let units = &sequence.units[name];
    let text = &paragraph.prepared.source.text;
    let first = paragraph.prepared.tokens.list[units[0].first as usize]
        .span
        .text(text);
    let nothing_of = |unit: &Unit| {
        matches!(
            unit.features.chunk,
            Chunk::Stop
                | Chunk::Colon
                | Chunk::Dash
                | Chunk::Auxiliary
                | Chunk::Subordinator
                | Chunk::Quotation
        )
    };
    let names = units[0].features.chunk == Chunk::Nominal || first.starts_with(char::is_uppercase);
    names
        && units[0].features.chunk != Chunk::Pronoun
        && !first.starts_with(|c: char| c.is_ascii_digit())
        && !units.iter().any(nothing_of)
}

fn is_name(chunk: Chunk) -> bool {
    matches!(chunk, Chunk::Nominal | Chunk::Comma | Chunk::Bracket)
}

/// `The Rain Goes On: It was May ...`, `Homes Lost to Water: ...`: a heading that runs into its paragraph has a verb, or
/// a small word that names do not have.
fn is_heading(paragraph: &Paragraph, run: Range<usize>) -> bool {
    let tokens = &paragraph.prepared.tokens;
    run.len() > 2
        && run.skip(1).any(|at| {
            let word = paragraph.units()[at].first as usize;
            let form = tokens.form(word);
            WordSet::HeadingWord.has(form)
                || form.ends_with('s') && tokens.verb(word).is_some_and(|verb| !verb.noun)
        })
}

/// Whether `quotation`, whose cue is a colon in a paragraph, has a heading that runs into it for its source.
pub(in crate::attribution) fn is_run_in_heading(paragraph: &Paragraph, quotation: &Quotation) -> bool {
    let tokens = &paragraph.prepared.tokens;
    let is_colon = |cue: Span| cue.text(&paragraph.prepared.source.text) == ":";
    let heads = |source: &Span| source.start() == paragraph.whole().start();
    let run = quotation
        .source
        .first()
        .filter(|source| heads(source))
        .and_then(|&source| paragraph.sequence.run(paragraph.prepared, source));
    let quoted = quotation.content.first().is_some_and(|&content| {
        tokens
            .form(tokens.within(content).start)
            .starts_with(['"', '“', '‘', '\''])
    });
    quotation.cue.is_some_and(is_colon) && !quoted && run.is_some_and(|run| is_heading(paragraph, run))
}

/// Whether a name stands in `run`, or a single word that is one for a person's part.
fn names_somebody(paragraph: &Paragraph, run: Range<usize>) -> bool {
    let text = &paragraph.prepared.source.text;
    let person = |span: Span| {
        let word = lower(span.text(text));
        WordSet::PersonalEnding.ends(&word) || word.ends_with("ent")
    };
    let is_name = |at: usize| paragraph.units()[at].features.class.is(WordClass::Name);
    run.clone().any(is_name) || run.len() == 1 && person(paragraph.span(run))
}
