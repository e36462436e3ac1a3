//! The reader's program on the page's own thread, for browsers that refuse workers.

use lectern_reader::{Done, reply_of};

/// The files of the reader's program.
pub(super) const GLUE: &str = "lectern-reader.js";
pub(super) const WASM: &str = "lectern-reader_bg.wasm";

/// Answers a request where it is asked; none when that fails.
pub(super) async fn answer(request: Vec<u8>) -> Option<Done> {
    let bytes = program::answer(request).await?;
    reply_of(&bytes).ok().map(|reply| reply.done)
}

#[cfg(not(test))]
mod program {
    use js_sys::Uint8Array;
    use wasm_bindgen::prelude::*;

    use super::{GLUE, WASM};
    use crate::report::reported;

    #[wasm_bindgen]
    extern "C" {
        /// Loads the program of these files into the page and asks it.
        #[wasm_bindgen(js_name = lecternReadHere, catch)]
        async fn read_here(glue: &str, wasm: &str, request: Uint8Array) -> Result<JsValue, JsValue>;
    }

    pub(super) async fn answer(request: Vec<u8>) -> Option<Vec<u8>> {
        let answered = read_here(GLUE, WASM, Uint8Array::from(request.as_slice())).await;
        let bytes = reported("Nothing can be read", answered)?.dyn_into::<Uint8Array>();
        bytes.ok().map(|bytes| bytes.to_vec())
    }
}

/// A test's program has the reader in it.
#[cfg(test)]
mod program {
    use lectern_reader::EmbeddedTagger;

    pub(super) async fn answer(request: Vec<u8>) -> Option<Vec<u8>> {
        lectern_reader::answer(&request, &EmbeddedTagger, |_| {})
            .await
            .ok()
    }
}
