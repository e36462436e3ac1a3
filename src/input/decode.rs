//! Bytes of a file to text: core guesses the encoding, the browser decodes.

use js_sys::Uint8Array;
use lectern_core::text::encoding::{self, Encoding};
use web_sys::TextDecoder;

/// A file's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text, without a byte order mark.
    pub(super) text: String,
    /// The encoding it was read in.
    pub(super) encoding: Encoding,
    /// Characters that could not be decoded.
    pub(super) undecodable: usize,
}

impl Decoded {
    pub(super) fn utf8(text: &str) -> Self {
        Decoded {
            text: text.to_owned(),
            encoding: Encoding::Utf8,
            undecodable: text.matches('\u{fffd}').count(),
        }
    }
}

/// The text of bytes that can be nothing else than UTF-8: no byte order mark, and no zeros, which UTF-16 is full of.
pub(super) fn plainly_utf8(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    (!text.starts_with('\u{feff}') && !text.contains('\0')).then_some(text)
}

/// Decodes bytes in the encoding that fits them best.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    decode_as(bytes, encoding::guess(bytes))
}

/// Decodes bytes in a given encoding; what it does not know becomes U+FFFD.
pub(super) fn decode_as(bytes: &[u8], encoding: Encoding) -> Decoded {
    let text = TextDecoder::new_with_label(encoding.label())
        .ok()
        .and_then(|decoder| decoder.decode_with_js_u8_array(&Uint8Array::from(bytes)).ok())
        .unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned());
    Decoded {
        undecodable: text.matches('\u{fffd}').count(),
        text,
        encoding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_something_else_is_not_plainly_utf8() {
        for (bytes, plain) in [
            (&b"plain words"[..], true),
            ("caf\u{e9}, \u{65b0}\u{95fb}".as_bytes(), true),
            (b"", true),
            (b"\xef\xbb\xbfwith a mark", false),
            (b"w\0o\0r\0d\0s\0", false),
            (b"caf\xe9", false),
        ] {
            assert_eq!(plainly_utf8(bytes).is_some(), plain, "{bytes:?}");
        }
    }
}
