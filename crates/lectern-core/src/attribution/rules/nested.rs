//! Quotations inside quotations: what a speaker tells of the words of others.

use crate::article::VerbClass;
use crate::attribution::features::Chunk;
use crate::attribution::passes::arguments::REACH;
use crate::attribution::passes::choice::Frame;
use crate::attribution::passes::units::{Sequence, Unit};
use crate::attribution::{SCALE, Thresholds};
use crate::lexicon::WordClass;
use std::ops::Range;

/// A quotation inside another one has at least so many words: less is no message.
const SHORTEST: u32 = 2;
/// Words in marks of their own are taken from this score on: the last pass has met few of them.
const IN_MARKS: i32 = -6 * SCALE;

/// `frame`, inside quotation marks, as words of somebody else: not what the speaker wants or knows.
pub(in crate::attribution) fn retold(
    sequence: &Sequence,
    frame: &Frame,
    score: i32,
    thresholds: &Thresholds,
) -> Option<Frame> {
    let mut frame = frame.clone();
    let in_marks = words_in_marks(sequence, &frame);
    if let Some(marked) = &in_marks {
        frame.content = vec![marked.clone()];
        frame.source = frame.source.or_else(|| subject(sequence, frame.cue.start));
    } else if let Some(last) = frame.content.last_mut() {
        last.end = clause_end(sequence, last);
    }
    let source = frame.source.clone()?;
    let by_others = !sequence.is_first_or_second_person(source.clone());
    let told = if in_marks.is_some() {
        score >= IN_MARKS
    } else {
        score >= thresholds.keep
            && (sequence.has_speech_verb(frame.cue.clone()) || is_thought(sequence, &frame, source))
    };
    (by_others && told && has_message(sequence, &frame)).then_some(frame)
}

/// Whether `frame` is something said inside what one of `holders`, in text order, says.
pub(in crate::attribution) fn lies_in(
    sequence: &Sequence,
    frame: &Frame,
    holders: &[&Frame],
    thresholds: &Thresholds,
) -> bool {
    let Some(source) = &frame.source else {
        return false;
    };
    let holds = |holder: &&Frame| {
        let inside = |run: &Range<usize>| {
            holder
                .content
                .iter()
                .any(|part| part.start <= run.start && run.end <= part.end)
        };
        inside(&frame.cue) && inside(source) && frame.content.iter().all(inside)
    };
    // content lies within reach of its cue: the others cannot hold anything here
    let first = holders.partition_point(|holder| holder.cue.end + REACH < frame.cue.start);
    let near = holders[first..]
        .iter()
        .take_while(|holder| holder.cue.start <= frame.cue.end + REACH);
    frame.cue_score >= thresholds.nested
        && is_told(sequence, &frame.cue)
        && (sequence.has_speech_verb(frame.cue.clone()) || is_thought(sequence, frame, source.clone()))
        && has_message(sequence, frame)
        && near.clone().any(holds)
}

/// Whether the verb of `cue` tells of something said: `complained`, `had told`; not `to publish`, `must urge`, `warning`.
fn is_told(sequence: &Sequence, cue: &Range<usize>) -> bool {
    let units = &sequence.units;
    let class = |at: usize, class: WordClass| units[at].features.class.is(class);
    let wished = |at: usize| {
        units[at].features.chunk == Chunk::InfinitiveTo
            || class(at, WordClass::Modal)
            || class(at, WordClass::Negation)
            || class(at, WordClass::VerbGerund)
    };
    !(cue.start.saturating_sub(1)..cue.end).any(wished)
}

/// The stretch in marks beside the cue that opens with a capital, if the content has one there.
fn words_in_marks(sequence: &Sequence, frame: &Frame) -> Option<Range<usize>> {
    let units = &sequence.units;
    let speaks = |at: &usize| units[*at].is_folded() && units[*at].begins_as_sentence();
    let near = |at: &usize| {
        let between = if *at >= frame.cue.end {
            frame.cue.end..*at
        } else {
            *at + 1..frame.cue.start
        };
        between.len() <= 3 && !units[between].iter().any(is_verb)
    };
    let has_verb = units[frame.cue.clone()].iter().any(is_verb);
    let at = frame
        .content
        .iter()
        .cloned()
        .flatten()
        .find(|at| speaks(at) && near(at))?;
    has_verb.then_some(at..at + 1)
}

/// The words before the verb at `verb` that can be its subject: `Somebody at the back`, `My boss looked at me and`.
fn subject(sequence: &Sequence, verb: usize) -> Option<Range<usize>> {
    let units = &sequence.units;
    let chunk = |at: usize| units[at].features.chunk;
    let opens_clause = |at: usize| {
        let next = units.get(at + 1).map(|unit| unit.features.chunk);
        match chunk(at) {
            Chunk::Stop | Chunk::Comma | Chunk::Colon | Chunk::Subordinator | Chunk::Quotation => true,
            Chunk::Coordinator => matches!(next, Some(Chunk::Nominal | Chunk::Pronoun)),
            _ => false,
        }
    };
    let floor = verb.saturating_sub(REACH);
    let clause = (floor..verb)
        .rev()
        .find(|&at| opens_clause(at))
        .map_or(floor, |at| at + 1);
    let names = |at: &usize| matches!(chunk(*at), Chunk::Nominal | Chunk::Pronoun);
    let first = (clause..verb).find(names)?;
    let end = (first..verb)
        .find(|&at| is_verb(&units[at]) || matches!(chunk(at), Chunk::Auxiliary | Chunk::Coordinator))
        .unwrap_or(verb);
    Some(first..end)
}

/// `experts believe the dam is safe`: a thought that others have, no wish or right to know.
fn is_thought(sequence: &Sequence, frame: &Frame, source: Range<usize>) -> bool {
    let units = &sequence.units;
    let thinks =
        |unit: &Unit| unit.features.stance.is(VerbClass::Think) && unit.features.chunk == Chunk::CueVerb;
    let plain = |unit: &Unit| unit.features.chunk != Chunk::InfinitiveTo;
    units[frame.cue.clone()].iter().any(thinks)
        && units[frame.cue.clone()].iter().all(plain)
        && units[source]
            .iter()
            .any(|unit| unit.features.chunk == Chunk::Nominal)
}

/// Where the clause that `run` begins with ends: before `, and they ...`.
fn clause_end(sequence: &Sequence, run: &Range<usize>) -> usize {
    let chunk = |at: usize| sequence.units.get(at).map(|unit| unit.features.chunk);
    run.clone()
        .find(|&at| {
            chunk(at) == Some(Chunk::Comma)
                && chunk(at + 1) == Some(Chunk::Coordinator)
                && chunk(at + 2) != Some(Chunk::Subordinator)
        })
        .filter(|&at| at > run.start)
        .unwrap_or(run.end)
}

fn has_message(sequence: &Sequence, frame: &Frame) -> bool {
    let words = |run: &Range<usize>| -> u32 {
        let units = &sequence.units[run.clone()];
        units.iter().map(|unit| unit.end - unit.first).sum()
    };
    frame.content.iter().map(words).sum::<u32>() >= SHORTEST
}

fn is_verb(unit: &Unit) -> bool {
    matches!(unit.features.chunk, Chunk::CueVerb | Chunk::Verb)
}
