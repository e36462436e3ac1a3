//! `lectern` on the command line: the reading of `lectern-core` for files, folders and streams.

pub mod command;
pub mod compare;
pub mod export;
pub mod jobs;
#[cfg(feature = "parquet")]
mod parquet;
pub mod progress;
mod sink;
pub mod size;
pub mod stream;
pub mod terminal;
