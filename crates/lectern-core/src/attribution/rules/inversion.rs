//! Sources that stand after the verb where the corpus has them before: `The ferry is unsafe, said the harbour
//! office`, `The plan was called a farce by the union`.

use crate::attribution::features::Chunk;
use crate::attribution::passes::choice::Frame;
use crate::attribution::passes::units::Sequence;
use crate::attribution::rules::unit_view::{LONGEST_SOURCE, UnitView};
use crate::lexicon::WordClass;
use crate::prepared::Prepared;
use crate::text::order;
use std::ops::Range;

/// Verbs that stand between what is said and who says it without quotation marks.
const INVERTED: [&str; 5] = ["say", "claim", "report", "announce", "warn"];
/// Passives whose subject says it all the same: `was quoted by the paper as saying`.
const SUBJECT_SAYS: [&str; 5] = ["quote", "cite", "report", "hear", "allege"];

/// `frame` with source and content as the order of words tells them, and whether it does.
pub(in crate::attribution) fn straighten(
    prepared: &Prepared,
    sequence: &Sequence,
    frame: Frame,
) -> (Frame, bool) {
    let words = UnitView::new(prepared, sequence);
    if let Some((content, source)) = words.inverted(&frame.cue) {
        let content = vec![content];
        let source = Some(source);
        return (
            Frame {
                content,
                source,
                ..frame
            },
            true,
        );
    }
    let turned = words
        .agent(&frame)
        .map(|agent| with_agent(frame.clone(), agent))
        .filter(|turned| !turned.content.is_empty());
    (turned.unwrap_or(frame), false)
}

/// Reads `Lund was quoted by the paper as saying that ...`, whether it is one cue or two: the subject says it.
pub(in crate::attribution) fn join_reported(
    prepared: &Prepared,
    sequence: &Sequence,
    frames: &mut Vec<Frame>,
) {
    let words = UnitView::new(prepared, sequence);
    let mut joined: Vec<Frame> = Vec::with_capacity(frames.len());
    for mut frame in std::mem::take(frames) {
        let reported = joined.last().filter(|last| {
            words.is_reported(&last.cue) && !last.certain && words.is_report(&last.cue, &frame.cue)
        });
        if let Some(reported) = reported {
            let cue = reported.cue.clone();
            if words.give_to_subject(&mut frame, &cue) {
                joined.pop();
            }
        } else if words.is_reported(&frame.cue) && words.is_report(&frame.cue, &frame.cue) {
            let cue = frame.cue.clone();
            words.give_to_subject(&mut frame, &cue);
        }
        joined.push(frame);
    }
    *frames = joined;
}

impl UnitView<'_> {
    /// Content and source of `..., said the harbour office on Monday.`
    fn inverted(&self, cue: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        let finite = self.has_class(cue.start, WordClass::VerbPast)
            || self.has_class(cue.start, WordClass::VerbPresent)
            || self.has_class(cue.start, WordClass::VerbBase);
        let comma = cue
            .start
            .checked_sub(1)
            .filter(|&at| self.chunk(at) == Chunk::Comma)?;
        if cue.len() != 1 || !finite || !INVERTED.contains(&self.lemma(cue.start)) {
            return None;
        }
        let sentence = self.sentence(cue.start);
        let before = sentence.start..comma;
        let source = self.phrase(cue.end, sentence.end)?;
        let rest = source.end..sentence.end;
        let clause = before.len() >= 3
            && !before.clone().any(|at| self.is_quoted(at))
            && before.clone().find(|&at| self.is_verb(at)).is_none_or(|verb| {
                verb > before.start && !matches!(self.chunk(verb - 1), Chunk::Comma | Chunk::Relative)
            });
        let verbless = before.clone().all(|at| !self.is_finite(at));
        // only headlines do without a verb
        let whole =
            sentence.len() == self.sequence.units.len() && self.chunk(sentence.end - 1) != Chunk::Stop;
        let nothing_more = rest.clone().all(|at| {
            matches!(
                self.chunk(at),
                Chunk::Stop | Chunk::Nominal | Chunk::Preposition | Chunk::Other | Chunk::Bracket
            )
        });
        (clause && (!verbless || whole) && nothing_more).then_some((before, source))
    }

    /// `was quoted`, `is alleged`.
    fn is_reported(&self, cue: &Range<usize>) -> bool {
        self.is_passive(cue) && cue.clone().any(|at| SUBJECT_SAYS.contains(&self.lemma(at)))
    }

    /// Whether `cue` is, or ends with, the `as saying` or `to have said` of `reported`.
    fn is_report(&self, reported: &Range<usize>, cue: &Range<usize>) -> bool {
        let sentence = self.sentence(reported.start);
        let leads = |at: usize| matches!(self.form(at), "as" | "have" | "having");
        cue.end <= sentence.end
            && cue.start < reported.end + LONGEST_SOURCE
            && (cue.start.saturating_sub(1)..cue.end).any(leads)
            && (cue.start..cue.end)
                .next_back()
                .is_some_and(|at| self.is_verb(at))
    }

    /// Gives `frame` the subject of the passive `reported` for its source, and what comes after its cue, or stands
    /// before the subject, for its content. Nothing where there is no such subject.
    fn give_to_subject(&self, frame: &mut Frame, reported: &Range<usize>) -> bool {
        let sentence = self.sentence(reported.start);
        let is_edge = |at: &usize| {
            matches!(
                self.chunk(*at),
                Chunk::Comma | Chunk::Quotation | Chunk::Colon | Chunk::Dash | Chunk::Subordinator
            )
        };
        let edge = (sentence.start..reported.start).rev().find(is_edge);
        let subject = edge.map_or(sentence.start, |edge| edge + 1)..reported.start;
        let named = subject
            .clone()
            .any(|at| matches!(self.chunk(at), Chunk::Nominal | Chunk::Pronoun));
        if !named || subject.len() > LONGEST_SOURCE {
            return false;
        }
        let mut after: Vec<Range<usize>> = frame.content.clone();
        after.retain(|part| part.start >= frame.cue.end);
        if after.is_empty() {
            let end = edge.map_or(sentence.start, |edge| {
                if self.chunk(edge) == Chunk::Quotation {
                    edge + 1
                } else {
                    edge
                }
            });
            after.extend((end > sentence.start).then_some(sentence.start..end));
        }
        if after.is_empty() {
            return false;
        }
        // `Lund, the mayor,`: what the model has found to be longer is so
        let longer = |source: &Range<usize>| source.end == subject.end && source.start < subject.start;
        if !frame.source.as_ref().is_some_and(longer) {
            frame.source = Some(subject);
        }
        frame.content = after;
        frame.certain = true;
        true
    }

    /// Who a passive verb of saying has after `by`, where the frame takes its subject for the source.
    fn agent(&self, frame: &Frame) -> Option<Range<usize>> {
        let cue = &frame.cue;
        let passive = self.is_passive(cue);
        let verb = cue
            .clone()
            .rfind(|&at| matches!(self.chunk(at), Chunk::CueVerb | Chunk::Verb))?;
        let takes_subject = frame.source.as_ref().is_none_or(|source| source.end <= cue.start);
        if !passive
            || !takes_subject
            || !self.has_class(verb, WordClass::VerbPast)
            || SUBJECT_SAYS.contains(&self.lemma(verb))
        {
            return None;
        }
        let sentence = self.sentence(cue.start);
        let by = (cue.end - 1..sentence.end)
            .take_while(|&at| {
                self.form(at) != "that" && !matches!(self.chunk(at), Chunk::Stop | Chunk::Colon)
            })
            .find(|&at| self.form(at) == "by")?;
        let is_person =
            |at: usize| !self.has_class(at, WordClass::VerbGerund) && !self.has_class(at, WordClass::Number);
        self.phrase(by + 1, sentence.end)
            .filter(|agent| is_person(agent.start))
    }
}

/// `frame` with `agent` as its source; the subject goes to what is said.
fn with_agent(mut frame: Frame, agent: Range<usize>) -> Frame {
    let by = agent.start - 1;
    let mut content: Vec<Range<usize>> = Vec::new();
    for part in frame.content.drain(..) {
        // the part before `by` and the part behind the agent
        let before = part.start..part.end.min(by);
        let after = part.start.max(agent.end)..part.end;
        content.extend([before, after].into_iter().filter(|part| !part.is_empty()));
    }
    if let Some(subject) = frame.source.take() {
        let addressed = content.iter().any(|part| part.start >= agent.end);
        if !addressed {
            content.push(subject);
            order::by_key(&mut content, |part| part.start);
        }
    }
    frame.content = content;
    frame.source = Some(agent);
    frame
}
