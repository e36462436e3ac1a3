//! The page's end.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// What the page hears of a worker.
#[derive(Debug)]
pub enum Heard {
    /// It listens from now on.
    Listening,
    /// The bytes of a reply; no bytes when a request has no answer.
    Reply(Vec<u8>),
    /// It trapped, or could not start.
    Broken,
}

/// A worker at work for the page; dropping it ends the worker.
#[derive(Debug)]
pub struct Hired {
    worker: Worker,
    is_listening: Rc<Cell<bool>>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut()>,
}

impl Drop for Hired {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Starts a worker whose script is the module at this address; none where the browser refuses.
pub fn start(address: &str) -> Option<Worker> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(address, &options).ok()
}

impl Hired {
    /// Hires a worker that was just started; `hear` is told all that comes from it.
    pub fn new(worker: Worker, hear: Rc<dyn Fn(Heard)>) -> Self {
        let is_listening = Rc::new(Cell::new(false));
        let (listens, broken) = (is_listening.clone(), hear.clone());
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            hear(match event.data().dyn_into::<Uint8Array>() {
                Ok(bytes) => Heard::Reply(bytes.to_vec()),
                Err(_) => {
                    listens.set(true);
                    Heard::Listening
                }
            });
        });
        let on_error = Closure::<dyn FnMut()>::new(move || broken(Heard::Broken));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Hired {
            worker,
            is_listening,
            _on_message: on_message,
            _on_error: on_error,
        }
    }

    /// Whether it gets what is sent.
    pub fn is_listening(&self) -> bool {
        self.is_listening.get()
    }

    /// Sends the bytes of a request. What is sent to a worker that does not listen yet is lost.
    ///
    /// # Errors
    /// What the browser says when it can't.
    pub fn send(&self, request: &[u8]) -> Result<(), JsValue> {
        let request = Uint8Array::from(request);
        self.worker
            .post_message_with_transfer(&request, &Array::of1(&request.buffer()))
    }
}
