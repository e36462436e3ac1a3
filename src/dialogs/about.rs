//! What Lectern does, how sure it is, what it cannot do, and how to check what it promises.

use gloo::timers::callback::Interval;
use js_sys::Reflect;
use yew::prelude::*;

use crate::context::use_strings;
use crate::strings::{Fill, Key};

/// How often the line about requests looks again, in milliseconds.
const LOOK_MS: u32 = 2_000;

const PARTS: [(Key, Key); 5] = [
    (Key::AboutWhat, Key::AboutWhatText),
    (Key::AboutSure, Key::AboutSureText),
    (Key::AboutLimits, Key::AboutLimitsText),
    (Key::AboutCheck, Key::AboutCheckText),
    (Key::AboutLicence, Key::AboutLicenceText),
];

/// The sheet.
#[component]
pub(super) fn About() -> Html {
    let strings = use_strings();
    html! {
        <div class="about">
            <Flight />
            { for PARTS.iter().map(|&(head, text)| html! {
                <section key={head as usize}>
                    <h3>{ strings.get(head) }</h3>
                    <p>{ strings.get(text) }</p>
                </section>
            }) }
        </div>
    }
}

/// What went over the network since the page was opened: files of its own alone.
#[component]
fn Flight() -> Html {
    let strings = use_strings();
    let counted = use_state_eq(requests);
    {
        let counted = counted.clone();
        use_effect_with((), move |()| {
            let interval = Interval::new(LOOK_MS, move || counted.set(requests()));
            move || drop(interval)
        });
    }
    let (own, foreign) = *counted;
    let words = match foreign {
        0 => strings.count(Key::Flight, own),
        _ => strings.with(
            Key::FlightForeign,
            &[("count", Fill::Number(own)), ("found", Fill::Number(foreign))],
        ),
    };
    html! { <p class="flight" id="flight" translate="no">{ words }</p> }
}

/// Requests that the browser knows of: to the page's own site, and to others.
fn requests() -> (usize, usize) {
    let window = gloo::utils::window();
    let origin = window.location().origin().unwrap_or_default();
    let entries = window
        .performance()
        .map(|clock| clock.get_entries_by_type("resource"))
        .unwrap_or_default();
    let is_own = |entry: &wasm_bindgen::JsValue| {
        let name = Reflect::get(entry, &"name".into())
            .ok()
            .and_then(|name| name.as_string());
        name.is_none_or(|name| name.starts_with(&origin) || name.starts_with("data:"))
    };
    let own = entries.iter().filter(is_own).count();
    (own, entries.length() as usize - own)
}
