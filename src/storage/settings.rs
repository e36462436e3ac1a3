//! The reading settings, in `localStorage`: `static/theme.js` needs them before the first paint.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::state::Settings;
use crate::state::keys::{Command, Keys};
use crate::state::settings::{Density, Face, Language, Size, Spacing, Speed, Switch, Theme};

const KEY: &str = "lectern.settings";

/// What was chosen before, or the defaults.
pub fn load() -> Settings {
    kept().unwrap_or_default()
}

/// Keeps the settings, where that is allowed.
pub fn save(settings: &Settings) {
    let text = serde_wasm_bindgen::to_value(settings)
        .ok()
        .and_then(|value| JSON::stringify(&value).ok())
        .map(String::from);
    if let (Some(storage), Some(text)) = (storage(), text) {
        // Refused in private windows: the settings hold until the page is closed.
        let _ = storage.set_item(KEY, &text);
    }
}

fn kept() -> Option<Settings> {
    let text = storage()?.get_item(KEY).ok()??;
    Some(settings(&JSON::parse(&text).ok()?))
}

/// Settings from what was stored; the default for what is missing or unknown. By hand: what Serde needs to tell
/// somebody what is wrong with a value weighs 10 KB in the page.
fn settings(kept: &JsValue) -> Settings {
    let field = |name: &str| Reflect::get(kept, &name.into()).unwrap_or_default();
    let word = |name: &str| field(name).as_string().unwrap_or_default();
    // Until this had words, it was kept as what is switched off.
    let switch = |name: &str, before: &str| match Switch::of(&word(name)) {
        Some(kept) => kept,
        None if field(before).is_truthy() => Switch::Off,
        None => Switch::On,
    };
    Settings {
        theme: Theme::of(&word("theme")).unwrap_or_default(),
        face: Face::of(&word("face")).unwrap_or_default(),
        size: Size::of(&word("size")).unwrap_or_default(),
        spacing: Spacing::of(&word("spacing")).unwrap_or_default(),
        density: Density::of(&word("density")).unwrap_or_default(),
        language: Language::of(&word("language")),
        single_keys: switch("single-keys", "keys-off"),
        keys: keys(&field("keys")),
        announce: Switch::of(&word("announce")).unwrap_or(Switch::Off),
        keep: switch("keep", "keep-off"),
        paper: Switch::of(&word("paper")).unwrap_or(Switch::On),
        speed: Speed::of(&word("speed")).unwrap_or_default(),
        voice: word("voice"),
        export: word("export"),
    }
}

/// Changed keys from pairs of a command's name and its key.
fn keys(kept: &JsValue) -> Keys {
    let pairs = kept.dyn_ref::<Array>().map(Array::to_vec).unwrap_or_default();
    let changed = pairs.iter().filter_map(|pair| {
        let pair = pair.dyn_ref::<Array>()?;
        let command = Command::of(&pair.get(0).as_string()?)?;
        Some((command, pair.get(1).as_string()?))
    });
    changed.collect()
}

fn storage() -> Option<web_sys::Storage> {
    gloo::utils::window().local_storage().ok()?
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    fn what_is_kept_comes_back() {
        // Two keys that changed places: each is the other command's by default.
        let swapped = [
            (Command::Previous, "j".to_owned()),
            (Command::Next, "k".to_owned()),
        ];
        let all = Settings {
            theme: Theme::Sepia,
            face: Face::Sans,
            size: Size::Huge,
            spacing: Spacing::Wide,
            density: Density::Quiet,
            language: Some(Language::Chinese),
            single_keys: Switch::Off,
            keys: swapped.into_iter().collect(),
            announce: Switch::On,
            keep: Switch::Off,
            paper: Switch::Off,
            speed: Speed::Fast,
            voice: "Ada".to_owned(),
            export: "csv".to_owned(),
        };
        for wanted in [all, Settings::default()] {
            let kept = serde_wasm_bindgen::to_value(&wanted).expect("a plain object");
            assert_eq!(settings(&kept), wanted);
        }
        assert_eq!(settings(&JsValue::NULL), Settings::default());
    }
}
