//! Reads the words of a source: a pronoun, a name, a description or several together.

use super::joint::{group, is_inside_other};
use super::name_run::is_title;
use super::names::Name;
use super::offices;
use super::phrase::{self, Phrase};
use super::roles;
use crate::article::SpeakerKind;
use crate::lexicon::{WordClass, WordSet};
use crate::speakers::view::View;
use crate::speakers::words;
use crate::tokens::TokenKind;
use std::ops::Range;

/// What the words of a source are.
#[derive(Clone, Debug)]
pub(in crate::speakers) enum Reading {
    /// A pronoun, with its place.
    Pronoun(usize),
    /// `who`, `many of whom`: stands for what comes before it.
    Relative(usize),
    /// A name: its place in the list of names.
    Name(usize),
    /// A noun phrase, and where its description ends.
    Phrase(Phrase, usize),
    /// Several together; all of it, and the names in it.
    Group(Range<usize>, Vec<usize>),
    /// `Q` or `A` of an interview, with its place and whether it asks.
    Voice(usize, bool),
    /// Words that are none of these.
    Words(Range<usize>),
}

/// Reads the tokens of `range`; none when it holds no word.
pub(in crate::speakers) fn read(view: View<'_>, names: &[Name], range: Range<usize>) -> Option<Reading> {
    let range = without_acronym(view, trim(view, range));
    if range.is_empty() {
        return None;
    }
    if let Some(asks) = voice(view, &range) {
        return Some(Reading::Voice(range.start, asks));
    }
    let range = possessor(view, names, &range).unwrap_or(range);
    if let Some(pronoun) = pronoun(view, &range) {
        return Some(pronoun);
    }
    let first_name = names.partition_point(|name| name.core.end <= range.start);
    let within: Vec<usize> = (first_name..names.len())
        .take_while(|&name| names[name].core.start < range.end)
        .collect();
    if let Some(group) = group(view, names, &within, &range) {
        return Some(group);
    }
    if let Some(name) = named(view, names, &within, &range) {
        return Some(Reading::Name(titled(view, names, &range, name)));
    }
    let phrase = phrase::parse(view, range.start, range.end);
    Some(match phrase {
        Some(phrase) => {
            let end = phrase::description_end(view, phrase.head + 1, range.end);
            Reading::Phrase(phrase, end)
        }
        None => Reading::Words(range),
    })
}

/// Whether the source is the letter or word of an interview that asks (`Q:`) or answers (`A:`).
fn voice(view: View<'_>, range: &Range<usize>) -> Option<bool> {
    let at = range.start;
    let opens = at == 0 || view.block(at) != view.block(at - 1);
    let form = view.form(at);
    let signed = form.ends_with('.') || view.form(at + 1) == ":";
    let asks = match form.trim_end_matches('.') {
        "q" | "question" => true,
        "a" | "answer" => false,
        _ => return None,
    };
    (opens && signed && range.len() == 1).then_some(asks)
}

/// Takes off signs at the edges and what leads in: `according to`, `by`.
fn trim(view: View<'_>, mut range: Range<usize>) -> Range<usize> {
    let is_edge = |at: usize| matches!(view.tokens.list[at].kind, TokenKind::Sign | TokenKind::Mark);
    while let Some(at) = range.clone().next() {
        let counts = view.form(at) == "at" && matches!(view.form(at + 1), "least" | "most");
        let leads = !counts && matches!(view.class(at), WordClass::Preposition | WordClass::InfinitiveTo)
            || WordSet::SourceOpener.has(view.form(at));
        if range.len() > 1 && (is_edge(at) || leads) {
            range.start += 1;
        } else {
            break;
        }
    }
    while range.len() > 1 && is_edge(range.end - 1) && !matches!(view.form(range.end - 1), ")") {
        range.end -= 1;
    }
    range
}

/// `the River Trust` of `the River Trust, or RT`.
fn without_acronym(view: View<'_>, range: Range<usize>) -> Range<usize> {
    let end = range.end;
    let acronym = range.len() > 3
        && view.all_capitals(end - 1)
        && view.form(end - 2) == "or"
        && view.form(end - 3) == ",";
    range.start..if acronym { end - 3 } else { end }
}

/// Whose a thing is that can't speak itself: `his best response` is his, `Lund and Berg's gut reaction` theirs.
fn possessor(view: View<'_>, names: &[Name], range: &Range<usize>) -> Option<Range<usize>> {
    let pronoun = view.class(range.start) == WordClass::Possessive && view.form(range.start) != "whose";
    let end = if pronoun {
        range.start + 1
    } else {
        range.clone().rfind(|&at| view.is_owner_mark(at))?
    };
    let thing = phrase::parse(view, end + usize::from(!pronoun), range.end)?.head;
    let form = view.form(thing);
    let person = WordSet::PersonalEnding.ends(form);
    let first = names.partition_point(|name| name.core.end <= range.start);
    let near = names[first..]
        .iter()
        .take_while(|name| name.whole.start < range.end);
    let named = near
        .clone()
        .any(|name| (end..range.end).contains(&name.core.start));
    // Not `judges hearing lawsuits about the mayor's time`: names, or a word or two, are all that stands before.
    let owner = end - range.start <= 3
        || (range.start..end).all(|at| {
            matches!(view.class(at), WordClass::Determiner | WordClass::Coordinator)
                || near.clone().any(|name| name.whole.contains(&at))
        });
    let owned = end > range.start && owner;
    (owned && words::noun(form).is_none() && !person && !named).then_some(range.start..end)
}

fn pronoun(view: View<'_>, range: &Range<usize>) -> Option<Reading> {
    if let Some(at) = range
        .clone()
        .find(|&at| matches!(view.form(at), "who" | "which" | "whom" | "whose"))
    {
        // `many of whom`, but not `Lund, who runs it`
        let before = (range.start..at).all(|at| {
            matches!(
                view.class(at),
                WordClass::Determiner | WordClass::Preposition | WordClass::Number
            ) || matches!(view.form(at), "all" | "both" | "some" | "most" | "many")
        });
        if before {
            return Some(Reading::Relative(at));
        }
    }
    let at = range.start;
    let alone = range.len() == 1 || range.len() == 2 && WordSet::BehindPronoun.has(view.form(at + 1));
    if range.len() == 1 && view.form(at) == "that" {
        return Some(Reading::Relative(at));
    }
    let pronoun = WordSet::Pronoun.has(view.form(at));
    (pronoun && alone).then_some(Reading::Pronoun(at))
}

/// The name that the source is about, with titles before it or descriptions around it.
fn named(view: View<'_>, names: &[Name], within: &[usize], range: &Range<usize>) -> Option<usize> {
    let parsed = phrase::parse(view, range.start, range.end);
    // `one of the organisers, Ada Lund`
    let one_of = view.form(range.start) == "one" && view.form(range.start + 1) == "of";
    if one_of
        && let Some(&last) = within.last()
        && view.form(names[last].whole.start - 1) == ","
        && names[last].core.end == range.end
    {
        return Some(last);
    }
    // `DELEGATE OF NORWAY (Ada Lund)`
    if let Some(&last) = within.last()
        && view.form(range.end - 1) == ")"
        && names[last].core.end + 1 == range.end
        && offices::past_place(view, &names[last]).is_some_and(|role| range.contains(&role.words.start))
    {
        return Some(last);
    }
    for &number in within {
        let name = &names[number];
        if let Some(phrase) = &parsed {
            if name.core.contains(&phrase.head) {
                return Some(number);
            }
            // `A lawyer for the town, Bo Berg,`
            let title = (range.start..name.whole.start)
                .rev()
                .take_while(|&at| view.is_word(at) && view.class(at) != WordClass::Preposition);
            let comma = name.whole.start.wrapping_sub(title.count() + 1);
            let ends = name.core.end == range.end || view.form(name.core.end) == ",";
            let close = comma.wrapping_add(1) == name.whole.start
                || comma.wrapping_add(2) == name.whole.start
                    && view.class(comma.wrapping_add(1)) == WordClass::Determiner;
            let body = ends && close && words::noun(view.form(phrase.head)).is_some_and(|noun| noun.body);
            let apposed = view.form(comma) == ","
                && phrase.head < comma
                && (is_title(view, phrase.head) || body)
                && (phrase.head + 1..comma).all(|at| view.form(at) != ",");
            let led = || offices::past_place(view, name).is_some_and(|role| role.head == Some(phrase.head));
            if apposed || led() {
                return Some(number);
            }
        }
        let leads = name.whole.start <= range.start && name.core.end > range.start;
        let possessed = view.is_owner_mark(name.core.end) && name.core.end + 1 < range.end;
        let goes_on = name.core.end < range.end
            && view.class(name.core.end) == WordClass::Noun
            && !view.is_capital(name.core.end);
        if leads && !possessed && !goes_on {
            return Some(number);
        }
    }
    // `its "star reporter" Ada Lund`: titles of any make, but no preposition before the name
    let head = parsed.map_or(0, |phrase| phrase.head);
    within.iter().copied().find(|&number| {
        let name = &names[number];
        let direct = (range.start..name.whole.start).all(|at| {
            !matches!(
                view.class(at),
                WordClass::Preposition | WordClass::Coordinator | WordClass::VerbGerund
            ) && (!view.is_verb(at) || view.opens(at) && roles::is_also_noun(view.form(at)))
        });
        direct && head < name.core.end && !is_inside_other(view, names, range, number)
    })
}

/// The name to which `name` only belongs, with nothing but a title between: `Ada Lund` for `River Trust` of `River
/// Trust spokeswoman Ada Lund`.
fn titled(view: View<'_>, names: &[Name], range: &Range<usize>, name: usize) -> usize {
    let mut last = name;
    while let Some(next) = names.get(last + 1) {
        let between = names[last].core.end..next.whole.start;
        let title = next.title.is_some()
            || between
                .clone()
                .next_back()
                .is_some_and(|at| is_title(view, at) || words::reads_as_trade(view.form(at)));
        let direct = title
            && between.clone().all(|at| {
                (view.is_nominal(at) || view.class(at) == WordClass::Adjective) && !view.is_owner_mark(at)
            });
        if !direct || !next.kind.is_person() || next.core.end > range.end {
            break;
        }
        last += 1;
    }
    last
}

/// `40 percent`: so many of those asked.
pub(in crate::speakers) fn is_share(form: &str) -> bool {
    matches!(form, "percent" | "%" | "per" | "cent" | "percentage")
}

/// What kind of speaker a description makes.
pub(in crate::speakers) fn kind_of(view: View<'_>, phrase: &Phrase) -> (SpeakerKind, bool) {
    let form = view.form(phrase.head);
    if is_share(form) {
        return (SpeakerKind::Group, true);
    }
    match words::noun(form) {
        Some(noun) => match noun.kind {
            SpeakerKind::Person if noun.plural => (SpeakerKind::Group, true),
            SpeakerKind::Person => (SpeakerKind::Unnamed, false),
            SpeakerKind::Organization if noun.plural => (SpeakerKind::Group, true),
            kind => (kind, noun.plural),
        },
        None if form.ends_with('s') && !form.ends_with("ss") => (SpeakerKind::Group, true),
        None => (SpeakerKind::Unnamed, false),
    }
}
