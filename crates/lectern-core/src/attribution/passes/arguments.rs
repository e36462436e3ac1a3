//! Second pass: for one cue, which units around it are its source and which its content.

use crate::attribution::features::{Chunk, UnitFeatures};
use crate::attribution::passes::units::{Sequence, Unit};
use crate::model::hash::{mix, numbered};
use std::ops::Range;

/// Labels of the second pass besides "none": source and content.
pub const LABELS: usize = 2;
/// Label of the source.
pub const SOURCE: usize = 1;
/// Label of the content.
pub const CONTENT: usize = 2;
/// Features of a unit.
pub const INSIDE: usize = 31;
/// Features of a gap.
pub const EDGE: usize = 38;

/// Farther units than this on one side of the cue are not looked at: keeps time linear in long sentences.
pub const REACH: usize = 70;
/// Sentences looked at before and after the one of the cue.
const SENTENCES: u32 = 2;

/// The windows of all cues of a sequence hold together at most so many units for each of its own: text in which
/// every other word tells that something is said would cost a hundred times what news costs.
const WINDOWS_PER_UNIT: usize = 6;
/// And so many more, for short sequences.
const WINDOWS_MORE: usize = 220;
/// However many cues there are, each is looked around so far.
const LEAST_REACH: usize = 6;

/// How far the cues of a sequence may look: [`REACH`] in all that somebody has written, less where they are so many
/// that their windows would together be too long.
pub fn shared_reach<'c>(
    sequence: &Sequence,
    cues: impl ExactSizeIterator<Item = &'c Range<usize>> + Clone,
) -> usize {
    let most = WINDOWS_MORE + WINDOWS_PER_UNIT * sequence.units.len();
    let looked_at = |far: usize| -> usize { cues.clone().map(|cue| range(sequence, cue, far).len()).sum() };
    let mut far = REACH;
    while far > LEAST_REACH && 2 * far * cues.len() > most && looked_at(far) > most {
        far = far * 3 / 4;
    }
    far
}

/// The units looked at around those of `cue`, at most `far` of them on each side.
pub(in crate::attribution) fn range(sequence: &Sequence, cue: &Range<usize>, far: usize) -> Range<usize> {
    let units = &sequence.units;
    let before = reach(units[..cue.start].iter().rev(), units[cue.start].sentence, far);
    let after = reach(units[cue.end..].iter(), units[cue.end - 1].sentence, far);
    cue.start - before..cue.end + after
}

/// How many of `units`, going away from a cue in `sentence`, are looked at, `far` at most: those of its own sentence,
/// and whole sentences beside it as long as each holds a quotation.
fn reach<'a>(units: impl Iterator<Item = &'a Unit>, sentence: u32, far: usize) -> usize {
    let mut reached = 0;
    let mut units = units.take(far).peekable();
    while let Some(here) = units.peek().map(|unit| unit.sentence) {
        let (mut count, mut quotes) = (0, here == sentence);
        while let Some(unit) = units.next_if(|unit| unit.sentence == here) {
            count += 1;
            quotes |= unit.is_folded();
        }
        if !quotes || here.abs_diff(sentence) > SENTENCES {
            break;
        }
        reached += count;
    }
    reached
}

/// The surroundings of one cue.
#[derive(Debug)]
pub struct Window<'a> {
    pub(in crate::attribution) sequence: &'a Sequence,
    /// The units looked at.
    pub range: Range<usize>,
    /// The units of the cue.
    pub cue: Range<usize>,
    head: UnitFeatures,
    last: UnitFeatures,
    passive: u32,
    frame: u32,
    places: Vec<Place>,
}

/// Where a unit lies as seen from the cue.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// 1 before, 2 in, 3 after the cue.
    side: u32,
    /// Bucket of the distance.
    distance: u32,
    /// Sentences apart.
    sentences: u32,
    /// Commas, verbs and quotations between, each at most 3, as bits.
    between: u32,
    /// Base form of the last cue verb between.
    cue_between: u32,
    /// The coarse classes between.
    path: u32,
}

impl<'a> Window<'a> {
    /// Looks around the units of `cue` in `sequence`, at most `far` units on each side.
    pub fn new(sequence: &'a Sequence, cue: Range<usize>, far: usize) -> Self {
        let units = &sequence.units;
        let range = range(sequence, &cue, far);
        let in_cue = &units[cue.clone()];
        let (head, last) = sequence.cue_ends(cue.clone());
        let passive = in_cue
            .iter()
            .filter(|unit| unit.features.chunk == Chunk::Auxiliary)
            .count() as u32;
        let mut window = Window {
            sequence,
            range,
            cue,
            head,
            last,
            passive: passive.min(2),
            frame: 0,
            places: Vec::new(),
        };
        window.frame = window.frame();
        window.places = window.places();
        window
    }

    /// Quotations beside the cue and what follows it, as bits.
    fn frame(&self) -> u32 {
        let units = &self.sequence.units;
        let sentence = units[self.cue.start].sentence;
        let chunk = |at: usize| {
            units
                .get(at)
                .filter(|unit| unit.sentence == sentence)
                .map(|unit| unit.features.chunk)
        };
        let speech = |at: usize| units.get(at).is_some_and(|unit| unit.is_quotation());
        let first =
            units[self.range.clone()].partition_point(|unit| unit.sentence < sentence) + self.range.start;
        let end =
            units[self.range.clone()].partition_point(|unit| unit.sentence <= sentence) + self.range.start;
        let next = chunk(self.cue.end);
        let bits = [
            speech(first),
            self.cue.start > 0 && speech(self.cue.start - 1),
            speech(self.cue.end),
            units[self.cue.end.min(end)..end]
                .iter()
                .any(|unit| unit.is_quotation()),
            next == Some(Chunk::Subordinator),
            next == Some(Chunk::InfinitiveTo),
            matches!(next, Some(Chunk::Stop | Chunk::Comma) | None),
            matches!(next, Some(Chunk::Nominal | Chunk::Pronoun)),
            next == Some(Chunk::Colon),
            speech(end),
        ];
        bits.iter()
            .enumerate()
            .fold(0, |all, (at, &bit)| all | u32::from(bit) << at)
    }

    fn places(&self) -> Vec<Place> {
        let mut places = vec![
            Place {
                side: 2,
                ..Place::default()
            };
            self.range.len()
        ];
        let sentence = self.sequence.units[self.cue.start].sentence;
        for side in [1, 3] {
            let (mut commas, mut verbs, mut quotations, mut cue, mut path, mut last) =
                (0u32, 0u32, 0u32, 0, side, Chunk::Edge);
            let count = if side == 1 {
                self.cue.start - self.range.start
            } else {
                self.range.end - self.cue.end
            };
            for step in 0..count {
                let at = if side == 1 {
                    self.cue.start - 1 - step
                } else {
                    self.cue.end + step
                };
                let unit = &self.sequence.units[at];
                let chunk = unit.features.chunk;
                places[at - self.range.start] = Place {
                    side,
                    distance: bucket(step),
                    sentences: unit.sentence.abs_diff(sentence),
                    between: commas.min(3) | verbs.min(3) << 2 | quotations.min(3) << 4,
                    cue_between: cue,
                    path: mix(path, chunk as u32),
                };
                match chunk {
                    Chunk::Comma => commas += 1,
                    Chunk::Verb => verbs += 1,
                    Chunk::CueVerb => (verbs, cue) = (verbs + 1, unit.features.lemma),
                    Chunk::Quotation => quotations += 1,
                    _ => {}
                }
                if chunk != last && !matches!(chunk, Chunk::Other) {
                    path = mix(path, chunk as u32);
                    last = chunk;
                }
            }
        }
        places
    }

    #[inline]
    fn place(&self, at: usize) -> Place {
        at.checked_sub(self.range.start)
            .and_then(|at| self.places.get(at))
            .copied()
            .unwrap_or_default()
    }

    /// Features of the unit at `at`.
    #[inline]
    pub fn inside(&self, at: usize) -> [u32; INSIDE] {
        let [p2, p1, c, n1, n2] = self.sequence.atoms(at, 2);
        let [ahead] = self.sequence.atoms(self.cue.start, 1);
        let [behind] = self.sequence.atoms(self.cue.end, 0);
        let place = self.place(at);
        let side = place.side;
        let head = mix(self.head.lemma, self.passive);
        let kind = self.head.class.code() << 16 | self.head.stance.code() << 8 | self.passive << 4 | side;
        let apart = place.sentences << 2 | side;
        numbered(
            201,
            [
                c.form,
                mix(c.form, side),
                place.distance << 16 | c.class.code() << 8 | apart,
                mix(
                    p1.class.code() << 16 | c.class.code() << 8 | n1.class.code(),
                    side,
                ),
                mix(p1.form, apart),
                mix(n1.form, apart),
                mix(p2.class.code() << 8 | p1.class.code(), c.class.code()),
                mix(n2.class.code() << 8 | n1.class.code(), c.class.code()),
                place.path,
                mix(place.path, head),
                mix(place.path, c.class.code()),
                mix(head, c.class.code() << 8 | apart),
                mix(head, place.distance << 8 | apart),
                mix(kind, c.class.code() << 8 | place.distance),
                mix(place.between, apart),
                mix(place.between << 8 | c.class.code(), side),
                mix(place.between, kind),
                mix(head, mix(place.between, apart)),
                mix(self.frame, apart << 8 | place.distance),
                mix(self.frame, apart << 8 | c.class.code()),
                mix(self.frame, mix(place.between, apart)),
                mix(self.frame, place.path),
                mix(mix(self.head.lemma, self.last.form), apart),
                mix(kind, place.path),
                mix(place.cue_between, apart),
                mix(place.cue_between, mix(self.head.lemma, side)),
                mix(c.form, head),
                mix(c.suffix, side),
                c.shape.code() << 8 | apart,
                mix(
                    self.sequence.units[self.cue.end - 1].features.form,
                    mix(behind.form, apart),
                ),
                mix(
                    ahead.class.code() << 8 | behind.class.code(),
                    mix(self.head.class.code(), apart),
                ),
            ],
        )
    }

    /// Features of the gap before the unit at `at`, or after the last one of the window.
    #[inline]
    pub fn edge(&self, at: usize) -> [u32; EDGE] {
        let [p4, p3, p2, p1, c, n1, n2, n3] = self.sequence.atoms(at, 4);
        let (before, place) = (
            at.checked_sub(1)
                .map_or(Place::default(), |before| self.place(before)),
            self.place(at),
        );
        let side = before.side << 4 | place.side << 2;
        let units = &self.sequence.units;
        let sentence_edge =
            u32::from(at == 0 || at == units.len() || units[at].sentence != units[at - 1].sentence);
        let where_ = side | sentence_edge << 1;
        let apart = mix(where_, before.sentences << 2 | place.sentences);
        let head = mix(self.head.lemma, self.passive);
        let kind = mix(
            self.head.class.code() << 16 | self.head.stance.code() << 8 | self.passive,
            where_,
        );
        let pair = p1.class.code() << 8 | c.class.code();
        numbered(
            301,
            [
                apart,
                mix(p1.form, c.form),
                mix(pair, where_),
                mix(pair, mix(where_, place.distance)),
                mix(c.form, where_),
                mix(p1.form, where_),
                mix(c.form, p1.class.code()),
                mix(c.class.code(), p1.form),
                mix(p2.class.code(), pair),
                mix(n1.class.code(), pair),
                mix(p2.class.code() << 8 | n1.class.code(), mix(pair, where_)),
                mix(
                    mix(
                        c.class.code() << 8 | n1.class.code(),
                        n2.class.code() << 8 | n3.class.code(),
                    ),
                    where_,
                ),
                mix(
                    mix(
                        p4.class.code() << 8 | p3.class.code(),
                        p2.class.code() << 8 | p1.class.code(),
                    ),
                    where_,
                ),
                mix(before.path, c.class.code()),
                mix(place.path, p1.class.code()),
                mix(place.path, pair),
                mix(before.path, pair),
                mix(head, mix(pair, where_)),
                mix(head, mix(c.form, where_)),
                mix(head, mix(p1.form, where_)),
                mix(self.frame, apart),
                mix(self.frame, mix(pair, where_)),
                mix(kind, pair),
                mix(kind, place.path),
                mix(kind, before.path),
                mix(head, place.path),
                mix(place.between << 8 | before.between, where_),
                mix(place.between << 8 | before.between, mix(pair, where_)),
                mix(place.between << 8 | before.between, kind),
                mix(c.form, n1.form),
                mix(p2.form, p1.form),
                mix(c.suffix, mix(p1.class.code(), where_)),
                mix(p1.suffix, mix(c.class.code(), where_)),
                mix(c.lemma, mix(p1.form, where_)),
                mix(place.cue_between, mix(pair, where_)),
                mix(
                    c.stance.code() << 8 | p1.stance.code(),
                    mix(where_, place.distance),
                ),
                mix(n1.form, mix(c.class.code(), where_)),
                mix(p2.form, mix(p1.class.code(), where_)),
            ],
        )
    }
}

fn bucket(distance: usize) -> u32 {
    match distance {
        0..=4 => distance as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    }
}
