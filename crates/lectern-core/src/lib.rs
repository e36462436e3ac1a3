//! Reads a news article: text in, [`Article`] out. No I/O, no web, no clock, no randomness.
//!
//! The way of the text, one module a stage:
//!
//! 1. [`input`]: what a person pasted, as text with hints about its structure
//! 2. [`source`]: the text, repaired once and then frozen; every position is a byte range in it
//! 3. [`layout`]: ordered, disjoint blocks, and the article's details
//! 4. [`tokens`]: words, sentences and paired quotation marks
//! 5. [`attribution`]: quotations, each with source, cue and content
//! 6. [`speakers`]: who each source is
//! 7. [`proposals`]: what each speaker wants done
//!
//! [`read`] runs them all. [`prepare`] and [`finish`] are its two halves, with attribution between them,
//! so that a slow tagger can run on its own time.
//!
//! Who says what:
//!
//! ```
//! use lectern_core::{Overrides, read};
//!
//! let text = "\"We should plant trees,\" said Ada Lund, the mayor. She urged the council to act.";
//! let article = read(&text.into(), &Overrides::default());
//! for quotation in &article.quotations {
//!     let speaker = article.referent(quotation).speaker().and_then(|id| article.speaker(id));
//!     let name = speaker.map_or("somebody", |speaker| &speaker.name);
//!     let words: Vec<&str> = quotation.content.iter().map(|span| article.text(*span)).collect();
//!     println!("{name}: {}", words.join(" … "));
//! }
//! assert_eq!(article.speakers[0].name, "Ada Lund");
//! assert_eq!(article.text(article.quotations[0].content[0]), "\"We should plant trees,\"");
//! ```
//!
//! [`corrections`] lays over such a reading what a person put right.

pub mod article;
pub mod attribution;
pub mod checks;
pub mod corrections;
pub mod input;
pub mod layout;
mod lexicon;
pub mod model;
mod prepared;
pub mod proposals;
mod reading;
pub mod source;
pub mod speakers;
pub mod text;
pub mod tokens;

pub use article::{Article, Span};
pub use input::{Input, Overrides};
pub use prepared::Prepared;
pub use reading::{finish, prepare, read};
