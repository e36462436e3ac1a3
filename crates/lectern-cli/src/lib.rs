//! `lectern` on the command line: the reading of `lectern-core` for files, folders and streams.

pub mod command;
pub mod html;
pub mod input;
pub mod jobs;
pub mod json;
pub mod progress;
pub mod stream;
pub mod terminal;
