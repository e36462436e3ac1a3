//! Above a list of marks: search, and a chip for each kind that is legend and filter in one.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::context::{use_strings, use_view};
use crate::state::view::{Kind, Tab};
use crate::state::{Reading, ViewAction};
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
    let kinds: &[Kind] = if props.tab == Tab::Quotations {
        &Kind::QUOTATIONS
    } else {
        &Kind::PROPOSALS
    };
    let chips = kinds.iter().map(|&kind| {
        let amount = props
            .reading
            .marks
            .iter()
            .filter(|&&mark| {
                Kind::of(&props.reading, mark) == Some(kind)
                    && view.speaks(&props.reading, mark)
                    && props.reading.mentions(mark, &view.search)
            })
            .count();
        let onclick = {
            let view = view.clone();
            Callback::from(move |_| view.dispatch(ViewAction::Toggle(kind)))
        };
        html! {
            <button type="button" key={kind.name()} class={classes!("chip", kind.name())} data-kind={kind.name()}
                aria-pressed={(!view.hidden.contains(&kind)).to_string()} {onclick}>
                <span class="sample">{ strings.name(kind) }</span>
                <span class="chip-count" translate="no">{ amount }</span>
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
