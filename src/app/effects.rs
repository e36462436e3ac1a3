//! What happens outside the markup: reading, saving, settings on the root, ways in.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::context::{SettingsContext, ViewContext, WorkContext};
use crate::dom;
use crate::input::{self, Incoming};
use crate::late;
use crate::reader::{Begin, Reader, breathe};
use crate::report::reported;
use crate::state::settings::{Language, Switch};
use crate::state::work::Phase;
use crate::state::{Reading, ViewAction, Work, WorkAction};
use crate::storage;

/// The language that the browser asks for.
pub(super) fn browser_language() -> Language {
    match gloo::utils::window().navigator().language() {
        Some(tag) if tag.to_ascii_lowercase().starts_with("zh") => Language::Chinese,
        _ => Language::English,
    }
}

/// Writes the settings onto the root, for style sheets, and keeps them on the device.
#[hook]
pub(super) fn use_settings_kept(settings: &SettingsContext, language: Language) {
    use_effect_with(((**settings).clone(), language), |(settings, language)| {
        storage::settings::save(settings);
        let Some(root) = gloo::utils::document().document_element() else {
            return;
        };
        for (name, value) in [
            ("lang", language.word()),
            ("data-theme", settings.theme.word()),
            ("data-face", settings.face.word()),
            ("data-size", settings.size.word()),
            ("data-spacing", settings.spacing.word()),
            ("data-density", settings.density.word()),
        ] {
            dom::set(&root, name, value);
        }
    });
}

/// Reads whenever the article or a decision about it changed.
#[hook]
pub(super) fn use_reading(
    work: &WorkContext,
    view: &ViewContext,
    reader: &Reader,
    settings: &SettingsContext,
) {
    use_kept(work, settings);
    let (work, view, reader) = (work.clone(), view.dispatcher(), reader.clone());
    let dispatcher = work.dispatcher();
    use_effect_with(work.turn, move |&turn| {
        let Some(document) = work.open.clone() else {
            view.dispatch(ViewAction::Reset);
            return reader.cancel();
        };
        if matches!(work.phase, Phase::Failed(..)) {
            return reader.cancel();
        }
        let overrides = work.overrides.clone();
        if matches!(work.phase, Phase::Reading(None)) {
            view.dispatch(ViewAction::Reset);
            match work.restore.clone() {
                Some(place) => view.dispatch(ViewAction::Restore(place)),
                None => gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0),
            }
        } else {
            view.dispatch(ViewAction::Renew);
        }
        if let Some(given) = document.given(&overrides) {
            reader.cancel();
            return dispatcher.dispatch(WorkAction::Answer(turn, Ok(Reading::given(given))));
        }
        let begin = matches!(work.phase, Phase::Reading(None)).then(|| {
            if !reader.is_ready() {
                let plain = Reading::plain(&document.input.text);
                dispatcher.dispatch(WorkAction::Preview(turn, plain));
            }
            let dispatcher = dispatcher.clone();
            let show = move |begin| dispatcher.dispatch(WorkAction::Preview(turn, Reading::new(begin)));
            Box::new(show) as Begin
        });
        let input = document.input.clone();
        let answer = reader.read(input.clone(), overrides.clone(), begin);
        spawn_local(async move {
            let reading = match answer.await {
                Ok(article) => {
                    breathe(&input).await;
                    Ok(Reading::new(article))
                }
                Err(error) => Err(error),
            };
            breathe(&input).await;
            dispatcher.dispatch(WorkAction::Answer(turn, reading));
        });
    });
}

/// Keeps what is open on the device whenever something about it changed.
#[hook]
fn use_kept(work: &WorkContext, settings: &SettingsContext) {
    let keep = settings.keep == Switch::On;
    let work = work.clone();
    use_effect_with((work.turn, work.corrections.clone()), move |(_, corrections)| {
        // A file that can't be read leaves nothing to come back to.
        let document = work
            .open
            .clone()
            .filter(|open| !open.input.text.trim().is_empty());
        if let Some(document) = document.filter(|_| keep) {
            let corrections = corrections.clone();
            spawn_local(async move {
                let is_kept = late::arrived().await && {
                    let saved = storage::articles::save(&document, &work.overrides, &corrections).await;
                    reported("This article could not be kept", saved).is_some()
                };
                if !is_kept {
                    work.dispatch(WorkAction::NotKept);
                }
            });
        }
    });
}

/// Pasting anywhere, dropping anywhere, and what came before the page was ready.
#[hook]
pub(super) fn use_ways_in(work: &WorkContext) {
    let dispatcher = work.dispatcher();
    use_effect_with((), move |()| {
        let document = gloo::utils::document();
        let on = |name: &'static str, react: fn(&Event) -> Option<Incoming>| {
            let dispatcher = dispatcher.clone();
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, name, options, move |event| {
                if let Some(incoming) = react(event) {
                    open(dispatcher.clone(), incoming);
                }
            })
        };
        let listeners = [
            on("lectern-early", input::early),
            on("paste", input::pasted),
            on("drop", input::dropped),
            on("dragover", input::dragged),
            on("dragleave", input::drag_left),
        ];
        input::ready();
        move || drop(listeners)
    });
}

/// Opens what a part of the page took in.
pub(super) fn open(dispatcher: UseReducerDispatcher<Work>, incoming: Incoming) {
    spawn_local(async move {
        let taken = input::documents(incoming).await;
        dispatcher.dispatch(WorkAction::Open(
            taken.documents.into_iter().map(Rc::new).collect(),
        ));
        if let Some(what) = taken.left_out {
            dispatcher.dispatch(WorkAction::LeftOut(what));
        }
        if let Some(why) = taken.refused {
            dispatcher.dispatch(WorkAction::Refused(why));
        }
    });
}
