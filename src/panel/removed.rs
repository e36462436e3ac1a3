//! What is not shown, each with its reason and a way back.

use lectern_core::article::{Anchor, BlockKind, ClutterReason, EditKind};
use lectern_core::input::Strength;
use yew::prelude::*;

use super::pages::use_pages;
use super::speakers::Props;
use crate::app::{use_strings, use_work};
use crate::state::{Reading, WorkAction};

/// The list of what was taken out, with the strength of cleaning and the repairs.
#[component]
pub(super) fn Removed(props: &Props) -> Html {
    let work = use_work();
    let strings = use_strings();
    let reading = &props.reading;
    let all = {
        let (work, reading) = (work.clone(), reading.clone());
        Callback::from(move |_| {
            let blocks = reading
                .removed
                .iter()
                .map(|&block| kept(&reading, block))
                .collect();
            work.dispatch(WorkAction::Keep(blocks));
        })
    };
    let pages = use_pages(reading.removed.len(), None);
    let items = reading.removed[pages.shown].iter().map(|&place| {
        let block = &reading.article.blocks[place];
        let back = {
            let (work, reading) = (work.clone(), reading.clone());
            Callback::from(move |_| work.dispatch(WorkAction::Keep(vec![kept(&reading, place)])))
        };
        html! {
            <li class="removed" key={place} data-block={place.to_string()}>
                <span class="removed-why">{ strings.get(&format!("reason-{}", reason(block.kind))) }</span>
                <span class="removed-text">{ reading.text(block.span) }</span>
                <button type="button" class="quiet" onclick={back}>{ strings.get("removed-back") }</button>
            </li>
        }
    });
    html! {
        <>
            <Strengths />
            if reading.removed.is_empty() {
                <p class="none">{ strings.get("none-removed") }</p>
            } else {
                <div class="list-tools">
                    <button type="button" class="quiet" onclick={all}>{ strings.get("removed-all-back") }</button>
                </div>
                { pages.before }
                <ul class="removed-list">{ for items }</ul>
                { pages.after }
            }
            <Repairs reading={reading.clone()} />
        </>
    }
}

fn kept(reading: &Reading, place: usize) -> (Anchor, BlockKind) {
    let span = reading.article.blocks[place].span;
    (
        Anchor::new(&reading.article.source.text, span),
        BlockKind::Paragraph,
    )
}

fn reason(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Byline => "byline",
        BlockKind::Details => "details",
        BlockKind::Clutter(reason) => match reason {
            ClutterReason::Navigation => "navigation",
            ClutterReason::Sharing => "sharing",
            ClutterReason::Advert => "advert",
            ClutterReason::Related => "related",
            ClutterReason::Legal => "legal",
            ClutterReason::Comments => "comments",
            ClutterReason::WordList => "word-list",
            ClutterReason::Player => "player",
            ClutterReason::Other => "other",
        },
        _ => "other",
    }
}

#[component]
fn Strengths() -> Html {
    let work = use_work();
    let strings = use_strings();
    let levels = [
        (Strength::KeepAll, "strength-keep-all"),
        (Strength::Normal, "strength-normal"),
        (Strength::Strict, "strength-strict"),
    ];
    html! {
        <div class="switch" role="group" aria-label={strings.get("strength-label")}>
            { for levels.into_iter().map(|(strength, words)| {
                let onclick = {
                    let work = work.clone();
                    Callback::from(move |_| work.dispatch(WorkAction::Strength(strength)))
                };
                html! {
                    <button type="button" key={words} aria-pressed={(work.overrides.strength == strength).to_string()} {onclick}>
                        { strings.get(words) }
                    </button>
                }
            }) }
        </div>
    }
}

/// Repairs of the text that changed more than line ends.
#[component]
fn Repairs(props: &Props) -> Html {
    let work = use_work();
    let strings = use_strings();
    let source = &props.reading.article.source;
    let mut shift = 0_i64;
    let mut items = Vec::new();
    for (place, edit) in source.edits.iter().enumerate() {
        // Where the stretch lies in the input: what edits before it added or took is counted.
        let start = (i64::from(edit.at.start()) + shift).max(0) as u32;
        shift += edit.was.len() as i64 - i64::from(edit.at.len());
        let words = match edit.kind {
            EditKind::LineEnd => continue,
            EditKind::Mojibake => "repair-mojibake",
            EditKind::Hyphenation => "repair-hyphen",
            EditKind::DropCap => "repair-drop-cap",
        };
        let undo = {
            let (work, length) = (work.clone(), edit.was.len() as u32);
            Callback::from(move |_| {
                let Some(document) = &work.open else { return };
                let span = lectern_core::Span::new(start, start + length);
                work.dispatch(WorkAction::UndoRepair(Anchor::new(&document.input.text, span)));
            })
        };
        items.push(html! {
            <li class="removed" key={place}>
                <span class="removed-why">{ strings.get(words) }</span>
                <span class="removed-text">{ edit.was.replace('\n', "⏎") }{ " → " }{ edit.at.text(&source.text) }</span>
                <button type="button" class="quiet" onclick={undo}>{ strings.get("repair-undo") }</button>
            </li>
        });
    }
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h2 class="list-head">{ strings.get("repairs") }</h2>
            <ul class="removed-list">{ for items }</ul>
        </>
    }
}
