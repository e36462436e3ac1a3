//! The reading for JavaScript: text in, JSON version 1 or another format out.
//!
//! Thin on purpose: what it does is `lectern_formats::packaged`; names, defaults, offsets and loading are those of
//! `packages/lectern`, which wraps it.

use lectern_formats::{input, packaged};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Reads an article and gives JSON, version 1, whose positions are code points.
///
/// # Errors
/// When the program was built wrongly.
#[wasm_bindgen]
pub fn read(text: &str, is_page: Option<bool>, as_is: bool, name: &str) -> Result<String, JsError> {
    Ok(packaged::read(text, is_page, as_is, name)?)
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
    Ok(packaged::write(document, format)?)
}

/// What was exported before (JSON, Web Annotation, a page of html, or brat with its text) as JSON, version 1.
///
/// # Errors
/// When there is no article in it.
#[wasm_bindgen]
pub fn bring(text: &str, name: &str, beside: Option<String>) -> Result<String, JsError> {
    Ok(packaged::bring(text, name, beside.as_deref())?)
}
