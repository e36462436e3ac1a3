//! What a careful reader looks at twice: the marks that their cards say to check, in the order of the article.

use yew::prelude::*;

use super::pages::use_pages;
use super::props::Props;
use crate::context::{use_strings, use_view};
use crate::parts::doubt_words;
use crate::state::ViewAction;
use crate::state::view::Chosen;
use crate::strings::Key;

/// The list.
#[component]
pub(super) fn Check(props: &Props) -> Html {
    let (view, strings) = (use_view(), use_strings());
    let reading = &props.reading;
    let all = use_memo(reading.clone(), |reading| reading.to_check().collect::<Vec<_>>());
    let pages = use_pages(all.len(), None);
    if all.is_empty() {
        return html! { <p class="none">{ strings.get(Key::NoneCheck) }</p> };
    }
    let items = all[pages.shown].iter().map(|&(mark, doubt)| {
        let onclick = {
            let view = view.clone();
            Callback::from(move |_: MouseEvent| view.dispatch(ViewAction::Focus(mark, Chosen::Elsewhere)))
        };
        html! {
            <li class="doubt" key={mark.key()}>
                <span class="doubt-why">{ doubt_words(reading, mark, doubt, &strings) }</span>
                <button type="button" class="doubt-text" lang="en" {onclick}>{ reading.words(mark) }</button>
            </li>
        }
    });
    html! { <>{ pages.before }<ol class="doubts">{ for items }</ol>{ pages.after }</> }
}
