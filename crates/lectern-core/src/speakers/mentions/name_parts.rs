//! A run of capitals cut into title and name, and what the words of a name show.

use super::name::{Name, NameKind};
use super::name_run::{goes_on, is_body_word, is_plural_part, is_title};
use crate::article::SpeakerKind;
use crate::lexicon::{self, Place, WordSet};
use crate::speakers::view::View;
use crate::speakers::words;
use crate::tokens::TokenKind;
use std::ops::Range;

/// Cuts a run into title and name and appends what it names.
pub(super) fn cut(view: View<'_>, run: Range<usize>, names: &mut Vec<Name>) {
    let mut run = run;
    // `Russian`, `Yesterday's`: what opens a run but is no name goes, unless a body is named by it
    let body = is_body_word(view, run.end - 1);
    let title = (run.start..run.end - 1)
        .rev()
        .find(|&at| is_title(view, at) && view.is_capital(at) && !is_plural_part(view, at))
        .or_else(|| {
            // `Winemaker Gaspard Teller`
            let form = view.form(run.start);
            let trade = view.opens(run.start)
                && view.is_capital(run.start + 1)
                && words::reads_as_trade(form)
                && words::first_name(form).is_none();
            (trade && run.len() > 2 && !body).then_some(run.start)
        });
    if let Some(title) = title {
        let mut core = title + 1..run.end;
        // `MAYOR OF HILLTOWN` as well
        if !goes_on(view, core.start) || matches!(view.form(core.start), "of" | "for") {
            core = after_joiner(view, core);
        }
        // `the Deputy Minister`, `the Chief Justice`: an office, nobody's name
        let office = core.len() == 1 && words::noun(view.form(core.start)).is_some_and(|noun| noun.title);
        if core.start < core.end && !office && !(body && (core.len() == 1 || view.form(title + 1) == "of")) {
            let first = first_title_word(view, run.start, title);
            push(view, first..run.end, Some(first..core.start), core, names);
            // what stands before the title can be a name of its own: `Apple Chief`
            return;
        }
        if !body || office {
            return;
        }
    }
    // `envoy to Norway Ada Lund`
    let place = run.len() > 2
        && run.start > 1
        && matches!(view.form(run.start - 1), "to" | "of" | "in" | "for" | "from")
        && is_title(view, run.start - 2)
        && lexicon::place(view.form(run.start)).is_some();
    if place && !body {
        push(
            view,
            run.start..run.start + 1,
            None,
            run.start..run.start + 1,
            names,
        );
        run.start += 1;
    }
    // `Retailer Lund booked a profit`
    if run.len() == 2 && view.opens(run.start) && is_seller(view.form(run.start)) {
        run.start += 1;
    }
    if !body {
        while run.len() > 1
            && words::is_capital_only(view.form(run.start))
            && words::first_name(view.form(run.start)).is_none()
        {
            run.start += 1;
        }
    }
    push(view, run.clone(), None, run, names);
}

/// `carmaker`, `insurer`: a word for a company that stands before its name.
pub(super) fn is_seller(form: &str) -> bool {
    WordSet::Commercial.has(form) && WordSet::PersonalEnding.ends(form)
}

/// The first word of the title that ends at `title`; words of the run before it belong to it.
fn first_title_word(view: View<'_>, start: usize, title: usize) -> usize {
    let mut first = start;
    if view.opens(first) && lexicon::closed_class(view.form(first)).is_some() && first < title {
        first += 1;
    }
    first
}

/// The name in what follows a title with `of` or `for`: `of State Ann Hill` holds `Ann Hill`, `for Roads and Harbours
/// Ann Hill` as well. The first capital behind the last joining word is of the office.
fn after_joiner(view: View<'_>, rest: Range<usize>) -> Range<usize> {
    let nobody = rest.end..rest.end;
    let joins = |at: usize| matches!(view.form(at), "of" | "for" | "and" | "&" | "," | "on");
    let Some(joiner) = rest.clone().rfind(|&at| joins(at)) else {
        return nobody;
    };
    let capitals: Vec<usize> = (joiner + 1..rest.end).filter(|&at| goes_on(view, at)).collect();
    let Some((_, name)) = capitals.split_first() else {
        return nobody;
    };
    let begins = |at: &usize| {
        let form = view.form(*at);
        words::first_name(form).is_some() || words::honorific(form).is_some()
    };
    // `Secretary of State Hill`, but nobody in `Secretary for Civil Rights`
    let first = match name {
        [] => None,
        [only] if view.form(joiner) == "of" => Some(only),
        [only] => Some(only).filter(|only| begins(only)),
        [.., first, _] => name.iter().find(|at| begins(at)).or(Some(first)),
    };
    first.map_or(nobody, |&first| first..rest.end)
}

/// Appends one name, with its honorific taken off and its kind seen.
fn push(
    view: View<'_>,
    whole: Range<usize>,
    title: Option<Range<usize>>,
    core: Range<usize>,
    names: &mut Vec<Name>,
) {
    let mut core = core;
    // `Renata Coles, M.D.`: a degree is no part of the name
    while core.len() > 2 && WordSet::Degree.has(view.form(core.end - 1)) {
        core.end -= 1 + usize::from(view.form(core.end - 2) == ",");
    }
    let mut honorific = None;
    let mut title = title.filter(|title| !title.is_empty());
    while core.len() > 1
        && let Some(gender) = words::honorific(view.form(core.start))
    {
        honorific = Some(honorific.unwrap_or(0) + gender);
        core.start += 1;
    }
    if let Some(range) = &title
        && range.len() == 1
        && let Some(gender) = words::honorific(view.form(range.start))
    {
        honorific = Some(gender);
        title = None;
    }
    let Some(kind) = kind(view, &core, title.is_some() || honorific.is_some()) else {
        return;
    };
    let mut whole = whole;
    if kind == NameKind::Document
        && core.start > 0
        && view.tokens.list[core.start - 1].kind == TokenKind::Number
    {
        // `the 1998 River Treaty`
        core.start -= 1;
        whole.start = core.start;
    }
    names.push(Name {
        whole,
        core,
        honorific,
        title,
        kind,
        needs_known: false,
    });
}

/// What the words of a name show; none when it is no name.
fn kind(view: View<'_>, core: &Range<usize>, titled: bool) -> Option<NameKind> {
    let first = view.form(core.start);
    let last = view.form(core.end - 1);
    if titled {
        return Some(NameKind::Person);
    }
    let folded = core.clone().map(|at| view.form(at)).collect::<Vec<_>>().join(" ");
    if let Some(place) = lexicon::place(&folded) {
        return Some(match place {
            Place::Acts => NameKind::Country,
            Place::Lies => NameKind::Place,
        });
    }
    let known_first = words::first_name(first).is_some();
    if core.len() == 1 {
        let noun = words::noun(first);
        let common = noun.is_some_and(|noun| noun.kind != SpeakerKind::Organization || first.ends_with('s'));
        // `Union wants more pay`
        let plain = view.opens(core.start) && noun.is_some_and(|noun| noun.body);
        if words::is_capital_only(first) || plain || common && !known_first {
            return None;
        }
        if view.all_capitals(core.start)
            && first.len() > 1
            && !view.is_headline(view.sentence_number(core.start))
        {
            return Some(NameKind::Organization);
        }
        return Some(NameKind::Single);
    }
    // `Institute for River Studies`
    let body_first = words::ends_organization(first) && !WordSet::Civic.has(first);
    if words::noun(last).is_some_and(|noun| noun.kind == SpeakerKind::Document) && !known_first && !body_first
    {
        return Some(NameKind::Document);
    }
    let body_within = core
        .clone()
        .any(|at| matches!(view.form(at), "of" | "for" | "on" | "and" | "&"));
    // `Member of Parliament`
    let office = words::noun(first).is_some_and(|noun| noun.kind == SpeakerKind::Person && !noun.plural);
    if body_within && office {
        return None;
    }
    if words::ends_organization(last) && !(known_first && core.len() == 2 && !view.is_capital(core.end)) {
        return Some(NameKind::Organization);
    }
    if body_within {
        return Some(NameKind::Organization);
    }
    if is_title(view, core.end - 1) && !known_first {
        // `The Daily Caller`, with its article in capitals, is a paper
        let the = core.start > 0 && view.raw(core.start - 1) == "The" && !view.opens(core.start - 1);
        return the.then_some(NameKind::Organization);
    }
    let personal = known_first
        || core
            .clone()
            .any(|at| view.is_initial(at) || words::is_suffix(view.form(at)) || !view.is_capital(at));
    if personal {
        return Some(NameKind::Person);
    }
    let the = core.start > 0 && view.form(core.start - 1) == "the";
    // `NBC Monday Night`, but not `ADA LUND`
    let acronym = view.all_capitals(core.start) && !core.clone().all(|at| view.all_capitals(at));
    let shouted = acronym || words::is_capital_only(first);
    Some(if the || shouted {
        NameKind::Organization
    } else {
        NameKind::Full
    })
}
