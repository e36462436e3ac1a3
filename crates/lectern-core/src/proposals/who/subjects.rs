//! Who does what a verb tells: its subject, its agent in the passive, the owner of a noun.

use crate::article::ProposalKind;
use crate::lexicon::{WordClass, WordSet};
use crate::proposals::candidate::Proposer;
use crate::proposals::triggers::file::{Part, triggers_of};
use crate::proposals::view::View;
use std::ops::Range;

/// The phrase after `by` in the passive.
pub(crate) fn agent(view: &View<'_>, at: usize, limit: usize) -> Option<Range<usize>> {
    let by = (at + 1..limit.min(at + 6)).find(|&at| view.form(at) == "by")?;
    view.begins_phrase(by + 1)
        .then(|| by + 1..phrase_end(view, by + 1, limit))
}

/// One past the noun phrase that begins at `at`, `of` and its object included.
pub(crate) fn phrase_end(view: &View<'_>, at: usize, limit: usize) -> usize {
    let inside = |&at: &usize| {
        view.is_within_phrase(at)
            || view.class(at) == WordClass::Pronoun
            || matches!(view.form(at), "of" | "&")
    };
    (at..limit).find(|at| !inside(at)).unwrap_or(limit)
}

/// The subject of the verb at `at`: the phrase before it, or before the finite verb that it hangs on.
pub(crate) fn subject(view: &View<'_>, at: usize) -> Option<Range<usize>> {
    let from = clause_floor(view, at);
    let mut verb = at;
    for _ in 0..4 {
        let helps = |at: usize| {
            view.is_mark(at)
                || matches!(
                    view.class(at),
                    WordClass::Auxiliary | WordClass::Modal | WordClass::Adverb | WordClass::Negation
                )
        };
        let end = (from..verb).rev().find(|&at| !helps(at))? + 1;
        let before = end - 1;
        let relative = matches!(view.form(before), "who" | "which")
            || view.form(before) == "that" && view.class(before) != WordClass::Determiner;
        let participle = matches!(view.class(verb), WordClass::VerbGerund | WordClass::VerbBase)
            && verb == at
            && !is_finite_group(view, end, verb);
        // `a resolution demanding`: the text asks
        if verb == at
            && view.class(verb) == WordClass::VerbGerund
            && WordSet::DocumentNoun.has_noun(view.form(before))
        {
            return Some(before..end);
        }
        if relative {
            let stop = if view.raw(before.saturating_sub(1)) == "," {
                before - 1
            } else {
                before
            };
            return phrase_before(view, from, stop);
        }
        // `chastised Lund for refusing`: the one who is blamed
        if view.form(before) == "for"
            && view.is_gerund(verb)
            && before > from
            && view.class(before - 1) == WordClass::Name
        {
            return phrase_before(view, from, before);
        }
        if view.raw(before) == "," && !participle {
            // `Ada Lund, the mayor, urged`
            if let Some(open) = (from..before).rev().find(|&at| view.raw(at) == ",") {
                if let Some(phrase) = phrase_before(view, from, open).filter(|phrase| phrase.end == open) {
                    return Some(phrase);
                }
                if view.begins_phrase(open + 1) {
                    return phrase_before(view, from, before);
                }
            } else if let Some(phrase) = phrase_before(view, from, before) {
                return Some(phrase);
            }
        }
        let own = !participle
            && !matches!(
                view.class(before),
                WordClass::Coordinator | WordClass::InfinitiveTo | WordClass::Preposition | WordClass::Sign
            );
        if own {
            return phrase_before(view, from, end);
        }
        // hangs on a verb before: `met to urge`, `sent a letter urging`, `came and asked`
        let earlier = (from..before + 1).filter(|&at| at < verb);
        let full = |at: &usize| {
            view.is_finite(*at) && !matches!(view.class(*at), WordClass::Auxiliary | WordClass::Modal)
        };
        // `mocked the plans and called`: the one in the same tense
        let past = |at: &usize| view.class(*at) == WordClass::VerbPast;
        let joined = view.class(before) == WordClass::Coordinator && past(&verb);
        let same = earlier.clone().rev().filter(|_| joined).find(past);
        verb = same
            .or_else(|| earlier.clone().rev().find(full))
            .or_else(|| earlier.rev().find(|&at| view.is_finite(at)))?;
    }
    None
}

fn is_finite_group(view: &View<'_>, end: usize, verb: usize) -> bool {
    (end..verb).any(|at| view.is_finite(at))
        || view.class(verb) == WordClass::VerbBase
            && !matches!(
                view.class(end.saturating_sub(1)),
                WordClass::InfinitiveTo | WordClass::Coordinator | WordClass::Preposition
            )
}

/// Where the clause of the token cannot reach back beyond: the sentence, an opening mark, a semicolon.
fn clause_floor(view: &View<'_>, at: usize) -> usize {
    let sentence = view.sentence_around(at);
    let outer = view.marked(at).filter(|&mark| !is_fragment(view, mark));
    let mark = |before: usize| outer.is_some() && view.marked(before) != outer;
    (sentence.start..at)
        .rev()
        .find(|&before| view.raw(before) == ";" || mark(before))
        .map_or(sentence.start, |before| before + 1)
}

/// `the tenants “do need a key of their own”`: words borrowed into the writer's sentence.
fn is_fragment(view: &View<'_>, mark: u32) -> bool {
    let range = view.tokens.within(view.tokens.quoted[mark as usize].span);
    view.raw(range.start + 1)
        .chars()
        .next()
        .is_some_and(char::is_lowercase)
}

/// The phrase that ends at `end`: back to a verb, a sign or a subordinator.
fn phrase_before(view: &View<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let breaks = |&at: &usize| match view.class(at) {
        WordClass::VerbPresent
        | WordClass::VerbBase
        | WordClass::Modal
        | WordClass::Auxiliary
        | WordClass::Subordinator => true,
        // `rules adopted in May` stay together
        WordClass::VerbPast => {
            let after_thing = at > from
                && matches!(
                    view.class(at - 1),
                    WordClass::Noun | WordClass::Name | WordClass::Pronoun
                );
            let before_thing =
                matches!(view.class(at + 1), WordClass::Noun | WordClass::Adjective) && !after_thing;
            WordSet::SpeechVerb.has(view.lemma(at))
                || view.class(at + 1) != WordClass::Preposition && !before_thing
        }
        WordClass::Sign => !(view.is_mark(at) || matches!(view.raw(at), "&" | "." | "(" | ")")),
        _ => false,
    };
    // `told investors on Tuesday it would`: the pronoun alone
    let last = end.saturating_sub(1);
    if last > from && WordSet::SubjectPronoun.has(view.form(last)) {
        return Some(last..end);
    }
    let broken = (from..end).rev().find(breaks);
    if let Some(start) = broken.and_then(|verb| before_relative(view, from, verb)) {
        return Some(start..end);
    }
    let mut start = broken.map_or(from, |at| at + 1);
    // `nurses should be paid and patients should wait`: the subject begins after the `and`
    let after_verb = broken.is_some_and(|at| {
        view.class(at) != WordClass::Sign
            && view.class(at) != WordClass::Subordinator
            && !WordSet::SpeechVerb.has(view.lemma(at))
    });
    if let Some(join) = (start..end)
        .rev()
        .find(|&at| after_verb && view.class(at) == WordClass::Coordinator)
    {
        start = join + 1;
    }
    let opens = |at: usize| {
        view.is_mark(at)
            || matches!(
                view.class(at),
                WordClass::Adverb | WordClass::Coordinator | WordClass::Negation
            )
    };
    while start < end && opens(start) {
        start += 1;
    }
    (start < end).then(|| past_adverbial(view, start..end))
}

/// `After a visit in May the inspectors gave`: the phrase without the adverbial that leads it in.
fn past_adverbial(view: &View<'_>, phrase: Range<usize>) -> Range<usize> {
    if view.class(phrase.start) != WordClass::Preposition {
        return phrase;
    }
    let again = |&at: &usize| {
        matches!(view.class(at), WordClass::Determiner | WordClass::Possessive)
            && matches!(
                view.class(at - 1),
                WordClass::Noun | WordClass::Name | WordClass::Number
            )
    };
    let start = (phrase.start + 2..phrase.end).rev().find(again);
    start.unwrap_or(phrase.start)..phrase.end
}

/// Where `anybody who took a boat` begins, when the verb at `verb` is that of its relative clause.
fn before_relative(view: &View<'_>, from: usize, verb: usize) -> Option<usize> {
    let helps = |at: &usize| {
        matches!(
            view.class(*at),
            WordClass::Auxiliary | WordClass::Modal | WordClass::Adverb | WordClass::Negation
        )
    };
    // `who took a boat as a keepsake`
    let verb = match view.form(verb) {
        "as" => (from..verb).rev().find(|&at| view.is_finite(at))?,
        _ => verb,
    };
    let verbal = !matches!(view.class(verb), WordClass::Subordinator | WordClass::Sign)
        && !WordSet::SpeechVerb.has(view.lemma(verb));
    let relative = (from + 1..verb).rev().find(|at| !helps(at)).filter(|_| verbal)?;
    let noun = relative - 1;
    let names = |at: usize| view.is_within_phrase(at) || view.form(at) == "of";
    let who = matches!(view.form(relative), "who" | "which")
        || view.form(relative) == "that" && view.class(noun) == WordClass::Noun;
    let anybody = view.class(noun) == WordClass::Pronoun && view.form(noun).ends_with("body");
    let opening = (from..noun)
        .rev()
        .take_while(|&at| names(at))
        .last()
        .unwrap_or(noun);
    (who && (names(noun) || anybody)).then_some(opening)
}

/// Whose plan: `Lund's plan`, `a plan by Lund`, `the Quay Courier request`, or the subject of the verb before.
pub(crate) fn owner(view: &View<'_>, at: usize) -> Proposer {
    let from = clause_floor(view, at);
    let mut start = at;
    while start > from
        && matches!(
            view.class(start - 1),
            WordClass::Adjective
                | WordClass::Noun
                | WordClass::Name
                | WordClass::PossessiveClitic
                | WordClass::Number
        )
    {
        start -= 1;
    }
    let clitic = (start..at).find(|&at| view.class(at) == WordClass::PossessiveClitic);
    if let Some(clitic) = clitic {
        return Proposer::Phrase(start..clitic);
    }
    if start > from && view.class(start - 1) == WordClass::Possessive {
        return Proposer::Phrase(start - 1..start);
    }
    let names = (start..at)
        .take_while(|&at| view.class(at) == WordClass::Name)
        .count();
    if names > 0 {
        return Proposer::Phrase(start..start + names);
    }
    match (from..start).rev().find(|&at| view.is_finite(at)) {
        // `rejected calls to`: whoever called, not who rejected
        Some(verb) if speaks_against(view, verb) => Proposer::Nobody,
        Some(verb) => subject(view, verb).map_or(Proposer::Unknown, Proposer::Phrase),
        None => Proposer::Unknown,
    }
}

/// Whether the verb speaks against what it governs.
fn speaks_against(view: &View<'_>, verb: usize) -> bool {
    let triggers = triggers_of(Part::Verb, view.lemma(verb));
    triggers
        .first()
        .is_some_and(|trigger| trigger.kind == ProposalKind::Opposition)
}

/// Whose plan, when the noun opens the sentence: `under her plan`, `a plan floated by the mediator`; else whoever speaks.
pub(crate) fn owner_or_agent(view: &View<'_>, noun: usize, limit: usize) -> Proposer {
    if let Some(phrase) = agent(view, noun, limit) {
        return Proposer::Phrase(phrase);
    }
    let before = noun
        .saturating_sub(OWNER_REACH)
        .max(view.sentence_around(noun).start);
    let own = (before..noun)
        .rev()
        .find(|&at| view.class(at) == WordClass::Possessive);
    match own {
        Some(own) => Proposer::Phrase(own..own + 1),
        None => match owner(view, noun) {
            Proposer::Unknown => Proposer::Speaker,
            found => found,
        },
    }
}

/// A possessive stands so near before its noun.
const OWNER_REACH: usize = 3;
