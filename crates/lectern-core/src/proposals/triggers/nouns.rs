//! Nouns that hold what is proposed (`a pledge to`, `her call for`) and adjectives after a form of be.

use crate::article::ProposalKind;
use crate::lexicon::{self, WordClass, WordSet};
use crate::proposals::boundaries;
use crate::proposals::candidate::{Candidate, Proposer, proposer};
use crate::proposals::polarity::{is_only_supposed, negation_before};
use crate::proposals::triggers::action_filter;
use crate::proposals::triggers::file::{Part, Slot, Trigger, triggers_of};
use crate::proposals::triggers::frames::Match;
use crate::proposals::view::View;
use crate::proposals::who::subjects::{owner, phrase_end, subject};
use crate::proposals::words;

/// `is against taxing salt`, `is ready to sell the mill`.
pub(crate) fn adjective_candidate(view: &View<'_>, at: usize) -> Option<Candidate> {
    let triggers = triggers_of(Part::Adjective, view.form(at));
    if triggers.is_empty() {
        return None;
    }
    let from = view.sentence_around(at).start;
    let be = (from..at)
        .rev()
        .take(3)
        .find(|&at| view.class(at) != WordClass::Adverb)?;
    let is = lexicon::is_be(view.form(be)) && !matches!(view.form(be), "be" | "being")
        || view.form(be) == "'s"
        || matches!(view.lemma(be), "remain" | "stand")
        || view.form(be) == "be" && be > from && view.form(be - 1) == "would";
    let nobody = view.form(be.saturating_sub(1)) == "nobody";
    if !is || nobody || is_only_supposed(view, be) {
        return None;
    }
    let limit = boundaries::hard_end(view, at);
    let (trigger, found) = matched(view, at, triggers, limit)?;
    Some(Candidate {
        kind: trigger.kind,
        trigger: at..at + 1,
        start: found.start,
        slot: found.slot,
        limit,
        addressee: None,
        proposer: proposer(view, subject(view, be)),
        subject: None,
        sure: true,
        only_list: false,
    })
}

/// The first of the triggers whose frame fits what follows the word at `at`, if that is something to propose.
fn matched<'t>(
    view: &View<'_>,
    at: usize,
    triggers: &'t [Trigger],
    limit: usize,
) -> Option<(&'t Trigger, Match)> {
    triggers
        .iter()
        .find_map(|trigger| Some((trigger, trigger.matches(view, at + 1, limit, false)?)))
        .filter(|(trigger, found)| action_filter::is_matter(view, at, trigger, found, limit))
}

pub(crate) fn noun_candidate(view: &View<'_>, at: usize) -> Option<Candidate> {
    let form = view.form(at);
    let noun = matches!(
        view.class(at),
        WordClass::Noun | WordClass::Name | WordClass::VerbPresent | WordClass::VerbBase
    );
    let held = view.class(at) == WordClass::VerbPast
        && view.is_infinitive(at + 1)
        && view.verb(at).is_some_and(|verb| verb.noun);
    // `in order to`; the `Order` of a name
    let named = view.class(at) == WordClass::Name && !view.in_headline_shape(at);
    if named || form == "order" && view.form(at.saturating_sub(1)) == "in" {
        return None;
    }
    if !noun && !held || matches!(form, "time" | "times") && !is_high_time(view, at) || is_lacking(view, at) {
        return None;
    }
    let stem = form.strip_suffix('s').unwrap_or(form);
    let triggers = [form, stem]
        .into_iter()
        .find_map(|lemma| Some(triggers_of(Part::Noun, lemma)).filter(|found| !found.is_empty()))?;
    let limit = boundaries::hard_end(view, at);
    let (trigger, found) = matched(view, at, triggers, limit)?;
    let kind = if found.negated && trigger.kind != ProposalKind::Pledge {
        ProposalKind::Opposition
    } else {
        trigger.kind
    };
    // `a plan by the carrier to charge`: who plans, not who is asked
    let (proposer, addressee) = match found.addressee.clone() {
        Some(who) if matches!(view.form(who.start.saturating_sub(1)), "by" | "from") => {
            (Proposer::Phrase(who), None)
        }
        addressee => match owner(view, at) {
            // `A petition to keep the ferry has many signatures`
            Proposer::Unknown if WordSet::DocumentNoun.has_noun(form) => {
                (Proposer::Phrase(at..at + 1), addressee)
            }
            owner => (owner, addressee),
        },
    };
    Some(Candidate {
        kind,
        trigger: at..at + 1,
        start: if found.negated {
            negation_before(view, found.start)
        } else {
            found.start
        },
        slot: found.slot,
        limit: match found.slot {
            Slot::Clause => limit,
            slot => before_verb(view, found.start, limit, slot == Slot::Phrase),
        },
        addressee,
        proposer,
        subject: None,
        sure: false,
        only_list: false,
    })
}

/// `rejected an offer from the carrier`: what is rejected has been offered, too.
pub(crate) fn rejected_offer(view: &View<'_>, candidate: &Candidate) -> Option<Candidate> {
    if candidate.kind != ProposalKind::Opposition || candidate.slot != Slot::Phrase {
        return None;
    }
    let near = candidate.start..candidate.limit.min(candidate.start + OFFER_REACH);
    let noun = near
        .clone()
        .find(|&at| view.class(at) == WordClass::Noun && words::kind_of_noun(view.form(at)).is_some())?;
    // `rejected a call by Lund for a truce`: told by its noun
    if noun_candidate(view, noun).is_some() {
        return None;
    }
    let from = matches!(view.form(noun + 1), "from" | "by") && view.begins_phrase(noun + 2);
    let owner = (near.start..noun).find(|&at| view.class(at) == WordClass::PossessiveClitic);
    let who = match owner {
        Some(clitic) => near.start..clitic,
        None if from => Some(noun + 2..phrase_end(view, noun + 2, candidate.limit))
            .filter(|who| !view.is_infinitive(who.end))?,
        None => return None,
    };
    Some(Candidate {
        kind: words::kind_of_noun(view.form(noun))?,
        trigger: noun..noun + 1,
        limit: if owner.is_none() && view.form(noun + 1) == "from" {
            noun + 1
        } else {
            candidate.limit
        },
        addressee: None,
        proposer: Proposer::Phrase(who),
        sure: false,
        ..candidate.clone()
    })
}

/// The noun of a rejected offer stands so near the opening of its phrase.
const OFFER_REACH: usize = 8;

/// `no intention of`, `little resistance to`, `under pressure to`, `had a duty to`, `weak demand for`: nobody asks or plans.
fn is_lacking(view: &View<'_>, at: usize) -> bool {
    let floor = view.sentence_around(at).start;
    let described = |at: &usize| matches!(view.class(*at), WordClass::Adjective | WordClass::Noun);
    let opening = (floor..at).rev().take_while(described).last().unwrap_or(at);
    let before = |back: usize| match opening.checked_sub(back).filter(|&at| at >= floor) {
        Some(at) => view.form(at),
        None => "",
    };
    match view.form(at) {
        "pressure" => before(1) == "under",
        "plans" => before(1) == "no",
        // `stressed the need to`; not `they need to`
        "need" | "needs" => {
            view.is_infinitive(at + 1)
                && !matches!(
                    view.class(at.saturating_sub(1)),
                    WordClass::Determiner | WordClass::Adjective
                )
        }
        "duty" => {
            !matches!(
                view.class(opening.saturating_sub(1)),
                WordClass::Determiner | WordClass::Possessive
            ) || before(2) == "had"
        }
        // what buyers want: `weak demand for`, `demand for pizza fell`
        "demand" if view.form(at + 1) == "for" => {
            let grows = WordSet::MarketWord.has(view.form(at.saturating_sub(1)));
            opening == floor || grows
        }
        "intention" | "resistance" | "opposition" => {
            (opening.saturating_sub(1)..at).any(|at| view.form(at) == "little")
                || before(1) == "no" && before(2) == "with"
        }
        _ => false,
    }
}

/// `it is time to`, `the time has come to`; not `found time to`.
fn is_high_time(view: &View<'_>, at: usize) -> bool {
    let said = view.opinion || view.said_in(at).is_some() || view.marked(at).is_some();
    let before = at.checked_sub(1).map_or("", |before| view.form(before));
    said && (matches!(before, "is" | "was" | "'s" | "high" | "past")
        || before == "the" && view.form(at + 1) == "for")
}

/// Where the verb of the sentence ends a phrase: `her call for a boycott divided them`, `to veto a law would be wrong`.
/// `own` tells that the phrase hangs on the sentence's subject, so that a past tense ends it too.
pub(crate) fn before_verb(view: &View<'_>, start: usize, limit: usize, own: bool) -> usize {
    let mut relative = false;
    // `her push for dams won over the north`: the sentence has no verb yet
    let leads = own && !(view.sentence_around(start).start..start).any(|at| view.is_finite(at));
    for at in start + 1..limit {
        relative |= matches!(view.form(at), "who" | "which" | "that" | "how" | "what");
        // `earlier than she did`
        let inner = matches!(view.form(at - 1), "he" | "she" | "they" | "we" | "i");
        let helps = matches!(view.class(at), WordClass::Auxiliary | WordClass::Modal)
            && view.is_finite(at)
            && !inner
            && !matches!(
                view.class(at - 1),
                WordClass::InfinitiveTo | WordClass::Coordinator
            );
        let told = own
            && matches!(view.class(at), WordClass::VerbPast | WordClass::VerbPresent)
            && matches!(view.class(at - 1), WordClass::Noun | WordClass::Name)
            && !matches!(view.form(at + 1), "by" | "of")
            && (leads
                || matches!(
                    view.class(at + 1),
                    WordClass::Determiner | WordClass::Possessive | WordClass::Pronoun | WordClass::Name
                ));
        if helps || told {
            if !relative {
                return at;
            }
            relative = false;
        }
    }
    limit
}
