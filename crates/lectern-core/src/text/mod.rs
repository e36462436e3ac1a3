//! Helpers that know text, but no stage of the reading.

pub mod case;
pub mod encoding;
pub(crate) mod fold;
pub mod order;
mod packed;
pub mod positions;
pub mod search;

pub use packed::Packed;
