//! Readings of the shipped core, in the shape that scores are made from.

use crate::corpus::{Annotated, Passage};
use crate::prediction::Prediction;
use anyhow::{Context, Result};
use lectern_core::article::{Form, Quotation};
use lectern_core::text::positions::Positions;
use lectern_core::{Article, Input, Overrides, Span, speakers};
use lectern_formats::input::read_input;
use lectern_formats::json::Document;
use lectern_testkit::{Range, Relation};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

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
        page(&name, path)
    };
    files.par_iter().map(read).collect()
}

/// Reads the pages of those names in a folder of html files.
///
/// # Errors
/// When a file can't be read.
pub fn html<'n>(
    folder: &Path,
    names: impl Iterator<Item = &'n String>,
) -> Result<BTreeMap<String, Prediction>> {
    let names: Vec<&String> = names.collect();
    names
        .into_par_iter()
        .map(|name| page(name, &folder.join(name).with_extension("html")))
        .collect()
}

fn page(name: &str, path: &Path) -> Result<(String, Prediction)> {
    let place = || path.display().to_string();
    let bytes = fs::read(path).with_context(place)?;
    let input = read_input(path, &bytes).with_context(place)?;
    prediction(name, &input)
}

fn checked(name: &str, text: &str) -> Result<(String, Prediction)> {
    let (name, prediction) = prediction(name, &text.into())?;
    prediction.check(text)?;
    Ok((name, prediction))
}

/// Reads who speaks, and that alone: the quotations are those that people marked.
///
/// # Errors
/// When a reading is not of the corpus's text.
pub fn speakers_of_gold(articles: &BTreeMap<String, Annotated>) -> Result<BTreeMap<String, Prediction>> {
    let read = |(name, article): (&String, &Annotated)| {
        let text = article.text.whole.as_str();
        let prepared = lectern_core::prepare(&Input::from(text), &as_is());
        let cast = speakers::identify(&prepared, marked(article));
        let read = Article {
            source: prepared.source,
            speakers: cast.speakers,
            mentions: cast.mentions,
            quotations: cast.quotations,
            ..Article::default()
        };
        let prediction = told(name, &read)?;
        prediction.check(text)?;
        Ok((name.clone(), prediction))
    };
    articles.par_iter().map(read).collect()
}

/// The marked attributions, in the order of their cues, as quotations whose speakers are not known yet.
fn marked(article: &Annotated) -> Vec<Quotation> {
    let positions = Positions::new(&article.text.whole);
    let spans = |ranges: &[Range]| -> Vec<Span> {
        let byte = |at| positions.byte_of_code_point(at);
        ranges
            .iter()
            .map(|&(start, end)| Span::new(byte(start), byte(end)))
            .collect()
    };
    let quotation = |relation: &Relation| Quotation {
        form: Form::Indirect,
        content: spans(&relation.content),
        cue: spans(&relation.cue).into_iter().reduce(Span::cover),
        source: spans(&relation.source),
        mention: None,
        parent: None,
        verb_class: None,
        sure: true,
    };
    article.relations.iter().map(quotation).collect()
}

fn prediction(name: &str, input: &Input) -> Result<(String, Prediction)> {
    let article = lectern_core::read(input, &as_is());
    Ok((name.to_owned(), told(name, &article)?))
}

/// By way of the JSON that `lectern parse --as-is` prints, so that what is scored is what people get.
fn told(name: &str, article: &Article) -> Result<Prediction> {
    Ok(serde_json::from_value(serde_json::to_value(Document::new(
        name, article,
    ))?)?)
}

fn as_is() -> Overrides {
    Overrides {
        as_is: true,
        ..Overrides::default()
    }
}
