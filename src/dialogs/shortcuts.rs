//! The keyboard shortcuts: what each key does, and another key for whoever wants one.

use yew::prelude::*;

use crate::app::{is_composing, use_settings, use_strings};
use crate::state::Settings;
use crate::state::keys::{Command, Keys};
use crate::strings::{Fill, Strings};

/// Keys that stay as they are, and the strings that say what they do.
const FIXED: [(&[&str], &str); 3] = [
    (&["Esc"], "key-back"),
    (&["Ctrl Z", "⌘ Z"], "key-undo"),
    (&["Ctrl Y", "⇧ ⌘ Z"], "key-redo"),
];

/// The list.
#[component]
pub(super) fn Shortcuts() -> Html {
    let (settings, strings) = (use_settings(), use_strings());
    let waiting = use_state_eq(|| None::<Command>);
    let told = use_state_eq(String::new);
    let keep = {
        let settings = settings.clone();
        move |keys: Keys| {
            settings.set(Settings {
                keys,
                ..(*settings).clone()
            })
        }
    };
    let rows = Command::ALL.into_iter().map(|command| {
        let is_waiting = *waiting == Some(command);
        let words = strings.get(command.default().1);
        let onclick = {
            let (waiting, told, press) = (waiting.clone(), told.clone(), strings.about("key-press", &words));
            Callback::from(move |_: MouseEvent| {
                waiting.set(Some(command).filter(|_| !is_waiting));
                told.set(if is_waiting { String::new() } else { press.clone() });
            })
        };
        let onkeydown = {
            let (waiting, told, strings) = (waiting.clone(), told.clone(), strings.clone());
            let (keep, keys) = (keep.clone(), settings.keys.clone());
            Callback::from(move |event: KeyboardEvent| {
                let key = event.key();
                if !is_waiting || is_composing(&event) || key == "Tab" || key == "Shift" {
                    return;
                }
                event.prevent_default();
                event.stop_propagation();
                waiting.set(None);
                match taken(&event) {
                    Taken::Nothing => told.set(String::new()),
                    Taken::Reserved => told.set(strings.about("key-reserved", &key)),
                    Taken::Key(key) => {
                        let mut changed = keys.clone();
                        match changed.set(command, &key) {
                            Ok(()) => {
                                keep(changed);
                                told.set(String::new());
                            }
                            Err(other) => told.set(conflict(&strings, &key, other)),
                        }
                    }
                }
            })
        };
        let key = settings.keys.key(command);
        let (shown, label) = match key {
            _ if is_waiting => ("…".to_owned(), strings.about("key-press", &words)),
            "" => ("–".to_owned(), strings.with("key-change", &[("name", Fill::Text(&words)), ("key", Fill::Text(&strings.get("key-none")))])),
            key => (key.to_owned(), strings.with("key-change", &[("name", Fill::Text(&words)), ("key", Fill::Text(key))])),
        };
        html! {
            <div key={command.default().1}>
                <dt translate="no"><button type="button" class="key-change" aria-label={label} aria-pressed={is_waiting.to_string()}
                    {onclick} {onkeydown}><kbd>{ shown }</kbd></button></dt>
                <dd>{ words }</dd>
            </div>
        }
    });
    let reset = {
        let (keep, told) = (keep.clone(), told.clone());
        Callback::from(move |_: MouseEvent| {
            keep(Keys::default());
            told.set(String::new());
        })
    };
    html! {
        <>
            <p class="over-note">{ strings.get(if settings.keys_off { "keys-are-off" } else { "keys-about" }) }</p>
            <dl class="keys-list">
                { for rows }
                { for FIXED.iter().map(|(keys, words)| html! {
                    <div key={*words}>
                        <dt translate="no">{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt>
                        <dd>{ strings.get(words) }</dd>
                    </div>
                }) }
            </dl>
            <p class="keys-told" role="status">{ (*told).clone() }</p>
            if settings.keys.changed() {
                <div class="list-tools end">
                    <button type="button" class="tool" id="keys-reset" onclick={reset}>{ strings.get("keys-reset") }</button>
                </div>
            }
        </>
    }
}

/// What a pressed key means while one is waited for.
enum Taken {
    /// Leave it as it is.
    Nothing,
    /// It is the browser's, or that of assistive technology.
    Reserved,
    /// This one; none for an empty one.
    Key(String),
}

fn taken(event: &KeyboardEvent) -> Taken {
    let key = event.key();
    match key.as_str() {
        "Escape" => Taken::Nothing,
        "Backspace" | "Delete" => Taken::Key(String::new()),
        " " => Taken::Reserved,
        _ if event.ctrl_key() || event.meta_key() || event.alt_key() => Taken::Reserved,
        _ if key.chars().count() == 1 => Taken::Key(key),
        _ => Taken::Reserved,
    }
}

fn conflict(strings: &Strings, key: &str, other: Command) -> String {
    let words = strings.get(other.default().1);
    strings.with(
        "key-conflict",
        &[("key", Fill::Text(key)), ("name", Fill::Text(&words))],
    )
}
