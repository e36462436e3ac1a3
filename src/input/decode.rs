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
