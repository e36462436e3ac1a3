//! `lectern` on the command line: the reading of `lectern-core` for files, folders and streams.

pub mod command;
pub mod files;
pub mod json;
pub mod stream;
pub mod terminal;
