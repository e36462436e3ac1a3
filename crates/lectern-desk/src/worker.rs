//! The worker's end of the messages.

use js_sys::{Array, Uint8Array};
use lectern_desk::{Desk, Reply, Request};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, console};

/// Listens for requests and says that it does: messages sent before a module worker has run are lost, so the page
/// waits for the first one from here.
pub(crate) fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let (to, desk) = (scope.clone(), RefCell::new(Desk::default()));
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        // No bytes are no reply, and tell the page at once, long before its deadline.
        let reply = answer(&event, &desk).unwrap_or_default();
        let reply = Uint8Array::from(reply.as_slice());
        if let Err(error) = to.post_message_with_transfer(&reply, &Array::of1(&reply.buffer())) {
            console::warn_2(&"The reply did not leave the desk".into(), &error);
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
    if let Err(error) = scope.post_message(&JsValue::NULL) {
        console::warn_2(&"The desk cannot say that it listens".into(), &error);
    }
}

fn answer(event: &MessageEvent, desk: &RefCell<Desk>) -> Option<Vec<u8>> {
    let bytes = event.data().dyn_into::<Uint8Array>().ok()?.to_vec();
    let Request { number, task } = Request::from_bytes(&bytes).ok()?;
    let done = desk.borrow_mut().work(task);
    Reply { number, done }.to_bytes().ok()
}
