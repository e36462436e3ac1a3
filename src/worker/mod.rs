//! The worker: takes requests, reads, answers with bytes. It keeps nothing between requests.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::reader::message::{Reply, Request};
use crate::reader::tagger::{EmbeddedTagger, Tagger, read_with};
use crate::report::{report, reported};

/// Starts as the worker of the page.
pub fn start() {
    if let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        serve(&scope, Rc::new(EmbeddedTagger));
    }
}

/// Listens for requests and says that it does: messages sent before a module worker has run are lost, so the
/// page waits for the first one from here.
pub fn serve(scope: &DedicatedWorkerGlobalScope, tagger: Rc<dyn Tagger>) {
    let to = scope.clone();
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let (to, tagger) = (to.clone(), tagger.clone());
        spawn_local(async move {
            let reply = answer(&event, &*tagger).await.unwrap_or_else(|error| {
                report("This request was not read", &error);
                // No bytes are no reply, and tell the page at once, long before its deadline.
                Uint8Array::new_with_length(0)
            });
            let posted = to.post_message_with_transfer(&reply, &js_sys::Array::of1(&reply.buffer()));
            reported("The reply did not leave the worker", posted);
        });
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
    reported(
        "The worker cannot say that it listens",
        scope.post_message(&JsValue::NULL),
    );
}

async fn answer(event: &MessageEvent, tagger: &dyn Tagger) -> Result<Uint8Array, JsValue> {
    let bytes = event.data().dyn_into::<Uint8Array>()?.to_vec();
    let Request {
        number,
        input,
        overrides,
    } = Request::from_bytes(&bytes).map_err(|_| JsValue::from_str("other bytes than a request"))?;
    let article = read_with(&input, &overrides, tagger)
        .await
        .map_err(|error| JsValue::from_str(&error.to_string()))?;
    let bytes = Reply::new(number, article)
        .to_bytes()
        .map_err(|_| JsValue::from_str("no room for the reply"))?;
    Ok(Uint8Array::from(bytes.as_slice()))
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
