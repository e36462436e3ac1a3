//! The reader that the page uses: a worker, replaced when it breaks.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use futures_channel::oneshot;
use gloo::timers::callback::Timeout;
use lectern_core::{Article, Input, Overrides};
use lectern_post::{Heard, Hired};
use lectern_reader::{Done, Reply, Request, Step, Task, reply_of};
use web_sys::Worker;

use super::{address, breathe, local};
use crate::report::reported;
use crate::state::ReadError;

/// How long a worker may take until it listens, before it counts as dead. It loads and compiles its wasm,
/// which takes a busy machine many seconds; one that can't be loaded says so at once.
const START_MS: u32 = 30_000;

/// How long a worker that listens may take for a task: a base, and so much for each kilobyte. A reading of a
/// megabyte takes about a second.
const READING_MS: u32 = 10_000;
const READING_MS_PER_KILOBYTE: u32 = 20;

/// How often a broken request is tried, each time in a new worker.
const TRIES: u32 = 2;

/// Starts a worker; none where the browser refuses.
type Start = Rc<dyn Fn() -> Option<Worker>>;

/// Gets the beginning of a long article before the whole is there.
pub type Begin = Box<dyn Fn(Article)>;

/// Reads articles in a worker. A new article makes the ones before it stale; they end in [`ReadError::Superseded`] and
/// cost no more time.
#[derive(Clone)]
pub struct Reader {
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    start: Start,
    worker: Option<Hired>,
    number: u32,
    pending: Vec<Pending>,
}

/// A request that is not answered yet.
struct Pending {
    number: u32,
    bytes: Vec<u8>,
    /// Whether a new article makes it stale.
    is_article: bool,
    sent: bool,
    tries: u32,
    begin: Option<Begin>,
    last: oneshot::Sender<Result<Done, ReadError>>,
    /// Dropped and made anew when the worker gets the request.
    deadline: Timeout,
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader")
            .field("number", &self.inner.borrow().number)
            .finish_non_exhaustive()
    }
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

thread_local! {
    /// The one that reads what is opened.
    static SHARED: Reader = Reader::new();
}

impl Reader {
    /// The one that reads what is opened.
    pub fn shared() -> Self {
        SHARED.with(Reader::clone)
    }

    /// Starts the worker, so that it is ready when the first text comes.
    pub fn new() -> Self {
        Reader::with(Rc::new(|| {
            lectern_post::start(&address::of_files(local::GLUE, local::WASM)?)
        }))
    }

    /// The same, with workers that are started in another way.
    pub fn with(start: Start) -> Self {
        let reader = Reader {
            inner: Rc::new(RefCell::new(Inner {
                start,
                worker: None,
                number: 0,
                pending: Vec::new(),
            })),
        };
        reader.hire();
        reader
    }

    /// Whether what is asked now is worked on at once.
    pub fn is_ready(&self) -> bool {
        let inner = self.inner.borrow();
        inner.worker.as_ref().is_some_and(Hired::is_listening)
    }

    /// Reads `input` under the reader's decisions. Of a long text `begin` gets the beginning, if it is wanted.
    pub fn read(
        &self,
        input: Rc<Input>,
        overrides: Rc<Overrides>,
        begin: Option<Begin>,
    ) -> impl Future<Output = Result<Article, ReadError>> + use<> {
        self.drop_articles();
        let task = Task::Read {
            input: Box::new((*input).clone()),
            overrides: (*overrides).clone(),
            begin: begin.is_some(),
        };
        let done = self.ask(task, true, begin);
        async move {
            let done = done.await?;
            breathe(&input).await;
            match done {
                Done::Read(article) => Ok(*article),
                _ => Err(ReadError::Stopped),
            }
        }
    }

    /// What the walk over an html document gives; none when the worker broke off.
    pub async fn walked(&self, steps: Vec<Step>) -> Option<Input> {
        self.taken(Task::Walk(steps)).await
    }

    /// What a text gives that is Markdown, clearly or because it is called so; none of another one, and when the
    /// worker broke off.
    pub async fn markdown(&self, text: String, is_called_so: bool) -> Option<Input> {
        self.taken(Task::Markdown { text, is_called_so }).await
    }

    async fn taken(&self, task: Task) -> Option<Input> {
        match self.ask(task, false, None).await {
            Ok(Done::Taken(input)) => input.map(|input| *input),
            _ => None,
        }
    }

    /// Ends the reading on its way, if there is one: it ends in [`ReadError::Superseded`].
    pub fn cancel(&self) {
        self.drop_articles();
    }

    /// Asks, and hires a worker where there is none. Where the browser refuses one, the page's own thread answers.
    fn ask(
        &self,
        task: Task,
        is_article: bool,
        begin: Option<Begin>,
    ) -> impl Future<Output = Result<Done, ReadError>> + use<> {
        let number = self.inner.borrow().number + 1;
        let bytes = Request { number, task }.to_bytes();
        let (last, receiver) = oneshot::channel();
        let mut refused = None;
        if let Ok(bytes) = bytes {
            if self.inner.borrow().worker.is_none() {
                self.hire();
            }
            let deadline = self.deadline()(START_MS);
            let inner = &mut *self.inner.borrow_mut();
            inner.number = number;
            if inner.worker.is_some() {
                inner.pending.push(Pending {
                    number,
                    bytes,
                    is_article,
                    sent: false,
                    tries: 1,
                    begin,
                    last,
                    deadline,
                });
            } else {
                refused = Some(bytes);
            }
        }
        self.send();
        async move {
            match refused {
                Some(bytes) => local::answer(bytes).await.ok_or(ReadError::Stopped),
                // Whoever made it stale has taken it out.
                None => receiver.await.unwrap_or(Err(ReadError::Superseded)),
            }
        }
    }

    /// Takes out articles that nobody wants any more.
    fn drop_articles(&self) {
        let is_busy = {
            let pending = &mut self.inner.borrow_mut().pending;
            let is_busy = pending.iter().any(|pending| pending.is_article && pending.sent);
            pending.retain(|pending| !pending.is_article);
            is_busy
        };
        // A worker that is busy with what nobody wants is cheaper to replace than to wait for.
        if is_busy {
            self.hire();
        }
    }

    /// Starts a worker in place of the one before; it gets all that is not answered.
    fn hire(&self) {
        let weak = Rc::downgrade(&self.inner);
        let hear = move |heard| {
            if let Some(inner) = weak.upgrade() {
                Reader { inner }.hear(heard);
            }
        };
        let start = self.inner.borrow().start.clone();
        let hired = start().map(|worker| Hired::new(worker, Rc::new(hear)));
        let deadline = self.deadline();
        let inner = &mut *self.inner.borrow_mut();
        inner.worker = hired;
        for pending in &mut inner.pending {
            pending.sent = false;
            pending.deadline = deadline(START_MS);
        }
    }

    /// Sends what was not sent yet, once the worker listens.
    fn send(&self) {
        let deadline = self.deadline();
        let inner = &mut *self.inner.borrow_mut();
        let Some(hired) = inner.worker.as_ref().filter(|hired| hired.is_listening()) else {
            return;
        };
        let mut kilobytes = 0;
        for pending in &mut inner.pending {
            // They are worked on one after the other.
            kilobytes += pending.bytes.len() as u32 / 1024;
            if pending.sent {
                continue;
            }
            pending.sent = true;
            pending.deadline = deadline(READING_MS + READING_MS_PER_KILOBYTE * kilobytes);
            // The deadline takes over for what was not sent.
            let sent = hired.send(&pending.bytes);
            reported("The request did not reach the worker", sent);
        }
    }

    fn hear(&self, heard: Heard) {
        match heard {
            Heard::Listening => self.send(),
            Heard::Reply(bytes) => match reply_of(&bytes) {
                Ok(reply) => self.take(reply),
                Err(_) => self.broke(),
            },
            Heard::Broken => self.broke(),
        }
    }

    fn take(&self, Reply { number, done }: Reply) {
        if let Done::Begin(article) = done {
            let begin = self.with_pending(number, |pending, place| pending[place].begin.take());
            if let Some(begin) = begin.flatten() {
                begin(*article);
            }
            return;
        }
        if let Some(pending) = self.with_pending(number, Vec::remove) {
            // Nobody waits any more when the page has gone on; then there is nobody to tell.
            let _ = pending.last.send(Ok(done));
        }
    }

    /// Does something with the request of this number, if it is not answered yet.
    fn with_pending<T>(&self, number: u32, work: impl FnOnce(&mut Vec<Pending>, usize) -> T) -> Option<T> {
        let pending = &mut self.inner.borrow_mut().pending;
        let place = pending.iter().position(|pending| pending.number == number)?;
        Some(work(pending, place))
    }

    /// The worker trapped, could not start or is silent: a new one tries again what was not answered, then it fails.
    fn broke(&self) {
        {
            let inner = &mut *self.inner.borrow_mut();
            let has_listened = inner.worker.take().is_some_and(|hired| hired.is_listening());
            // One that can't even start is tried again when there is something to read, not for ever.
            if !has_listened && inner.pending.is_empty() {
                return;
            }
        }
        self.hire();
        let failed: Vec<Pending> = {
            let inner = &mut *self.inner.borrow_mut();
            let is_there = inner.worker.is_some();
            let (again, failed) = inner
                .pending
                .drain(..)
                .partition(|pending| is_there && pending.tries < TRIES);
            inner.pending = again;
            inner.pending.iter_mut().for_each(|pending| pending.tries += 1);
            failed
        };
        for pending in failed {
            // Nobody waits any more when the page has gone on.
            let _ = pending.last.send(Err(ReadError::Stopped));
        }
    }

    /// Makes deadlines of so many milliseconds.
    fn deadline(&self) -> impl Fn(u32) -> Timeout + use<> {
        let weak = Rc::downgrade(&self.inner);
        move |allowed| {
            let weak = weak.clone();
            Timeout::new(allowed, move || {
                if let Some(inner) = weak.upgrade() {
                    Reader { inner }.broke();
                }
            })
        }
    }
}
