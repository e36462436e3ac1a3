//! From the bytes of a file to the input of a reading.

use crate::html;
use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use lectern_core::Input;
use lectern_core::input::{Writing, markdown};
use lectern_core::text::Packed;
use lectern_core::text::encoding::{self, Encoding};
use std::path::Path;
use std::{error, fmt};

/// Positions are 32 bits wide.
const MOST_BYTES: u64 = u32::MAX as u64;

/// Why bytes are no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unreadable {
    /// More of them than positions can count.
    TooLarge,
    /// They look like text in no encoding.
    NotText,
    /// Text among the codes of another program: RTF, a PDF, a word processor's file.
    Packed,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Unreadable::TooLarge => "larger than 4 GiB",
            Unreadable::NotText => "not a text file",
            Unreadable::Packed => {
                "a PDF, RTF or other file of another program; open it there and save it as plain text or as a web page"
            }
        })
    }
}

impl error::Error for Unreadable {}

/// Decodes one article, and reads its markup where its name says that it is html or Markdown, or the text itself that it
/// is html.
///
/// # Errors
/// When it is not text, or larger than positions can count.
pub fn read_input(path: &Path, bytes: &[u8]) -> Result<Input, Unreadable> {
    let text = decode(bytes)?;
    Ok(match Writing::of_file(&path.to_string_lossy(), &text) {
        Writing::Html => html::read(&text),
        Writing::Markdown => markdown::read(&text),
        Writing::Plain => Input::from(text),
    })
}

/// The bytes as text, in the encoding that they look like.
///
/// # Errors
/// When they don't look like text in any, are another program's codes, or are more than positions can count.
pub fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Unreadable::TooLarge);
    }
    if Packed::of(bytes).is_some() {
        return Err(Unreadable::Packed);
    }
    let encoding = match encoding::guess(bytes) {
        Encoding::Utf8 => UTF_8,
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        Encoding::Gb18030 => GB18030,
        Encoding::Windows1252 => WINDOWS_1252,
    };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    if is_binary(&text) {
        return Err(Unreadable::NotText);
    }
    Ok(text.into_owned())
}

/// Whether more than one character in twenty is none that text has.
fn is_binary(text: &str) -> bool {
    // Bytes that such a character may hold; a character has four bytes at most.
    let suspect = |byte: u8| {
        let control = byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C);
        control | matches!(byte, 0x7F | 0xC2 | 0xEF)
    };
    let suspects: usize = text.bytes().map(|byte| usize::from(suspect(byte))).sum();
    if suspects * 20 * 4 <= text.len() {
        return false;
    }
    let strange = |c: &char| {
        *c == char::REPLACEMENT_CHARACTER || c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0C')
    };
    text.chars().filter(strange).count() * 20 > text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_in_twenty_makes_a_text_binary() {
        for (strange, plain, binary) in [
            ("\u{1}", 18, true),
            ("\u{1}", 20, false),
            ("\u{FFFD}", 18, true),
            ("\u{85}", 18, true),
            ("\u{7F}", 200, false),
            ("\u{A0}", 1, false),
            ("\n", 1, false),
        ] {
            let text = format!("{strange}{}", "树".repeat(plain));
            assert_eq!(is_binary(&text), binary, "{strange:?} {plain}");
        }
    }
}
