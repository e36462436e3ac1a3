//! What stands beside an action and is no part of it: why, when it was said, and where.

use crate::lexicon::{self, WordClass, WordSet};
use crate::proposals::boundaries::trim;
use crate::proposals::view::View;

/// Where the action proper ends within `start..end`: before what only explains or reports.
pub(crate) fn soft_end(view: &View<'_>, start: usize, end: usize) -> usize {
    let stop = (start + 1..end)
        .find(|&at| explains(view, start, at) || is_utterance(view, at, end) || is_past(view, at, end));
    trim(view, start, stop.unwrap_or(end))
}

/// `last week`, `yesterday`, `three days ago` at the end: when it was said, not when it is to be done.
fn is_past(view: &View<'_>, at: usize, end: usize) -> bool {
    match end - at {
        1 => view.form(at) == "yesterday",
        2 => view.form(at) == "last",
        3 => view.form(at + 2) == "ago",
        _ => false,
    }
}

fn explains(view: &View<'_>, start: usize, at: usize) -> bool {
    match view.form(at) {
        "even" => matches!(view.form(at + 1), "if" | "though" | "when" | "as"),
        "so" => view.form(at + 1) == "that" || view.raw(at - 1) == ",",
        // `resign for saying so`: a reason, not what is to be done
        "for" => view.is_gerund(at + 1) && view.class(at - 1) != WordClass::Noun,
        // `after a strike`: when it was said, outside of what is quoted
        "after" if view.marked(at).is_none() && view.begins_phrase(at + 1) => true,
        // `until every cent was paid`: on what it depends
        "until" => {
            opens_told_clause(view, at)
                && !clause_verbs(view, at).any(|at| matches!(view.form(at), "was" | "were" | "had"))
        }
        // `before they end up in court`
        "before" if view.class(at + 1) == WordClass::Pronoun => at > start + 2,
        "before" if view.form(at + 1) == "any" => false,
        "while" | "after" | "before" => opens_told_clause(view, at),
        "when" => opens_clause(view, at) && view.class(at - 1) != WordClass::Preposition,
        "as" => opens_clause(view, at) || view.in_headline_shape(at) && view.class(at + 1) == WordClass::Noun,
        "due" => view.form(at + 1) == "to",
        "amid" => true,
        form => WordSet::ReasonOpener.has(form),
    }
}

/// `until he gave more`, `after talks had failed`: a subject and its past tense, told by the writer rather than asked for.
fn opens_told_clause(view: &View<'_>, at: usize) -> bool {
    let now = |at: usize| matches!(view.form(at), "is" | "are" | "has" | "have" | "been");
    clause_verbs(view, at).any(|at| {
        view.class(at) == WordClass::VerbPast && !now(at - 1)
            || matches!(view.form(at), "was" | "were" | "had")
    })
}

/// `as the opposition walks out`: the same with a verb in any tense.
fn opens_clause(view: &View<'_>, at: usize) -> bool {
    clause_verbs(view, at).next().is_some()
}

/// The finite verbs of the clause that the word at `at` opens, if a subject stands behind it.
fn clause_verbs(view: &View<'_>, at: usize) -> impl Iterator<Item = usize> {
    let subject = view.begins_phrase(at + 1) || view.class(at + 1) == WordClass::Pronoun;
    (at + 2..at + CLAUSE_REACH)
        .take_while(move |&at| subject && view.class(at) != WordClass::Sign)
        .filter(|&at| view.is_finite(at))
}

/// A clause has its verb within so many words.
const CLAUSE_REACH: usize = 8;

pub(crate) fn is_weekday(view: &View<'_>, at: usize) -> bool {
    lexicon::is_weekday(view.form(at).trim_end_matches('.'))
}

/// `in a statement on Thursday`, `at a rally`, `on Monday` at the end.
fn is_utterance(view: &View<'_>, at: usize, end: usize) -> bool {
    if view.class(at) != WordClass::Preposition || !WordSet::BeforeUtterance.has(view.form(at)) {
        return false;
    }
    if view.form(at) == "on" && is_weekday(view, at + 1) && at + 2 >= end {
        return true;
    }
    if !matches!(view.class(at + 1), WordClass::Determiner | WordClass::Possessive) {
        return false;
    }
    (at + 2..end.min(at + 5)).any(|at| {
        WordSet::Utterance.has_noun(view.form(at))
            && (at + 1 >= end || !matches!(view.class(at + 1), WordClass::Noun | WordClass::Name))
    })
}
