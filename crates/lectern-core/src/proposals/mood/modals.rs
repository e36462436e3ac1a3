//! Proposals told by mood rather than by a word for proposing: `should`, `must`, `we will`, `the bill would`,
//! `let us`, and commands.

use crate::article::ProposalKind;
use crate::lexicon::{self, WordClass, WordSet};
use crate::proposals::candidate::Candidate;
use crate::proposals::mood::clause::{is_question, is_said, of_modal};
use crate::proposals::mood::commands::command;
use crate::proposals::mood::conditions;
use crate::proposals::mood::volition::will;
use crate::proposals::polarity;
use crate::proposals::triggers::file::Slot;
use crate::proposals::view::View;
use crate::proposals::who::subjects;
use std::ops::Range;

/// What kind of mood a word is.
enum Mood {
    /// should, must, need to, ought to, have to
    Obligation { verb: usize, negated: bool },
    /// will, would, could, 'll
    Will { verb: usize, negated: bool, would: bool },
}

/// All proposals told by mood.
pub(crate) fn find(view: &View<'_>) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for at in 0..view.len() {
        let candidate = match mood(view, at) {
            Some(Mood::Obligation { verb, negated }) => obligation(view, at, verb, negated),
            Some(Mood::Will { verb, negated, would }) => will(view, at, verb, negated, would),
            None => command(view, at).or_else(|| conditions::find(view, at)),
        };
        found.extend(candidate);
    }
    found
}

fn mood(view: &View<'_>, at: usize) -> Option<Mood> {
    let form = view.form(at);
    let obliges = |(verb, negated)| Mood::Obligation { verb, negated };
    let wills = |would: bool| move |(verb, negated)| Mood::Will { verb, negated, would };
    match form {
        "should" | "must" | "shouldn't" | "mustn't" => governed(view, at, at + 1).map(obliges),
        "has" | "have" if view.form(at + 1) == "no" && matches!(view.form(at + 2), "business" | "right") => {
            let verb = at + 3 + usize::from(view.form(at + 3) == "to");
            (view.is_gerund(verb) || view.is_base(verb)).then_some(Mood::Obligation { verb, negated: true })
        }
        // `we've got to`, `we had better`
        "got"
            if view.class(at + 1) == WordClass::InfinitiveTo
                && at > 0
                && view.class(at - 1) == WordClass::Auxiliary =>
        {
            governed(view, at, at + 2).map(obliges)
        }
        "better" if at > 0 && matches!(view.form(at - 1), "had" | "'d") => {
            governed(view, at, at + 1).map(obliges)
        }
        "ought" | "need" | "needs" | "has" | "have" => need(view, at).map(obliges),
        // `is to sell` foretells too
        "is" | "are" if view.class(at + 1) == WordClass::InfinitiveTo && view.form(at + 2) != "blame" => {
            governed(view, at, at + 2).map(wills(true))
        }
        // `we are not going to sell it`
        "going" if view.class(at + 1) == WordClass::InfinitiveTo => {
            let denied = (at.saturating_sub(2)..at)
                .any(|at| view.class(at) == WordClass::Negation || view.form(at).ends_with("n't"));
            governed(view, at, at + 2)
                .map(|(verb, negated)| (verb, negated || denied))
                .map(wills(false))
        }
        "shall" | "will" | "'ll" | "won't" if view.class(at) == WordClass::Modal => {
            governed(view, at, at + 1).map(wills(false))
        }
        "would" | "wouldn't" | "'d" | "could" if view.class(at) == WordClass::Modal => {
            governed(view, at, at + 1).map(wills(true))
        }
        _ => None,
    }
}

/// The verb that the modal at `modal` governs from `from` on, and whether it is negated.
fn governed(view: &View<'_>, modal: usize, from: usize) -> Option<(usize, bool)> {
    let end = view.sentence_around(modal).end;
    let pair = usize::from(matches!(view.form(from), "neither" | "either" | "both"));
    let verb = view.past_adverbs(from + pair, end);
    // `he will “try to form a cabinet”`
    let verb = if view.is_mark(verb) {
        view.past_adverbs(verb + 1, end)
    } else {
        verb
    };
    let negated = view.form(modal).ends_with("n't")
        || view.form(from) == "neither"
        || (from..verb).any(|at| view.class(at) == WordClass::Negation);
    (verb < end && view.is_base(verb)).then_some((verb, negated))
}

/// `needs to`, `has to`, `ought not to`; not `a need to`, `had to`, `does not need to`.
fn need(view: &View<'_>, at: usize) -> Option<(usize, bool)> {
    let form = view.form(at);
    let refused = view.class(at + 1) == WordClass::Negation;
    let to = at + 1 + usize::from(refused);
    if view.class(to) != WordClass::InfinitiveTo {
        return None;
    }
    let before = at.checked_sub(1);
    let class = before.map_or(WordClass::Sign, |before| view.class(before));
    let word = before.map_or("", |before| view.form(before));
    let noun = matches!(form, "need" | "needs")
        && matches!(
            class,
            WordClass::Determiner | WordClass::Possessive | WordClass::Adjective | WordClass::Preposition
        );
    let elsewhen = WordSet::OtherTime.has(word) || class == WordClass::Auxiliary && form != "need";
    let released = form != "ought" && (word.ends_with("n't") || class == WordClass::Negation);
    if noun || elsewhen || released {
        return None;
    }
    governed(view, at, to + 1).map(|(verb, negated)| (verb, negated || refused))
}

fn obligation(view: &View<'_>, at: usize, verb: usize, negated: bool) -> Option<Candidate> {
    if !is_said(view, at) || !is_norm(view, at, verb) || is_question(view, at) {
        return None;
    }
    if let Some(candidate) = set_apart(view, at, verb, negated) {
        return Some(candidate);
    }
    let subject = subjects::subject(view, at).filter(|subject| is_bound(view, at, subject))?;
    let none = WordSet::DenyingSubject.has(view.form(subject.start));
    let stops = polarity::stops(view, verb);
    let kind = if negated || none || stops || is_doubted(view, subject.start) {
        ProposalKind::Opposition
    } else {
        ProposalKind::Call
    };
    let candidate = of_modal(view, kind, at, verb);
    let impersonal = subject.len() == 1 && WordSet::VagueSubject.has(view.form(subject.start));
    let ceases = stops && verb + 1 >= candidate.limit;
    let acts = !impersonal && !none && !ceases && view.form(verb) != "be";
    Some(Candidate {
        addressee: listener(view, at, &subject).or_else(|| acts.then(|| subject.clone())),
        subject: Some(subject.start),
        // `we need to`, `they have to`: a wish or a fact as often as a call
        sure: view.said_in(at).is_some() && !matches!(view.form(at), "has" | "have" | "need" | "got"),
        ..candidate
    })
}

/// Whether the modal binds its subject: no question, no supposition, no mere description.
fn is_bound(view: &View<'_>, modal: usize, subject: &Range<usize>) -> bool {
    let floor = view.sentence_around(modal).start;
    let before = |at: usize| at.checked_sub(1).filter(|&before| before >= floor);
    // `work that needs to be done`
    let relative = before(view.past_adverbs_back(modal, floor))
        .is_some_and(|at| matches!(view.form(at), "that" | "which" | "who"));
    let opener = before(subject.start);
    let supposed = opener.is_some_and(|at| WordSet::UnboundOpener.has(view.form(at)));
    let asked = view.class(subject.start) != WordClass::Determiner
        && subject.clone().any(|at| {
            // `women who work at night`: they are described
            let describes = at > subject.start && view.is_within_phrase(at - 1)
                || view.form(at.saturating_sub(1)).ends_with("body");
            WordSet::AskedSubject.has(view.form(at)) && !describes
        });
    // `the key that she has to open it with`, `the funds they need to win`, `where we need to be`
    let needs = matches!(view.form(modal), "has" | "have" | "need" | "needs" | "got");
    let thing = |at: usize| view.class(at) == WordClass::Noun && !WordSet::Utterance.has(view.form(at));
    let gap = needs
        && opener.is_some_and(|at| {
            view.form(at) == "that" && at > floor && view.class(at - 1) == WordClass::Noun
                || view.form(at) == "where"
                || lexicon::is_personal_pronoun(view.form(subject.start))
                    && (thing(at) || view.form(at).ends_with("thing"))
        });
    // `there should be an inquiry`, but not `there has to be a reason`
    let there = view.form(subject.start) == "there" && !matches!(view.form(modal), "should" | "must");
    let nobody =
        there || view.class(subject.start) == WordClass::PossessiveClitic || view.form(subject.start) == "i";
    !(relative || supposed || asked || gap || nobody)
}

/// `I don't think that the fee should rise`.
fn is_doubted(view: &View<'_>, subject: usize) -> bool {
    let floor = view.sentence_around(subject).start;
    let near = |reach: usize| (floor..subject).rev().take(reach);
    near(3).any(|at| matches!(view.lemma(at), "think" | "believe"))
        && near(4).any(|at| matches!(view.form(at), "don't" | "doesn't" | "didn't" | "not"))
}

/// `A repair – new tiles, a pump, a gate – should begin`: the list between the dashes is what is asked for.
fn set_apart(view: &View<'_>, at: usize, verb: usize, negated: bool) -> Option<Candidate> {
    let dash = |at: usize| matches!(view.raw(at), "—" | "–" | "--");
    let close = at.checked_sub(1).filter(|&close| dash(close))?;
    let floor = view.sentence_around(at).start;
    let open = (floor..close).rev().find(|&at| dash(at))?;
    let kind = if negated {
        ProposalKind::Opposition
    } else {
        ProposalKind::Call
    };
    Some(Candidate {
        slot: Slot::Phrase,
        ..Candidate::of_verb(kind, at..verb, open + 1, close)
    })
}

/// `You should rest,` she told Lund: the listener rather than `you`.
fn listener(view: &View<'_>, at: usize, subject: &Range<usize>) -> Option<Range<usize>> {
    if view.form(subject.start) != "you" {
        return None;
    }
    let quotation = &view.cast.quotations[view.said_in(at)?.0 as usize];
    let cue = view.tokens.within(quotation.cue?);
    let end = view.sentence_around(cue.start).end;
    let verb = cue.end.saturating_sub(1);
    let told =
        view.class(verb) != WordClass::Auxiliary && !matches!(view.lemma(verb), "say" | "add" | "write");
    (told && view.begins_phrase(cue.end))
        .then(|| cue.end..subjects::phrase_end(view, cue.end, end))
        .filter(|phrase| !phrase.is_empty())
}

/// A norm, not a guess or a reproach: `must be tired`, `should have known`.
fn is_norm(view: &View<'_>, modal: usize, verb: usize) -> bool {
    let next = view.past_adverbs(verb + 1, view.sentence_around(verb).end);
    let guess = matches!(view.form(modal), "must" | "has" | "have");
    match view.form(verb) {
        // `others shouldn't have to`
        // `all you have to do is look`
        "do" if matches!(view.form(next), "is" | "was") => false,
        "have" if view.form(next) == "to" && view.class(next + 1) == WordClass::Sign => false,
        "have" => !matches!(view.class(next), WordClass::VerbPast) && view.form(next) != "been",
        "be" if matches!(view.form(next), "noted" | "remembered" | "said" | "stressed") => false,
        // what is expected: `should be able to`, `should manage 300 miles`
        "be" if view.form(modal).starts_with("should") && view.form(next) == "too" => false,
        form if view.form(modal).starts_with("should") && WordSet::ExpectedVerb.has(form) => {
            let measured =
                view.class(next) == WordClass::Number || matches!(view.form(next), "about" | "around");
            !(measured || form == "expect" || view.form(modal.saturating_sub(1)) == "it")
        }
        "be" if guess => {
            matches!(view.class(next), WordClass::VerbPast)
                || view.verb(next).is_some_and(|verb| verb.forms.participle)
        }
        "be" => true,
        "say" | "admit" | "confess" | "think" | "wonder" => {
            !matches!(view.form(modal), "must" | "have" | "should")
        }
        // `we must ask: who`, `you have to remember that`
        "ask" | "remember" => view.class(next) != WordClass::Sign && view.form(next) != "that",
        _ => true,
    }
}
