//! What the head of an item looks like: the parallel shape of a list is the shape of its heads.

use crate::lexicon::{WordClass, WordSet};
use crate::proposals::view::View;
use crate::proposals::words;
use std::ops::Range;

/// The shape of an item's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    /// The first token of the item, leading marker left out.
    pub(crate) start: usize,
    /// `to`, `for`, `that` and the like before the item.
    pub(crate) marker: Option<String>,
    pub(crate) shape: Shape,
    /// `cheaper tickets`, `more buses`: a thing wanted otherwise than it is.
    pub(crate) comparative: bool,
}

/// Head forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `building a road`
    Gerund,
    /// `build a road`; the flag: the word is a noun as well
    Base { noun: bool },
    /// `farmers should be heard`
    Clause,
    /// `care of wells`
    Bound(Preposition),
    /// `a house for sailors`
    Determined,
    /// `night buses`
    Bare,
    /// `Port Elm`
    Name,
    /// Nothing that an item begins with.
    None,
}

/// The preposition that binds a nominalisation to its object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Preposition {
    Of,
    For,
    To,
    In,
    On,
    Other,
}

/// Words before the head that are no part of an item.
pub(crate) fn skip_lead_in(view: &View<'_>, mut at: usize, end: usize) -> usize {
    loop {
        let from = at;
        if let Some(after) = enumerator_end(view, at, end) {
            at = after;
        }
        if at + 1 < end && view.form(at) == "above" && view.form(at + 1) == "all" {
            at += 2;
        }
        if at + 1 < end && view.form(at) == "only" && view.form(at + 1) == "then" {
            at += 2;
        }
        // `in 2031 deeper berths`
        if at + 2 < end && view.form(at) == "in" && is_year(view.form(at + 1)) {
            at += 2;
        }
        let opener = WordSet::ItemOpener.has(view.form(at))
            || matches!(view.form(at), "either" | "neither" | "both" | "also");
        // `next month's vote`, `first aid`: the opener is part of the phrase
        let stands_alone = view.raw(at + 1) == ","
            || matches!(
                view.class(at + 1),
                WordClass::InfinitiveTo | WordClass::VerbBase | WordClass::VerbGerund | WordClass::Determiner
            )
            || view.is_base(at + 1);
        if at < end && opener && stands_alone {
            at += 1;
        }
        if at < end && at > from && view.raw(at) == "," {
            at += 1;
        }
        if at == from {
            return at;
        }
    }
}

fn is_year(form: &str) -> bool {
    form.len() == 4
        && form.bytes().all(|byte| byte.is_ascii_digit())
        && (form.starts_with("19") || form.starts_with("20"))
}

/// One past `(i)`, `1.`, `b)`, `•`, `–` at `at`.
pub(crate) fn enumerator_end(view: &View<'_>, at: usize, end: usize) -> Option<usize> {
    if matches!(
        view.raw(at),
        "•" | "*" | "–" | "-" | "—" | "·" | "▪" | "◦" | "●" | "‣" | "--"
    ) {
        return Some(at + 1);
    }
    let opened = usize::from(view.raw(at) == "(");
    let label = view.form(at + opened).trim_end_matches('.');
    let closed = view.raw(at + opened + 1);
    let is_label = !label.is_empty()
        && (label.len() <= 2 && label.bytes().all(|byte| byte.is_ascii_digit())
            || label.len() == 1 && label.bytes().all(|byte| byte.is_ascii_alphabetic())
            || label.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x')));
    if !is_label || at + opened + 1 >= end {
        return None;
    }
    if closed == ")" {
        return Some(at + opened + 2);
    }
    let number = label.bytes().all(|byte| byte.is_ascii_digit());
    (opened == 0 && number && closed == ".").then_some(at + 2)
}

/// The head of the item that begins at `at`.
pub(crate) fn head(view: &View<'_>, at: usize, end: usize) -> Head {
    let mut start = skip_lead_in(view, at, end);
    if view.is_mark(start) && start + 1 < end {
        start += 1;
    }
    let marker = marker(view, start);
    if marker.is_some() {
        start = skip_lead_in(view, start + 1, end);
    }
    let main = view.past_adverbs(start, end);
    let comparative = WordSet::Comparative.has(view.form(start))
        || view.class(start) != WordClass::VerbBase
            && view.form(start).ends_with("er")
            && view.class(start + 1) == WordClass::Noun
            && view.form(start).len() > 5;
    Head {
        start,
        shape: shape(view, main, end, marker.as_deref()),
        marker,
        comparative,
    }
}

fn marker(view: &View<'_>, at: usize) -> Option<String> {
    let is_marker = match view.form(at) {
        "to" => view.is_infinitive(at) || matches!(view.class(at + 1), WordClass::Noun),
        "that" => view.class(at) == WordClass::Subordinator,
        form => WordSet::ItemMarker.has(form),
    };
    is_marker.then(|| view.form(at).to_owned())
}

fn shape(view: &View<'_>, at: usize, end: usize, marker: Option<&str>) -> Shape {
    if at >= end {
        return Shape::None;
    }
    if marker == Some("that") {
        return Shape::Clause;
    }
    let noun = view.verb(at).is_some_and(|verb| verb.noun);
    match view.class(at) {
        _ if marker == Some("to")
            && !matches!(
                view.class(at),
                WordClass::Determiner | WordClass::Possessive | WordClass::Sign | WordClass::Name
            ) =>
        {
            Shape::Base { noun: false }
        }
        WordClass::VerbBase => Shape::Base { noun },
        WordClass::Auxiliary if matches!(view.form(at), "be" | "do" | "have" | "don't") => {
            Shape::Base { noun: false }
        }
        WordClass::Noun | WordClass::Adjective | WordClass::Other if has_own_modal(view, at, end) => {
            Shape::Clause
        }
        // `douse the fires`: no noun stands right before a determiner
        WordClass::Noun
            if view.verb(at).is_none()
                && at + 1 < end
                && matches!(view.class(at + 1), WordClass::Determiner | WordClass::Possessive)
                && !view.form(at).ends_with('s') =>
        {
            Shape::Base { noun: true }
        }
        WordClass::VerbGerund if view.form(at + 1) == "of" => Shape::Bound(Preposition::Of),
        WordClass::VerbGerund => Shape::Gerund,
        WordClass::Noun if view.is_gerund(at) => Shape::Gerund,
        _ if view.is_base(at) && !view.is_capital(at) && object_follows(view, at, end) => {
            Shape::Base { noun }
        }
        WordClass::Determiner | WordClass::Possessive | WordClass::Number if has_own_modal(view, at, end) => {
            Shape::Clause
        }
        WordClass::Determiner | WordClass::Possessive => Shape::Determined,
        WordClass::Noun | WordClass::Other => bound(view, at, end),
        WordClass::Name if has_own_modal(view, at, end) => Shape::Clause,
        WordClass::Name if view.is_base(at) => Shape::Base { noun },
        WordClass::Name => Shape::Name,
        WordClass::Adjective | WordClass::Number | WordClass::Adverb => Shape::Bare,
        WordClass::VerbPast | WordClass::VerbPresent
            if matches!(view.class(at + 1), WordClass::Noun | WordClass::Adjective)
                || view.is_gerund(at + 1) && view.class(at + 2) == WordClass::Noun =>
        {
            Shape::Bare
        }
        WordClass::VerbPresent if view.is_base(at) || view.form(at).ends_with('s') => bound(view, at, end),
        WordClass::Sign if matches!(view.raw(at), "$" | "£" | "€") => Shape::Bare,
        _ => Shape::None,
    }
}

/// A noun and whether a preposition binds it.
fn bound(view: &View<'_>, at: usize, end: usize) -> Shape {
    if at + 1 >= end || view.class(at + 1) != WordClass::Preposition {
        return Shape::Bare;
    }
    Shape::Bound(match view.form(at + 1) {
        "of" => Preposition::Of,
        "for" => Preposition::For,
        "to" => Preposition::To,
        "in" => Preposition::In,
        "on" => Preposition::On,
        _ => Preposition::Other,
    })
}

fn object_follows(view: &View<'_>, at: usize, end: usize) -> bool {
    let begins = matches!(
        view.class(at + 1),
        WordClass::Determiner
            | WordClass::Possessive
            | WordClass::Pronoun
            | WordClass::Number
            | WordClass::Name
            | WordClass::InfinitiveTo
    );
    at + 1 < end && (begins || is_money(view, at + 1))
}

/// `pay €3`
pub(crate) fn is_money(view: &View<'_>, at: usize) -> bool {
    matches!(view.raw(at), "$" | "£" | "€" | "¥")
}

/// How far a subject may reach before its modal.
const SUBJECT_REACH: usize = 12;

/// Whether a modal follows before anything that ends a subject.
fn has_own_modal(view: &View<'_>, at: usize, end: usize) -> bool {
    for at in at..end.min(at + SUBJECT_REACH) {
        match view.class(at) {
            WordClass::Modal => return true,
            WordClass::Sign
            | WordClass::Coordinator
            | WordClass::VerbPresent
            | WordClass::VerbPast
            | WordClass::Auxiliary => return false,
            _ => {}
        }
    }
    false
}

/// How well `other` goes on a list that began with `first`; below zero it does not.
pub(crate) fn parallel(first: &Head, other: &Head) -> i32 {
    let markers = match (&first.marker, &other.marker) {
        (Some(a), Some(b)) if a == b => return 7,
        (None, None) => 0,
        (Some(a), Some(b)) if a == "to" && b == "that" => 0,
        (Some(_), Some(_)) => {
            return if matches!(first.shape, Shape::Base { .. } | Shape::Clause) {
                -8
            } else {
                -3
            };
        }
        // one `to` may serve all
        (Some(_), None) => -1,
        (None, Some(b)) if b == "to" && matches!(first.shape, Shape::Base { .. }) => 0,
        (None, Some(b)) if b == "that" && matches!(first.shape, Shape::Clause | Shape::Base { .. }) => 0,
        (None, Some(_)) => return -8,
    };
    let shapes = match (first.shape, other.shape) {
        (Shape::None, _) | (_, Shape::None) => -8,
        (Shape::Gerund, Shape::Gerund) => 6,
        (Shape::Base { .. }, Shape::Base { noun: false }) => 6,
        (Shape::Base { .. }, Shape::Base { noun: true }) => 5,
        (Shape::Clause, Shape::Clause) => 6,
        (Shape::Bound(a), Shape::Bound(b)) if a == b => 6,
        (Shape::Bound(_), Shape::Bound(_)) => 4,
        (Shape::Determined, Shape::Determined) => 5,
        // `to hold the fair and that no stall will cost more`
        (Shape::Base { .. }, Shape::Clause) if other.marker.as_deref() == Some("that") => 5,
        (Shape::Gerund | Shape::Base { .. } | Shape::Clause, _) => -8,
        (_, Shape::Clause) => -8,
        (_, Shape::Base { noun: true }) => 1,
        (_, Shape::Base { noun: false }) => -8,
        (_, Shape::Gerund) => -1,
        (Shape::Name, Shape::Name) => 1,
        (Shape::Determined, Shape::Bound(_)) | (Shape::Bound(_), Shape::Determined) => 3,
        (_, Shape::Name) => 0,
        _ => 2,
    };
    let more = if (first.comparative || other.comparative) && shapes > 0 {
        3
    } else {
        0
    };
    shapes + markers + more
}

/// Whether the item is one bare verb whose object comes later: `washing` of `washing and drying the wool`. `bare` is what
/// [`ends_bare`] tells of its end: each end is asked for with many starts.
pub(crate) fn lacks_object(view: &View<'_>, item: &Range<usize>, bare: bool) -> bool {
    match item.len() {
        // `study` of `study and write`, but not `resign`
        1 if view.is_base(item.start) => !WordSet::WholeVerb.has(view.lemma(item.start)),
        0 => item.end > 0 && verb_stands(view, item.end - 1) && follows_joint(view, item.end - 1),
        1 => verb_stands(view, item.start),
        // `stay inside`
        2 => {
            let whole = WordSet::WholeVerb.has(view.lemma(item.start));
            let stranded =
                view.class(item.start + 1) == WordClass::Preposition && verb_stands(view, item.start);
            !whole && (bare || stranded)
        }
        _ => bare,
    }
}

/// Whether an item of several words that ends before `end` ends in a bare verb: `wash, rinse and drying`.
pub(crate) fn ends_bare(view: &View<'_>, end: usize) -> bool {
    let Some(last) = end.checked_sub(1) else {
        return false;
    };
    let stranded = |before: usize| {
        view.class(last) == WordClass::Preposition && verb_stands(view, before) && follows_joint(view, before)
    };
    verb_stands(view, last) && follows_joint(view, last) || last.checked_sub(1).is_some_and(stranded)
}

fn follows_joint(view: &View<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        matches!(view.class(before), WordClass::Coordinator | WordClass::Adverb) || view.raw(before) == ","
    })
}

/// Whether a verb that looks for its object stands at `at`.
fn verb_stands(view: &View<'_>, at: usize) -> bool {
    view.is_gerund(at)
        || view.class(at) == WordClass::VerbBase
        || view.is_base(at) && !view.verb(at).is_some_and(|verb| verb.noun)
}

/// The kind of proposals that the noun at `at` stands for.
pub(crate) fn noun_kind(view: &View<'_>, at: usize) -> Option<crate::article::ProposalKind> {
    words::kind_of_noun(view.form(at))
}
