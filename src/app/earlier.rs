//! What was open before: offered and never forced, forgotten one at a time or all at once.

use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::context::{SettingsContext, WorkContext, use_settings, use_strings, use_work};
use crate::report::reported;
use crate::state::WorkAction;
use crate::state::settings::Settings;
use crate::storage::articles::{self, Kept};
use crate::strings::{Key, Strings};

/// How long forgetting can be undone, in milliseconds.
const REGRET_MS: u32 = 10_000;

/// What was forgotten a moment ago.
struct Gone {
    records: js_sys::Array,
    settings: Settings,
    kept: Vec<Kept>,
}

/// What a person can do to the list, and what that changes.
#[derive(Clone)]
struct Hand {
    work: WorkContext,
    settings: SettingsContext,
    kept: UseStateHandle<Vec<Kept>>,
    gone: UseStateHandle<Option<Rc<Gone>>>,
}

/// The list of what was open before.
#[component]
pub(super) fn Earlier() -> Html {
    let strings = use_strings();
    let hand = Hand {
        work: use_work(),
        settings: use_settings(),
        kept: use_state(Vec::new),
        gone: use_state(|| None),
    };
    {
        let kept = hand.kept.clone();
        use_effect_with((), move |()| {
            spawn_local(async move {
                let list = reported("The kept articles cannot be listed", articles::list().await);
                kept.set(list.unwrap_or_default());
            });
        });
    }
    let done = |what: fn(Hand)| {
        let hand = hand.clone();
        Callback::from(move |_: MouseEvent| what(hand.clone()))
    };
    html! {
        <section class="kept">
            if !hand.kept.is_empty() {
                <h2 class="small-head">{ strings.get(Key::ContinueOffer) }</h2>
                <ul>{ for hand.kept.iter().map(|article| offer(&hand, article, &strings)) }</ul>
                <button type="button" class="quiet" id="forget" onclick={done(forget)}>{ strings.get(Key::Forget) }</button>
            }
            if hand.gone.is_some() {
                <p class="hint">
                    <span role="status">{ strings.get(Key::Forgotten) }</span>{ " " }
                    <button type="button" class="tool" id="regret" onclick={done(regret)}>{ strings.get(Key::Undo) }</button>
                </p>
            }
        </section>
    }
}

fn offer(hand: &Hand, article: &Kept, strings: &Strings) -> Html {
    let key = article.key;
    let done = |what: fn(Hand, f64)| {
        let hand = hand.clone();
        Callback::from(move |_: MouseEvent| what(hand.clone(), key))
    };
    let delete_words = strings.about(Key::ForgetOne, &article.title);
    html! {
        <li key={key as u64}>
            <button type="button" class="quiet delete" aria-label={delete_words.clone()} title={delete_words} onclick={done(delete)}>{ "×" }</button>
            <button type="button" class="earlier" onclick={done(resume)}>
                <span class="earlier-title" lang="en">{ &article.title }</span>
                <span class="earlier-when">{ strings.date(&article.day) }</span>
            </button>
        </li>
    }
}

fn resume(hand: Hand, key: f64) {
    spawn_local(async move {
        let loaded = reported("The kept article cannot be read", articles::load(key).await);
        if let Some((document, overrides, corrections)) = loaded.flatten() {
            hand.work
                .dispatch(WorkAction::Resume(document.into(), overrides, corrections, None));
        }
    });
}

fn delete(hand: Hand, key: f64) {
    spawn_local(async move {
        if reported("The article cannot be deleted", articles::delete(key).await).is_some() {
            let others = hand.kept.iter().filter(|article| article.key != key);
            hand.kept.set(others.cloned().collect());
        }
    });
}

fn forget(hand: Hand) {
    spawn_local(async move {
        let Some(records) = reported("The kept articles cannot be deleted", articles::forget().await) else {
            return;
        };
        hand.work.dispatch(WorkAction::Forget);
        let before = Gone {
            records,
            settings: (*hand.settings).clone(),
            kept: (*hand.kept).clone(),
        };
        hand.settings.set(Settings {
            language: hand.settings.language,
            ..Settings::default()
        });
        hand.kept.set(Vec::new());
        hand.gone.set(Some(Rc::new(before)));
        TimeoutFuture::new(REGRET_MS).await;
        hand.gone.set(None);
    });
}

fn regret(hand: Hand) {
    let Some(gone) = (*hand.gone).clone() else {
        return;
    };
    spawn_local(async move {
        let put_back = articles::put_back(&gone.records).await;
        if reported("The articles cannot be kept again", put_back).is_some() {
            hand.settings.set(gone.settings.clone());
            hand.kept.set(gone.kept.clone());
        }
        hand.gone.set(None);
    });
}
