//! The empty page: one sentence, a place to paste, three other ways in, and what was open before.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::bookmarklet::{self, Bookmarklet};
use super::earlier::Earlier;
use super::effects;
use crate::context::{WorkContext, use_is_whole, use_settings, use_strings, use_view, use_work};
use crate::input::{self, Incoming};
use crate::parts::{left_out_words, legend, refusal_words};
use crate::state::ViewAction;
use crate::state::settings::{Language, Settings, Switch};
use crate::state::view::Dialog;
use crate::state::work::Trouble;
use crate::strings::Key;

/// The empty page.
#[component]
pub(super) fn Welcome() -> Html {
    let (work, view, strings, is_whole) = (use_work(), use_view(), use_strings(), use_is_whole());
    let settings = use_settings();
    let hint = use_state_eq(|| bookmarklet::cut_off().then_some(Key::PageCutOff));
    let trouble = match work.trouble {
        Some(Trouble::Missing) => Some(strings.get(Key::NoteMissing)),
        Some(Trouble::Refused(why)) => Some(refusal_words(why, &strings)),
        Some(Trouble::LeftOut(what)) => Some(left_out_words(what, &strings)),
        _ => None,
    };
    let tell = {
        let hint = hint.clone();
        Callback::from(move |words| hint.set(Some(words)))
    };
    let link = |id: &'static str, words: Key, dialog: Dialog| {
        let view = view.clone();
        let onclick = Callback::from(move |_: MouseEvent| view.dispatch(ViewAction::Show(dialog)));
        html! { <button type="button" class="link" {id} {onclick}>{ strings.get(words) }</button> }
    };
    html! {
        <main class="welcome">
            <p class="wordmark" translate="no">{ strings.get(Key::App) }</p>
            <h1 class="promise">{ strings.get(Key::Promise) }</h1>
            <WaysIn {tell} />
            <p class="hint" role="status">{ hint.map(|words| strings.get(words)).or(trouble).unwrap_or_default() }</p>
            <p class="privacy">
                { strings.get(Key::Privacy) }{ " " }
                if settings.keep == Switch::On {
                    { strings.get(Key::PrivacyKept) }{ " " }
                }
                { link("about", Key::About, Dialog::About) }{ " · " }
                { link("shortcuts", Key::ShortcutsOpen, Dialog::Shortcuts) }
            </p>
            if is_whole {
                <Earlier />
            }
            { legend(&strings) }
            if is_whole {
                <Bookmarklet />
            }
            <Languages />
        </main>
    }
}

#[derive(Properties, PartialEq)]
struct WaysInProps {
    /// Is given what a reader can do where pasting is not allowed.
    tell: Callback<Key>,
}

/// The place to paste or type, and the buttons under it.
#[component]
fn WaysIn(WaysInProps { tell }: &WaysInProps) -> Html {
    let (work, strings) = (use_work(), use_strings());
    let field = use_node_ref();
    let typed = use_state_eq(|| false);
    {
        let (field, typed) = (field.clone(), typed.clone());
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                let text = input::take_typed();
                typed.set(!text.trim().is_empty());
                field.set_value(&text);
                crate::dom::focus(&field);
            }
        });
    }
    let read = {
        let (work, field) = (work.clone(), field.clone());
        Callback::from(move |()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                effects::open(work.dispatcher(), Incoming::text(field.value()));
            }
        })
    };
    let oninput = {
        let (field, typed) = (field.clone(), typed.clone());
        Callback::from(move |_: InputEvent| {
            let field = field.cast::<HtmlTextAreaElement>();
            typed.set(field.is_some_and(|field| !field.value().trim().is_empty()));
        })
    };
    let onkeydown = {
        let read = read.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                event.prevent_default();
                read.emit(());
            }
        })
    };
    let (paste, files) = (paste(&work, &field, tell), open_files(&work));
    let example = Callback::from(move |_| effects::open(work.dispatcher(), Incoming::example()));
    html! {
        <div class="paste">
            <textarea ref={field} id="paste" class="paste-box" rows="7" spellcheck="false"
                placeholder={strings.get(Key::PasteHint)} aria-label={strings.get(Key::PasteLabel)} {oninput} {onkeydown} />
            <div class="ways">
                if *typed {
                    <button type="button" class="primary" id="read" onclick={read.reform(|_: MouseEvent| ())}>{ strings.get(Key::PasteRead) }</button>
                }
                <button type="button" class={if *typed { "secondary" } else { "primary" }} id="paste-button" onclick={paste}>{ strings.get(Key::PasteButton) }</button>
                <label class="secondary file">
                    { strings.get(Key::OpenFile) }
                    <input type="file" id="open-file" class="unseen" multiple=true
                        accept=".txt,.text,.md,.markdown,.html,.htm,.xhtml,.json,.jsonld,.ann,text/plain,text/html,text/markdown" onchange={files.clone()} />
                </label>
                if input::opens_folders() {
                    <label class="secondary file">
                        { strings.get(Key::OpenFolder) }
                        <input type="file" id="open-folder" class="unseen" webkitdirectory=true onchange={files} />
                    </label>
                }
                <button type="button" class="secondary" id="example" onclick={example}>{ strings.get(Key::TryExample) }</button>
            </div>
        </div>
    }
}

/// Takes the clipboard; where that is not allowed, says what to do and leads to the box.
fn paste(work: &WorkContext, field: &NodeRef, tell: &Callback<Key>) -> Callback<MouseEvent> {
    let (work, field, tell) = (work.clone(), field.clone(), tell.clone());
    Callback::from(move |_| {
        let (work, field, tell) = (work.clone(), field.clone(), tell.clone());
        spawn_local(async move {
            match input::from_clipboard().await {
                Ok(incoming) => effects::open(work.dispatcher(), incoming),
                Err(words) => {
                    tell.emit(words);
                    if let Some(field) = field.cast::<web_sys::Element>() {
                        crate::dom::focus(&field);
                    }
                }
            }
        });
    })
}

/// Opens what was chosen in a field for files.
fn open_files(work: &WorkContext) -> Callback<Event> {
    let work = work.clone();
    Callback::from(move |event: Event| {
        let field = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(field) = field else { return };
        if let Some(list) = field.files() {
            effects::open(work.dispatcher(), Incoming::files(&list));
        }
        // The same may be chosen again, such as a folder with something new in it.
        field.set_value("");
    })
}

#[component]
fn Languages() -> Html {
    let (settings, strings) = (use_settings(), use_strings());
    html! {
        <nav class="languages">
            { for Language::ALL.iter().map(|&language| {
                let (name, chosen) = (language.own_name(), strings.language() == language);
                let onclick = {
                    let settings = settings.clone();
                    Callback::from(move |_| settings.set(Settings { language: Some(language), ..(*settings).clone() }))
                };
                html! {
                    <button type="button" key={language.word()} class="quiet" lang={language.word()} aria-pressed={chosen.to_string()} {onclick}>{ name }</button>
                }
            }) }
        </nav>
    }
}
