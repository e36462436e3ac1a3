//! What a careful reader looks at twice: the marks that their cards say to check, in the order of the article, each with
//! its kind, its speaker and the reason.

use yew::prelude::*;

use super::mended::Mended;
use super::pages::use_pages;
use super::props::Props;
use crate::card::Card;
use crate::context::{use_strings, use_view};
use crate::parts::{doubt_words, who};
use crate::state::ViewAction;
use crate::state::view::{Chosen, Kind};
use crate::strings::Key;

/// The list.
#[component]
pub(super) fn Check(props: &Props) -> Html {
    let (view, strings) = (use_view(), use_strings());
    let reading = &props.reading;
    let all = use_memo(reading.clone(), |reading| reading.to_check().collect::<Vec<_>>());
    let focus = view.focus.map(|focus| focus.mark);
    let at = all.iter().position(|&(mark, _)| Some(mark) == focus);
    let pages = use_pages(all.len(), at);
    let mended = html! { <Mended reading={reading.clone()} /> };
    if all.is_empty() {
        return html! { <><p class="none">{ strings.get(Key::NoneCheck) }</p>{ mended }</> };
    }
    let items = all[pages.shown].iter().map(|&(mark, doubt)| {
        if focus == Some(mark) {
            return html! {
                <li class="doubt" key={mark.key()}>
                    <ul class="cards"><Card reading={reading.clone()} {mark} named={true} /></ul>
                </li>
            };
        }
        let onclick = {
            let view = view.clone();
            Callback::from(move |_: MouseEvent| view.dispatch(ViewAction::Focus(mark, Chosen::Queue)))
        };
        let kind = Kind::of(reading, mark);
        html! {
            <li class="card doubt" key={mark.key()}>
                <button type="button" class="card-head" {onclick}>
                    if let Some(kind) = kind {
                        <span class={classes!("kind", kind.name())}>{ strings.name(kind) }</span>
                    }
                    <span class="who">{ who(reading, mark, &strings) }</span>
                    <span class="words doubt-text" lang="en">{ reading.words(mark) }</span>
                    <span class="doubt-why">{ doubt_words(reading, mark, doubt, &strings) }</span>
                </button>
            </li>
        }
    });
    html! {
        <>
            <p class="list-note" id="left-to-check">{ strings.count(Key::CheckLeft, all.len()) }</p>
            { pages.before }
            <ol class="cards">{ for items }</ol>
            { pages.after }
            { mended }
        </>
    }
}
