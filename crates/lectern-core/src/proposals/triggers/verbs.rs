//! Where a trigger stands with a frame that fits: a verb or a noun and what it governs.

use crate::article::ProposalKind;
use crate::lexicon::{self, WordClass, WordSet};
use crate::proposals::boundaries;
use crate::proposals::candidate::{Candidate, Proposer, proposer};
use crate::proposals::mood::volition;
use crate::proposals::polarity::{is_negated, is_only_supposed, negation_before, stops};
use crate::proposals::triggers::action_filter;
use crate::proposals::triggers::file::{Need, Part, Slot, Trigger, triggers_of};
use crate::proposals::triggers::frames::Match;
use crate::proposals::triggers::nouns::{adjective_candidate, before_verb, noun_candidate, rejected_offer};
use crate::proposals::view::View;
use crate::proposals::who::subjects::{agent, subject};
use std::ops::Range;

/// All verbs and nouns of the trigger file that stand in one of their frames.
pub(crate) fn find(view: &View<'_>) -> Vec<Candidate> {
    (0..view.len())
        .filter(|&at| view.is_word(at))
        .filter_map(|at| {
            adjective_candidate(view, at)
                .or_else(|| verb_candidate(view, at))
                .or_else(|| noun_candidate(view, at))
        })
        .flat_map(|candidate| match rejected_offer(view, &candidate) {
            Some(held) => vec![
                Candidate {
                    limit: held.limit,
                    ..candidate
                },
                held,
            ],
            None => vec![candidate],
        })
        .collect()
}

pub(crate) fn verb_candidate(view: &View<'_>, at: usize) -> Option<Candidate> {
    let lemma = lemma(view, at)?;
    let triggers = triggers_of(Part::Verb, lemma);
    if triggers.is_empty() || !reads_as_verb(view, at) || is_cancelled(view, at) {
        return None;
    }
    // `lets customers pay` asks for nothing
    if lemma == "let" && view.form(at) != "let" {
        return None;
    }
    // `investments intended to create`
    let serves = view.form(at) == "intended"
        && view.class(at.saturating_sub(1)) == WordClass::Noun
        && (view.sentence_around(at).start..at).any(|at| view.is_finite(at) && !boundaries::speaks(view, at));
    if serves {
        return None;
    }
    let passive = is_passive(view, at);
    let limit = boundaries::hard_end(view, at);
    let after = if passive {
        past_agent(view, at, limit)
    } else {
        at + 1
    };
    // `I was told to wait`, `visitors are asked to`: nobody tells who asks it, so only a list is worth it
    let hidden = passive && matches!(lemma, "tell" | "ask") && agent(view, at, limit).is_none();
    let matched = triggers
        .iter()
        .filter_map(|trigger| Some((trigger, trigger.matches(view, after, limit, passive)?)))
        .find(|(trigger, found)| action_filter::is_matter(view, at, trigger, found, limit));
    if matched.is_none() && passive {
        return passive_object(view, at, limit, triggers);
    }
    let (trigger, found) = matched?;
    // `it had been promised two years`: told by who was promised, not by who promises
    // nor does `“Yes,” promised Lund` promise Lund
    let inverted = at > 0 && view.is_mark(at - 1);
    if found.slot == Slot::Phrase && (inverted || passive && trigger.kind == ProposalKind::Pledge) {
        return None;
    }
    let subject = subject(view, at);
    let negated = is_negated(view, at);
    let kind = kind(trigger, lemma, negated, &found, view)?;
    // `let the young ones vote` is told with who is let
    let opening = (lemma == "let" && found.slot == Slot::Verb)
        .then(|| found.addressee.as_ref().map(|addressee| addressee.start))
        .flatten();
    let measure = volition::measure_that_would(view, at);
    let kind = match kind {
        // `the bill would require growers to`
        ProposalKind::Call if measure.is_some() => ProposalKind::Plan,
        // `recommended that no ship sail`
        ProposalKind::Plan if denies(view, found.start) => ProposalKind::Opposition,
        kind => kind,
    };
    let (proposer, addressee) = if let Some(measure) = measure {
        (measure, found.addressee)
    } else if lemma == "let" {
        (Proposer::Speaker, None)
    } else if passive {
        (
            match agent(view, at, limit) {
                Some(agent) => Proposer::Phrase(agent),
                None if view.marked(at).is_none() && !view.opinion => Proposer::Nobody,
                None => Proposer::Speaker,
            },
            subject,
        )
    } else {
        (proposer(view, subject), found.addressee)
    };
    let negation =
        (found.negated && kind == ProposalKind::Pledge).then(|| negation_before(view, found.start));
    let start = found.start;
    let (start, slot) = own_action(view, start, found.slot);
    // `announced it would hire`: what the source itself is to do, it has promised
    let kind = if lemma == "announce" && slot != found.slot {
        ProposalKind::Pledge
    } else {
        kind
    };
    let end = boundaries::action_limit(view, at, start).max(start.min(limit));
    // `a petition calling on the council to think again had many signatures`
    let hangs = view.class(at) == WordClass::VerbGerund
        && !(view.sentence_around(at).start..at).any(|at| view.is_finite(at));
    let end = if slot == Slot::Phrase || hangs {
        before_verb(view, start, end, hangs)
    } else {
        end
    };
    Some(Candidate {
        kind,
        trigger: trigger_range(view, at),
        start,
        slot,
        limit: end,
        addressee,
        proposer,
        subject: negation.or(opening),
        sure: true,
        only_list: hidden || trigger.needs == Some(Need::Several),
    })
}

/// `no tax`, `that nobody pay`: what is not to be.
fn denies(view: &View<'_>, start: usize) -> bool {
    matches!(view.form(start), "no" | "nobody" | "neither")
}

/// `calls to build a dam were rejected`: the action that the noun holds, not its last words.
fn whole_object(view: &View<'_>, object: Range<usize>) -> Option<Range<usize>> {
    let cut = object
        .start
        .checked_sub(1)
        .is_some_and(|before| matches!(view.class(before), WordClass::VerbBase | WordClass::InfinitiveTo));
    if !cut {
        return Some(object);
    }
    let from = view.sentence_around(object.start).start;
    let noun = (from..object.start)
        .rev()
        .filter_map(|at| noun_candidate(view, at))
        .find(|candidate| candidate.slot == Slot::Verb && candidate.start <= object.start)?;
    Some(noun.start..object.end)
}

/// `suggested that it would move`: the action without the pronoun that stands for the proposer.
fn own_action(view: &View<'_>, start: usize, slot: Slot) -> (usize, Slot) {
    let pronoun =
        slot == Slot::Clause && lexicon::is_personal_pronoun(view.form(start)) && view.form(start) != "you";
    let would = matches!(view.form(start + 1), "would" | "will" | "'ll" | "'d")
        && view.is_base(view.past_adverbs(start + 2, view.len()));
    if pronoun && would {
        (start + 2, Slot::Verb)
    } else {
        (start, slot)
    }
}

/// Past `by the health office` in `were asked by the health office to list allergens`.
fn past_agent(view: &View<'_>, at: usize, limit: usize) -> usize {
    if view.form(at + 1) == "by" {
        agent(view, at, limit).map_or(at + 1, |agent| agent.end)
    } else {
        at + 1
    }
}

/// `The bridge is opposed by shopkeepers`: the action is the subject.
fn passive_object(
    view: &View<'_>,
    at: usize,
    limit: usize,
    triggers: &'static [Trigger],
) -> Option<Candidate> {
    let trigger = triggers.iter().find(|trigger| {
        trigger
            .frames
            .iter()
            .any(|frame| frame.as_slice() == [Slot::Phrase])
    })?;
    let agent = agent(view, at, limit)?;
    let subject = subject(view, at)?;
    let object = whole_object(view, subject.clone())?;
    let measure = trigger.needs != Some(Need::Measure) && trigger.kind != ProposalKind::Opposition
        || view.form(at) == "opposed"
        || object.start != subject.start
        || action_filter::names_measure(view, &object);
    if is_negated(view, at) || !measure {
        return None;
    }
    Some(Candidate {
        kind: trigger.kind,
        trigger: at..at + 1,
        start: object.start,
        slot: Slot::Phrase,
        limit: object.end,
        addressee: None,
        proposer: Proposer::Phrase(agent),
        subject: None,
        sure: true,
        only_list: false,
    })
}

/// The base form under which the trigger file lists the word.
fn lemma<'a>(view: &'a View<'_>, at: usize) -> Option<&'a str> {
    if let Some(verb) = view.verb(at) {
        return Some(verb.lemma);
    }
    let form = view.form(at);
    // `co-sponsored`
    if form.contains('-')
        && let Some(verb) = form.split_once('-').and_then(|(_, last)| lexicon::verb(last))
    {
        return Some(verb.lemma);
    }
    ["", "ed", "d", "s", "ing"]
        .into_iter()
        .filter_map(|ending| form.strip_suffix(ending))
        .find(|stem| !triggers_of(Part::Verb, stem).is_empty())
}

fn reads_as_verb(view: &View<'_>, at: usize) -> bool {
    // `would like the hall back`
    if view.form(at) == "like" {
        return at > 0 && matches!(view.form(view.past_adverbs_back(at, 1) - 1), "would" | "'d");
    }
    // `“Let the young ones vote”`; not `has let it be known`, `let me ask`
    if view.form(at) == "let" {
        let opens = at == view.sentence_around(at).start || !view.is_word(at - 1);
        let spoken = view.marked(at).is_some() || view.said_in(at).is_some() || view.opinion;
        return opens && spoken && view.form(at + 1) != "me";
    }
    match view.class(at) {
        // at the opening of a sentence a bare verb commands
        WordClass::VerbBase => at > view.sentence_around(at).start && !view.is_mark(at - 1),
        // `conduct required checks`
        WordClass::VerbPast => {
            !(matches!(view.class(at + 1), WordClass::Noun | WordClass::Adjective)
                && at > 0
                && matches!(
                    view.class(at - 1),
                    WordClass::VerbBase
                        | WordClass::Determiner
                        | WordClass::Possessive
                        | WordClass::Adjective
                        | WordClass::Preposition
                ))
        }
        WordClass::VerbPresent => true,
        WordClass::VerbGerund => !matches!(
            view.class(at.wrapping_sub(1)),
            WordClass::Determiner | WordClass::Adjective
        ),
        // a headline's `Mayor Calls for`, and `back` read as an adverb after a subject
        WordClass::Name | WordClass::Noun => {
            let form = view.verb(at).is_some_and(|verb| verb.forms.present);
            let headline = form
                && at > 0
                && view.in_headline_shape(at)
                && matches!(
                    view.class(at - 1),
                    WordClass::Name | WordClass::Noun | WordClass::Adjective
                );
            headline || has_plural_subject(view, at)
        }
        _ => false,
    }
}

/// `mothers want the council to`, `several oppose the dam`: a verb that looks like a noun.
fn has_plural_subject(view: &View<'_>, at: usize) -> bool {
    let base = view.verb(at).is_some_and(|verb| verb.forms.base);
    let governs = matches!(
        view.class(at + 1),
        WordClass::Determiner | WordClass::Possessive | WordClass::InfinitiveTo
    );
    base && governs
        && at > 0
        && match view.class(at - 1) {
            WordClass::Determiner => WordSet::PluralDeterminer.has(view.form(at - 1)),
            WordClass::Noun => {
                view.form(at - 1).ends_with('s') || matches!(view.form(at - 1), "people" | "police")
            }
            _ => false,
        }
}

/// `might urge`, `could have asked`: no more than possible. `without asking`, `instead of opposing`.
fn is_cancelled(view: &View<'_>, at: usize) -> bool {
    let from = view.sentence_around(at).start;
    let mut before = (from..at)
        .rev()
        .take(3)
        .skip_while(|&at| matches!(view.class(at), WordClass::Adverb));
    let cancelled = before.next().is_some_and(|at| {
        WordSet::Cancelling.has(view.form(at))
            || view.form(at) == "of" && view.class(at + 1) == WordClass::VerbGerund
    });
    cancelled || is_only_supposed(view, at)
}

/// The kind in this place: `would not support` opposes, `did not propose` proposes nothing.
fn kind(
    trigger: &Trigger,
    lemma: &str,
    negated: bool,
    found: &Match,
    view: &View<'_>,
) -> Option<ProposalKind> {
    let against = found.negated && trigger.kind != ProposalKind::Pledge
        || matches!(found.slot, Slot::Verb) && trigger.kind == ProposalKind::Call && stops(view, found.start);
    match (negated, trigger.kind) {
        (false, _) if against => Some(ProposalKind::Opposition),
        (false, kind) => Some(kind),
        (true, ProposalKind::Plan | ProposalKind::Call) if WordSet::FavourVerb.has(lemma) => {
            Some(ProposalKind::Opposition)
        }
        (true, ProposalKind::Pledge) if lemma == "agree" => Some(ProposalKind::Opposition),
        (true, _) => None,
    }
}

/// The trigger with its particle: `called on`, `put forward`.
fn trigger_range(view: &View<'_>, at: usize) -> Range<usize> {
    let particle = matches!(view.form(at + 1), "for" | "on" | "upon" | "against");
    at..at + 1 + usize::from(particle)
}

pub(crate) fn is_passive(view: &View<'_>, at: usize) -> bool {
    if view.class(at) != WordClass::VerbPast {
        return false;
    }
    let from = view.sentence_around(at).start;
    let helper = (from..at)
        .rev()
        .take(4)
        .find(|&at| !matches!(view.class(at), WordClass::Adverb | WordClass::Negation));
    helper.is_some_and(|at| {
        lexicon::is_be(view.form(at)) || matches!(view.form(at), "'s" | "get" | "got" | "gets")
    })
}
