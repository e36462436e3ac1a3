//! Sources that stand with their verb behind what is said, or in the middle of it, without quotation marks: `The dam
//! is safe, studies have shown`, `The mill, Lund said on Monday, has closed`; with marks where the model has overlooked
//! who says it.

use crate::attribution::features::Chunk;
use crate::attribution::passes::choice::Frame;
use crate::attribution::passes::units::{Sequence, Unit};
use crate::attribution::rules::unit_view::{LONGEST_SOURCE, UnitView};
use crate::lexicon;
use crate::prepared::Prepared;
use std::ops::Range;

/// What stands between the verb and the comma after it has at most so many words: `said at a meeting on Monday,`
const LONGEST_ADJUNCT: usize = 10;

/// Gives the frames whose source and verb stand in or behind their content all of that content.
pub(in crate::attribution) fn around(prepared: &Prepared, sequence: &Sequence, frames: &mut [Frame]) {
    let words = UnitView::new(prepared, sequence);
    for frame in frames {
        if let Some((content, source)) = words.parted(frame) {
            (frame.content, frame.source) = (content, Some(source));
        } else if frame.source.is_none()
            && let Some((content, source)) = words.behind_marks(&frame.cue)
        {
            (frame.content, frame.source) = (content, Some(source));
        } else if (frame.source.is_none() || words.is_time(frame))
            && let Some((content, source)) = words.behind_content(&frame.cue)
        {
            (frame.content, frame.source) = (vec![content], Some(source));
        } else if let Some(parts) = words.parted_by_dashes(frame) {
            frame.content = parts;
        } else if let Some(clause) = words.own_clause(frame) {
            frame.content = vec![clause];
        } else if let Some(start) = words.earlier_start(frame) {
            frame.content[0].start = start;
        }
    }
}

impl UnitView<'_> {
    /// The two parts of `The mill, Lund said on Monday, has closed`, and who says it.
    fn parted(&self, frame: &Frame) -> Option<(Vec<Range<usize>>, Range<usize>)> {
        let source = frame.source.clone()?;
        let cue = &frame.cue;
        let sentence = self.sentence(cue.start);
        let (first, last) = (source.start.min(cue.start), source.end.max(cue.end));
        let comma = first.checked_sub(1).filter(|&at| at > sentence.start)?;
        let adjunct =
            || (last..sentence.end.min(last + LONGEST_ADJUNCT)).take_while(|&at| !self.is_finite(at));
        let closing = match adjunct().find(|&at| matches!(self.chunk(at), Chunk::Comma | Chunk::Dash))? {
            // `said – wiping flour from her hands –`
            dash if self.chunk(dash) == Chunk::Dash => {
                adjunct().find(|&at| at > dash && self.chunk(at) == Chunk::Dash)?
            }
            comma => comma,
        };
        let verb = (closing + 1..sentence.end).find(|&at| self.chunk(at) != Chunk::Other)?;
        let (before, after) = (sentence.start..comma, closing + 1..self.without_stop(&sentence));
        let told = self.chunk(comma) == Chunk::Comma
            && matches!(self.chunk(source.start), Chunk::Nominal | Chunk::Pronoun)
            && self.sequence.has_cue_verb(cue.clone())
            && matches!(self.chunk(before.start), Chunk::Nominal | Chunk::Pronoun)
            && before
                .clone()
                .all(|at| !self.is_finite(at) && !self.is_quoted(at) && self.chunk(at) != Chunk::Comma)
            && self.is_finite(verb)
            && !after.is_empty();
        told.then(|| (vec![before, after], source))
    }

    /// Both parts of `"The ferry" – he pointed at the hull – "has carried four generations," said Lund`, of which one was
    /// found: what stands between the dashes tells what somebody does while speaking.
    fn parted_by_dashes(&self, frame: &Frame) -> Option<Vec<Range<usize>>> {
        let in_marks = |at: &usize| self.unit(*at).is_some_and(Unit::is_folded);
        let [found] = frame.content.as_slice() else {
            return None;
        };
        if found.len() != 1 || !in_marks(&found.start) {
            return None;
        }
        let sentence = self.sentence(frame.cue.start);
        let quoted: Vec<usize> = sentence.filter(in_marks).take(3).collect();
        let [first, second] = quoted[..] else {
            return None;
        };
        let is_dash = |at: usize| self.chunk(at) == Chunk::Dash;
        let opening = (first + 1..second).find(|&at| is_dash(at))?;
        let narrated = opening + 1 < second - 1 && is_dash(second - 1);
        let before_dash = (first + 1..opening).all(|at| self.belongs_to(frame, at));
        let parts = vec![first..first + 1, second..second + 1];
        (narrated && before_dash && parts.contains(found)).then_some(parts)
    }

    /// Whether the unit at `at` is of the source or the cue of `frame`.
    fn belongs_to(&self, frame: &Frame, at: usize) -> bool {
        frame.cue.contains(&at) || frame.source.as_ref().is_some_and(|source| source.contains(&at))
    }

    /// What is said in `The line will open in May, its chief, Ada Lund, said on Monday. "Every sleeper is new," ...`, where
    /// only the quotation behind it was found.
    fn own_clause(&self, frame: &Frame) -> Option<Range<usize>> {
        let source = frame.source.as_ref()?;
        let sentence = self.sentence(frame.cue.start);
        let elsewhere = frame.content.iter().all(|part| part.start >= sentence.end);
        let comma = source.start.checked_sub(1).filter(|&at| at > sentence.start)?;
        let clause = sentence.start..comma;
        let told = self.chunk(comma) == Chunk::Comma
            && source.end <= frame.cue.start
            && !self.leads_in(clause.start)
            && clause.clone().any(|at| self.is_finite(at))
            && !(sentence.start..sentence.end).any(|at| self.is_quoted(at));
        (elsewhere && told).then_some(clause)
    }

    /// Where the content of `The dam could hold, but only if it is dry, Lund said` begins when only its end was found.
    fn earlier_start(&self, frame: &Frame) -> Option<usize> {
        let [part] = frame.content.as_slice() else {
            return None;
        };
        let source = frame.source.as_ref()?;
        let sentence = self.sentence(frame.cue.start);
        let behind = source.end == frame.cue.start
            && part.end + 1 == source.start
            && self.chunk(part.end) == Chunk::Comma
            && part.start > sentence.start
            && self.sequence.has_speech_verb(frame.cue.clone());
        let plain = (sentence.start..part.start).all(|at| {
            self.chunk(at) != Chunk::CueVerb && !self.is_quoted(at) && self.chunk(at) != Chunk::Colon
        });
        let clause = (sentence.start..part.start).any(|at| self.is_finite(at));
        (behind && plain && clause).then_some(sentence.start)
    }

    /// Contents and source of `"Our mill," wrote the owner in a letter, "has closed."`
    fn behind_marks(&self, cue: &Range<usize>) -> Option<(Vec<Range<usize>>, Range<usize>)> {
        let in_marks = |at: usize| self.unit(at).is_some_and(Unit::is_folded);
        let before = cue.start.checked_sub(1).filter(|&at| in_marks(at))?;
        let sentence = self.sentence(cue.start);
        let source = self
            .phrase(cue.end, sentence.end)
            .filter(|_| cue.len() == 1 && self.sequence.has_speech_verb(cue.clone()))?;
        let after = (source.end..sentence.end).find(|&at| in_marks(at));
        let parts = [Some(before), after].into_iter().flatten();
        Some((parts.map(|at| at..at + 1).collect(), source))
    }

    /// Content and source of `The dam is safe, other studies have shown.`
    fn behind_content(&self, cue: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        let sentence = self.sentence(cue.start);
        let end = self.left_of(cue.start, sentence.start)? + 1;
        let comma = (sentence.start..end)
            .rev()
            .take(LONGEST_SOURCE)
            .find(|&at| self.chunk(at) == Chunk::Comma)?;
        let (content, source) = (sentence.start..comma, comma + 1..end);
        let named = matches!(self.chunk(source.start), Chunk::Nominal | Chunk::Pronoun)
            && !source.clone().any(|at| self.is_verb(at));
        let told = !self.leads_in(content.start)
            && content.clone().any(|at| self.is_finite(at))
            && !content.clone().any(|at| self.is_quoted(at));
        let rest = (cue.end..sentence.end)
            .find(|&at| !matches!(self.chunk(at), Chunk::Nominal | Chunk::Preposition | Chunk::Other))
            .unwrap_or(sentence.end);
        let goes_on = || matches!(self.chunk(rest + 1), Chunk::Subordinator | Chunk::Preposition);
        let last = rest == sentence.end
            || self.chunk(rest) == Chunk::Stop
            || self.chunk(rest) == Chunk::Comma && goes_on();
        let said = self.sequence.has_cue_verb(cue.clone())
            && cue.clone().all(|at| self.is_finite(at) || !self.is_verb(at));
        (named && told && last && said && source.end > source.start).then_some((content, source))
    }

    /// Whether the unit at `at` opens what leads in a clause: `After the flood,`
    fn leads_in(&self, at: usize) -> bool {
        matches!(
            self.chunk(at),
            Chunk::Preposition | Chunk::Subordinator | Chunk::Verb | Chunk::CueVerb | Chunk::InfinitiveTo
        )
    }

    /// Whether `frame` has nothing but a day for its content: `said Friday afternoon`.
    fn is_time(&self, frame: &Frame) -> bool {
        let [part] = frame.content.as_slice() else {
            return false;
        };
        let day = self.form(part.start);
        part.start == frame.cue.end
            && (lexicon::is_weekday(day) || matches!(day, "today" | "yesterday"))
            && part.clone().all(|at| self.chunk(at) == Chunk::Nominal)
    }
}
