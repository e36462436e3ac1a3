//! Handles at the edges of the mark that is put right: they are dragged, and snap to words.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Function, Reflect};
use lectern_core::article::Span;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, Node, PointerEvent};
use yew::prelude::*;

use super::highlight::key;
use super::place;
use super::view::Shared;
use crate::context::{Hand, use_hand};
use crate::report::reported;
use crate::state::{Mark, Reading, correct};

/// Draws the handles while a mark is put right. By keys the same is done without them.
#[hook]
pub(super) fn use_handles(reading: &Reading, drawn: &std::rc::Rc<std::cell::RefCell<Shared>>, ready: u32) {
    let (hand, drawn) = (use_hand(), drawn.clone());
    let mark = hand
        .view
        .focus
        .map(|focus| focus.mark)
        .filter(|_| hand.view.mending);
    use_effect_with((reading.clone(), ready, mark), move |(reading, _, mark)| {
        let handles: Vec<(Element, Vec<EventListener>)> = mark.map_or_else(Vec::new, |mark| {
            let drawn = drawn.borrow();
            let drawn = drawn.borrow();
            let leaves = drawn.leaves.get(&key(mark));
            let ends = leaves.and_then(|leaves| Some((leaves.first()?, leaves.last()?)));
            let Some((first, last)) = ends else {
                return Vec::new();
            };
            let made = [(first, true), (last, false)];
            made.into_iter()
                .filter_map(|(leaf, is_start)| {
                    reported("No handle", handle(leaf, is_start, &hand, reading, mark))
                })
                .collect()
        });
        move || {
            for (element, listeners) in handles {
                drop(listeners);
                element.remove();
            }
        }
    });
}

/// One handle with what it listens to.
fn handle(
    leaf: &Element,
    is_start: bool,
    hand: &Hand,
    reading: &Reading,
    mark: Mark,
) -> Result<(Element, Vec<EventListener>), JsValue> {
    let element = gloo::utils::document().create_element("span")?;
    element.set_class_name(if is_start { "edge start" } else { "edge" });
    if is_start {
        leaf.insert_before(&element, leaf.first_child().as_ref())?;
    } else {
        leaf.append_child(&element)?;
    }
    let on = |name: &'static str, react: Box<dyn Fn(&PointerEvent)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&element, name, options, move |event: &Event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                event.prevent_default();
                event.stop_propagation();
                react(event);
            }
        })
    };
    let held = element.clone();
    let down = on(
        "pointerdown",
        Box::new(move |event| {
            // Without capture the handle is left behind, and nothing happens.
            let _ = held.set_pointer_capture(event.pointer_id());
        }),
    );
    let (held, shown) = (element.clone(), reading.clone());
    let moved = on(
        "pointermove",
        Box::new(move |event| {
            if held.has_pointer_capture(event.pointer_id())
                && let Some((_, span)) = dragged(&shown, mark, is_start, event)
            {
                show(&shown, span);
            }
        }),
    );
    let (hand, reading) = (hand.clone(), reading.clone());
    let up = on(
        "pointerup",
        Box::new(move |event| {
            place::deselect();
            if let Some((at, _)) = dragged(&reading, mark, is_start, event)
                && let Some(correction) = correct::set_edge(&reading, mark, is_start, at)
            {
                hand.correct([correction]);
            }
        }),
    );
    // A click on it is none on the mark below.
    let click = EventListener::new(&element, "click", Event::stop_propagation);
    Ok((element, vec![down, moved, up, click]))
}

/// Where the edge comes to lie, and its stretch then.
fn dragged(reading: &Reading, mark: Mark, is_start: bool, event: &PointerEvent) -> Option<(u32, Span)> {
    let spans = reading.spans(mark);
    let old = *if is_start { spans.first() } else { spans.last() }?;
    let (node, offset) = caret(event)?;
    let at = place::byte(reading, &node, offset)?;
    let within = reading.block_around(if is_start {
        old.start()
    } else {
        old.end().saturating_sub(1)
    });
    let at = at.clamp(within.start(), within.end());
    let at = correct::nearest_edge(&reading.article.source.text, within, at, is_start)?;
    let span = if is_start {
        Span::new(at.min(old.end()), old.end())
    } else {
        Span::new(old.start(), at.max(old.start()))
    };
    (!span.is_empty()).then_some((at, span))
}

/// Shows what the mark will be, as a selection.
fn show(reading: &Reading, span: Span) {
    let range = place::range(reading, span);
    if let (Some(range), Ok(Some(selection))) = (range, gloo::utils::window().get_selection()) {
        place::deselect();
        // Nothing is shown where the browser refuses.
        let _ = selection.add_range(&range);
    }
}

/// The place in the text under the pointer; browsers have two ways to ask for it.
fn caret(event: &PointerEvent) -> Option<(Node, u32)> {
    let document = gloo::utils::document();
    let ways = [
        ("caretPositionFromPoint", "offsetNode", "offset"),
        ("caretRangeFromPoint", "startContainer", "startOffset"),
    ];
    ways.into_iter().find_map(|(ask, node, offset)| {
        let ask: Function = Reflect::get(&document, &ask.into()).ok()?.dyn_into().ok()?;
        let found = ask
            .call2(&document, &event.client_x().into(), &event.client_y().into())
            .ok()?;
        let get = |name: &str| Reflect::get(&found, &name.into()).ok();
        Some((get(node)?.dyn_into().ok()?, get(offset)?.as_f64()? as u32))
    })
}
