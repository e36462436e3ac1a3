//! What the tagger sees of one unit. The codes are hashed into features, so they are part of the model file: they never
//! change without training it again.

use crate::article::VerbClass;
use crate::attribution::verbs;
use crate::lexicon::WordClass;
use crate::model::hash::{hash_text, mix};
use crate::prepared::Prepared;
use crate::tokens::{TokenKind, Tokens};
use std::ops::Range;

/// What features are made of, hashed once.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct UnitFeatures {
    /// Hash of the folded form.
    pub(crate) form: u32,
    /// Hash of the base form of a verb, otherwise of the form.
    pub(crate) lemma: u32,
    /// Hash of the last three letters.
    pub(crate) suffix: u32,
    /// Word class, signs told apart.
    pub(crate) class: UnitClass,
    /// Coarse class for paths.
    pub(crate) chunk: Chunk,
    /// Capital letters and the like.
    pub(crate) shape: Shape,
    /// What a cue verb tells of its source's stance.
    pub(crate) stance: Stance,
}

/// The class of a word, which sign, or how long a quotation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct UnitClass(u32);

/// Codes of signs follow those of word classes.
const FIRST_SIGN: u32 = 24;

impl UnitClass {
    /// A quoted stretch long enough for speech.
    pub(crate) const QUOTATION: UnitClass = UnitClass(40);
    /// A shorter one.
    pub(crate) const SHORT_QUOTATION: UnitClass = UnitClass(41);

    fn of(class: WordClass, form: &str) -> Self {
        UnitClass(match class {
            WordClass::Sign => FIRST_SIGN + Sign::of(form) as u32,
            class => class as u32,
        })
    }

    /// Whether it is a word of this class.
    pub(crate) fn is(self, class: WordClass) -> bool {
        self.0 == class as u32
    }

    /// Whether it is a quoted stretch of any length.
    pub(crate) fn is_folded(self) -> bool {
        self.0 >= UnitClass::QUOTATION.0
    }

    /// The number that is hashed.
    #[inline]
    pub(crate) fn code(self) -> u32 {
        self.0
    }
}

/// Signs between words, as far as they differ for reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Comma,
    Stop,
    Colon,
    Semicolon,
    Dash,
    OpeningBracket,
    ClosingBracket,
    QuotationMark,
    Money,
    Other,
}

impl Sign {
    fn of(form: &str) -> Sign {
        match form {
            "," => Sign::Comma,
            "." | "?" | "!" | "…" => Sign::Stop,
            ":" => Sign::Colon,
            ";" => Sign::Semicolon,
            "(" | "[" => Sign::OpeningBracket,
            ")" | "]" => Sign::ClosingBracket,
            "\"" | "“" | "”" | "''" | "'" | "‘" | "’" => Sign::QuotationMark,
            "$" | "%" | "£" | "€" => Sign::Money,
            dash if crate::lexicon::is_dash(dash) => Sign::Dash,
            _ => Sign::Other,
        }
    }
}

/// How a word is written. Of a folded quotation: whether its first word has a capital.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape(u32);

impl Shape {
    const CAPITAL: u32 = 1;
    const ALL_CAPITALS: u32 = 2;
    const HYPHEN: u32 = 4;
    const ABBREVIATION: u32 = 8;
    /// Shapes of words are one more than their bits: none is for signs.
    const WORD: u32 = 1;
    /// Shapes of quotations lie above all of words.
    const QUOTATION: u32 = 32;

    fn of(word: &str) -> Self {
        let mut chars = word.chars();
        let capital = chars.next().is_some_and(char::is_uppercase);
        let rest_capital = word.len() > 1 && chars.all(|c| !c.is_lowercase());
        let bit = |bit: u32, on: bool| if on { bit } else { 0 };
        Shape(
            Shape::WORD
                + bit(Shape::CAPITAL, capital)
                + bit(Shape::ALL_CAPITALS, capital && rest_capital)
                + bit(Shape::HYPHEN, word.contains('-'))
                + bit(Shape::ABBREVIATION, word.len() > 1 && word.ends_with('.')),
        )
    }

    /// A word of a sentence in capitals, as it would be written in any other.
    fn of_shouted(form: &str, class: WordClass) -> Self {
        let capital = if class == WordClass::Name {
            Shape::CAPITAL
        } else {
            0
        };
        Shape(Shape::of(form).0 + capital)
    }

    /// A quotation that begins with this word. The bit is of the code, in which [`Shape::WORD`] has moved it: it is set
    /// where the word has no capital.
    fn of_quotation(first: Shape) -> Self {
        Shape(Shape::QUOTATION + (first.0 & 1))
    }

    fn has(self, bit: u32) -> bool {
        self.0 >= Shape::WORD && (self.0 - Shape::WORD) & bit != 0
    }

    /// Whether a word begins with a capital.
    pub(crate) fn is_capital(self) -> bool {
        self.has(Shape::CAPITAL)
    }

    /// Whether a word has no small letter.
    pub(crate) fn is_all_capitals(self) -> bool {
        self.has(Shape::ALL_CAPITALS)
    }

    /// Whether a quotation's first word has a capital.
    fn begins_as_sentence(self) -> bool {
        self.0 & 1 == 0
    }

    /// The number that is hashed.
    #[inline]
    pub(crate) fn code(self) -> u32 {
        self.0
    }
}

/// The stance of a cue verb; none for any other word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stance(u32);

impl Stance {
    fn of(class: Option<VerbClass>) -> Self {
        Stance(class.map_or(0, |class| class as u32 + 1))
    }

    /// Whether the word is no cue verb.
    pub(crate) fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Whether it is this one.
    pub(crate) fn is(self, class: VerbClass) -> bool {
        self == Stance::of(Some(class))
    }

    /// The number that is hashed.
    #[inline]
    pub(crate) fn code(self) -> u32 {
        self.0
    }
}

/// Coarse word classes, for paths between units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Chunk {
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

/// A quoted stretch of at most this many tokens, marks included, is hardly ever speech.
const SHORT: usize = 5;

impl UnitFeatures {
    /// Of no unit: the same as the default.
    pub(crate) const NONE: UnitFeatures = UnitFeatures {
        form: 0,
        lemma: 0,
        suffix: 0,
        class: UnitClass(0),
        chunk: Chunk::Edge,
        shape: Shape(0),
        stance: Stance(0),
    };

    /// Of the token at `at`.
    pub(crate) fn of_token(prepared: &Prepared, at: usize) -> Self {
        let tokens = &prepared.tokens;
        let token = tokens.list[at];
        let form = tokens.form(at);
        let verb = tokens.verb(at);
        let hashed = hash_text(form);
        let stance = if is_verb(token.class) || token.class == WordClass::Noun {
            Stance::of(verb.and_then(|verb| verbs::stance(verb.lemma)))
        } else {
            Stance::default()
        };
        let tail = match form.as_bytes() {
            [.., a, b, c] if (a | b | c).is_ascii() => &form[form.len() - 3..],
            _ => form
                .char_indices()
                .rev()
                .nth(2)
                .map_or(form, |(at, _)| &form[at..]),
        };
        UnitFeatures {
            form: hashed,
            lemma: verb.map_or(hashed, |verb| hash_text(verb.lemma)),
            suffix: hash_text(tail),
            class: UnitClass::of(token.class, form),
            chunk: chunk(token.class, form, !stance.is_none()),
            shape: if token.kind == TokenKind::Word {
                match tokens.sentences.get(token.sentence as usize) {
                    // capitals tell nothing there
                    Some(sentence) if sentence.shouted => Shape::of_shouted(form, token.class),
                    _ => Shape::of(token.span.text(&prepared.source.text)),
                }
            } else {
                Shape::default()
            },
            stance,
        }
    }

    /// What shows of a quotation from outside: how long it is, how it begins and how it ends.
    pub(crate) fn of_quotation(prepared: &Prepared, range: Range<usize>) -> Self {
        let tokens: &Tokens = &prepared.tokens;
        let length = match range.len() {
            0..=3 => 0,
            4..=5 => 1,
            6..=9 => 2,
            10..=20 => 3,
            _ => 4,
        };
        let last = tokens.form(range.end.saturating_sub(2).max(range.start));
        let ends = Sign::of(last) as u32;
        let first = tokens.list.get(range.start + 1);
        let begins = first.map_or(Shape::default(), |token| {
            Shape::of(token.span.text(&prepared.source.text))
        });
        UnitFeatures {
            form: mix(mix(7, length), ends),
            lemma: mix(mix(8, length), begins.code() & 1),
            suffix: mix(9, ends),
            class: if range.len() <= SHORT {
                UnitClass::SHORT_QUOTATION
            } else {
                UnitClass::QUOTATION
            },
            chunk: Chunk::Quotation,
            shape: Shape::of_quotation(begins),
            stance: Stance::default(),
        }
    }

    /// Whether it is a quoted stretch whose first word has a capital.
    pub(crate) fn begins_as_sentence(&self) -> bool {
        self.class.is_folded() && self.shape.begins_as_sentence()
    }
}

fn is_verb(class: WordClass) -> bool {
    use WordClass::{VerbBase, VerbGerund, VerbPast, VerbPresent};
    matches!(class, VerbBase | VerbPresent | VerbPast | VerbGerund)
}

fn chunk(class: WordClass, form: &str, cue: bool) -> Chunk {
    match class {
        WordClass::Sign => match Sign::of(form) {
            Sign::Comma => Chunk::Comma,
            Sign::Stop | Sign::Semicolon => Chunk::Stop,
            Sign::Colon => Chunk::Colon,
            Sign::Dash => Chunk::Dash,
            Sign::OpeningBracket | Sign::ClosingBracket => Chunk::Bracket,
            Sign::QuotationMark => Chunk::Quotation,
            Sign::Money => Chunk::Nominal,
            Sign::Other => Chunk::Other,
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
