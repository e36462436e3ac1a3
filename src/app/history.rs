//! The browser's history and address: Back closes the card, then the sheet, then the filter, then the article;
//! forward and reload bring the same article at the same place. Each entry's state holds its depth and how far the
//! page was scrolled.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{History, ScrollRestoration};
use yew::prelude::*;

use crate::context::{ViewContext, WorkContext};
use crate::desk;
use crate::dom;
use crate::late;
use crate::report::reported;
use crate::state::document::{Document, Origin};
use crate::state::place::{PARCEL, Place};
use crate::state::view::Chosen;
use crate::state::work::{Phase, Refusal};
use crate::state::{ViewAction, Work, WorkAction};
use crate::storage::articles;

/// How long the page has to lie still before its place is written down, in milliseconds: browsers refuse to write
/// a hundred times in half a minute.
const STILL_MS: u32 = 400;

/// What the hook remembers between renders.
#[derive(Default)]
struct Trail {
    /// What the address says now.
    written: Place,
    /// Steps back that were asked for by the page itself and have not been told of yet.
    own_steps: u32,
    still: Option<Timeout>,
}

/// Keeps address and page at the same place.
#[hook]
pub(super) fn use_history(work: &WorkContext, view: &ViewContext) {
    let trail = use_mut_ref(Trail::default);
    let article = work.open.as_ref().map(|open| open.key);
    let now = match (&work.restore, &work.phase) {
        // The lists are still those of before: to write them would step back from where the reader comes to.
        (Some(coming), Phase::Reading(None)) => coming.clone(),
        _ => Place::of(article, view, dom::has_sheet()),
    };
    {
        let trail = trail.clone();
        use_effect_with(now, move |now| write(&mut trail.borrow_mut(), now));
    }
    let latest = use_mut_ref(|| None);
    *latest.borrow_mut() = Some((work.clone(), view.clone()));
    use_effect_with((), move |()| {
        let window = gloo::utils::window();
        if let Some(history) = history() {
            reported(
                "The browser scrolls by itself",
                history.set_scroll_restoration(ScrollRestoration::Manual),
            );
        }
        let stepped = {
            let (trail, latest) = (trail.clone(), latest.clone());
            EventListener::new(&window, "popstate", move |_| {
                if let Some((work, view)) = latest.borrow().clone() {
                    step(&trail, &work, &view);
                }
            })
        };
        if let Some((work, _)) = latest.borrow().clone() {
            arrive(&trail, &work);
        }
        let scrolled = EventListener::new(&window, "scroll", move |_| {
            let later = trail.clone();
            trail.borrow_mut().still = Some(Timeout::new(STILL_MS, move || {
                let trail = later.borrow();
                if trail.written.article.is_some() && trail.own_steps == 0 {
                    replace(&trail.written);
                }
            }));
        });
        move || drop((stepped, scrolled))
    });
}

/// The tab and a printed file are called after the article.
#[hook]
pub(super) fn use_title(work: &Work) {
    let title = match &work.phase {
        Phase::Empty => None,
        phase => phase
            .reading()
            .and_then(|reading| reading.article.details.title.as_ref())
            .map(|title| title.value.clone())
            .or_else(|| work.open.as_ref().map(|open| open.title())),
    };
    use_effect_with(title, |title| {
        let title = match title {
            Some(title) if !title.is_empty() => format!("{title} · Lectern"),
            _ => "Lectern".to_owned(),
        };
        gloo::utils::document().set_title(&title);
    });
}

/// Writes where the reader is: deeper is a new entry for each layer, less deep as many steps back.
fn write(trail: &mut Trail, now: &Place) {
    let before = std::mem::replace(&mut trail.written, now.clone());
    if before == *now {
        return;
    }
    if before.article != now.article {
        push_layers(now, None);
    } else if now.depth() > before.depth() {
        push_layers(now, Some(before.depth()));
    } else if now.depth() < before.depth() {
        let steps = before.depth() - now.depth();
        trail.own_steps += 1;
        if let Some(history) = history() {
            reported("The history is closed", history.go_with_delta(-(steps as i32)));
        }
    } else {
        replace(now);
    }
}

/// New entries for a place and what lies over it, from a depth that has its entry already.
fn push_layers(place: &Place, had: Option<u32>) {
    for depth in had.map_or(0, |had| had + 1)..=place.depth() {
        let layer = place.down_to(depth);
        if let Some(history) = history() {
            let address = address(&layer);
            reported(
                "The address stays",
                history.push_state_with_url(&state(&layer), "", Some(&address)),
            );
        }
    }
}

fn replace(place: &Place) {
    if let Some(history) = history() {
        reported(
            "The address stays",
            history.replace_state_with_url(&state(place), "", Some(&address(place))),
        );
    }
}

/// The browser went to another entry.
fn step(trail: &Rc<RefCell<Trail>>, work: &WorkContext, view: &ViewContext) {
    if let Some(letters) = parcel() {
        return receive(trail, work, letters);
    }
    if let (Some(mark), Some(_)) = (Place::mark_alone(&hash()), &work.open) {
        replace(&trail.borrow().written);
        return view.dispatch(ViewAction::Focus(mark, Chosen::Elsewhere));
    }
    let (there, depth) = entry();
    let here = {
        let trail = &mut *trail.borrow_mut();
        if trail.own_steps > 0 {
            trail.own_steps -= 1;
            return replace(&trail.written);
        }
        std::mem::replace(&mut trail.written, there.clone())
    };
    match there.article {
        None => work.dispatch(WorkAction::Close),
        Some(_) if there.article == here.article && depth.is_some_and(|depth| depth < here.depth()) => {
            view.dispatch(ViewAction::Unwind(depth.unwrap_or_default()));
        }
        Some(_) if there.article == here.article => view.dispatch(ViewAction::Restore(there)),
        Some(key) if work.was_open(key) => work.dispatch(WorkAction::Return(key, there)),
        Some(key) => load(trail, work, key, there),
    }
}

/// The page was opened at an address.
fn arrive(trail: &Rc<RefCell<Trail>>, work: &WorkContext) {
    if let Some(letters) = parcel() {
        return receive(trail, work, letters);
    }
    let (there, depth) = entry();
    let Some(key) = there.article else { return };
    if depth.is_none() {
        // Typed or from another tab: the steps back are not there yet.
        replace(&there.down_to(0));
        push_layers(&there, Some(0));
    }
    trail.borrow_mut().written = there.clone();
    load(trail, work, key, there);
}

fn load(trail: &Rc<RefCell<Trail>>, work: &WorkContext, key: f64, there: Place) {
    let (trail, dispatcher) = (trail.clone(), work.dispatcher());
    spawn_local(async move {
        let kept = if late::arrived().await {
            reported("The kept article cannot be read", articles::load(key).await).flatten()
        } else {
            None
        };
        match kept {
            Some((document, overrides, corrections)) => {
                dispatcher.dispatch(WorkAction::Resume(
                    document.into(),
                    overrides,
                    corrections,
                    Some(there),
                ));
            }
            None => {
                trail.borrow_mut().written = Place::default();
                replace(&Place::default());
                dispatcher.dispatch(WorkAction::Missing);
            }
        }
    });
}

/// The packed article in the address, and what follows it.
fn parcel() -> Option<String> {
    hash().strip_prefix(PARCEL).map(str::to_owned)
}

/// Opens the article that the address carries, and takes it out of the address: its text is nobody else's to see.
fn receive(trail: &Rc<RefCell<Trail>>, work: &WorkContext, letters: String) {
    replace(&trail.borrow().written);
    let dispatcher = work.dispatcher();
    spawn_local(async move {
        if late::arrived().await {
            unpack(dispatcher, letters);
        } else {
            dispatcher.dispatch(WorkAction::Refused(Refusal::Broken));
        }
    });
}

/// Opens the article that the letters are, at the mark that is named behind them.
fn unpack(dispatcher: UseReducerDispatcher<Work>, letters: String) {
    spawn_local(async move {
        let (letters, rest) = letters.split_once('/').unwrap_or((&letters, ""));
        match desk::unpack(letters.to_owned()).await {
            Ok(parcel) => {
                let key = js_sys::Date::now();
                let mark = Place::mark_alone(&format!("#{rest}")).map(|mark| Place {
                    article: Some(key),
                    mark: Some(mark),
                    scrolled: -1.0,
                    ..Place::default()
                });
                let document = Document {
                    given: parcel.given.map(Rc::new),
                    ..Document::new(key, parcel.input, Origin::Link)
                };
                dispatcher.dispatch(WorkAction::Resume(
                    document.into(),
                    parcel.overrides,
                    parcel.corrections,
                    mark,
                ));
            }
            Err(why) => dispatcher.dispatch(WorkAction::Refused(why)),
        }
    });
}

fn hash() -> String {
    gloo::utils::window().location().hash().unwrap_or_default()
}

/// What the entry in hand says, and its depth if the page wrote it.
fn entry() -> (Place, Option<u32>) {
    let mut place = Place::from_hash(&hash());
    let state = history()
        .and_then(|history| history.state().ok())
        .and_then(|state| state.dyn_into::<Array>().ok());
    let depth = state.as_ref().and_then(|state| state.get(0).as_f64());
    place.scrolled = state.and_then(|state| state.get(1).as_f64()).unwrap_or_default();
    (place, depth.map(|depth| depth as u32))
}

fn state(place: &Place) -> JsValue {
    let scrolled = gloo::utils::window().scroll_y().unwrap_or_default();
    Array::of2(&place.depth().into(), &scrolled.into()).into()
}

/// The whole address: relative ones would be those of a `base`.
fn address(place: &Place) -> String {
    let location = gloo::utils::window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default() + &place.to_hash()
}

fn history() -> Option<History> {
    gloo::utils::window().history().ok()
}
