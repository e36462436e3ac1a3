//! The card of one mark: closed a line or two in a list, open everything that is known about it.

mod copy;
mod details;
mod made;
mod mend;

pub use copy::Copy;
pub use mend::move_edge;

use yew::prelude::*;

use crate::context::{use_hand, use_is_whole, use_strings};
use crate::parts::who;
use crate::state::view::{Chosen, Kind};
use crate::state::{Mark, Reading, ViewAction};
use crate::strings::Key;

/// What a card is given.
#[derive(Properties, PartialEq, Debug)]
pub struct Props {
    /// The reading it belongs to.
    pub reading: Reading,
    /// Whose card it is.
    pub mark: Mark,
    /// Whether it names the speaker; under the speaker's own row it need not.
    pub named: bool,
}

/// The card.
#[component]
pub fn Card(props: &Props) -> Html {
    let (hand, is_whole) = (use_hand(), use_is_whole());
    let view = hand.view.clone();
    let strings = use_strings();
    let node = use_node_ref();
    let (reading, mark) = (&props.reading, props.mark);
    let focus = view.focus.filter(|focus| focus.mark == mark);
    let open = focus.is_some();
    {
        let node = node.clone();
        use_effect_with(focus, move |focus| {
            if let (Some(focus), Some(card)) = (focus, node.cast::<web_sys::Element>())
                && focus.origin != Chosen::Panel
            {
                crate::dom::bring(&card);
                let head = card.query_selector(".card-head");
                if let Ok(Some(head)) = head
                    && focus.origin == Chosen::Queue
                    && crate::dom::has_focus("#panel")
                {
                    crate::dom::focus(&head);
                }
            }
        });
    }
    let Some(kind) = Kind::of(reading, mark) else {
        return Html::default();
    };
    let onclick = {
        let view = view.clone();
        Callback::from(move |_| {
            view.dispatch(if open {
                ViewAction::Back
            } else {
                ViewAction::Focus(mark, Chosen::Panel)
            });
        })
    };
    let onkeydown = {
        let view = view.clone();
        Callback::from(move |event: KeyboardEvent| {
            let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key());
            if open && plain && event.key() == "ArrowLeft" {
                event.prevent_default();
                view.dispatch(ViewAction::Focus(mark, Chosen::Elsewhere));
            }
        })
    };
    let (word, id) = match mark {
        Mark::Quotation(id) => ("quotation", id.0),
        Mark::Proposal(id) => ("proposal", id.0),
    };
    html! {
        <li ref={node} class={classes!("card", open.then_some("open"))} data-mark={word} data-id={id.to_string()} {onkeydown}>
            <button type="button" class="card-head" aria-expanded={open.to_string()} {onclick}>
                <span class={classes!("kind", kind.name())}>{ strings.name(kind) }</span>
                if props.named {
                    <span class="who">{ who(reading, mark, &strings) }</span>
                }
                if reading.origin(mark).is_some() {
                    <span class="by-hand">{ strings.get(Key::MadeByHand) }</span>
                }
                <span class="words" lang="en">{ reading.words(mark) }</span>
            </button>
            if open && is_whole {
                <div class="card-more">{ details::details(reading, mark, &strings, &hand) }</div>
            }
        </li>
    }
}
