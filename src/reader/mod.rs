//! The reading as the page sees it: ask, and be answered later.

mod api;
mod breath;
mod local;
pub mod message;
pub mod tagger;
mod worker;

pub use api::{Answer, Reader};
pub use breath::breathe;
pub use local::LocalReader;
pub use worker::WorkerReader;
