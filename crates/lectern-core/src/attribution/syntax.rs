//! What rules about the order of words ask of a sequence: classes, forms, sentences, noun phrases.

use super::arguments::REACH;
use super::features::Chunk;
use super::sequence::{Sequence, Unit};
use crate::lexicon::{self, WordClass};
use crate::prepared::Prepared;
use std::ops::Range;

/// A source has at most so many words.
pub(super) const LONGEST_SOURCE: usize = 12;

/// The words of one sequence.
pub(super) struct Words<'a> {
    pub(super) prepared: &'a Prepared,
    pub(super) sequence: &'a Sequence,
}

impl Words<'_> {
    pub(super) fn unit(&self, at: usize) -> Option<&Unit> {
        self.sequence.units.get(at)
    }

    pub(super) fn chunk(&self, at: usize) -> Chunk {
        self.unit(at).map_or(Chunk::Edge, |unit| unit.features.chunk)
    }

    pub(super) fn form(&self, at: usize) -> &str {
        self.unit(at)
            .map_or("", |unit| self.prepared.tokens.form(unit.first as usize))
    }

    pub(super) fn lemma(&self, at: usize) -> &str {
        self.unit(at)
            .map_or("", |unit| self.prepared.tokens.lemma(unit.first as usize))
    }

    pub(super) fn has_class(&self, at: usize, class: WordClass) -> bool {
        self.unit(at).is_some_and(|unit| unit.features.class.is(class))
    }

    pub(super) fn is_verb(&self, at: usize) -> bool {
        matches!(self.chunk(at), Chunk::CueVerb | Chunk::Verb | Chunk::Auxiliary)
    }

    /// Whether it is a quoted stretch long enough for speech.
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        self.unit(at).is_some_and(Unit::is_quotation)
    }

    /// A verb that is no infinitive and no `-ing` form.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        let infinitive = at > 0 && self.chunk(at - 1) == Chunk::InfinitiveTo;
        self.is_verb(at) && !infinitive && !self.has_class(at, WordClass::VerbGerund)
    }

    /// The unit before the one at `at`, without adverbs and auxiliaries.
    pub(super) fn left_of(&self, at: usize, start: usize) -> Option<usize> {
        (start..at)
            .rev()
            .find(|&at| !matches!(self.chunk(at), Chunk::Other | Chunk::Auxiliary))
    }

    /// The sentence around the unit at `at`, as far as cues look.
    pub(super) fn sentence(&self, at: usize) -> Range<usize> {
        let units = &self.sequence.units;
        let sentence = units[at].sentence;
        let same = |unit: &&Unit| unit.sentence == sentence;
        let start = at - units[..at].iter().rev().take(REACH).take_while(same).count();
        start..at + units[at..].iter().take(REACH).take_while(same).count()
    }

    /// Whether the verb of `cue` is in the passive, or says what something is.
    pub(super) fn is_passive(&self, cue: &Range<usize>) -> bool {
        cue.clone().any(|at| lexicon::is_be(self.form(at)))
    }

    /// Where the words of `sentence` end: before its full stop.
    pub(super) fn without_stop(&self, sentence: &Range<usize>) -> usize {
        let stop = sentence.end - 1;
        if self.chunk(stop) == Chunk::Stop {
            stop
        } else {
            sentence.end
        }
    }

    /// A noun or what goes with it, in a phrase that begins at `start`: `the housing institute`, `the agency Open
    /// Hands`.
    pub(super) fn is_nominal(&self, at: usize, start: usize) -> bool {
        let capital = |unit: &Unit| unit.features.shape.is_capital();
        let before_noun = at == start + 1 && self.chunk(at + 1) == Chunk::Nominal;
        match self.chunk(at) {
            Chunk::Nominal => true,
            // `one source`
            Chunk::Pronoun => at == start && self.form(at) == "one" && self.chunk(at + 1) == Chunk::Nominal,
            Chunk::Verb | Chunk::CueVerb => before_noun || self.unit(at).is_some_and(capital),
            _ => false,
        }
    }

    /// The noun phrase that begins at `start`: up to a comma, a verb, or a phrase of time.
    pub(super) fn phrase(&self, start: usize, end: usize) -> Option<Range<usize>> {
        if !self.is_nominal(start, start) {
            return None;
        }
        let last = (start..end.min(start + LONGEST_SOURCE)).take_while(|&at| match self.chunk(at) {
            _ if self.is_nominal(at, start) => true,
            Chunk::Other => true,
            Chunk::Preposition => {
                matches!(self.form(at), "of" | "for" | "at" | "in" | "from")
                    && self.chunk(at + 1) == Chunk::Nominal
            }
            Chunk::Coordinator => self.chunk(at + 1) == Chunk::Nominal,
            _ => false,
        });
        let end = last.last()? + 1;
        let end = (start..end)
            .rev()
            .find(|&at| self.is_nominal(at, start))
            .map_or(end, |at| at + 1);
        Some(start..end)
    }
}
