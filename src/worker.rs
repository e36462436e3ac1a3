//! The worker: takes requests, reads, answers with bytes. It keeps nothing between requests.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::reader::message::{Reply, Request};

/// Listens for requests and says that it does: messages sent before a module worker has run are lost, so the
/// page waits for the first one from here.
pub fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let to = scope.clone();
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(reply) = answer(&event) {
            // A failed post leaves the request unanswered, and the page's deadline takes over.
            let _ = to.post_message_with_transfer(&reply, &js_sys::Array::of1(&reply.buffer()));
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
    let _ = scope.post_message(&JsValue::NULL);
}

fn answer(event: &MessageEvent) -> Option<Uint8Array> {
    let bytes = event.data().dyn_into::<Uint8Array>().ok()?.to_vec();
    let Request {
        number,
        input,
        overrides,
    } = Request::from_bytes(&bytes)?;
    let article = lectern_core::read(&input, &overrides);
    Reply::new(number, article)
        .to_bytes()
        .map(|bytes| Uint8Array::from(bytes.as_slice()))
}
