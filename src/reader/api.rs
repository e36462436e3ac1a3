//! The reading as the page asks for it.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use lectern_core::{Article, Input, Overrides};

use crate::state::ReadError;

/// A reading on its way.
pub type Answer = Pin<Box<dyn Future<Output = Result<Article, ReadError>>>>;

/// Somebody who reads articles. A new request makes the ones before it stale; they end in
/// [`ReadError::Superseded`] and cost no more time.
pub trait Reader {
    /// Reads `input` under the reader's decisions.
    fn read(&self, input: Rc<Input>, overrides: Rc<Overrides>) -> Answer;

    /// Ends the reading on its way, if there is one: it ends in [`ReadError::Superseded`].
    fn cancel(&self);
}
