//! What can lie over the page: about it, shortcuts, settings, two speakers side by side, the voice map, who has room,
//! taking the reading away, one table over all articles that were opened together, marks that came with the article
//! beside the machine's.

mod about;
mod agreement;
mod compare;
pub mod export;
mod pick;
mod room;
mod rows;
mod settings;
mod shelf;
mod shortcuts;
mod voices;

use gloo::events::EventListener;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::context::{use_strings, use_view};
use crate::state::view::Dialog;
use crate::state::{Reading, ViewAction};
use crate::strings::Key;

/// What the dialogs are given.
#[derive(Properties, PartialEq, Debug)]
pub struct Props {
    /// The reading that some of them show; none on the empty page.
    pub reading: Option<Reading>,
}

/// The dialog that is open, if one is.
#[component]
pub fn Dialogs(props: &Props) -> Html {
    let view = use_view();
    match (view.dialog, &props.reading) {
        (Some(Dialog::Shortcuts), _) => html! {
            <Sheet dialog={Dialog::Shortcuts} title={Key::Shortcuts}><shortcuts::Shortcuts /></Sheet>
        },
        (Some(Dialog::About), _) => html! {
            <Sheet dialog={Dialog::About} title={Key::About}><about::About /></Sheet>
        },
        (Some(Dialog::Settings), _) => html! {
            <Sheet dialog={Dialog::Settings} title={Key::Settings}><settings::Choices /></Sheet>
        },
        (Some(Dialog::Compare), Some(reading)) => html! {
            <Sheet dialog={Dialog::Compare} title={Key::Compare} wide=true><compare::Compare reading={reading.clone()} /></Sheet>
        },
        (Some(Dialog::VoiceMap), Some(reading)) => html! {
            <Sheet dialog={Dialog::VoiceMap} title={Key::Voices} wide=true><voices::Voices reading={reading.clone()} /></Sheet>
        },
        (Some(Dialog::Export), Some(reading)) => html! {
            <Sheet dialog={Dialog::Export} title={Key::Export} wide=true><export::Export reading={reading.clone()} /></Sheet>
        },
        (Some(Dialog::Room), Some(reading)) => html! {
            <Sheet dialog={Dialog::Room} title={Key::Room} wide=true><room::WhoHasRoom reading={reading.clone()} /></Sheet>
        },
        (Some(Dialog::Agreement), Some(reading)) => html! {
            <Sheet dialog={Dialog::Agreement} title={Key::Agree} wide=true><agreement::Agree reading={reading.clone()} /></Sheet>
        },
        (Some(Dialog::Shelf), _) => html! {
            <Sheet dialog={Dialog::Shelf} title={Key::ShelfTable} wide=true><shelf::Shelf /></Sheet>
        },
        _ => Html::default(),
    }
}

#[derive(Properties, PartialEq)]
struct SheetProps {
    dialog: Dialog,
    title: Key,
    #[prop_or_default]
    wide: bool,
    children: Html,
}

/// A modal dialog: the browser keeps the focus inside and gives it back.
#[component]
fn Sheet(props: &SheetProps) -> Html {
    let (view, strings) = (use_view(), use_strings());
    let node = use_node_ref();
    let dialog = props.dialog;
    {
        let (node, view) = (node.clone(), view.dispatcher());
        use_effect_with(dialog, move |&dialog| {
            let element = node.cast::<HtmlDialogElement>();
            let listener = element.as_ref().map(|element| {
                // Without modal dialogs it still shows, as an open one.
                if element.show_modal().is_err() {
                    element.set_open(true);
                }
                EventListener::new(element, "close", move |_| {
                    view.dispatch(ViewAction::Close(dialog))
                })
            });
            move || {
                // Closing by hand first gives the focus back to where it was.
                drop(listener);
                if let Some(element) = element {
                    element.close();
                }
            }
        });
    }
    let close = {
        let view = view.clone();
        Callback::from(move |_: MouseEvent| view.dispatch(ViewAction::Close(dialog)))
    };
    // A press on the backdrop is a press on the dialog itself, outside of its sheet.
    let backdrop = {
        let (node, view) = (node.clone(), view.clone());
        Callback::from(move |event: MouseEvent| {
            let on_dialog = node
                .get()
                .is_some_and(|node| event.target().as_ref() == Some(node.as_ref()));
            if on_dialog {
                view.dispatch(ViewAction::Close(dialog));
            }
        })
    };
    html! {
        // Each has an element of its own: that one is closed must not close the next.
        <dialog key={props.title as usize} ref={node} class={classes!("over", props.wide.then_some("wide"))} aria-labelledby="over-title" onclick={backdrop}>
            <div class="over-sheet">
                <header class="over-head">
                    <h2 id="over-title">{ strings.get(props.title) }</h2>
                    <button type="button" class="tool" onclick={close}>{ strings.get(Key::Close) }</button>
                </header>
                { props.children.clone() }
            </div>
        </dialog>
    }
}
