//! The reader that the page uses: a worker of the same wasm, replaced when it breaks.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use lectern_core::{Input, Overrides};
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::message::{Reply, Request};
use super::{Answer, LocalReader, Reader, address, breathe};
use crate::report::reported;
use crate::state::ReadError;

/// How long a worker may take until it listens, before it counts as dead. It loads and compiles the wasm once more,
/// which takes a busy machine many seconds; one that can't be loaded says so at once.
const START_MS: u32 = 30_000;

/// How long a worker that listens may take for a reading: a base, and so much for each kilobyte. A reading of a
/// megabyte takes about a second.
const READING_MS: u32 = 10_000;
const READING_MS_PER_KILOBYTE: u32 = 20;

/// How often a broken request is tried, each time in a new worker.
const TRIES: u32 = 2;

/// Starts a worker; none where the browser refuses.
type Start = Rc<dyn Fn() -> Option<Worker>>;

/// Reads in a worker.
#[derive(Clone)]
pub struct WorkerReader {
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    start: Start,
    worker: Option<Hired>,
    number: u32,
    pending: Option<Pending>,
}

/// A worker and what it calls back; dropping it ends the worker.
struct Hired {
    worker: Worker,
    listening: bool,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut()>,
}

struct Pending {
    number: u32,
    bytes: Vec<u8>,
    sent: bool,
    tries: u32,
    reply: oneshot::Sender<Result<Reply, ReadError>>,
    /// Dropped and made anew when the worker gets the request.
    deadline: Timeout,
}

impl Drop for Hired {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl std::fmt::Debug for WorkerReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WorkerReader")
            .field("number", &self.inner.borrow().number)
            .finish_non_exhaustive()
    }
}

impl Default for WorkerReader {
    fn default() -> Self {
        Self::new()
    }
}

impl WorkerReader {
    /// Starts the worker, so that it is ready when the first text comes.
    pub fn new() -> Self {
        WorkerReader::with(Rc::new(|| {
            let options = WorkerOptions::new();
            options.set_type(WorkerType::Module);
            Worker::new_with_options(&address::of_page()?, &options).ok()
        }))
    }

    /// The same, with workers that are started in another way.
    pub fn with(start: Start) -> Self {
        let reader = WorkerReader {
            inner: Rc::new(RefCell::new(Inner {
                start,
                worker: None,
                number: 0,
                pending: None,
            })),
        };
        reader.hire();
        reader
    }

    fn hire(&self) {
        let weak = Rc::downgrade(&self.inner);
        let reader = move || weak.upgrade().map(|inner| WorkerReader { inner });
        let told = reader.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(reader) = told() {
                reader.take(&event);
            }
        });
        let on_error = Closure::<dyn FnMut()>::new(move || {
            if let Some(reader) = reader() {
                reader.broke();
            }
        });
        let start = self.inner.borrow().start.clone();
        let hired = start().map(|worker| {
            worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
            worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
            Hired {
                worker,
                listening: false,
                _on_message: on_message,
                _on_error: on_error,
            }
        });
        self.inner.borrow_mut().worker = hired;
    }

    /// Sends the pending request if the worker listens and does not have it yet.
    fn send(&self) {
        let deadline = self.deadline();
        let inner = &mut *self.inner.borrow_mut();
        let (Some(hired), Some(pending)) = (&inner.worker, &mut inner.pending) else {
            return;
        };
        if hired.listening && !pending.sent {
            pending.sent = true;
            let kilobytes = pending.bytes.len() as u32 / 1024;
            pending.deadline = deadline(READING_MS + READING_MS_PER_KILOBYTE * kilobytes);
            let bytes = Uint8Array::from(pending.bytes.as_slice());
            // The deadline takes over for what was not sent.
            let posted = hired
                .worker
                .post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
            reported("The request did not reach the worker", posted);
        }
    }

    fn take(&self, event: &MessageEvent) {
        let Ok(bytes) = event.data().dyn_into::<Uint8Array>() else {
            if let Some(hired) = &mut self.inner.borrow_mut().worker {
                hired.listening = true;
            }
            return self.send();
        };
        let Ok(reply) = Reply::from_bytes(&bytes.to_vec()) else {
            return self.broke();
        };
        let inner = &mut *self.inner.borrow_mut();
        if let Some(pending) = inner.pending.take_if(|pending| pending.number == reply.number) {
            // Nobody waits any more when the page has gone on; then there is nobody to tell.
            let _ = pending.reply.send(Ok(reply));
        }
    }

    /// The worker trapped, could not start or is silent: a new one tries again, then the request fails.
    fn broke(&self) {
        {
            let inner = &mut *self.inner.borrow_mut();
            let has_listened = inner.worker.take().is_some_and(|hired| hired.listening);
            // One that can't even start is tried again when there is something to read, not for ever.
            if !has_listened && inner.pending.is_none() {
                return;
            }
        }
        self.hire();
        let deadline = self.deadline();
        let inner = &mut *self.inner.borrow_mut();
        match inner.pending.take() {
            Some(pending) if pending.tries < TRIES && inner.worker.is_some() => {
                inner.pending = Some(Pending {
                    sent: false,
                    tries: pending.tries + 1,
                    deadline: deadline(START_MS),
                    ..pending
                });
            }
            Some(pending) => {
                let _ = pending.reply.send(Err(ReadError::Stopped));
            }
            None => {}
        }
    }

    /// Makes deadlines of so many milliseconds.
    fn deadline(&self) -> impl Fn(u32) -> Timeout + use<> {
        let weak = Rc::downgrade(&self.inner);
        move |allowed| {
            let weak = weak.clone();
            Timeout::new(allowed, move || {
                if let Some(inner) = weak.upgrade() {
                    WorkerReader { inner }.broke();
                }
            })
        }
    }

    fn ask(
        &self,
        input: &Rc<Input>,
        overrides: &Rc<Overrides>,
    ) -> Option<oneshot::Receiver<Result<Reply, ReadError>>> {
        let number = self.inner.borrow().number + 1;
        let request = Request {
            number,
            input: (**input).clone(),
            overrides: (**overrides).clone(),
        };
        let bytes = request.to_bytes().ok()?;
        let (sender, receiver) = oneshot::channel();
        let pending = Pending {
            number,
            sent: false,
            tries: 1,
            reply: sender,
            deadline: self.deadline()(START_MS),
            bytes,
        };
        let stale = {
            let inner = &mut *self.inner.borrow_mut();
            inner.number = number;
            inner.pending.replace(pending)
        };
        // A worker that is busy with what nobody wants any more is cheaper to replace than to wait for.
        if stale.is_some_and(|stale| stale.sent) || self.inner.borrow().worker.is_none() {
            self.hire();
        }
        self.send();
        self.inner.borrow().worker.is_some().then_some(receiver)
    }
}

impl Reader for WorkerReader {
    fn read(&self, input: Rc<Input>, overrides: Rc<Overrides>) -> Answer {
        let Some(receiver) = self.ask(&input, &overrides) else {
            return LocalReader.read(input, overrides);
        };
        Box::pin(async move {
            match receiver.await {
                Ok(Ok(reply)) => {
                    breathe(&input).await;
                    Ok(reply.article(&input, &overrides))
                }
                Ok(Err(error)) => Err(error),
                Err(oneshot::Canceled) => Err(ReadError::Superseded),
            }
        })
    }

    fn cancel(&self) {
        let stale = self.inner.borrow_mut().pending.take();
        if stale.is_some_and(|stale| stale.sent) {
            self.hire();
        }
    }
}
