//! Proposals told by a condition or a question: `unless the port is dredged`, `provided that it is`, `why not a ferry?`.

use crate::article::ProposalKind;
use crate::lexicon::WordClass;
use crate::proposals::boundaries;
use crate::proposals::candidate::Candidate;
use crate::proposals::mood::clause::is_said;
use crate::proposals::triggers::file::Slot;
use crate::proposals::view::View;
use std::ops::Range;

/// What the word at `at` asks for by a condition or a question that suggests.
pub(crate) fn find(view: &View<'_>, at: usize) -> Option<Candidate> {
    match view.form(at) {
        "unless" => unless(view, at),
        "why" if view.form(at + 1) == "not" => suggested(view, at),
        "provided" | "providing" => provided(view, at),
        "will" | "would" | "can" | "could" => asked_for(view, at),
        "do" | "don't" | "never" | "always" if view.raw(at + 1) == ":" => labelled(view, at),
        _ => None,
    }
}

/// `unless the port is dredged, we leave`: a call for dredging.
fn unless(view: &View<'_>, at: usize) -> Option<Candidate> {
    // `unless they are met`: what is to be done stands before
    let found = clause(view, at..at + 1).filter(|_| !matches!(view.form(at + 1), "they" | "it"))?;
    let comma = (found.start..found.limit).find(|&at| view.raw(at) == ",");
    let limit = comma.unwrap_or(found.limit);
    Some(Candidate { limit, ..found })
}

/// `could live with the date provided that the factory is built`.
fn provided(view: &View<'_>, at: usize) -> Option<Candidate> {
    (view.form(at + 1) == "that")
        .then(|| clause(view, at..at + 2))
        .flatten()
}

/// The clause after the words of a condition that somebody sets.
fn clause(view: &View<'_>, trigger: Range<usize>) -> Option<Candidate> {
    let start = trigger.end;
    let limit = boundaries::hard_end(view, start);
    let begins = view.begins_phrase(start) || view.class(start) == WordClass::Pronoun;
    (begins && start < limit && is_said(view, trigger.start)).then(|| Candidate {
        slot: Slot::Clause,
        ..Candidate::of_verb(ProposalKind::Call, trigger, start, limit)
    })
}

/// `why not build a ferry?`
fn suggested(view: &View<'_>, at: usize) -> Option<Candidate> {
    let start = at + 2;
    let slot = if view.is_base(start) {
        Slot::Verb
    } else if view.begins_phrase(start) {
        Slot::Phrase
    } else {
        return None;
    };
    is_said(view, at).then(|| Candidate {
        slot,
        ..Candidate::of_verb(
            ProposalKind::Plan,
            at..start,
            start,
            boundaries::hard_end(view, start),
        )
    })
}

/// `Will the minister publish it, name them and apologise?`: a list is more than a question.
fn asked_for(view: &View<'_>, at: usize) -> Option<Candidate> {
    let sentence = view.sentence_around(at);
    let question = (at..sentence.end).find(|&at| view.raw(at) == "?")?;
    let verb =
        (at + 2..question.min(at + SUBJECT_REACH)).find(|&at| view.class(at) == WordClass::VerbBase)?;
    let opens = at == sentence.start || view.is_mark(at - 1);
    let named = view.begins_phrase(at + 1) || view.class(at + 1) == WordClass::Name;
    (opens && named).then(|| Candidate {
        only_list: true,
        addressee: Some(at + 1..verb),
        ..Candidate::of_verb(ProposalKind::Call, at..at + 1, verb, question)
    })
}

/// Who is asked to act is named in so few words.
const SUBJECT_REACH: usize = 8;

/// `Do: keep to the path; ... Don't: light fires; ...`
fn labelled(view: &View<'_>, at: usize) -> Option<Candidate> {
    let sentence = view.sentence_around(at);
    let kind = if matches!(view.form(at), "do" | "always") {
        ProposalKind::Call
    } else {
        ProposalKind::Opposition
    };
    let (start, end) = (at + 2, sentence.end);
    (at == sentence.start && start < end).then(|| Candidate {
        only_list: true,
        ..Candidate::of_verb(kind, at..at + 1, start, boundaries::trim(view, start, end))
    })
}
