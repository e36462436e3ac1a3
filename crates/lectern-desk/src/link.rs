//! A link that carries an article: packed small, in the letters that an address may hold.
//!
//! The bytes are a version, then the parcel, deflated; in the address they are base64 with `-` and `_` and no padding.
//! A link comes from anywhere: what is unpacked is bounded, and believed no more than what is pasted.

use lectern_core::corrections::{Corrected, Corrections};
use lectern_core::{Input, Overrides};
use lectern_formats::import;
use lectern_formats::json::Document;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use serde::{Deserialize, Serialize};

use crate::{Parcel, Trouble};

/// The first byte of what is packed.
const VERSION: u8 = 1;

/// A link unfolds to so many bytes at most. Stops a short one that would fill the memory; no article needs as much.
const MOST: usize = 5_000_000;

/// The best that deflate can do in reasonable time.
const LEVEL: u8 = 9;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// What is packed. The order of the fields is part of the version.
#[derive(Serialize, Deserialize)]
struct Packed {
    input: Input,
    overrides: Overrides,
    corrections: Corrections,
    /// Marks from a file, as JSON, version 1: what is wrong in it is mended on its way in.
    given: Option<String>,
}

/// The parcel as letters for an address.
pub(crate) fn pack(parcel: Parcel) -> String {
    let packed = Packed {
        input: parcel.input,
        overrides: parcel.overrides,
        corrections: parcel.corrections,
        given: parcel.given.map(|given| Document::of("", &given).to_json()),
    };
    // Only a lack of memory could be in the way, which ends the worker before.
    let bytes = postcard::to_extend(&packed, vec![VERSION]).unwrap_or_default();
    encode(&compress_to_vec(&bytes, LEVEL))
}

/// The parcel in the letters of an address.
///
/// # Errors
/// When they hold none, one of another version, or more than any article needs.
pub(crate) fn unpack(letters: &str) -> Result<Parcel, Trouble> {
    let packed = decode(letters).ok_or(Trouble::Damaged)?;
    let bytes = decompress_to_vec_with_limit(&packed, MOST).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => Trouble::TooLarge,
        _ => Trouble::Damaged,
    })?;
    let (version, bytes) = bytes.split_first().ok_or(Trouble::Damaged)?;
    if *version != VERSION {
        return Err(Trouble::Version);
    }
    let packed: Packed = postcard::from_bytes(bytes).map_err(|_| Trouble::Damaged)?;
    let given = packed.given.as_deref().map(import::json).transpose();
    let mut given = given.map_err(|_| Trouble::Damaged)?;
    if let Some(document) = &mut given {
        document.mend();
    }
    Ok(Parcel {
        input: packed.input,
        overrides: packed.overrides,
        corrections: packed.corrections,
        given: given.as_ref().map(Corrected::from),
        name: String::new(),
    })
}

fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let number = chunk
            .iter()
            .chain([0, 0].iter())
            .take(3)
            .fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
        for place in 0..=chunk.len() {
            let letter = number >> (18 - 6 * place) & 63;
            out.push(char::from(LETTERS[letter as usize]));
        }
    }
    out
}

/// None where a letter is none of them. What a mail program adds at the end of a line is passed over.
fn decode(letters: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(letters.len() / 4 * 3);
    let (mut number, mut bits) = (0_u32, 0);
    for letter in letters
        .bytes()
        .filter(|letter| !letter.is_ascii_whitespace() && *letter != b'=')
    {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        number = number << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push((number >> bits) as u8);
            number &= (1 << bits) - 1;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "Mayor Calls for Wells\n\nMayor Ada Lund said the wells should be opened. \"They are ours,\" she said.";

    fn parcel(text: &str) -> Parcel {
        Parcel {
            input: text.into(),
            ..Parcel::default()
        }
    }

    #[test]
    fn a_parcel_comes_back_and_is_small() {
        let sent = Parcel {
            given: Some(lectern_core::read(&TEXT.into(), &Overrides::default()).into()),
            ..parcel(TEXT)
        };
        assert_eq!(unpack(&pack(sent.clone())), Ok(sent));
        let long = TEXT.repeat(100);
        assert!(pack(parcel(&long)).len() < long.len() / 10);
    }

    #[test]
    fn a_link_that_unfolds_without_end_is_refused() {
        let bomb = compress_to_vec(&vec![0; 50_000_000], LEVEL);
        assert!(bomb.len() < 100_000);
        assert_eq!(unpack(&encode(&bomb)), Err(Trouble::TooLarge));
        // a list that says that it has four thousand million members
        let mut bytes = vec![VERSION];
        bytes.extend([0, 0xff, 0xff, 0xff, 0xff, 0x0f]);
        assert_eq!(
            unpack(&encode(&compress_to_vec(&bytes, LEVEL))),
            Err(Trouble::Damaged)
        );
    }

    #[test]
    fn what_is_no_link_is_told_apart() {
        let packed = pack(parcel(TEXT));
        assert_eq!(unpack(""), Err(Trouble::Damaged));
        assert_eq!(unpack("<script>alert(1)</script>"), Err(Trouble::Damaged));
        assert_eq!(unpack(&packed[..packed.len() / 2]), Err(Trouble::Damaged));
        let later = encode(&compress_to_vec(&[VERSION + 1, 0], LEVEL));
        assert_eq!(unpack(&later), Err(Trouble::Version));
    }

    proptest! {
        #[test]
        fn any_bytes_go_through_an_address(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let letters = encode(&bytes);
            prop_assert!(letters.bytes().all(|letter| LETTERS.contains(&letter)));
            prop_assert_eq!(decode(&letters), Some(bytes));
        }

        #[test]
        fn any_text_comes_back(text in ".{0,300}") {
            prop_assert_eq!(unpack(&pack(parcel(&text))), Ok(parcel(&text)));
        }

        #[test]
        fn a_changed_link_is_refused_or_can_be_read(at in any::<prop::sample::Index>(), letter in "[A-Za-z0-9_-]", cut in any::<bool>()) {
            let mut letters = pack(Parcel { given: Some(lectern_core::read(&TEXT.into(), &Overrides::default()).into()), ..parcel(TEXT) });
            let at = at.index(letters.len());
            if cut { letters.truncate(at) } else { letters.replace_range(at..=at, &letter) }
            if let Ok(parcel) = unpack(&letters) {
                let _article = lectern_core::read(&parcel.input, &parcel.overrides);
            }
        }
    }
}
