//! First pass: which units tell that something is said.
//!
//! `inside` and `edge` give the features of a unit and of the gap before it.

use crate::attribution::features::{Chunk, UnitFeatures};
use crate::attribution::passes::units::Sequence;
use crate::model::hash::{mix, numbered};

/// Labels of the first pass besides "none": cue.
pub const LABELS: usize = 1;
/// Features of a unit.
pub const INSIDE: usize = 50;
/// Features of a gap.
pub const EDGE: usize = 21;

/// How far a unit looks for the subject, the conjunction and the quotation around it.
const REACH: usize = 12;

/// What each unit of one sequence knows of its surroundings, gathered in one walk.
#[derive(Debug)]
pub struct View<'a> {
    sequence: &'a Sequence,
    around: Vec<Around>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Around {
    /// The last cue verb before, in the same sentence: base form.
    cue_before: u32,
    /// Whether a conjunction opened a clause since.
    clause_since: u32,
    /// The first cue verb after, in the same sentence.
    cue_after: u32,
    /// Quotations in the sentence and at the edges of its neighbours, as bits.
    quotations: u32,
    /// The nearest word before that can be a subject: form.
    subject: u32,
    subject_class: u32,
    /// First unit of the sentence: form.
    opener: u32,
    /// What follows the verb group: form and class.
    next: u32,
    next_class: u32,
    /// Units to the next `that`, at most 4.
    that: u32,
}

/// The units that can be what a cue is about: verbs, nouns that tell, what is said of a subject (`is eager to`, `would
/// like`), colons and brackets.
pub(super) fn heads(sequence: &Sequence) -> Vec<usize> {
    let mut predicate = false;
    let mut is_head = |features: &UnitFeatures| {
        let (chunk, follows) = (features.chunk, predicate);
        predicate = chunk == Chunk::Auxiliary || predicate && chunk == Chunk::Other;
        match chunk {
            Chunk::Verb | Chunk::CueVerb | Chunk::Colon | Chunk::Bracket => true,
            Chunk::Nominal | Chunk::Preposition => follows || !features.stance.is_none(),
            _ => !features.stance.is_none(),
        }
    };
    let units = sequence.units.iter().enumerate();
    units
        .filter_map(|(at, unit)| is_head(&unit.features).then_some(at))
        .collect()
}

impl<'a> View<'a> {
    /// Looks at one sequence.
    pub fn new(sequence: &'a Sequence) -> Self {
        let units = &sequence.units;
        let mut around = vec![Around::default(); units.len()];
        let mut start = 0;
        while start < units.len() {
            let sentence = units[start].sentence;
            let end = start
                + units[start..]
                    .iter()
                    .take_while(|unit| unit.sentence == sentence)
                    .count();
            let bits = Self::quotations(sequence, start, end);
            let (mut cue, mut clause, mut subject) = (0, 0, (0, 0));
            for at in start..end {
                let atom = &units[at].features;
                let here = &mut around[at];
                (here.cue_before, here.clause_since, here.quotations) = (cue, clause, bits);
                (here.subject, here.subject_class) = subject;
                here.opener = units[start].features.form;
                match atom.chunk {
                    Chunk::CueVerb => (cue, clause) = (atom.lemma, 0),
                    Chunk::Subordinator | Chunk::InfinitiveTo | Chunk::Relative => clause |= 1,
                    Chunk::Coordinator => clause |= 2,
                    Chunk::Quotation => clause |= 4,
                    Chunk::Nominal | Chunk::Pronoun => subject = (atom.form, atom.class.code()),
                    Chunk::Comma => clause |= 8,
                    _ => {}
                }
            }
            let mut cue = 0;
            for at in (start..end).rev() {
                around[at].cue_after = cue;
                if units[at].features.chunk == Chunk::CueVerb {
                    cue = units[at].features.lemma;
                }
                let next = (at + 1..end.min(at + REACH))
                    .find(|&next| units[next].features.chunk != Chunk::Auxiliary);
                if let Some(next) = next {
                    (around[at].next, around[at].next_class) =
                        (units[next].features.form, units[next].features.class.code());
                }
                let that =
                    (at + 1..end.min(at + 4)).find(|&next| units[next].features.chunk == Chunk::Subordinator);
                around[at].that = that.map_or(0, |next| (next - at) as u32);
            }
            start = end;
        }
        View { sequence, around }
    }

    /// Bits: a quotation opens the sentence, closes it, lies in it, ends the sentence before, opens the one after.
    fn quotations(sequence: &Sequence, start: usize, end: usize) -> u32 {
        let units = &sequence.units;
        let speech = |at: usize| units.get(at).is_some_and(|unit| unit.is_quotation());
        let inner = units[start..end].iter().any(|unit| unit.is_quotation());
        u32::from(speech(start))
            | u32::from(speech(end - 1)) << 1
            | u32::from(inner) << 2
            | u32::from(start > 0 && speech(start - 1)) << 3
            | u32::from(speech(end)) << 4
    }

    /// Features of the unit at `at`.
    #[inline]
    pub fn inside(&self, at: usize) -> [u32; INSIDE] {
        let [p3, p2, p1, c, n1, n2, n3] = self.sequence.atoms(at, 3);
        let around = self.around[at];
        numbered(
            1,
            [
                p2.form,
                p2.class.code(),
                p1.form,
                p1.class.code(),
                c.form,
                c.class.code(),
                n1.form,
                n1.class.code(),
                n2.form,
                n2.class.code(),
                c.lemma,
                p1.lemma,
                n1.lemma,
                c.suffix,
                mix(c.suffix, c.class.code()),
                c.shape.code() << 8 | c.class.code(),
                mix(p1.form, c.form),
                mix(c.form, n1.form),
                mix(c.lemma, n1.class.code()),
                mix(c.lemma, p1.class.code()),
                mix(c.lemma, p1.class.code() << 8 | n1.class.code()),
                mix(c.lemma, n1.form),
                mix(c.lemma, mix(n1.form, n2.form)),
                p1.class.code() << 16 | c.class.code() << 8 | n1.class.code(),
                c.class.code() << 16 | n1.class.code() << 8 | n2.class.code(),
                p2.class.code() << 16 | p1.class.code() << 8 | c.class.code(),
                mix(
                    p3.class.code() << 16 | p2.class.code() << 8 | p1.class.code(),
                    c.class.code(),
                ),
                mix(
                    n3.class.code() << 16 | n2.class.code() << 8 | n1.class.code(),
                    c.class.code(),
                ),
                c.stance.code() << 16 | c.class.code() << 8 | n1.class.code(),
                c.stance.code() << 16 | c.class.code() << 8 | p1.class.code(),
                c.stance.code() << 8 | around.quotations,
                mix(c.lemma, around.quotations),
                c.class.code() << 8 | around.quotations,
                mix(c.lemma, around.that),
                c.class.code() << 8 | c.stance.code() << 4 | around.that,
                mix(around.cue_before, c.class.code()),
                mix(around.cue_before, around.clause_since << 8 | c.stance.code()),
                around.clause_since << 16
                    | u32::from(around.cue_before != 0) << 15
                    | c.class.code() << 8
                    | c.stance.code(),
                mix(
                    c.lemma,
                    around.clause_since << 1 | u32::from(around.cue_before != 0),
                ),
                mix(around.cue_after, c.class.code()),
                u32::from(around.cue_after != 0) << 16 | c.class.code() << 8 | c.stance.code(),
                mix(around.subject, c.lemma),
                mix(around.subject, c.class.code()),
                around.subject_class << 16 | c.class.code() << 8 | c.stance.code(),
                mix(c.lemma, around.subject_class << 8 | around.next_class),
                mix(c.lemma, around.next),
                mix(around.next, c.class.code()),
                mix(around.opener, c.lemma),
                mix(around.opener, c.class.code()),
                u32::from(self.sequence.units.len() < 14) << 8 | c.class.code(),
            ],
        )
    }

    /// Features of the gap before the unit at `at` (or after the last, at its count).
    #[inline]
    pub fn edge(&self, at: usize) -> [u32; EDGE] {
        let [p3, p2, p1, c, n1, n2] = self.sequence.atoms(at, 3);
        numbered(
            101,
            [
                0,
                p1.form,
                c.form,
                p1.lemma,
                c.lemma,
                p1.class.code() << 8 | c.class.code(),
                p2.class.code() << 16 | p1.class.code() << 8 | c.class.code(),
                p1.class.code() << 16 | c.class.code() << 8 | n1.class.code(),
                mix(p1.form, c.form),
                mix(p1.form, c.class.code()),
                mix(p1.class.code(), c.form),
                mix(p1.lemma, c.form),
                mix(p2.lemma, p1.form),
                mix(mix(p2.form, p1.form), c.class.code()),
                mix(c.form, n1.form),
                mix(mix(c.class.code(), n1.class.code()), n2.class.code()),
                mix(mix(p3.class.code(), p2.class.code()), p1.class.code()),
                p1.suffix,
                c.suffix,
                p1.stance.code() << 8 | c.stance.code(),
                mix(p1.stance.code() << 8 | p1.class.code(), c.form),
            ],
        )
    }
}
