//! `will`, `would` and their like: pledges of whoever speaks, plans that a measure holds.

use crate::article::ProposalKind;
use crate::lexicon::{WordClass, WordSet};
use crate::proposals::boundaries;
use crate::proposals::candidate::{Candidate, Proposer};
use crate::proposals::mood::clause::{is_question, of_modal};
use crate::proposals::triggers::action_filter;
use crate::proposals::triggers::file::Slot;
use crate::proposals::triggers::verbs;
use crate::proposals::view::View;
use crate::proposals::who::subjects;
use std::ops::Range;

/// `we will`, `said it would`: a pledge; `the bill would`: a plan.
pub(crate) fn will(view: &View<'_>, at: usize, verb: usize, negated: bool, would: bool) -> Option<Candidate> {
    if is_question(view, at) {
        return None;
    }
    let subject = subjects::subject(view, at)?;
    if is_guess(view, &subject, verb, negated) {
        return None;
    }
    let lemma = view.lemma(verb);
    let next = view.past_adverbs(verb + 1, view.sentence_around(verb).end);
    // `would be fenced`: somebody is to do it
    let passive = lemma == "be"
        && view.class(next) == WordClass::VerbPast
        && !WordSet::UndergoneVerb.has(view.lemma(next))
        && matches!(view.form(at), "would" | "will" | "wouldn't" | "won't");
    let state = WordSet::StateVerb.has(lemma) && !passive || WordSet::TellingVerb.has(lemma);
    let own = subject.len() == 1 && matches!(view.form(subject.start), "i" | "we");
    let head = head_noun(view, &subject);
    let relative = at > 0 && matches!(view.form(at - 1), "which" | "that");
    let named = measure_named(view, &subject, relative);
    // `is to sell` foretells too: only a list of it is a programme
    let could = matches!(view.form(at), "could" | "is" | "are");
    // `would oppose`, `will propose`: the verb tells on its own
    if verbs::verb_candidate(view, verb).is_some() {
        return None;
    }
    if let Some(noun) = under_measure(view, &subject).filter(|_| would && !negated) {
        return Some(Candidate {
            slot: Slot::Clause,
            proposer: subjects::owner_or_agent(view, noun, subject.start),
            ..Candidate::of_verb(
                ProposalKind::Plan,
                noun..noun + 1,
                subject.start,
                boundaries::hard_end(view, verb),
            )
        });
    }
    // `we will get there`, `she'll go to jail`
    let private = view.form(subject.start) == "i" && WordSet::PrivateVerb.has(lemma)
        || matches!(lemma, "get" | "go" | "stay" | "help") && view.form(verb + 1) != "rid";
    let kind =
        if own && !would && !state && !private && (view.marked(at).is_some() || view.said_in(at).is_some()) {
            ProposalKind::Pledge
        } else if named.is_some()
            && would
            && !could
            && !negated
            && !state
            && !passive
            && !WordSet::EffectVerb.has(lemma)
        {
            ProposalKind::Plan
        } else if (!private && reported_self(view, &subject, head, passive, negated) && !could
            || binds_own(view, at, &subject, head, negated))
            && !state
        {
            ProposalKind::Pledge
        } else if would
            && !negated
            && !matches!(lemma, "say" | "tell" | "mean")
            && (view.form(at) != "could" || matches!(view.form(subject.start), "we" | "you"))
        {
            // `the minister would end it, start that and pay for both`: only a list makes it a programme
            return Some(programme(view, at, verb, subject));
        } else {
            return None;
        };
    let kind = if negated { ProposalKind::Opposition } else { kind };
    // `the quarry, she said, would be fenced`: without what stands between
    let torn = (subject.end..at).any(|at| view.raw(at) == ",");
    let whole = passive && !is_pronoun(view, &subject) && !torn;
    let proposer = match named {
        Some(noun) if kind == ProposalKind::Plan => whose(view, noun, &subject, relative),
        _ => Proposer::Speaker,
    };
    Some(Candidate {
        proposer,
        subject: whole.then_some(subject.start),
        sure: false,
        ..of_modal(view, kind, at, verb)
    })
}

/// `will probably`, `whether it will`, `how much we will`, `will not only`.
fn is_guess(view: &View<'_>, subject: &Range<usize>, verb: usize, negated: bool) -> bool {
    let before = |back: usize| subject.start.checked_sub(back).map_or("", |at| view.form(at));
    let guessed =
        (subject.end..verb).any(|at| matches!(view.form(at), "probably" | "likely" | "perhaps" | "surely"));
    let only = negated && view.form(verb.saturating_sub(1)) == "only";
    let asked = WordSet::UnboundOpener.has(before(1)) || before(1) == "like";
    guessed || only || asked || before(2) == "how"
}

/// Whose the measure is that would do what the verb at `verb` tells, if a measure would: `a bill that would require`.
pub(crate) fn measure_that_would(view: &View<'_>, verb: usize) -> Option<Proposer> {
    let modal = view.past_adverbs_back(verb, 0).checked_sub(1)?;
    if modal == 0 || view.form(modal) != "would" {
        return None;
    }
    let subject = subjects::subject(view, verb)?;
    let relative = matches!(view.form(modal - 1), "which" | "that");
    let noun = measure_named(view, &subject, relative)?;
    Some(whose(view, noun, &subject, relative))
}

/// The noun of the measure that the subject of `would` names.
fn measure_named(view: &View<'_>, subject: &Range<usize>, relative: bool) -> Option<usize> {
    let measured =
        |at: usize| WordSet::MeasureNoun.has_noun(view.form(at)) && view.class(at) != WordClass::Name;
    if relative {
        let near = (subject.start..subject.end).rev().take(RELATIVE_REACH);
        near.into_iter().find(|&at| measured(at))
    } else {
        Some(head_noun(view, subject)).filter(|&head| measured(head))
    }
}

/// Whose measure it is that would do something: its owner's, else its own.
fn whose(view: &View<'_>, noun: usize, subject: &Range<usize>, relative: bool) -> Proposer {
    // `Lund introduced a bill that would`
    let floor = view.sentence_around(noun).start;
    let put = (floor..noun)
        .rev()
        .take(PUT_REACH)
        .find(|&at| view.is_finite(at) || view.class(at) == WordClass::VerbBase)
        .filter(|&at| {
            relative
                && (WordSet::PutVerb.has(view.lemma(at))
                    || WordSet::OnlyPutVerb.has(view.lemma(at))
                    || view.lemma(at) == "have")
        })
        .filter(|&at| view.is_finite(at) || view.form(at.saturating_sub(1)) == "to");
    if let Some(who) = put.and_then(|verb| subjects::subject(view, verb)) {
        return Proposer::Phrase(who);
    }
    match subjects::owner(view, noun) {
        Proposer::Phrase(owner) if owner.end <= noun && owner.start >= subject.start => {
            Proposer::Phrase(owner)
        }
        // `a vote on an ordinance that would`: the ordinance
        _ if relative => Proposer::Phrase(noun..noun + 1),
        _ => Proposer::Phrase(subject.clone()),
    }
}

fn programme(view: &View<'_>, at: usize, verb: usize, subject: Range<usize>) -> Candidate {
    let plain = matches!(view.form(subject.start), "we" | "i" | "you") && subject.len() == 1;
    Candidate {
        proposer: if plain {
            Proposer::Speaker
        } else {
            match subjects::owner(view, head_noun(view, &subject)) {
                Proposer::Phrase(owner) if owner.start == subject.start && owner.end < subject.end => {
                    Proposer::Phrase(owner)
                }
                _ => Proposer::Phrase(subject),
            }
        },
        only_list: true,
        ..of_modal(view, ProposalKind::Plan, at, verb)
    }
}

/// `Under her plan, the ferry would ...`: the noun of the measure, in a sentence that opens with it.
fn under_measure(view: &View<'_>, subject: &Range<usize>) -> Option<usize> {
    let start = view.sentence_around(subject.start).start;
    let opens = view.form(start) == "under" && start < subject.start;
    (start..subject.start)
        .take(UNDER_REACH)
        .find(|&at| opens && WordSet::MeasureNoun.has_noun(view.form(at)))
}

/// The measure stands so near the opening of its sentence.
const UNDER_REACH: usize = 8;

/// Who put a measure forward is told so near before it.
const PUT_REACH: usize = 6;

/// A relative clause describes a measure within so many words before it.
const RELATIVE_REACH: usize = 8;

/// `this board will not`: somebody speaks for the body that they belong to.
fn binds_own(view: &View<'_>, at: usize, subject: &Range<usize>, head: usize, negated: bool) -> bool {
    let own =
        WordSet::OwnNoun.has_noun(view.form(head)) && view.marked(at).is_some() && view.form(at) != "would";
    own && (matches!(view.form(subject.start), "this" | "our")
        || negated && view.form(subject.start) == "the" && subject.len() == 2)
}

/// The head of a subject: the last noun before a preposition, or before a comma or relative.
pub(crate) fn head_noun(view: &View<'_>, subject: &Range<usize>) -> usize {
    let stop = subject
        .clone()
        .skip(1)
        .find(|&at| {
            matches!(
                view.class(at),
                WordClass::Preposition | WordClass::Sign | WordClass::InfinitiveTo | WordClass::VerbPast
            )
        })
        .unwrap_or(subject.end);
    stop.saturating_sub(1).max(subject.start)
}

/// `announced it would`, `said that the company will`: the source commits itself; `said a ship would be sent`: or whoever
/// is to do it.
fn reported_self(view: &View<'_>, subject: &Range<usize>, head: usize, passive: bool, negated: bool) -> bool {
    if view.marked(subject.start).is_some() {
        return false;
    }
    let floor = view.sentence_around(subject.start).start;
    let settles = |at: usize| WordSet::SettlingVerb.has(view.lemma(at));
    let speaks = |at: &usize| {
        // `made it clear that it would`, `gave notice that they will`
        let tells = matches!(view.form(*at), "clear" | "notice" | "known" | "hinted" | "hints");
        (boundaries::speaks(view, *at) && view.class(*at) != WordClass::Noun || tells)
            && !matches!(
                view.class(at.saturating_sub(1)),
                WordClass::InfinitiveTo | WordClass::Modal
            )
            && !matches!(view.lemma(*at), "think" | "believe" | "reckon")
    };
    let near = (floor..subject.start).rev().take(8).find(speaks);
    // `A fence will be built, the mayor promised`
    let cue = near.or_else(|| {
        let quotation = &view.cast.quotations[view.said_in(subject.start)?.0 as usize];
        view.tokens.within(quotation.cue?).rev().find(speaks)
    });
    let cue = cue.or_else(|| {
        let end = view.sentence_around(subject.start).end;
        let tail = boundaries::speech_tail(view, subject.start..end)?;
        (tail..end).find(speaks)
    });
    let Some(cue) = cue else {
        return false;
    };
    let own = WordSet::OwnNoun.has_noun(view.form(head))
        && (view.form(subject.start) == "the" || view.class(subject.start) == WordClass::Possessive);
    let body = action_filter::is_body(view, subject);
    let promised = matches!(
        view.lemma(cue),
        "announce" | "promise" | "vow" | "pledge" | "confirm"
    ) && (view.class(head) == WordClass::Name || body)
        || body && settles(cue);
    let refused = negated && body;
    (passive || refused) && settles(cue) || is_pronoun(view, subject) && near.is_some() || own || promised
}

fn is_pronoun(view: &View<'_>, subject: &Range<usize>) -> bool {
    subject.len() == 1 && matches!(view.form(subject.start), "he" | "she" | "it" | "they")
}
