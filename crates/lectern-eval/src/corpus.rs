//! What people annotated: articles with attributions (brat standoff), with speakers and proposals, passages with
//! lists, and saved pages.

use crate::measure::heads::{self, Head};
use anyhow::{Context, Result, ensure};
use indexmap::IndexMap;
use lectern_core::text::positions::Positions;
use lectern_testkit::Range;
pub use lectern_testkit::Relation;
use lectern_testkit::brat;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A text that is cut by code points.
#[derive(Clone, Debug)]
pub struct Text {
    /// All of it.
    pub whole: String,
    positions: Positions,
}

impl Text {
    /// Reads `whole` once.
    pub fn new(whole: String) -> Self {
        let positions = Positions::new(&whole);
        Text { whole, positions }
    }

    /// The stretch's text; nothing when it lies outside.
    pub fn at(&self, (start, end): Range) -> &str {
        let byte = |at| self.positions.byte_of_code_point(at) as usize;
        self.whole.get(byte(start)..byte(end)).unwrap_or("")
    }
}

/// An article with all attributions in it, in the order of their cues.
#[derive(Clone, Debug)]
pub struct Annotated {
    /// The article.
    pub text: Text,
    /// E0, E1 and so on of the gold files.
    pub relations: Vec<Relation>,
}

/// The articles of a corpus by name: see [`brat::read`].
///
/// # Errors
/// When a file can't be read, or nothing is annotated.
pub fn articles(folder: &Path) -> Result<BTreeMap<String, Annotated>> {
    let articles = brat::read(folder)?.into_iter().map(|article| {
        let annotated = Annotated {
            text: Text::new(article.text),
            relations: article.relations,
        };
        (article.name, annotated)
    });
    Ok(articles.collect())
}

/// Speakers and proposals of one article.
#[derive(Clone, Debug, Deserialize)]
pub struct Gold {
    /// The article's name.
    pub article: String,
    /// Who speaks.
    pub speakers: Vec<GoldSpeaker>,
    /// The speaker of each attribution that has a source: E number to speaker.
    pub sources: IndexMap<String, String>,
    /// The speaker of attributions that have no source because they stand in a paragraph of their own.
    #[serde(default)]
    pub standalone: IndexMap<String, String>,
    /// What is wanted; none where only speakers were annotated.
    pub proposals: Option<Vec<GoldProposal>>,
}

impl Gold {
    /// Every attribution whose speaker was told, by its E number, with the speaker.
    pub fn told(&self) -> impl Iterator<Item = (&String, &String)> {
        self.sources.iter().chain(&self.standalone)
    }
}

/// The place among an article's relations of the attribution with E number `event`.
pub fn place_of(event: &str) -> Option<usize> {
    event.strip_prefix('E')?.parse().ok()
}

/// Somebody who speaks.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldSpeaker {
    /// Its id.
    pub id: String,
    /// The fullest form, without the title.
    pub name: String,
    /// Other forms.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// `person`, `organization`, `group`, `document` or `unnamed`.
    pub kind: String,
}

/// What somebody wants done.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldProposal {
    /// The words that say what.
    pub text: String,
    /// Where they begin, in code points.
    pub start: u32,
    /// Which kind.
    pub kind: String,
    /// Whose it is.
    pub speaker: Option<String>,
    /// Who is to act.
    pub addressee: Option<String>,
    /// The co-ordinated actions, where there are several.
    #[serde(default)]
    pub items: Option<Vec<String>>,
}

impl GoldProposal {
    /// Where the words stand.
    pub fn span(&self) -> Range {
        (self.start, self.start + self.text.chars().count() as u32)
    }
}

/// All gold files of some folders, in order of their paths.
///
/// # Errors
/// When one can't be read.
pub fn gold(folders: &[PathBuf]) -> Result<Vec<Gold>> {
    let mut paths = Vec::new();
    for folder in folders {
        paths.extend(files(folder, "json")?);
    }
    paths.sort();
    paths.iter().map(|path| parse(&text_of(path)?, path)).collect()
}

/// A short passage with the lists of proposals in it.
#[derive(Clone, Debug, Deserialize)]
pub struct Passage {
    /// Its id.
    pub id: String,
    /// Its text.
    pub text: String,
    /// The lists; none where there is nothing to find.
    pub lists: Vec<List>,
}

/// A list of proposals.
#[derive(Clone, Debug, Deserialize)]
pub struct List {
    /// From the first item to the last.
    pub span: Range,
    /// The items.
    pub items: Vec<Range>,
    /// How many the text says there are.
    pub stated_count: Option<u32>,
    /// Which kind.
    pub kind: String,
}

/// The passages of a file, one a line.
///
/// # Errors
/// When it can't be read.
pub fn passages(path: &Path) -> Result<Vec<Passage>> {
    let lines = text_of(path)?;
    let lines = lines.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| parse(line, path)).collect()
}

/// The folders of saved pages: those with an `expected.html`, in order of name.
///
/// # Errors
/// When the folder can't be read, or there is none.
pub fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut pages = entries(folder)?;
    pages.retain(|page| page.join("expected.html").is_file());
    ensure!(!pages.is_empty(), "no saved pages under {}", folder.display());
    Ok(pages)
}

/// The body that people marked in each page of the folder's `html`, by the page's name: its `truth.json`.
///
/// # Errors
/// When the file can't be read.
pub fn bodies(folder: &Path) -> Result<BTreeMap<String, String>> {
    #[derive(serde::Deserialize)]
    struct Marked {
        #[serde(rename = "articleBody")]
        body: String,
    }
    let path = folder.join("truth.json");
    let marked: BTreeMap<String, Marked> = parse(&text_of(&path)?, &path)?;
    Ok(marked.into_iter().map(|(name, page)| (name, page.body)).collect())
}

/// What the pages of those names in a folder of html files say of themselves.
///
/// # Errors
/// When a file can't be read.
pub fn metadata<'n>(
    folder: &Path,
    names: impl Iterator<Item = &'n String>,
) -> Result<BTreeMap<String, Head>> {
    let read = |name: &String| {
        let path = folder.join(name).with_extension("html");
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        Ok((name.clone(), heads::of_page(&String::from_utf8_lossy(&bytes))))
    };
    names.map(read).collect()
}

/// The file's name without its ending.
pub fn stem(path: &Path) -> String {
    path.file_stem()
        .map_or(String::new(), |stem| stem.to_string_lossy().into_owned())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let paths: std::io::Result<Vec<PathBuf>> = entries.map(|entry| Ok(entry?.path())).collect();
    let mut paths = paths?;
    paths.sort();
    Ok(paths)
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut paths = entries(folder)?;
    paths.retain(|path| path.extension().is_some_and(|found| found == ending));
    Ok(paths)
}

fn text_of(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}

fn parse<T: DeserializeOwned>(json: &str, path: &Path) -> Result<T> {
    serde_json::from_str(json).with_context(|| path.display().to_string())
}
