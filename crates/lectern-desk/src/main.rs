//! The desk as a worker: takes requests, answers with bytes, keeps nothing between them but the articles on its shelf.

#[cfg(target_arch = "wasm32")]
mod worker;

/// Takes fewer bytes than the allocator that Rust has for wasm.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::start();
}
