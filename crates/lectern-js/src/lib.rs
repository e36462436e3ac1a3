//! The reading for JavaScript: text in, JSON version 1 or another format out.
//!
//! Thin on purpose: names, defaults, offsets and loading are those of `packages/lectern`, which wraps it.

use lectern_core::{Input, Overrides, attribution};
use lectern_formats::export::{Format, brat};
use lectern_formats::import;
use lectern_formats::json::Document;
use lectern_formats::{html, input};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Reads an article and gives JSON, version 1, whose positions are code points.
///
/// # Errors
/// When the program was built wrongly.
#[wasm_bindgen]
pub fn read(text: &str, is_html: bool, as_is: bool, name: &str) -> Result<String, JsError> {
    attribution::ready()?;
    let input = if is_html {
        html::read(text)
    } else {
        Input::from(text)
    };
    let overrides = Overrides {
        as_is,
        ..Overrides::default()
    };
    Ok(Document::new(name, &lectern_core::read(&input, &overrides)).to_json())
}

/// A file's bytes as text, in the encoding that they look like.
///
/// # Errors
/// When they look like text in none.
#[wasm_bindgen]
pub fn decode(bytes: &[u8]) -> Result<String, JsError> {
    Ok(input::decode(bytes)?)
}

/// JSON, version 1, in another format.
///
/// # Errors
/// When it is no such JSON, or there is no such format.
#[wasm_bindgen]
pub fn write(document: &str, format: &str) -> Result<String, JsError> {
    let document = import::json(document)?;
    if format == "brat-text" {
        return Ok(brat::text(&document).to_owned());
    }
    let format =
        Format::named(format).ok_or_else(|| JsError::new(&format!("there is no format {format:?}")))?;
    Ok(format.write(&document))
}

/// What was exported before (JSON, Web Annotation, a page of html, or brat with its text) as JSON, version 1.
///
/// # Errors
/// When there is no article in it.
#[wasm_bindgen]
pub fn bring(text: &str, name: &str, beside: Option<String>) -> Result<String, JsError> {
    Ok(import::any(name, text, beside.as_deref())?.to_json())
}
