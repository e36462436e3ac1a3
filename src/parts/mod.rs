//! Small pieces that several parts of the page draw.

mod choose;
mod doubt;
mod legend;
mod order;
mod refusal;
mod shown;
mod strip;
mod who;

pub use choose::{Choice, Somebody, line};
pub use doubt::doubt_words;
pub use legend::legend;
pub use order::Orders;
pub use refusal::{left_out_words, refusal_words};
pub use shown::shown_words;
pub use strip::strip;
pub use who::{who, who_words};
