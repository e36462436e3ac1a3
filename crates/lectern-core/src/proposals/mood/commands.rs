//! Commands inside quotation marks, and `let us`.

use crate::article::ProposalKind;
use crate::lexicon::{WordClass, WordSet};
use crate::proposals::candidate::Candidate;
use crate::proposals::mood::clause::{is_question, is_said, own_clause};
use crate::proposals::view::View;
use crate::proposals::{boundaries, polarity};
use std::ops::Range;

/// Commands inside quotation marks, `let us` anywhere in speech.
pub(crate) fn command(view: &View<'_>, at: usize) -> Option<Candidate> {
    let sentence = view.sentence_around(at);
    if !view.is_word(at) {
        return None;
    }
    let lets = matches!(view.form(at), "let") && matches!(view.form(at + 1), "us" | "'s")
        || view.form(at) == "let's";
    if lets && is_said(view, at) {
        let start = at + if view.form(at) == "let's" { 1 } else { 2 };
        let verb = view.past_adverbs(start, sentence.end);
        let negated = (start..verb).any(|at| view.class(at) == WordClass::Negation);
        let acts = view.is_base(verb) && !WordSet::IdleVerb.has(view.lemma(verb));
        return acts.then(|| command_candidate(view, at..start, if negated { verb } else { start }, negated));
    }
    let marked = at > sentence.start && view.is_mark(at - 1) && view.marked(at - 1) == view.marked(at);
    // not a word borrowed in mid-sentence: `she says she ‘forgives it’`
    let opens = at == sentence.start
        || marked && (at < sentence.start + 2 || !view.is_word(at - 2) || boundaries::speaks(view, at - 2))
        || view.raw(at - 1) == ":"
        || is_led_in(view, sentence.start, at);
    let spoken = view.marked(at).is_some() || view.opinion && at == sentence.start;
    if !opens || !spoken || is_question(view, sentence.end - 1) {
        return None;
    }
    let please = at + usize::from(view.form(at) == "please");
    let (verb, negated) = match view.form(please) {
        "don't" | "never" => (view.past_adverbs(please + 1, sentence.end), true),
        "do" if view.class(please + 1) == WordClass::Negation => {
            (view.past_adverbs(please + 2, sentence.end), true)
        }
        _ => (please, false),
    };
    let orders = is_command(view, verb, sentence.end, negated);
    orders.then(|| {
        command_candidate(
            view,
            please..please + 1,
            if negated { please } else { verb },
            negated || polarity::stops(view, verb),
        )
    })
}

/// `Now build!`; a noun alone, as `Salt!`, orders nothing.
fn is_led_by(view: &View<'_>, at: usize) -> bool {
    !view.verb(at).is_some_and(|verb| verb.noun)
        || matches!(
            view.form(at.saturating_sub(1)),
            "now" | "then" | "just" | "please"
        )
}

fn is_acronym(view: &View<'_>, at: usize) -> bool {
    view.raw(at).chars().all(char::is_uppercase)
}

/// `Just build it`, `But sell it`, `Girls, always check`, `If you are tired, sleep`: words that stand before a command.
fn is_led_in(view: &View<'_>, start: usize, at: usize) -> bool {
    let leads = |at: usize| WordSet::CommandLead.has(view.form(at));
    let opens = |at: usize| at == start || view.is_mark(at - 1) && view.marked(at - 1) == view.marked(at);
    let led = at - usize::from(leads(at - 1));
    if led < at && opens(led) {
        return true;
    }
    if led < start + 2 || view.raw(led - 1) != "," || view.marked(led - 2) != view.marked(at) {
        return false;
    }
    let first = (start..led - 1)
        .rev()
        .take(LONGEST_CONDITION)
        .take_while(|&at| view.raw(at) != "," && view.marked(at) == view.marked(led))
        .filter(|&at| view.is_word(at))
        .last();
    first.is_some_and(|first| {
        let called = led - 1 - first <= LONGEST_CALL
            && (first..led - 1).all(|at| matches!(view.class(at), WordClass::Name | WordClass::Noun));
        opens(first) && (called || matches!(view.form(first), "if" | "when" | "whoever"))
    })
}

/// Who is called to is named in so few words.
const LONGEST_CALL: usize = 3;

/// A condition before a command is no longer than this.
const LONGEST_CONDITION: usize = 14;

fn command_candidate(view: &View<'_>, trigger: Range<usize>, start: usize, negated: bool) -> Candidate {
    let limit = own_clause(view, start, start, boundaries::hard_end(view, start));
    let kind = if negated {
        ProposalKind::Opposition
    } else {
        ProposalKind::Call
    };
    Candidate::of_verb(kind, trigger, start, limit)
}

/// Whether an object follows a verb: `the board`, `them`, `up the deal`.
fn has_object(view: &View<'_>, at: usize) -> bool {
    let at = at + usize::from(matches!(view.form(at), "up" | "out" | "down" | "off" | "back"));
    matches!(view.class(at), WordClass::Determiner | WordClass::Possessive)
        || matches!(view.class(at), WordClass::Pronoun)
}

/// Whether a verb at the opening of a sentence orders something.
fn is_command(view: &View<'_>, at: usize, end: usize, negated: bool) -> bool {
    let Some(verb) = view.verb(at).filter(|verb| verb.forms.base) else {
        return false;
    };
    let name = !negated
        && (view.class(at) == WordClass::Name
            || verb.noun && view.class(at + 1) == WordClass::Name && !is_acronym(view, at + 1));
    let doubtful = view.marked(at).is_none() && !negated && !has_object(view, at + 1);
    if WordSet::IdleVerb.has(verb.lemma) && !(negated && verb.lemma == "let")
        || name
        || doubtful
        || at + 1 >= end && verb.noun
    {
        return false;
    }
    if negated || at + 1 >= end || view.raw(at + 1) == "!" && is_led_by(view, at) {
        return true;
    }
    let clause = (at + 1..end.min(at + 6))
        .take_while(|&at| !matches!(view.class(at), WordClass::Sign | WordClass::Coordinator))
        .any(|at| {
            view.class(at) == WordClass::Modal || matches!(view.form(at), "is" | "are" | "was" | "were")
        });
    let object = matches!(
        view.class(at + 1),
        WordClass::Determiner
            | WordClass::Possessive
            | WordClass::Pronoun
            | WordClass::Name
            | WordClass::InfinitiveTo
            | WordClass::Number
            | WordClass::Adjective
    );
    let loose = matches!(
        view.class(at + 1),
        WordClass::Noun
            | WordClass::Preposition
            | WordClass::Adverb
            | WordClass::VerbGerund
            | WordClass::VerbPast
            | WordClass::Coordinator
    );
    // `“Last time the crew came”`, `“Ground Game”`
    let titled = view.class(at) == WordClass::Adjective && view.class(at + 1) == WordClass::Noun
        || view.raw(at + 1).starts_with(char::is_uppercase)
            && view.raw(at).starts_with(char::is_uppercase)
            && !view.is_word(at + 2)
            && view.class(at + 1) == WordClass::Noun
        || verb.noun && view.raw(at + 1).starts_with(char::is_uppercase) && !is_acronym(view, at + 1);
    !clause && !titled && (object || loose && (!verb.noun || view.class(at) == WordClass::VerbBase))
}
