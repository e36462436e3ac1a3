//! Sources of several together: `Ada Lund and Bo Berg`, `the union and the town`.

use super::names::{Name, NameKind};
use super::phrase::{self, Phrase};
use super::roles;
use super::sources::Reading;
use crate::lexicon::WordClass;
use crate::speakers::view::View;
use crate::speakers::words;
use std::ops::Range;

/// Between a preposition and the name that it governs stand at most so many words: `at the old Hilltown`.
const LONGEST_BEFORE: usize = 6;

/// `Ada Lund and Bo Berg`, `Lund and other parents`, `the union and the town`.
pub(super) fn group(
    view: View<'_>,
    names: &[Name],
    within: &[usize],
    range: &Range<usize>,
) -> Option<Reading> {
    let coordinator = range
        .clone()
        .filter(|&at| matches!(view.form(at), "and" | "&" | "or"))
        .find(|&at| {
            !within.iter().any(|&name| names[name].core.contains(&at))
                && joins(view, names, within, range, at)
        })?;
    let members: Vec<usize> = within
        .iter()
        .copied()
        .filter(|&name| !is_inside_other(view, names, range, name))
        .collect();
    let other = members.iter().any(|&name| names[name].core.start > coordinator);
    // `Ada Lund, head of the institute, and other scientists`: she alone is told of
    let told_of = members.first().filter(|&&name| {
        names[name].kind.is_person()
            && view.form(names[name].core.end) == ","
            && names[name].core.end + 1 < coordinator
            && matches!(view.form(coordinator + 1), "other" | "others")
    });
    if let (Some(&name), false) = (told_of, other) {
        return Some(Reading::Name(name));
    }
    if let Some(&name) = members.first()
        && is_one_person(view, names, &members, coordinator)
    {
        return Some(Reading::Name(name));
    }
    let members = without_described(view, names, members);
    if view.form(coordinator) == "or" && !other {
        return None;
    }
    Some(Reading::Group(range.clone(), members))
}

/// `Ada Lund, a chemist at the River Institute in Hilltown and Berg College,`: places and bodies of one person's role, no
/// speakers beside her.
fn is_one_person(view: View<'_>, names: &[Name], members: &[usize], coordinator: usize) -> bool {
    let Some((&first, rest)) = members.split_first() else {
        return false;
    };
    let end = names[first].core.end;
    let told = || phrase::parse(view, end + 1, coordinator).filter(|phrase| phrase.determiner.is_some());
    let works = |phrase: Phrase| {
        roles::person_head(view, &phrase).is_some() && view.class(phrase.head + 1) == WordClass::Preposition
    };
    names[first].kind.is_person()
        && view.form(end) == ","
        && view.class(coordinator + 1) != WordClass::Determiner
        && !rest.is_empty()
        && !rest
            .iter()
            .any(|&name| names[name].kind == NameKind::Person || names[name].title.is_some())
        && told().is_some_and(works)
}

/// Without the places and bodies that only tell who a person is: `the River Institute` of `Ada Lund, a chemist at the River
/// Institute, and Bo Berg`.
fn without_described(view: View<'_>, names: &[Name], mut members: Vec<usize>) -> Vec<usize> {
    let mut described = false;
    let mut person = false;
    members.retain(|&name| {
        let Name { whole, kind, .. } = &names[name];
        let (is_person, start) = (*kind == NameKind::Person, whole.start);
        let before = (start.saturating_sub(LONGEST_BEFORE)..start).rev().find(|&at| {
            !(view.is_nominal(at) || view.is_owner_mark(at) || view.class(at) == WordClass::Determiner)
        });
        let behind_preposition = before.is_some_and(|at| view.class(at) == WordClass::Preposition);
        let in_place = described && *kind == NameKind::Place && view.form(start.wrapping_sub(1)) == ",";
        described = person && !is_person && (behind_preposition || in_place);
        person |= is_person || *kind == NameKind::Full && !behind_preposition;
        !described
    });
    members
}

/// Whether the coordinator at `at` joins two speakers.
fn joins(view: View<'_>, names: &[Name], within: &[usize], range: &Range<usize>, at: usize) -> bool {
    let right = at + 1;
    if right >= range.end || at == range.start {
        return false;
    }
    let named_right = within.iter().any(|&name| {
        !is_inside_other(view, names, range, name) && {
            let name = &names[name];
            let start = name.whole.start;
            (start == right
                || (right..start).all(|at| view.is_nominal(at) || view.class(at) == WordClass::Determiner))
                && name.core.end > right
        }
    });
    let other = matches!(view.form(right), "other" | "others");
    let described = phrase::parse(view, right, range.end).is_some_and(|phrase| {
        (phrase.determiner.is_some()
            || phrase.owner.is_some()
            || words::noun(view.form(phrase.head)).is_some_and(|noun| noun.plural))
            && words::noun(view.form(phrase.head)).is_some()
    });
    if !(named_right || other || described) {
        return false;
    }
    // the left side: the first speaker, then nothing but brackets, commas and more names
    let first = match within.first().map(|&name| &names[name]) {
        Some(name)
            if name.core.start < at
                && (range.start..name.whole.start).all(|at| {
                    view.is_nominal(at) || view.class(at) == WordClass::Determiner || view.is_owner_mark(at)
                }) =>
        {
            name.core.end
        }
        _ => {
            let Some(phrase) = phrase::parse(view, range.start, at) else {
                return false;
            };
            let plural = words::noun(view.form(phrase.head)).is_some_and(|noun| noun.plural);
            // `founder and chief Ada Lund` is one
            if phrase.determiner.is_none() && !plural {
                return false;
            }
            phrase.head + 1
        }
    };
    if first >= at {
        return first == at;
    }
    if view.form(at - 1) == "," && (first..at - 1).any(|at| view.form(at) == ",") {
        return true;
    }
    let mut depth = 0;
    (first..at).all(|at| {
        match view.form(at) {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        depth > 0
            || matches!(view.form(at), ")" | ",")
            || view.is_owner_mark(at)
            || within.iter().any(|&name| names[name].whole.contains(&at))
    })
}

/// Whether a name only belongs to a title or owner of what follows: `Trump` of `Trump campaign`.
pub(super) fn is_inside_other(view: View<'_>, names: &[Name], range: &Range<usize>, name: usize) -> bool {
    let end = names[name].core.end;
    if end >= range.end {
        return false;
    }
    let owned = view.is_owner_mark(end) && end + 1 < range.end;
    let next_is_name = names.get(name + 1).is_some_and(|next| next.whole.contains(&end));
    owned || view.class(end) == WordClass::Noun && !next_is_name && view.is_nominal(end)
}
