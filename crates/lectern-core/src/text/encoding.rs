//! Which encoding the bytes of a file are in, guessed from the bytes alone. The decoding itself is done outside
//! (by the browser, or by a crate), so that page and command line agree.

/// Encodings that news texts come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Chinese; holds GBK and GB2312.
    Gb18030,
    /// Western European.
    Windows1252,
}

impl Encoding {
    /// Its label in the WHATWG Encoding Standard, which browsers and `encoding_rs` know.
    pub fn label(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Gb18030 => "gb18030",
            Encoding::Windows1252 => "windows-1252",
        }
    }
}

/// Guesses the encoding: by byte order mark, as UTF-8 if it is that without a fault, else by score.
pub fn guess(bytes: &[u8]) -> Encoding {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => return Encoding::Utf8,
        [0xFF, 0xFE, ..] => return Encoding::Utf16Le,
        [0xFE, 0xFF, ..] => return Encoding::Utf16Be,
        _ => {}
    }
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Encoding::Utf8;
    }
    let scored = [
        (utf8_score(bytes), Encoding::Utf8),
        (gb18030_score(bytes), Encoding::Gb18030),
        (windows_1252_score(bytes), Encoding::Windows1252),
    ];
    let best = scored.into_iter().max_by_key(|&(score, _)| score);
    best.map_or(Encoding::Windows1252, |(_, encoding)| encoding)
}

/// UTF-16 without a mark: spaces, digits and line ends leave a zero byte, always on the same side.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    /// Real text has at least one of those in so many characters.
    const ONE_IN: usize = 64;
    /// Below the high byte of every Chinese character, so that one with a zero low byte is not taken for ASCII.
    const PLAIN: std::ops::RangeInclusive<u8> = 0x09..=0x3F;
    if !bytes.contains(&0) {
        return None;
    }
    let (mut low_first, mut high_first) = (0, 0);
    for pair in bytes.chunks_exact(2) {
        low_first += usize::from(PLAIN.contains(&pair[0]) && pair[1] == 0);
        high_first += usize::from(pair[0] == 0 && PLAIN.contains(&pair[1]));
    }
    let enough =
        |here: usize, there: usize| here > 0 && here * ONE_IN >= bytes.len() / 2 && here > 10 * there;
    if enough(low_first, high_first) {
        Some(Encoding::Utf16Le)
    } else if enough(high_first, low_first) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Whole sequences against broken ones: a damaged or cut UTF-8 file is still UTF-8.
fn utf8_score(bytes: &[u8]) -> i64 {
    bytes.utf8_chunks().fold(0, |score, chunk| {
        let whole = chunk.valid().chars().filter(|c| !c.is_ascii()).count() as i64;
        score + 3 * whole - if chunk.invalid().is_empty() { 0 } else { 6 }
    })
}

/// Pairs in the plane of common characters against pairs outside it and bytes that pair with nothing.
fn gb18030_score(bytes: &[u8]) -> i64 {
    let (mut score, mut at) = (0, 0);
    while at < bytes.len() {
        let (points, width) = match bytes[at..] {
            [0..=0x7F, ..] => (0, 1),
            [0xA1..=0xF7, 0xA1..=0xFE, ..] => (2, 2),
            [0x81..=0xFE, 0x30..=0x39, 0x81..=0xFE, 0x30..=0x39, ..] => (0, 4),
            [0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE, ..] => (0, 2),
            _ => (-4, 1),
        };
        score += points;
        at += width;
    }
    score
}

/// Typographic marks and letters among ASCII against runs of high bytes, which no Western language has.
fn windows_1252_score(bytes: &[u8]) -> i64 {
    let high = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(|byte| *byte >= 0x80);
    let points = |(at, byte): (usize, &u8)| match byte {
        0..=0x7F => 0,
        0x81 | 0x8D | 0x8F | 0x90 | 0x9D => -4,
        _ if high(at.checked_sub(1)) || high(Some(at + 1)) => -1,
        _ => 2,
    };
    bytes.iter().enumerate().map(points).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn bytes_are_recognised() {
        use Encoding::*;
        let cases: Vec<(Vec<u8>, Encoding)> = vec![
            (b"".to_vec(), Utf8),
            (b"Plain ASCII text.".to_vec(), Utf8),
            ("“Trees,” she said – 树".into(), Utf8),
            (b"\xEF\xBB\xBFmarked".to_vec(), Utf8),
            // a UTF-8 file cut in the middle of a character
            ("“Trees,” she said – 树".as_bytes()[..27].to_vec(), Utf8),
            (b"\xFF\xFEa\0".to_vec(), Utf16Le),
            (b"\xFE\xFF\0a".to_vec(), Utf16Be),
            (
                utf16("\u{201C}Trees,\u{201D} she said.", u16::to_le_bytes),
                Utf16Le,
            ),
            (
                utf16("\u{201C}Trees,\u{201D} she said.", u16::to_be_bytes),
                Utf16Be,
            ),
            (utf16("种树的会议今天开始了。\n", u16::to_le_bytes), Utf16Le),
            (
                b"\x93Trees,\x94 she said \x96 at the caf\xE9.".to_vec(),
                Windows1252,
            ),
            (
                b"Il a \xE9t\xE9 re\xE7u \xE0 l'\xE9cole o\xF9 \xEAtre".to_vec(),
                Windows1252,
            ),
            // 时间：今天 来源：报纸
            (
                b"\xCA\xB1\xBC\xE4\xA3\xBA\xBD\xF1\xCC\xEC \xC0\xB4\xD4\xB4\xA3\xBA\xB1\xA8\xD6\xBD".to_vec(),
                Gb18030,
            ),
            // English with Chinese marks: “Trees,” she said
            (b"\xA1\xB0Trees,\xA1\xB1 she said".to_vec(), Gb18030),
        ];
        for (bytes, encoding) in cases {
            assert_eq!(guess(&bytes), encoding, "{}", String::from_utf8_lossy(&bytes));
        }
    }
}
