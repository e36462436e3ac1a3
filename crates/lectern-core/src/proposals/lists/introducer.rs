//! What leads from a noun to its list: `four measures: ...`, `reforms such as ...`, `steps that include ...`.

use crate::lexicon::WordClass;
use crate::proposals::view::View;

/// What leads from the noun to its list.
pub(super) struct Introducer {
    /// Where the list begins.
    pub(super) start: usize,
    /// Where it ends, when a second dash or bracket says so.
    pub(super) end: Option<usize>,
    /// Whether it names examples only, so that fewer items than stated are no surprise.
    pub(super) open: bool,
    /// A colon, dash or `namely`: nothing but the list follows.
    pub(super) strong: bool,
    /// A mere comma: only the right number of items makes it one.
    pub(super) exact: bool,
}

impl Introducer {
    /// One after which all items stand.
    fn closed(start: usize) -> Self {
        Introducer {
            start,
            end: None,
            open: false,
            strong: false,
            exact: false,
        }
    }

    /// One after which some of the items stand.
    fn open(start: usize) -> Self {
        Introducer {
            open: true,
            ..Introducer::closed(start)
        }
    }

    /// One after which nothing else can stand.
    fn strong(start: usize) -> Self {
        Introducer {
            strong: true,
            ..Introducer::closed(start)
        }
    }
}

/// So far after the noun its list is still announced by it.
const REACH: usize = 40;

/// What leads to the list of a noun: looked for from the word after it, up to `end`. `counted` tells whether a number
/// stands before the noun.
pub(super) fn find(view: &View<'_>, from: usize, counted: bool, end: usize) -> Option<Introducer> {
    let mut is_finite = false;
    let mut comma = None;
    for at in from..end.min(from + REACH) {
        let found = colon_or_word(view, at)
            .or_else(|| relative(view, at, counted))
            .or_else(|| in_phrase(view, at, counted).filter(|_| !is_finite))
            .or_else(|| bracket(view, at));
        if found.is_some() {
            return found;
        }
        if view.raw(at) == "," && comma.is_none() {
            comma = Some(at);
        }
        // `the reforms tabled by her`: no verb of the sentence
        let participle =
            view.class(at) == WordClass::VerbPast && view.class(at + 1) == WordClass::Preposition;
        is_finite |= view.is_finite(at) && !participle;
    }
    comma.filter(|_| counted).map(|comma| Introducer {
        exact: true,
        ..Introducer::closed(comma + 1)
    })
}

/// What leads to a list wherever it stands: `:`, `namely`, `among other things`.
fn colon_or_word(view: &View<'_>, at: usize) -> Option<Introducer> {
    let next = view.form(at + 1);
    match view.form(at) {
        ":" | "namely" | "viz" => Some(Introducer::strong(at + 1)),
        "among" if next == "other" && view.form(at + 2) == "things" => {
            let past = at + 3 + usize::from(view.raw(at + 3) == ",");
            Some(Introducer::open(past))
        }
        // `nine points, the oldest of which are`
        "of" if next == "which" && matches!(view.form(at + 2), "are" | "were") => {
            Some(Introducer::open(at + 3))
        }
        "among" if matches!(next, "which" | "them") => {
            let past = at + 2 + usize::from(matches!(view.form(at + 2), "are" | "were"));
            Some(Introducer::open(past))
        }
        _ => None,
    }
}

/// A relative clause that names the items: `which include`, `that are`.
fn relative(view: &View<'_>, at: usize, counted: bool) -> Option<Introducer> {
    let is_relative = matches!(view.form(at), "that" | "which");
    match view.form(at + 1) {
        "include" | "includes" | "included" if is_relative => Some(Introducer::open(at + 2)),
        "are" | "were" if is_relative && counted => Some(Introducer::closed(at + 2)),
        _ => None,
    }
}

/// What leads to the list only while the sentence has no other verb.
fn in_phrase(view: &View<'_>, at: usize, counted: bool) -> Option<Introducer> {
    match view.form(at) {
        "such" if view.form(at + 1) == "as" => Some(Introducer::open(at + 2)),
        "including" | "featuring" | "covering" | "comprising" => Some(Introducer::open(at + 1)),
        "with" if view.raw(at - 1) == "," && counted => Some(Introducer::open(at + 1)),
        "include" | "includes" | "included" if counted => Some(Introducer::open(at + 1)),
        "are" | "were" if counted && begins_items(view, at) => Some(Introducer::closed(at + 1)),
        _ => None,
    }
}

/// Whether after this form of `be` the items stand, not the rest of a passive or of a progressive.
fn begins_items(view: &View<'_>, be: usize) -> bool {
    if view.is_gerund(be + 1) && view.raw(be - 1) != "," {
        return true;
    }
    !matches!(
        view.class(be + 1),
        WordClass::VerbPast | WordClass::VerbGerund | WordClass::Preposition | WordClass::Number
    )
}

/// A dash or bracket, and the one that closes it.
fn bracket(view: &View<'_>, at: usize) -> Option<Introducer> {
    let opening = view.raw(at);
    if !matches!(opening, "—" | "–" | "--" | "(") {
        return None;
    }
    let closing = if opening == "(" { ")" } else { opening };
    Some(Introducer {
        end: (at + 1..view.sentence_around(at).end).find(|&at| view.raw(at) == closing),
        strong: opening != "(",
        ..Introducer::closed(at + 1)
    })
}
