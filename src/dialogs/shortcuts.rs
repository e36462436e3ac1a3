//! The list of keyboard shortcuts.

use yew::prelude::*;

use crate::app::{use_settings, use_strings};

/// Keys and the strings that say what they do.
const KEYS: [(&[&str], &str); 10] = [
    (&["j"], "key-next"),
    (&["k"], "key-previous"),
    (&["[", "]"], "key-speaker"),
    (&["/"], "key-search"),
    (&["h"], "key-density"),
    (&["1", "2"], "key-kinds"),
    (&["Esc"], "key-back"),
    (&["Ctrl Z", "⌘ Z"], "key-undo"),
    (&["Ctrl Y", "⇧ ⌘ Z"], "key-redo"),
    (&["?"], "key-help"),
];

/// The list.
#[component]
pub(super) fn Shortcuts() -> Html {
    let (settings, strings) = (use_settings(), use_strings());
    html! {
        <>
            if settings.keys_off {
                <p class="over-note">{ strings.get("keys-are-off") }</p>
            }
            <dl class="keys-list">
                { for KEYS.iter().map(|(keys, words)| html! {
                    <div key={*words}>
                        <dt translate="no">{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt>
                        <dd>{ strings.get(words) }</dd>
                    </div>
                }) }
            </dl>
        </>
    }
}
