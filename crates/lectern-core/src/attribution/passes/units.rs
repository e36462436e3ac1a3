//! Sequences of units to tag: the words of a block, with each quoted stretch folded into one unit, and the words
//! inside each quoted stretch as a sequence of its own.
//!
//! Folding keeps distances short: in `"...," said Ada Lund. "..."` the cue stands between two units, whatever
//! the length of the quotation. Content practically never begins or ends inside a quoted stretch.

use crate::article::{Span, VerbClass};
use crate::attribution::features::{Chunk, UnitClass, UnitFeatures};
use crate::lexicon::WordSet;
use crate::model::hash::hash_text;
use crate::prepared::Prepared;
use crate::tokens::{Quoted, TokenKind};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// One word or sign, or a whole quoted stretch.
#[derive(Clone, Copy, Debug)]
pub struct Unit {
    /// Its first token.
    pub first: u32,
    /// One past its last token.
    pub end: u32,
    /// Which sentence it is in, counted from the sequence's start.
    pub sentence: u32,
    pub(in crate::attribution) features: UnitFeatures,
}

/// A run of units to tag.
#[derive(Clone, Debug)]
pub struct Sequence {
    /// In text order.
    pub units: Vec<Unit>,
    /// Whether it lies inside quotation marks.
    pub inside: bool,
    /// What is seen of the units, with [`AROUND`] times nothing before and behind them: a row of them is taken as it lies.
    atoms: Vec<UnitFeatures>,
}

/// Features look no further than so many units around.
const AROUND: usize = 4;

/// Sequences inside quotation marks shorter than this hold nothing said.
const FEWEST_INSIDE: usize = 6;

/// All sequences of the article, in text order; those inside marks follow the one that holds them.
pub fn sequences(prepared: &Prepared) -> impl Iterator<Item = Sequence> {
    blocks(prepared, 0).flatten()
}

/// The sequences of each block from the one with the number `first` on: the block's own one first, then those inside its marks. Made as they are asked for:
/// those of a long text take more room than the text.
pub(in crate::attribution) fn blocks(
    prepared: &Prepared,
    first: usize,
) -> impl Iterator<Item = Vec<Sequence>> {
    let tokens = &prepared.tokens;
    let folded: Vec<(Range<usize>, &Quoted)> = tokens
        .quoted
        .iter()
        .filter(|quoted| quoted.closed || quoted.continues)
        .map(|quoted| (tokens.within(quoted.span), quoted))
        .filter(|(range, _)| !range.is_empty())
        .collect();
    let nicknames: FxHashSet<&str> = folded
        .iter()
        .filter_map(|(range, _)| nickname(prepared, range.clone(), &FxHashSet::default()))
        .map(|word| tokens.form(word))
        .collect();
    block_tokens(prepared)
        .skip(first)
        .map(move |block| block_sequences(prepared, block, &folded, &nicknames))
}

/// The tokens of each block that has any.
pub(in crate::attribution) fn block_tokens(prepared: &Prepared) -> impl Iterator<Item = Range<usize>> {
    prepared
        .tokens
        .sentences
        .chunk_by(|sentence, next| sentence.block == next.block)
        .filter_map(|sentences| {
            let (first, last) = (sentences.first()?, sentences.last()?);
            Some(first.first as usize..last.end as usize)
        })
}

/// The sequences of a block, of which `folded` holds the quoted stretches among others.
fn block_sequences(
    prepared: &Prepared,
    block: Range<usize>,
    folded: &[(Range<usize>, &Quoted)],
    nicknames: &FxHashSet<&str>,
) -> Vec<Sequence> {
    let tokens = &prepared.tokens;
    let first = folded.partition_point(|(range, _)| range.start < block.start);
    let folded = &folded[first..];
    let stretches: Vec<Range<usize>> = folded
        .iter()
        .take_while(|(range, _)| range.start < block.end)
        .filter(|(_, quoted)| quoted.depth == 0)
        .map(|(range, _)| range.clone())
        .collect();
    let end = stretches
        .iter()
        .fold(block.end, |end, stretch| end.max(stretch.end));
    let atoms = Atoms {
        first: block.start,
        features: (block.start..end)
            .map(|at| UnitFeatures::of_token(prepared, at))
            .collect(),
    };
    let mut all = vec![sequence(prepared, &atoms, block, &stretches, nicknames, false)];
    for stretch in stretches.iter().filter(|stretch| stretch.len() >= FEWEST_INSIDE) {
        let first_inside = folded.partition_point(|(range, _)| range.start < stretch.start);
        let inner: Vec<_> = folded[first_inside..]
            .iter()
            .take_while(|(range, _)| range.start < stretch.end)
            .filter(|(range, quoted)| quoted.depth == 1 && range.end <= stretch.end)
            .map(|(range, _)| range.clone())
            .collect();
        // without the marks, where they are two
        let closed = tokens.list[stretch.end - 1].kind == TokenKind::Mark;
        let words = stretch.start + 1..stretch.end - usize::from(closed);
        all.push(sequence(prepared, &atoms, words, &inner, nicknames, true));
    }
    all
}

/// What a block's tokens look like, one by one.
struct Atoms {
    /// The block's first token.
    first: usize,
    features: Vec<UnitFeatures>,
}

fn sequence(
    prepared: &Prepared,
    atoms: &Atoms,
    range: Range<usize>,
    folded: &[Range<usize>],
    nicknames: &FxHashSet<&str>,
    inside: bool,
) -> Sequence {
    let tokens = &prepared.tokens;
    let mut units: Vec<Unit> = Vec::with_capacity(range.len());
    let mut folded = folded.iter().peekable();
    let mut at = range.start;
    let mut sentence = 0;
    while at < range.end {
        while folded.next_if(|stretch| stretch.start < at).is_some() {}
        let stretch = folded.next_if(|stretch| stretch.start == at);
        let end = stretch.map_or(at + 1, |stretch| stretch.end.min(range.end));
        let atom = match stretch {
            Some(_) if let Some(name) = nickname(prepared, at..end, nicknames) => {
                atoms.features[name - atoms.first]
            }
            Some(_) => UnitFeatures::of_quotation(prepared, at..end),
            None => atoms.features[at - atoms.first],
        };
        if let Some(before) = units.last() {
            sentence += u32::from(tokens.list[before.end as usize - 1].sentence != tokens.list[at].sentence);
        }
        units.push(Unit {
            first: at as u32,
            end: end as u32,
            sentence,
            features: atom,
        });
        at = end;
    }
    Sequence::new(units, inside)
}

/// The word of a quoted stretch that is a name by which somebody goes: `goes by the name "Moth"`, `calling herself "Quill"`,
/// or one of those `known` from elsewhere.
fn nickname(prepared: &Prepared, range: Range<usize>, known: &FxHashSet<&str>) -> Option<usize> {
    let tokens = &prepared.tokens;
    let mut words = range
        .clone()
        .filter(|&at| tokens.list[at].kind == TokenKind::Word);
    let (word, None) = (words.next()?, words.next()) else {
        return None;
    };
    let capital = tokens.list[word]
        .span
        .text(&prepared.source.text)
        .starts_with(char::is_uppercase);
    let before = range.start.saturating_sub(NAMING)..range.start;
    let form = |back: usize| range.start.checked_sub(back).map_or("", |at| tokens.form(at));
    let leads = match form(1) {
        "as" => before.clone().any(|at| WordSet::KnownAs.has(tokens.form(at))),
        "name" | "nickname" | "nicknamed" | "dubbed" => true,
        "himself" | "herself" | "themselves" => form(2).starts_with("call"),
        "called" => matches!(form(2), "be" | "is" | "was"),
        _ => false,
    };
    (capital && range.len() <= SHORTEST_NAMED && (leads || known.contains(tokens.form(word)))).then_some(word)
}

/// `known on the quay only as`: so many words at most tell that a name follows.
const NAMING: usize = 8;
/// A word in marks, with a full stop or comma inside.
const SHORTEST_NAMED: usize = 4;

impl Sequence {
    fn new(units: Vec<Unit>, inside: bool) -> Self {
        let mut atoms = Vec::with_capacity(units.len() + 2 * AROUND);
        atoms.extend([UnitFeatures::NONE; AROUND]);
        atoms.extend(units.iter().map(|unit| unit.features));
        atoms.extend([UnitFeatures::NONE; AROUND]);
        Sequence { units, inside, atoms }
    }

    /// The stretch of text that the units of `run` (not empty) take.
    pub fn span(&self, prepared: &Prepared, run: Range<usize>) -> Span {
        let tokens = &prepared.tokens.list;
        match (self.units.get(run.start), self.units.get(run.end.wrapping_sub(1))) {
            (Some(first), Some(last)) => tokens[first.first as usize]
                .span
                .cover(tokens[last.end as usize - 1].span),
            _ => Span::default(),
        }
    }

    /// The units that lie for the greater part in `span`, if any.
    pub fn run(&self, prepared: &Prepared, span: Span) -> Option<Range<usize>> {
        let tokens = prepared.tokens.within(span);
        let start = self
            .units
            .partition_point(|unit| (unit.end as usize) <= tokens.start);
        let end = self
            .units
            .partition_point(|unit| (unit.first as usize) < tokens.end);
        let share = |at: usize| {
            let unit = &self.units[at];
            let inside = (unit.end as usize)
                .min(tokens.end)
                .saturating_sub(tokens.start.max(unit.first as usize));
            2 * inside > (unit.end - unit.first) as usize
        };
        let start = if start < end && !share(start) {
            start + 1
        } else {
            start
        };
        let end = if start < end && !share(end - 1) {
            end - 1
        } else {
            end
        };
        (start < end).then_some(start..end)
    }

    /// What is seen of `N` units in a row, the first of them `before` units (at most [`AROUND`]) before the one at `at`;
    /// nothing is seen past the ends.
    #[inline]
    pub(in crate::attribution) fn atoms<const N: usize>(
        &self,
        at: usize,
        before: usize,
    ) -> &[UnitFeatures; N] {
        let from = (at + AROUND).saturating_sub(before);
        let row = self.atoms.get(from..).and_then(<[_]>::first_chunk);
        row.unwrap_or(&[UnitFeatures::NONE; N])
    }

    /// The head of the cue `run`, its first verb where it has one, and its last word.
    pub(super) fn cue_ends(&self, run: Range<usize>) -> (UnitFeatures, UnitFeatures) {
        let units = &self.units[run];
        let is_verb = |unit: &&Unit| matches!(unit.features.chunk, Chunk::CueVerb | Chunk::Verb);
        let features = |unit: Option<&Unit>| unit.map_or(UnitFeatures::default(), |unit| unit.features);
        let last = units.last();
        (features(units.iter().find(is_verb).or(last)), features(last))
    }

    /// Whether one of the units of `run` is a verb of saying: no thought, no wish.
    pub(in crate::attribution) fn has_speech_verb(&self, run: Range<usize>) -> bool {
        let speech = |unit: &Unit| {
            unit.features.chunk == Chunk::CueVerb
                && !unit.features.stance.is(VerbClass::Think)
                && !unit.features.stance.is_none()
        };
        self.units[run].iter().any(speech)
    }

    /// Whether one of the units of `run` looks like a noun that can be a verb of saying: `reports`, `notes`.
    pub(in crate::attribution) fn has_noun_for_speech(&self, run: Range<usize>) -> bool {
        self.units[run]
            .iter()
            .any(|unit| unit.features.chunk == Chunk::Nominal && !unit.features.stance.is_none())
    }

    /// Whether `run` is nothing but `I`, `we` or `you`.
    pub(in crate::attribution) fn is_first_or_second_person(&self, run: Range<usize>) -> bool {
        let persons = ["i", "we", "you"].map(hash_text);
        run.len() == 1
            && self.units[run]
                .iter()
                .all(|unit| persons.contains(&unit.features.form))
    }

    /// Whether one of the units of `run` is a cue verb of the word list.
    pub(in crate::attribution) fn has_cue_verb(&self, run: Range<usize>) -> bool {
        self.units[run]
            .iter()
            .any(|unit| unit.features.chunk == Chunk::CueVerb)
    }
}

impl Unit {
    /// Whether it is a quoted stretch long enough for speech.
    pub fn is_quotation(&self) -> bool {
        self.features.class == UnitClass::QUOTATION
    }

    /// Whether it is a quoted stretch whose first word has a capital.
    pub(in crate::attribution) fn begins_as_sentence(&self) -> bool {
        self.features.begins_as_sentence()
    }

    /// Whether it is a quoted stretch of any length.
    pub fn is_folded(&self) -> bool {
        self.features.class.is_folded()
    }
}
