//! UTF-8 that was once read as Windows-1252: `â€œ` for `“`.
//!
//! Only texts with the unmistakable `â€` in them are touched; in those `Ã©` and `Â` are mended as well.

use super::Change;
use crate::article::EditKind;

/// What every text of this kind holds: the first two bytes of the quotation marks and dashes.
const SIGN: &str = "â€";

/// All stretches that decode to one character.
pub(super) fn find(text: &str) -> Vec<Change> {
    if !text.contains(SIGN) {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if at < end || !('\u{C2}'..='\u{F4}').contains(&c) {
            continue;
        }
        let found = decoded(&text[at..]).or_else(|| cut_short(&text[at..]));
        if let Some((new, length)) = found {
            end = at + length;
            out.push(Change {
                at: at..end,
                new: new.to_string(),
                kind: EditKind::Mojibake,
            });
        }
    }
    out
}

/// The character whose UTF-8 bytes were read one by one, and how much of `text` it took.
fn decoded(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0u8; 4];
    let mut length = 0;
    let mut needed = 4;
    for (at, c) in text.chars().take(4).enumerate() {
        if at == needed {
            break;
        }
        let byte = byte_of(c)?;
        match at {
            0 => needed = sequence_length(byte)?,
            _ if !(0x80..0xC0).contains(&byte) => return None,
            _ => {}
        }
        bytes[at] = byte;
        length += c.len_utf8();
    }
    let c = std::str::from_utf8(bytes.get(..needed)?).ok()?.chars().next()?;
    // Control characters are never what was meant.
    (!c.is_control()).then_some((c, length))
}

/// `â€` before white space or the end: the closing mark `”`, whose last byte Windows-1252 does not have.
fn cut_short(text: &str) -> Option<(char, usize)> {
    let rest = text.strip_prefix(SIGN)?;
    let closes = rest
        .chars()
        .next()
        .is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '.' | ')' | ';'));
    closes.then_some(('”', SIGN.len()))
}

fn sequence_length(lead: u8) -> Option<usize> {
    match lead {
        0xC2..=0xDF => Some(2),
        0xE0..=0xEF => Some(3),
        0xF0..=0xF4 => Some(4),
        _ => None,
    }
}

/// The byte that Windows-1252 shows as this character.
fn byte_of(c: char) -> Option<u8> {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
    if let Some(place) = HIGH.chars().position(|high| high == c) {
        return Some(0x80 + place as u8);
    }
    u8::try_from(u32::from(c)).ok().filter(|byte| *byte >= 0xA0)
}
