//! What an article comes from and goes into: files of text and html, the formats of [`export::Format`].
//!
//! Without the feature `files` nothing here parses html or guesses an encoding: a browser does both by itself.

pub mod agreement;
pub mod collection;
pub mod export;
#[cfg(feature = "files")]
pub mod html;
pub mod import;
#[cfg(feature = "files")]
pub mod input;
pub mod json;
#[cfg(feature = "files")]
pub mod packaged;
