//! The panel beside the article (on a phone: a sheet below it): the same marks as lists.

mod check;
mod filters;
mod lists;
mod mend;
mod mended;
mod pages;
mod props;
mod removed;
mod sheet;
mod speakers;

use lectern_core::corrections::Correction;
use yew::prelude::*;

use crate::context::{use_is_whole, use_strings, use_view, use_work};
use crate::state::view::{Sheet, Tab};
use crate::state::{Mark, Reading, View, ViewAction};
use crate::strings::Key;

/// What the panel is given.
#[derive(Properties, PartialEq, Debug)]
pub struct Props {
    /// The reading that it lists.
    pub reading: Reading,
    /// Whether the marks have come, or only the layout.
    pub marked: bool,
}

/// The panel.
#[component]
pub fn Panel(props: &Props) -> Html {
    let (view, is_whole) = (use_view(), use_is_whole());
    let strings = use_strings();
    let reading = &props.reading;
    let node = use_node_ref();
    sheet::use_drag(&node, &view);
    let list = match view.tab {
        Tab::Speakers => html! { <speakers::Speakers reading={reading.clone()} /> },
        Tab::Quotations | Tab::Proposals => {
            html! { <lists::Marks reading={reading.clone()} tab={view.tab} /> }
        }
        Tab::Check | Tab::Removed if !is_whole => Html::default(),
        Tab::Check => html! { <check::Check reading={reading.clone()} /> },
        Tab::Removed => html! { <removed::Removed reading={reading.clone()} /> },
    };
    html! {
        <aside ref={node} id="panel" class="panel" data-sheet={view.sheet.word()} aria-label={strings.get(Key::PanelLabel)}
            aria-busy={(!props.marked).to_string()}>
            <Grip />
            <Tabs reading={reading.clone()} />
            <div class="list" id="panel-list" role="tabpanel" aria-labelledby={tab_id(view.tab)} tabindex="-1" key={view.tab.word()}>
                { list }
            </div>
        </aside>
    }
}

fn tab_id(tab: Tab) -> String {
    format!("tab-{}", tab.word())
}

/// How many things the list of each tab holds, as it is filtered. `refused` are marks that a person took away.
fn amounts(reading: &Reading, view: &View, refused: usize) -> Vec<usize> {
    let (mut quotations, mut proposals) = (0, 0);
    for &mark in &reading.marks {
        let count = match mark {
            Mark::Quotation(_) => &mut quotations,
            Mark::Proposal(_) => &mut proposals,
        };
        *count += usize::from(view.lists(reading, mark));
    }
    let amount = |&tab: &Tab| match tab {
        Tab::Speakers => reading.cast.len(),
        Tab::Quotations => quotations,
        Tab::Proposals => proposals,
        Tab::Check => reading.to_check().count(),
        Tab::Removed => reading.removed.len() + refused,
    };
    Tab::ALL.iter().map(amount).collect()
}

#[derive(Properties, PartialEq)]
struct TabsProps {
    reading: Reading,
}

#[component]
fn Tabs(props: &TabsProps) -> Html {
    let (work, view, strings) = (use_work(), use_view(), use_strings());
    let is_refusal = |one: &&Correction| matches!(one, Correction::Remove(_));
    let refused = work.corrections.iter().filter(is_refusal).count();
    let amounts = amounts(&props.reading, &view, refused);
    let onkeydown = {
        let view = view.clone();
        Callback::from(move |event: KeyboardEvent| {
            let here = Tab::ALL.iter().position(|&tab| tab == view.tab).unwrap_or(0);
            let last = Tab::ALL.len() - 1;
            let next = match event.key().as_str() {
                "ArrowRight" => (here + 1) % Tab::ALL.len(),
                "ArrowLeft" => here.checked_sub(1).unwrap_or(last),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            view.dispatch(ViewAction::Open(Tab::ALL[next]));
            if let Some(tab) = gloo::utils::document().get_element_by_id(&tab_id(Tab::ALL[next])) {
                crate::dom::focus(&tab);
            }
        })
    };
    let tabs = Tab::ALL.iter().copied().zip(amounts).map(|(tab, amount)| {
        let chosen = view.tab == tab;
        let onclick = {
            let view = view.clone();
            Callback::from(move |_| view.dispatch(ViewAction::Open(tab)))
        };
        html! {
            <button type="button" role="tab" key={tab.word()} id={tab_id(tab)} data-tab={tab.word()} class="tab"
                aria-selected={chosen.to_string()} aria-controls="panel-list"
                tabindex={if chosen { "0" } else { "-1" }} {onclick}>
                <span class="tab-name">{ strings.name(tab) }</span>
                <span class="tab-count" translate="no">{ amount }</span>
            </button>
        }
    });
    html! {
        <div class="tabs" role="tablist" aria-label={strings.get(Key::PanelLabel)} {onkeydown}>{ for tabs }</div>
    }
}

/// The sheet's handle, on phones: one press, one stop.
#[component]
fn Grip() -> Html {
    let view = use_view();
    let strings = use_strings();
    let (next, label) = match view.sheet {
        Sheet::Peek => (Sheet::Half, Key::SheetOpen),
        Sheet::Half => (Sheet::Full, Key::SheetMore),
        Sheet::Full => (Sheet::Peek, Key::SheetClose),
    };
    let onclick = {
        let view = view.clone();
        Callback::from(move |_| view.dispatch(ViewAction::Sheet(next)))
    };
    html! {
        <button type="button" class="grip" aria-label={strings.get(label)} {onclick}><span class="grip-bar" /></button>
    }
}
