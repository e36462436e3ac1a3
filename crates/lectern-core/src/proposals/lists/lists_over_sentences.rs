//! Lists that run over several sentences or blocks: bullets, numbered lines, `First ... Second ... Finally`.

use crate::article::BlockKind;
use crate::lexicon::{WordClass, WordSet};
use crate::proposals::boundaries;
use crate::proposals::lists::item_head;
use crate::proposals::view::View;
use std::ops::Range;

/// More items than this are no list of proposals.
const MOST_ITEMS: usize = 60;
/// The mark of an item has no more tokens: `(`, `ii`, `)` and one more.
const MARKER_LONGEST: usize = 4;

/// The items in the blocks that follow token `at`, one a block, as long as each is marked as an item.
pub(crate) fn blocks(view: &View<'_>, at: usize) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    let mut next = at;
    while next < view.len() && items.len() < MOST_ITEMS {
        let Some(block) = view.sentence(next).map(|sentence| sentence.block) else {
            break;
        };
        let outside = |at: &usize| view.sentence(*at).is_none_or(|sentence| sentence.block != block);
        // a marker is short: only behind one is the block's end looked for, else text without any takes its square
        let near = (next..view.len().min(next + MARKER_LONGEST)).find(outside);
        let marker =
            item_head::enumerator_end(view, next, near.unwrap_or(view.len().min(next + MARKER_LONGEST)));
        if marker.is_none() && view.block_kind(next) != Some(BlockKind::ListItem) {
            break;
        }
        let end = (next..view.len()).find(outside).unwrap_or(view.len());
        let start = item_head::skip_lead_in(view, marker.unwrap_or(next), end);
        let close = boundaries::trim(view, start, end);
        if start < close {
            items.push(start..close);
        }
        next = end;
    }
    items
}

/// The items in the sentences from token `at` on that open with `First`, `Second`, `Finally`.
pub(crate) fn sentences(view: &View<'_>, at: usize) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    let Some(sentence) = view.sentence(at) else {
        return items;
    };
    let first = view.tokens.list[sentence.first as usize].sentence as usize;
    let mut silent = 0;
    for number in first..view.tokens.sentences.len().min(first + MOST_ITEMS) {
        let Some(range) = view.nth_sentence(number) else {
            break;
        };
        match ordinal_item(view, &range, items.is_empty()) {
            Some(item) => {
                items.push(item);
                silent = 0;
            }
            // one sentence may explain the item before
            None if !items.is_empty() && silent == 0 => silent = 1,
            None => break,
        }
    }
    items
}

/// The items in the sentences from token `at` on that have the same pronoun and modal: `He would ... He would also ...`.
pub(crate) fn same_modal(view: &View<'_>, at: usize) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    let Some(first) = view.tokens.list.get(at).map(|token| token.sentence as usize) else {
        return items;
    };
    let mut opening: Option<(usize, usize)> = None;
    for number in first..view.tokens.sentences.len().min(first + MOST_ITEMS) {
        let Some(range) = view.nth_sentence(number) else {
            break;
        };
        let subject = range.start + usize::from(view.class(range.start) == WordClass::Coordinator);
        let modal = subject + 1;
        let alike = opening.is_none_or(|(pronoun, other)| {
            view.form(pronoun) == view.form(subject) && view.form(other) == view.form(modal)
        });
        let fits =
            view.class(subject) == WordClass::Pronoun && view.class(modal) == WordClass::Modal && alike;
        if !fits || !view.is_base(view.past_adverbs(modal + 1, range.end)) {
            break;
        }
        opening = Some((subject, modal));
        let start = modal + 1 + usize::from(view.form(modal + 1) == "also");
        let close = boundaries::action_end(view, start, boundaries::hard_end(view, start));
        if start < close {
            items.push(start..close);
        }
    }
    items
}

/// The clauses of the sentence at token `at`, which semicolons part, as long as each has a modal of its own; `and` before
/// the last is no part of it.
pub(crate) fn clauses(view: &View<'_>, at: usize) -> Vec<Range<usize>> {
    let sentence = view.sentence_around(at);
    let mut items = Vec::new();
    let mut start = sentence.start;
    for at in sentence.clone() {
        if view.raw(at) == ";" || at + 1 == sentence.end {
            let joined = usize::from(view.class(start) == WordClass::Coordinator);
            let comma = usize::from(joined == 1 && view.raw(start + 1) == ",");
            let end = boundaries::trim(view, start, if view.raw(at) == ";" { at } else { sentence.end });
            if !(start..end).any(|at| view.class(at) == WordClass::Modal) {
                break;
            }
            items.push(start + joined + comma..end);
            start = at + 1;
        }
    }
    items
}

/// Whether the sentence opens a list told over sentences.
pub(crate) fn opens(view: &View<'_>, range: &Range<usize>) -> bool {
    ordinal_item(view, range, true).is_some()
}

/// The item of a sentence that opens with an ordinal; `opening` asks for the first of them.
fn ordinal_item(view: &View<'_>, range: &Range<usize>, opening: bool) -> Option<Range<usize>> {
    let start = range.start + usize::from(view.is_mark(range.start));
    let article =
        usize::from(view.form(start) == "the" || view.form(start) == "a" || view.form(start) == "and");
    let ordinal = view.form(start + article);
    let phrase = match (view.form(start), view.form(start + 1), view.form(start + 2)) {
        ("to", "begin" | "start", "with") | ("for", "one", "thing") => 3,
        ("in", "addition", _) | ("for", "another", _) => 2,
        _ if WordSet::ItemOpener.has(ordinal) => article + 1,
        _ => return None,
    };
    let is_first = phrase == 3 || matches!(ordinal, "first" | "firstly");
    if opening != is_first && opening {
        return None;
    }
    let after = start + phrase;
    let comma = usize::from(view.raw(after) == ",");
    let past = past_interruption(view, after + comma, range.end);
    let after = if past > after + comma { past } else { after };
    let end = boundaries::hard_end(view, after);
    if after >= end {
        return None;
    }
    let begin = item_start(view, after, end, article == 0)?;
    let close = boundaries::action_end(view, begin, end);
    (begin < close).then_some(begin..close)
}

/// Past `he says,` and `and here the room went quiet,` before a command.
fn past_interruption(view: &View<'_>, start: usize, end: usize) -> usize {
    let comma = (start..end.min(start + LONGEST_INTERRUPTION)).find(|&at| view.raw(at) == ",");
    let interrupts = |comma: usize| {
        let told = view.class(start) == WordClass::Coordinator
            || (start..comma).any(|at| boundaries::speaks(view, at));
        told && !(start..comma).any(|at| view.class(at) == WordClass::Modal)
            && view.is_base(view.past_adverbs(comma + 1, end))
    };
    comma
        .filter(|&comma| interrupts(comma))
        .map_or(start, |comma| comma + 1)
}

/// What stands between an ordinal and its command has no more tokens.
const LONGEST_INTERRUPTION: usize = 8;

/// Where the action begins after the ordinal: after `is to`, after a modal, or at a command.
fn item_start(view: &View<'_>, after: usize, end: usize, by_modal: bool) -> Option<usize> {
    let modal = (after..end).find(|&at| {
        view.class(at) == WordClass::Modal || matches!(view.form(at), "needs" | "need" | "ought")
    });
    let to = (after..end.min(after + 12)).find(|&at| view.class(at) == WordClass::InfinitiveTo);
    let finite = (after..end).find(|&at| view.is_finite(at));
    match (modal, to) {
        (Some(modal), _) if by_modal && (Some(modal) == finite || finite.is_none()) => {
            let to = usize::from(view.class(modal + 1) == WordClass::InfinitiveTo);
            Some(modal + 1 + to).filter(|&at| view.is_base(view.past_adverbs(at, end)))
        }
        (_, Some(to)) => {
            let linked = (after..to)
                .all(|at| !view.is_finite(at) || matches!(view.form(at), "is" | "was" | "are" | "were"));
            linked.then_some(to + 1)
        }
        _ => {
            let start = after + usize::from(view.raw(after) == ",");
            let verb = view.past_adverbs(start, end);
            let linked = matches!(view.form(after), "is" | "was")
                .then_some(after + 1)
                .filter(|&at| view.begins_phrase(at) || view.is_gerund(at));
            linked.or_else(|| {
                // `First, aligning rules.`
                if view.is_gerund(verb) && view.raw(after) == "," {
                    return Some(start);
                }
                // `plant it before the frost comes`
                let bare = finite.is_none_or(|finite| {
                    (verb + 1..finite).any(|at| {
                        view.class(at) == WordClass::Subordinator
                            || matches!(view.form(at), "before" | "after" | "who" | "that" | "which")
                    })
                });
                (view.is_base(verb) && bare && view.class(verb) != WordClass::Name).then_some(start)
            })
        }
    }
}
