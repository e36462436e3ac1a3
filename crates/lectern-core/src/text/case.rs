//! Lower case for the alphabets that have it and that news in English quotes: Latin, Greek, Cyrillic, Armenian.
//!
//! The standard library knows every alphabet, by a table that would be a hundredth of all that a reader downloads.

/// The text in lower case; letters of other alphabets than the four stay as they are.
#[must_use]
pub fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().map(lower_char).collect()
}

/// The character in lower case.
pub(crate) fn lower_char(c: char) -> char {
    let code = u32::from(c);
    let distance = match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F => 32,
        0x80.. => distance(code),
        _ => 0,
    };
    char::from_u32(code.wrapping_add_signed(distance)).unwrap_or(c)
}

/// How far the small letter lies from this one, which is neither in ASCII nor in an alphabet's middle.
fn distance(code: u32) -> i32 {
    let is_even = code.is_multiple_of(2);
    match code {
        0x130 => 0x69 - 0x130,
        0x178 => 0xFF - 0x178,
        0x386 => 38,
        0x388..=0x38A => 37,
        0x38C => 64,
        0x38E | 0x38F => 63,
        0x400..=0x40F => 80,
        0x4C0 => 15,
        0x531..=0x556 => 48,
        0x1E9E => 0xDF - 0x1E9E,
        // Where large and small letters take turns, the large one first; in some stretches it has the odd numbers.
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC | 0x4C1..=0x4CE => i32::from(!is_even),
        0x100..=0x137 | 0x14A..=0x177 | 0x1DE..=0x1EF | 0x1F8..=0x21F | 0x222..=0x233 => i32::from(is_even),
        0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F | 0x1E00..=0x1E95 | 0x1EA0..=0x1EFF => {
            i32::from(is_even)
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All that `lower_char` speaks of.
    const ALPHABETS: [std::ops::RangeInclusive<char>; 5] = [
        '\0'..='\u{17F}',
        '\u{1CD}'..='\u{1EF}',
        '\u{1F8}'..='\u{233}',
        '\u{386}'..='\u{3CB}',
        '\u{400}'..='\u{587}',
    ];

    #[test]
    fn as_the_standard_library_in_the_alphabets_of_news() {
        for alphabet in ALPHABETS.into_iter().chain(['\u{1E00}'..='\u{1EFF}']) {
            for c in alphabet {
                let expected = c.to_lowercase().next().unwrap_or(c);
                // A letter of its own, which no longer word has.
                if c != '\u{220}' {
                    assert_eq!(lower_char(c), expected, "{c} U+{:X}", u32::from(c));
                }
            }
        }
    }

    #[test]
    fn a_text_keeps_what_has_no_case() {
        assert_eq!(
            lower("ÉCOLE Łódź ΑΘΗΝΑ Москва 來源 ḌAFT 7"),
            "école łódź αθηνα москва 來源 ḍaft 7"
        );
    }
}
