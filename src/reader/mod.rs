//! The page's end of the reading: ask, and be answered later. What is asked goes to `lectern-reader`.

mod address;
mod breath;
mod local;
mod worker;

pub use address::of_files;
pub use breath::breathe;
pub use worker::{Begin, Reader};

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
