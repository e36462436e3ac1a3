//! The reading settings; each choice holds at once.

use yew::prelude::*;

use crate::app::{own_name, use_settings, use_strings};
use crate::state::Settings;
use crate::state::settings::{Density, Face, Language, Size, Spacing, Theme};

/// All choices.
#[component]
pub(super) fn Choices() -> Html {
    let (settings, strings) = (use_settings(), use_strings());
    let now = (*settings).clone();
    let words = |group: &'static str, word: &str| strings.get(&format!("{group}-{word}"));
    let theme = row(
        &settings,
        strings.get("setting-theme"),
        Theme::ALL,
        now.theme,
        |each| words("theme", each.word()),
        |kept, theme| kept.theme = theme,
    );
    let face = row(
        &settings,
        strings.get("setting-face"),
        Face::ALL,
        now.face,
        |each| words("face", each.word()),
        |kept, face| kept.face = face,
    );
    let size = row(
        &settings,
        strings.get("setting-size"),
        Size::ALL,
        now.size,
        |each| words("size", each.word()),
        |kept, size| kept.size = size,
    );
    let spacing = row(
        &settings,
        strings.get("setting-spacing"),
        Spacing::ALL,
        now.spacing,
        |each| words("spacing", each.word()),
        |kept, spacing| kept.spacing = spacing,
    );
    let density = row(
        &settings,
        strings.get("marks-density"),
        Density::ALL,
        now.density,
        |each| words("density", each.word()),
        |kept, density| kept.density = density,
    );
    let language = row(
        &settings,
        strings.get("setting-language"),
        Language::ALL,
        strings.language(),
        |each| own_name(each).to_owned(),
        |kept, language| kept.language = Some(language),
    );
    let switch = |on: bool| strings.get(if on { "on" } else { "off" });
    let keys = row(
        &settings,
        strings.get("setting-keys"),
        &[true, false],
        !now.keys_off,
        switch,
        |kept, on| kept.keys_off = !on,
    );
    let announce = row(
        &settings,
        strings.get("setting-announce"),
        &[true, false],
        now.announce,
        switch,
        |kept, on| kept.announce = on,
    );
    let keep = row(
        &settings,
        strings.get("setting-keep"),
        &[true, false],
        !now.keep_off,
        switch,
        |kept, on| kept.keep_off = !on,
    );
    html! {
        <div class="settings">{ theme }{ face }{ size }{ spacing }{ density }{ language }{ keys }{ announce }{ keep }</div>
    }
}

/// One setting: its name and its choices side by side.
fn row<T: Copy + PartialEq + 'static>(
    settings: &UseStateHandle<Settings>,
    name: String,
    choices: &[T],
    chosen: T,
    words: impl Fn(T) -> String,
    set: fn(&mut Settings, T),
) -> Html {
    let buttons = choices.iter().map(|&choice| {
        let settings = settings.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            let mut kept = (*settings).clone();
            set(&mut kept, choice);
            settings.set(kept);
        });
        html! {
            <button type="button" aria-pressed={(choice == chosen).to_string()} {onclick}>{ words(choice) }</button>
        }
    });
    html! {
        <div class="setting">
            <span class="setting-name">{ name.clone() }</span>
            <div class="switch" role="group" aria-label={name}>{ for buttons }</div>
        </div>
    }
}
