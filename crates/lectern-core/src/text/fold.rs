//! Text folded for matching: lower case, full-width forms narrowed, invisible characters dropped. Never shown.

use super::case::lower_char;
use std::borrow::Cow;

/// The character as matching sees it; none for characters that are not seen (zero-width, soft hyphen).
#[inline]
pub(crate) fn fold_char(c: char) -> Option<char> {
    if c.is_ascii() {
        Some(c.to_ascii_lowercase())
    } else {
        fold_beyond_ascii(c)
    }
}

fn fold_beyond_ascii(c: char) -> Option<char> {
    Some(match c {
        _ if is_invisible(c) => return None,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0)
            .unwrap_or(c)
            .to_ascii_lowercase(),
        '\u{2018}' | '\u{2019}' | '\u{2BC}' => '\'',
        '\u{201C}'..='\u{201E}' => '"',
        '\u{2010}' | '\u{2011}' => '-',
        _ if c.is_whitespace() => ' ',
        _ => lower_char(c),
    })
}

/// Characters that no reader sees: zero-width spaces and joiners, marks of direction, byte order mark, soft hyphen.
#[inline]
pub(crate) fn is_invisible(c: char) -> bool {
    c >= '\u{AD}' && is_invisible_beyond_ascii(c)
}

fn is_invisible_beyond_ascii(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}

/// Whether the character is a sign of one of the Japanese syllabaries.
pub(crate) fn is_kana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}')
}

/// Whether the character is Chinese (or a kanji of Japanese).
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether the character is of a script that puts no space between words: Chinese, kana, Thai, Lao, Burmese, Khmer.
pub(crate) fn is_unspaced(c: char) -> bool {
    c >= '\u{E01}' && is_unspaced_beyond_latin(c)
}

fn is_unspaced_beyond_latin(c: char) -> bool {
    is_han(c)
        || is_kana(c)
        || matches!(c, '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9D}')
        || matches!(c, '\u{E01}'..='\u{EDF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17D3}')
}

/// Whether the character ends sentences, in whatever script; `.` aside, which does more.
pub(crate) fn is_stop(c: char) -> bool {
    matches!(
        c,
        '!' | '?'
            | '。'
            | '！'
            | '？'
            | '．'
            | '｡'
            | '।'
            | '॥'
            | '؟'
            | '۔'
            | '։'
            | '።'
            | '\u{104B}'
            | '\u{17D4}'
    )
}

/// Turns letters with marks to plain ones, so that `López` and `Lopez` are one name; full stops go.
pub(crate) fn plain_letters(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii() && b != b'.') {
        return Cow::Borrowed(word);
    }
    let plain = word.chars().filter(|&c| c != '.').map(|c| match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ñ' | 'ń' | 'ň' => 'n',
        'ç' | 'ć' | 'č' => 'c',
        'š' | 'ś' | 'ş' | 'ș' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        'ł' => 'l',
        'ý' | 'ÿ' => 'y',
        'ğ' => 'g',
        'ř' => 'r',
        'ț' | 'ţ' | 'ť' => 't',
        'ď' | 'đ' => 'd',
        c => c,
    });
    Cow::Owned(plain.collect())
}

/// The words of a text for matching: runs of letters and digits; each Chinese character and `©` by itself.
/// Other punctuation is left out.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// All of them, one behind the other.
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

/// Words have about so many bytes: that much room is made for them.
const MEAN_WORD: usize = 6;

impl Words {
    /// Those of `text`, at most `limit` of them.
    pub(crate) fn of(text: &str, limit: usize) -> Self {
        let mut words = Words {
            text: String::with_capacity(text.len().min(limit.saturating_mul(MEAN_WORD))),
            ends: Vec::with_capacity(limit.min(text.len() / MEAN_WORD + 1)),
        };
        for c in text.chars().filter_map(fold_char) {
            if c.is_alphanumeric() && !is_han(c) {
                words.text.push(c);
                continue;
            }
            words.end();
            if is_han(c) || c == '©' {
                words.text.push(c);
                words.end();
            }
            if words.ends.len() >= limit {
                return words;
            }
        }
        words.end();
        words
    }

    /// Ends the word at hand, if there is one.
    fn end(&mut self) {
        if self.ends.last().copied().unwrap_or_default() < self.text.len() {
            self.ends.push(self.text.len());
        }
    }

    /// One by one.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.text[start..end])
    }
}

/// FNV-1a over characters: the same on every machine.
pub(crate) fn hash(chars: impl Iterator<Item = char>) -> u64 {
    chars.fold(0xcbf2_9ce4_8422_2325, |hash, c| {
        (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_chinese_stands_by_the_character() {
        let words = |text, limit| {
            Words::of(text, limit)
                .iter()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        assert_eq!(words("Read\u{AD} MORE… ＡＢ", 9), ["read", "more", "ab"]);
        assert_eq!(words("来源:CRI英语", 9), ["来", "源", "cri", "英", "语"]);
        assert_eq!(words("one two three", 2), ["one", "two"]);
    }
}
