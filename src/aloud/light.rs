//! The light on the sentence that is read: a highlight of the browser's own, which changes no element. Where it has
//! none, the whole block is lit.

use js_sys::{Array, Function, Reflect};
use lectern_core::article::Span;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, ScrollLogicalPosition};

use crate::article::marks;
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
    let Some(block) = reading.article.blocks.get(place) else {
        return;
    };
    let selector = format!("#{} [data-block=\"{place}\"]", marks::ARTICLE);
    let Ok(Some(element)) = gloo::utils::document().query_selector(&selector) else {
        return;
    };
    // Units of the browser's strings.
    let units = |span: Span| reading.text(span).encode_utf16().count();
    let start = units(Span::new(block.content.start(), sentence.start()));
    if highlight(&element, start, start + units(sentence)).is_none() {
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
fn highlight(block: &Element, start: usize, end: usize) -> Option<()> {
    let highlights = highlights()?;
    let (first, from) = text_at(block, start, false)?;
    let (last, to) = text_at(block, end, true)?;
    let range = gloo::utils::document().create_range().ok()?;
    range.set_start(&first, from as u32).ok()?;
    range.set_end(&last, to as u32).ok()?;
    let made = Reflect::construct(&function(&js_sys::global(), "Highlight")?, &Array::of1(&range)).ok()?;
    function(&highlights, "set")?
        .call2(&highlights, &NAME.into(), &made)
        .ok()
        .map(drop)
}

/// The text node in which a place of the block's text lies, and the place in it. At an edge between two nodes it
/// is the later one, or the earlier one for the end of a stretch.
fn text_at(block: &Element, place: usize, is_end: bool) -> Option<(Node, usize)> {
    let mut left = place;
    let mut nodes: Vec<Node> = vec![block.clone().into()];
    while let Some(node) = nodes.pop() {
        if node.node_type() == Node::TEXT_NODE {
            let length = node.node_value().unwrap_or_default().encode_utf16().count();
            if left < length || is_end && left == length {
                return Some((node, left));
            }
            left -= length;
        } else if !node
            .dyn_ref::<Element>()
            .is_some_and(|element| element.class_list().contains("unseen"))
        {
            let children = node.child_nodes();
            nodes.extend(
                (0..children.length())
                    .rev()
                    .filter_map(|child| children.get(child)),
            );
        }
    }
    None
}
