//! The light on the sentence that is read: a highlight of the browser's own, which changes no element. Where it has
//! none, the whole block is lit.

use js_sys::{Array, Function, Reflect};
use lectern_core::article::Span;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, ScrollLogicalPosition};

use crate::article::{marks, place};
use crate::dom::{self, scroll_to};
use crate::state::Reading;

/// The highlight's name in the style sheet, and the class of a block lit instead.
const NAME: &str = "aloud";

/// The start of the first block that is at least partly in sight.
pub(super) fn first_in_sight(reading: &Reading) -> Option<u32> {
    let document = gloo::utils::document();
    let top = document
        .query_selector(".masthead")
        .ok()
        .flatten()
        .map_or(0.0, |masthead| masthead.get_bounding_client_rect().bottom());
    let blocks = document
        .query_selector_all("#article [data-block][data-kind]")
        .ok()?;
    (0..blocks.length())
        .filter_map(|place| blocks.get(place)?.dyn_into::<Element>().ok())
        .find(|block| block.get_bounding_client_rect().bottom() > top)
        .and_then(|block| block.get_attribute("data-block")?.parse::<usize>().ok())
        .and_then(|block| Some(reading.article.blocks.get(block)?.content.start()))
}

/// Lights a sentence and no other, and brings it into sight.
pub(super) fn on(reading: &Reading, sentence: Span) {
    out();
    let place = reading.article.block_at(sentence.start());
    let selector = format!("#{} [data-block=\"{place}\"]", marks::ARTICLE);
    let Ok(Some(element)) = gloo::utils::document().query_selector(&selector) else {
        return;
    };
    if highlight(reading, sentence).is_none() {
        dom::toggle(&element, NAME, true);
    }
    scroll_to(&element, ScrollLogicalPosition::Nearest);
}

/// Puts the light out.
pub(super) fn out() {
    if let Some(highlights) = highlights()
        && let Some(delete) = function(&highlights, "delete")
    {
        let _ = delete.call1(&highlights, &NAME.into());
    }
    if let Ok(Some(lit)) = gloo::utils::document().query_selector(&format!("#{} .{NAME}", marks::ARTICLE)) {
        dom::toggle(&lit, NAME, false);
    }
}

fn highlights() -> Option<JsValue> {
    let styles = Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    Reflect::get(&styles, &"highlights".into())
        .ok()
        .filter(JsValue::is_object)
}

fn function(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

/// Highlights a stretch of a block's text; none where the browser can't, or the text is no longer the article's.
fn highlight(reading: &Reading, sentence: Span) -> Option<()> {
    let highlights = highlights()?;
    let range = place::range(reading, sentence)?;
    let made = Reflect::construct(&function(&js_sys::global(), "Highlight")?, &Array::of1(&range)).ok()?;
    function(&highlights, "set")?
        .call2(&highlights, &NAME.into(), &made)
        .ok()
        .map(drop)
}
