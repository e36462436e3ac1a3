//! The page's entry point; everything lives in the library.

/// Takes fewer bytes of the first load than the allocator that Rust has for wasm.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    lectern::start();
}
