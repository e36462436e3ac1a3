//! People of one surname: `the Holts`, `Leon Tasker Jr.`, `the elder Tasker`.

use super::SpeakerKind;
use super::names::Name;
use super::register::{Entity, Register, fold};
use super::view::View;
use super::words;
use rustc_hash::FxHashMap;
use std::ops::Range;

impl<'a> Register<'a> {
    /// The names that mean several of one surname, with those: `the Holts`.
    pub(super) fn families(&self, view: View<'a>, names: &[Name]) -> FxHashMap<usize, Vec<usize>> {
        let members = |name: &Name| {
            let the = name.whole.start > 0 && view.form(name.whole.start - 1) == "the";
            let surname = view
                .form(name.core.start)
                .strip_suffix('s')
                .filter(|_| the && name.core.len() == 1)?;
            let list = self.by_part.get(&fold(surname))?;
            let people = list.iter().copied().filter(|&entity| {
                let known = &self.entities[entity];
                known.kind == SpeakerKind::Person
                    && known.parts.len() > 1
                    && known.parts.last().is_some_and(|last| *last == surname)
            });
            let people: Vec<usize> = people.collect();
            (people.len() > 1).then_some(people)
        };
        let families = names.iter().enumerate();
        families
            .filter_map(|(number, name)| Some((number, members(name)?)))
            .collect()
    }
}

/// Whether `elder` or `younger` before a surname speaks for (1) or against (-1) somebody.
pub(super) fn generation(view: View<'_>, name: &Name, known: &Entity<'_>) -> i32 {
    let Some(before) = name.whole.start.checked_sub(1) else {
        return 0;
    };
    let young = suffix(view, &known.name).is_some_and(|suffix| suffix != "sr");
    let kin = known.roles.iter().filter_map(|role| role.head).any(|at| {
        matches!(
            view.form(at),
            "son" | "daughter" | "nephew" | "niece" | "grandson" | "granddaughter"
        ) || matches!(view.form(at), "brother" | "sister") && at > 0 && view.form(at - 1) == "younger"
    });
    match view.form(before) {
        "younger" => i32::from(young || kin),
        "elder" | "older" => -i32::from(young || kin),
        _ => 0,
    }
}

/// `jr` of `Leon Tasker Jr.`
pub(super) fn suffix<'a>(view: View<'a>, core: &Range<usize>) -> Option<&'a str> {
    let at = core.clone().next_back()?;
    words::is_suffix(view.form(at)).then(|| view.form(at).trim_end_matches('.'))
}

/// Whether both are told, and are not the same.
pub(super) fn differ(one: Option<&str>, other: Option<&str>) -> bool {
    one.is_some() && other.is_some() && one != other
}
