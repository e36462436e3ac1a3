//! `lectern export`: articles in the formats of other programs.

use crate::command::complain;
use crate::jobs::{self, Job};
use crate::progress::Progress;
use crate::size::Size;
use crate::stream;
use anyhow::{Context, Result};
use clap::builder::{PossibleValue, ValueParser};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use lectern_core::Overrides;
use lectern_formats::export::{Format, brat, table};
use lectern_formats::import;
use lectern_formats::json::Document;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Arguments of `lectern export`.
#[derive(Debug, clap::Args)]
pub struct Export {
    /// The format
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    to: Format,
    /// Write a file for each article into this folder, instead of all of them to standard output
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Make no repairs: the text stays as it was, character for character
    #[arg(long)]
    as_is: bool,
    /// Refuse articles of more bytes; `M` stands for megabytes
    #[arg(long, value_name = "SIZE", default_value_t)]
    max_size: Size,
    /// Files or folders; `-`, or nothing at all, is standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

fn formats() -> ValueParser {
    let about = |format: Format| match format {
        Format::Markdown => "the article, its marks as footnotes",
        Format::Html => "a page that needs nothing else: opens from disk, prints, can be mailed",
        Format::Csv => "a row for each quotation and proposal, for spreadsheets",
        Format::Tsv => "the same, parted by tabs",
        Format::Json => "everything, as docs/lectern-1.schema.json describes it",
        Format::Annotations => "W3C Web Annotation",
        Format::Tei => "TEI P5",
        Format::Brat => "brat's standoff; with --out the text is written beside it",
        Format::Columns => "a token a line, in columns",
        Format::Voices => "a picture of who speaks where",
        Format::SpeakerSheet => "a worksheet to print: who says it?",
        Format::CueSheet => "a worksheet to print: how do they say it?",
        Format::ProposalSheet => "a worksheet to print: what do they want done?",
        _ => "",
    };
    let values = Format::ALL.map(|format| PossibleValue::new(format.name()).help(about(format)));
    PossibleValuesParser::new(values)
        .try_map(|name| Format::named(&name).ok_or("no such format"))
        .into()
}

impl Export {
    /// Writes everything that is named; gives the number of articles that could not be read or written.
    ///
    /// # Errors
    /// When standard output or the folder can't be written.
    pub(crate) fn run(&self) -> Result<usize> {
        if let Some(folder) = &self.out {
            fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        let jobs = jobs::articles(&self.paths);
        let progress = Progress::new(Some(jobs.len()));
        let mut taken = BTreeSet::new();
        let (mut failed, mut is_first) = (0, true);
        let read = |job: Job| -> Result<(String, Document)> {
            let name = job.stem();
            let called = job.name.clone();
            let (document, _) = document(job, self.as_is, self.max_size).with_context(|| called)?;
            Ok((name, document))
        };
        stream::in_order(jobs.into_iter(), read, |result| {
            progress.step(|| match result {
                Ok((name, document)) => {
                    let is_first = std::mem::replace(&mut is_first, false);
                    self.write(&free(&name, &mut taken), &document, is_first)
                }
                Err(error) => {
                    failed += 1;
                    complain(&error);
                    Ok(())
                }
            })
        })?;
        Ok(failed)
    }

    /// Tables on standard output are one table: the names of the columns stand above the first article alone.
    fn write(&self, name: &str, document: &Document, is_first: bool) -> Result<()> {
        let written = match self.to {
            Format::Csv if self.out.is_none() && !is_first => table::csv_rows(document),
            Format::Tsv if self.out.is_none() && !is_first => table::tsv_rows(document),
            format => format.write(document),
        };
        let Some(folder) = &self.out else {
            io::stdout().lock().write_all(written.as_bytes())?;
            return Ok(());
        };
        let write = |ending: &str, content: &str| {
            let path = folder.join(format!("{name}.{ending}"));
            fs::write(&path, content).with_context(|| path.display().to_string())
        };
        if self.to == Format::Brat {
            write("txt", brat::text(document))?;
        }
        write(self.to.ending(), &written)
    }
}

/// What was exported before comes back; anything else is read. Also says whether it was read.
///
/// # Errors
/// When it can't be read.
pub(crate) fn document(job: Job, as_is: bool, most: Size) -> Result<(Document, bool)> {
    let name = job.name.clone();
    let ending = job.path().and_then(Path::extension).and_then(OsStr::to_str);
    let document = match (ending, job.path()) {
        (Some("json"), Some(path)) => Some(import::json(&text(path, most)?)?),
        (Some("jsonld"), Some(path)) => Some(import::annotations::read(&text(path, most)?)?),
        (Some("ann"), Some(path)) => {
            let beside = text(&path.with_extension("txt"), most)?;
            Some(import::brat::read(&name, &beside, &text(path, most)?)?)
        }
        (Some("html"), Some(path)) => import::html(&text(path, most).unwrap_or_default()).ok(),
        _ => None,
    };
    if let Some(document) = document {
        return Ok((document, false));
    }
    let overrides = Overrides {
        as_is,
        ..Overrides::default()
    };
    let article = lectern_core::read(&job.input(most)?, &overrides);
    Ok((Document::new(&name, &article), true))
}

/// A text read without repairs.
pub(crate) fn read_as_is(name: &str, text: &str) -> Document {
    let overrides = Overrides {
        as_is: true,
        ..Overrides::default()
    };
    Document::new(name, &lectern_core::read(&text.into(), &overrides))
}

fn text(path: &Path, most: Size) -> Result<String> {
    let file = fs::File::open(path).with_context(|| path.display().to_string())?;
    Ok(String::from_utf8(most.read(file)?)?)
}

/// A name for the files of one article that no other has: articles in several folders may be called the same.
fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let name = match name {
        "-" | "" => "article",
        name => name,
    };
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    let free = names.find(|name| !taken.contains(name)).unwrap_or_default();
    taken.insert(free.clone());
    free
}
