//! What an article comes from and goes into: files of text and html, JSON version 1.
//!
//! Without the feature `files` nothing here parses html or guesses an encoding: a browser does both by itself.

#[cfg(feature = "files")]
pub mod html;
#[cfg(feature = "files")]
pub mod input;
pub mod json;
