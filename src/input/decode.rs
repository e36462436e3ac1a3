//! Bytes of a file to text: by its mark, else strict UTF-8, else by what gives the more likely text.

use js_sys::Uint8Array;
use web_sys::{TextDecoder, TextDecoderOptions};

/// A file's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text, without a byte order mark.
    pub(super) text: String,
    /// The encoding's label.
    pub(super) encoding: &'static str,
    /// Characters that could not be decoded.
    pub(super) undecodable: usize,
}

/// Share of zero bytes, in percent, from which text is taken for UTF-16: Latin letters have one in two.
const UTF16_ZEROS: usize = 20;

/// Decodes bytes in the encoding that fits them best.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    decode_as(bytes, guess(bytes))
}

/// Decodes bytes in a given encoding; what it does not know becomes U+FFFD.
pub(super) fn decode_as(bytes: &[u8], encoding: &'static str) -> Decoded {
    let text = TextDecoder::new_with_label(encoding)
        .ok()
        .and_then(|decoder| decoder.decode_with_js_u8_array(&Uint8Array::from(bytes)).ok())
        .unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned());
    Decoded {
        undecodable: text.matches('\u{fffd}').count(),
        text,
        encoding,
    }
}

fn guess(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return "utf-8",
        [0xff, 0xfe, ..] => return "utf-16le",
        [0xfe, 0xff, ..] => return "utf-16be",
        _ => {}
    }
    let zeros = |odd: usize| {
        bytes
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    if zeros(1) * 100 > bytes.len() * UTF16_ZEROS && zeros(0) == 0 {
        return "utf-16le";
    }
    if zeros(0) * 100 > bytes.len() * UTF16_ZEROS && zeros(1) == 0 {
        return "utf-16be";
    }
    if std::str::from_utf8(bytes).is_ok() {
        return "utf-8";
    }
    if strict(bytes, "gb18030").is_some_and(|text| mostly_common_chinese(&text)) {
        return "gb18030";
    }
    // Broken UTF-8 keeps its whole characters; text of one byte a character has hardly any.
    let lossy = String::from_utf8_lossy(bytes);
    let broken = lossy.matches('\u{fffd}').count();
    let whole = lossy
        .chars()
        .filter(|c| !c.is_ascii() && *c != '\u{fffd}')
        .count();
    if whole > broken { "utf-8" } else { "windows-1252" }
}

fn strict(bytes: &[u8], encoding: &str) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    TextDecoder::new_with_label_and_options(encoding, &options)
        .ok()?
        .decode_with_js_u8_array(&Uint8Array::from(bytes))
        .ok()
}

/// Whether the characters beyond ASCII are Chinese as it is written: pairs of accented letters read as GB18030
/// give rare characters, one at a time between Latin letters.
fn mostly_common_chinese(text: &str) -> bool {
    let wide: Vec<char> = text.chars().filter(|c| !c.is_ascii()).collect();
    let chinese = wide
        .iter()
        .filter(|c| matches!(**c, '\u{4e00}'..='\u{9fa5}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' | '\u{2010}'..='\u{2030}'))
        .count();
    let runs = text
        .chars()
        .zip(text.chars().skip(1))
        .filter(|(a, b)| !a.is_ascii() && !b.is_ascii())
        .count();
    chinese * 10 >= wide.len() * 9 && runs * 3 >= wide.len()
}
