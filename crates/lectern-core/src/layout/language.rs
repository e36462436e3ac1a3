//! What language a stretch is in: by script, and English by its function words.

use crate::article::Language;
use crate::lexicon;
use crate::text::fold::{fold_char, is_han};

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
        let mut word = String::new();
        let mut foreign = false;
        for c in text.chars().filter_map(fold_char).chain([' ']) {
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
