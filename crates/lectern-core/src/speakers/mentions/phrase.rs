//! Noun phrases: where one starts, what its head is, to whom it belongs.

use super::roles::is_also_noun;
use crate::article::SpeakerKind;
use crate::lexicon::{self, WordClass, WordSet};
use crate::speakers::view::View;
use crate::speakers::words;
use crate::tokens::TokenKind;
use std::ops::Range;

/// A noun phrase without what follows its head. All are places in the list of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::speakers) struct Phrase {
    /// Determiner or possessive included.
    pub(in crate::speakers) first: usize,
    /// `the`, `a`, `his`.
    pub(in crate::speakers) determiner: Option<usize>,
    /// `Lund's` of `Lund's brother`.
    pub(in crate::speakers) owner: Option<Range<usize>>,
    /// The last word of the run of adjectives and nouns.
    pub(in crate::speakers) head: usize,
}

/// Longer runs of nouns are no phrase.
const LONGEST: usize = 14;

/// The noun phrase that starts at `first`, looking no further than `end`.
pub(in crate::speakers) fn parse(view: View<'_>, first: usize, end: usize) -> Option<Phrase> {
    let end = end.min(first + LONGEST);
    let mut at = first;
    let mut determiner = None;
    // `more than 40 economists`
    let counted = (at..end.min(at + 4)).find(|&at| view.class(at) == WordClass::Number);
    if let Some(number) = counted
        && (at..number).all(|at| WordSet::BeforeNumber.has(view.form(at)))
    {
        at = number;
    }
    while at < end
        && matches!(
            view.class(at),
            WordClass::Determiner | WordClass::Possessive | WordClass::Number
        )
    {
        if determiner.is_none() || view.class(at) != WordClass::Number {
            determiner = Some(at);
        }
        at += 1;
    }
    let mut owner = None;
    let mut run = at;
    loop {
        while at < end
            && (view.is_nominal(at)
                || is_modifier(view, at, end)
                || is_slash(view, at, run, end)
                || at == run && is_field(view, at, end))
        {
            at += 1;
        }
        let owned = |at: usize| view.is_nominal(at) || is_modifier(view, at, end);
        if at > run && at + 1 < end && view.is_owner_mark(at) && owned(at + 1) {
            owner = Some(first..at);
            at += 1;
            run = at;
            continue;
        }
        break;
    }
    if at == run {
        // `many`, `some`, `others` stand alone
        let alone = determiner.filter(|&at| words::noun(view.form(at)).is_some());
        return alone.map(|head| Phrase {
            first,
            determiner: None,
            owner,
            head,
        });
    }
    // `a person familiar with the talks`
    let trailing =
        at - run > 1 && WordSet::Trailing.has(view.form(at - 1)) && words::noun(view.form(at - 2)).is_some();
    Some(Phrase {
        first,
        determiner,
        owner,
        head: at - 1 - usize::from(trailing),
    })
}

/// The stroke of `a Lantern/Herald poll`.
fn is_slash(view: View<'_>, at: usize, run: usize, end: usize) -> bool {
    view.form(at) == "/" && at > run && at + 1 < end && view.is_capital(at - 1) && view.is_capital(at + 1)
}

/// Participles and adverbs before a noun: `newly elected mayor`.
fn is_modifier(view: View<'_>, at: usize, end: usize) -> bool {
    let modifies = matches!(
        view.class(at),
        WordClass::VerbPast | WordClass::VerbGerund | WordClass::Adverb
    ) || words::is_role_participle(view.form(at));
    // `the mayor put forward`
    let predicates = view.class(at) == WordClass::VerbPast
        && at > 0
        && view.class(at - 1) == WordClass::Noun
        && words::noun(view.form(at - 1)).is_some();
    modifies
        && !predicates
        && at + 1 < end
        && (view.is_nominal(at + 1) || words::is_role_participle(view.form(at + 1)))
}

/// The first word of `transport minister`, `water board`: a noun that is a verb as well, before who or what speaks.
fn is_field(view: View<'_>, at: usize, end: usize) -> bool {
    at + 1 < end
        && matches!(view.class(at), WordClass::VerbBase | WordClass::VerbPresent)
        && is_also_noun(view.form(at))
        && view.class(at + 1) == WordClass::Noun
        && words::noun(view.form(at + 1)).is_some_and(|noun| !noun.plural)
}

/// `an affidavit placed before the court` is told by all its words, longer clauses are left off.
const LONGEST_PARTICIPLE: usize = 7;

/// Longer clauses are no name.
const LONGEST_CLAUSE: usize = 8;

/// Where a description ends: before a comma, a clause, a participle, a time or a dash.
pub(super) fn description_end(view: View<'_>, from: usize, end: usize) -> usize {
    if matches!(view.form(from), "who" | "that")
        && is_anybody(view.form(from - 1))
        && end - from <= LONGEST_CLAUSE
    {
        return end;
    }
    let mut timed = false;
    let found = (from..end)
        .find(|&at| {
            let long = view.class(at) == WordClass::VerbGerund || end - at > LONGEST_PARTICIPLE;
            let participle = long
                && matches!(view.class(at), WordClass::VerbGerund | WordClass::VerbPast)
                && view.class(at - 1) != WordClass::Preposition
                && view.class(at - 1) != WordClass::Determiner
                && !view.is_capital(at)
                && !(at + 1 < end && view.is_nominal(at + 1) && view.class(at + 1) != WordClass::Name);
            let time = at + 1 < end
                && WordSet::BeforeTime.has(view.form(at))
                && (lexicon::is_day(view.form(at + 1))
                    || view.form(at) != "in" && WordSet::TimeNoun.has(view.form(at + 1))
                    || view.class(at + 1) == WordClass::Number
                        && !(at + 2 < end && view.form(at) != "on" && view.class(at + 2) == WordClass::Noun));
            let owned = view.form(at) == "by" && view.class(at + 1) == WordClass::Possessive;
            // `sources cited by the newsletter`, but all of `a chemist hired by the town`
            let told = WordSet::Quoted.has(view.form(at)) && view.form(at + 1) == "by";
            // `a paper she wrote`
            let clause = lexicon::is_personal_pronoun(view.form(at));
            timed |= time && !participle;
            participle
                || clause
                || told
                || time
                || owned
                || lexicon::is_relative_pronoun(view.form(at))
                || WordSet::SourceEnd.has(view.form(at))
                || matches!(view.tokens.list[at].kind, TokenKind::Sign | TokenKind::Mark)
                    && !view.is_owner_mark(at)
                    && !matches!(view.form(at), "&" | "/")
        })
        .unwrap_or(end);
    // `a poll released on Friday` is `a poll`
    let released = timed && found - 1 > from - 1 && view.class(found - 1) == WordClass::VerbPast;
    found - usize::from(released)
}

/// Where the words for a text that is told of for the first time end: `a petition signed by 418 neighbours`.
pub(super) fn text_end(view: View<'_>, phrase: &Phrase) -> Option<usize> {
    let from = phrase.head + 1;
    let one = phrase
        .determiner
        .is_some_and(|at| matches!(view.form(at), "a" | "an"));
    let text = words::noun(view.form(phrase.head)).is_some_and(|noun| noun.kind == SpeakerKind::Document);
    if !one || !text || !WordSet::BehindText.has(view.form(from)) {
        return None;
    }
    let limit = view
        .sentence_tokens(view.sentence_number(from))
        .end
        .min(from + LONGEST_PARTICIPLE);
    let stop = (from + 1..limit).find(|&at| view.is_verb(at)).unwrap_or(limit);
    Some(description_end(view, from, stop))
}

/// `a person who sat in the room`: says who is meant only with its clause.
fn is_anybody(form: &str) -> bool {
    WordSet::Anybody.has(form)
}
