//! The article's details, gathered from its blocks and from the page's metadata.

use super::labels::{self, Label};
use super::measure::Measure;
use super::{byline, dates, header};
use crate::article::{Block, BlockKind, ClutterReason, Detail, Details, Language, Span};
use crate::input::authors;
use crate::text::case::lower;
use crate::text::fold::Words;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// The details: what the text says, else what metadata says.
pub(super) fn gather(
    text: &str,
    blocks: &[Block],
    measures: &[Measure],
    metadata: &Details,
    language: Language,
) -> Details {
    let mut details = metadata.clone();
    normalise(&mut details.published);
    normalise(&mut details.updated);
    details.language = language_detail(blocks, language).or(details.language);
    let before_story = blocks
        .iter()
        .zip(measures)
        .position(|(block, measure)| block.kind == BlockKind::Paragraph && measure.is_prose())
        .unwrap_or(blocks.len());
    let mut found = Details::default();
    for (at, block) in blocks.iter().enumerate() {
        match block.kind {
            BlockKind::Title if found.title.is_none() => found.title = Some(plain(text, block.span)),
            BlockKind::Byline => from_byline(text, block, &measures[at], &metadata.authors, &mut found),
            // A lone `Source:` under a table deep in the story is about the table.
            BlockKind::Details if at < before_story || measures[at].fields.len() > 1 => {
                from_details(text, block, &measures[at], &mut found);
            }
            BlockKind::Clutter(ClutterReason::Navigation)
                if at < before_story && found.section.is_empty() =>
            {
                found.section = trail(text, block, &measures[at]);
            }
            _ => {}
        }
    }
    found.dateline = blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph)
        .take(DATELINE_REACH)
        .find_map(|block| {
            header::dateline(block.content.text(text)).map(|at| plain(text, within(block.content, at)))
        });
    prefer(&mut details.title, found.title);
    prefer(&mut details.outlet, found.outlet);
    if found.updated.is_none() && is_of_update(found.published.as_ref(), &details) {
        found.updated = found.published.take();
    }
    prefer_date(&mut details.published, found.published);
    prefer_date(&mut details.updated, found.updated);
    prefer(&mut details.url, found.url);
    prefer(&mut details.dateline, found.dateline);
    // A line of the outlet's name and a date looks like a byline.
    let outlet = details
        .outlet
        .as_ref()
        .map(|outlet| lower(&outlet.value))
        .unwrap_or_default();
    found
        .authors
        .retain(|author| outlet.is_empty() || !outlet.starts_with(&lower(&author.value)));
    if !found.authors.is_empty() {
        details.authors = found.authors;
    }
    if !found.section.is_empty() {
        details.section = found.section;
    }
    details
}

/// A dateline stands in one of so many first paragraphs.
const DATELINE_REACH: usize = 3;

/// What stands in the text is shown where it stands; metadata fills in.
fn prefer(slot: &mut Option<Detail>, found: Option<Detail>) {
    if found.is_some() {
        *slot = found;
    }
}

/// A date that metadata gives with its time of day is kept as the value of the same day in the text.
fn prefer_date(slot: &mut Option<Detail>, found: Option<Detail>) {
    let Some(mut found) = found else {
        return;
    };
    if let Some(known) = slot.take().filter(|known| known.value.starts_with(&found.value)) {
        found.value = known.value;
    }
    *slot = Some(found);
}

/// Whether the one date in the text is, by the page's metadata, that of the last change on a later day.
fn is_of_update(date: Option<&Detail>, metadata: &Details) -> bool {
    let day = |date: &Detail| date.value.get(..LENGTH_OF_DAY).map(str::to_owned);
    let (shown, published, updated) = (
        date.and_then(day),
        metadata.published.as_ref().and_then(day),
        metadata.updated.as_ref().and_then(day),
    );
    shown.is_some() && shown == updated && published.is_some_and(|published| Some(published) < updated)
}

/// `2031-05-03`
const LENGTH_OF_DAY: usize = 10;

/// Dates of metadata in the same form as those of the text; what is none (`0001-01-01`) says nothing.
fn normalise(slot: &mut Option<Detail>) {
    if let Some(mut date) = slot.take()
        && let Some(found) = dates::find(&date.text)
    {
        date.value = found.iso;
        *slot = Some(date);
    }
}

fn within(span: Span, at: Range<usize>) -> Span {
    let start = span.range().start;
    Span::of(start + at.start..start + at.end)
}

fn plain(text: &str, span: Span) -> Detail {
    let words = span.text(text);
    Detail {
        text: words.to_owned(),
        value: words.split_whitespace().collect::<Vec<_>>().join(" "),
        span: Some(span),
    }
}

fn language_detail(blocks: &[Block], language: Language) -> Option<Detail> {
    let tag = match language {
        Language::English => "en",
        Language::Chinese => "zh",
        Language::Other | Language::Unknown => return None,
    };
    (!blocks.is_empty()).then(|| Detail {
        text: String::new(),
        value: tag.to_owned(),
        span: None,
    })
}

fn date_detail(text: &str, span: Span, found: &dates::Found) -> Detail {
    let at = within(span, found.at.clone());
    Detail {
        text: at.text(text).to_owned(),
        value: found.iso.clone(),
        span: Some(at),
    }
}

/// Words before a date that make it the date of the last change.
fn says_updated(before: &str) -> bool {
    let before = lower(before);
    before.contains("updated")
        || before.contains("modified")
        || before.contains("更新")
        || before.contains("修改")
}

/// Puts the dates of a line where they belong; a line may hold two: `Published 5 May 2018. Updated 6 May 2018`.
fn set_dates(text: &str, span: Span, details: &mut Details) {
    let line = span.text(text);
    let mut from = 0;
    for found in dates::find_all(line) {
        let slot = if says_updated(&line[from..found.at.start]) {
            &mut details.updated
        } else {
            &mut details.published
        };
        from = found.at.end;
        slot.get_or_insert_with(|| date_detail(text, span, &found));
    }
}

fn from_byline(text: &str, block: &Block, measure: &Measure, known: &[Detail], details: &mut Details) {
    let line = block.span.text(text);
    let read = byline::byline(text, block.span, measure)
        .or_else(|| byline::names_alone(line, measure))
        .unwrap_or_default();
    if details.authors.is_empty() {
        details.authors = read
            .authors
            .into_iter()
            .map(|at| author(text, within(block.span, at)))
            .filter(|author| read.announced || is_confirmed(author, known))
            .collect();
    }
    if let Some(outlet) = read.outlet {
        details
            .outlet
            .get_or_insert_with(|| plain(text, within(block.span, outlet)));
    }
    set_dates(text, block.span, details);
}

/// Somebody's name, as one writes it.
fn author(text: &str, span: Span) -> Detail {
    let named = plain(text, span);
    Detail {
        value: authors::in_small_letters(&named.value),
        ..named
    }
}

/// Whether metadata names the author as well, if it names people at all. Where only a date tells that a name is the
/// author's, it may be any name.
fn is_confirmed(author: &Detail, known: &[Detail]) -> bool {
    const LONGEST_NAME: usize = 8;
    let mut people = known
        .iter()
        .filter(|known| authors::is_person(&known.value))
        .peekable();
    if people.peek().is_none() {
        return true;
    }
    let own = Words::of(&author.value, LONGEST_NAME);
    let own: FxHashSet<&str> = own.iter().collect();
    people.any(|known| {
        let known = Words::of(&known.value, LONGEST_NAME);
        let known: FxHashSet<&str> = known.iter().collect();
        own.is_subset(&known) || known.is_subset(&own)
    })
}

fn from_details(text: &str, block: &Block, measure: &Measure, details: &mut Details) {
    let line = block.span.text(text);
    // What stands before the first label: a date without one, often.
    let before = measure.fields.first().map_or(line.len(), |field| field.start);
    set_dates(text, within(block.span, 0..before), details);
    for field in &measure.fields {
        let value = &line[field.value.clone()];
        if labels::says_nothing(value) {
            continue;
        }
        let span = within(block.span, field.value.clone());
        let date = || dates::find(value).map(|found| date_detail(text, span, &found));
        match field.label {
            // the date of the last change may follow without a label: `Published: 3 May. Modified on 4 May`
            Label::Published => set_dates(text, span, details),
            Label::Updated => prefer_first(&mut details.updated, date()),
            Label::Outlet => prefer_first(&mut details.outlet, Some(plain(text, span))),
            Label::Title => prefer_first(&mut details.title, Some(plain(text, span))),
            Label::Url => prefer_first(&mut details.url, Some(plain(text, span))),
            Label::Authors if details.authors.is_empty() => details.authors = names(text, span),
            Label::Editors if details.authors.is_empty() && !names_author(measure) => {
                details.authors = names(text, span)
            }
            Label::Trail if details.section.is_empty() => details.section = sections(text, span),
            _ => {}
        }
    }
}

fn names_author(measure: &Measure) -> bool {
    measure
        .fields
        .iter()
        .any(|field| field.label == Label::Authors && !field.value.is_empty())
}

fn prefer_first(slot: &mut Option<Detail>, found: Option<Detail>) {
    if slot.is_none() {
        *slot = found;
    }
}

/// Several names in one value.
fn names(text: &str, span: Span) -> Vec<Detail> {
    // A mail address after the name is no part of it.
    let end = span
        .text(text)
        .find('<')
        .filter(|at| *at > 0)
        .unwrap_or(span.range().len());
    split(text, within(span, 0..end), |c| {
        matches!(c, ',' | '、' | '，' | ';' | '/')
    })
}

/// The trail of sections in a line: after its label, or between its `>` signs.
fn trail(text: &str, block: &Block, measure: &Measure) -> Vec<Detail> {
    let line = block.span.text(text);
    let field = measure.fields.iter().find(|field| field.label == Label::Trail);
    match field {
        Some(field) => sections(text, within(block.span, field.value.clone())),
        None if is_trail(line, measure) => sections(text, block.span),
        None => Vec::new(),
    }
}

/// A few names with signs between them; not the source text of a page.
fn is_trail(line: &str, measure: &Measure) -> bool {
    const MOST_WORDS: i32 = 16;
    line.contains(['>', '»', '›'])
        && !line.contains(['<', '=', '{'])
        && measure.words <= MOST_WORDS
        && !measure.address
}

fn sections(text: &str, span: Span) -> Vec<Detail> {
    split(text, span, |c| matches!(c, '>' | '»' | '›' | '/' | '→' | '＞'))
}

fn split(text: &str, span: Span, parts: impl Fn(char) -> bool) -> Vec<Detail> {
    let line = span.text(text);
    let mut out = Vec::new();
    let mut from = 0;
    for part in line.split(parts) {
        let start = from + (part.len() - part.trim_start().len());
        let trimmed = part.trim();
        if !trimmed.is_empty() {
            out.push(plain(text, within(span, start..start + trimmed.len())));
        }
        from += part.len();
        from += line[from..].chars().next().map_or(0, char::len_utf8);
    }
    out
}
