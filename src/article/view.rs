//! The component around the drawn article: draws it for each reading, then only listens and lights.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, ScrollLogicalPosition};
use yew::prelude::*;

use super::draw::{Drawing, Drawn};
use super::slices::Slices;
use super::{copy, edges, highlight, hit_test, marking, marks, picking, print_key};
use crate::context::{StringsContext, ViewContext, use_is_whole, use_settings};
use crate::dom::{self, scroll_to};
use crate::report::reported;
use crate::state::settings::{Density, Switch};
use crate::state::view::{Chosen, Tab};
use crate::state::{Mark, Reading, ViewAction};

/// What the article's view is given.
#[derive(Properties, PartialEq, Debug)]
pub struct Props {
    /// What to draw.
    pub reading: Reading,
    /// Whether the marks have come, or only the layout.
    pub marked: bool,
}

/// Blocks from which those out of sight are not laid out until they come near.
const LONG: usize = 200;

pub(super) type Shared = Rc<RefCell<Drawn>>;

/// The article.
#[component]
pub fn ArticleView(props: &Props) -> Html {
    let (node, is_whole) = (use_node_ref(), use_is_whole());
    let drawn: Rc<RefCell<Shared>> = use_mut_ref(Shared::default);
    let ready = use_state(|| 0_u32);
    let view = use_context::<ViewContext>().expect("the app gives the view");
    let strings = use_context::<StringsContext>().expect("the app gives the strings");

    let settings = use_settings();
    let announce = settings.announce;
    use_draw(&node, props, &drawn, (strings.clone(), announce), &ready);
    {
        // After the drawing has begun and said so: whoever looks must not take what stands there for the marks.
        let node = node.clone();
        use_effect_with(props.marked, move |&marked| {
            if let Some(root) = node.cast::<Element>() {
                dom::set(&root, "data-reading", if marked { "marks" } else { "layout" });
            }
        });
    }
    use_light(&node, props, &drawn, &view, *ready);
    edges::use_handles(&props.reading, &drawn, *ready);
    use_listeners(&node, props, &drawn, &view);
    let is_marked = settings.density != Density::Off && settings.paper == Switch::On;
    use_paper(props, &strings, view.clone(), is_marked);
    {
        let (view, scroll) = (view.dispatcher(), view.scroll.filter(|_| props.marked));
        use_effect_with((scroll, *ready), move |&(scroll, ready)| {
            if let Some(scroll) = scroll.filter(|_| ready > 0) {
                gloo::utils::window().scroll_to_with_x_and_y(0.0, scroll);
                view.dispatch(ViewAction::Scrolled);
            }
        });
    }

    {
        let (view, words, reading) = (view.dispatcher(), view.words, props.reading.clone());
        use_effect_with((words, *ready), move |&(words, ready)| {
            if let Some(words) = words.filter(|_| ready > 0) {
                picking::select(&reading, words);
                view.dispatch(ViewAction::Selected);
            }
        });
    }

    html! {
        <>
            <article ref={node} id={marks::ARTICLE} lang="en" />
            if props.marked {
                <p id={picking::TOLD} class="unseen" lang="en" aria-live="polite" />
                if is_whole {
                    <marking::Tools reading={props.reading.clone()} />
                }
            }
        </>
    }
}

/// Draws for each reading and language; counts `ready` up when all of it stands.
#[hook]
fn use_draw(
    node: &NodeRef,
    props: &Props,
    drawn: &Rc<RefCell<Shared>>,
    told: (StringsContext, Switch),
    ready: &UseStateHandle<u32>,
) {
    let (node, drawn, ready) = (node.clone(), drawn.clone(), ready.clone());
    use_effect_with(
        (props.reading.clone(), told),
        move |(reading, (strings, announce))| {
            let fresh = Shared::default();
            *drawn.borrow_mut() = fresh.clone();
            let slices = node.cast::<Element>().map(|root| {
                let height = gloo::utils::window().scroll_y().unwrap_or(0.0);
                root.set_text_content(None);
                dom::set(&root, "aria-busy", "true");
                let long = reading.article.blocks.len() > LONG;
                dom::toggle(&root, "long", long);
                let mut drawing = Drawing::new(reading.clone(), root.clone(), strings.clone(), *announce);
                let busy = root.clone();
                let slices = Slices::run(
                    move || drawing.step(&mut fresh.borrow_mut()),
                    move || {
                        let _ = busy.remove_attribute("aria-busy");
                        ready.set(*ready + 1);
                    },
                );
                // Emptying the article may have moved the page.
                gloo::utils::window().scroll_to_with_x_and_y(0.0, height);
                slices
            });
            move || drop(slices)
        },
    );
}

/// Follows filter and focus.
#[hook]
fn use_light(node: &NodeRef, props: &Props, drawn: &Rc<RefCell<Shared>>, view: &ViewContext, ready: u32) {
    let filter = (view.speakers.clone(), view.hidden.clone());
    {
        let (node, drawn, view) = (node.clone(), drawn.clone(), view.clone());
        use_effect_with((props.reading.clone(), ready, filter), move |(reading, ..)| {
            if let Some(root) = node.cast::<Element>() {
                let drawn = drawn.borrow();
                let drawn = drawn.borrow();
                highlight::filter(&root, &drawn, reading, &view);
                if !view.speakers.is_empty() {
                    hit_test::bring_one(
                        &drawn,
                        reading.marks.iter().filter(|&&mark| view.speaks(reading, mark)),
                    );
                }
            }
        });
    }
    let (node, drawn) = (node.clone(), drawn.clone());
    use_effect_with(
        (props.reading.clone(), ready, view.focus),
        move |(reading, _, focus)| {
            let Some(root) = node.cast::<Element>() else {
                return;
            };
            let drawn = drawn.borrow();
            let drawn = drawn.borrow();
            highlight::focus(&root, &drawn, reading, focus.map(|focus| focus.mark));
            let stop = match focus {
                Some(focus) => hit_test::first_leaf(&drawn, focus.mark),
                // Whoever lets go of a mark stays where they are.
                None => focused_leaf().or_else(|| hit_test::first_leaf(&drawn, *reading.marks.first()?)),
            };
            rove(&root, stop);
            if let Some(focus) = focus
                && let Some(leaf) = hit_test::first_leaf(&drawn, focus.mark)
            {
                scroll_to(
                    &leaf,
                    match focus.origin {
                        // It was in sight when it was chosen; only the sheet may have come over it since.
                        Chosen::Article | Chosen::Kept => ScrollLogicalPosition::Nearest,
                        Chosen::Panel | Chosen::Elsewhere | Chosen::Queue => ScrollLogicalPosition::Center,
                    },
                );
                // Who puts things right in the lists stays there; who did it here lost the old leaf.
                let is_taken = match focus.origin {
                    Chosen::Elsewhere => true,
                    Chosen::Queue => !dom::has_focus("#panel"),
                    Chosen::Kept => dom::has_focus("body > *") == dom::has_focus("#article *"),
                    // A pointer, or a stop that was just taken away, leaves nothing that has the focus.
                    Chosen::Article => !dom::has_focus("body > *"),
                    Chosen::Panel => false,
                };
                if is_taken {
                    let options = web_sys::FocusOptions::new();
                    options.set_prevent_scroll(true);
                    let _ = leaf.focus_with_options(&options);
                }
            }
        },
    );
}

/// The leaf that has the keyboard's focus.
fn focused_leaf() -> Option<HtmlElement> {
    let active = gloo::utils::document().active_element()?;
    let leaf = active.closest("#article [data-mark]").ok()??;
    leaf.dyn_into().ok()
}

/// One tab stop for all marks: the one in focus, or the first.
fn rove(root: &Element, stop: Option<HtmlElement>) {
    // Who loses its stop loses the focus with it.
    if stop.as_ref().is_some_and(|stop| stop.has_attribute("tabindex")) {
        return;
    }
    still(root, "[data-mark][tabindex]");
    if let Some(stop) = stop {
        dom::set(&stop, "tabindex", "0");
    }
}

/// Takes tab stops away. A pointer that goes down on one begins no selection.
fn still(root: &Element, stops: &str) {
    while let Ok(Some(stop)) = root.query_selector(stops) {
        if stop.remove_attribute("tabindex").is_err() {
            return;
        }
    }
}

/// The key behind the article, while the browser prints: of what is shown, and none where marks are off.
#[hook]
fn use_paper(props: &Props, strings: &StringsContext, view: ViewContext, is_marked: bool) {
    let latest = use_mut_ref(|| None);
    *latest.borrow_mut() = Some((view, is_marked));
    use_effect_with((props.reading.clone(), strings.clone()), |(reading, strings)| {
        let window = gloo::utils::window();
        let (reading, strings) = (reading.clone(), strings.clone());
        let before = EventListener::new(&window, "beforeprint", move |_| {
            if let Some((view, true)) = &*latest.borrow() {
                reported(
                    "The key could not be drawn",
                    print_key::show(&reading, &strings, view),
                );
            }
        });
        let after = EventListener::new(&window, "afterprint", |_| print_key::remove());
        move || drop((before, after))
    });
}

/// Pointer and keys on the article's own elements, by delegation from its root.
#[hook]
fn use_listeners(node: &NodeRef, props: &Props, drawn: &Rc<RefCell<Shared>>, view: &ViewContext) {
    let (node, drawn, latest) = (node.clone(), drawn.clone(), use_mut_ref(|| None));
    *latest.borrow_mut() = Some(view.clone());
    use_effect_with(props.reading.clone(), move |reading| {
        let listeners = node.cast::<Element>().map(|root| {
            let click = {
                let (reading, latest) = (reading.clone(), latest.clone());
                EventListener::new(&root, "click", move |event| {
                    if let Some(view) = &*latest.borrow() {
                        clicked(event, &reading, view);
                    }
                })
            };
            let key = {
                let (reading, latest) = (reading.clone(), latest.clone());
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&root, "keydown", options, move |event| {
                    if let (Some(key), Some(view)) = (event.dyn_ref::<KeyboardEvent>(), &*latest.borrow())
                        && pressed(key, &reading, view)
                    {
                        event.prevent_default();
                    }
                })
            };
            let held = root.clone();
            let (first, shared) = (reading.marks.first().copied(), drawn.clone());
            let stop = latest.clone();
            let down = EventListener::new(&root, "pointerdown", move |_| {
                still(&held, "[tabindex]");
                // The browser takes the pointer before the next turn.
                let focus = stop.borrow().as_ref().and_then(|view: &ViewContext| view.focus);
                let mark = focus.map(|focus| focus.mark).or(first);
                let (root, shared) = (held.clone(), shared.clone());
                Timeout::new(0, move || {
                    let drawn = shared.borrow();
                    let drawn = drawn.borrow();
                    rove(&root, mark.and_then(|mark| hit_test::first_leaf(&drawn, mark)));
                })
                .forget();
            });
            let (copying, document) = (root.clone(), gloo::utils::document());
            let copy = EventListener::new_with_options(
                &document,
                "copy",
                EventListenerOptions::enable_prevent_default(),
                move |event| {
                    reported("The selection was copied as it is", copy::prose(event, &copying));
                },
            );
            let (reading, hovered) = (reading.clone(), root.clone());
            // On all of the page: who leaves the article in one jump has left the mark as well.
            let over = EventListener::new(&document, "mouseover", move |event| {
                let mark = hit_test::leaf_of(event)
                    .and_then(|leaf| hit_test::marks_at(&leaf, &reading).first().copied());
                highlight::hover(&hovered, &drawn.borrow().borrow(), mark);
            });
            [click, key, down, copy, over]
        });
        move || drop(listeners)
    });
}

/// Keys on a mark: Enter opens it, up and down go to the marks beside it, right goes to its card, whose left arrow
/// leads back. True when the key meant something.
fn pressed(event: &KeyboardEvent, reading: &Reading, view: &ViewContext) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return false;
    }
    // Words that are picked by the same keys come first.
    if picking::is_on(reading) {
        return false;
    }
    let Some(leaf) = hit_test::leaf_of(event) else {
        return false;
    };
    match event.key().as_str() {
        "Enter" => clicked(event, reading, view),
        key @ ("ArrowDown" | "ArrowUp") => {
            let by = if key == "ArrowDown" { 1 } else { -1 };
            let Some(mark) = view.neighbour(reading, by) else {
                return false;
            };
            view.dispatch(ViewAction::Focus(mark, Chosen::Elsewhere));
        }
        "ArrowRight" => {
            if view.focus.is_none()
                && let Some(&mark) = hit_test::marks_at(&leaf, reading).first()
            {
                view.dispatch(ViewAction::Focus(mark, Chosen::Article));
            }
            // The card may only be drawn after this turn.
            Timeout::new(0, || {
                let card = gloo::utils::document().query_selector("#panel .card.open .card-head");
                if let Ok(Some(card)) = card {
                    dom::focus(&card);
                }
            })
            .forget();
        }
        _ => return false,
    }
    true
}

/// What a click or Enter on a place in the article means: a mark, the shortest first and outwards when repeated;
/// a speaker's name; a sign of what was taken out; or nothing, which lets go of the focus.
fn clicked(event: &Event, reading: &Reading, view: &ViewContext) {
    let selecting = gloo::utils::window()
        .get_selection()
        .ok()
        .flatten()
        .is_some_and(|selection| !selection.is_collapsed());
    if selecting && event.type_() == "click" {
        return;
    }
    if event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| target.class_name() == "cut")
    {
        return view.dispatch(ViewAction::Open(Tab::Removed));
    }
    let Some(leaf) = hit_test::leaf_of(event) else {
        if view.focus.is_some() {
            view.dispatch(ViewAction::Back);
        }
        return;
    };
    let marks: Vec<Mark> = hit_test::marks_at(&leaf, reading);
    let here = view
        .focus
        .and_then(|focus| marks.iter().position(|&mark| mark == focus.mark));
    let next = here.map_or(0, |here| (here + 1) % marks.len());
    if let Some(&mark) = marks.get(next) {
        view.dispatch(ViewAction::Focus(mark, Chosen::Article));
    } else if let Some(speaker) = hit_test::speaker_at(&leaf, reading) {
        view.dispatch(ViewAction::Solo(speaker));
        view.dispatch(ViewAction::Open(Tab::Speakers));
    }
}
