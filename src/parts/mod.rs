//! Small pieces that several parts of the page draw.

mod strip;
mod who;

pub use strip::strip;
pub use who::{doubt_words, who, who_words};
