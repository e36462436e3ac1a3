//! The desk as a worker: takes requests, answers with bytes, keeps nothing between them but the articles on its shelf.

#[cfg(target_arch = "wasm32")]
mod worker;

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::start();
}
