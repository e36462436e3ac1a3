//! Third pass: whether a cue with what it governs is a quotation, given all other candidates around.

use crate::attribution::model::hash::mix;
use crate::attribution::passes::features::{Chunk, UnitFeatures};
use crate::attribution::passes::units::Sequence;
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
pub fn features(sequence: &Sequence, frames: &[Frame], at: usize, mut give: impl FnMut(u32)) {
    let mut template = 500;
    let mut f = |value: u32| {
        template += 1;
        give(mix(template, value));
    };
    let frame = &frames[at];
    let units = &sequence.units;
    let atom = |at: usize| {
        units
            .get(at)
            .map_or(UnitFeatures::default(), |unit| unit.features)
    };
    let (head, last) = sequence.cue_ends(frame.cue.clone());
    let cue = bin(frame.cue_score);
    let source = frame.source.clone().unwrap_or(0..0);
    let has_source = u32::from(frame.source.is_some());
    let source_head = units[source.clone()]
        .iter()
        .rev()
        .find(|unit| unit.features.chunk == Chunk::Nominal || unit.features.chunk == Chunk::Pronoun);
    let source_head = source_head.map_or(UnitFeatures::default(), |unit| unit.features);
    let source_first = frame
        .source
        .as_ref()
        .map_or(UnitFeatures::default(), |source| atom(source.start));
    let length: usize = frame.content.iter().map(Range::len).sum();
    let (content, content_end) = match (frame.content.first(), frame.content.last()) {
        (Some(first), Some(last)) => (first.clone(), last.end),
        _ => (0..0, 0),
    };
    let quoted = frame
        .content
        .iter()
        .flat_map(|part| &units[part.clone()])
        .filter(|unit| unit.is_quotation())
        .count() as u32;
    let per_unit = frame.content_score / length.max(1) as i32;
    let order = u32::from(content.start > frame.cue.start)
        | u32::from(source.start > frame.cue.start) << 1
        | u32::from(source.start > content.start) << 2
        | has_source << 3;
    let ending = units
        .get(content_end)
        .map_or(99, |unit| unit.features.class.code())
        << 1
        | u32::from(
            units
                .get(content_end)
                .is_some_and(|unit| unit.sentence != atom_sentence(sequence, content_end)),
        );
    let gap = |a: &Range<usize>, b: &Range<usize>| {
        if a.start >= b.end {
            a.start - b.end
        } else {
            b.start.saturating_sub(a.end)
        }
    };
    let source_gap = if has_source == 1 {
        1 + gap(&source, &frame.cue).min(7) as u32
    } else {
        0
    };
    let content_gap = gap(&content, &frame.cue).min(7) as u32;
    f(cue);
    f(bin(frame.source_score) << 8 | has_source);
    f(bin(frame.source_margin) << 8 | has_source);
    f(bin(frame.content_score));
    f(bin(per_unit));
    f(cue << 8 | bin(frame.source_margin));
    f(cue << 8 | bin(frame.content_score));
    f(bin(frame.source_margin) << 8 | bin(frame.content_score));
    f(bin(frame.cue_score + frame.source_score + frame.content_score));
    f(mix(head.lemma, cue / 3));
    f(mix(head.lemma, has_source));
    f(mix(head.lemma, last.form));
    f(mix(head.class.code() << 8 | head.stance.code(), cue / 2));
    f(mix(head.class.code() << 8 | head.stance.code(), order));
    f(mix(head.lemma, order));
    f(order << 4 | quoted.min(3));
    f(bucket(length) << 8 | quoted.min(3) << 4 | frame.content.len().min(4) as u32);
    f(mix(head.lemma, bucket(length)));
    f(atom(content.start).form);
    f(mix(
        atom(content.start).class.code(),
        head.class.code() << 8 | head.stance.code(),
    ));
    f(mix(atom(content.start).form, head.lemma));
    f(ending);
    f(ending << 8 | bucket(length));
    f(source_head.form);
    f(mix(source_head.form, head.lemma));
    f(source_first.form);
    f(source_first.class.code() << 8 | source_head.class.code());
    f(source_head.shape.code() << 8 | source_first.shape.code());
    f(source_head.suffix);
    f(mix(
        source_head.class.code(),
        head.class.code() << 8 | head.stance.code(),
    ));
    f(bucket(source.len()) << 8 | source_gap);
    f(content_gap << 8 | source_gap << 4 | order);
    f(mix(
        content_gap << 8 | source_gap << 4 | order,
        mix(head.class.code(), quoted.min(2)),
    ));
    f(u32::from(units[frame.cue.start].sentence == 0) << 8 | head.class.code());
    f(units.len().min(20) as u32);
    let others = Others::of(frames, at);
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

fn atom_sentence(sequence: &Sequence, end: usize) -> u32 {
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
