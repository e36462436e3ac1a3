//! What rules about the order of words ask of a sequence: classes, forms, sentences, noun phrases.

use crate::attribution::features::Chunk;
use crate::attribution::passes::arguments::REACH;
use crate::attribution::passes::units::{Sequence, Unit};
use crate::lexicon::{self, WordClass};
use crate::prepared::Prepared;
use crate::tokens::TokenView;
use std::ops::Range;

/// A source has at most so many words.
pub(in crate::attribution) const LONGEST_SOURCE: usize = 12;

/// The units of one sequence over the tokens that they are made of. What a unit's words are, the [`TokenView`] says;
/// what folding changes is answered here: a quoted stretch is one unit, and no sentence ends inside it.
pub(in crate::attribution) struct UnitView<'a> {
    tokens: TokenView<'a>,
    pub(in crate::attribution) sequence: &'a Sequence,
}

impl<'a> UnitView<'a> {
    pub(in crate::attribution) fn new(prepared: &'a Prepared, sequence: &'a Sequence) -> Self {
        UnitView {
            tokens: TokenView::new(&prepared.source.text, &prepared.tokens),
            sequence,
        }
    }

    /// The first token of a unit; past the end none that is.
    fn token(&self, at: usize) -> usize {
        self.unit(at).map_or(usize::MAX, |unit| unit.first as usize)
    }

    pub(in crate::attribution) fn unit(&self, at: usize) -> Option<&Unit> {
        self.sequence.units.get(at)
    }

    pub(in crate::attribution) fn chunk(&self, at: usize) -> Chunk {
        self.unit(at).map_or(Chunk::Edge, |unit| unit.features.chunk)
    }

    /// The folded form of a word; of a quoted stretch that of its opening mark.
    pub(in crate::attribution) fn form(&self, at: usize) -> &'a str {
        self.tokens.form(self.token(at))
    }

    pub(in crate::attribution) fn lemma(&self, at: usize) -> &'a str {
        self.tokens.lemma(self.token(at))
    }

    pub(in crate::attribution) fn has_class(&self, at: usize, class: WordClass) -> bool {
        self.unit(at).is_some_and(|unit| unit.features.class.is(class))
    }

    pub(in crate::attribution) fn is_verb(&self, at: usize) -> bool {
        matches!(self.chunk(at), Chunk::CueVerb | Chunk::Verb | Chunk::Auxiliary)
    }

    /// Whether it is a quoted stretch long enough for speech.
    pub(in crate::attribution) fn is_quoted(&self, at: usize) -> bool {
        self.unit(at).is_some_and(Unit::is_quotation)
    }

    /// A verb that is no infinitive and no `-ing` form.
    pub(in crate::attribution) fn is_finite(&self, at: usize) -> bool {
        let infinitive = at > 0 && self.chunk(at - 1) == Chunk::InfinitiveTo;
        self.is_verb(at) && !infinitive && !self.has_class(at, WordClass::VerbGerund)
    }

    /// The unit before the one at `at`, without adverbs and auxiliaries.
    pub(in crate::attribution) fn left_of(&self, at: usize, start: usize) -> Option<usize> {
        (start..at)
            .rev()
            .find(|&at| !matches!(self.chunk(at), Chunk::Other | Chunk::Auxiliary))
    }

    /// The sentence around the unit at `at`, as far as cues look; nothing past the end.
    pub(in crate::attribution) fn sentence(&self, at: usize) -> Range<usize> {
        let units = &self.sequence.units;
        let Some(sentence) = self.unit(at).map(|unit| unit.sentence) else {
            return at..at;
        };
        let same = |unit: &&Unit| unit.sentence == sentence;
        let start = at - units[..at].iter().rev().take(REACH).take_while(same).count();
        start..at + units[at..].iter().take(REACH).take_while(same).count()
    }

    /// Whether the verb of `cue` is in the passive, or says what something is.
    pub(in crate::attribution) fn is_passive(&self, cue: &Range<usize>) -> bool {
        cue.clone().any(|at| lexicon::is_be(self.form(at)))
    }

    /// Where the words of `sentence` end: before its full stop.
    pub(in crate::attribution) fn without_stop(&self, sentence: &Range<usize>) -> usize {
        let stop = sentence.end - 1;
        if self.chunk(stop) == Chunk::Stop {
            stop
        } else {
            sentence.end
        }
    }

    /// A noun or what goes with it, in a phrase that begins at `start`: `the housing institute`, `the agency Open
    /// Hands`.
    pub(in crate::attribution) fn is_nominal(&self, at: usize, start: usize) -> bool {
        let before_noun = at == start + 1 && self.chunk(at + 1) == Chunk::Nominal;
        match self.chunk(at) {
            Chunk::Nominal => true,
            // `one source`
            Chunk::Pronoun => at == start && self.form(at) == "one" && self.chunk(at + 1) == Chunk::Nominal,
            Chunk::Verb | Chunk::CueVerb => before_noun || self.tokens.is_capital(self.token(at)),
            _ => false,
        }
    }

    /// The noun phrase that begins at `start`: up to a comma, a verb, or a phrase of time.
    pub(in crate::attribution) fn phrase(&self, start: usize, end: usize) -> Option<Range<usize>> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::passes::units::sequences;

    /// Each answer that differs from that of the tokens below, and those that once did.
    fn ask<T>(text: &str, question: impl Fn(&UnitView<'_>) -> T) -> T {
        let prepared = crate::prepare(&text.into(), &Default::default());
        let all: Vec<_> = sequences(&prepared).collect();
        question(&UnitView::new(&prepared, &all[0]))
    }

    #[test]
    fn past_the_end_there_is_nothing() {
        let text = "Ada Lund said so.";
        let (form, lemma, chunk) = ask(text, |words| {
            (
                words.form(9).to_owned(),
                words.lemma(9).to_owned(),
                words.chunk(9),
            )
        });
        assert_eq!((form.as_str(), lemma.as_str(), chunk), ("", "", Chunk::Edge));
        assert_eq!(ask(text, |words| words.sentence(9)), 9..9);
    }

    #[test]
    fn a_quoted_stretch_is_one_unit_and_its_sentences_are_none() {
        let text = "“It is late now. We must go home,” said Ada Lund. “Come.”";
        let folded = ask(text, |words| (words.form(0).to_owned(), words.is_quoted(0)));
        assert_eq!((folded.0.as_str(), folded.1), ("\"", true));
        assert_eq!(ask(text, |words| words.sentence(1)), 0..5);
        let tokens = ask(text, |words| words.tokens.sentence_around(words.token(1)));
        assert_eq!(tokens.start, 6);
    }

    #[test]
    fn modals_and_denials_are_verbs_of_a_unit() {
        assert_eq!(
            ask("They should not say.", |words| {
                (0..5).map(|at| words.is_verb(at)).collect::<Vec<_>>()
            }),
            [false, true, true, true, false]
        );
    }

    #[test]
    fn only_words_have_capitals() {
        assert!(!ask("“Open the harbour gates now,” said Ada Lund.", |words| {
            words.tokens.is_capital(words.token(0))
        }));
        assert!(ask("Reports Say the mill is closed.", |words| {
            words.is_nominal(1, 0)
        }));
    }

    #[test]
    fn every_form_of_be_makes_a_passive() {
        assert!(ask("I am told of it.", |words| words.is_passive(&(1..3))));
    }
}
