//! Quotations and proposals as lists of cards.

use yew::prelude::*;

use super::filters::Filters;
use super::pages::use_pages;
use crate::card::{Card, Copy};
use crate::context::{use_is_whole, use_strings, use_view};
use crate::state::view::Tab;
use crate::state::{Mark, Reading, ViewAction};
use crate::strings::Key;

/// What the list is given.
#[derive(Properties, PartialEq, Debug)]
pub(super) struct Props {
    /// The reading that it lists.
    pub reading: Reading,
    /// Quotations or proposals.
    pub tab: Tab,
}

/// The list.
#[component]
pub(super) fn Marks(props: &Props) -> Html {
    let (view, is_whole) = (use_view(), use_is_whole());
    let strings = use_strings();
    let reading = &props.reading;
    let wanted = {
        let view = view.clone();
        let deps = (
            reading.clone(),
            props.tab,
            view.search.clone(),
            view.hidden.clone(),
            view.speakers.clone(),
        );
        use_memo(deps, move |(reading, tab, ..)| {
            let of_tab = |mark: Mark| matches!(mark, Mark::Quotation(_)) == (*tab == Tab::Quotations);
            reading
                .marks
                .iter()
                .copied()
                .filter(|&mark| of_tab(mark) && view.lists(reading, mark))
                .collect::<Vec<Mark>>()
        })
    };
    let focus = view
        .focus
        .and_then(|focus| wanted.iter().position(|&mark| mark == focus.mark));
    let pages = use_pages(wanted.len(), focus);
    let none = match props.tab {
        _ if wanted.is_empty() && !reading.marks.is_empty() => Some(Key::NoneMatch),
        Tab::Quotations if wanted.is_empty() => Some(Key::NoneQuotations),
        _ if wanted.is_empty() => Some(Key::NoneProposals),
        _ => None,
    };
    let clear = {
        let view = view.clone();
        Callback::from(move |_| view.dispatch(ViewAction::All))
    };
    html! {
        <>
            <Filters reading={reading.clone()} tab={props.tab} />
            if let Some(none) = none {
                <p class="none">{ strings.get(none) }</p>
                if none == Key::NoneMatch {
                    <button type="button" class="tool" id="clear" onclick={clear}>{ strings.get(Key::FilterClear) }</button>
                }
            }
            if is_whole && !wanted.is_empty() {
                <div class="list-tools">
                    <Copy reading={reading.clone()} marks={(*wanted).clone()} words={strings.count(Key::CopyShown, wanted.len())} />
                </div>
            }
            { pages.before }
            <ol class="cards">
                { for wanted[pages.shown].iter().map(|&mark| html! {
                    <Card key={mark.key()} reading={reading.clone()} {mark} named={true} />
                }) }
            </ol>
            { pages.after }
        </>
    }
}
