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
use lectern_formats::export::{Format, brat};
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
        let mut failed = 0;
        let read = |job: Job| -> Result<(String, Document)> {
            let name = job.stem();
            let called = job.name.clone();
            let document = self.document(job).with_context(|| called)?;
            Ok((name, document))
        };
        stream::in_order(jobs.into_iter(), read, |result| {
            progress.step(|| match result {
                Ok((name, document)) => self.write(&free(&name, &mut taken), &document),
                Err(error) => {
                    failed += 1;
                    complain(&error);
                    Ok(())
                }
            })
        })?;
        Ok(failed)
    }

    /// What was exported before comes back; anything else is read.
    fn document(&self, job: Job) -> Result<Document> {
        let name = job.name.clone();
        let ending = job.path().and_then(Path::extension).and_then(OsStr::to_str);
        match (ending, job.path()) {
            (Some("json"), Some(path)) => return Ok(import::json(&self.text(path)?)?),
            (Some("jsonld"), Some(path)) => return Ok(import::annotations::read(&self.text(path)?)?),
            (Some("ann"), Some(path)) => {
                let text = self.text(&path.with_extension("txt"))?;
                return Ok(import::brat::read(&name, &text, &self.text(path)?)?);
            }
            (Some("html"), Some(path)) => {
                if let Ok(document) = import::html(&self.text(path).unwrap_or_default()) {
                    return Ok(document);
                }
            }
            _ => {}
        }
        let overrides = Overrides {
            as_is: self.as_is,
            ..Overrides::default()
        };
        let article = lectern_core::read(&job.input(self.max_size)?, &overrides);
        Ok(Document::new(&name, &article))
    }

    fn text(&self, path: &Path) -> Result<String> {
        let file = fs::File::open(path).with_context(|| path.display().to_string())?;
        Ok(String::from_utf8(self.max_size.read(file)?)?)
    }

    fn write(&self, name: &str, document: &Document) -> Result<()> {
        let written = self.to.write(document);
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
