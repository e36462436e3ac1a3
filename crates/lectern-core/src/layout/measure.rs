//! What a piece looks like, in numbers.

use super::labels::{self, Field, Label};
use super::language::Evidence;
use super::pieces::Piece;
use super::site_text::{self, Place};
use super::{dates, furniture};
use crate::article::{BlockKind, ClutterReason};
use crate::lexicon::WordSet;
use crate::text::fold::{self, fold_char, is_stop, is_unspaced};
use rustc_hash::FxHashMap;

/// How a piece ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Ending {
    /// A full stop, question or exclamation mark, closing marks after it left aside.
    Stop,
    /// A colon.
    Colon,
    /// Dots that say the text goes on elsewhere.
    Dots,
    /// Anything else.
    #[default]
    Open,
}

/// The measures of a piece.
#[derive(Clone, Debug, Default)]
pub(super) struct Measure {
    /// Words; two characters of a script without spaces count as one.
    pub(super) words: i32,
    /// Of these, words of scripts without capitals.
    pub(super) caseless: i32,
    /// Characters of scripts that put no space between words.
    pub(super) unspaced: i32,
    /// Words that begin in lower case.
    pub(super) lower: i32,
    /// Words that begin in upper case.
    pub(super) capital: i32,
    /// Words of two letters and more, all upper case.
    pub(super) caps: i32,
    /// Characters.
    pub(super) chars: i32,
    /// Digits.
    pub(super) digits: i32,
    /// Ends of sentences, the last one among them.
    pub(super) stops: i32,
    /// Commas, semicolons and their Chinese sisters.
    pub(super) commas: i32,
    /// Signs that part the items of a menu: `|`, `>`, `»`, `·`, `•`.
    pub(super) separators: i32,
    /// Whether it holds a web or mail address, a handle or a file name.
    pub(super) address: bool,
    /// Whether it opens with a quotation mark.
    pub(super) quoted: bool,
    pub(super) ending: Ending,
    /// What its phrases say that it is: clutter for a reason, or a caption.
    pub(super) site_text: Option<(BlockKind, Place)>,
    pub(super) fields: Vec<Field>,
    /// A full date in a short line.
    pub(super) date: Option<dates::Found>,
    /// Link text in a hundred, from markup.
    pub(super) link_share: i32,
    pub(super) evidence: Evidence,
    /// A hash of the folded text, to find repetitions.
    pub(super) key: u64,
    /// How often the same text stands in the article.
    pub(super) times: u32,
    /// Whether it stands further up as well.
    pub(super) is_again: bool,
}

/// So many characters of a script without spaces are no menu.
const LONG_UNSPACED: i32 = 80;

/// Dates and labels are looked for in lines of at most this many words.
const LONGEST_DETAILS: i32 = 40;

/// Measures all pieces of a text.
pub(super) fn measure_all(text: &str, pieces: &[Piece]) -> Vec<Measure> {
    let mut all: Vec<Measure> = pieces.iter().map(|piece| measure(text, piece)).collect();
    let mut times: FxHashMap<u64, u32> =
        FxHashMap::with_capacity_and_hasher(all.len(), rustc_hash::FxBuildHasher);
    for measure in &mut all {
        let times = times.entry(measure.key).or_default();
        measure.is_again = *times > 0;
        *times += 1;
    }
    for measure in &mut all {
        measure.times = times.get(&measure.key).copied().unwrap_or(1);
    }
    all
}

/// Measures one piece.
pub(super) fn measure(text: &str, piece: &Piece) -> Measure {
    let text = piece.span.text(text);
    let mut measure = Measure {
        evidence: Evidence::of(text),
        link_share: piece.hint.map_or(0, |hint| i32::from(hint.link_share)),
        quoted: text.starts_with(['"', '“', '‘', '\'', '«', '„', '「', '『']),
        ending: ending(text),
        key: key(text),
        times: 1,
        ..Measure::default()
    };
    count_characters(text, &mut measure);
    count_words(text, &mut measure);
    measure.words += (measure.unspaced + 1) / 2;
    measure.caseless += (measure.unspaced + 1) / 2;
    if measure.words <= LONGEST_DETAILS {
        measure.site_text = furniture::kind(text)
            .map(|kind| (kind, Place::Whole))
            .or_else(|| site_text::find(text));
        measure.fields = labels::fields(text);
        // A year and a day are five digits at least.
        measure.date = if measure.digits >= 5 {
            dates::find(text)
        } else {
            None
        };
    }
    measure
}

fn ending(text: &str) -> Ending {
    let bare = text.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '”' | '’' | '\'' | '»' | '“' | ')' | '）' | ']' | '」' | '』' | '*'
            )
    });
    if bare.ends_with("...") || bare.ends_with('…') {
        Ending::Dots
    } else if bare.ends_with(|c| c == '.' || is_stop(c)) {
        Ending::Stop
    } else if bare.ends_with([':', '：']) {
        Ending::Colon
    } else {
        Ending::Open
    }
}

/// What counts a character: nothing, for letters.
mod sorts {
    pub(super) const COMMA: u8 = 1;
    pub(super) const SEPARATOR: u8 = 2;
    pub(super) const DIGIT: u8 = 4;
    pub(super) const UNSPACED: u8 = 8;
    /// Ends a sentence, whatever follows.
    pub(super) const STOP: u8 = 16;
    /// Ends a sentence before white space, a closing mark or the end.
    pub(super) const POINT: u8 = 32;
    /// White space or a closing mark.
    pub(super) const BEHIND_POINT: u8 = 64;
}

/// The sorts of all characters of ASCII.
const ASCII_SORTS: [u8; 128] = {
    let mut all = [0; 128];
    let mut at = 0;
    while at < all.len() {
        all[at] = match at as u8 {
            b',' | b';' => sorts::COMMA,
            b'|' | b'>' => sorts::SEPARATOR,
            b'0'..=b'9' => sorts::DIGIT,
            b'.' | b'!' | b'?' => sorts::POINT,
            b'\t'..=b'\r' | b' ' | b'"' | b'\'' | b')' => sorts::BEHIND_POINT,
            _ => 0,
        };
        at += 1;
    }
    all
};

fn sorts_beyond_ascii(c: char) -> u8 {
    let sort = match c {
        '，' | '；' | '、' => sorts::COMMA,
        '»' | '·' | '•' | '›' | '→' | '←' | '丨' | '│' => sorts::SEPARATOR,
        '”' | '’' => sorts::BEHIND_POINT,
        _ if c.is_whitespace() => sorts::BEHIND_POINT,
        _ if is_stop(c) => sorts::STOP,
        _ => 0,
    };
    sort | if is_unspaced(c) { sorts::UNSPACED } else { 0 }
}

fn count_characters(text: &str, measure: &mut Measure) {
    let mut point = false;
    for c in text.chars() {
        let sort = match ASCII_SORTS.get(c as usize) {
            Some(&sort) => sort,
            None => sorts_beyond_ascii(c),
        };
        measure.chars += 1;
        if sort == 0 {
            point = false;
            continue;
        }
        let is = |wanted: u8| sort & wanted != 0;
        measure.commas += i32::from(is(sorts::COMMA));
        measure.separators += i32::from(is(sorts::SEPARATOR));
        measure.digits += i32::from(is(sorts::DIGIT));
        measure.unspaced += i32::from(is(sorts::UNSPACED));
        measure.stops += i32::from(point && is(sorts::BEHIND_POINT)) + i32::from(is(sorts::STOP));
        point = is(sorts::POINT);
    }
    measure.stops += i32::from(point);
}

fn count_words(text: &str, measure: &mut Measure) {
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        measure.address |= word.contains(['.', ':', '@']) && is_address(word, bare);
        let Some(first) = bare.chars().next() else {
            continue;
        };
        if is_unspaced(first) {
            continue;
        }
        measure.words += 1;
        measure.caseless +=
            i32::from(first.is_alphabetic() && !first.is_lowercase() && !first.is_uppercase());
        measure.lower += i32::from(first.is_lowercase());
        measure.capital += i32::from(first.is_uppercase());
        let shouted = !first.is_lowercase()
            && bare.chars().all(|c| !c.is_lowercase())
            && bare.chars().filter(|c| c.is_uppercase()).count() > 1;
        measure.caps += i32::from(shouted);
    }
}

/// A web or mail address, a handle or a file name.
fn is_address(word: &str, bare: &str) -> bool {
    word.contains("://")
        || word.starts_with("www.")
        || word.starts_with('@') && !bare.is_empty()
        || bare.contains('@')
        || bare
            .rsplit_once('.')
            .is_some_and(|(_, ending)| WordSet::FileEnding.has(ending))
}

/// A hash of the letters and digits of the folded text.
fn key(text: &str) -> u64 {
    fold::hash(text.chars().filter_map(fold_char).filter(|c| c.is_alphanumeric()))
}

impl Measure {
    /// Whether it reads as running text: a sentence of some length.
    pub(super) fn is_prose(&self) -> bool {
        let ends = matches!(self.ending, Ending::Stop) || self.ending == Ending::Colon && self.words > 8;
        ends && self.words >= 8 && self.is_mostly_lower()
            || self.words >= 25 && self.stops > 0
            || self.unspaced >= 20 && self.stops > 0
            // Thai and its neighbours end sentences with a space.
            || self.unspaced >= LONG_UNSPACED
    }

    /// Whether at least half of its words begin in lower case or have no case, as in running text.
    pub(super) fn is_mostly_lower(&self) -> bool {
        (self.lower + self.caseless) * 2 >= self.words
    }

    /// Whether it is a line about the article: known labels with values, and hardly a word beside them.
    pub(super) fn is_details(&self) -> bool {
        let known = self
            .fields
            .iter()
            .filter(|f| f.label != Label::Ignored && f.label != Label::Trail)
            .count();
        let first = self.fields.first().is_some_and(|f| f.start == 0);
        known > 0 && (first && self.words <= 12 && self.stops <= 1 || self.fields.len() > 1)
    }

    /// Whether it is a date, or two, and hardly anything else; `line` is its text.
    pub(super) fn is_date_line(&self, line: &str) -> bool {
        const MOST_WORDS: usize = 5;
        if self.date.is_none() {
            return false;
        }
        let words = |text: &str| {
            let words = text.split_whitespace();
            words.filter(|word| word.contains(char::is_alphanumeric)).count()
        };
        let mut from = 0;
        let mut rest = 0;
        for date in dates::find_all(line) {
            rest += words(&line[from..date.at.start]);
            from = date.at.end;
        }
        rest + words(&line[from..]) <= MOST_WORDS
    }

    /// The reason that its phrases give for its being clutter.
    pub(super) fn clutter(&self) -> Option<(ClutterReason, Place)> {
        match self.site_text {
            Some((BlockKind::Clutter(reason), place)) => Some((reason, place)),
            _ => None,
        }
    }

    /// Whether its phrases make it a caption; running text needs one at its beginning.
    pub(super) fn is_caption(&self) -> bool {
        matches!(self.site_text, Some((BlockKind::Caption, place)) if place > Place::Within || !self.is_prose())
    }
}
