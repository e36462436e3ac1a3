//! The focus never falls to the body: where the element that had it goes, it moves to what stands nearest.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::prelude::*;

use crate::dom;

/// Where the focus was last.
#[derive(Clone)]
struct Last {
    element: Element,
    /// What to look for when that is gone, the nearest first.
    near: &'static [&'static str],
}

const IN_LISTS: &[&str] = &["#panel-list .card.open .card-head", "#panel-list"];
const ELSEWHERE: &[&str] = &["#article[data-reading=marks] h1", "#paste"];

/// How often, and after how many milliseconds each, an article that is still being drawn is waited for.
const TRIES: u32 = 40;
const PAUSE: u32 = 50;

/// Looks after each drawing of the page whether the focus was lost with its element.
#[hook]
pub(super) fn use_focus_kept() {
    let last = use_mut_ref(|| None::<Last>);
    {
        let last = last.clone();
        use_effect_with((), move |()| {
            let document = gloo::utils::document();
            let listener = EventListener::new(&document, "focusin", move |event| {
                let target = event
                    .target()
                    .and_then(|target| target.dyn_into::<Element>().ok());
                *last.borrow_mut() = target.map(|element| Last {
                    near: if is_in_panel(&element) {
                        IN_LISTS
                    } else {
                        ELSEWHERE
                    },
                    element,
                });
            });
            move || drop(listener)
        });
    }
    use_effect(move || {
        // Parts that draw after this one have drawn by then.
        Timeout::new(0, move || restore(&last, TRIES)).forget();
    });
}

/// Moves a focus that was lost; where nothing is there yet that could take it, tries again while the page is drawn.
fn restore(last: &Rc<RefCell<Option<Last>>>, tries: u32) {
    let document = gloo::utils::document();
    let is_lost = document
        .active_element()
        .is_none_or(|active| active.tag_name() == "BODY");
    let near = match &*last.borrow() {
        // What is still there was left on purpose, but for a button that has nothing left to do.
        Some(last) if last.element.is_connected() && !is_disabled(&last.element) => return,
        Some(last) => last.near,
        None => ELSEWHERE,
    };
    if !is_lost {
        return;
    }
    let found = near
        .iter()
        .find_map(|selector| document.query_selector(selector).ok().flatten())
        .and_then(|near| near.dyn_into::<HtmlElement>().ok());
    if let Some(near) = found {
        take_focus(&near);
    } else if let Some(left) = tries.checked_sub(1) {
        let last = last.clone();
        Timeout::new(PAUSE, move || restore(&last, left)).forget();
    }
}

fn take_focus(near: &HtmlElement) {
    if !near.has_attribute("tabindex") && near.tag_name() == "H1" {
        dom::set(near, "tabindex", "-1");
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // A refused focus stays where it was.
    let _ = near.focus_with_options(&options);
}

fn is_disabled(element: &Element) -> bool {
    element.matches(":disabled").unwrap_or(false)
}

fn is_in_panel(element: &Element) -> bool {
    element.closest("#panel").ok().flatten().is_some()
}
