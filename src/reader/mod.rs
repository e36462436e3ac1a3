//! The reading as the page sees it: ask, and be answered later.

mod breath;
mod local;
pub mod message;
mod worker;

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use lectern_core::{Article, Input, Overrides};

pub use breath::breathe;
pub use local::LocalReader;
pub use worker::WorkerReader;

/// A reading on its way.
pub type Answer = Pin<Box<dyn Future<Output = Result<Article, ReadError>>>>;

/// Somebody who reads articles. A new request makes the ones before it stale; they end in
/// [`ReadError::Superseded`] and cost no more time.
pub trait Reader {
    /// Reads `input` under the reader's decisions.
    fn read(&self, input: Rc<Input>, overrides: Rc<Overrides>) -> Answer;
}

/// Why there is no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// A newer request took its place; nothing to tell the reader.
    Superseded,
    /// The worker broke off or never answered, twice; it has been replaced, the text is kept.
    Stopped,
}
