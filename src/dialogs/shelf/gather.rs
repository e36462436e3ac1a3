//! The articles of the shelf, read one after the other and laid on the desk. What lies there already is not read again.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use lectern_core::Overrides;
use lectern_core::corrections::Corrections;
use lectern_desk::Task;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::context::use_work;
use crate::desk;
use crate::reader::Reader;
use crate::state::work::{Phase, Refusal};
use crate::state::{Document, Reading, Work};

/// The table is drawn anew after so many more articles: it would flicker with each.
const STRIDE: usize = 8;

/// What an article on the desk was made of.
#[derive(PartialEq)]
struct Laid {
    key: f64,
    overrides: Rc<Overrides>,
    corrections: Rc<Corrections>,
}

thread_local! {
    /// What lies on the desk, by place.
    static LAID: RefCell<Vec<Laid>> = const { RefCell::new(Vec::new()) };
}

/// How far it is.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Gathered {
    /// Articles on the desk, from the first of the shelf on.
    pub(super) of: u32,
    /// Counts the times when the table is worth drawing anew.
    pub(super) shown: u32,
    /// Whether all of them are there.
    pub(super) is_done: bool,
    /// Why they will not be.
    pub(super) refused: Option<Refusal>,
}

/// Gathers for as long as the table is open. Also gives whom to tell when the desk was found to be another one, with
/// nothing on it.
#[hook]
pub(super) fn use_gathered() -> (Gathered, Callback<()>) {
    let work = use_work();
    let (turn, gathered) = (use_state_eq(|| 0_u32), use_state_eq(Gathered::default));
    let set = gathered.setter();
    use_effect_with(*turn, move |_| {
        // Gone when the table is closed.
        let wanted = Rc::new(());
        let still = Rc::downgrade(&wanted);
        let work = Work::clone(&work);
        spawn_local(async move {
            // The table is drawn first.
            TimeoutFuture::new(0).await;
            gather(&work, |now| {
                set.set(now.clone());
                still.strong_count() > 0
            })
            .await;
        });
        move || drop(wanted)
    });
    let lost = Callback::from(move |()| {
        LAID.take();
        turn.set(*turn + 1);
    });
    ((*gathered).clone(), lost)
}

/// Lays what is missing on the desk; `tell` says whether to go on.
async fn gather(work: &Work, tell: impl Fn(&Gathered) -> bool) {
    let mut now = Gathered::default();
    // Hired when the first article has to be read: mostly all of them lie there already.
    let reader = OnceCell::new();
    let all = &work.shelf;
    now.of = LAID.with_borrow_mut(|laid| {
        let same = laid
            .iter()
            .zip(all)
            .take_while(|(laid, document)| laid.key == document.key);
        laid.truncate(same.count());
        laid.len() as u32
    });
    if !unshelve(now.of, &mut now, &tell).await {
        return;
    }
    for (place, document) in all.iter().enumerate() {
        let (overrides, corrections) = work.decided_about(document.key);
        let made_of = Laid {
            key: document.key,
            overrides,
            corrections,
        };
        if LAID.with_borrow(|laid| laid.get(place) == Some(&made_of)) {
            continue;
        }
        if !tell(&now) {
            return;
        }
        let reading = reading(work, document, &made_of, &reader).await;
        let task = Task::Shelve {
            place: place as u32,
            name: document.title(),
            reading: Box::new(reading.standing()),
        };
        if let Err(why) = desk::ask(task).await {
            now.refused = Some(why);
            tell(&now);
            return;
        }
        now.of = LAID.with_borrow_mut(|laid| {
            match laid.get_mut(place) {
                Some(before) => *before = made_of,
                None => laid.push(made_of),
            }
            laid.len() as u32
        });
        if place % STRIDE == 0 {
            now.shown += 1;
        }
    }
    // What was on its way when the table was closed over other articles may have come since.
    if !unshelve(all.len() as u32, &mut now, &tell).await {
        return;
    }
    now.is_done = true;
    now.shown += 1;
    tell(&now);
}

/// Takes what lies on the desk from this place on off it; false where it can't be.
async fn unshelve(from: u32, now: &mut Gathered, tell: &impl Fn(&Gathered) -> bool) -> bool {
    now.refused = desk::ask(Task::Unshelve(from)).await.err();
    if now.refused.is_some() {
        tell(now);
    }
    now.refused.is_none()
}

/// The article as it stands: as it is open, as it came, or read anew. What can't be read has no marks.
async fn reading(work: &Work, document: &Document, made_of: &Laid, reader: &OnceCell<Reader>) -> Reading {
    let is_open = work.open.as_ref().is_some_and(|open| open.key == document.key);
    if let Phase::Read(reading) = &work.phase
        && is_open
    {
        return reading.clone();
    }
    let reading = match document.given(&made_of.overrides) {
        Some(given) => Reading::given(given),
        None => {
            let read = reader
                .get_or_init(Reader::new)
                .read(document.input.clone(), made_of.overrides.clone(), None)
                .await;
            Reading::new(read.unwrap_or_default())
        }
    };
    if made_of.corrections.is_empty() {
        reading
    } else {
        reading.corrected(&made_of.corrections)
    }
}
