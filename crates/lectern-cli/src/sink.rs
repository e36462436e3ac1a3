//! Where readings go: words or a table to standard output, and what could not be read to a file.

use crate::command::Format;
#[cfg(feature = "parquet")]
use crate::parquet::Table;
use anyhow::{Context, Result};
#[cfg(feature = "parquet")]
use lectern_formats::export::table::Row;
use lectern_formats::json::Document;
use serde::Serialize;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// What there is to print of an article.
pub(crate) enum Printed {
    /// These words.
    Text(String),
    /// This, laid out for the eye while it is written: as a text it would be ten times the article.
    Document(Box<Document>),
    /// Rows of a table.
    #[cfg(feature = "parquet")]
    Rows(Vec<Row>),
}

/// Takes readings in their order.
pub(crate) enum Sink {
    Words(Box<dyn Write>),
    #[cfg(feature = "parquet")]
    Table(Box<Table<io::Stdout>>),
}

impl Sink {
    /// # Errors
    /// When a table would go to a terminal.
    pub(crate) fn new(format: Format) -> Result<Self> {
        // Colours go to a terminal only; JSON has none to look for.
        Ok(Sink::Words(match format {
            Format::Text => Box::new(anstream::stdout().lock()),
            Format::Json => Box::new(BufWriter::new(io::stdout().lock())),
            Format::Jsonl => Box::new(io::stdout().lock()),
            #[cfg(feature = "parquet")]
            Format::Parquet => {
                use io::IsTerminal;
                anyhow::ensure!(
                    !io::stdout().is_terminal(),
                    "a table is nothing for a terminal: add `> marks.parquet`"
                );
                return Ok(Sink::Table(Box::new(Table::new(io::stdout())?)));
            }
        }))
    }

    /// # Errors
    /// When it can't be written.
    pub(crate) fn take(&mut self, printed: Printed) -> Result<()> {
        match (self, printed) {
            (Sink::Words(out), Printed::Text(text)) => out.write_all(text.as_bytes())?,
            (Sink::Words(out), Printed::Document(document)) => {
                // As an error of writing, so that a reader that leaves early is known as one.
                serde_json::to_writer_pretty(&mut *out, &document).map_err(io::Error::from)?;
                out.write_all(b"\n")?;
            }
            #[cfg(feature = "parquet")]
            (Sink::Table(table), Printed::Rows(rows)) => table.take(rows)?,
            #[cfg(feature = "parquet")]
            (Sink::Words(_), Printed::Rows(_)) | (Sink::Table(_), _) => {}
        }
        Ok(())
    }

    /// # Errors
    /// When the end can't be written.
    pub(crate) fn finish(self) -> Result<()> {
        match self {
            Sink::Words(mut out) => out.flush()?,
            #[cfg(feature = "parquet")]
            Sink::Table(table) => table.finish()?,
        }
        Ok(())
    }
}

/// A file with a line for each article that could not be read.
pub(crate) struct Errors {
    out: BufWriter<File>,
}

#[derive(Serialize)]
struct Line<'a> {
    article: &'a str,
    error: String,
}

impl Errors {
    /// # Errors
    /// When the file can't be made.
    pub(crate) fn into_file(path: &Path) -> Result<Self> {
        let file = File::create(path).with_context(|| path.display().to_string())?;
        Ok(Errors {
            out: BufWriter::new(file),
        })
    }

    /// # Errors
    /// When it can't be written.
    pub(crate) fn take(&mut self, article: &str, error: &anyhow::Error) -> Result<()> {
        let error = format!("{error:#}");
        serde_json::to_writer(&mut self.out, &Line { article, error })?;
        self.out.write_all(b"\n")?;
        // Whoever watches a long run sees it at once.
        Ok(self.out.flush()?)
    }

    /// # Errors
    /// When the end can't be written.
    pub(crate) fn finish(mut self) -> Result<()> {
        Ok(self.out.flush()?)
    }
}
