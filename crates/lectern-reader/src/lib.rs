//! The reader as the page knows it: what goes between the two, and what the reader does with it.
//!
//! The page asks by a [`Request`] and is answered by [`Reply`]s, both as bytes; [`answer`] is all there is between. It runs
//! in a worker of its own, whose wasm is built for speed; the page's is built for few bytes and holds no rule of reading.

mod message;
mod tagger;
mod work;
#[cfg(target_arch = "wasm32")]
mod worker;

pub use message::{Done, Reply, Request, Step, Task, reply_of};
pub use tagger::{EmbeddedTagger, Quoting, Tagger};
pub use work::{Trouble, answer};
#[cfg(target_arch = "wasm32")]
pub use worker::{here, serve, start};
