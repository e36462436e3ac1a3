//! What is not shown, each with its reason and a way back.

use lectern_core::article::{Anchor, BlockKind, EditKind};
use lectern_core::input::Strength;
use yew::prelude::*;

use super::mended::Mended;
use super::pages::use_pages;
use super::props::Props;
use crate::context::{use_strings, use_work};
use crate::state::{Reading, WorkAction};
use crate::strings::Key;

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
                <span class="removed-why">{ strings.name(block.kind) }</span>
                <span class="removed-text">{ reading.text(block.span) }</span>
                <button type="button" class="tool" onclick={back}>{ strings.get(Key::RemovedBack) }</button>
            </li>
        }
    });
    html! {
        <>
            <Strengths />
            if reading.removed.is_empty() {
                <p class="none">{ strings.get(Key::NoneRemoved) }</p>
            } else {
                <div class="list-tools">
                    <button type="button" class="tool" onclick={all}>{ strings.get(Key::RemovedAllBack) }</button>
                </div>
                { pages.before }
                <ul class="removed-list">{ for items }</ul>
                { pages.after }
            }
            <Repairs reading={reading.clone()} />
            <Mended reading={reading.clone()} />
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

#[component]
fn Strengths() -> Html {
    let work = use_work();
    let strings = use_strings();
    let levels = [
        (Strength::KeepAll, Key::StrengthKeepAll),
        (Strength::Normal, Key::StrengthNormal),
        (Strength::Strict, Key::StrengthStrict),
    ];
    html! {
        <div class="switch" role="group" aria-label={strings.get(Key::StrengthLabel)}>
            { for levels.into_iter().map(|(strength, words)| {
                let onclick = {
                    let work = work.clone();
                    Callback::from(move |_| work.dispatch(WorkAction::Strength(strength)))
                };
                html! {
                    <button type="button" key={words as usize} aria-pressed={(work.overrides.strength == strength).to_string()} {onclick}>
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
            EditKind::Mojibake => Key::RepairMojibake,
            EditKind::Hyphenation => Key::RepairHyphen,
            EditKind::DropCap => Key::RepairDropCap,
            EditKind::Entity => Key::RepairEntity,
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
                <button type="button" class="tool" onclick={undo}>{ strings.get(Key::RepairUndo) }</button>
            </li>
        });
    }
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h2 class="list-head">{ strings.get(Key::Repairs) }</h2>
            <ul class="removed-list">{ for items }</ul>
        </>
    }
}
