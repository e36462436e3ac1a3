//! The whole way by strings, for packages in other languages: text or a page in, JSON version 1 or another format out.

use crate::export::{Format, brat};
use crate::html;
use crate::import::{self, ImportError};
use crate::json::Document;
use lectern_core::attribution::{self, ModelError};
use lectern_core::{Input, Overrides};
use std::{error, fmt};

/// What is asked for by this name is the text that brat's annotations belong to.
const BRAT_TEXT: &str = "brat-text";

/// Letters of a text among which the beginning of a page is looked for.
const BEGINNING: usize = 4096;

/// Reads an article and gives JSON, whose positions are code points. Whether it is a page is told by its beginning
/// where nobody says it.
///
/// # Errors
/// When the program was built wrongly.
pub fn read(text: &str, is_page: Option<bool>, as_is: bool, name: &str) -> Result<String, ModelError> {
    attribution::ready()?;
    let input = match is_page.unwrap_or_else(|| self::is_page(text)) {
        true => html::read(text),
        false => Input::from(text),
    };
    let overrides = Overrides {
        as_is,
        ..Overrides::default()
    };
    Ok(Document::new(name, &lectern_core::read(&input, &overrides)).to_json())
}

/// Why a document is not written.
#[derive(Debug)]
#[non_exhaustive]
pub enum Unwritten {
    /// It is none.
    Import(ImportError),
    /// There is no such format.
    Format(String),
}

impl fmt::Display for Unwritten {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unwritten::Import(error) => error.fmt(out),
            Unwritten::Format(name) => write!(out, "there is no format {name:?}"),
        }
    }
}

impl error::Error for Unwritten {}

/// JSON, version 1, in another format.
///
/// # Errors
/// When it is no such JSON, or there is no such format.
pub fn write(document: &str, format: &str) -> Result<String, Unwritten> {
    let document = import::json(document).map_err(Unwritten::Import)?;
    if format == BRAT_TEXT {
        return Ok(brat::text(&document).to_owned());
    }
    let known = Format::named(format).ok_or_else(|| Unwritten::Format(format.to_owned()))?;
    Ok(known.write(&document))
}

/// What was exported before (JSON, Web Annotation, a page of html, or brat with its text) as JSON, version 1.
///
/// # Errors
/// When there is no article in it.
pub fn bring(text: &str, name: &str, beside: Option<&str>) -> Result<String, ImportError> {
    Ok(import::any(name, text, beside)?.to_json())
}

/// Whether a text begins as pages do: with the doctype or the root element, behind an XML declaration or comments.
fn is_page(text: &str) -> bool {
    let end = text
        .char_indices()
        .nth(BEGINNING)
        .map_or(text.len(), |(at, _)| at);
    let begins = |text: &str, word: &str| {
        text.get(..word.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(word))
    };
    let mut rest = text[..end].trim_start_matches('\u{feff}').trim_start();
    if begins(rest, "<?xml") {
        rest = rest.split_once("?>").map_or("", |(_, after)| after).trim_start();
    }
    while let Some(comment) = rest.strip_prefix("<!--") {
        rest = comment
            .split_once("-->")
            .map_or("", |(_, after)| after)
            .trim_start();
    }
    if begins(rest, "<!doctype") {
        let kind = &rest["<!doctype".len()..];
        return kind.starts_with(char::is_whitespace) && begins(kind.trim_start(), "html");
    }
    begins(rest, "<html")
        && !rest["<html".len()..].starts_with(|next: char| next.is_alphanumeric() || next == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_told_by_their_beginning() {
        for (text, expected) in [
            ("<!doctype html><p>Trees.", true),
            ("\u{feff}\n <!DOCTYPE  HTML PUBLIC \"x\">", true),
            ("<html lang=en>", true),
            ("<HTML>", true),
            (
                "<?xml version=\"1.0\"?>\n<!-- a --><!-- b -->\n<html xmlns=\"x\">",
                true,
            ),
            ("<!-- never closed <html>", false),
            ("<htmlx>", false),
            ("<!doctype svg>", false),
            ("<!doctypehtml>", false),
            ("<p>Trees.</p>", false),
            ("Mayor: <html> is no word", false),
            ("", false),
            ("é", false),
        ] {
            assert_eq!(is_page(text), expected, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_written_says_why() {
        assert!(matches!(write("{}", "csv"), Err(Unwritten::Import(_))));
        let read = read(
            "Mayor Ada Lund said the wells should be opened.",
            None,
            false,
            "a",
        )
        .expect("built rightly");
        assert!(matches!(write(&read, "xls"), Err(Unwritten::Format(name)) if name == "xls"));
        assert!(write(&read, "brat-text").is_ok_and(|text| text.starts_with("Mayor")));
    }
}
