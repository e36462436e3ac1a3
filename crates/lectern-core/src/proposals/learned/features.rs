//! What the chain sees of one token and of the gap before it. The codes are hashed into features, so they are part of the
//! model file: they never change without training it again.

use crate::article::QuotationId;
use crate::attribution::features::{Chunk, UnitFeatures};
use crate::lexicon::WordClass;
use crate::model::hash::{hash_text, mix, numbered};
use crate::proposals::triggers::file::{Part, triggers_of};
use crate::proposals::view::View;
use crate::proposals::words;
use std::ops::Range;

/// Labels besides "none": proposal.
pub const LABELS: usize = 1;
/// Features of a token.
pub(crate) const INSIDE: usize = 27;
/// Features of a gap.
pub(crate) const EDGE: usize = 22;

/// Features of a proposal's kind.
pub(crate) const KIND: usize = 22;

/// Tokens beyond the ends of a sequence that are looked at.
const AROUND: usize = 2;

/// A stretch of one sentence, with what its tokens know of their surroundings.
#[derive(Debug)]
pub(crate) struct Sequence {
    /// Its tokens.
    range: Range<usize>,
    /// Of the tokens and [`AROUND`] more at either end.
    atoms: Vec<UnitFeatures>,
    contexts: Vec<Context>,
    /// Whether an author argues, advises, hardly quotes, or heads an article.
    tone: u32,
    /// Form of the sentence's first token.
    opener: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Context {
    /// Whether it is said, between marks, or part of a cue.
    layer: u32,
    /// Base form of the cue whose content holds the token.
    cue: u32,
    /// The last word before in the sentence that tells of wanting or denying: `should`, `to`, `not`.
    modal: u32,
    /// The last noun, verb or adjective before: what an infinitive or a phrase with `for` hangs on.
    governor: u32,
    /// What kind of proposal that word is known to tell of; 0 for none.
    tells: u32,
}

impl Sequence {
    /// Looks at the tokens of `range`, which lie in one sentence.
    pub(crate) fn new(view: &View<'_>, range: Range<usize>) -> Self {
        let sentence = view.sentence_around(range.start);
        let atom = |at: Option<usize>| match at {
            Some(at) if sentence.contains(&at) => UnitFeatures::of_token(view.prepared, at),
            _ => UnitFeatures::NONE,
        };
        let atoms = (0..range.len() + 2 * AROUND)
            .map(|place| atom((range.start + place).checked_sub(AROUND)))
            .collect();
        let tone = u32::from(view.opinion)
            | u32::from(view.advises) << 1
            | u32::from(view.quiet) << 2
            | u32::from(view.in_headline_shape(range.start)) << 3;
        let mut told = Told::default();
        let mut contexts = Vec::with_capacity(range.len() + 1);
        // the quotation that holds the last token, and its cue
        let mut said = (None, 0);
        for at in sentence.start..=range.end {
            if at >= range.start {
                if view.said_in(at) != said.0 {
                    said = (view.said_in(at), cue(view, view.said_in(at)));
                }
                contexts.push(context(view, at, said.1, told));
            }
            told.read(view, at);
        }
        Sequence {
            opener: hash_text(view.form(sentence.start)),
            range,
            atoms,
            contexts,
            tone,
        }
    }

    /// How many tokens it has.
    pub(crate) fn len(&self) -> usize {
        self.range.len()
    }

    /// A run of its tokens as tokens of the article.
    pub(crate) fn tokens(&self, run: &Range<usize>) -> Range<usize> {
        run.start + self.range.start..run.end + self.range.start
    }

    /// Whether a proposal can begin with the token at `at`: none does with a sign or a word that joins.
    pub(crate) fn can_begin(&self, at: usize) -> bool {
        !matches!(
            self.atoms[at + AROUND].chunk,
            Chunk::Comma
                | Chunk::Stop
                | Chunk::Colon
                | Chunk::Dash
                | Chunk::Bracket
                | Chunk::Preposition
                | Chunk::Coordinator
                | Chunk::Subordinator
                | Chunk::Relative
                | Chunk::InfinitiveTo
        )
    }

    /// Features of the token at `at`, counted from the sequence's first.
    pub(crate) fn inside(&self, at: usize) -> [u32; INSIDE] {
        let [p2, p1, c, n1, n2] = self.around(at);
        let here = self.contexts[at];
        let class = c.class.code();
        numbered(
            201,
            [
                c.form,
                c.lemma,
                c.suffix,
                class,
                p1.form,
                p2.form,
                n1.form,
                n2.form,
                p1.class.code() << 8 | class,
                class << 8 | n1.class.code(),
                p2.class.code() << 16 | p1.class.code() << 8 | class,
                here.layer,
                here.layer << 8 | class,
                mix(here.layer, c.lemma),
                mix(here.cue, class),
                here.cue,
                mix(here.cue, c.lemma),
                mix(here.modal, class),
                mix(here.modal, c.lemma),
                mix(here.governor, here.modal),
                self.tone << 8 | here.layer,
                mix(self.opener, here.layer),
                mix(self.opener, here.modal),
                c.shape.code() << 8 | class,
                here.tells << 8 | here.layer,
                mix(here.modal, here.tells),
                here.tells << 8 | class,
            ],
        )
    }

    /// Features of the gap before the token at `at`, or after the last one, at the sequence's length.
    pub(crate) fn edge(&self, at: usize) -> [u32; EDGE] {
        let [p2, p1, c, ..] = self.around(at);
        let here = self.contexts[at];
        let before = if at > 0 { self.contexts[at - 1].layer } else { 15 };
        let (class, last) = (c.class.code(), p1.class.code());
        numbered(
            301,
            [
                0,
                p1.form,
                c.form,
                p1.lemma,
                c.lemma,
                p2.lemma,
                last << 8 | class,
                mix(p1.form, class),
                before << 4 | here.layer,
                (before << 4 | here.layer) << 16 | last << 8 | class,
                here.cue,
                mix(here.cue, p1.form),
                mix(here.cue, class),
                mix(here.cue, before << 4 | here.layer),
                here.modal,
                mix(here.modal, class),
                mix(here.modal, here.layer << 8 | class),
                mix(self.tone, last << 8 | class),
                u32::from(at == 0) << 16 | self.tone << 8 | class,
                here.tells << 16 | last << 8 | class,
                mix(here.tells, p1.form),
                here.tells << 8 | here.layer,
            ],
        )
    }

    /// Features of the kind of a proposal that begins at `at`.
    pub(crate) fn kind(&self, view: &View<'_>, at: usize) -> [u32; KIND] {
        let [p2, p1, c, n1, _] = self.around(at);
        let here = self.contexts[at];
        let class = c.class.code();
        let first = self.range.start + at;
        let denies = |at: usize| {
            view.class(at) == WordClass::Negation || matches!(view.form(at), "no" | "stop" | "against")
        };
        let denied = u32::from((first..first + DENIAL).any(denies));
        numbered(
            401,
            [
                0,
                c.lemma,
                c.form,
                class,
                p1.form,
                p2.lemma,
                n1.form,
                mix(p2.lemma, p1.form),
                here.layer,
                here.cue,
                mix(here.cue, class),
                here.modal,
                mix(here.modal, denied),
                mix(here.modal, class),
                mix(here.cue, here.modal),
                here.governor,
                mix(here.governor, p1.form),
                here.tells,
                here.tells << 1 | denied,
                denied,
                self.tone,
                mix(here.modal, here.tells),
            ],
        )
    }

    /// Two tokens before the one at `at`, itself, and two after.
    fn around(&self, at: usize) -> [UnitFeatures; 2 * AROUND + 1] {
        std::array::from_fn(|place| self.atoms.get(at + place).copied().unwrap_or(UnitFeatures::NONE))
    }
}

/// What the words of a sentence up to a token tell.
#[derive(Clone, Copy, Debug, Default)]
struct Told {
    modal: u32,
    governor: u32,
    tells: u32,
}

impl Told {
    fn read(&mut self, view: &View<'_>, at: usize) {
        let form = view.form(at);
        match view.class(at) {
            WordClass::Modal | WordClass::Negation | WordClass::InfinitiveTo => self.modal = hash_text(form),
            WordClass::Noun | WordClass::Adjective => {
                self.governor = hash_text(form);
                self.tells = words::kind_of_noun(form).map_or(0, |kind| 1 + kind as u32);
            }
            WordClass::VerbBase | WordClass::VerbGerund | WordClass::VerbPast | WordClass::VerbPresent => {
                let lemma = view.lemma(at);
                self.governor = hash_text(lemma);
                let trigger = triggers_of(Part::Verb, lemma).first();
                self.tells = trigger.map_or(0, |trigger| VERBS + trigger.kind as u32);
            }
            _ => match form {
                "let" | "needs" | "need" | "ought" => self.modal = hash_text(form),
                ";" | ":" => self.modal = 0,
                _ => {}
            },
        }
    }
}

/// Kinds that verbs tell of are counted from here, those of nouns from one.
const VERBS: u32 = 5;

/// So many tokens from the first of a proposal can deny it.
const DENIAL: usize = 4;

fn context(view: &View<'_>, at: usize, cue: u32, told: Told) -> Context {
    Context {
        layer: u32::from(view.said_in(at).is_some())
            | u32::from(view.marked(at).is_some()) << 1
            | u32::from(view.cued(at).is_some()) << 2,
        cue,
        modal: told.modal,
        governor: told.governor,
        tells: told.tells,
    }
}

/// Base form of the cue of a quotation: of its last verb or noun.
fn cue(view: &View<'_>, said: Option<QuotationId>) -> u32 {
    let cue = said.and_then(|id| view.cast.quotations.get(id.0 as usize)?.cue);
    let word = cue.and_then(|cue| {
        let mut words = view.tokens.within(cue);
        words.rfind(|&at| view.verb(at).is_some() || view.class(at) == WordClass::Noun)
    });
    word.map_or(0, |at| hash_text(view.lemma(at)))
}
