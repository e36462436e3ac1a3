//! The worker: takes requests, reads, answers with bytes. It keeps nothing between requests.

use std::future::{Future, ready};
use std::pin::Pin;
use std::rc::Rc;

use js_sys::Uint8Array;
use lectern_core::attribution::{self, LinkerWeights, Tags};
use lectern_core::{Article, Input, Overrides, Prepared};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::reader::message::{Reply, Request};

/// Tags on their way.
pub type Tagging<'a> = Pin<Box<dyn Future<Output = Tags> + 'a>>;

/// Whoever finds sources, cues and contents, in their own time.
pub trait Tagger {
    /// Tags what was prepared.
    fn tag<'a>(&'a self, prepared: &'a Prepared) -> Tagging<'a>;

    /// What the linker needs for these tags.
    fn weights(&self) -> &LinkerWeights;
}

/// The tagger that ships with the core; its tags are there at once.
#[derive(Clone, Copy, Debug, Default)]
pub struct EmbeddedTagger;

impl Tagger for EmbeddedTagger {
    fn tag<'a>(&'a self, prepared: &'a Prepared) -> Tagging<'a> {
        Box::pin(ready(attribution::tag(prepared)))
    }

    fn weights(&self) -> &LinkerWeights {
        attribution::weights()
    }
}

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
            if let Some(reply) = answer(&event, &*tagger).await {
                // A failed post leaves the request unanswered, and the page's deadline takes over.
                let _ = to.post_message_with_transfer(&reply, &js_sys::Array::of1(&reply.buffer()));
            }
        });
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
    let _ = scope.post_message(&JsValue::NULL);
}

async fn answer(event: &MessageEvent, tagger: &dyn Tagger) -> Option<Uint8Array> {
    let bytes = event.data().dyn_into::<Uint8Array>().ok()?.to_vec();
    let Request {
        number,
        input,
        overrides,
    } = Request::from_bytes(&bytes)?;
    let article = read(&input, &overrides, tagger).await;
    Reply::new(number, article)
        .to_bytes()
        .map(|bytes| Uint8Array::from(bytes.as_slice()))
}

async fn read(input: &Input, overrides: &Overrides, tagger: &dyn Tagger) -> Article {
    let prepared = lectern_core::prepare(input, overrides);
    let tags = tagger.tag(&prepared).await;
    lectern_core::finish(prepared, &tags, tagger.weights())
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
