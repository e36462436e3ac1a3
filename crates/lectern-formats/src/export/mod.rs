//! What a reading is taken away as: one function for each format, from a [`Document`] to text.

pub mod annotations;
pub mod brat;
pub mod columns;
pub mod markdown;
pub mod page;
pub mod sheet;
pub mod table;
pub mod tei;
pub mod voices;
pub mod worksheet;

use self::worksheet::Blanks;
use crate::json::Document;
use serde::{Deserialize, Serialize};

/// Formats that a reading can be taken away in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Format {
    /// Markdown: the article with its marks as footnotes.
    Markdown,
    /// A page of html that needs nothing else: for opening, printing and mailing.
    Html,
    /// A table with commas, for spreadsheets.
    Csv,
    /// The same with tabs, for the clipboard.
    Tsv,
    /// JSON, version 1.
    Json,
    /// W3C Web Annotation as JSON-LD.
    Annotations,
    /// TEI P5.
    Tei,
    /// The annotations of brat's standoff; its text is [`brat::text`].
    Brat,
    /// A token a line, in columns.
    Columns,
    /// A picture of who speaks where.
    Voices,
    /// A worksheet in which speakers are to be filled in.
    SpeakerSheet,
    /// The same with the words that tell that somebody speaks.
    CueSheet,
    /// The same with what is wanted.
    ProposalSheet,
}

impl Format {
    /// All of them, in the order in which people are offered them.
    pub const ALL: [Format; 13] = [
        Format::Markdown,
        Format::Html,
        Format::Csv,
        Format::Tsv,
        Format::Json,
        Format::Annotations,
        Format::Tei,
        Format::Brat,
        Format::Columns,
        Format::Voices,
        Format::SpeakerSheet,
        Format::CueSheet,
        Format::ProposalSheet,
    ];

    /// The name by which it is asked for.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::Csv => "csv",
            Format::Tsv => "tsv",
            Format::Json => "json",
            Format::Annotations => "jsonld",
            Format::Tei => "tei",
            Format::Brat => "brat",
            Format::Columns => "conll",
            Format::Voices => "svg",
            Format::SpeakerSheet => "worksheet-speakers",
            Format::CueSheet => "worksheet-cues",
            Format::ProposalSheet => "worksheet-proposals",
        }
    }

    /// The format that is asked for by this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The ending of a file in it, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Format::Markdown => "md",
            Format::Tei => "xml",
            Format::Brat => "ann",
            Format::SpeakerSheet => "speakers.html",
            Format::CueSheet => "cues.html",
            Format::ProposalSheet => "proposals.html",
            other => other.name(),
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Markdown => "text/markdown;charset=utf-8",
            Format::Html | Format::SpeakerSheet | Format::CueSheet | Format::ProposalSheet => {
                "text/html;charset=utf-8"
            }
            Format::Csv => "text/csv;charset=utf-8",
            Format::Tsv => "text/tab-separated-values;charset=utf-8",
            Format::Json => "application/json",
            Format::Annotations => "application/ld+json",
            Format::Tei => "application/tei+xml",
            Format::Brat | Format::Columns => "text/plain;charset=utf-8",
            Format::Voices => "image/svg+xml",
        }
    }

    /// The document in this format.
    #[must_use]
    pub fn write(self, document: &Document) -> String {
        match self {
            Format::Markdown => markdown::write(document),
            Format::Html => page::write(document),
            Format::Csv => table::csv(document),
            Format::Tsv => table::tsv(document),
            Format::Json => document.to_json(),
            Format::Annotations => annotations::write(document),
            Format::Tei => tei::write(document),
            Format::Brat => brat::write(document),
            Format::Columns => columns::write(document),
            Format::Voices => voices::write(document),
            Format::SpeakerSheet => worksheet::write(document, Blanks::Speakers),
            Format::CueSheet => worksheet::write(document, Blanks::Cues),
            Format::ProposalSheet => worksheet::write(document, Blanks::Proposals),
        }
    }
}
