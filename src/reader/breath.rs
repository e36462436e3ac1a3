//! A pause between two long pieces of work on the page's own thread.

use gloo::timers::future::TimeoutFuture;
use lectern_core::Input;

/// The longest text for which no pause is worth its milliseconds, in bytes.
const SHORT: usize = 50_000;

/// Lets the browser do what waits, if the text is so long that working on it takes a while.
pub async fn breathe(input: &Input) {
    if input.text.len() > SHORT {
        TimeoutFuture::new(0).await;
    }
}
