//! What stands at the foot of the article while it is read aloud: once more, how fast, whose voice, stop; or why there
//! is nothing to hear.

use yew::prelude::*;

use super::{use_reading_aloud, voices};
use crate::context::{SettingsContext, use_settings, use_strings, use_view};
use crate::dom;
use crate::state::settings::Speed;
use crate::state::view::Mute;
use crate::state::{Reading, Settings, ViewAction};
use crate::strings::Key;

/// What the player is given.
#[derive(Properties, PartialEq, Debug)]
pub struct Props {
    /// What is read.
    pub reading: Reading,
}

/// The voice, and what it can be told.
#[component]
pub fn Player(props: &Props) -> Html {
    let (view, settings, strings) = (use_view(), use_settings(), use_strings());
    use_reading_aloud(&props.reading);
    let act = |action: ViewAction| {
        let view = view.clone();
        Callback::from(move |_: MouseEvent| view.dispatch(action.clone()))
    };
    let stop = act(ViewAction::Aloud(false));
    if let Some(why) = view.mute {
        let words = match why {
            Mute::NoVoice => Key::AloudNoVoice,
            Mute::Failed => Key::AloudFailed,
        };
        return html! {
            <div class="player" id="player">
                <p role="alert">{ strings.get(words) }</p>
                <button type="button" class="tool" onclick={stop}>{ strings.get(Key::Close) }</button>
            </div>
        };
    }
    if !view.aloud {
        return Html::default();
    }
    let voices = voices::english(&settings.voice);
    html! {
        <div class="player" id="player" role="group" aria-label={strings.get(Key::AloudStart)}>
            <button type="button" class="tool" id="aloud-again" onclick={act(ViewAction::Again)}>{ strings.get(Key::AloudAgain) }</button>
            <label>
                { strings.get(Key::AloudSpeed) }
                <select id="aloud-speed" onchange={chosen(&settings, |kept, value| kept.speed = Speed::of(&value).unwrap_or_default())}>
                    { for Speed::ALL.iter().map(|speed| html! {
                        <option value={speed.word()} selected={*speed == settings.speed}>{ format!("{} ×", speed.word()) }</option>
                    }) }
                </select>
            </label>
            <label>
                { strings.get(Key::AloudVoice) }
                <select id="aloud-voice" onchange={chosen(&settings, |kept, value| kept.voice = value)}>
                    { for voices.iter().enumerate().map(|(place, voice)| html! {
                        <option value={voice.name()} selected={place == 0}>{ voice.name() }</option>
                    }) }
                </select>
            </label>
            <button type="button" class="tool" onclick={stop}>{ strings.get(Key::AloudStop) }</button>
        </div>
    }
}

/// Keeps what is chosen.
fn chosen(settings: &SettingsContext, set: fn(&mut Settings, String)) -> Callback<Event> {
    let settings = settings.clone();
    Callback::from(move |event: Event| {
        if let Some(value) = dom::chosen(&event) {
            let mut kept = (*settings).clone();
            set(&mut kept, value);
            settings.set(kept);
        }
    })
}
