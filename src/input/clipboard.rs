//! The Paste button: the asynchronous clipboard, where the browser lets a button read it.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ClipboardItem};

use super::Incoming;
use crate::strings::Key;

/// What is on the clipboard, or which message says why it cannot be had.
pub async fn from_clipboard() -> Result<Incoming, Key> {
    let refused = Key::PasteRefused;
    let clipboard = gloo::utils::window().navigator().clipboard();
    if clipboard.is_undefined() {
        return Err(refused);
    }
    let items = JsFuture::from(clipboard.read()).await.map_err(|_| refused)?;
    let mut incoming = Incoming::text(String::new());
    for item in js_sys::Array::from(&items) {
        let Ok(item) = item.dyn_into::<ClipboardItem>() else {
            continue;
        };
        for kind in item.types() {
            match kind.as_string().as_deref() {
                Some("text/plain") => incoming.text = content(&item, "text/plain").await,
                Some("text/html") => incoming.html = content(&item, "text/html").await,
                _ => {}
            }
        }
    }
    if incoming.text.trim().is_empty() && incoming.html.trim().is_empty() {
        return Err(Key::PasteNothing);
    }
    Ok(incoming)
}

async fn content(item: &ClipboardItem, kind: &str) -> String {
    let blob = JsFuture::from(item.get_type(kind)).await.ok();
    let Some(blob) = blob.and_then(|blob| blob.dyn_into::<Blob>().ok()) else {
        return String::new();
    };
    let text = JsFuture::from(blob.text()).await.ok();
    text.and_then(|text| text.as_string()).unwrap_or_default()
}
