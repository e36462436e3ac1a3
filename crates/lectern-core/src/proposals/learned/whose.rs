//! Whose a proposal is that no trigger told, and whom it asks: the subject and the object of the verb that it hangs on, else
//! whoever says the sentence.

use crate::lexicon::WordClass;
use crate::proposals::candidate::{Proposer, proposer};
use crate::proposals::view::View;
use crate::proposals::who::subjects;
use std::ops::Range;

/// So many tokens before a proposal are looked at for the verb that it hangs on.
const REACH: usize = 6;

/// Whose the proposal is that begins at `start`.
pub(super) fn whose(view: &View<'_>, start: usize) -> Proposer {
    match governor(view, start) {
        None => Proposer::Speaker,
        Some(verb) if obliges(view, verb) => Proposer::Speaker,
        Some(verb) => proposer(view, subjects::subject(view, verb)),
    }
}

/// Who is to do what begins at `start`: the object of the verb that it hangs on, `pressed the guild to`.
pub(super) fn addressee(view: &View<'_>, start: usize) -> Option<Range<usize>> {
    let object = governor(view, start)? + 1..start.checked_sub(1)?;
    let opens = view.begins_phrase(object.start) || view.class(object.start) == WordClass::Pronoun;
    let whole = view.form(object.end) == "to"
        && opens
        && subjects::phrase_end(view, object.start, object.end) == object.end;
    Some(object).filter(|object| whole && !object.is_empty())
}

/// The verb that what begins at `start` hangs on: the nearest before it, said by the same person.
fn governor(view: &View<'_>, start: usize) -> Option<usize> {
    let floor = view.sentence_around(start).start.max(start.saturating_sub(REACH));
    let same = |at: usize| view.marked(at) == view.marked(start) && view.said_in(at) == view.said_in(start);
    (floor..start)
        .rev()
        .take_while(|&at| same(at) && !matches!(view.raw(at), ";" | ":" | "—"))
        .find(|&at| view.is_finite(at) || view.is_gerund(at) || view.class(at) == WordClass::VerbBase)
}

/// Whether the subject of the verb at `at` is to act by the will of whoever says so.
fn obliges(view: &View<'_>, at: usize) -> bool {
    match view.form(at) {
        "will" | "would" | "shall" | "'ll" | "won't" => false,
        "ought" | "need" | "needs" => true,
        _ => view.class(at) == WordClass::Modal,
    }
}
