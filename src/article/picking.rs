//! Words picked by keys, for whoever has no pointer: a key picks the first word of the mark in hand, or of what is in
//! sight; arrows go on by words and blocks, with Shift they take more. What is picked is the browser's selection.

use std::cell::Cell;

use gloo::utils::window;
use lectern_core::article::Span;
use web_sys::{Element, KeyboardEvent, ScrollLogicalPosition};

use super::{marks, place};
use crate::dom;
use crate::state::reading::{is_shown, tidy};
use crate::state::{Reading, View};

/// The line that tells what is picked.
pub(super) const TOLD: &str = "picked";

/// Below what of the view an article's words are in sight, in pixels: the line above it lies over them.
const TOP: f64 = 60.0;

/// From word to word of a block, by their places in it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Picked {
    block: usize,
    /// Where it began.
    from: usize,
    /// Where it is now; before `from` when it went backwards.
    to: usize,
}

thread_local! {
    static PICKED: Cell<Option<Picked>> = const { Cell::new(None) };
}

/// Begins to pick; false where there are no words.
pub fn begin(reading: &Reading, view: &View) -> bool {
    let in_hand = view
        .focus
        .and_then(|focus| reading.spans(focus.mark).first().copied());
    let block = match in_hand {
        Some(span) => reading.article.block_at(span.start()),
        None => in_sight().unwrap_or_default(),
    };
    let Some(block) = (block..reading.article.blocks.len()).find(|&block| !words(reading, block).is_empty())
    else {
        return false;
    };
    let before = |word: &&Span| in_hand.is_some_and(|span| word.end() <= span.start());
    let at = words(reading, block).iter().filter(before).count();
    pick(
        reading,
        Picked {
            block,
            from: at,
            to: at,
        },
    )
}

/// Picks the words of a place, as far as they are in its first block; false where that is not shown.
pub(super) fn select(reading: &Reading, span: Span) -> bool {
    let block = reading.article.block_at(span.start());
    let words = words(reading, block);
    let from = words.iter().position(|word| word.end() > span.start());
    let to = words.iter().rposition(|word| word.start() < span.end());
    match (from, to) {
        (Some(from), Some(to)) if from <= to => pick(reading, Picked { block, from, to }),
        _ => false,
    }
}

/// Whether words are being picked: those that were are still what is selected.
pub fn is_on(reading: &Reading) -> bool {
    let is_selected = PICKED.get().is_some_and(|picked| {
        let selected = place::selected(reading).and_then(|spans| spans.first().copied());
        selected.is_some_and(|selected| span(reading, picked).is_some_and(|span| span.overlaps(selected)))
    });
    if !is_selected {
        PICKED.set(None);
    }
    is_selected
}

/// Goes on by a key; true when it was one for that.
pub fn pressed(event: &KeyboardEvent, reading: &Reading) -> bool {
    let key = event.key();
    if !matches!(
        key.as_str(),
        "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Escape"
    ) || !is_on(reading)
    {
        return false;
    }
    let Some(now) = PICKED.get() else { return false };
    if key == "Escape" {
        PICKED.set(None);
        place::deselect();
        tell("");
        return true;
    }
    let by = if matches!(key.as_str(), "ArrowRight" | "ArrowDown") {
        1
    } else {
        -1
    };
    let next = match key.as_str() {
        "ArrowLeft" | "ArrowRight" => step(reading, now, by, event.shift_key()),
        _ => beside(reading, now.block, by).map(|block| Picked {
            block,
            from: 0,
            to: 0,
        }),
    };
    next.is_none_or(|next| pick(reading, next))
}

/// The next word; with more, up to it. At the end of a block it goes on in the next.
fn step(reading: &Reading, now: Picked, by: isize, more: bool) -> Option<Picked> {
    let last = words(reading, now.block).len().checked_sub(1)?;
    match now.to.checked_add_signed(by).filter(|&to| to <= last) {
        Some(to) => Some(Picked {
            from: if more { now.from } else { to },
            to,
            ..now
        }),
        None if more => None,
        None => {
            let block = beside(reading, now.block, by)?;
            let end = words(reading, block).len().saturating_sub(1);
            let at = if by > 0 { 0 } else { end };
            Some(Picked {
                block,
                from: at,
                to: at,
            })
        }
    }
}

/// The next block with words.
fn beside(reading: &Reading, block: usize, by: isize) -> Option<usize> {
    let mut block = block.checked_add_signed(by)?;
    while block < reading.article.blocks.len() {
        if !words(reading, block).is_empty() {
            return Some(block);
        }
        block = block.checked_add_signed(by)?;
    }
    None
}

/// Selects it, brings it in sight and tells it.
fn pick(reading: &Reading, picked: Picked) -> bool {
    let selected = span(reading, picked).and_then(|span| Some((span, place::range(reading, span)?)));
    let (Some((span, range)), Ok(Some(selection))) = (selected, window().get_selection()) else {
        return false;
    };
    place::deselect();
    // Nothing is picked where the browser refuses.
    if selection.add_range(&range).is_err() {
        return false;
    }
    PICKED.set(Some(picked));
    if let Some(element) = block_element(picked.block) {
        dom::scroll_to(&element, ScrollLogicalPosition::Nearest);
    }
    tell(&tidy(reading.text(span)));
    true
}

fn tell(words: &str) {
    if let Some(line) = gloo::utils::document().get_element_by_id(TOLD) {
        line.set_text_content(Some(words));
    }
}

fn span(reading: &Reading, picked: Picked) -> Option<Span> {
    let words = words(reading, picked.block);
    let (first, last) = (picked.from.min(picked.to), picked.from.max(picked.to));
    Some(words.get(first)?.cover(*words.get(last)?))
}

/// The words of a block that is shown.
fn words(reading: &Reading, block: usize) -> Vec<Span> {
    let block = reading
        .article
        .blocks
        .get(block)
        .filter(|block| is_shown(block.kind));
    let Some(content) = block.map(|block| block.content) else {
        return Vec::new();
    };
    let text = reading.text(content);
    let start = |word: &str| content.start() + (word.as_ptr() as usize - text.as_ptr() as usize) as u32;
    text.split_whitespace()
        .map(|word| Span::new(start(word), start(word) + word.len() as u32))
        .collect()
}

/// The first block that is in sight.
fn in_sight() -> Option<usize> {
    let selector = format!("#{} [data-block][data-kind]", marks::ARTICLE);
    let blocks = gloo::utils::document().query_selector_all(&selector).ok()?;
    let elements =
        (0..blocks.length()).filter_map(|at| wasm_bindgen::JsCast::dyn_into::<Element>(blocks.get(at)?).ok());
    let mut seen = elements.filter(|element| element.get_bounding_client_rect().bottom() > TOP);
    seen.next()?.get_attribute("data-block")?.parse().ok()
}

fn block_element(block: usize) -> Option<Element> {
    let selector = format!("#{} [data-block=\"{block}\"][data-kind]", marks::ARTICLE);
    gloo::utils::document().query_selector(&selector).ok()?
}
