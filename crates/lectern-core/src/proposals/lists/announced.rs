//! Lists that the text announces: `four measures: ...`, `a seven-point plan, including ...`, and counts that
//! look back on a list, `..., the two points left open`.

use crate::article::ProposalKind;
use crate::lexicon::{WordClass, WordSet};
use crate::proposals::boundaries;
use crate::proposals::lists::introducer::{self, Introducer};
use crate::proposals::lists::list_parse::{self, Cut, Wanted};
use crate::proposals::lists::{item_head, lists_over_sentences};
use crate::proposals::view::View;
use crate::proposals::words;
use std::ops::Range;

/// A set of proposals that the text announces or counts.
#[derive(Clone, Debug)]
pub(crate) struct Announced {
    /// The number stated.
    pub(crate) stated: Option<u32>,
    /// From the number to the noun.
    pub(crate) phrase: Range<usize>,
    /// The kind that the noun stands for; none when only the verb beside it tells.
    pub(crate) kind: Option<ProposalKind>,
    /// The items, when the list stands after or before.
    pub(crate) items: Vec<Range<usize>>,
    /// Whether the list is introduced strongly enough to stand without a trigger.
    pub(crate) strong: bool,
}

/// What a phrase like `five concrete proposals` says.
struct Phrase {
    stated: Option<u32>,
    range: Range<usize>,
    kind: Option<ProposalKind>,
}

/// All announced lists, in text order.
pub(crate) fn find(view: &View<'_>) -> Vec<Announced> {
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut at = 0;
    while at < view.len() {
        match phrase(view, at) {
            Some(phrase) => {
                at = phrase.range.end;
                phrases.push(phrase);
            }
            None => at += 1,
        }
    }
    let mut found = Vec::new();
    // a list is over where the next count is stated
    let mut next = view.len();
    for phrase in phrases.iter().rev() {
        found.extend(announced(view, phrase, next));
        if phrase.stated.is_some() {
            next = phrase.range.start;
        }
    }
    found.reverse();
    found
}

/// Between the number and its noun stand at most so many words.
const NOUN_REACH: usize = 4;

fn phrase(view: &View<'_>, at: usize) -> Option<Phrase> {
    let form = view.form(at);
    let end = view.sentence_around(at).end;
    let compound = words::compound_number(form);
    let number = compound
        .or_else(|| words::number(form))
        .filter(|_| !is_amount(view, at));
    if let Some(stated) = number {
        let known = |at: usize| {
            words::kind_of_noun(view.form(at)).is_some() || WordSet::WeakNoun.has_noun(view.form(at))
        };
        let inside = |at: usize| {
            matches!(
                view.class(at),
                WordClass::Noun
                    | WordClass::Adjective
                    | WordClass::Name
                    | WordClass::VerbPresent
                    | WordClass::VerbBase
                    | WordClass::VerbGerund
                    | WordClass::VerbPast
                    | WordClass::Adverb
            )
        };
        let run = (at + 1..end.min(at + 1 + NOUN_REACH)).take_while(|&at| inside(at));
        let noun = if compound.is_some() {
            run.clone().filter(|&at| known(at)).last().or_else(|| run.last())
        } else {
            run.filter(|&at| known(at)).last()
        };
        // `three favours:`: whatever is counted before a colon; the trigger beside it has to tell
        let noun = noun.or_else(|| colon_noun(view, at, end));
        if let Some(noun) = noun {
            return Some(Phrase {
                stated: Some(stated),
                range: at..noun + 1,
                kind: words::kind_of_noun(view.form(noun)).or(compound.map(|_| ProposalKind::Plan)),
            });
        }
        return None;
    }
    if form == "following" && (view.raw(at + 1) == ":" || at + 1 == end) {
        return Some(Phrase {
            stated: None,
            range: at..at + 1,
            kind: None,
        });
    }
    // `listed what the city could do:`
    if form == "what"
        && (at + 1..end).any(|at| view.raw(at) == ":")
        && (at + 1..end).any(|at| view.class(at) == WordClass::Modal)
    {
        return Some(Phrase {
            stated: None,
            range: at..at + 1,
            kind: None,
        });
    }
    if !matches!(
        view.class(at),
        WordClass::Noun | WordClass::VerbPresent | WordClass::Name
    ) {
        return None;
    }
    let kind = item_head::noun_kind(view, at);
    if view.raw(at + 1) == ":" && kind.is_none() && !WordSet::WeakNoun.has_noun(form) {
        return Some(Phrase {
            stated: None,
            range: at..at + 1,
            kind: None,
        });
    }
    // the head of its phrase: not the `task` of `task force`
    let head = !matches!(view.class(at + 1), WordClass::Noun | WordClass::Name);
    (head && (kind.is_some() || WordSet::WeakNoun.has_noun(form))).then(|| Phrase {
        stated: count_after(view, at, end),
        range: at..at + 1,
        kind,
    })
}

/// The noun right before a colon, a few words after the number.
fn colon_noun(view: &View<'_>, number: usize, end: usize) -> Option<usize> {
    let colon = (number + 2..end.min(number + 2 + NOUN_REACH)).find(|&at| view.raw(at) == ":")?;
    matches!(view.class(colon - 1), WordClass::Noun | WordClass::VerbPresent).then_some(colon - 1)
}

/// `the proposals before the council are three:`
fn count_after(view: &View<'_>, noun: usize, end: usize) -> Option<u32> {
    let colon = (noun + 1..end).find(|&at| view.raw(at) == ":")?;
    let number = words::number(view.form(colon - 1))?;
    matches!(
        view.form(colon.saturating_sub(2)),
        "are" | "were" | "number" | "total"
    )
    .then_some(number)
}

/// Money, shares and other measures are no counts of proposals.
fn is_amount(view: &View<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| view.raw(before));
    matches!(before, "$" | "£" | "€" | "¥" | "#") || matches!(view.raw(at + 1), "%" | "." | ",")
}

fn announced(view: &View<'_>, phrase: &Phrase, next: usize) -> Option<Announced> {
    let sentence = view.sentence_around(phrase.range.start);
    let last = view.form(phrase.range.end - 1);
    let known =
        phrase.kind.is_some() || WordSet::WeakNoun.has_noun(last) || matches!(last, "following" | "what");
    let found = |items: Vec<Range<usize>>, strong: bool| {
        Some(Announced {
            stated: phrase.stated,
            phrase: phrase.range.clone(),
            kind: phrase.kind,
            items,
            strong: strong && known,
        })
    };
    let counts = phrase.stated.is_some();
    if let Some(after) = introducer::find(view, phrase.range.end, counts, sentence.end.min(next)) {
        let strong = phrase.stated.is_some()
            || after.strong
                && (phrase.kind.is_some()
                    || matches!(view.form(phrase.range.start), "following" | "what")
                    || phrase.range.start > 0 && view.form(phrase.range.start - 1) == "following");
        if after.start < sentence.end && !(after.start..sentence.end).all(|at| !view.is_word(at)) {
            if let Some(cut) = list_after(view, phrase, &after, next) {
                return found(cut.items, strong);
            }
        } else {
            let parts = lists_over_sentences::blocks(view, sentence.end);
            if parts.len() > 1 {
                return found(parts, strong);
            }
        }
    }
    let Some(counted) = phrase.stated else {
        return resumed(view, phrase).and_then(|cut| found(cut.items, true));
    };
    let rest = view.sentence_around(phrase.range.start).end;
    let parts = lists_over_sentences::sentences(view, rest);
    if parts.len() > 1 {
        return found(parts, true);
    }
    let parts = lists_over_sentences::blocks(view, rest);
    if parts.len() > 1 {
        return found(parts, true);
    }
    let parts = lists_over_sentences::same_modal(view, rest);
    if parts.len() > 1 && parts.len() <= counted as usize {
        return found(parts, true);
    }
    let parts = lists_over_sentences::clauses(view, rest);
    if parts.len() > 1 && parts.len() == counted as usize {
        return found(parts, true);
    }
    let before =
        list_before(view, phrase, counted).or_else(|| list_of_sentence_before(view, phrase, counted));
    match before {
        Some(cut) => found(cut.items, true),
        None => found(Vec::new(), false),
    }
}

fn list_after(view: &View<'_>, phrase: &Phrase, after: &Introducer, next: usize) -> Option<Cut> {
    let limit = boundaries::hard_end(view, after.start);
    let limit = after
        .end
        .map_or(limit, |end| end.min(view.sentence_around(after.start).end));
    let limit = if next > after.start {
        limit.min(next)
    } else {
        limit
    };
    let wanted = Wanted {
        stated: phrase.stated,
        open: after.open,
        base: false,
        things: after.open,
    };
    let cut = list_parse::cut(
        view,
        after.start..boundaries::trim(view, after.start, limit),
        wanted,
    )?;
    let exact = phrase
        .stated
        .is_some_and(|stated| cut.items.len() == stated as usize);
    let least = if exact || after.strong { 0 } else { WEAK };
    (cut.score > least && (exact || !after.exact)).then_some(cut)
}

/// A list that does not have the number stated must hang together at least this well.
const WEAK: i32 = 5;

/// `A, B and C: these are the pledges on which she won`.
fn resumed(view: &View<'_>, phrase: &Phrase) -> Option<Cut> {
    let sentence = view.sentence_around(phrase.range.start);
    let end = (sentence.start..phrase.range.start)
        .rev()
        .take(5)
        .find(|&at| matches!(view.raw(at), "—" | "–" | "--" | ":"))?;
    let resumes = phrase.kind.is_some()
        && matches!(view.form(end + 1), "these" | "those" | "such")
        && matches!(view.form(end + 2), "are" | "were");
    let wanted = Wanted {
        base: view.is_base(sentence.start),
        ..Wanted::default()
    };
    list_parse::cut(view, sentence.start..end, wanted)
        .filter(|cut| resumes && cut.score > WEAK && cut.items.last().is_some_and(|item| item.end == end))
}

/// `A, B and C are the three aims`, `A, B and C – the three pledges`, `A, B and C: these three things`.
fn list_before(view: &View<'_>, phrase: &Phrase, stated: u32) -> Option<Cut> {
    let sentence = view.sentence_around(phrase.range.start);
    let end = (sentence.start..phrase.range.start).rev().take(6).find(|&at| {
        matches!(view.raw(at), "—" | "–" | "--" | ":")
            || matches!(view.form(at), "are" | "were" | "form" | "make" | "constitute")
    })?;
    let start = sentence.start;
    let wanted = Wanted {
        stated: Some(stated),
        base: view.is_base(start),
        ..Wanted::default()
    };
    let cut = list_parse::cut(view, start..end, wanted)?;
    (cut.items.len() == stated as usize && cut.items.last().is_some_and(|item| item.end == end))
        .then_some(cut)
}

/// `A, B, C. Those, she said, were the three demands`
fn list_of_sentence_before(view: &View<'_>, phrase: &Phrase, stated: u32) -> Option<Cut> {
    let sentence = view.sentence_around(phrase.range.start);
    let points_back = matches!(view.form(sentence.start), "these" | "those" | "such");
    let mut between = sentence.start..phrase.range.start;
    if !points_back || !between.any(|at| matches!(view.form(at), "are" | "were")) {
        return None;
    }
    let before = view.sentence_around(sentence.start.checked_sub(1)?);
    let end = boundaries::trim(view, before.start, before.end);
    let wanted = Wanted {
        stated: Some(stated),
        base: view.is_base(before.start),
        ..Wanted::default()
    };
    let cut = list_parse::cut(view, before.start..end, wanted)?;
    (cut.items.len() == stated as usize && cut.items.last().is_some_and(|item| item.end == end))
        .then_some(cut)
}
