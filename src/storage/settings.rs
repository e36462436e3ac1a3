//! The reading settings, in `localStorage`: `static/theme.js` needs them before the first paint.

use js_sys::JSON;
use wasm_bindgen::JsValue;

use crate::state::Settings;

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
    let value: JsValue = JSON::parse(&text).ok()?;
    serde_wasm_bindgen::from_value(value).ok()
}

fn storage() -> Option<web_sys::Storage> {
    gloo::utils::window().local_storage().ok()?
}
