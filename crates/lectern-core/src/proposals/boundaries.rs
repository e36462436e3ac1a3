//! Where an action ends: at the end of what its speaker says, before the words that tell who said it, before a
//! clause that only explains.

use crate::lexicon::{WordClass, WordSet};
use crate::proposals::adjuncts;
use crate::proposals::view::View;
use std::ops::Range;

/// One past the last token that can belong to an action beginning at `start`: the sentence, the quotation marks
/// and the words that tell who said it bound it.
pub(crate) fn hard_end(view: &View<'_>, start: usize) -> usize {
    action_limit(view, start, start)
}

/// The same for an action that a trigger elsewhere governs: marks that open between the two do not bound it.
pub(crate) fn action_limit(view: &View<'_>, trigger: usize, start: usize) -> usize {
    let sentence = view.sentence_around(start);
    let mut end = sentence.end;
    if let Some(mark) = view.marked(trigger) {
        let quoted = view.tokens.within(view.tokens.quoted[mark as usize].span);
        end = end.min(quoted.end);
    } else {
        if let Some(content_end) = content_end(view, start) {
            end = end.min(content_end);
        }
        if let Some(tail) = speech_tail(view, start..end) {
            end = end.min(tail);
        }
    }
    // `release the cash or face a trial`: what happens otherwise
    let otherwise =
        (start..end).find(|&at| view.form(at) == "or" && matches!(view.form(at + 1), "face" | "risk"));
    trim(view, start, otherwise.unwrap_or(end))
}

/// Where the content of the innermost quotation that holds `start` ends; none when a list may go on there, since
/// a reported list is often taken for shorter than it is.
fn content_end(view: &View<'_>, start: usize) -> Option<usize> {
    let quotation = &view.cast.quotations[view.said_in(start)?.0 as usize];
    let at = view.tokens.list[start].span;
    let content = quotation.content.iter().find(|content| content.contains(at))?;
    let end = view.tokens.within(*content).end;
    (!list_goes_on(view, end, view.sentence_around(start).end)).then_some(end)
}

/// Whether a joint stands at `at` with no finite verb behind it: `, and proposed` begins something else.
fn list_goes_on(view: &View<'_>, at: usize, limit: usize) -> bool {
    let joins = |at: usize| matches!(view.raw(at), "," | ";") || view.class(at) == WordClass::Coordinator;
    let next = (at..limit).find(|&at| !joins(at) && view.class(at) != WordClass::Adverb);
    let finite = |at: usize| {
        matches!(
            view.class(at),
            WordClass::VerbPast | WordClass::VerbPresent | WordClass::Auxiliary
        ) && view.verb(at).is_none_or(|verb| !verb.forms.base)
    };
    at < limit && joins(at) && next.is_some_and(|next| !finite(next))
}

/// Without closing marks, full stops and commas at the end.
pub(crate) fn trim(view: &View<'_>, start: usize, mut end: usize) -> usize {
    while end > start {
        let raw = view.raw(end - 1);
        let closing = matches!(
            raw,
            "." | "!" | "?" | "," | ";" | ":" | "…" | "..." | "—" | "–" | "--" | "-"
        ) || view.is_mark(end - 1) && unpaired(view, start, end - 1);
        let joins = view.class(end - 1) == WordClass::Coordinator && end - 1 > start;
        if !closing && !joins {
            break;
        }
        end -= 1;
    }
    end
}

/// Whether the mark at `at` has its partner before `start`.
fn unpaired(view: &View<'_>, start: usize, at: usize) -> bool {
    let mark = view.tokens.list[at].span;
    view.last_quoted_by(mark).is_none_or(|quoted| {
        quoted.span.start() < view.tokens.list[start].span.start() || quoted.span.start() == mark.start()
    })
}

/// Where the words begin that tell who said the sentence: the comma of `, the minister said`.
pub(crate) fn speech_tail(view: &View<'_>, range: Range<usize>) -> Option<usize> {
    let comma = |at: &usize| view.raw(*at) == ",";
    let verb = range
        .clone()
        .rev()
        .find(|&at| speaks(view, at) && view.marked(at).is_none())?;
    if verb == range.start {
        return None;
    }
    if view.raw(verb - 1) == "," && inverted(view, verb, range.end) {
        return Some(verb - 1);
    }
    // the subject: a phrase without a verb, with an apposition between commas perhaps
    let mut commas = (range.start..verb).rev().filter(comma);
    let mut tail = commas.next()?;
    if tail == verb - 1 {
        commas.next()?;
        tail = commas.next()?;
    } else if is_apposition(view, tail + 1..verb)
        && let Some(earlier) = commas
            .next()
            .filter(|&earlier| is_described(view, earlier + 1..tail))
    {
        tail = earlier;
    }
    is_subject(view, tail + 1..verb).then_some(tail)
}

/// A verb of saying, finite.
pub(crate) fn speaks(view: &View<'_>, at: usize) -> bool {
    matches!(
        view.class(at),
        WordClass::VerbPast | WordClass::VerbPresent | WordClass::Noun | WordClass::VerbBase
    ) && view.is_finite_form(at)
        && WordSet::SpeechVerb.has(view.lemma(at))
}

/// `, said Ada Lund`: a name or phrase after the verb.
fn inverted(view: &View<'_>, verb: usize, end: usize) -> bool {
    verb + 1 < end && (view.begins_phrase(verb + 1) || view.class(verb + 1) == WordClass::Pronoun)
}

/// A name alone after a comma: `the mayor, Ada Lund`.
fn is_apposition(view: &View<'_>, range: Range<usize>) -> bool {
    view.class(range.start) == WordClass::Name
        && range.clone().all(|at| {
            matches!(
                view.class(at),
                WordClass::Name | WordClass::Other | WordClass::Auxiliary
            )
        })
}

/// `the mayor of Port Elm`, `its secretary`.
fn is_described(view: &View<'_>, range: Range<usize>) -> bool {
    matches!(
        view.class(range.start),
        WordClass::Determiner | WordClass::Possessive | WordClass::Noun | WordClass::Name
    ) && is_subject(view, range)
}

fn is_subject(view: &View<'_>, range: Range<usize>) -> bool {
    let begins = view.begins_phrase(range.start)
        || view.class(range.start) == WordClass::Pronoun
        // `engineer Lund said`
        || view.is_base(range.start) && view.class(range.start + 1) == WordClass::Name;
    let end = (range.start..range.end)
        .rev()
        .find(|&at| {
            !matches!(
                view.class(at),
                WordClass::Auxiliary | WordClass::Adverb | WordClass::Modal
            )
        })
        .map_or(range.start, |at| at + 1);
    begins
        && (range.start + usize::from(view.class(range.start) == WordClass::VerbBase)..end).all(|at| {
            !matches!(
                view.class(at),
                WordClass::Modal
                    | WordClass::VerbPresent
                    | WordClass::VerbBase
                    | WordClass::Auxiliary
                    | WordClass::Subordinator
                    | WordClass::InfinitiveTo
            )
        })
}

/// Where a single action that begins at `start` ends, before `limit`.
pub(crate) fn action_end(view: &View<'_>, start: usize, limit: usize) -> usize {
    let outer = view.marked(start);
    let mut depth = 0u32;
    let mut end = limit;
    let mut at = start + 1;
    while at < limit {
        match view.raw(at) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            _ => {}
        }
        let inner = depth > 0 || view.marked(at) != outer && view.marked(at).is_some();
        if depth == 0 && borrows_condition(view, at) {
            end = at;
            break;
        }
        if let Some(close) = past_relative(view, at, limit).filter(|_| !inner) {
            at = close + 1;
            continue;
        }
        if !inner && ends_here(view, start, at, limit) {
            end = at;
            break;
        }
        at += 1;
    }
    adjuncts::soft_end(view, start, end)
}

/// `any ban “until somebody counts”`: the words borrowed only tell when or why.
fn borrows_condition(view: &View<'_>, at: usize) -> bool {
    view.is_mark(at) && (view.form(at + 1) == "until" || WordSet::ReasonOpener.has(view.form(at + 1)))
}

/// Past `, who work at night,` at the comma `at`, when the clause goes on after it.
fn past_relative(view: &View<'_>, at: usize, limit: usize) -> Option<usize> {
    let relative = view.raw(at) == "," && matches!(view.form(at + 1), "who" | "which" | "whose" | "where");
    let close = (at + 1..limit)
        .find(|&at| view.raw(at) == ",")
        .filter(|_| relative)?;
    let next = view.past_adverbs(close + 1, limit);
    let goes_on = view.is_finite(next) || view.is_base(next) || view.class(next) == WordClass::VerbBase;
    goes_on.then_some(close)
}

fn ends_here(view: &View<'_>, start: usize, at: usize, limit: usize) -> bool {
    match view.raw(at) {
        // `until 22:00`
        ":" if view.class(at + 1) == WordClass::Number && view.class(at - 1) == WordClass::Number => {}
        ";" | ":" | "—" | "–" | "--" | "-" | "?" => return true,
        "," => return !binds(view, start, at, limit),
        _ => {}
    }
    match view.class(at) {
        // `and said`, `and plans to`: another verb of the same subject; `and they will`: a clause of its own
        // a relative clause that only describes what is known: `the bridge that has stood for years`
        WordClass::Subordinator | WordClass::Pronoun if view.form(at) == "that" && at > start + 2 => {
            WordSet::Describing.has(view.form(at + 1))
                && matches!(view.class(at - 1), WordClass::Noun | WordClass::Name)
                && view.class(at + 2) != WordClass::Adjective
        }
        WordClass::Coordinator => {
            let next = view.past_adverbs(at + 1, limit);
            // `be lengthened and grooved`
            let passive = view.class(next) == WordClass::VerbPast
                && (start..at).any(|at| view.form(at) == "be" && view.class(at + 1) == WordClass::VerbPast);
            view.is_finite(next)
                && !passive
                && (view.class(next) == WordClass::Modal
                    || !matches!(view.class(next + 1), WordClass::Noun | WordClass::Adjective))
                || view.class(next) == WordClass::Pronoun
                    && (next + 1..limit.min(next + 4)).any(|at| view.is_finite(at))
                || view.form(at) == "but"
                || view.form(at + 1) == "against"
        }
        _ => false,
    }
}

/// Whether the comma at `at` stands inside a phrase: between adjectives, in a number of things, before a short
/// apposition that the phrase goes on after.
fn binds(view: &View<'_>, start: usize, at: usize, limit: usize) -> bool {
    let next = at + 1;
    if next >= limit {
        return false;
    }
    let adjectives =
        view.class(at - 1) == WordClass::Adjective && matches!(view.class(next), WordClass::Adjective);
    // `, with an adult, before two`
    let adjunct = matches!(view.form(next), "with" | "without" | "before")
        && (next..limit.min(next + SHORT_ADJUNCT))
            .any(|at| at + 1 == limit || view.class(at) == WordClass::Sign);
    // `by the crate, not the cart`
    let instead = view.form(next) == "not" && view.begins_phrase(next + 1);
    let especially =
        matches!(view.form(next), "especially" | "particularly" | "notably") || adjunct || instead;
    let listing = view.form(next) == "and"
        && !view.is_finite(view.past_adverbs(next + 1, limit))
        && (view.class(next + 1) == WordClass::Preposition || at < start + 3);
    // `a full, honest copy`: the thing itself is still to come
    let thing = |at: usize| {
        matches!(
            view.class(at),
            WordClass::Noun
                | WordClass::Name
                | WordClass::VerbBase
                | WordClass::VerbGerund
                | WordClass::VerbPresent
                | WordClass::VerbPast
        )
    };
    let early = !(start..at).any(thing);
    // `every log, every name`
    let echoes = view.class(next) == WordClass::Determiner
        && !matches!(view.form(next), "the" | "a" | "an")
        && (start..at).any(|at| view.form(at) == view.form(next));
    adjectives || early || echoes || especially || listing || is_nominal_list(view, next, limit)
}

/// `a cut for cooks, the porters and the drivers`: more things of the same kind, the last after `and`.
fn is_nominal_list(view: &View<'_>, next: usize, limit: usize) -> bool {
    let inside = |at: usize| {
        view.is_within_phrase(at)
            || view.class(at) == WordClass::Preposition
            || view.raw(at) == ","
            || view.class(at - 1) == WordClass::Determiner
    };
    let end = (next..limit.min(next + NOMINAL_REACH)).find(|&at| !inside(at));
    view.begins_phrase(next)
        && end.is_some_and(|and| {
            matches!(view.form(and), "and" | "or")
                && view.begins_phrase(and + 1)
                && !(and + 1..limit.min(and + 6)).any(|at| view.is_finite(at))
        })
}

/// `, with an adult,` is no longer than this.
const SHORT_ADJUNCT: usize = 5;

/// The `and` of such a list comes within so many words.
const NOMINAL_REACH: usize = 14;
