//! A list to choose from whose choice is read to its end, however narrow the screen: browsers cut what is chosen to one
//! line, so it is written under the list, which lies over it unseen.

use yew::prelude::*;

/// The list and the words of what is chosen in it.
pub(super) fn pick(words: &str, list: Html) -> Html {
    html! {
        <span class="pick"><span aria-hidden="true">{ words }</span>{ list }</span>
    }
}
