//! Whose a verb is that has no subject beside it: the second of two verbs (`agreed, but also warned`), a participle
//! behind or before its clause (`has sued, saying`), an infinitive behind a verb of causing (`forced Lund to admit`).

use crate::attribution::features::Chunk;
use crate::attribution::passes::choice::Frame;
use crate::attribution::passes::units::Sequence;
use crate::attribution::rules::unit_view::{LONGEST_SOURCE, UnitView};
use crate::lexicon::{WordClass, WordSet};
use crate::prepared::Prepared;
use std::ops::Range;

/// A dateline has at most so many words.
const LONGEST_DATELINE: usize = 10;
/// A subject with all that is said of it has at most so many words.
const LONGEST: usize = 30;

/// Gives the frames without a source the subject that their verb shares; what a source is made of is no content.
pub(in crate::attribution) fn share(prepared: &Prepared, sequence: &Sequence, frames: &mut [Frame]) {
    let words = UnitView::new(prepared, sequence);
    for at in 0..frames.len() {
        let (before, rest) = split(&words, frames, at);
        let frame = &mut rest[0];
        if let Some(source) = &frame.source {
            let better = words
                .whole_subject(source, &frame.cue)
                .or_else(|| words.writer(source, &frame.cue, before));
            frame.source = better.or(frame.source.take());
            continue;
        }
        let Some(subject) = words.shared_subject(&frame.cue, before) else {
            continue;
        };
        // what stands before the subject, or behind it
        let without = |part: &Range<usize>| match part {
            part if part.end <= subject.start || subject.end <= part.start => part.clone(),
            part if part.start < subject.start => part.start..words.without_comma(subject.start),
            part => subject.end..part.end,
        };
        let mut content: Vec<Range<usize>> = frame.content.iter().map(without).collect();
        content.retain(|part| !part.is_empty() && !overlap(part, &frame.cue));
        if !content.is_empty() {
            frame.content = content;
            frame.source = Some(subject);
        }
    }
    for at in 0..frames.len() {
        let (before, rest) = split(&words, frames, at);
        words.part(before, &rest[0]);
    }
}

/// The frames of the same sentence before the one at `at`, and those from there on.
fn split<'f>(words: &UnitView, frames: &'f mut [Frame], at: usize) -> (&'f mut [Frame], &'f mut [Frame]) {
    let start = words.sentence(frames[at].cue.start).start;
    let first = frames[..at].partition_point(|frame| frame.cue.start < start);
    frames[first..].split_at_mut(at - first)
}

impl UnitView<'_> {
    /// All of the subject whose last words are `source`: `elected officials from both parties` for `both parties`.
    fn whole_subject(&self, source: &Range<usize>, cue: &Range<usize>) -> Option<Range<usize>> {
        let before = source.start.checked_sub(1)?;
        let beside = self.left_of(cue.start, source.start) == source.end.checked_sub(1);
        // `as rich as Lund claims`, `his claim`, `Lund's claim`
        let compared = self.form(before) == "as" && before >= 2 && self.form(before - 2) == "as";
        let owns = self.chunk(source.start) == Chunk::Pronoun
            || source.len() == 1 && self.has_class(source.start, WordClass::Possessive)
            || matches!(self.form(source.end - 1), "'s" | "’s" | "'" | "’");
        if !beside || compared || owns || !WordSet::WithinSubject.has(self.form(before)) {
            return None;
        }
        let sentence = self.sentence(cue.start);
        let opens = |at: usize| {
            matches!(
                self.chunk(at),
                Chunk::Stop | Chunk::Comma | Chunk::Colon | Chunk::Dash | Chunk::Subordinator
            ) || matches!(self.form(at), "after" | "before" | "as")
        };
        let from = (sentence.start..before)
            .rev()
            .find(|&at| opens(at))
            .map_or(sentence.start, |at| at + 1);
        let described = self.has_class(from, WordClass::VerbPast) && self.chunk(from + 1) == Chunk::Nominal;
        let first = from + usize::from(described);
        let whole = matches!(self.chunk(first), Chunk::Nominal | Chunk::Pronoun)
            && source.end - first <= LONGEST
            && !(first..source.end).any(|at| self.is_finite(at));
        whole.then_some(from..source.end)
    }

    /// Who wrote, where `source` is written to: `sent a letter to the board urging it`.
    fn writer(&self, source: &Range<usize>, cue: &Range<usize>, before: &[Frame]) -> Option<Range<usize>> {
        let to = source.start.checked_sub(1).filter(|&at| self.form(at) == "to")?;
        if !self.has_class(cue.start, WordClass::VerbGerund) || source.end != cue.start {
            return None;
        }
        let sentence = self.sentence(cue.start);
        let letter = (sentence.start..to)
            .rev()
            .take(LONGEST_SOURCE)
            .find(|&at| WordSet::Message.has(self.form(at)))?;
        self.of_clause(letter, &sentence, before)
    }

    /// Ends what one verb of a subject governs before the next one: `said the dam leaks and called for help`.
    fn part(&self, before: &mut [Frame], second: &Frame) {
        let sentence = self.sentence(second.cue.start);
        let and = self
            .left_of(second.cue.start, sentence.start)
            .filter(|&at| matches!(self.form(at), "and" | "but" | "yet"));
        let told = second.source.is_some() && self.sequence.has_speech_verb(second.cue.clone());
        let Some(and) = and.filter(|_| told) else {
            return;
        };
        let first = before.iter_mut().rev().find(|first| {
            let holds = |part: &Range<usize>| part.start < and && second.cue.end <= part.end;
            first.source == second.source && first.content.last().is_some_and(holds)
        });
        if let Some(last) = first.and_then(|first| first.content.last_mut()) {
            last.end = self.without_comma(and).max(last.start + 1);
        }
    }

    fn shared_subject(&self, cue: &Range<usize>, before: &[Frame]) -> Option<Range<usize>> {
        let sentence = self.sentence(cue.start);
        let verb = cue.clone().find(|&at| self.is_verb(at))?;
        let gerund = self.has_class(verb, WordClass::VerbGerund);
        let left = self.left_of(cue.start, sentence.start);
        let left_chunk = left.map_or(Chunk::Edge, |at| self.chunk(at));
        if left_chunk == Chunk::Comma
            && let Some(own) = self.own_subject(cue, &sentence)
        {
            return Some(own);
        }
        let subject = if left_chunk == Chunk::Coordinator {
            self.of_first_verb(left?, verb, &sentence, before)
        } else if gerund && matches!(left_chunk, Chunk::Comma | Chunk::Dash) {
            self.of_clause(left?, &sentence, before)
        } else if gerund && self.opens_sentence(left, sentence.start) {
            self.behind_comma(cue.end, &sentence)
        } else if gerund && left.is_some_and(|at| WordSet::ParticipleOpener.has(self.form(at))) {
            self.of_clause(left?, &sentence, before)
        } else if self.chunk(cue.start) == Chunk::InfinitiveTo || left_chunk == Chunk::InfinitiveTo {
            self.caused(cue.start, &sentence)
        } else {
            None
        }?;
        (subject.end <= cue.start || subject.start >= cue.end).then_some(subject)
    }

    /// The subject that brackets and clauses part from its verb: `The board, which owns the quay, pledged`.
    fn own_subject(&self, cue: &Range<usize>, sentence: &Range<usize>) -> Option<Range<usize>> {
        let from = self.clause_start(sentence.start, cue.start)?;
        let (subject, verb) = self.subject_from(from, cue.end)?;
        let tells = self.sequence.has_speech_verb(cue.clone()) && !self.is_passive(cue);
        (tells && cue.contains(&verb) && subject.end <= cue.start).then_some(subject)
    }

    /// `end`, or the comma before it.
    fn without_comma(&self, end: usize) -> usize {
        let comma = end.checked_sub(1).filter(|&at| self.chunk(at) == Chunk::Comma);
        comma.unwrap_or(end)
    }

    fn opens_sentence(&self, left: Option<usize>, start: usize) -> bool {
        left.is_none_or(|left| left == start && WordSet::ParticipleOpener.has(self.form(left)))
    }

    /// The subject that the verb at `verb` shares with one before the conjunction at `and`.
    fn of_first_verb(
        &self,
        and: usize,
        verb: usize,
        sentence: &Range<usize>,
        before: &[Frame],
    ) -> Option<Range<usize>> {
        let class = |at: usize| self.unit(at).map(|unit| unit.features.class);
        let alike = (sentence.start..and)
            .rev()
            .find(|&at| self.is_finite(at) && self.chunk(at) != Chunk::Auxiliary && class(at) == class(verb));
        if let Some(first) = alike {
            if let Some(source) = source_at(before, first) {
                return Some(source);
            }
            let subject_end = self.left_of(first, sentence.start)?;
            if self.chunk(subject_end) == Chunk::Relative {
                return Some(subject_end..subject_end + 1);
            }
        }
        self.of_clause(and, sentence, before)
    }

    /// The subject of the sentence, whose main verb stands before `until`.
    fn of_clause(&self, until: usize, sentence: &Range<usize>, before: &[Frame]) -> Option<Range<usize>> {
        let from = self.clause_start(sentence.start, until)?;
        let subject = self.subject_from(from, until);
        let first = before.iter().find(|frame| frame.source.is_some());
        let Some((subject, verb)) = subject else {
            return first.and_then(|frame| frame.source.clone());
        };
        source_at(before, verb).or(Some(subject))
    }

    /// The subject of the clause that a comma parts from what leads it in: `Lamenting their luck, Mexicans say`.
    fn behind_comma(&self, from: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
        let starts = (from..sentence.end).filter(|&at| self.chunk(at) == Chunk::Comma);
        starts
            .filter(|&comma| matches!(self.chunk(comma + 1), Chunk::Nominal | Chunk::Pronoun))
            .find_map(|comma| self.subject_from(comma + 1, sentence.end))
            .map(|(subject, _)| subject)
    }

    /// Where the main clause begins: behind phrases that lead it in.
    fn clause_start(&self, start: usize, until: usize) -> Option<usize> {
        let mut from = self.behind_dateline(start);
        if self.chunk(from) == Chunk::Coordinator {
            from += 1;
        }
        while matches!(
            self.chunk(from),
            Chunk::Preposition
                | Chunk::Subordinator
                | Chunk::Other
                | Chunk::InfinitiveTo
                | Chunk::Verb
                | Chunk::CueVerb
        ) {
            from = (from..until).find(|&at| self.chunk(at) == Chunk::Comma)? + 1;
        }
        Some(from)
    }

    /// Behind a place in capitals and a dash: `HILLTOWN - Teachers ...`
    fn behind_dateline(&self, start: usize) -> usize {
        let capitals = |at: usize| {
            self.unit(at)
                .is_some_and(|unit| unit.features.shape.is_all_capitals())
        };
        let dash = (start..start + LONGEST_DATELINE).find(|&at| self.chunk(at) == Chunk::Dash);
        dash.filter(|_| start == 0 && capitals(start))
            .map_or(start, |dash| dash + 1)
    }

    /// The noun phrase at `from` with all that is said of it, and the verb of which it is the subject.
    fn subject_from(&self, from: usize, until: usize) -> Option<(Range<usize>, usize)> {
        if !matches!(self.chunk(from), Chunk::Nominal | Chunk::Pronoun) {
            return None;
        }
        let mut at = from;
        while at < until.min(from + LONGEST) {
            match self.chunk(at) {
                // what a comma or a relative pronoun opens, the next comma closes
                Chunk::Comma | Chunk::Relative => {
                    at = (at + 1..until).find(|&at| self.chunk(at) == Chunk::Comma)?;
                    // a list of names goes on
                    at += 1;
                }
                Chunk::Verb | Chunk::CueVerb | Chunk::Auxiliary if self.is_finite(at) => {
                    let end = self.left_of(at, from)? + 1;
                    let verb = (at..until).find(|&at| self.chunk(at) != Chunk::Auxiliary && self.is_verb(at));
                    return Some((from..end, verb.unwrap_or(at)));
                }
                Chunk::Stop | Chunk::Colon | Chunk::Quotation | Chunk::Subordinator => return None,
                _ => at += 1,
            }
        }
        None
    }

    /// Who is made to do what the infinitive at `to` tells.
    fn caused(&self, to: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
        let causing = (sentence.start..to)
            .rev()
            .take(LONGEST)
            .find(|&at| self.is_verb(at) && WordSet::CausingVerb.has(self.lemma(at)))?;
        self.phrase(causing + 1, to)
    }
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The source of the frame whose cue holds the unit at `verb`.
fn source_at(frames: &[Frame], verb: usize) -> Option<Range<usize>> {
    frames
        .iter()
        .find(|frame| frame.cue.contains(&verb))
        .and_then(|frame| frame.source.clone())
}
