//! The keyboard shortcuts: what each key does, and another key for whoever wants one.

use yew::prelude::*;

use crate::context::{SettingsContext, use_settings, use_strings};
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
    let wait = {
        let waiting = waiting.clone();
        Callback::from(move |command| waiting.set(command))
    };
    let tell = {
        let told = told.clone();
        Callback::from(move |words| told.set(words))
    };
    let reset = {
        let (settings, told) = (settings.clone(), told.clone());
        Callback::from(move |_: MouseEvent| {
            keep(&settings, Keys::default());
            told.set(String::new());
        })
    };
    html! {
        <>
            <p class="over-note">{ strings.get(if settings.single_keys == Switch::Off { Key::KeysAreOff } else { Key::KeysAbout }) }</p>
            <dl class="keys-list">
                { for Command::ALL.into_iter().map(|command| html! {
                    <Row key={command.name()} {command} is_waiting={*waiting == Some(command)} wait={wait.clone()} tell={tell.clone()} />
                }) }
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

fn keep(settings: &SettingsContext, keys: Keys) {
    settings.set(Settings {
        keys,
        ..(**settings).clone()
    });
}

#[derive(Properties, PartialEq)]
struct RowProps {
    command: Command,
    /// Whether the next key pressed becomes this command's.
    is_waiting: bool,
    /// Says for which command a key is waited.
    wait: Callback<Option<Command>>,
    /// Says what came of it.
    tell: Callback<String>,
}

/// A command and its key, which a press changes.
#[component]
fn Row(props: &RowProps) -> Html {
    let (settings, strings) = (use_settings(), use_strings());
    let &RowProps {
        command, is_waiting, ..
    } = props;
    let words = strings.name(command);
    let press = strings.about(Key::KeyPress, &words);
    let change = |key: &str| {
        strings.with(
            Key::KeyChange,
            &[("name", Fill::Text(&words)), ("key", Fill::Text(key))],
        )
    };
    let (shown, label) = match settings.keys.key(command) {
        _ if is_waiting => ("…".to_owned(), press.clone()),
        "" => ("–".to_owned(), change(&strings.get(Key::KeyNone))),
        key => (key.to_owned(), change(key)),
    };
    let onclick = {
        let (wait, tell) = (props.wait.clone(), props.tell.clone());
        Callback::from(move |_: MouseEvent| {
            wait.emit(Some(command).filter(|_| !is_waiting));
            tell.emit(if is_waiting { String::new() } else { press.clone() });
        })
    };
    let onkeydown = {
        let (wait, tell) = (props.wait.clone(), props.tell.clone());
        Callback::from(move |event: KeyboardEvent| {
            if !is_waiting || is_composing(&event) || ["Tab", "Shift"].contains(&event.key().as_str()) {
                return;
            }
            event.prevent_default();
            event.stop_propagation();
            wait.emit(None);
            tell.emit(take(&settings, &strings, command, &event));
        })
    };
    html! {
        <div>
            <dt translate="no"><button type="button" class="key-change" aria-label={label} aria-pressed={is_waiting.to_string()}
                {onclick} {onkeydown}><kbd>{ shown }</kbd></button></dt>
            <dd>{ words }</dd>
        </div>
    }
}

/// Gives the pressed key to the command; why not, where it can't be had.
fn take(settings: &SettingsContext, strings: &Strings, command: Command, event: &KeyboardEvent) -> String {
    match taken(event) {
        Taken::Nothing => String::new(),
        Taken::Reserved => strings.about(Key::KeyReserved, &event.key()),
        Taken::Key(key) => {
            let mut changed = settings.keys.clone();
            match changed.set(command, &key) {
                Ok(()) => {
                    keep(settings, changed);
                    String::new()
                }
                Err(other) => conflict(strings, &key, other),
            }
        }
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
