//! Third pass: whether a cue with what it governs is a quotation, given all other candidates around.

use crate::attribution::features::{Chunk, UnitFeatures};
use crate::attribution::passes::units::{Sequence, Unit};
use crate::model::hash::mix;
use std::ops::Range;

/// A cue of one sequence with what it governs, as units.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// The cue.
    pub cue: Range<usize>,
    /// Log-odds of the cue, scaled as weights are.
    pub cue_score: i32,
    /// Who says it.
    pub source: Option<Range<usize>>,
    /// Score of the source, 0 without one.
    pub source_score: i32,
    /// By how much the best reading with a source beats the best one without.
    pub source_margin: i32,
    /// What is said.
    pub content: Vec<Range<usize>>,
    /// Score of all contents.
    pub content_score: i32,
    /// Whether the order of words leaves no doubt that it is a quotation.
    pub certain: bool,
}

/// Features of `frames[at]`, all frames of `sequence` being candidates in text order.
///
/// Each is a number of its own by its place among the calls below: a model that was trained knows them by that.
pub fn features(sequence: &Sequence, frames: &[Frame], at: usize, mut give: impl FnMut(u32)) {
    let mut template = 500;
    let mut f = |value: u32| {
        template += 1;
        give(mix(template, value));
    };
    let (frame, parts) = (&frames[at], Parts::of(sequence, &frames[at]));
    of_scores(frame, &parts, &mut f);
    of_cue_and_content(frame, &parts, &mut f);
    of_source(&parts, &mut f);
    of_distances(sequence, frame, &parts, &mut f);
    of_neighbours(&Others::of(frames, at), bin(frame.cue_score), &mut f);
}

/// What a frame is made of, as the features ask for it.
struct Parts {
    /// The word of the cue that carries its meaning, and its last one.
    cue: (UnitFeatures, UnitFeatures),
    source: Range<usize>,
    has_source: u32,
    source_first: UnitFeatures,
    /// The last unit of the source that can be somebody.
    source_head: UnitFeatures,
    content: Range<usize>,
    content_first: UnitFeatures,
    /// Units of all contents.
    length: usize,
    /// Quoted stretches among them.
    quoted: u32,
    /// What stands behind the contents, and whether a sentence ends there.
    ending: u32,
    /// Which of cue, source and content stands before which.
    order: u32,
}

impl Parts {
    fn of(sequence: &Sequence, frame: &Frame) -> Self {
        let units = &sequence.units;
        let features = |at: usize| {
            units
                .get(at)
                .map_or(UnitFeatures::default(), |unit| unit.features)
        };
        let source = frame.source.clone().unwrap_or(0..0);
        let has_source = u32::from(frame.source.is_some());
        let can_be_somebody = |unit: &&Unit| matches!(unit.features.chunk, Chunk::Nominal | Chunk::Pronoun);
        let source_head = units[source.clone()].iter().rev().find(can_be_somebody);
        let content = frame.content.first().cloned().unwrap_or(0..0);
        let content_end = frame.content.last().map_or(0, |last| last.end);
        let contents = frame.content.iter().flat_map(|part| &units[part.clone()]);
        Parts {
            cue: sequence.cue_ends(frame.cue.clone()),
            has_source,
            source_first: frame
                .source
                .as_ref()
                .map_or(UnitFeatures::default(), |source| features(source.start)),
            source_head: source_head.map_or(UnitFeatures::default(), |unit| unit.features),
            content_first: features(content.start),
            length: frame.content.iter().map(Range::len).sum(),
            quoted: contents.filter(|unit| unit.is_quotation()).count() as u32,
            ending: ending(sequence, content_end),
            order: u32::from(content.start > frame.cue.start)
                | u32::from(source.start > frame.cue.start) << 1
                | u32::from(source.start > content.start) << 2
                | has_source << 3,
            source,
            content,
        }
    }
}

/// The class of the unit at `end`, and whether it stands in another sentence than the one before it.
fn ending(sequence: &Sequence, end: usize) -> u32 {
    let next = sequence.units.get(end);
    let class = next.map_or(99, |unit| unit.features.class.code());
    class << 1 | u32::from(next.is_some_and(|unit| unit.sentence != sentence_before(sequence, end)))
}

fn of_scores(frame: &Frame, parts: &Parts, f: &mut impl FnMut(u32)) {
    let cue = bin(frame.cue_score);
    f(cue);
    f(bin(frame.source_score) << 8 | parts.has_source);
    f(bin(frame.source_margin) << 8 | parts.has_source);
    f(bin(frame.content_score));
    f(bin(frame.content_score / parts.length.max(1) as i32));
    f(cue << 8 | bin(frame.source_margin));
    f(cue << 8 | bin(frame.content_score));
    f(bin(frame.source_margin) << 8 | bin(frame.content_score));
    f(bin(frame.cue_score + frame.source_score + frame.content_score));
}

fn of_cue_and_content(frame: &Frame, parts: &Parts, f: &mut impl FnMut(u32)) {
    let (cue, (head, last)) = (bin(frame.cue_score), &parts.cue);
    let class = head.class.code() << 8 | head.stance.code();
    let (length, quoted) = (bucket(parts.length), parts.quoted.min(3));
    f(mix(head.lemma, cue / 3));
    f(mix(head.lemma, parts.has_source));
    f(mix(head.lemma, last.form));
    f(mix(class, cue / 2));
    f(mix(class, parts.order));
    f(mix(head.lemma, parts.order));
    f(parts.order << 4 | quoted);
    f(length << 8 | quoted << 4 | frame.content.len().min(4) as u32);
    f(mix(head.lemma, length));
    f(parts.content_first.form);
    f(mix(parts.content_first.class.code(), class));
    f(mix(parts.content_first.form, head.lemma));
    f(parts.ending);
    f(parts.ending << 8 | length);
}

fn of_source(parts: &Parts, f: &mut impl FnMut(u32)) {
    let (first, somebody, cue) = (&parts.source_first, &parts.source_head, &parts.cue.0);
    f(somebody.form);
    f(mix(somebody.form, cue.lemma));
    f(first.form);
    f(first.class.code() << 8 | somebody.class.code());
    f(somebody.shape.code() << 8 | first.shape.code());
    f(somebody.suffix);
    f(mix(
        somebody.class.code(),
        cue.class.code() << 8 | cue.stance.code(),
    ));
}

fn of_distances(sequence: &Sequence, frame: &Frame, parts: &Parts, f: &mut impl FnMut(u32)) {
    let from_cue = |part: &Range<usize>| {
        let gap = if part.start >= frame.cue.end {
            part.start - frame.cue.end
        } else {
            frame.cue.start.saturating_sub(part.end)
        };
        gap.min(7) as u32
    };
    let source = parts.has_source * (1 + from_cue(&parts.source));
    let gaps = from_cue(&parts.content) << 8 | source << 4 | parts.order;
    let class = parts.cue.0.class.code();
    f(bucket(parts.source.len()) << 8 | source);
    f(gaps);
    f(mix(gaps, mix(class, parts.quoted.min(2))));
    f(u32::from(sequence.units[frame.cue.start].sentence == 0) << 8 | class);
    f(sequence.units.len().min(20) as u32);
}

fn of_neighbours(others: &Others, cue: u32, f: &mut impl FnMut(u32)) {
    f(others.holds_me);
    f(others.i_hold);
    f(others.shares_content);
    f((others.shares_content << 8) | (cue / 2));
    f((others.holds_me << 8) | (cue / 2));
    f((others.i_hold << 8) | (cue / 2));
    f((others.same_source << 8) | (cue / 2));
    f(mix(
        others.holds_me << 8 | others.i_hold,
        others.shares_content << 8 | others.same_source,
    ));
}

fn sentence_before(sequence: &Sequence, end: usize) -> u32 {
    end.checked_sub(1)
        .and_then(|at| sequence.units.get(at))
        .map_or(0, |unit| unit.sentence)
}

/// How other candidates touch this one: 0 for not at all, otherwise how the best of them compares.
#[derive(Clone, Copy, Debug, Default)]
struct Others {
    holds_me: u32,
    i_hold: u32,
    shares_content: u32,
    same_source: u32,
}

/// Candidates farther away in the list do not touch.
const NEIGHBOURS: usize = 6;

impl Others {
    fn of(frames: &[Frame], at: usize) -> Self {
        let mut others = Others::default();
        let me = &frames[at];
        let range = at.saturating_sub(NEIGHBOURS)..frames.len().min(at + NEIGHBOURS + 1);
        for other in range.filter(|&other| other != at).map(|other| &frames[other]) {
            let compared = (bin(other.cue_score) / 3).max(1) << 1 | u32::from(other.cue_score > me.cue_score);
            let holds = |a: &Frame, b: &Frame| {
                a.content
                    .iter()
                    .any(|part| part.start <= b.cue.start && b.cue.end <= part.end)
            };
            let touch = me.content.iter().any(|mine| {
                other
                    .content
                    .iter()
                    .any(|theirs| mine.start < theirs.end && theirs.start < mine.end)
            });
            if holds(other, me) {
                others.holds_me = others.holds_me.max(compared);
            }
            if holds(me, other) {
                others.i_hold = others.i_hold.max(compared);
            }
            if touch {
                others.shares_content = others.shares_content.max(compared);
            }
            if me.source.is_some() && me.source == other.source {
                others.same_source = others.same_source.max(compared);
            }
        }
        others
    }
}

/// Scores in steps of half a unit, 0 to 31.
fn bin(score: i32) -> u32 {
    (score.div_euclid(12) + 10).clamp(0, 31) as u32
}

fn bucket(length: usize) -> u32 {
    match length {
        0..=5 => length as u32,
        6..=8 => 6,
        9..=12 => 7,
        13..=18 => 8,
        19..=27 => 9,
        28..=40 => 10,
        _ => 11,
    }
}
