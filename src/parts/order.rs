//! How speakers are ordered, to choose.

use yew::prelude::*;

use crate::context::{use_strings, use_view};
use crate::state::ViewAction;
use crate::state::view::Order;
use crate::strings::Key;

/// The choice, side by side.
#[component]
pub fn Orders() -> Html {
    let (view, strings) = (use_view(), use_strings());
    html! {
        <div class="switch orders" role="group" aria-label={strings.get(Key::OrderLabel)}>
            { for Order::ALL.iter().map(|&order| {
                let onclick = {
                    let view = view.clone();
                    Callback::from(move |_| view.dispatch(ViewAction::Order(order)))
                };
                html! {
                    <button type="button" key={order.word()} aria-pressed={(view.order == order).to_string()} {onclick}>
                        { strings.name(order) }
                    </button>
                }
            }) }
        </div>
    }
}
