//! `lectern compare`: how far two readings of one text agree.

use crate::export;
use crate::jobs::{self, Job};
use crate::size::Size;
use anyhow::{Context, Result, ensure};
use clap::ValueEnum;
use lectern_formats::agreement::{Agreement, Alone, Figures, compare};
use lectern_formats::collection::Kind;
use lectern_formats::json::Document;
use serde_json::json;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::PathBuf;

/// Arguments of `lectern compare`.
#[derive(Debug, clap::Args)]
pub struct Compare {
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Refuse articles of more bytes; `M` stands for megabytes
    #[arg(long, value_name = "SIZE", default_value_t)]
    max_size: Size,
    /// A reading: exported before, or an article that is read now
    #[arg(value_name = "READING")]
    reading: PathBuf,
    /// The other one, of the same text: what a person marked, exported or from elsewhere
    #[arg(value_name = "PERSON")]
    person: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

impl Compare {
    /// Prints how far the two agree; gives the number of articles that could not be read.
    ///
    /// # Errors
    /// When one can't be read, the two are of different texts, or standard output can't be written.
    pub(crate) fn run(&self) -> Result<usize> {
        let (mut reading, is_new) = self.document(&self.reading)?;
        let (mut person, is_other_new) = self.document(&self.person)?;
        // An article that is read now is read from the other's text: repairs of it are in that already.
        if reading.text != person.text && is_new {
            reading = export::read_as_is(&reading.article, &person.text);
        } else if reading.text != person.text && is_other_new {
            person = export::read_as_is(&person.article, &reading.text);
        }
        let agreement = compare(&reading, &person);
        let agreement = agreement.context("the two are readings of different texts")?;
        let written = match self.format {
            Format::Text => text(&agreement),
            Format::Json => json(&agreement)?,
        };
        io::stdout().lock().write_all(written.as_bytes())?;
        Ok(0)
    }

    /// The document at a path, and whether it was read just now.
    fn document(&self, path: &PathBuf) -> Result<(Document, bool)> {
        let jobs: Vec<Job> = jobs::articles(std::slice::from_ref(path));
        let called = path.display().to_string();
        ensure!(jobs.len() == 1, "{called} is more than one article, or none");
        let job = jobs.into_iter().next().context("one article")?;
        export::document(job, false, self.max_size).context(called)
    }
}

fn text(agreement: &Agreement) -> String {
    let mut out = format!(
        "{:12} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7}\n",
        "", "reading", "person", "both", "F1", "exact", "kind", "speaker"
    );
    for (name, figures) in sorts(agreement) {
        // writing to a string does not fail
        let _ = writeln!(
            out,
            "{name:12} {:>7} {:>7} {:>7} {:>7.3} {:>7.3} {:>7} {:>7}",
            figures.first,
            figures.second,
            figures.both,
            figures.spans().f1(),
            figures.exact().f1(),
            figures.kinds().to_string(),
            figures.speakers().to_string(),
        );
    }
    for (is_first, title) in [(true, "Only in the reading"), (false, "Only in the person's")] {
        let alone: Vec<&Alone> = agreement
            .alone
            .iter()
            .filter(|mark| mark.is_first == is_first)
            .collect();
        if alone.is_empty() {
            continue;
        }
        let _ = writeln!(out, "\n{title}:");
        for mark in alone {
            let [start, end] = mark.range;
            let (sort, kind) = names(mark.kind);
            let _ = writeln!(
                out,
                "  {sort} ({kind}) {start}-{end} {}: {}",
                mark.speaker, mark.words
            );
        }
    }
    out
}

fn json(agreement: &Agreement) -> Result<String> {
    let mut whole = serde_json::Map::new();
    for (name, figures) in sorts(agreement) {
        let figures = json!({
            "reading": figures.first, "person": figures.second, "both": figures.both, "exact": figures.exact,
            "same_kind": figures.same_kind, "same_speaker": figures.same_speaker,
            "f1": figures.spans().f1(), "exact_f1": figures.exact().f1(),
        });
        whole.insert(name.to_owned(), figures);
    }
    let alone = agreement.alone.iter().map(|mark| {
        let (sort, kind) = names(mark.kind);
        json!({
            "in": if mark.is_first { "reading" } else { "person" }, "mark": sort, "kind": kind,
            "id": format!("{}{}", if sort == "quotation" { 'Q' } else { 'P' }, mark.id + 1),
            "start": mark.range[0], "end": mark.range[1], "speaker": mark.speaker, "text": mark.words,
        })
    });
    whole.insert("alone".to_owned(), alone.collect());
    Ok(serde_json::to_string_pretty(&whole)? + "\n")
}

fn sorts(agreement: &Agreement) -> [(&'static str, Figures); 2] {
    [
        ("quotations", agreement.quotations),
        ("proposals", agreement.proposals),
    ]
}

fn names(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Quotation(form) => ("quotation", form.name()),
        Kind::Proposal(kind) => ("proposal", kind.name()),
    }
}
