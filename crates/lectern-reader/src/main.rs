//! The reader's program. In a worker it listens; where a browser has none, the page asks it by `read_here`.

/// Takes fewer bytes of the first load than the allocator that Rust has for wasm, and as much time.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
mod program {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Answers a request on the thread of whoever asks; no bytes when there is no answer.
    #[wasm_bindgen(js_name = readHere)]
    #[expect(unreachable_pub, reason = "what JavaScript calls has to be public")]
    pub async fn read_here(request: Vec<u8>) -> Vec<u8> {
        lectern_reader::here(request).await
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    lectern_reader::start();
}
