//! The reading settings; each choice holds at once.

use yew::prelude::*;

use crate::context::{use_settings, use_strings, use_view};
use crate::state::settings::{Density, Face, Language, Size, Spacing, Switch, Theme};
use crate::state::view::Dialog;
use crate::state::{Settings, ViewAction};
use crate::strings::Key;

/// All choices.
#[component]
pub(super) fn Choices() -> Html {
    let (view, settings, strings) = (use_view(), use_settings(), use_strings());
    let now = (*settings).clone();
    let theme = row(
        &settings,
        strings.get(Key::SettingTheme),
        Theme::ALL,
        now.theme,
        |each| strings.name(each),
        |kept, theme| kept.theme = theme,
    );
    let face = row(
        &settings,
        strings.get(Key::SettingFace),
        Face::ALL,
        now.face,
        |each| strings.name(each),
        |kept, face| kept.face = face,
    );
    let size = row(
        &settings,
        strings.get(Key::SettingSize),
        Size::ALL,
        now.size,
        |each| strings.name(each),
        |kept, size| kept.size = size,
    );
    let spacing = row(
        &settings,
        strings.get(Key::SettingSpacing),
        Spacing::ALL,
        now.spacing,
        |each| strings.name(each),
        |kept, spacing| kept.spacing = spacing,
    );
    let density = row(
        &settings,
        strings.get(Key::MarksDensity),
        Density::ALL,
        now.density,
        |each| strings.name(each),
        |kept, density| kept.density = density,
    );
    let language = row(
        &settings,
        strings.get(Key::SettingLanguage),
        Language::ALL,
        strings.language(),
        |each| each.own_name().to_owned(),
        |kept, language| kept.language = Some(language),
    );
    let keys = row(
        &settings,
        strings.get(Key::SettingKeys),
        Switch::ALL,
        now.single_keys,
        |each| strings.name(each),
        |kept, keys| kept.single_keys = keys,
    );
    let announce = row(
        &settings,
        strings.get(Key::SettingAnnounce),
        Switch::ALL,
        now.announce,
        |each| strings.name(each),
        |kept, announce| kept.announce = announce,
    );
    let keep = row(
        &settings,
        strings.get(Key::SettingKeep),
        Switch::ALL,
        now.keep,
        |each| strings.name(each),
        |kept, keep| kept.keep = keep,
    );
    let paper = row(
        &settings,
        strings.get(Key::SettingPaper),
        Switch::ALL,
        now.paper,
        |each| strings.name(each),
        |kept, paper| kept.paper = paper,
    );
    // Where the screen is narrow, the masthead has no room for these.
    let other = |words: Key, dialog: Dialog| {
        let view = view.clone();
        let onclick = Callback::from(move |_: MouseEvent| view.dispatch(ViewAction::Show(dialog)));
        html! { <button type="button" class="tool" {onclick}>{ strings.get(words) }</button> }
    };
    html! {
        <div class="settings">
            { theme }{ face }{ size }{ spacing }{ density }{ language }{ keys }{ announce }{ keep }{ paper }
            <p class="list-tools end">{ other(Key::About, Dialog::About) }{ other(Key::ShortcutsOpen, Dialog::Shortcuts) }</p>
        </div>
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
