//! Finds names in running text: runs of words with capitals, cut into title and name.

use crate::article::SpeakerKind;
use crate::lexicon;
use crate::lexicon::WordClass;
use crate::speakers::view::View;
use crate::speakers::words::{self, Gender};
use crate::tokens::TokenKind;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A name in the text. All ranges are token ranges.
#[derive(Clone, Debug)]
pub(in crate::speakers) struct Name {
    /// With title and honorific.
    pub(in crate::speakers) whole: Range<usize>,
    /// The name alone.
    pub(in crate::speakers) core: Range<usize>,
    /// The gender that an honorific tells; 0 for `Dr.`.
    pub(in crate::speakers) honorific: Option<Gender>,
    /// The title before the name, honorific not included.
    pub(in crate::speakers) title: Option<Range<usize>>,
    pub(in crate::speakers) kind: NameKind,
    /// Whether it is a name only if the rest of the text knows it.
    pub(in crate::speakers) needs_known: bool,
}

/// What a name looks like, before anything else in the text is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::speakers) enum NameKind {
    Person,
    Organization,
    /// A law, a treaty.
    Document,
    /// A place that acts as a body: `Russia`.
    Country,
    /// A place that does not: `Chicago`.
    Place,
    /// Several words with capitals, no further sign: a person most likely.
    Full,
    /// One word: whose name it is has to be asked of the rest of the text.
    Single,
}

impl NameKind {
    /// Whether it looks like a person's.
    pub(in crate::speakers) fn is_person(self) -> bool {
        matches!(self, NameKind::Person | NameKind::Full | NameKind::Single)
    }
}

/// Longer runs of capitals are no name but shouting; they are cut here.
const LONGEST: usize = 12;

/// The names outside headlines, in text order.
pub(in crate::speakers) fn find(view: View<'_>) -> Vec<Name> {
    let mut names = Vec::new();
    for sentence in 0..view.tokens.sentences.len() {
        if view.is_headline(sentence) {
            continue;
        }
        let range = view.sentence_tokens(sentence);
        let mut at = range.start;
        while at < range.end {
            if starts_name(view, at) {
                let end = run_end(view, at, range.end);
                cut(view, at..end, &mut names);
                at = end;
            } else {
                at += 1;
            }
        }
    }
    names
}

/// What [`find`] passes over because a capital means little there: names in headlines, where every word has one,
/// and a known name that opens a sentence alone. Only names `known` from the rest of the text are seen.
pub(in crate::speakers) fn find_known(view: View<'_>, found: &[Name], known: &FxHashSet<&str>) -> Vec<Name> {
    let mut names = Vec::new();
    let is_known = |at: usize| {
        view.is_capital(at) && known.contains(view.form(at)) && lexicon::closed_class(view.form(at)).is_none()
    };
    for sentence in 0..view.tokens.sentences.len() {
        let range = view.sentence_tokens(sentence);
        if !view.is_headline(sentence) {
            let covered = found.partition_point(|name| name.whole.end <= range.start);
            let free = found
                .get(covered)
                .is_none_or(|name| name.whole.start > range.start);
            if free && is_known(range.start) && words::noun(view.form(range.start)).is_none() {
                cut(view, range.start..range.start + 1, &mut names);
            }
            continue;
        }
        let mut at = range.start;
        while at < range.end {
            if !is_known(at) {
                at += 1;
                continue;
            }
            let mut end = at + 1;
            while end < range.end && end - at < LONGEST && (is_known(end) || view.is_initial(end)) {
                end += 1;
            }
            cut(view, at..end, &mut names);
            at = end;
        }
    }
    for name in &mut names {
        name.needs_known = true;
    }
    names
}

/// Takes off the first word of `Like Lund` and `First Lund`, and the last one of `Ada Lund Calls`, where the text has the
/// rest as somebody's name elsewhere and the word is one that any sentence may open with, or a verb.
pub(in crate::speakers) fn trim_known(view: View<'_>, names: &mut [Name]) {
    let mut surnames: FxHashSet<&str> = FxHashSet::default();
    let mut full: FxHashSet<(&str, &str)> = FxHashSet::default();
    for name in names.iter() {
        let last = view.form(name.core.end - 1);
        if name.core.len() == 1 && (name.title.is_some() || name.honorific.is_some()) {
            surnames.insert(last);
        }
        if name.core.len() > 1 && name.kind == NameKind::Person {
            surnames.insert(last);
            if name.core.len() == 2 {
                full.insert((view.form(name.core.start), last));
            }
        }
    }
    for name in names
        .iter_mut()
        .filter(|name| name.kind == NameKind::Full || name.kind == NameKind::Person)
    {
        let first = view.form(name.core.start);
        let loose = name.core.len() == 2
            && name.title.is_none()
            && (words::first_name(first).is_none()
                || lexicon::closed_class(first).is_some() && view.opens(name.core.start))
            && surnames.contains(view.form(name.core.end - 1))
            && (lexicon::closed_class(first).is_some()
                || words::is_capital_only(first)
                || words::is_common(first)
                || words::is_loose_opener(first)
                || matches!(
                    view.class(name.core.start),
                    WordClass::Adjective | WordClass::Adverb | WordClass::Number
                )
                || lexicon::verb(first).is_some() && view.opens(name.core.start)
                || name.core.start > 0
                    && view.form(name.core.start - 1) == "of"
                    && is_title(view, name.core.start.saturating_sub(2)));
        if loose {
            name.core.start += 1;
            name.whole.start = name.whole.start.max(name.core.start);
            name.kind = NameKind::Single;
        }
        let last = view.form(name.core.end - 1);
        if name.core.len() == 3
            && lexicon::verb(last).is_some()
            && full.contains(&(first, view.form(name.core.start + 1)))
        {
            name.core.end -= 1;
            name.whole.end = name.core.end;
        }
    }
}

/// Whether a name can start with the token.
fn starts_name(view: View<'_>, at: usize) -> bool {
    if has_arabic_article(view, at) {
        return true;
    }
    if !view.is_capital(at) || is_date(view, at) || is_code(view, at) {
        return false;
    }
    let form = view.form(at);
    if words::is_common(form) {
        return false;
    }
    let closed = lexicon::closed_class(form);
    let next_capital = view.is_capital(at + 1) && lexicon::closed_class(view.form(at + 1)).is_none();
    if view.opens(at) {
        if closed.is_some() && !words::is_particle(form) {
            return next_capital && words::first_name(form).is_some();
        }
        let after = if words::is_particle(view.form(at + 1)) {
            at + 2
        } else {
            at + 1
        };
        if words::is_particle(form) && view.is_capital(after) || is_apposed(view, at) {
            return true;
        }
        // `Pieter van der Meer`
        if words::is_particle(view.form(at + 1)) && !view.is_capital(at + 1) && closed.is_none() {
            let next = if words::is_particle(view.form(at + 2)) {
                at + 3
            } else {
                at + 2
            };
            if view.is_capital(next) && words::noun(form).is_none() && lexicon::verb(form).is_none() {
                return true;
            }
        }
        let office = is_title(view, at) && view.form(at + 1) == "of" && view.is_capital(at + 2);
        return view.class(at) == WordClass::Name
            || office
            || next_capital && (lexicon::verb(form).is_none() || is_title(view, at))
            || words::first_name(form).is_some()
            || view.all_capitals(at) && form.len() > 1;
    }
    closed.is_none() || view.class(at) == WordClass::Name || next_capital && words::first_name(form).is_some()
}

/// `Melina, a nurse`: an unknown word with an apposition or age behind it.
fn is_apposed(view: View<'_>, at: usize) -> bool {
    let form = view.form(at);
    let apposed = matches!(view.form(at + 2), "a" | "an" | "the" | "who" | "of")
        || view.class(at + 2) == WordClass::Number;
    view.form(at + 1) == ","
        && apposed
        && view.class(at) == WordClass::Noun
        && words::noun(form).is_none()
        && lexicon::verb(form).is_none()
}

/// Whether a name can go on with the token.
fn goes_on(view: View<'_>, at: usize) -> bool {
    view.is_capital(at) && !is_date(view, at) && !matches!(view.form(at), "i" | "he" | "she" | "the")
        || has_arabic_article(view, at)
}

/// `Monday`; `May` after `in`.
fn is_date(view: View<'_>, at: usize) -> bool {
    let form = view.form(at);
    let month = matches!(form, "may" | "april" | "june" | "august" | "jan" | "march");
    if !month {
        return words::is_day(form);
    }
    let number = |at: usize| {
        view.tokens
            .list
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Number)
    };
    let named =
        form == "may" || view.is_capital(at + 1) || at > 0 && view.is_capital(at - 1) && !view.opens(at);
    !named
        || number(at + 1)
        || at > 0 && number(at - 1)
        || at > 0
            && matches!(
                view.form(at - 1),
                "in" | "since"
                    | "until"
                    | "by"
                    | "last"
                    | "early"
                    | "late"
                    | "mid"
                    | "of"
                    | "this"
                    | "next"
                    | "from"
            )
}

/// `R-Tenn.`, `v2Beta`: a party tag or something with digits in it.
fn is_code(view: View<'_>, at: usize) -> bool {
    let raw = view.raw(at);
    raw.chars().any(|c| c.is_ascii_digit()) || is_party_tag(raw)
}

/// `R-Tenn.`
pub(in crate::speakers) fn is_party_tag(raw: &str) -> bool {
    raw.as_bytes().get(1) == Some(&b'-')
        && raw.len() < 9
        && raw.starts_with(|c: char| c.is_ascii_uppercase())
        && raw[2..].starts_with(|c: char| c.is_ascii_uppercase())
}

/// `al-Sisi`: a capital after the hyphen.
fn has_arabic_article(view: View<'_>, at: usize) -> bool {
    view.is_word(at)
        && view.raw(at).split_once('-').is_some_and(|(article, rest)| {
            matches!(article, "al" | "el" | "as" | "ad" | "ar" | "ul")
                && rest.chars().next().is_some_and(char::is_uppercase)
        })
}

/// One past the last token of the run of capitals that starts at `start`.
fn run_end(view: View<'_>, start: usize, sentence_end: usize) -> usize {
    let mut end = start + 1;
    let mut body = is_body_word(view, start);
    let mut joined = false;
    let limit = sentence_end.min(start + LONGEST);
    while end < limit {
        if goes_on(view, end) {
            body |= is_body_word(view, end);
            end += 1;
            continue;
        }
        let form = view.form(end);
        let capital_at = |at: usize| at < limit && goes_on(view, at) && !view.opens(at);
        if words::is_particle(form) && !view.is_capital(end) && !body {
            let next = if words::is_particle(view.form(end + 1)) {
                end + 2
            } else {
                end + 1
            };
            if capital_at(next) {
                end = next + 1;
                continue;
            }
        }
        let after_article = if matches!(view.form(end + 1), "the" | "a" | "an") {
            end + 2
        } else {
            end + 1
        };
        match form {
            "of" | "for" | "on" | "in" | "to"
                if (body || form == "of" && is_title(view, end - 1)) && capital_at(after_article) =>
            {
                // a place after `in` is where a body is, not its name
                if form == "in" || form == "to" && !view.is_capital(end - 1) {
                    break;
                }
                joined = true;
                end = after_article + 1;
            }
            "and"
                if joined
                    && capital_at(end + 1)
                    && words::first_name(view.form(end + 1)).is_none()
                    && !is_title(view, end + 1) =>
            {
                end += 2;
            }
            "&" if capital_at(end + 1) => end += 2,
            // `Teachers' League`, `People's Party`
            "'s" | "'" | "’"
                if view.is_owner_mark(end)
                    && words::noun(view.form(end - 1)).is_some_and(|noun| noun.plural)
                    && capital_at(end + 1)
                    && words::ends_organization(view.form(end + 1)) =>
            {
                end += 2;
            }
            "," if words::is_suffix(view.form(end + 1)) && view.is_capital(end + 1) => end += 2,
            _ if view.tokens.list[end].kind == TokenKind::Mark && capital_mark_name(view, end, limit) => {
                end += 4;
            }
            _ => break,
        }
    }
    end
}

/// `Robert "Bob" Hill`: a nickname between marks with a name after it.
fn capital_mark_name(view: View<'_>, at: usize, limit: usize) -> bool {
    at + 3 < limit
        && view.is_capital(at + 1)
        && view.tokens.list[at + 2].kind == TokenKind::Mark
        && view.is_capital(at + 3)
}

fn is_body_word(view: View<'_>, at: usize) -> bool {
    view.is_capital(at) && words::ends_organization(view.form(at))
}

/// Whether the token is a noun for one person: `President`, `moderator`.
pub(in crate::speakers) fn is_title(view: View<'_>, at: usize) -> bool {
    words::noun(view.form(at)).is_some_and(|noun| noun.kind == SpeakerKind::Person)
}

/// `Supporters`, but not `Sens.`: several of a part, no title.
fn is_plural_part(view: View<'_>, at: usize) -> bool {
    let form = view.form(at);
    words::noun(form).is_some_and(|noun| noun.plural && !noun.title) && !form.ends_with('.')
}

/// Cuts a run into title and name and appends what it names.
fn cut(view: View<'_>, run: Range<usize>, names: &mut Vec<Name>) {
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
        if !goes_on(view, core.start) {
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
        && words::place(view.form(run.start)).is_some();
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

/// The first word of the title that ends at `title`; words of the run before it belong to it.
fn first_title_word(view: View<'_>, start: usize, title: usize) -> usize {
    let mut first = start;
    if view.opens(first) && lexicon::closed_class(view.form(first)).is_some() && first < title {
        first += 1;
    }
    first
}

/// The name in what follows a title with `of`: `of State Ann Hill` holds `Ann Hill`.
fn after_joiner(view: View<'_>, rest: Range<usize>) -> Range<usize> {
    let capitals: Vec<usize> = rest.clone().filter(|&at| goes_on(view, at)).collect();
    match capitals.len() {
        0 | 1 => rest.end..rest.end,
        2 => rest.end - 1..rest.end,
        _ => rest.end - 2..rest.end,
    }
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
    while core.len() > 2 && words::is_degree(view.form(core.end - 1)) {
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
    if let Some(acts) = words::place(&folded) {
        return Some(if acts { NameKind::Country } else { NameKind::Place });
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
    let body_first = words::ends_organization(first) && !words::is_civic(first);
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
