//! Between places of the source and places of the drawn article.

use lectern_core::article::Span;
use wasm_bindgen::JsCast;
use web_sys::{Document, DocumentFragment, Element, Node, Range};

use super::marks;
use crate::state::reading::is_shown;
use crate::state::{Reading, correct};

/// What the article holds beside its text: signs of what was taken out, words for screen readers, numbers, handles.
const BESIDE: &str = ".unseen, .cut, .number, .edge";

/// Takes out of copied content what is not the article's text.
pub(super) fn keep_text(part: &DocumentFragment) {
    let Ok(beside) = part.query_selector_all(BESIDE) else {
        return;
    };
    for place in 0..beside.length() {
        if let Some(element) = beside.get(place).and_then(|node| node.dyn_into::<Element>().ok()) {
            element.remove();
        }
    }
}

/// The byte of the source at a place in the document; none outside of the article's blocks.
pub(super) fn byte(reading: &Reading, node: &Node, offset: u32) -> Option<u32> {
    let element = node
        .dyn_ref::<Element>()
        .cloned()
        .or_else(|| node.parent_element())?;
    let block = element.closest("#article [data-block][data-kind]").ok()??;
    let place: usize = block.get_attribute("data-block")?.parse().ok()?;
    let range = document().create_range().ok()?;
    range.set_start(&block, 0).ok()?;
    range.set_end(node, offset).ok()?;
    let part = range.clone_contents().ok()?;
    keep_text(&part);
    let before = part.text_content().unwrap_or_default();
    Some(reading.article.blocks.get(place)?.content.start() + before.len() as u32)
}

/// The words selected in the article, a stretch for each block that is shown; none where nothing is selected in it.
pub fn selected(reading: &Reading) -> Option<Vec<Span>> {
    let selection = gloo::utils::window().get_selection().ok()??;
    if selection.is_collapsed() {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let start = byte(
        reading,
        &range.start_container().ok()?,
        range.start_offset().ok()?,
    )?;
    let end = byte(reading, &range.end_container().ok()?, range.end_offset().ok()?)?;
    let (selected, text) = (Span::new(start, end.max(start)), &reading.article.source.text);
    let shown = reading.article.blocks.iter().filter(|block| is_shown(block.kind));
    let touched = shown.filter(|block| block.content.overlaps(selected));
    let spans: Vec<Span> = touched
        .filter_map(|block| correct::snapped(text, block.content, selected))
        .collect();
    (!spans.is_empty()).then_some(spans)
}

/// Nothing is selected any more.
pub(super) fn deselect() {
    if let Ok(Some(selection)) = gloo::utils::window().get_selection() {
        // Without a selection there is nothing to let go of.
        let _ = selection.remove_all_ranges();
    }
}

/// A stretch of one block as it is drawn; none where that is no longer the article's text.
pub fn range(reading: &Reading, span: Span) -> Option<Range> {
    let place = reading.article.block_at(span.start());
    let block = reading.article.blocks.get(place)?;
    let selector = format!("#{} [data-block=\"{place}\"][data-kind]", marks::ARTICLE);
    let element = document().query_selector(&selector).ok()??;
    // Units of the browser's strings.
    let units = |span: Span| reading.text(span).encode_utf16().count();
    let start = units(Span::new(
        block.content.start(),
        span.start().max(block.content.start()),
    ));
    let (first, from) = text_at(&element, start, false)?;
    let (last, to) = text_at(&element, start + units(span), true)?;
    let range = document().create_range().ok()?;
    range.set_start(&first, from as u32).ok()?;
    range.set_end(&last, to as u32).ok()?;
    Some(range)
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

fn document() -> Document {
    gloo::utils::document()
}
