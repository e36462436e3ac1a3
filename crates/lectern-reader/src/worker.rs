//! The worker's end of the messages. It keeps nothing between requests.

use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, console};

use crate::tagger::{EmbeddedTagger, Tagger};
use crate::work::answer;

/// Serves with the embedded tagger, when this is a worker.
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
        // No bytes are no request, and get no answer.
        let request = event
            .data()
            .dyn_into::<Uint8Array>()
            .map_or_else(|_| Vec::new(), |bytes| bytes.to_vec());
        spawn_local(async move {
            let last = answer(&request, &*tagger, |reply| send(&to, &reply)).await;
            send(&to, &or_nothing(last));
        });
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
    if let Err(error) = scope.post_message(&JsValue::NULL) {
        console::warn_2(&"The reader cannot say that it listens".into(), &error);
    }
}

/// The last reply to a request, on this thread; no bytes when there is none.
pub async fn here(request: Vec<u8>) -> Vec<u8> {
    or_nothing(answer(&request, &EmbeddedTagger, |_| {}).await)
}

/// No bytes are no reply, and tell the page at once, long before its deadline.
fn or_nothing(reply: Result<Vec<u8>, crate::Trouble>) -> Vec<u8> {
    reply.unwrap_or_else(|error| {
        console::warn_2(&"This request was not answered".into(), &error.to_string().into());
        Vec::new()
    })
}

fn send(to: &DedicatedWorkerGlobalScope, reply: &[u8]) {
    let reply = Uint8Array::from(reply);
    if let Err(error) = to.post_message_with_transfer(&reply, &Array::of1(&reply.buffer())) {
        console::warn_2(&"The reply did not leave the reader".into(), &error);
    }
}
