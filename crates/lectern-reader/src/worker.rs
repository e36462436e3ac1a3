//! The reader in a worker. It keeps nothing between requests.

use std::rc::Rc;

use lectern_post::or_nothing;
use wasm_bindgen_futures::spawn_local;
use web_sys::DedicatedWorkerGlobalScope;

use crate::tagger::{EmbeddedTagger, Tagger};
use crate::work::answer;

/// Serves with the embedded tagger, when this is a worker.
pub fn start() {
    if let Some(scope) = lectern_post::scope() {
        serve(&scope, Rc::new(EmbeddedTagger));
    }
}

/// Answers requests, each in its own time.
pub fn serve(scope: &DedicatedWorkerGlobalScope, tagger: Rc<dyn Tagger>) {
    lectern_post::serve(scope, "reader", move |request, page| {
        let tagger = tagger.clone();
        spawn_local(async move {
            let last = answer(&request, &*tagger, |reply| page.send(&reply)).await;
            page.send(&or_nothing(last));
        });
    });
}

/// The last reply to a request, on this thread; no bytes when there is none.
pub async fn here(request: Vec<u8>) -> Vec<u8> {
    or_nothing(answer(&request, &EmbeddedTagger, |_| {}).await)
}
