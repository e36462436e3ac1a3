//! Sequences of units to tag: the words of a block, with each quoted stretch folded into one unit, and the words
//! inside each quoted stretch as a sequence of its own.
//!
//! Folding keeps distances short: in `"...," said Ada Lund. "..."` the cue stands between two units, whatever
//! the length of the quotation. Content practically never begins or ends inside a quoted stretch.

use super::hash::{hash_text, mix};
use super::verbs;
use crate::article::{Span, VerbClass};
use crate::lexicon::WordClass;
use crate::prepared::Prepared;
use crate::tokens::{Quoted, TokenKind, Tokens};
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
    pub(super) atom: Atom,
}

/// What features are made of, hashed once.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Atom {
    /// The folded form.
    pub(super) form: u32,
    /// The base form of a verb, otherwise the form.
    pub(super) lemma: u32,
    /// The last three letters.
    pub(super) suffix: u32,
    /// Word class, signs told apart; see `code`.
    pub(super) class: u32,
    /// Coarse class for paths.
    pub(super) chunk: Chunk,
    /// Capital letters and digits.
    pub(super) shape: u32,
    /// 0, or the stance of a cue verb plus one.
    pub(super) stance: u32,
}

/// Coarse word classes, for paths between units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Chunk {
    #[default]
    Edge,
    Nominal,
    Pronoun,
    Preposition,
    Verb,
    CueVerb,
    Auxiliary,
    Subordinator,
    Relative,
    InfinitiveTo,
    Coordinator,
    Comma,
    Stop,
    Colon,
    Dash,
    Bracket,
    Quotation,
    Other,
}

/// A run of units to tag.
#[derive(Clone, Debug)]
pub struct Sequence {
    /// In text order.
    pub units: Vec<Unit>,
    /// Whether it lies inside quotation marks.
    pub inside: bool,
}

/// Class code of a folded quotation, long and short.
const QUOTATION: u32 = 40;
const SHORT_QUOTATION: u32 = 41;

/// A quoted stretch of at most so many tokens, marks included, is hardly ever speech.
const SHORT: usize = 5;

/// Sequences inside quotation marks shorter than this hold nothing said.
const FEWEST_INSIDE: usize = 6;

/// All sequences of the article, in text order; those inside marks follow the one that holds them.
pub fn sequences(prepared: &Prepared) -> Vec<Sequence> {
    let tokens = &prepared.tokens;
    let atoms: Vec<Atom> = (0..tokens.list.len()).map(|at| atom(prepared, at)).collect();
    let folded: Vec<(Range<usize>, &Quoted)> = tokens
        .quoted
        .iter()
        .filter(|quoted| quoted.closed || quoted.continues)
        .map(|quoted| (tokens.within(quoted.span), quoted))
        .filter(|(range, _)| !range.is_empty())
        .collect();
    let mut outer = folded.iter().filter(|(_, quoted)| quoted.depth == 0).peekable();
    let mut all = Vec::new();
    let mut sentences = tokens.sentences.as_slice();
    while let Some(first) = sentences.first() {
        let count = sentences.partition_point(|sentence| sentence.block == first.block);
        let block = first.first as usize..sentences[count - 1].end as usize;
        sentences = &sentences[count..];
        let mut stretches = Vec::new();
        while let Some((range, _)) = outer.next_if(|(range, _)| range.start < block.end) {
            stretches.push(range.clone());
        }
        all.push(sequence(prepared, &atoms, block, &stretches, false));
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
            all.push(sequence(prepared, &atoms, words, &inner, true));
        }
    }
    all
}

fn sequence(
    prepared: &Prepared,
    atoms: &[Atom],
    range: Range<usize>,
    folded: &[Range<usize>],
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
            Some(_) => quotation_atom(prepared, at..end),
            None => atoms[at],
        };
        if let Some(before) = units.last() {
            sentence += u32::from(tokens.list[before.end as usize - 1].sentence != tokens.list[at].sentence);
        }
        units.push(Unit {
            first: at as u32,
            end: end as u32,
            sentence,
            atom,
        });
        at = end;
    }
    Sequence { units, inside }
}

fn atom(prepared: &Prepared, at: usize) -> Atom {
    let tokens = &prepared.tokens;
    let token = tokens.list[at];
    let form = tokens.form(at);
    let word = token.kind == TokenKind::Word;
    let verb = tokens.verb(at);
    let hashed = hash_text(form);
    let stance = if is_verb(token.class) || token.class == WordClass::Noun {
        verb.and_then(|verb| verbs::stance(verb.lemma))
            .map_or(0, |class| class as u32 + 1)
    } else {
        0
    };
    let tail = form
        .char_indices()
        .rev()
        .nth(2)
        .map_or(form, |(at, _)| &form[at..]);
    let chunk = chunk(token.class, form, stance != 0);
    Atom {
        form: hashed,
        lemma: verb.map_or(hashed, |verb| hash_text(verb.lemma)),
        suffix: hash_text(tail),
        class: if token.class == WordClass::Sign {
            24 + sign(form)
        } else {
            token.class as u32
        },
        chunk,
        shape: if word {
            shape(token.span.text(&prepared.source.text))
        } else {
            0
        },
        stance,
    }
}

fn is_verb(class: WordClass) -> bool {
    use WordClass::{VerbBase, VerbGerund, VerbPast, VerbPresent};
    matches!(class, VerbBase | VerbPresent | VerbPast | VerbGerund)
}

fn sign(form: &str) -> u32 {
    match form {
        "," => 0,
        "." | "?" | "!" | "…" => 1,
        ":" => 2,
        ";" => 3,
        "-" | "--" | "---" | "—" | "–" | "―" => 4,
        "(" | "[" => 5,
        ")" | "]" => 6,
        "\"" | "“" | "”" | "''" | "'" | "‘" | "’" => 7,
        "$" | "%" | "£" | "€" => 8,
        _ => 9,
    }
}

fn chunk(class: WordClass, form: &str, cue: bool) -> Chunk {
    match class {
        WordClass::Sign => match sign(form) {
            0 => Chunk::Comma,
            1 | 3 => Chunk::Stop,
            2 => Chunk::Colon,
            4 => Chunk::Dash,
            5 | 6 => Chunk::Bracket,
            7 => Chunk::Quotation,
            8 => Chunk::Nominal,
            _ => Chunk::Other,
        },
        WordClass::Pronoun if matches!(form, "who" | "which" | "whom") => Chunk::Relative,
        WordClass::Pronoun => Chunk::Pronoun,
        WordClass::Preposition => Chunk::Preposition,
        WordClass::Coordinator => Chunk::Coordinator,
        WordClass::Subordinator => Chunk::Subordinator,
        WordClass::InfinitiveTo => Chunk::InfinitiveTo,
        WordClass::Modal | WordClass::Auxiliary | WordClass::Negation => Chunk::Auxiliary,
        WordClass::Adverb => Chunk::Other,
        class if is_verb(class) => {
            if cue {
                Chunk::CueVerb
            } else {
                Chunk::Verb
            }
        }
        _ => Chunk::Nominal,
    }
}

/// Bits: first letter a capital, all capitals, has a hyphen, one letter with a full stop.
fn shape(word: &str) -> u32 {
    let mut chars = word.chars();
    let capital = chars.next().is_some_and(char::is_uppercase);
    let rest_capital = word.len() > 1 && chars.all(|c| !c.is_lowercase());
    1 + u32::from(capital)
        + 2 * u32::from(capital && rest_capital)
        + 4 * u32::from(word.contains('-'))
        + 8 * u32::from(word.len() > 1 && word.ends_with('.'))
}

/// What shows of a quotation from outside: how long it is, how it begins and how it ends.
fn quotation_atom(prepared: &Prepared, range: Range<usize>) -> Atom {
    let tokens: &Tokens = &prepared.tokens;
    let short = range.len() <= SHORT;
    let length = match range.len() {
        0..=3 => 0,
        4..=5 => 1,
        6..=9 => 2,
        10..=20 => 3,
        _ => 4,
    };
    let last = tokens.form(range.end.saturating_sub(2).max(range.start));
    let ends = sign(last);
    let begins = tokens
        .list
        .get(range.start + 1)
        .map_or(0, |token| shape(token.span.text(&prepared.source.text)) & 1);
    Atom {
        form: mix(mix(7, length), ends),
        lemma: mix(mix(8, length), begins),
        suffix: mix(9, ends),
        class: if short { SHORT_QUOTATION } else { QUOTATION },
        chunk: Chunk::Quotation,
        shape: 32 + begins,
        stance: 0,
    }
}

impl Sequence {
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

    /// The unit `offset` away from the one at `at`; nothing past the ends.
    #[inline]
    pub(super) fn atom(&self, at: usize, offset: isize) -> Atom {
        at.checked_add_signed(offset)
            .and_then(|at| self.units.get(at))
            .map_or(Atom::default(), |unit| unit.atom)
    }

    /// As many units in a row, the first of them `first` away from the one at `at`.
    #[inline(always)]
    pub(super) fn atoms<const N: usize>(&self, at: usize, first: isize) -> [Atom; N] {
        let mut atoms = [Atom::default(); N];
        for (offset, atom) in (first..).zip(&mut atoms) {
            *atom = self.atom(at, offset);
        }
        atoms
    }

    /// Whether one of the units of `run` is a verb of saying: no thought, no wish.
    pub(super) fn has_speech_verb(&self, run: Range<usize>) -> bool {
        let speech = |unit: &Unit| {
            unit.atom.chunk == Chunk::CueVerb
                && unit.atom.stance != VerbClass::Think as u32 + 1
                && unit.atom.stance != 0
        };
        self.units[run].iter().any(speech)
    }

    /// Whether one of the units of `run` looks like a noun that can be a verb of saying: `reports`, `notes`.
    pub(super) fn has_noun_for_speech(&self, run: Range<usize>) -> bool {
        self.units[run]
            .iter()
            .any(|unit| unit.atom.chunk == Chunk::Nominal && unit.atom.stance != 0)
    }

    /// Whether `run` is nothing but `I`, `we` or `you`.
    pub(super) fn is_first_or_second_person(&self, run: Range<usize>) -> bool {
        let persons = ["i", "we", "you"].map(hash_text);
        run.len() == 1
            && self.units[run]
                .iter()
                .all(|unit| persons.contains(&unit.atom.form))
    }

    /// Whether one of the units of `run` is a cue verb of the word list.
    pub(super) fn has_cue_verb(&self, run: Range<usize>) -> bool {
        self.units[run]
            .iter()
            .any(|unit| unit.atom.chunk == Chunk::CueVerb)
    }
}

impl Unit {
    /// Whether it is a quoted stretch long enough for speech.
    pub fn is_quotation(&self) -> bool {
        self.atom.class == QUOTATION
    }

    /// Whether it is a quoted stretch whose first word has a capital.
    pub(super) fn begins_as_sentence(&self) -> bool {
        self.is_folded() && self.atom.shape & 1 == 0
    }

    /// Whether it is a quoted stretch of any length.
    pub fn is_folded(&self) -> bool {
        self.atom.class >= QUOTATION
    }
}
