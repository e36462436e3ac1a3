//! From the bytes of a file to the input of a reading.

use crate::html;
use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use lectern_core::Input;
use lectern_core::text::encoding::{self, Encoding};
use std::path::Path;
use std::{error, fmt};

/// Positions are 32 bits wide.
const MOST_BYTES: usize = u32::MAX as usize;

/// Endings of html files; anything else is plain text.
const HTML_ENDINGS: [&str; 3] = ["html", "htm", "xhtml"];

/// Why bytes are no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unreadable {
    /// More of them than positions can count.
    TooLarge,
    /// They look like text in no encoding.
    NotText,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Unreadable::TooLarge => "larger than 4 GiB",
            Unreadable::NotText => "not a text file",
        })
    }
}

impl error::Error for Unreadable {}

/// Decodes one article, and walks it where its name says that it is html.
///
/// # Errors
/// When it is not text, or larger than positions can count.
pub fn read_input(path: &Path, bytes: &[u8]) -> Result<Input, Unreadable> {
    let text = decode(bytes)?;
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    if HTML_ENDINGS.iter().any(|html| ending == *html) {
        return Ok(html::read(&text));
    }
    Ok(Input::from(text))
}

/// The bytes as text, in the encoding that they look like.
///
/// # Errors
/// When they don't look like text in any, or are more than positions can count.
pub fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge);
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
    let strange = |c: &char| {
        *c == char::REPLACEMENT_CHARACTER || c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0C')
    };
    text.chars().filter(strange).count() * 20 > text.chars().count()
}
