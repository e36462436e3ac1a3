//! One conversion table for both other units: code points (files) and UTF-16 code units (browsers).

/// Turns byte offsets of one text into code points or UTF-16 units and back, in logarithmic time.
#[derive(Clone, Debug)]
pub struct Positions {
    /// For each character over one byte: (byte offset after it, code points lost by then, UTF-16 units lost by then).
    wide: Vec<(u32, u32, u32)>,
}

impl Positions {
    /// Reads `text` once and remembers where bytes and characters part.
    pub fn new(text: &str) -> Self {
        let (mut code_points_lost, mut utf16_lost) = (0, 0);
        let wide = text
            .char_indices()
            .filter(|(_, c)| !c.is_ascii())
            .map(|(at, c)| {
                code_points_lost += c.len_utf8() as u32 - 1;
                utf16_lost += c.len_utf8() as u32 - c.len_utf16() as u32;
                ((at + c.len_utf8()) as u32, code_points_lost, utf16_lost)
            })
            .collect();
        Positions { wide }
    }

    /// Code points before byte `offset`, which must lie on a character boundary.
    pub fn code_point(&self, offset: u32) -> u32 {
        offset - self.before(offset).1
    }

    /// UTF-16 code units before byte `offset`, which must lie on a character boundary.
    pub fn utf16(&self, offset: u32) -> u32 {
        offset - self.before(offset).2
    }

    /// The byte offset of the character at code point `offset`.
    pub fn byte_of_code_point(&self, offset: u32) -> u32 {
        let at = self.wide.partition_point(|&(end, lost, _)| end - lost <= offset);
        offset + at.checked_sub(1).map_or(0, |last| self.wide[last].1)
    }

    /// The byte offset of the character at UTF-16 code unit `offset`.
    pub fn byte_of_utf16(&self, offset: u32) -> u32 {
        let at = self.wide.partition_point(|&(end, _, lost)| end - lost <= offset);
        offset + at.checked_sub(1).map_or(0, |last| self.wide[last].2)
    }

    fn before(&self, offset: u32) -> (u32, u32, u32) {
        let at = self.wide.partition_point(|&(end, ..)| end <= offset);
        at.checked_sub(1).map_or((0, 0, 0), |last| self.wide[last])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_agree_with_the_standard_library() {
        for text in ["", "plain", "“é” and 👩‍👩‍👧 and 中文\r\nend", "é", "👩"] {
            let positions = Positions::new(text);
            for (count, (at, _)) in text.char_indices().chain([(text.len(), ' ')]).enumerate() {
                let utf16 = text[..at].encode_utf16().count() as u32;
                assert_eq!(positions.code_point(at as u32), count as u32);
                assert_eq!(positions.utf16(at as u32), utf16);
                assert_eq!(positions.byte_of_code_point(count as u32), at as u32);
                assert_eq!(positions.byte_of_utf16(utf16), at as u32);
            }
        }
    }
}
