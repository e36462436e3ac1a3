//! Long lists by the page: thousands of rows at once are a long task, and nobody reads them.

use std::ops::Range;

use yew::prelude::*;

use crate::context::use_strings;
use crate::strings::Key;

/// Rows drawn at once.
const PAGE: usize = 60;

/// The rows to draw, with a button for those before and one for those after.
pub(super) struct Pages {
    /// Places in the list.
    pub(super) shown: Range<usize>,
    /// Empty on the first page.
    pub(super) before: Html,
    /// Empty on the last page.
    pub(super) after: Html,
}

/// The open page of a list of so many rows; the page with the row in focus is opened when the focus moves.
#[hook]
pub(super) fn use_pages(amount: usize, focus: Option<usize>) -> Pages {
    let strings = use_strings();
    let page = use_state_eq(|| 0_usize);
    {
        let page = page.clone();
        use_effect_with((focus, amount), move |&(focus, amount)| match focus {
            Some(at) => page.set(at / PAGE),
            None if *page * PAGE >= amount => page.set(0),
            None => {}
        });
    }
    let turn = |by: isize| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.set(page.saturating_add_signed(by)))
    };
    let first = (*page * PAGE).min(amount);
    let last = (first + PAGE).min(amount);
    let button = |shown: bool, by: isize, words: String| {
        if shown {
            html! { <button type="button" class="quiet more" onclick={turn(by)}>{ words }</button> }
        } else {
            Html::default()
        }
    };
    Pages {
        shown: first..last,
        before: button(first > 0, -1, strings.get(Key::ListBefore)),
        after: button(last < amount, 1, strings.count(Key::ListAfter, amount - last)),
    }
}
