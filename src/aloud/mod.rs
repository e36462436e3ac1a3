//! Reading aloud, with the browser's own voices: sentence by sentence, the sentence lit, another voice for each
//! speaker where the device has several.
//!
//! Only voices of the device are used: the others send the text to somebody's server.

mod light;
mod plan;
mod speech;
mod voices;

use gloo::events::EventListener;
use yew::prelude::*;

use crate::context::use_view;
use crate::state::{Reading, ViewAction};
use speech::Speech;

/// Whether the device has a voice to read with. It may be told only after the page has stood for a while.
#[hook]
pub fn use_can_read_aloud() -> bool {
    let can = use_state_eq(|| !voices::english().is_empty());
    {
        let can = can.clone();
        use_effect_with((), move |()| {
            let listener = voices::synthesis().map(|synthesis| {
                EventListener::new(&synthesis, "voiceschanged", move |_| {
                    can.set(!voices::english().is_empty());
                })
            });
            move || drop(listener)
        });
    }
    *can
}

/// Reads while the view says so, from the mark in focus or else from the first block in sight.
#[hook]
pub fn use_reading_aloud(reading: Option<Reading>) {
    let view = use_view();
    let from = view.focus.map(|focus| focus.mark);
    let dispatcher = view.dispatcher();
    use_effect_with((view.aloud, reading), move |(aloud, reading)| {
        let speech = reading.clone().filter(|_| *aloud).map(|reading| {
            let start = from
                .and_then(|mark| reading.spans(mark).first().map(|span| span.start()))
                .or_else(|| light::first_in_sight(&reading))
                .unwrap_or_default();
            Speech::begin(reading, start, move || {
                dispatcher.dispatch(ViewAction::Aloud(false))
            })
        });
        move || drop(speech)
    });
}
