//! Quotations and proposals as lists of cards.

use yew::prelude::*;

use super::filters::Filters;
use super::mentions;
use super::speakers::key;
use crate::app::{use_strings, use_view};
use crate::card::Card;
use crate::state::view::Tab;
use crate::state::{Mark, Reading};

/// Cards drawn at once; more than that is a long task on a slow phone.
const PAGE: usize = 60;

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
    let view = use_view();
    let strings = use_strings();
    let page = use_state(|| 0_usize);
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
        use_memo(deps, move |(reading, tab, search, ..)| {
            let of_tab = |mark: Mark| matches!(mark, Mark::Quotation(_)) == (*tab == Tab::Quotations);
            reading
                .marks
                .iter()
                .copied()
                .filter(|&mark| of_tab(mark) && view.wants(reading, mark) && mentions(reading, mark, search))
                .collect::<Vec<Mark>>()
        })
    };
    // The page with the focus is shown, whatever page was open before.
    {
        let (page, wanted) = (page.clone(), wanted.clone());
        use_effect_with((view.focus, wanted.len()), move |(focus, amount)| {
            let at = focus.and_then(|focus| wanted.iter().position(|&mark| mark == focus.mark));
            match at {
                Some(at) if at / PAGE != *page => page.set(at / PAGE),
                None if *page * PAGE >= *amount => page.set(0),
                _ => {}
            }
        });
    }
    let first = (*page * PAGE).min(wanted.len());
    let last = (first + PAGE).min(wanted.len());
    let turn = |by: isize| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.set(page.saturating_add_signed(by)))
    };
    let none = match props.tab {
        _ if wanted.is_empty() && !reading.marks.is_empty() => Some("none-match"),
        Tab::Quotations if wanted.is_empty() => Some("none-quotations"),
        _ if wanted.is_empty() => Some("none-proposals"),
        _ => None,
    };
    html! {
        <>
            <Filters reading={reading.clone()} tab={props.tab} />
            if let Some(none) = none {
                <p class="none">{ strings.get(none) }</p>
            }
            if first > 0 {
                <button type="button" class="quiet more" onclick={turn(-1)}>{ strings.get("list-before") }</button>
            }
            <ol class="cards">
                { for wanted[first..last].iter().map(|&mark| html! {
                    <Card key={key(mark)} reading={reading.clone()} {mark} named={true} />
                }) }
            </ol>
            if last < wanted.len() {
                <button type="button" class="quiet more" onclick={turn(1)}>{ strings.count("list-after", wanted.len() - last) }</button>
            }
        </>
    }
}
