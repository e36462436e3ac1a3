//! The phone's sheet under the finger: it follows, and stays at the stop that is nearest when it is let go.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, PointerEvent};
use yew::prelude::*;

use crate::context::ViewContext;
use crate::dom;
use crate::report::reported;
use crate::state::ViewAction;
use crate::state::view::Sheet;

/// How far a finger moves before it drags and does not press, in pixels.
const SLACK: f64 = 8.0;

/// A finger that is down.
struct Finger {
    /// Where it went down, and how high the sheet was then, in pixels.
    from: f64,
    height: f64,
    drags: bool,
}

/// Lets the sheet be dragged by its handle and its row of tabs.
#[hook]
pub(super) fn use_drag(node: &NodeRef, view: &ViewContext) {
    let (node, view) = (node.clone(), view.dispatcher());
    use_effect_with((), move |()| {
        let panel = node.cast::<HtmlElement>();
        let listeners = panel.map(|panel| {
            let finger = Rc::new(RefCell::new(None::<Finger>));
            let window = gloo::utils::window();
            // A drag may end in a click on what it began on, which is no press.
            let dragged = Rc::new(Cell::new(false));
            let down = {
                let (panel, finger, dragged) = (panel.clone(), finger.clone(), dragged.clone());
                EventListener::new(&panel.clone(), "pointerdown", move |event| {
                    dragged.set(false);
                    *finger.borrow_mut() = grabbed(event, &panel);
                })
            };
            let moved = {
                let (panel, finger) = (panel.clone(), finger.clone());
                EventListener::new(&window, "pointermove", move |event| {
                    if let (Some(finger), Some(at)) = (&mut *finger.borrow_mut(), place(event)) {
                        drag(finger, at, &panel);
                    }
                })
            };
            let up = {
                let (panel, finger, dragged) = (panel.clone(), finger.clone(), dragged.clone());
                EventListener::new(&window, "pointerup", move |event| {
                    let held = finger.borrow_mut().take().filter(|finger| finger.drags);
                    dragged.set(held.is_some());
                    if let (Some(finger), Some(at)) = (held, place(event)) {
                        let_go(&panel);
                        view.dispatch(ViewAction::Sheet(nearest(finger.height + finger.from - at)));
                    }
                })
            };
            let (held, stopped) = (finger, panel.clone());
            let cancelled = EventListener::new(&window, "pointercancel", move |_| {
                held.borrow_mut().take();
                let_go(&stopped);
            });
            let options = EventListenerOptions {
                phase: gloo::events::EventListenerPhase::Capture,
                passive: false,
            };
            let click = EventListener::new_with_options(&panel, "click", options, move |event| {
                if dragged.take() {
                    event.stop_propagation();
                    event.prevent_default();
                }
            });
            [down, moved, up, cancelled, click]
        });
        move || drop(listeners)
    });
}

fn place(event: &Event) -> Option<f64> {
    Some(f64::from(event.dyn_ref::<PointerEvent>()?.client_y()))
}

fn grabbed(event: &Event, panel: &HtmlElement) -> Option<Finger> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let is_handle = target.closest(".grip, .tabs").ok()?.is_some();
    Some(Finger {
        from: place(event)?,
        height: panel.get_bounding_client_rect().height(),
        drags: false,
    })
    .filter(|_| is_handle && dom::has_sheet())
}

fn drag(finger: &mut Finger, at: f64, panel: &HtmlElement) {
    let up = finger.from - at;
    finger.drags |= up.abs() > SLACK;
    if finger.drags {
        dom::toggle(panel, "dragged", true);
        let height = format!("{}px", (finger.height + up) as u32);
        reported(
            "The sheet does not follow",
            panel.style().set_property("height", &height),
        );
    }
}

fn let_go(panel: &HtmlElement) {
    dom::toggle(panel, "dragged", false);
    reported("The sheet stays", panel.remove_attribute("style"));
}

/// The stop that is nearest to a height in pixels.
fn nearest(height: f64) -> Sheet {
    let window = gloo::utils::window().inner_height().ok();
    let share = height / window.and_then(|height| height.as_f64()).unwrap_or(1.0).max(1.0);
    match share {
        share if share < 0.3 => Sheet::Peek,
        share if share < 0.72 => Sheet::Half,
        _ => Sheet::Full,
    }
}
