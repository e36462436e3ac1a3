//! The page: Yew components that draw what `lectern-core` reads.
//!
//! The way of a text through the page:
//!
//! 1. [`input`]: pasted, dropped or opened, as text with hints about its structure
//! 2. [`state`]: what is open, what the reader decided, what is looked at; values and actions, no markup
//! 3. [`reader`]: the reading, in a worker with a wasm of its own (`lectern-reader`)
//! 4. [`article`]: the article, drawn once for each reading, with its marks
//! 5. [`panel`] and [`card`]: the same marks as lists; [`dialogs`] lie over both; [`aloud`] reads

pub mod aloud;
pub mod app;
pub mod article;
pub mod card;
pub mod context;
pub mod desk;
pub mod dialogs;
pub mod dom;
pub mod input;
pub mod late;
pub mod panel;
pub mod parts;
pub mod reader;
pub mod report;
pub mod state;
pub mod storage;
pub mod strings;

/// Starts the page.
pub fn start() {
    app::start();
}
