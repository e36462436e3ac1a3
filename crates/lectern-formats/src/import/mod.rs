//! What was taken away and comes back: JSON, the page of html, Web Annotation and brat.

pub mod annotations;
pub mod brat;

use crate::export::page;
use crate::json::{Document, VERSION};
use std::{error, fmt};

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
}

impl fmt::Display for ImportError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportError::Json(error) => write!(out, "not a document of this program: {error}"),
            ImportError::Version(version) => write!(out, "version {version} of the format is not known"),
            ImportError::NoDocument => out.write_str("there is no article of this program in it"),
            ImportError::Line(number) => write!(out, "line {number} is no annotation"),
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
