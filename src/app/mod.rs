//! The app: puts state, reader, storage and the parts of the page together.

mod announcer;
mod bookmarklet;
mod earlier;
mod effects;
mod focus;
mod history;
mod keys;
mod masthead;
mod notices;
mod regret;
mod welcome;

use yew::prelude::*;

use crate::aloud::Player;
use crate::article::ArticleView;
use crate::context::{SettingsContext, StringsContext, ViewContext, WorkContext};
use crate::dialogs::Dialogs;
use crate::late::{Late, use_late, use_words};
use crate::panel::Panel;
use crate::reader::Reader;
use crate::state::work::Phase;
use crate::state::{View, Work};
use crate::storage;
use crate::strings::{Key, Strings};

/// Starts the page in its own element.
pub fn start() {
    if let Some(root) = gloo::utils::document().get_element_by_id("app") {
        yew::Renderer::<App>::with_root(root).render();
    }
}

/// The whole page.
#[component]
pub fn App() -> Html {
    let settings = use_state_eq(storage::settings::load);
    let work = use_reducer(Work::default);
    let view = use_reducer(View::default);
    let language = settings.language.unwrap_or_else(effects::browser_language);
    let here = use_words(language);
    let strings = use_memo((language, here), |&(language, _)| Strings::new(language));

    effects::use_settings_kept(&settings, language);
    effects::use_reading(&work, &view, &Reader::shared(), &settings);
    effects::use_ways_in(&work);
    history::use_history(&work, &view);
    history::use_title(&work);
    focus::use_focus_kept();
    keys::use_keys(&work, &view, &settings);

    let is_read = matches!(work.phase, Phase::Read(_));
    let held = view.focus.map(|focus| focus.mark);
    let asked = (view.dialog, view.aloud, view.mending, held);
    let late = use_late((is_read, asked));

    let reading = work.phase.reading().cloned();
    let body = match &work.phase {
        Phase::Empty => html! { <welcome::Welcome /> },
        phase => html! {
            <>
                <masthead::Masthead />
                <div class="desk">
                    <main class="column">
                        <notices::Notices />
                        if let Some(reading) = phase.reading() {
                            <ArticleView reading={reading.clone()} marked={matches!(phase, Phase::Read(_))} />
                            if late == Late::Here {
                                <Player reading={reading.clone()} />
                                <regret::Regret />
                            }
                        }
                    </main>
                    if let Some(reading) = phase.reading() {
                        <Panel reading={reading.clone()} marked={matches!(phase, Phase::Read(_))} />
                    }
                </div>
            </>
        },
    };
    html! {
        <ContextProvider<SettingsContext> context={settings}>
        <ContextProvider<StringsContext> context={(*strings).clone()}>
        <ContextProvider<WorkContext> context={work}>
        <ContextProvider<ViewContext> context={view}>
        <ContextProvider<Late> context={late}>
            { body }
            { match late {
                Late::Here => html! { <Dialogs {reading} /> },
                Late::Failed if asked != (None, false, false, None) => html! {
                    <p class="notice" role="alert">{ strings.get(Key::RefusedBroken) }</p>
                },
                _ => Html::default(),
            } }
            <announcer::Announcer />
        </ContextProvider<Late>>
        </ContextProvider<ViewContext>>
        </ContextProvider<WorkContext>>
        </ContextProvider<StringsContext>>
        </ContextProvider<SettingsContext>>
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
