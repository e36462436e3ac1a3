//! A name as the text writes it.

use crate::article::SpeakerKind;
use crate::speakers::words::Gender;
use std::ops::Range;

/// A name in the text. All ranges are token ranges.
#[derive(Clone, Debug)]
pub(in crate::speakers) struct Name {
    /// With title and honorific.
    pub(in crate::speakers) whole: Range<usize>,
    /// The name alone.
    pub(in crate::speakers) core: Range<usize>,
    /// The gender that an honorific tells; 0 for `Dr.`.
    pub(in crate::speakers) honorific: Option<Gender>,
    /// The title before the name, honorific not included.
    pub(in crate::speakers) title: Option<Range<usize>>,
    pub(in crate::speakers) kind: NameKind,
    /// Whether it is a name only if the rest of the text knows it.
    pub(in crate::speakers) needs_known: bool,
}

impl Name {
    /// One word that may be a name.
    pub(super) fn single(at: usize) -> Name {
        Name {
            whole: at..at + 1,
            core: at..at + 1,
            honorific: None,
            title: None,
            kind: NameKind::Single,
            needs_known: false,
        }
    }
}

/// What a name looks like, before anything else in the text is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::speakers) enum NameKind {
    Person,
    Organization,
    /// A law, a treaty.
    Document,
    /// A place that acts as a body: `Russia`.
    Country,
    /// A place that does not: `Chicago`.
    Place,
    /// Several words with capitals, no further sign: a person most likely.
    Full,
    /// One word: whose name it is has to be asked of the rest of the text.
    Single,
}

impl NameKind {
    /// Whether it looks like a person's.
    pub(in crate::speakers) fn is_person(self) -> bool {
        matches!(self, NameKind::Person | NameKind::Full | NameKind::Single)
    }

    /// What kind of speaker it makes.
    pub(in crate::speakers) fn speaker(self) -> SpeakerKind {
        match self {
            NameKind::Person | NameKind::Full | NameKind::Single => SpeakerKind::Person,
            NameKind::Document => SpeakerKind::Document,
            NameKind::Organization | NameKind::Country | NameKind::Place => SpeakerKind::Organization,
        }
    }

    pub(in crate::speakers) fn is_place(self) -> bool {
        matches!(self, NameKind::Country | NameKind::Place)
    }
}
