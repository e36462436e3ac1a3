//! Files whose text is packed away among codes, by their first bytes: they are opened elsewhere and copied from there.

/// What such a file is, by what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packed {
    /// A PDF.
    Pdf,
    /// Of a word processor or another program, RTF among them.
    Office,
}

impl Packed {
    /// What a file, or what was pasted of one, is by its first bytes; none for text.
    #[must_use]
    pub fn of(content: &[u8]) -> Option<Packed> {
        const OFFICE: [&[u8]; 3] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf"];
        let bare = content
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(content)
            .trim_ascii_start();
        if bare.starts_with(b"%PDF-") {
            return Some(Packed::Pdf);
        }
        let is_office = OFFICE.iter().any(|start| bare.starts_with(start));
        is_office.then_some(Packed::Office)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_programs_are_known_by_their_first_bytes() {
        for (content, packed) in [
            (&b"%PDF-1.7\n1 0 obj"[..], Some(Packed::Pdf)),
            (b"PK\x03\x04\x14\0word/document.xml", Some(Packed::Office)),
            (b"{\\rtf1\\ansi {\\fonttbl}}", Some(Packed::Office)),
            (b"\xef\xbb\xbf \r\n{\\rtf1\\ansi}", Some(Packed::Office)),
            (b"An {\\rtf file holds codes.", None),
            (b"PK lost the match.", None),
            (b"", None),
        ] {
            assert_eq!(Packed::of(content), packed, "{content:?}");
        }
    }
}
