//! In which form, and how much of the reading.

use lectern_core::article::SpeakerId;
use lectern_formats::export::Format;

use crate::state::{Mark, Reading, Settings, View};
use crate::strings::{Key, Strings};

/// What can be taken away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Choice {
    File(Format),
    /// An address that carries the article.
    Link,
}

impl Choice {
    /// All, as they are offered, each with its words.
    pub(super) const ALL: [(Choice, Key); 13] = [
        (Choice::File(Format::Markdown), Key::FormatMarkdown),
        (Choice::File(Format::Html), Key::FormatHtml),
        (Choice::Link, Key::FormatLink),
        (Choice::File(Format::Csv), Key::FormatCsv),
        (Choice::File(Format::Json), Key::FormatJson),
        (Choice::File(Format::Voices), Key::FormatSvg),
        (Choice::File(Format::SpeakerSheet), Key::FormatSpeakers),
        (Choice::File(Format::CueSheet), Key::FormatCues),
        (Choice::File(Format::ProposalSheet), Key::FormatProposals),
        (Choice::File(Format::Annotations), Key::FormatJsonld),
        (Choice::File(Format::Tei), Key::FormatTei),
        (Choice::File(Format::Brat), Key::FormatBrat),
        (Choice::File(Format::Columns), Key::FormatConll),
    ];

    /// What it is, in a line.
    pub(super) fn words(self, strings: &Strings) -> String {
        let found = Choice::ALL.into_iter().find(|(choice, _)| *choice == self);
        found.map_or(String::new(), |(_, words)| strings.get(words))
    }

    /// Its name in lists and in what is stored.
    pub(super) fn name(self) -> &'static str {
        match self {
            Choice::File(format) => format.name(),
            Choice::Link => "link",
        }
    }

    /// What was last chosen.
    pub(super) fn last(settings: &Settings) -> Option<Choice> {
        let mut all = Choice::ALL.into_iter().map(|(choice, _)| choice);
        all.find(|choice| choice.name() == settings.export)
    }
}

/// How much of the reading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Scope {
    All,
    /// What the lists show, filtered and searched.
    Shown,
    Speaker(SpeakerId),
}

impl Scope {
    /// The marks that are in it, in text order.
    pub(super) fn marks(self, reading: &Reading, view: &View) -> Vec<Mark> {
        let is_in = |&mark: &Mark| match self {
            Scope::All => true,
            Scope::Shown => view.lists(reading, mark),
            Scope::Speaker(id) => reading.referent(mark).speaker() == Some(id),
        };
        reading.marks.iter().copied().filter(is_in).collect()
    }

    /// Its word in the list.
    pub(super) fn word(self) -> String {
        match self {
            Scope::All => "all".to_owned(),
            Scope::Shown => "shown".to_owned(),
            Scope::Speaker(id) => format!("s{}", id.0),
        }
    }

    /// The one of this word.
    pub(super) fn of(word: &str) -> Scope {
        match word.strip_prefix('s').map(str::parse) {
            Some(Ok(id)) => Scope::Speaker(SpeakerId(id)),
            Some(Err(_)) => Scope::Shown,
            None => Scope::All,
        }
    }
}
