//! The places of a stretch where one item of a list may end and the next begin.

use crate::lexicon::{WordClass, WordSet};
use crate::proposals::lists::item_head::{self, Head, Shape, parallel};
use crate::proposals::view::View;
use std::ops::Range;

/// More joints than this are no list that somebody reads.
const MOST_JOINTS: usize = 24;

/// A clause after `and that` has its modal within so many words.
const CLAUSE_REACH: usize = 16;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    Comma,
    Semicolon,
    Dash,
    None,
}

/// A word that joins items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coordinator {
    /// `and`, `nor`, `plus`, `as well as`.
    And,
    Or,
}

/// A place where one item may end and the next begin.
#[derive(Clone, Debug)]
pub(crate) struct Joint {
    /// One past the last token before it.
    pub(crate) left: usize,
    /// What follows it, and how well that fits the first item.
    pub(crate) head: Head,
    pub(crate) fit: i32,
    pub(crate) sign: Sign,
    pub(crate) coordinator: Option<Coordinator>,
}

impl Joint {
    pub(crate) fn coordinates(&self) -> bool {
        self.coordinator.is_some()
    }
}

pub(crate) fn joints(view: &View<'_>, region: &Range<usize>, first: &Head) -> Vec<Joint> {
    let mut joints = Vec::new();
    let mut depth = 0u32;
    let outer = view.marked(region.start);
    let mut at = region.start;
    while at < region.end && joints.len() < MOST_JOINTS {
        depth = match view.raw(at) {
            "(" | "[" => depth + 1,
            ")" | "]" => depth.saturating_sub(1),
            _ => depth,
        };
        let inside = depth > 0 || view.marked(at) != outer && view.marked(at).is_some();
        let joint = if inside || at == region.start {
            None
        } else {
            joint_at(view, region, first, at)
        };
        at = match joint {
            Some(joint) => {
                let next = joint.head.start.min(region.end).max(at + 1);
                joints.push(joint);
                next
            }
            None => at + 1,
        };
    }
    joints
}

/// The joint that begins at `at`, if a sign or a coordinator stands there.
fn joint_at(view: &View<'_>, region: &Range<usize>, first: &Head, at: usize) -> Option<Joint> {
    let sign = match view.raw(at) {
        "," => Sign::Comma,
        ";" => Sign::Semicolon,
        "—" | "–" | "--" | "-" => Sign::Dash,
        _ => Sign::None,
    };
    let word = at + usize::from(sign != Sign::None);
    let joined = coordinator_end(view, word);
    if sign == Sign::None && joined.is_none() {
        return None;
    }
    // a comma may stand after the coordinator too: `and, above all,`
    let right = past_aside(view, joined.unwrap_or(word), joined.is_some());
    let right = past_repeated(view, region.start, right);
    let head = head_among(view, region, first, right, sign, joined.is_some());
    let fit = if right < region.end {
        parallel(first, &head)
    } else {
        -8
    };
    Some(Joint {
        left: at,
        head,
        fit,
        sign,
        coordinator: joined.map(|_| match view.form(word) {
            "or" => Coordinator::Or,
            _ => Coordinator::And,
        }),
    })
}

/// One past the coordinator at `at`.
fn coordinator_end(view: &View<'_>, at: usize) -> Option<usize> {
    if view.form(at) == "as" && view.form(at + 1) == "well" && view.form(at + 2) == "as" {
        return Some(at + 3);
    }
    let joins = view.class(at) == WordClass::Coordinator
        && matches!(view.form(at), "and" | "or" | "&" | "nor" | "plus");
    // `two or more years`
    let number = at > 0 && view.class(at - 1) == WordClass::Number;
    let counts = number && matches!(view.form(at + 1), "more" | "less" | "fewer" | "so");
    (joins && !counts).then_some(at + 1)
}

/// The head of what follows a joint, seen as an item beside `first`.
fn head_among(
    view: &View<'_>,
    region: &Range<usize>,
    first: &Head,
    right: usize,
    sign: Sign,
    joined: bool,
) -> Head {
    let head = item_head::head(view, right, region.end);
    let verbs = matches!(first.shape, Shape::Base { .. });
    if view.form(right) == "that" {
        let clause =
            (right + 2..region.end.min(right + CLAUSE_REACH)).any(|at| view.class(at) == WordClass::Modal);
        if first.marker.as_deref() == Some("that") || joined && verbs && clause {
            return Head {
                start: right + 1,
                marker: Some("that".to_owned()),
                shape: Shape::Clause,
                comparative: false,
            };
        }
    }
    let main = view.past_adverbs(head.start, region.end);
    if verbs && head.shape != Shape::Clause && view.is_action(main) {
        let shape = as_verb(view, main, region.end, sign).unwrap_or(Shape::Bare);
        return Head { shape, ..head };
    }
    head
}

/// Past a subject and modal said again: `we shall mend it, we shall paint it`.
fn past_repeated(view: &View<'_>, start: usize, at: usize) -> usize {
    let Some(modal) = start
        .checked_sub(1)
        .filter(|&modal| view.class(modal) == WordClass::Modal)
    else {
        return at;
    };
    let subject = modal
        .checked_sub(1)
        .filter(|&subject| view.class(subject) == WordClass::Pronoun);
    let again = subject
        .is_some_and(|subject| view.form(at) == view.form(subject) && view.form(at + 1) == view.form(modal));
    if again { at + 2 } else { at }
}

/// Past `, from next year,` after the coordinator; past a lone comma too.
fn past_aside(view: &View<'_>, at: usize, coordinates: bool) -> usize {
    if !coordinates || view.raw(at) != "," {
        return at;
    }
    let adverbial = matches!(
        view.class(at + 1),
        WordClass::Preposition | WordClass::Adverb | WordClass::Subordinator
    ) || matches!(view.form(at + 1), "most" | "more" | "least");
    let close = (at + 2..at + LONGEST_ASIDE).find(|&at| view.raw(at) == ",");
    close.filter(|_| adverbial).map_or(at, |close| close) + 1
}

/// An aside between commas is no longer than this.
const LONGEST_ASIDE: usize = 8;

/// A word that can be a verb, among verbs: surely, likely, or not.
fn as_verb(view: &View<'_>, at: usize, end: usize, sign: Sign) -> Option<Shape> {
    let noun = view.verb(at).is_some_and(|verb| verb.noun);
    if WordSet::ItemOpener.has(view.form(at)) {
        return None;
    }
    let next = view.class(at + 1);
    let begins = matches!(
        next,
        WordClass::Determiner
            | WordClass::Possessive
            | WordClass::Pronoun
            | WordClass::Number
            | WordClass::InfinitiveTo
            | WordClass::VerbGerund
    );
    let object = at + 1 < end && (begins || item_head::is_money(view, at + 1));
    let thing = at + 1 < end
        && matches!(
            next,
            WordClass::Noun
                | WordClass::Name
                | WordClass::Adjective
                | WordClass::VerbPast
                | WordClass::Adverb
        );
    let unmarked = view.class(at) == WordClass::VerbPast && view.verb(at).is_some_and(|verb| verb.forms.base);
    let verb = view.class(at) == WordClass::VerbBase || unmarked;
    // `study and write rules`, `drain, fill and build`: the object comes later
    let shares =
        (next == WordClass::Coordinator || view.raw(at + 1) == ",") && view.is_base(at + 2) && at + 2 < end;
    let loose = matches!(next, WordClass::Preposition) && view.form(at + 1) != "of";
    if !noun || object {
        Some(Shape::Base { noun: false })
    } else if verb && (thing || loose || sign != Sign::None) || (thing || shares) && sign != Sign::None {
        Some(Shape::Base { noun: true })
    } else {
        None
    }
}
