//! Cues under which nothing is said: `declined to comment`, `did not respond to questions`, `answers the phone`,
//! `experience shows`, `no town should support it`.

use crate::attribution::features::Chunk;
use crate::attribution::passes::choice::Frame;
use crate::attribution::passes::units::{Sequence, Unit};
use crate::attribution::rules::unit_view::UnitView;
use crate::lexicon::WordSet;
use crate::prepared::Prepared;
use std::ops::Range;

/// What nobody answered stands at most so many words behind its verb: `a third request for comment`.
const LONGEST_REQUEST: usize = 8;
/// A negation stands at most so many words before its verb: `has not yet publicly replied`.
const NEGATION_REACH: usize = 4;

/// Whether `frame` tells that somebody is silent, or of no words at all.
pub(in crate::attribution) fn keeps(prepared: &Prepared, sequence: &Sequence, frame: &Frame) -> bool {
    let words = UnitView::new(prepared, sequence);
    words.refuses_comment(frame)
        || words.gives_no_answer(frame)
        || words.is_told_by_nobody(frame)
        || words.asks_for_a_name(frame)
        || words.asks_one_word(frame)
        || words.gives_a_name(frame)
        || words.tells_a_norm(frame)
}

impl UnitView<'_> {
    /// `declined to comment on the leak`, `would not comment`, `did not wish to comment`
    fn refuses_comment(&self, frame: &Frame) -> bool {
        let comments = |at: usize| self.form(at) == "comment";
        let verb = frame.cue.clone().any(|at| WordSet::Refusing.has(self.lemma(at)));
        let first = frame.content.first().map_or(0..0, |part| self.head(part));
        (verb || self.is_denied(&frame.cue)) && first.clone().any(comments)
            || self.is_denied(&frame.cue) && frame.cue.clone().any(comments)
    }

    /// `did not respond to a request for comment`, `answers the phone`
    fn gives_no_answer(&self, frame: &Frame) -> bool {
        let answers = frame.cue.clone().any(|at| WordSet::Answering.has(self.lemma(at)));
        let sentence = self.sentence(frame.cue.start);
        let object = frame.cue.end..sentence.end.min(frame.cue.end + LONGEST_REQUEST);
        let asked = object.clone().any(|at| WordSet::Request.has_noun(self.form(at)));
        let bell = object.take(2).any(|at| WordSet::Bell.has(self.form(at)));
        answers && (bell || asked && self.is_denied(&frame.cue))
    }

    /// `experience shows`
    fn is_told_by_nobody(&self, frame: &Frame) -> bool {
        let source = frame.source.clone().unwrap_or(0..0);
        let shows = frame
            .cue
            .clone()
            .any(|at| matches!(self.lemma(at), "show" | "teach" | "tell" | "suggest" | "prove"));
        shows
            && source.len() <= 2
            && source
                .rev()
                .take(1)
                .any(|at| WordSet::NoTeller.has(self.form(at)))
    }

    /// `asked to be identified only as Ada`
    fn asks_for_a_name(&self, frame: &Frame) -> bool {
        let Some(part) = frame.content.first() else {
            return false;
        };
        self.form(part.start) == "to"
            && self.form(part.start + 1) == "be"
            && (WordSet::KnownAs.has(self.form(part.start + 2)) || self.form(part.start + 2) == "called")
    }

    /// `Asked why, she said nothing`: a word that asks and no question.
    fn asks_one_word(&self, frame: &Frame) -> bool {
        let [part] = &frame.content[..] else {
            return false;
        };
        part.len() == 1
            && frame.source.is_none()
            && matches!(self.form(part.start), "why" | "how" | "when" | "where" | "what")
    }

    /// `The man they call "Moth" sleeps here`, `Everybody calls her Big Ada`
    fn gives_a_name(&self, frame: &Frame) -> bool {
        let [part] = &frame.content[..] else {
            return false;
        };
        let calls = frame.cue.len() == 1 && self.lemma(frame.cue.start) == "call";
        let capital = |at: usize| self.unit(at).is_some_and(|unit| unit.features.shape.is_capital());
        let object = matches!(self.form(part.start), "him" | "her" | "me" | "them" | "us");
        let named = object && part.len() > 1 && (part.start + 1..part.end).all(capital);
        let before = |steps: usize| frame.cue.start.checked_sub(steps);
        let clause = before(1).is_some_and(|at| matches!(self.form(at), "they" | "we"))
            && before(2).is_some_and(|at| self.chunk(at) == Chunk::Nominal)
            && self.unit(part.start).is_some_and(Unit::is_folded);
        calls && (named || clause)
    }

    /// `No town should send boats or support the ban`: what nobody is to say.
    fn tells_a_norm(&self, frame: &Frame) -> bool {
        let Some(source) = &frame.source else {
            return false;
        };
        let binds = |at: usize| matches!(self.form(at), "should" | "must");
        self.form(source.start) == "no" && (source.end..frame.cue.end).any(binds)
    }

    /// The first words of a content.
    fn head(&self, part: &Range<usize>) -> Range<usize> {
        part.start..part.end.min(part.start + 3)
    }

    /// Whether the verb of `cue` has a negation, or is one: `has yet to answer`, `went unanswered`.
    fn is_denied(&self, cue: &Range<usize>) -> bool {
        let from = cue
            .start
            .saturating_sub(NEGATION_REACH)
            .max(self.sentence(cue.start).start);
        let denies = |at: usize| {
            WordSet::Denying.has(self.form(at))
                || self.form(at).ends_with("n't")
                || WordSet::Refusing.has(self.lemma(at))
        };
        (from..cue.end).any(denies)
    }
}
