//! What goes between the page and its workers, and both ends of it.
//!
//! The page sends a [`Request`] and is sent [`Reply`]s with its number, as bytes. Two messages are none of these. A worker
//! says by `null` that it listens: what is sent before a module worker has run is lost, so the page waits for it.
//! And no bytes say that a request has no answer: the page learns it at once, long before its deadline.

mod message;
mod page;
mod worker;

pub use message::{Error, Reply, Request};
pub use page::{Heard, Hired, start};
pub use worker::{ToPage, or_nothing, scope, serve};
