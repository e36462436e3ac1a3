//! Above a list of marks: search, and a chip for each kind that is legend and filter in one. A pressed chip is what is
//! shown: all of them at first, then what one chooses.

use std::iter::once;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::context::{use_strings, use_view};
use crate::state::view::{Kind, Tab};
use crate::state::{Mark, Reading, ViewAction};
use crate::strings::Key;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub reading: Reading,
    pub tab: Tab,
}

/// The filters of one list.
#[component]
pub(super) fn Filters(props: &Props) -> Html {
    let view = use_view();
    let strings = use_strings();
    let kinds: &'static [Kind] = if props.tab == Tab::Quotations {
        &Kind::QUOTATIONS
    } else {
        &Kind::PROPOSALS
    };
    let is_all = view.shows(kinds) == kinds.len();
    let amount = |one: Option<Kind>| {
        let is_in = |&&mark: &&Mark| {
            Kind::of(&props.reading, mark).is_some_and(|kind| match one {
                Some(one) => kind == one,
                None => kinds.contains(&kind),
            }) && view.speaks(&props.reading, mark)
                && props.reading.mentions(mark, &view.search)
        };
        props.reading.marks.iter().filter(is_in).count()
    };
    let chips = once(None).chain(kinds.iter().copied().map(Some)).map(|one| {
        let name = one.map_or("all", Kind::name);
        let words = one.map_or_else(|| strings.get(Key::KindsAll), |kind| strings.name(kind));
        let is_chosen = one.map_or(is_all, |kind| !is_all && !view.hidden.contains(&kind));
        let onclick = {
            let view = view.clone();
            Callback::from(move |_| view.dispatch(ViewAction::Choose(kinds, one)))
        };
        html! {
            <button type="button" key={name} class={classes!("chip", name)} data-kind={name}
                aria-pressed={is_chosen.to_string()} {onclick}>
                <span class="sample">{ words }</span>
                <span class="chip-count" translate="no">{ amount(one) }</span>
            </button>
        }
    });
    let oninput = {
        let view = view.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            {
                view.dispatch(ViewAction::Search(field.value()));
            }
        })
    };
    html! {
        <div class="filters">
            <input type="search" class="search" id="search" placeholder={strings.get(Key::Search)}
                aria-label={strings.get(Key::Search)} value={view.search.clone()} {oninput} />
            <div class="chips" role="group" aria-label={strings.get(Key::KindsLabel)}>{ for chips }</div>
            if let Some(&speaker) = view.speakers.first() {
                <button type="button" class="quiet only" onclick={
                    let view = view.clone();
                    Callback::from(move |_| view.dispatch(ViewAction::Everyone))
                }>{ strings.about(Key::OnlySpeaker, props.reading.name(speaker)) }</button>
            }
        </div>
    }
}
