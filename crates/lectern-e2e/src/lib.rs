//! The page in real browsers: a server for the built page, a driver, and what a reader does and sees.
//!
//! The tests run when `LECTERN_DIST` names the built page (`cargo xtask test` sets it); otherwise
//! each says that it was skipped. `LECTERN_BROWSER=firefox` runs them in Firefox.

mod browser;
mod page;
mod server;

pub use browser::Browser;
pub use page::{Drawn, Page, built, skipped, with_page, with_page_in};
pub use server::{Answer, Site};
