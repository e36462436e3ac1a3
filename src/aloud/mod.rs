//! Reading aloud, with the browser's own voices: sentence by sentence, the sentence lit, another voice for each
//! speaker where the device has several.
//!
//! Only voices of the device are used: the others send the text to somebody's server.

mod light;
mod plan;
mod player;
mod speech;
mod voices;

use gloo::events::EventListener;
use yew::prelude::*;

use crate::context::{use_settings, use_view};
use crate::state::view::Mute;
use crate::state::{Reading, ViewAction};
use speech::{Place, Speech};

pub use player::Player;

/// Whether the device has a voice to read with. It may be told only after the page has stood for a while.
#[hook]
pub fn use_can_read_aloud() -> bool {
    let can = use_state_eq(|| !voices::english("").is_empty());
    {
        let can = can.clone();
        use_effect_with((), move |()| {
            let listener = voices::synthesis().map(|synthesis| {
                EventListener::new(&synthesis, "voiceschanged", move |_| {
                    can.set(!voices::english("").is_empty());
                })
            });
            move || drop(listener)
        });
    }
    *can
}

/// Reads while the view says so, from the mark in focus or else from the first block in sight; with another voice,
/// another speed, or once more, from the sentence at hand.
#[hook]
fn use_reading_aloud(reading: &Reading) {
    let (view, settings) = (use_view(), use_settings());
    let from = view.focus.map(|focus| focus.mark);
    let dispatcher = view.dispatcher();
    let place = use_memo((), |()| Place::default());
    let how = (settings.speed, settings.voice.clone());
    use_effect_with(
        (view.aloud, view.again, how, reading.clone()),
        move |(aloud, _, (speed, voice), reading)| {
            if !aloud {
                place.set(None);
            }
            let speech = aloud.then(|| {
                let begin = || {
                    from.and_then(|mark| reading.spans(mark).first().map(|span| span.start()))
                        .or_else(|| light::first_in_sight(reading))
                        .unwrap_or_default()
                };
                place.set(Some(place.get().unwrap_or_else(begin)));
                let voices = voices::english(voice);
                if voices.is_empty() {
                    dispatcher.dispatch(ViewAction::Mute(Mute::NoVoice));
                    return None;
                }
                let rate = speed.rate();
                Speech::begin(reading.clone(), (*place).clone(), voices, rate, move |why| {
                    dispatcher.dispatch(match why {
                        Some(why) => ViewAction::Mute(why),
                        None => ViewAction::Aloud(false),
                    });
                })
            });
            move || drop(speech)
        },
    );
}
