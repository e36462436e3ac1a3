//! What tells two people of one surname apart: `Leon Tasker Jr.`, `the elder Tasker`.

use super::entity::Entity;
use crate::lexicon::WordSet;
use crate::speakers::mentions::names::Name;
use crate::speakers::view::View;
use crate::speakers::words;
use std::ops::Range;

/// Whether `elder` or `younger` before a surname speaks for (1) or against (-1) somebody.
pub(in crate::speakers) fn generation(view: View<'_>, name: &Name, known: &Entity<'_>) -> i32 {
    let Some(before) = name.whole.start.checked_sub(1) else {
        return 0;
    };
    let young = suffix(view, &known.name).is_some_and(|suffix| suffix != "sr");
    let kin = known.roles.iter().filter_map(|role| role.head).any(|at| {
        WordSet::YoungKin.has(view.form(at))
            || matches!(view.form(at), "brother" | "sister") && at > 0 && view.form(at - 1) == "younger"
    });
    match view.form(before) {
        "younger" => i32::from(young || kin),
        "elder" | "older" => -i32::from(young || kin),
        _ => 0,
    }
}

/// `jr` of `Leon Tasker Jr.`
pub(in crate::speakers) fn suffix<'a>(view: View<'a>, core: &Range<usize>) -> Option<&'a str> {
    let at = core.clone().next_back()?;
    words::is_suffix(view.form(at)).then(|| view.form(at).trim_end_matches('.'))
}

/// Whether both are told, and are not the same.
pub(in crate::speakers) fn differ(one: Option<&str>, other: Option<&str>) -> bool {
    one.is_some() && other.is_some() && one != other
}
