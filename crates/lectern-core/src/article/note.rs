//! What looked wrong in a reading, for the reader to check.

use super::names::names;
use crate::article::Span;

/// One remark on the text or on the reading of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Note {
    /// What kind of remark.
    pub kind: NoteKind,
    /// What it is about.
    pub span: Span,
}

names! {
    /// Kinds of remark; the page words them in the reader's language.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum NoteKind {
        /// There is no text, or only white space.
        Empty = "empty",
        /// The text is one web address.
        OnlyAddress = "only-address",
        /// Control characters or undecodable bytes: this is hardly text.
        Binary = "binary",
        /// The codes of a word processor's file (RTF) or of a PDF, among which the text stands.
        Packed = "packed",
        /// The story is in a language that is not analysed.
        OtherLanguage = "other-language",
        /// Nothing but site text was found.
        OnlyClutter = "only-clutter",
        /// A quotation mark that never closes.
        UnclosedMark = "unclosed-mark",
        /// A list states another number of items than were found.
        CountDiffers = "count-differs",
        /// The text is longer than what is read of one article; nothing is marked from here on.
        TooLong = "too-long",
    }
}

impl NoteKind {
    /// The remark in plain English.
    pub fn text(self) -> &'static str {
        match self {
            NoteKind::Empty => "There is no text here yet.",
            NoteKind::OnlyAddress => {
                "This is a web address, not an article. Open it, copy the article and paste that."
            }
            NoteKind::Binary => "This does not look like text. Open a text file or paste the article itself.",
            NoteKind::Packed => {
                "These are the codes of another program's file, such as RTF or a PDF. Open it there, copy the article \
                 and paste that."
            }
            NoteKind::OtherLanguage => "This text is not in English, so nothing was marked.",
            NoteKind::OnlyClutter => {
                "Only menus and other site text were found. Copy the article itself and paste it again."
            }
            NoteKind::UnclosedMark => "This quotation mark is never closed.",
            NoteKind::CountDiffers => "The text states another number of items than it names.",
            NoteKind::TooLong => {
                "The text is too long to be read to its end: nothing is marked from here on."
            }
        }
    }
}
