//! The article with its marks, drawn once for each reading into an element that Yew does not diff.
//!
//! [`segments`] cuts each block into flat leaves; [`draw`] makes elements of them; [`marks`] holds the names
//! that style sheets, tests and the rest of the page go by; `lit` shows filter and focus by classes alone.

pub mod draw;
mod heading;
mod key;
mod leaf;
mod lit;
pub mod marks;
mod places;
pub mod segments;
mod slices;
mod view;

pub use places::scroll_to;
pub use view::ArticleView;
