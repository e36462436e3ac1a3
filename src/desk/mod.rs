//! The desk as the page sees it: exports, imports and links are asked of a worker of its own, whose wasm is loaded
//! when the first question comes. It keeps nothing between questions but the articles that are looked through together,
//! and tells how many, so that one that breaks is started anew by the next.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use gloo::timers::callback::Timeout;
use lectern_desk::{Done, Marks, Parcel, Reply, Request, Task, Trouble};
use lectern_formats::export::Format;
use lectern_post::{Heard, Hired};

use crate::reader::of_files;
use crate::report::reported;
use crate::state::work::Refusal;
use crate::state::{Mark, Reading};

/// How long an answer may take, the loading of the wasm included: a busy machine takes many seconds for that.
const PATIENCE_MS: u32 = 60_000;

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
    static ASKED: RefCell<u32> = const { RefCell::new(0) };
}

/// The worker and who waits for it; dropping it ends the worker and tells everybody that waits.
struct Desk {
    worker: Hired,
    waiting: Vec<Waiting>,
}

struct Waiting {
    number: u32,
    /// Until they are sent.
    bytes: Option<Vec<u8>>,
    answer: oneshot::Sender<Result<Done, Trouble>>,
    _deadline: Timeout,
}

/// Has something done.
///
/// # Errors
/// When what it is about is wrong, or the desk broke off.
pub async fn ask(task: Task) -> Result<Done, Refusal> {
    let number = ASKED.with_borrow_mut(|asked| {
        *asked += 1;
        *asked
    });
    let bytes = Request { number, task }.to_bytes().map_err(|_| Refusal::Broken)?;
    let (sender, receiver) = oneshot::channel();
    let waiting = Waiting {
        number,
        bytes: Some(bytes),
        answer: sender,
        _deadline: Timeout::new(PATIENCE_MS, leave),
    };
    DESK.with_borrow_mut(|desk| {
        if desk.is_none() {
            *desk = hire();
        }
        if let Some(desk) = desk {
            desk.waiting.push(waiting);
            desk.send();
        }
    });
    match receiver.await {
        Ok(done) => done.map_err(Refusal::Wrong),
        Err(oneshot::Canceled) => Err(Refusal::Broken),
    }
}

/// A reading written in a format: the file, and what goes with it.
///
/// # Errors
/// When the desk broke off.
pub async fn write(
    reading: &Reading,
    format: Format,
    marks: Option<&[Mark]>,
) -> Result<(String, Option<String>), Refusal> {
    let of = |wanted: fn(Mark) -> Option<u32>| {
        let mut places: Vec<u32> = marks
            .unwrap_or_default()
            .iter()
            .copied()
            .filter_map(wanted)
            .collect();
        places.sort_unstable();
        places
    };
    let task = Task::Export {
        name: reading.called(),
        reading: Box::new(reading.standing()),
        format,
        marks: marks.is_some().then(|| Marks {
            quotations: of(|mark| match mark {
                Mark::Quotation(id) => Some(id.0),
                Mark::Proposal(_) => None,
            }),
            proposals: of(|mark| match mark {
                Mark::Quotation(_) => None,
                Mark::Proposal(id) => Some(id.0),
            }),
        }),
    };
    match ask(task).await? {
        Done::Written { text, other } => Ok((text, other)),
        _ => Err(Refusal::Broken),
    }
}

/// The articles of an exported file, and how many more there were; for brat's annotations, the text beside them.
///
/// # Errors
/// When there is none, or a bad one.
pub async fn import(
    name: String,
    text: String,
    beside: Option<String>,
) -> Result<(Vec<Parcel>, usize), Refusal> {
    match ask(Task::Import { name, text, beside }).await? {
        Done::Several { from, count, over } => {
            let mut parcels = Vec::new();
            // One by one, each a short task.
            for number in from..from + count {
                parcels.push(opened(ask(Task::Take(number)).await?)?);
            }
            Ok((parcels, over as usize))
        }
        done => Ok((vec![opened(done)?], 0)),
    }
}

/// An article as letters for an address.
///
/// # Errors
/// When the desk broke off.
pub async fn pack(parcel: Parcel) -> Result<String, Refusal> {
    match ask(Task::Pack(Box::new(parcel))).await? {
        Done::Packed(letters) => Ok(letters),
        _ => Err(Refusal::Broken),
    }
}

/// What the letters of an address hold.
///
/// # Errors
/// When they hold nothing that can be read.
pub async fn unpack(letters: String) -> Result<Parcel, Refusal> {
    opened(ask(Task::Unpack(letters)).await?)
}

fn opened(done: Done) -> Result<Parcel, Refusal> {
    match done {
        Done::Opened(parcel) => Ok(*parcel),
        _ => Err(Refusal::Broken),
    }
}

/// Ends the desk.
fn leave() {
    // Taken out first: what is dropped may want to look.
    drop(DESK.take());
}

fn hire() -> Option<Desk> {
    let worker = lectern_post::start(&of_files("lectern-desk.js", "lectern-desk_bg.wasm")?)?;
    Some(Desk {
        worker: Hired::new(worker, Rc::new(hear)),
        waiting: Vec::new(),
    })
}

fn hear(heard: Heard) {
    match heard {
        Heard::Listening => DESK.with_borrow_mut(|desk| {
            if let Some(desk) = desk {
                desk.send();
            }
        }),
        Heard::Reply(bytes) => match Reply::from_bytes(&bytes) {
            Ok(reply) => take(reply),
            Err(_) => leave(),
        },
        Heard::Broken => leave(),
    }
}

fn take(Reply { number, done }: Reply) {
    let waiting = DESK.with_borrow_mut(|desk| {
        let waiting = &mut desk.as_mut()?.waiting;
        let at = waiting.iter().position(|waiting| waiting.number == number)?;
        Some(waiting.swap_remove(at))
    });
    if let Some(waiting) = waiting {
        // Nobody waits any more when a dialog was closed.
        let _ = waiting.answer.send(done);
    }
}

impl Desk {
    /// Sends what has not been sent, once the worker listens.
    fn send(&mut self) {
        if !self.worker.is_listening() {
            return;
        }
        for bytes in self.waiting.iter_mut().filter_map(|waiting| waiting.bytes.take()) {
            let sent = self.worker.send(&bytes);
            reported("The question did not reach the desk", sent);
        }
    }
}
