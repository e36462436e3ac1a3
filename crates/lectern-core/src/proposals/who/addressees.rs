//! Who is to act, where the action itself tells it: `that the bank lower its fees`, `the owners should pay`.

use crate::lexicon::{WordClass, WordSet};
use crate::proposals::view::View;
use crate::proposals::who::subjects;
use std::ops::Range;

/// Who is to act is told in so many words.
const LONGEST: usize = 8;

/// The phrase that opens an action, if it is to do what the action tells: before `should` and its like, before a bare
/// verb, and before an infinitive if somebody wants it to.
pub(crate) fn of_action(view: &View<'_>, action: &Range<usize>) -> Option<Range<usize>> {
    let opens = view.begins_phrase(action.start) || view.class(action.start) == WordClass::Pronoun;
    let end = subjects::phrase_end(view, action.start, action.end.min(action.start + LONGEST));
    let phrase = action.start..end;
    let vague = phrase.len() == 1 && WordSet::VagueSubject.has(view.form(phrase.start));
    let nobody = WordSet::DenyingSubject.has(view.form(phrase.start));
    let acts = match view.class(end) {
        WordClass::Modal => view.form(end + 1) != "be",
        WordClass::InfinitiveTo => view.is_action(end + 1) && is_wanted(view, action.start),
        _ => matches!(view.form(end), "ought" | "needs" | "need") || view.class(end) == WordClass::VerbBase,
    };
    (opens && acts && !vague && !nobody && !phrase.is_empty() && end < action.end).then_some(phrase)
}

/// Whether what begins at `start` hangs on a verb of wanting: `wants the town to`.
fn is_wanted(view: &View<'_>, start: usize) -> bool {
    let before = start.checked_sub(1);
    before.is_some_and(|at| matches!(view.lemma(at), "want" | "like" | "expect" | "prefer" | "for"))
}
