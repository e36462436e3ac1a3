//! Taking the reading away: in which form, how much of it, how it begins; then copied or saved.

mod choice;
mod ready;
mod seen;

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use lectern_formats::export::Format;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use self::choice::{Choice, Scope};
use self::ready::Ready;
use super::pick::pick;
use crate::context::{use_settings, use_strings, use_view, use_work};
use crate::dom;
use crate::parts::refusal_words;
use crate::report::reported;
use crate::state::settings::Switch;
use crate::state::work::Refusal;
use crate::state::{Reading, Settings, View, ViewAction, Work, WorkAction};
use crate::strings::{Fill, Key, Strings};

/// So many speakers can be chosen: a longer list is no choice.
const SPEAKERS: usize = 60;

/// Links over so many characters are cut by some programs, and over so many by most.
const LONG: usize = 8_000;
const TOO_LONG: usize = 32_000;

/// Saves the whole reading in the format that was used last; false when there was none, or it was no file.
pub fn save_again(reading: &Reading, settings: &Settings, work: UseReducerDispatcher<Work>) -> bool {
    let Some(Choice::File(format)) = Choice::last(settings) else {
        return false;
    };
    let reading = reading.clone();
    spawn_local(async move {
        match Ready::file(&reading, format, None).await {
            Ok(ready) => drop(ready.save(&reading)),
            Err(why) => work.dispatch(WorkAction::Refused(why)),
        }
    });
    true
}

/// What the sheet is given.
#[derive(Properties, PartialEq, Debug)]
pub struct Props {
    /// What is taken away.
    pub reading: Reading,
}

/// The sheet.
#[component]
pub fn Export(props: &Props) -> Html {
    let (view, settings, strings) = (use_view(), use_settings(), use_strings());
    let reading = &props.reading;
    let choice = Choice::last(&settings).unwrap_or(Choice::File(Format::Markdown));
    let shown = Scope::Shown.marks(reading, &view).len();
    let shown = Some(shown).filter(|&shown| shown < reading.marks.len());
    let scope = use_state_eq(|| shown.map_or(Scope::All, |_| Scope::Shown));
    let ready = use_ready(reading, choice, *scope);
    let choose = Callback::from(move |event: Event| {
        settings.set(Settings {
            export: dom::chosen(&event).unwrap_or_default(),
            ..(*settings).clone()
        });
    });
    let limit = {
        let scope = scope.clone();
        Callback::from(move |event: Event| scope.set(Scope::of(&dom::chosen(&event).unwrap_or_default())))
    };
    html! {
        <div class="export">
            <div class="export-choices">
                <label>{ strings.get(Key::ExportFormat) }
                    { pick(&choice.words(&strings), html! {
                        <select id="export-format" onchange={choose}>
                            { for Choice::ALL.into_iter().map(|(each, words)| html! {
                                <option value={each.name()} selected={each == choice}>{ strings.get(words) }</option>
                            }) }
                        </select>
                    }) }
                </label>
                if choice == Choice::Link {
                    <p class="over-note">{ strings.get(Key::ExportLinkAbout) }</p>
                } else {
                    <label>{ strings.get(Key::ExportScope) }
                        { scopes(reading, &view, *scope, shown, &strings, limit) }
                    </label>
                }
            </div>
            { preview(ready.as_ref(), &strings) }
            <Buttons reading={reading.clone()} {choice} ready={ready.and_then(Result::ok)} />
            <Print />
        </div>
    }
}

/// Two ways to print what is shown; the browser's own printing goes on with the one that was used last.
#[component]
fn Print() -> Html {
    /// The sheet is gone from the page by then, in milliseconds.
    const CLOSED: u32 = 150;
    let (view, settings, strings) = (use_view(), use_settings(), use_strings());
    let print = |paper: Switch| {
        let (view, settings) = (view.clone(), settings.clone());
        Callback::from(move |_: MouseEvent| {
            settings.set(Settings {
                paper,
                ..(*settings).clone()
            });
            view.dispatch(ViewAction::Back);
            Timeout::new(CLOSED, || {
                reported("Printing was refused", gloo::utils::window().print());
            })
            .forget();
        })
    };
    html! {
        <div class="export-do">
            <button type="button" class="tool" id="print-lists" onclick={print(Switch::On)}>{ strings.get(Key::PrintLists) }</button>
            <button type="button" class="tool" id="print-alone" onclick={print(Switch::Off)}>{ strings.get(Key::PrintAlone) }</button>
        </div>
    }
}

/// What the desk made of the choices; nothing while it is at it.
#[hook]
fn use_ready(reading: &Reading, choice: Choice, scope: Scope) -> Option<Result<Ready, Refusal>> {
    let (work, view) = (use_work(), use_view());
    let ready = use_state_eq(|| None::<Result<Ready, Refusal>>);
    let set = ready.setter();
    let given = (reading.clone(), choice, scope, work.overrides.clone());
    use_effect_with(given, move |(reading, choice, scope, _)| {
        set.set(None);
        // Gone when something else was chosen meanwhile.
        let wanted = Rc::new(());
        let still = Rc::downgrade(&wanted);
        let (reading, choice, scope) = (reading.clone(), *choice, *scope);
        spawn_local(async move {
            let made = match choice {
                Choice::Link => Ready::link(&work, view.focus.map(|focus| focus.mark)).await,
                Choice::File(format) => {
                    let marks = (scope != Scope::All).then(|| scope.marks(&reading, &view));
                    Ready::file(&reading, format, marks.as_deref()).await
                }
            };
            if still.strong_count() > 0 {
                set.set(Some(made));
            }
        });
        move || drop(wanted)
    });
    (*ready).clone()
}

#[derive(Properties, PartialEq)]
struct ButtonProps {
    reading: Reading,
    choice: Choice,
    ready: Option<Ready>,
}

/// Copy and Save, what came of them, and what to know of a long link.
#[component]
fn Buttons(props: &ButtonProps) -> Html {
    let strings = use_strings();
    let said = use_state_eq(String::new);
    {
        let said = said.setter();
        use_effect_with(props.choice, move |_| said.set(String::new()));
    }
    let copy = {
        let (ready, said, strings) = (props.ready.clone(), said.setter(), strings.clone());
        Callback::from(move |_: MouseEvent| {
            let (ready, said, strings) = (ready.clone(), said.clone(), strings.clone());
            spawn_local(async move {
                let Some(ready) = ready else { return };
                let is_done = ready.copy().await;
                said.set(strings.get(if is_done {
                    Key::CardCopied
                } else {
                    Key::CardCopyFailed
                }));
            });
        })
    };
    let save = {
        let (ready, said, strings) = (props.ready.clone(), said.setter(), strings.clone());
        let reading = props.reading.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(name) = ready.as_ref().and_then(|ready| ready.save(&reading)) {
                said.set(strings.about(Key::ExportSaved, &name));
            }
        })
    };
    let is_link = props.choice == Choice::Link;
    let length = props
        .ready
        .as_ref()
        .filter(|_| is_link)
        .map_or(0, |ready| ready.text.len());
    let is_waiting = props.ready.is_none();
    let long = if length > TOO_LONG {
        Some(Key::ExportLinkTooLong)
    } else {
        Some(Key::ExportLinkLong).filter(|_| length > LONG)
    };
    html! {
        <>
            if let Some(long) = long {
                <p class="notice" role="status">{ strings.count(long, length / 1000) }</p>
            }
            <div class="export-do">
                <button type="button" class={if is_link { "primary" } else { "secondary" }} id="export-copy"
                    disabled={is_waiting || length > TOO_LONG} onclick={copy}>{ strings.get(Key::CardCopy) }</button>
                if !is_link {
                    <button type="button" class="primary" id="export-save" disabled={is_waiting} onclick={save}>{ strings.get(Key::ExportSave) }</button>
                }
                <span class="said" role="status">{ (*said).clone() }</span>
            </div>
        </>
    }
}

/// The choices of how much.
fn scopes(
    reading: &Reading,
    view: &View,
    now: Scope,
    shown: Option<usize>,
    strings: &Strings,
    onchange: Callback<Event>,
) -> Html {
    let mut all = vec![(Scope::All, strings.count(Key::ExportAll, reading.marks.len()))];
    all.extend(shown.map(|shown| (Scope::Shown, strings.count(Key::ExportShown, shown))));
    all.extend(view.cast(reading).into_iter().take(SPEAKERS).map(|id| {
        let own = Scope::Speaker(id).marks(reading, view).len();
        let fills = [
            ("name", Fill::Text(reading.name(id))),
            ("count", Fill::Number(own)),
        ];
        (Scope::Speaker(id), strings.with(Key::ExportSpeaker, &fills))
    }));
    let chosen = all.iter().find(|(scope, _)| *scope == now);
    let words = chosen.map_or(String::new(), |(_, words)| words.clone());
    let options = all.into_iter().map(
        |(scope, words)| html! { <option value={scope.word()} selected={scope == now}>{ words }</option> },
    );
    pick(
        &words,
        html! { <select id="export-scope" {onchange}>{ for options }</select> },
    )
}

/// How it begins, or why there is nothing.
fn preview(ready: Option<&Result<Ready, Refusal>>, strings: &Strings) -> Html {
    let label = strings.get(Key::ExportPreview);
    let (words, is_low) = match ready {
        None => (strings.get(Key::ExportWait), false),
        Some(Err(why)) => {
            return html! { <p class="notice" role="alert">{ refusal_words(*why, strings) }</p> };
        }
        Some(Ok(ready)) if ready.choice == Choice::File(Format::Voices) => {
            let picture: String = js_sys::encode_uri_component(&ready.text).into();
            return html! { <img class="preview" src={format!("data:image/svg+xml,{picture}")} alt={label} /> };
        }
        Some(Ok(ready)) => (ready.beginning(), ready.choice == Choice::Link),
    };
    let page = ready.is_some_and(|ready| ready.as_ref().is_ok_and(|ready| ready.text.starts_with("<!")));
    html! {
        <div class={classes!("preview", is_low.then_some("low"))} id="export-preview" role="region" tabindex="0"
            aria-label={label} aria-busy={ready.is_none().to_string()}>
            <pre class={page.then_some("seen")} lang="en">{ words }</pre>
        </div>
    }
}
