//! The reading as the page sees it: ask, and be answered later.

mod address;
mod api;
mod breath;
mod local;
pub mod message;
pub mod tagger;
mod worker;

pub use address::of_files;
pub use api::{Answer, Reader};
pub use breath::breathe;
pub use local::LocalReader;
pub use worker::WorkerReader;
