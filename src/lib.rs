//! The page: Yew components that draw what `lectern-core` reads.

/// Starts the page, or the worker when there is no window.
pub fn start() {}
