//! The card of one mark: closed a line or two in a list, open everything that is known about it.

mod copy;
mod details;

use lectern_core::article::Referent;
use yew::prelude::*;

use crate::app::{use_strings, use_view};
use crate::state::view::{Kind, Origin};
use crate::state::{Mark, Reading, ViewAction};
use crate::strings::Strings;

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
    let view = use_view();
    let strings = use_strings();
    let node = use_node_ref();
    let (reading, mark) = (&props.reading, props.mark);
    let focus = view.focus.filter(|focus| focus.mark == mark);
    let open = focus.is_some();
    {
        let node = node.clone();
        use_effect_with(focus, move |focus| {
            if let (Some(focus), Some(card)) = (focus, node.cast::<web_sys::Element>())
                && focus.origin != Origin::Panel
            {
                crate::panel::bring(&card);
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
                ViewAction::Focus(mark, Origin::Panel)
            });
        })
    };
    let (word, id) = match mark {
        Mark::Quotation(id) => ("quotation", id.0),
        Mark::Proposal(id) => ("proposal", id.0),
    };
    html! {
        <li ref={node} class={classes!("card", open.then_some("open"))} data-mark={word} data-id={id.to_string()}>
            <button type="button" class="card-head" aria-expanded={open.to_string()} {onclick}>
                <span class={classes!("kind", kind.name())}>{ strings.get(&format!("kind-{}", kind.name())) }</span>
                if props.named {
                    <span class="who">{ who(reading, mark, &strings) }</span>
                }
                <span class="words" lang="en">{ words(reading, mark) }</span>
            </button>
            if open {
                <div class="card-more">{ details::details(reading, mark, &strings, &view) }</div>
            }
        </li>
    }
}

/// A mark's speaker in a word or two, doubt included.
pub fn who(reading: &Reading, mark: Mark, strings: &Strings) -> Html {
    match reading.referent(mark) {
        Referent::Named(speaker) | Referent::Resolved(speaker) => {
            html! { <span class="who-name" lang="en">{ reading.name(*speaker) }</span> }
        }
        Referent::Ambiguous(candidates) => {
            let names: Vec<&str> = candidates.iter().map(|&speaker| reading.name(speaker)).collect();
            html! { <span class="who-doubt">{ strings.about("who-one-of", &names.join(&strings.get("list-or"))) }</span> }
        }
        Referent::None => html! { <span class="who-doubt">{ strings.get("who-nobody") }</span> },
    }
}

/// A mark's text, stretches joined by an ellipsis.
pub fn words(reading: &Reading, mark: Mark) -> String {
    let stretches: Vec<String> = reading
        .spans(mark)
        .iter()
        .map(|&span| tidy(reading.text(span)))
        .collect();
    stretches.join(" … ")
}

/// A stretch for a list: line breaks of the page it came from are spaces here.
pub fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}
