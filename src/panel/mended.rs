//! Below what is to be checked: what a person took away, and corrections whose words are not in the text any more.

use lectern_core::corrections::Correction;
use yew::prelude::*;

use super::props::Props;
use crate::context::{use_hand, use_strings};
use crate::state::{WorkAction, correct};
use crate::strings::Key;

/// The list; nothing where there is none.
#[component]
pub(super) fn Mended(props: &Props) -> Html {
    let (hand, strings) = (use_hand(), use_strings());
    let all = hand.work.corrections.clone();
    let rows = all.iter().enumerate().filter_map(|(place, correction)| {
        let is_missing = props.reading.missing().binary_search(&place).is_ok();
        let (why, undo) = match correction {
            _ if is_missing => (Key::MendedMissing, Key::MendedForget),
            Correction::Remove(_) => (Key::MendedRefused, Key::RemovedBack),
            _ => return None,
        };
        let onclick = {
            let hand = hand.clone();
            Callback::from(move |_: MouseEvent| {
                hand.act(WorkAction::Correct(correct::without(
                    &hand.work.corrections,
                    place,
                )));
            })
        };
        Some(html! {
            <li class="removed" key={place}>
                <span class="removed-why">{ strings.get(why) }</span>
                <span class="removed-text" lang="en">{ correct::words(correction) }</span>
                <button type="button" class="tool" {onclick}>{ strings.get(undo) }</button>
            </li>
        })
    });
    let rows: Vec<Html> = rows.collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h2 class="list-head">{ strings.get(Key::Mended) }</h2>
            <ul class="removed-list" id="mended">{ for rows }</ul>
        </>
    }
}
