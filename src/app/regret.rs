//! A word on what was just taken away, with the way back in reach: no question before, and none needed.

use gloo::timers::callback::Timeout;
use lectern_core::corrections::Correction;
use yew::prelude::*;

use crate::context::{use_hand, use_strings};
use crate::state::{WorkAction, correct};
use crate::strings::Key;

/// How long it stands, in milliseconds.
const STANDS_MS: u32 = 10_000;

/// The line; nothing unless a mark was taken away a moment ago and nothing was done since.
#[component]
pub(super) fn Regret() -> Html {
    let (hand, strings) = (use_hand(), use_strings());
    let shown = use_state_eq(|| None::<String>);
    let before = use_mut_ref(|| (None, 0));
    {
        let (shown, work) = (shown.setter(), &hand.work);
        let article = work.open.as_ref().map(|open| open.key);
        let done = (article, work.corrections.clone(), work.overrides.clone());
        use_effect_with(done, move |(article, corrections, _)| {
            let now = (*article, corrections.len());
            let (same, earlier) = before.replace(now);
            let is_more = same == *article && corrections.len() == earlier + 1;
            let last = corrections.iter().last().filter(|_| is_more);
            let gone = last.filter(|last| matches!(last, Correction::Remove(_)));
            shown.set(gone.map(correct::words));
            let later = gone.map(|_| Timeout::new(STANDS_MS, move || shown.set(None)));
            move || drop(later)
        });
    }
    let back = Callback::from(move |_: MouseEvent| {
        hand.act(WorkAction::Undo);
    });
    // In an element that always stands, as whatever comes and goes beside others.
    html! {
        <div>
            if let Some(words) = &*shown {
                <div class="regret">
                    <p>{ strings.get(Key::MendedRefused) }{ ": " }<span lang="en">{ words }</span></p>
                    <button type="button" class="tool" id="regret-mark" onclick={back}>{ strings.get(Key::Undo) }</button>
                </div>
            }
        </div>
    }
}
