//! The keyboard shortcuts: what each key does, and another key for whoever wants one.

use yew::prelude::*;

use crate::context::{use_settings, use_strings};
use crate::dom::is_composing;
use crate::state::Settings;
use crate::state::keys::{Command, Keys};
use crate::state::settings::Switch;
use crate::strings::{Fill, Key, Strings};

/// Keys that stay as they are, and the messages that say what they do.
const FIXED: [(&[&str], Key); 8] = [
    (&["↓", "↑"], Key::KeyBeside),
    (&["→", "←"], Key::KeyCard),
    (&["⇧ ←", "⇧ →"], Key::KeyEnd),
    (&["⇧ ↑", "⇧ ↓"], Key::KeyStart),
    (&["Esc"], Key::KeyBack),
    (&["Ctrl Z", "⌘ Z"], Key::KeyUndo),
    (&["Ctrl Y", "⇧ ⌘ Z"], Key::KeyRedo),
    (&["Ctrl S", "⌘ S"], Key::KeySave),
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
        let words = strings.name(command);
        let onclick = {
            let (waiting, told, press) = (waiting.clone(), told.clone(), strings.about(Key::KeyPress, &words));
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
                    Taken::Reserved => told.set(strings.about(Key::KeyReserved, &key)),
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
            _ if is_waiting => ("…".to_owned(), strings.about(Key::KeyPress, &words)),
            "" => ("–".to_owned(), strings.with(Key::KeyChange, &[("name", Fill::Text(&words)), ("key", Fill::Text(&strings.get(Key::KeyNone)))])),
            key => (key.to_owned(), strings.with(Key::KeyChange, &[("name", Fill::Text(&words)), ("key", Fill::Text(key))])),
        };
        html! {
            <div key={command.name()}>
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
            <p class="over-note">{ strings.get(if settings.single_keys == Switch::Off { Key::KeysAreOff } else { Key::KeysAbout }) }</p>
            <dl class="keys-list">
                { for rows }
                { for FIXED.iter().map(|(keys, words)| html! {
                    <div key={keys[0]}>
                        <dt translate="no">{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt>
                        <dd>{ strings.get(*words) }</dd>
                    </div>
                }) }
            </dl>
            <p class="keys-told" role="status">{ (*told).clone() }</p>
            if settings.keys.changed() {
                <div class="list-tools end">
                    <button type="button" class="tool" id="keys-reset" onclick={reset}>{ strings.get(Key::KeysReset) }</button>
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
    let words = strings.name(other);
    strings.with(
        Key::KeyConflict,
        &[("key", Fill::Text(key)), ("name", Fill::Text(&words))],
    )
}
