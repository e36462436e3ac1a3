//! The article with its marks, drawn once for each reading into an element that Yew does not diff.
//!
//! [`segments`] cuts each block into flat leaves; [`draw`] makes elements of them; [`marks`] holds the names
//! that style sheets, tests and the rest of the page go by; `highlight` shows filter and focus by classes alone.
//! [`place`] goes from bytes to places on the screen and back; [`marking`] marks what is selected, `edges` moves edges.

mod copy;
pub mod draw;
mod edges;
mod heading;
mod highlight;
mod hit_test;
mod leaf;
pub mod marking;
pub mod marks;
pub mod picking;
pub mod place;
mod print_key;
pub mod segments;
mod slices;
mod view;

pub use view::ArticleView;

/// What becomes of a piece of drawing; the browser's own error where it refuses.
type Done = Result<(), wasm_bindgen::JsValue>;
