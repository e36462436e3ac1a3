//! What the parts of the page ask of the browser: focus, keys, scrolling.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{
    Blob, BlobPropertyBag, Element, Event, EventTarget, HtmlAnchorElement, HtmlElement, HtmlSelectElement,
    KeyboardEvent, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, Url,
};

/// Puts the focus on an element, if it can take it.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // A refused focus leaves it where it was.
        let _ = element.focus();
    }
}

/// Whether what has the focus is among these, or stands in one of them.
pub fn has_focus(selector: &str) -> bool {
    let active = gloo::utils::document().active_element();
    active.is_some_and(|active| active.closest(selector).is_ok_and(|found| found.is_some()))
}

/// What `keydown` reports while an input method is at work and says nothing else.
const COMPOSING: u32 = 229;

/// Whether an input method is at work, and a key belongs to it.
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == COMPOSING
}

/// Whether an event's target takes text, so that keys and pastes belong to it.
pub fn is_field(target: Option<EventTarget>) -> bool {
    target
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| {
            element
                .matches("input, textarea, select, [contenteditable]")
                .unwrap_or(false)
        })
}

/// Brings an element into the middle of what is free of the screen.
pub fn scroll_to(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_behavior(if reduced_motion() {
        ScrollBehavior::Instant
    } else {
        ScrollBehavior::Smooth
    });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn reduced_motion() -> bool {
    matches_media("(prefers-reduced-motion: reduce)")
}

/// Whether the lists are a sheet over the article, as on phones; the style sheet's own condition.
pub fn has_sheet() -> bool {
    matches_media("(max-width: 60rem)")
}

fn matches_media(query: &str) -> bool {
    gloo::utils::window()
        .match_media(query)
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}

/// Scrolls the panel's list, and only it, until a card is in sight.
pub fn bring(card: &Element) {
    let Some(list) = gloo::utils::document().get_element_by_id("panel-list") else {
        return;
    };
    let (card, frame) = (card.get_bounding_client_rect(), list.get_bounding_client_rect());
    let above = card.top() - frame.top();
    let below = card.bottom() - frame.bottom();
    if above < 0.0 || below > 0.0 {
        let to = f64::from(list.scroll_top()) + above - EDGE;
        list.set_scroll_top(to.max(0.0) as i32);
    }
}

/// Room above a card that was scrolled to, in pixels.
const EDGE: f64 = 12.0;

/// Gives an element a class, or takes it.
pub fn toggle(element: &Element, class: &str, on: bool) {
    // Fails only for a class with a space in it; these have none.
    let _ = element.class_list().toggle_with_force(class, on);
}

/// Sets an attribute.
pub fn set(element: &Element, name: &str, value: &str) {
    // Fails only for a name that is no name.
    let _ = element.set_attribute(name, value);
}

/// What was chosen in the list that an event is of.
pub fn chosen(event: &Event) -> Option<String> {
    let list = event.target()?.dyn_into::<HtmlSelectElement>().ok()?;
    Some(list.value())
}

/// Hands a file to the browser's downloads; nothing happens where it refuses.
pub fn save(name: &str, media_type: &str, content: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &options).ok()?;
    save_blob(name, &blob)
}

/// The same with a file that is in the browser's hands already.
pub fn save_blob(name: &str, blob: &Blob) -> Option<()> {
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let link = gloo::utils::document().create_element("a").ok()?;
    let link: HtmlAnchorElement = link.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address).ok()
}
