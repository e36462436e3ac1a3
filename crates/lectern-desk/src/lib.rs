//! Where a reading is made ready to go and taken in again: exports, imports, links; and where many articles are looked
//! through together.
//!
//! The page asks by a [`Request`] and is answered by a [`Reply`], both as bytes; [`Desk::work`] is all there is between.
//! It runs in a worker of its own, whose wasm is loaded when the first question comes: nobody who only reads waits
//! for it.

mod link;
mod message;
mod work;

pub use message::{Done, Marks, Parcel, Reply, Request, Task, Trouble};
pub use work::{Desk, work};
