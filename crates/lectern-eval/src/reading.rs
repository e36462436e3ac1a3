//! Readings of the shipped core, in the shape that scores are made from.

use crate::corpus::{Annotated, Passage};
use crate::prediction::Prediction;
use anyhow::{Context, Result};
use lectern_cli::input::read_input;
use lectern_cli::json::Document;
use lectern_core::{Input, Overrides};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// Which of a saved page's files is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The page as the web gave it: `source.html`.
    Html,
    /// What select-all and copy gave: `plain.txt`.
    Plain,
}

/// Reads all articles of a corpus.
///
/// # Errors
/// When a reading is not of the corpus's text.
pub fn articles(articles: &BTreeMap<String, Annotated>) -> Result<BTreeMap<String, Prediction>> {
    let texts: Vec<(&str, &str)> = articles
        .iter()
        .map(|(name, it)| (name.as_str(), it.text.whole.as_str()))
        .collect();
    texts
        .into_par_iter()
        .map(|(name, text)| checked(name, text))
        .collect()
}

/// Reads all passages.
///
/// # Errors
/// When a reading is not of the passage's text.
pub fn passages(passages: &[Passage]) -> Result<BTreeMap<String, Prediction>> {
    passages
        .par_iter()
        .map(|passage| checked(&passage.id, &passage.text))
        .collect()
}

/// Reads the saved pages that have the file.
///
/// # Errors
/// When a file can't be read.
pub fn pages(pages: &[PathBuf], saved: Saved) -> Result<BTreeMap<String, Prediction>> {
    let file = match saved {
        Saved::Html => "source.html",
        Saved::Plain => "plain.txt",
    };
    let files: Vec<PathBuf> = pages
        .iter()
        .map(|page| page.join(file))
        .filter(|path| path.is_file())
        .collect();
    let read = |path: &PathBuf| {
        let name = path
            .parent()
            .and_then(|page| page.file_name())
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let input = fs::read(path)
            .map_err(Into::into)
            .and_then(|bytes| read_input(path, &bytes));
        prediction(&name, &input.with_context(|| path.display().to_string())?)
    };
    files.par_iter().map(read).collect()
}

fn checked(name: &str, text: &str) -> Result<(String, Prediction)> {
    let (name, prediction) = prediction(name, &text.into())?;
    prediction.check(text)?;
    Ok((name, prediction))
}

/// By way of the JSON that `lectern parse --as-is` prints, so that what is scored is what people get.
fn prediction(name: &str, input: &Input) -> Result<(String, Prediction)> {
    let overrides = Overrides {
        as_is: true,
        ..Overrides::default()
    };
    let document = Document::new(name, &lectern_core::read(input, &overrides));
    let prediction = serde_json::from_value(serde_json::to_value(document)?)?;
    Ok((name.to_owned(), prediction))
}
