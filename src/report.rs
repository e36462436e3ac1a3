//! What went wrong where nobody can be asked: said in the browser's console, for whoever looks for it.

use wasm_bindgen::JsValue;

/// Says what could not be done.
pub fn report(what: &str, error: &JsValue) {
    web_sys::console::warn_2(&what.into(), error);
}

/// The same for a result; what came of it, if anything did.
pub fn reported<T>(what: &str, result: Result<T, JsValue>) -> Option<T> {
    result.map_err(|error| report(what, &error)).ok()
}
