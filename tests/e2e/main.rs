//! What a reader does with the built page, in a real browser.

mod start;
