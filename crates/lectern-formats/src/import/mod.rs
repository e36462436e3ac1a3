//! What was taken away and comes back: JSON, the page of html, Web Annotation and brat.

pub mod annotations;
pub mod brat;

use crate::export::page;
use crate::json::{Document, VERSION};
use serde::Deserialize;
use std::{error, fmt};

/// What can be read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// JSON, version 1.
    Json,
    /// A page of html with the document in it.
    Html,
    /// W3C Web Annotation.
    Annotations,
    /// brat's annotations; their text stands beside them.
    Brat,
}

impl Kind {
    /// What a file is, by its name (empty where it has none) and its beginning; none for what is read as an article.
    /// It can still be wrong inside.
    #[must_use]
    pub fn of(name: &str, text: &str) -> Option<Kind> {
        let ends = |ending: &str| {
            let at = name.len().checked_sub(ending.len());
            let tail = at.and_then(|at| name.get(at..));
            tail.is_some_and(|tail| tail.eq_ignore_ascii_case(ending))
        };
        if ends(".ann") {
            return Some(Kind::Brat);
        }
        if text.contains(page::OPEN) {
            return Some(Kind::Html);
        }
        let begins = text.trim_start_matches('\u{feff}').trim_start().starts_with('{');
        let is_json = ends(".json") || ends(".jsonld") || text.contains("\"lectern\"");
        let annotates = text.contains("\"@context\"");
        (begins && is_json).then_some(if annotates { Kind::Annotations } else { Kind::Json })
    }
}

/// Why a file can't be read back.
#[derive(Debug)]
#[non_exhaustive]
pub enum ImportError {
    /// It is not the JSON that it should be.
    Json(serde_json::Error),
    /// It is of a version that is not known here.
    Version(u32),
    /// The page of html holds no document: it was not made by this program, or was changed.
    NoDocument,
    /// A line of annotations is not what brat writes; counted from 1.
    Line(usize),
    /// brat's annotations came without the text that they belong to.
    NoText,
}

impl fmt::Display for ImportError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportError::Json(error) => write!(out, "not a document of this program: {error}"),
            ImportError::Version(version) => write!(out, "version {version} of the format is not known"),
            ImportError::NoDocument => out.write_str("there is no article of this program in it"),
            ImportError::Line(number) => write!(out, "line {number} is no annotation"),
            ImportError::NoText => out.write_str("brat's annotations need their text beside them"),
        }
    }
}

impl error::Error for ImportError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            ImportError::Json(error) => Some(error),
            _ => None,
        }
    }
}

impl From<serde_json::Error> for ImportError {
    fn from(error: serde_json::Error) -> Self {
        ImportError::Json(error)
    }
}

/// Reads whatever can be read back, told by the file's name and beginning, and mends it; `beside` is the text that
/// brat's annotations belong to.
///
/// # Errors
/// When there is no article in it.
pub fn any(name: &str, text: &str, beside: Option<&str>) -> Result<Document, ImportError> {
    let mut document = match Kind::of(name, text).ok_or(ImportError::NoDocument)? {
        Kind::Json => json(text)?,
        Kind::Html => html(text)?,
        Kind::Annotations => annotations::read(text)?,
        Kind::Brat => brat::read(name, beside.ok_or(ImportError::NoText)?, text)?,
    };
    document.mend();
    Ok(document)
}

/// The same of a file that may hold many articles, as [`crate::collection::Whole::Json`] writes them: all of them, in
/// order.
///
/// # Errors
/// When there is none in it, or one of them is wrong.
pub fn all(name: &str, text: &str, beside: Option<&str>) -> Result<Vec<Document>, ImportError> {
    if Kind::of(name, text) != Some(Kind::Json) || !text.contains(LIST) {
        return Ok(vec![any(name, text, beside)?]);
    }
    let Ok(list) = serde_json::from_str::<List>(text.trim_start_matches('\u{feff}')) else {
        return Ok(vec![any(name, text, beside)?]);
    };
    let versions = list.articles.iter().map(|document| document.lectern);
    if let Some(other) = [list.lectern]
        .into_iter()
        .chain(versions)
        .find(|it| *it != VERSION)
    {
        return Err(ImportError::Version(other));
    }
    let mut articles = list.articles;
    articles.iter_mut().for_each(Document::mend);
    Ok(articles)
}

/// What a file of many articles has and one of a single article has not, unless in its text.
const LIST: &str = "\"articles\"";

/// A file of many articles.
#[derive(Deserialize)]
struct List {
    lectern: u32,
    articles: Vec<Document>,
}

/// Reads JSON, version 1.
///
/// # Errors
/// When it is something else.
pub fn json(text: &str) -> Result<Document, ImportError> {
    let document: Document = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
    match document.lectern {
        VERSION => Ok(document),
        other => Err(ImportError::Version(other)),
    }
}

/// Reads the document out of a page that [`crate::export::page`] wrote.
///
/// # Errors
/// When there is none in it.
pub fn html(page: &str) -> Result<Document, ImportError> {
    let (_, rest) = page.split_once(page::OPEN).ok_or(ImportError::NoDocument)?;
    let (document, _) = rest.split_once(page::CLOSE).ok_or(ImportError::NoDocument)?;
    json(document)
}
