//! Conversations: paragraphs that open with a label of who speaks (`ADA LUND, MAYOR OF HILLTOWN:`, `Q:`), and those
//! between them that go on without one.

use crate::article::BlockKind;
use crate::attribution::features::Chunk;
use crate::attribution::layout_cues::paragraph::Paragraph;
use crate::attribution::passes::units::{Unit, block_tokens, blocks};
use crate::lexicon::WordSet;
use crate::prepared::Prepared;
use std::collections::BTreeMap;
use std::ops::Range;

/// A label has at most so many words.
const LONGEST_LABEL: usize = 12;
/// A conversation without questions and answers that are called so has at least so many labels.
const FEWEST_LABELS: usize = 3;
/// Nobody talks alone.
const FEWEST_VOICES: usize = 2;
/// A turn goes on over at most so many paragraphs: farther labels are another conversation's.
const LONGEST_TURN: usize = 12;

/// What a paragraph is in a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::attribution) enum Turn {
    /// It opens with the units of a label; what is said begins with the unit at the second place.
    Opens(Range<usize>, usize),
    /// It belongs to the turn that was opened last.
    GoesOn,
}

/// A label at the head of a paragraph.
struct Label {
    /// Its units, sign included.
    units: Range<usize>,
    /// Where what is said begins.
    content: usize,
    /// The word by which it is known again.
    key: String,
    part: Part,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Asks,
    Answers,
    Named,
    /// `TEXT:`, `PHOTO:`: it ends a turn and is none.
    Nobody,
}

/// What is kept of a paragraph.
struct Place {
    label: Option<Label>,
    /// Whether a turn can go on in it.
    goes_on: bool,
    /// Whether it is a headline.
    heading: bool,
}

/// The turns of all paragraphs, in the order of [`blocks`]; nothing where there is no conversation.
pub(in crate::attribution) fn find(prepared: &Prepared) -> Vec<Option<Turn>> {
    // Nearly no article is a conversation: its units are not made for this alone.
    if block_tokens(prepared)
        .filter(|block| may_have_label(prepared, block))
        .nth(FEWEST_VOICES - 1)
        .is_none()
    {
        return Vec::new();
    }
    let mut places: Vec<Place> = blocks(prepared, 0)
        .filter_map(|block| Paragraph::new(prepared, None, &block, None).map(|paragraph| place(&paragraph)))
        .collect();
    drop_headings(&mut places);
    if !is_conversation(&places) {
        return Vec::new();
    }
    let mut turns: Vec<Option<Turn>> = places.iter().map(|_| None).collect();
    let goes_on: Vec<bool> = places.iter().map(|place| place.goes_on).collect();
    let mut last: Option<usize> = None;
    for (at, place) in places.into_iter().enumerate() {
        let Some(label) = place.label else { continue };
        if label.part == Part::Nobody {
            last = None;
            continue;
        }
        if let Some(open) = last.filter(|&open| at - open <= LONGEST_TURN) {
            for between in (open + 1..at).filter(|&between| goes_on[between]) {
                turns[between] = Some(Turn::GoesOn);
            }
        }
        turns[at] = Some(Turn::Opens(label.units, label.content));
        last = Some(at);
    }
    turns
}

fn place(paragraph: &Paragraph) -> Place {
    Place {
        label: label(paragraph),
        goes_on: paragraph.is_text() && !is_direction(paragraph),
        heading: !paragraph.is_text() && paragraph.kind() != Some(BlockKind::ListItem),
    }
}

/// Takes out the labels of headlines that nobody has again: `TRANSCRIPT: Ada Lund at the harbour`.
fn drop_headings(places: &mut [Place]) {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for label in places.iter().filter_map(|place| place.label.as_ref()) {
        *times.entry(label.key.clone()).or_default() += 1;
    }
    for place in places.iter_mut().filter(|place| place.heading) {
        let again = |label: &Label| times.get(&label.key).is_some_and(|&times| times > 1);
        place.label.take_if(|label| !again(label));
    }
}

/// Whether the labels belong to people who take turns: one asks and one answers, or somebody speaks again.
fn is_conversation(places: &[Place]) -> bool {
    let labels = || places.iter().filter_map(|place| place.label.as_ref());
    let has = |part: Part| labels().any(|label| label.part == part);
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    let voiced = |label: &&Label| label.part != Part::Nobody;
    for label in labels().filter(voiced) {
        *times.entry(label.key.as_str()).or_default() += 1;
    }
    let again = times.len() >= FEWEST_VOICES
        && times.values().any(|&times| times > 1)
        && times.values().sum::<usize>() >= FEWEST_LABELS;
    has(Part::Asks) && has(Part::Answers) || again
}

fn label(paragraph: &Paragraph) -> Option<Label> {
    if !matches!(
        paragraph.kind(),
        Some(
            BlockKind::Paragraph
                | BlockKind::Quote
                | BlockKind::ListItem
                | BlockKind::Title
                | BlockKind::Heading
        )
    ) {
        return None;
    }
    lettered(paragraph).or_else(|| named(paragraph))
}

/// Whether a label can open the block of these tokens. No unit of a label is a quoted stretch: its units are tokens.
fn may_have_label(prepared: &Prepared, block: &Range<usize>) -> bool {
    let tokens = &prepared.tokens;
    let is_colon = |at: usize| tokens.form(at) == ":";
    letter(tokens.form(block.start)).is_some() || block.clone().skip(1).take(LONGEST_LABEL).any(is_colon)
}

/// Who speaks behind the word `q`, `answer` or the like.
fn letter(form: &str) -> Option<Part> {
    match form.strip_suffix('.').unwrap_or(form) {
        "q" | "question" => Some(Part::Asks),
        "a" | "answer" => Some(Part::Answers),
        _ => None,
    }
}

/// `Q:`, `A.`, `Question:`
fn lettered(paragraph: &Paragraph) -> Option<Label> {
    let form = paragraph.form(0);
    let dotted = form.strip_suffix('.');
    let part = letter(form)?;
    let content = if dotted.is_some() { 1 } else { 2 };
    let signed = dotted.is_some() || paragraph.chunk(1) == Chunk::Colon;
    (signed && paragraph.units().len() > content).then(|| Label {
        units: 0..content,
        content,
        key: form.trim_end_matches('.').to_owned(),
        part,
    })
}

fn named(paragraph: &Paragraph) -> Option<Label> {
    let units = paragraph.units();
    let colon = (1..units.len().min(LONGEST_LABEL + 1)).find(|&at| paragraph.chunk(at) == Chunk::Colon)?;
    let name_end = (0..colon)
        .find(|&at| matches!(paragraph.chunk(at), Chunk::Comma | Chunk::Bracket))
        .unwrap_or(colon);
    let capital = |at: usize| units[at].features.shape.is_capital();
    let shouts = (0..name_end).all(|at| units[at].features.shape.is_all_capitals());
    // `Chief engineer Ada Lund:`
    let full = name_end > 2 && capital(name_end - 1) && capital(name_end - 2);
    let office = |at: usize| full && paragraph.chunk(at) == Chunk::Nominal;
    // `THE COURT:`, but no `The plan:`
    let names = name_end > 0
        && (0..name_end).all(|at| capital(at) || paragraph.is_small(at) || office(at))
        && capital(0)
        && (shouts || matches!(paragraph.chunk(0), Chunk::Nominal | Chunk::Verb | Chunk::CueVerb));
    let described = (name_end..colon).all(|at| !is_finite(&units[at]) && !units[at].is_folded());
    let last = (0..name_end).rev().find(|&at| capital(at))?;
    let key = paragraph.form(last).to_owned();
    let part = if WordSet::Voiceless.has(&key) {
        Part::Nobody
    } else {
        Part::Named
    };
    (names && described && colon + 1 < units.len()).then(|| Label {
        units: 0..colon + 1,
        content: colon + 1,
        key,
        part,
    })
}

/// A verb in lower case: labels have none.
fn is_finite(unit: &Unit) -> bool {
    matches!(
        unit.features.chunk,
        Chunk::Verb | Chunk::CueVerb | Chunk::Auxiliary
    ) && !unit.features.shape.is_capital()
}

/// `(Applause.)`, `[Laughter]`
fn is_direction(paragraph: &Paragraph) -> bool {
    let text = paragraph.whole().text(&paragraph.prepared.source.text);
    text.starts_with(['(', '[']) && text.ends_with([')', ']'])
}
