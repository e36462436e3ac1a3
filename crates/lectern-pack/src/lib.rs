//! Makes of what Trunk has built what is served: [`split`] parts the wasm, [`built`] changes the folder, [`offline`] adds what
//! the page needs without a network, [`one_file`] makes one file of it that opens from a disk.

pub mod built;
pub mod offline;
pub mod one_file;
mod places;
mod small;
pub mod split;
