//! The worker's end.

use std::fmt::Display;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, console};

/// Where replies go.
#[derive(Clone, Debug)]
pub struct ToPage {
    scope: DedicatedWorkerGlobalScope,
    name: &'static str,
}

impl ToPage {
    /// Sends the bytes of a reply.
    pub fn send(&self, reply: &[u8]) {
        let reply = Uint8Array::from(reply);
        let sent = self
            .scope
            .post_message_with_transfer(&reply, &Array::of1(&reply.buffer()));
        if let Err(error) = sent {
            let what = format!("The reply did not leave the {}", self.name);
            console::warn_2(&what.into(), &error);
        }
    }
}

/// What a worker runs in; none when this is no worker.
pub fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Listens for requests and says that it does. `name` is for the browser's console; `work` gets the bytes of each
/// request and sends its replies, now or later.
pub fn serve(
    scope: &DedicatedWorkerGlobalScope,
    name: &'static str,
    work: impl Fn(Vec<u8>, ToPage) + 'static,
) {
    let page = ToPage {
        scope: scope.clone(),
        name,
    };
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        // What is no bytes is no request either, and gets no answer.
        let request = event.data().dyn_into::<Uint8Array>();
        work(
            request.map_or_else(|_| Vec::new(), |bytes| bytes.to_vec()),
            page.clone(),
        );
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
    if let Err(error) = scope.post_message(&JsValue::NULL) {
        let what = format!("The {name} cannot say that it listens");
        console::warn_2(&what.into(), &error);
    }
}

/// The bytes of a reply; no bytes, and a word in the browser's console, when there is none.
pub fn or_nothing(reply: Result<Vec<u8>, impl Display>) -> Vec<u8> {
    reply.unwrap_or_else(|error| {
        console::warn_2(&"This request was not answered".into(), &error.to_string().into());
        Vec::new()
    })
}
