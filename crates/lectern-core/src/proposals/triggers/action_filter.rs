//! Whether what a trigger governs is a matter: a course of action that others could support or oppose.

use crate::article::{ProposalKind, SpeakerKind};
use crate::lexicon::{WordClass, WordSet};
use crate::proposals::boundaries;
use crate::proposals::mood::volition;
use crate::proposals::triggers::file::{Need, Slot, Trigger};
use crate::proposals::triggers::frames::Match;
use crate::proposals::view::View;
use crate::proposals::who::{mentions, subjects};
use std::ops::Range;

/// How far into a phrase its matter is looked for.
const REACH: usize = 8;

/// Whether the action is a matter, as far as the trigger asks.
pub(crate) fn is_matter(view: &View<'_>, at: usize, trigger: &Trigger, found: &Match, limit: usize) -> bool {
    let open = match trigger.needs {
        Some(Need::Open) => !is_told_as_done(view, at),
        Some(Need::Done) => is_told_as_done(view, at) || view.in_headline_shape(at),
        _ => true,
    };
    let teller = match trigger.needs {
        Some(Need::Body) => is_told_of(view, at, WordSet::OwnNoun),
        Some(Need::Text) => is_told_of(view, at, WordSet::DocumentNoun),
        // `“Voters want bread, peace and a roof,” the pollster said`: what people are like
        Some(Need::Several) => {
            let told = view.said_in(at).is_some() || view.marked(at).is_some();
            let bare = |subject: Range<usize>| view.class(subject.start) == WordClass::Noun;
            !told || !subjects::subject(view, at).is_some_and(bare)
        }
        _ => true,
    };
    open && teller
        && match found.slot {
            Slot::Verb => is_public_verb(view, trigger, found.start, limit),
            Slot::Phrase => is_public_thing(view, trigger, found.start, limit),
            Slot::Clause if trigger.needs == Some(Need::Singular) => !tells_what_is(view, found.start, limit),
            _ => true,
        }
}

/// Whether the subject of the verb is one of those that the nouns name, or a body or group by name.
fn is_told_of(view: &View<'_>, at: usize, nouns: WordSet) -> bool {
    let Some(subject) = subjects::subject(view, at) else {
        return false;
    };
    let head = view.form(volition::head_noun(view, &subject));
    let bodies = nouns == WordSet::OwnNoun;
    nouns.has_noun(head)
        || bodies
            && (head.ends_with('s') && WordSet::CampaignerNoun.has_noun(head) || is_body(view, &subject))
}

/// Whether the phrase names a body.
pub(crate) fn is_body(view: &View<'_>, phrase: &Range<usize>) -> bool {
    let mention = mentions::mention_in(view, phrase);
    mention.and_then(|mention| mentions::kind(view, mention)) == Some(SpeakerKind::Organization)
}

/// `banned`, `voted against`: what is told in the past is done.
fn is_told_as_done(view: &View<'_>, at: usize) -> bool {
    view.class(at) == WordClass::VerbPast
}

fn is_public_verb(view: &View<'_>, trigger: &Trigger, start: usize, limit: usize) -> bool {
    let verb = view.past_adverbs(start, limit);
    let lemma = view.lemma(verb);
    // `does what he promised to do`
    if verb + 1 >= limit && matches!(lemma, "do" | "be" | "have") {
        return false;
    }
    match trigger.needs {
        Some(Need::Policy) => WordSet::PolicyVerb.has(lemma),
        // who asks others to hold or release something, asks in public
        Some(Need::Public) => {
            let asked = trigger.kind == ProposalKind::Call && WordSet::AskedVerb.has(lemma);
            asked || !WordSet::PrivateVerb.has(lemma)
        }
        Some(Need::Aloud) => !WordSet::SilentVerb.has(lemma),
        Some(Need::Act) => !WordSet::StateVerb.has(lemma),
        _ => true,
    }
}

fn is_public_thing(view: &View<'_>, trigger: &Trigger, start: usize, limit: usize) -> bool {
    if start >= limit {
        return true;
    }
    let end = boundaries::action_end(view, start, limit);
    // `suggested the roof might leak`: a clause that asks for nothing
    let takes_clause = trigger
        .frames
        .iter()
        .any(|frame| frame.last() == Some(&Slot::Clause));
    if takes_clause
        && view.is_clause(start, end)
        && !(start..end).any(|at| matches!(view.form(at), "that" | "which" | "who"))
    {
        return false;
    }
    let near = start..end.min(start + REACH);
    let thing = |at: usize| matches!(view.class(at), WordClass::Noun | WordClass::Name);
    let head = near
        .clone()
        .find(|&at| thing(at) && !thing(at + 1) && view.class(at + 1) != WordClass::PossessiveClitic);
    let Some(head) = head.or_else(|| {
        near.clone()
            .find(|&at| !matches!(view.class(at), WordClass::Determiner | WordClass::Sign))
    }) else {
        // `this`, `more`
        return false;
    };
    let void = WordSet::VoidNoun.has_noun(view.form(head)) && !view.is_infinitive(head + 1);
    if void || is_person(view, &(start..end)) {
        return false;
    }
    // `want the board to meet`: asked of somebody
    let asked =
        trigger.needs == Some(Need::Body) && view.is_infinitive(subjects::phrase_end(view, start, limit));
    !asked && (trigger.needs != Some(Need::Measure) || names_measure(view, &near))
}

/// `that tenants like the plan`: a plural and its present tense.
fn tells_what_is(view: &View<'_>, start: usize, limit: usize) -> bool {
    let verb = (start + 1..limit).find(|&at| view.is_finite(at) || view.class(at) == WordClass::VerbBase);
    verb.is_some_and(|verb| {
        view.class(verb) == WordClass::VerbBase
            && view.form(verb) != "be"
            && view.form(verb - 1).ends_with('s')
    })
}

/// Whether the stretch names a measure or begins with doing one.
pub(crate) fn names_measure(view: &View<'_>, near: &Range<usize>) -> bool {
    view.is_gerund(near.start)
        || near
            .clone()
            .any(|at| WordSet::MeasureNoun.has_noun(view.form(at)))
}

/// `opposes Lund`: nobody's action.
fn is_person(view: &View<'_>, range: &Range<usize>) -> bool {
    let Some(mention) = mentions::mention_in(view, range) else {
        return false;
    };
    let span = view.span(range);
    let person = mentions::kind(view, mention) == Some(SpeakerKind::Person);
    let after = view.tokens.within(mention.span).end;
    mention.span.start() <= span.start()
        && person
        && after <= range.end
        && view.class(after) != WordClass::PossessiveClitic
        && view.class(range.start) != WordClass::Possessive
}
