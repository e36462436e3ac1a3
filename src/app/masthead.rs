//! The line above the article: name, way back, history, marks, settings.

use yew::prelude::*;

use crate::aloud::use_can_read_aloud;
use crate::context::{use_hand, use_settings, use_strings};
use crate::state::settings::{Density, Settings};
use crate::state::view::Dialog;
use crate::state::{ViewAction, WorkAction};
use crate::strings::Key;

/// The masthead.
#[component]
pub(super) fn Masthead() -> Html {
    let (hand, settings, strings) = (use_hand(), use_settings(), use_strings());
    let (work, view) = (&hand.work, &hand.view);
    let act = |action: WorkAction| {
        let hand = hand.clone();
        Callback::from(move |_: MouseEvent| {
            hand.act(action.clone());
        })
    };
    let show = |dialog: Dialog| {
        let view = view.clone();
        Callback::from(move |_: MouseEvent| view.dispatch(ViewAction::Show(dialog)))
    };
    let can_read_aloud = use_can_read_aloud();
    let aloud = {
        let view = view.clone();
        Callback::from(move |_: MouseEvent| view.dispatch(ViewAction::Aloud(!view.aloud)))
    };
    let (aloud_words, aloud_icon) = if view.aloud {
        (Key::AloudStop, "M7 7h10v10H7z")
    } else {
        (
            Key::AloudStart,
            "M4 9v6h4l5 4V5L8 9zM16.5 8.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12",
        )
    };
    html! {
        <header class="masthead">
            <button type="button" class="wordmark" id="about" translate="no" title={strings.get(Key::About)} onclick={show(Dialog::About)}>{ strings.get(Key::App) }</button>
            <button type="button" class="bar" onclick={act(WorkAction::Close)}>{ strings.get(Key::NewArticle) }</button>
            <span class="spring" />
            <button type="button" class="bar icon" disabled={!work.can_undo()} title={strings.get(Key::Undo)}
                aria-label={strings.get(Key::Undo)} onclick={act(WorkAction::Undo)}>{ icon("M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3") }</button>
            <button type="button" class="bar icon" disabled={!work.can_redo()} title={strings.get(Key::Redo)}
                aria-label={strings.get(Key::Redo)} onclick={act(WorkAction::Redo)}>{ icon("m15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3") }</button>
            <div class="switch density" role="group" aria-label={strings.get(Key::MarksDensity)}>
                { for Density::ALL.iter().map(|&density| {
                    let settings = settings.clone();
                    let chosen = settings.density == density;
                    let label = strings.name(density);
                    let onclick = Callback::from(move |_| settings.set(Settings { density, ..(*settings).clone() }));
                    html! {
                        <button type="button" key={density.word()} aria-pressed={chosen.to_string()} {onclick}>{ label }</button>
                    }
                }) }
            </div>
            if can_read_aloud {
                <button type="button" id="aloud" class="bar icon" title={strings.get(aloud_words)}
                    aria-label={strings.get(aloud_words)} onclick={aloud}>{ icon(aloud_icon) }</button>
            }
            if work.phase.reading().is_some() {
                <button type="button" id="export" class="bar icon" title={strings.get(Key::Export)} aria-label={strings.get(Key::Export)}
                    onclick={show(Dialog::Export)}>{ icon("M12 15V4M8 8l4-4 4 4M5 13v6h14v-6") }</button>
            }
            <button type="button" class="bar icon settings" title={strings.get(Key::SettingsOpen)} aria-label={strings.get(Key::SettingsOpen)}
                onclick={show(Dialog::Settings)}><span class="aa" aria-hidden="true">{ "Aa" }</span></button>
            <button type="button" class="bar icon keys" title={strings.get(Key::ShortcutsOpen)} aria-label={strings.get(Key::ShortcutsOpen)}
                onclick={show(Dialog::Shortcuts)}><span aria-hidden="true">{ "?" }</span></button>
        </header>
    }
}

/// A line drawing of 24 by 24.
fn icon(path: &'static str) -> Html {
    html! {
        <svg viewBox="0 0 24 24" class="drawing" aria-hidden="true" focusable="false"><path d={path} /></svg>
    }
}
