//! Paste and drop events, and what `static/boot.js` kept from before the page stood.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    ClipboardEvent, CustomEvent, DataTransfer, DragEvent, Element, Event, EventInit, File, FileSystemEntry,
    HtmlTextAreaElement,
};

use super::{Incoming, TYPED};
use crate::dom;
use crate::state::document::Origin;

/// A paste anywhere, unless it belongs to a field or goes into a paste box that holds something already.
pub fn pasted(event: &Event) -> Option<Incoming> {
    let field = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .filter(|element| element.matches("input, textarea, select").unwrap_or(false));
    if let Some(field) = field {
        let text = Reflect::get(&field, &"value".into())
            .ok()
            .and_then(|value| value.as_string());
        if field.id() != "paste" || !text.unwrap_or_default().is_empty() {
            return None;
        }
    }
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    // Nothing is taken in as well, and told.
    let incoming = transferred(&data).unwrap_or_else(|| Incoming::text(String::new()));
    event.prevent_default();
    Some(incoming)
}

/// A drop anywhere.
pub fn dropped(event: &Event) -> Option<Incoming> {
    event.prevent_default();
    mark_drag(false);
    transferred(&event.dyn_ref::<DragEvent>()?.data_transfer()?)
}

/// Something is dragged over the page: a drop would be taken, and the page says so.
pub fn dragged(event: &Event) -> Option<Incoming> {
    event.prevent_default();
    mark_drag(true);
    None
}

/// The drag left the window.
pub fn drag_left(event: &Event) -> Option<Incoming> {
    if event
        .dyn_ref::<DragEvent>()
        .is_some_and(|event| event.related_target().is_none())
    {
        mark_drag(false);
    }
    None
}

/// Asks `static/boot.js` for what came before the page stood; the answer is a `lectern-early` event.
pub fn ready() {
    if let Ok(event) = Event::new("lectern-ready") {
        // Nobody listens when the page was started in another way.
        let _ = gloo::utils::document().dispatch_event(&event);
    }
}

/// What `static/boot.js` kept, or what the page that opened this one sent.
pub fn early(event: &Event) -> Option<Incoming> {
    let detail = event.dyn_ref::<CustomEvent>()?.detail();
    let string = |name: &str| get(&detail, name).as_string().unwrap_or_default();
    type_into_box(string("typed"));
    let incoming = Incoming {
        text: string("text"),
        html: string("html"),
        files: Array::from(&get(&detail, "files"))
            .iter()
            .filter_map(|file| file.dyn_into::<File>().ok())
            .collect(),
        roots: Array::from(&get(&detail, "folders"))
            .iter()
            .map(JsCast::unchecked_into)
            .collect(),
        from: match string("origin") {
            origin if origin.is_empty() => Origin::Paste,
            origin => Origin::Page(origin),
        },
    };
    let is_nothing = incoming.text.is_empty() && incoming.html.is_empty();
    (!is_nothing || !incoming.files.is_empty() || !incoming.roots.is_empty()).then_some(incoming)
}

/// Puts what was typed before the page stood into its paste box, or keeps it for when the box is drawn.
fn type_into_box(text: String) {
    let field = gloo::utils::document().get_element_by_id("paste");
    match field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
        Some(field) if !text.is_empty() => {
            field.set_value(&text);
            let bubbles = EventInit::new();
            bubbles.set_bubbles(true);
            if let Ok(event) = Event::new_with_event_init_dict("input", &bubbles) {
                // The box's own listener looks at its value; nothing cancels it.
                let _ = field.dispatch_event(&event);
            }
        }
        _ => drop(TYPED.replace(text)),
    }
}

fn transferred(data: &DataTransfer) -> Option<Incoming> {
    let kind = |kind: &str| data.get_data(kind).unwrap_or_default();
    let (text, html) = (kind("text/plain"), kind("text/html"));
    if text.trim().is_empty() && html.trim().is_empty() {
        let roots = roots(data);
        if roots.iter().any(FileSystemEntry::is_directory) {
            return Some(Incoming {
                roots,
                ..Incoming::text(String::new())
            });
        }
        return data
            .files()
            .filter(|files| files.length() > 0)
            .map(|files| Incoming::files(&files));
    }
    Some(Incoming {
        html,
        ..Incoming::text(text)
    })
}

/// Files and folders as they can be looked into. They are gone once the event is over.
fn roots(data: &DataTransfer) -> Vec<FileSystemEntry> {
    let items = data.items();
    (0..items.length())
        .filter_map(|place| items.get(place)?.webkit_get_as_entry().ok()?)
        .collect()
}

fn mark_drag(on: bool) {
    if let Some(root) = gloo::utils::document().document_element() {
        dom::toggle(&root, "dragging", on);
    }
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
