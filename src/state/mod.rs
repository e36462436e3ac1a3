//! What the page knows: plain values and actions, no markup, tested natively.
//!
//! - [`document`]: a text as it came in
//! - [`work`]: the open article, the reader's decisions and their history
//! - [`correct`]: what is put right about a reading
//! - [`reading`]: an article as read, with what the page asks of it often
//! - [`place`]: the same as an address
//! - [`room`]: whose words an article gives
//! - [`view`]: what is looked at: tab, focus, filter
//! - [`keys`]: which key means what
//! - [`settings`]: what is kept on the device

pub mod correct;
pub mod document;
pub mod keys;
pub mod place;
pub mod reading;
pub mod room;
pub mod settings;
pub mod view;
pub mod work;

pub use document::Document;
pub use place::Place;
pub use reading::{Mark, Reading};
pub use settings::Settings;
pub use view::{View, ViewAction};
pub use work::{ReadError, Work, WorkAction};

#[cfg(all(test, not(target_arch = "wasm32")))]
mod sequences;
#[cfg(test)]
mod tests;
