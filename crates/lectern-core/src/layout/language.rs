//! What language a stretch is in: by script, and English by its function words.

use super::judge::{Document, Verdict};
use crate::article::Language;
use crate::lexicon;
use crate::text::fold::{self, fold_char, is_han};

/// Counts from which a language is told; they add up over blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    /// Words in Latin letters.
    pub(super) latin_words: u32,
    /// Of these, function words of English.
    pub(super) function_words: u32,
    /// Latin words with a letter that English does not use.
    pub(super) foreign_words: u32,
    /// Chinese characters.
    pub(super) han: u32,
    /// Letters of other scripts, kana and hangul among them.
    pub(super) other: u32,
}

/// Latin words needed before their function words say anything.
const ENOUGH_WORDS: u32 = 8;

/// No function word of English is longer (`notwithstanding` aside).
const LONGEST_FUNCTION_WORD: usize = 12;

impl Evidence {
    /// Counts over a text.
    pub(super) fn of(text: &str) -> Self {
        let mut evidence = Evidence::default();
        let mut word = String::with_capacity(LONGEST_FUNCTION_WORD);
        let mut foreign = false;
        let mut rest = text;
        loop {
            // the plain letters of a word at once
            let plain = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            let before = word.len();
            word.push_str(&rest[..plain]);
            word[before..].make_ascii_lowercase();
            let mut chars = rest[plain..].chars();
            let next = chars.next();
            rest = chars.as_str();
            // the text's end is one of its last word
            let Some(c) = next.map_or(Some(' '), fold_char) else {
                continue;
            };
            if c.is_ascii_alphabetic() || c == '\'' || ('\u{C0}'..='\u{24F}').contains(&c) {
                foreign |= !c.is_ascii();
                word.push(c);
                continue;
            }
            if !word.is_empty() {
                let form = word.trim_matches('\'');
                evidence.latin_words += u32::from(!form.is_empty());
                evidence.function_words +=
                    u32::from(form.len() <= LONGEST_FUNCTION_WORD && lexicon::closed_class(form).is_some());
                evidence.foreign_words += u32::from(foreign);
                word.clear();
                foreign = false;
            }
            if is_han(c) {
                evidence.han += 1;
            } else if c.is_alphabetic() {
                evidence.other += 1;
            }
            if next.is_none() {
                break;
            }
        }
        evidence
    }

    /// Adds another stretch's counts.
    pub(super) fn add(&mut self, other: Evidence) {
        self.latin_words += other.latin_words;
        self.function_words += other.function_words;
        self.foreign_words += other.foreign_words;
        self.han += other.han;
        self.other += other.other;
    }

    /// Whether nearly all of it is words in the letters that English uses.
    fn is_plain_latin(self) -> bool {
        self.han + self.other < self.latin_words && self.foreign_words * 20 < self.latin_words
    }

    /// The language that the counts speak for.
    pub(super) fn language(self) -> Language {
        let latin_letters = self.latin_words * 5;
        if self.other > self.han && self.other > latin_letters {
            return Language::Other;
        }
        // A kana or two among the characters makes it Japanese.
        if self.han > 0 && self.han >= self.latin_words {
            return if self.other * 4 > self.han {
                Language::Other
            } else {
                Language::Chinese
            };
        }
        // English prose has some 45 function words in a hundred, a headline 20; other languages in
        // Latin script share at most 15 forms in a hundred with English (`a`, `in`, `me`, `so`).
        let share = self.function_words * 100 / self.latin_words.max(1);
        let foreign = self.foreign_words * 100 / self.latin_words.max(1);
        if self.latin_words < ENOUGH_WORDS {
            return if share >= 25 && foreign == 0 {
                Language::English
            } else {
                Language::Unknown
            };
        }
        if share >= 25 || share >= 18 && foreign < 8 {
            Language::English
        } else if foreign >= 5 || self.latin_words >= 3 * ENOUGH_WORDS {
            Language::Other
        } else {
            Language::Unknown
        }
    }
}

/// The language of the story: what its prose is in, or all of it when there is none. In bilingual texts English,
/// which is the one that is read. What stands there again, word by word, says nothing new.
pub(super) fn story_language(text: &str, document: &Document<'_>, verdict: &Verdict) -> Language {
    let mut prose = Evidence::default();
    let mut all = Evidence::default();
    let (mut english, mut words) = (0, 0);
    for (measure, _) in document
        .measures
        .iter()
        .zip(&verdict.clutter)
        .filter(|(measure, out)| out.is_none() && !measure.is_again)
    {
        all.add(measure.evidence);
        if measure.is_prose() {
            prose.add(measure.evidence);
            words += measure.words;
            english += if measure.evidence.language() == Language::English {
                measure.words
            } else {
                0
            };
        }
    }
    if words > 0 && english * 3 > words {
        return Language::English;
    }
    let evidence = if prose == Evidence::default() { all } else { prose };
    match evidence.language() {
        Language::Other if evidence.is_plain_latin() && has_english_verbs(text, document, verdict) => {
            Language::English
        }
        language => language,
    }
}

/// Terse English (`Crews reject offer`, `"Ferries matter," Lund said.`) has few function words, but a verb among four or
/// five words. Other languages in the same letters share some ten forms in a hundred with the verbs of English.
const VERBS_OF_TERSE: usize = 18;

/// Looked at for that in one piece; each piece is asked for itself.
const LONGEST_TERSE: usize = 400;

fn has_english_verbs(text: &str, document: &Document<'_>, verdict: &Verdict) -> bool {
    let (mut words, mut verbs) = (0, 0);
    let pieces = document.pieces.iter().zip(&verdict.clutter);
    for (piece, _) in pieces.filter(|(_, out)| out.is_none()) {
        let forms = fold::Words::of(piece.span.text(text), LONGEST_TERSE);
        words += forms.iter().count();
        verbs += forms.iter().filter(|form| lexicon::verb(form).is_some()).count();
    }
    verbs * 100 >= words * VERBS_OF_TERSE && words > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_by_script_and_function_words() {
        for (text, language) in [
            (
                "The mayor said that the bridge would be closed for a week.",
                Language::English,
            ),
            ("Mayor Calls for a Third Bridge in the Harbour", Language::English),
            ("Harbour Bridge Closed", Language::Unknown),
            ("市长说大桥将关闭一周。", Language::Chinese),
            ("当前方位: BAY NEWS > 港口英语 >", Language::Chinese),
            (
                "Le maire a déclaré que le pont serait fermé pendant une semaine entière.",
                Language::Other,
            ),
            (
                "El alcalde dijo que el puente estará cerrado durante una semana, según la policía.",
                Language::Other,
            ),
            (
                "Der Bürgermeister sagte, die Brücke werde für eine Woche gesperrt.",
                Language::Other,
            ),
            ("市長は橋が一週間閉鎖されると述べた。", Language::Other),
            ("Мэр сказал, что мост будет закрыт.", Language::Other),
            ("12:30", Language::Unknown),
        ] {
            assert_eq!(Evidence::of(text).language(), language, "{text}");
        }
    }
}
