//! Where a trigger stands with a frame that fits: a verb or a noun and what it governs.

use super::ProposalKind;
use super::ends;
use super::triggers::{self, Part, Slot, Trigger};
use super::view::View;
use super::words::List;
use crate::tokens::WordClass;
use std::ops::Range;

/// A place where something is proposed.
#[derive(Clone, Debug)]
pub(super) struct Site {
    pub(super) kind: ProposalKind,
    /// The words that make it a proposal.
    pub(super) trigger: Range<usize>,
    /// The first token of the action.
    pub(super) start: usize,
    /// How the action is told.
    pub(super) slot: Slot,
    /// Nothing of the action lies past this token.
    pub(super) limit: usize,
    pub(super) addressee: Option<Range<usize>>,
    pub(super) proposer: Proposer,
    /// The span begins here rather than at `start`: the subject of `should`.
    pub(super) subject: Option<usize>,
    pub(super) sure: bool,
}

/// Whose proposal it is, as far as the sentence tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Proposer {
    /// This phrase names the proposer.
    Phrase(Range<usize>),
    /// Whoever says the sentence.
    Speaker,
    /// The trigger's subject could not be found.
    Unknown,
}

/// All verbs and nouns of the trigger file that stand in one of their frames.
pub(super) fn find(view: &View<'_>) -> Vec<Site> {
    (0..view.len())
        .filter(|&at| view.is_word(at))
        .filter_map(|at| verb_site(view, at).or_else(|| noun_site(view, at)))
        .collect()
}

fn verb_site(view: &View<'_>, at: usize) -> Option<Site> {
    let lemma = lemma(view, at)?;
    let triggers = triggers::of(Part::Verb, lemma);
    if triggers.is_empty() || !reads_as_verb(view, at) || is_cancelled(view, at) {
        return None;
    }
    let passive = is_passive(view, at);
    let limit = ends::hard_end(view, at);
    let (trigger, found) = triggers
        .iter()
        .find_map(|trigger| Some((trigger, trigger.matches(view, at + 1, limit, passive)?)))?;
    let subject = subject(view, at);
    let negated = is_negated(view, at);
    let kind = kind(trigger, lemma, negated, &found, view)?;
    let state = matches!(
        lemma,
        "encourage" | "challenge" | "remind" | "push" | "press" | "require" | "want" | "invite"
    ) && found.slot == Slot::Verb
        && List::StateVerb.has(view.lemma(view.past_adverbs(found.start, limit)));
    if state
        || is_private(view, trigger, &found)
        || found.slot == Slot::Phrase && is_no_matter(view, found.start, lemma)
    {
        return None;
    }
    let (proposer, addressee) = if passive {
        (
            agent(view, at, limit).map_or(Proposer::Speaker, Proposer::Phrase),
            subject,
        )
    } else {
        (proposer(view, subject), found.addressee)
    };
    let start = if found.negated {
        negation_before(view, found.start)
    } else {
        found.start
    };
    Some(Site {
        kind,
        trigger: trigger_range(view, at),
        start,
        slot: found.slot,
        limit: ends::hard_end(view, start).max(start.min(limit)),
        addressee,
        proposer,
        subject: None,
        sure: true,
    })
}

/// The base form under which the trigger file lists the word.
fn lemma<'a>(view: &'a View<'_>, at: usize) -> Option<&'a str> {
    if let Some(verb) = view.verb(at) {
        return Some(verb.lemma);
    }
    let form = view.form(at);
    ["ed", "d", "s", "ing"]
        .into_iter()
        .filter_map(|ending| form.strip_suffix(ending))
        .find(|stem| !triggers::of(Part::Verb, stem).is_empty())
}

fn reads_as_verb(view: &View<'_>, at: usize) -> bool {
    match view.class(at) {
        // at the opening of a sentence a bare verb commands
        WordClass::VerbBase => at > view.sentence_range(at).start && !view.is_mark(at - 1),
        WordClass::VerbPast | WordClass::VerbPresent => true,
        WordClass::VerbGerund => !matches!(
            view.class(at.wrapping_sub(1)),
            WordClass::Determiner | WordClass::Adjective
        ),
        // a headline's `Mayor Calls for`, and `back` read as an adverb after a subject
        WordClass::Name | WordClass::Noun => {
            let form = view.verb(at).is_some_and(|verb| verb.forms.present);
            form && at > 0
                && view.in_headline_shape(at)
                && matches!(
                    view.class(at - 1),
                    WordClass::Name | WordClass::Noun | WordClass::Adjective
                )
        }
        _ => false,
    }
}

/// `might urge`, `could have asked`: no more than possible. `without asking`, `instead of opposing`.
fn is_cancelled(view: &View<'_>, at: usize) -> bool {
    let from = view.sentence_range(at).start;
    let mut before = (from..at)
        .rev()
        .take(3)
        .skip_while(|&at| matches!(view.class(at), WordClass::Adverb));
    let cancelled = before.next().is_some_and(|at| {
        matches!(
            view.form(at),
            "might" | "may" | "could" | "without" | "if" | "can" | "cannot" | "can't" | "couldn't"
        ) || view.form(at) == "of" && view.class(at + 1) == WordClass::VerbGerund
    });
    cancelled || is_only_supposed(view, at)
}

/// `when veterans ask for help`, `nations that oppose it`: no proposal is reported, a case or a group is described.
fn is_only_supposed(view: &View<'_>, at: usize) -> bool {
    let from = view.sentence_range(at).start;
    let opener = (from..at)
        .rev()
        .take(SUPPOSED_REACH)
        .take_while(|&at| {
            view.raw(at) != "," && !view.is_finite(at)
                || matches!(view.class(at), WordClass::Auxiliary | WordClass::Modal)
        })
        .find(|&at| {
            matches!(
                view.form(at),
                "when" | "whenever" | "if" | "unless" | "whether" | "who" | "that"
            )
        });
    opener.is_some_and(|opener| match view.form(opener) {
        "who" => view.raw(opener.saturating_sub(1)) != ",",
        "that" => opener + 1 == at && view.class(opener.saturating_sub(1)) == WordClass::Noun,
        _ => true,
    })
}

/// A supposition's opener stands at most so many words before.
const SUPPOSED_REACH: usize = 6;

fn is_negated(view: &View<'_>, at: usize) -> bool {
    let from = view.sentence_range(at).start;
    (from..at)
        .rev()
        .take(4)
        .take_while(|&at| {
            matches!(
                view.class(at),
                WordClass::Adverb
                    | WordClass::Auxiliary
                    | WordClass::Modal
                    | WordClass::Negation
                    | WordClass::InfinitiveTo
            )
        })
        .any(|at| view.class(at) == WordClass::Negation || view.form(at).ends_with("n't"))
}

/// The kind in this place: `would not support` opposes, `did not propose` proposes nothing.
fn kind(
    trigger: &Trigger,
    lemma: &str,
    negated: bool,
    found: &triggers::Match,
    view: &View<'_>,
) -> Option<ProposalKind> {
    let against = found.negated && trigger.kind != ProposalKind::Pledge
        || matches!(found.slot, Slot::Verb) && trigger.kind == ProposalKind::Call && stops(view, found.start);
    match (negated, trigger.kind) {
        (false, _) if against => Some(ProposalKind::Opposition),
        (false, kind) => Some(kind),
        (true, ProposalKind::Plan | ProposalKind::Call)
            if matches!(
                lemma,
                "support" | "back" | "endorse" | "favor" | "favour" | "want" | "agree" | "plan" | "intend"
            ) =>
        {
            Some(ProposalKind::Opposition)
        }
        (true, ProposalKind::Pledge) if lemma == "agree" => Some(ProposalKind::Opposition),
        (true, _) => None,
    }
}

/// Whether the action is to stop something.
pub(super) fn stops(view: &View<'_>, start: usize) -> bool {
    matches!(
        view.lemma(start),
        "stop" | "cease" | "refrain" | "desist" | "abstain"
    )
}

/// `plans to speak on Monday`: no matter that others could support or oppose.
fn is_private(view: &View<'_>, trigger: &Trigger, found: &triggers::Match) -> bool {
    let weak = trigger.kind == ProposalKind::Plan && found.slot == Slot::Verb;
    weak && List::PrivateVerb.has(view.lemma(view.past_adverbs(found.start, view.len())))
}

/// `filed a complaint`, `introduced her husband`: verbs of many uses propose only what would do something.
fn is_no_matter(view: &View<'_>, start: usize, lemma: &str) -> bool {
    let strict = matches!(
        lemma,
        "introduce"
            | "unveil"
            | "sponsor"
            | "draft"
            | "outline"
            | "file"
            | "table"
            | "block"
            | "fight"
            | "support"
            | "back"
            | "endorse"
            | "dismiss"
            | "favor"
            | "favour"
            | "champion"
            | "float"
            | "suggest"
    );
    if !strict {
        return false;
    }
    let end = ends::action_end(view, start, view.sentence_range(start).end);
    let measure = (start..end.min(start + 8)).any(|at| {
        List::MeasureNoun.has_noun(view.form(at))
            || view.is_gerund(at) && at == start
            || super::words::kind_of_noun(view.form(at)).is_some()
    });
    !measure && lemma != "suggest" || lemma == "suggest" && view.is_clause(start, end)
}

fn negation_before(view: &View<'_>, start: usize) -> usize {
    (start.saturating_sub(3)..start)
        .find(|&at| view.class(at) == WordClass::Negation)
        .unwrap_or(start)
}

/// The trigger with its particle: `called on`, `put forward`.
fn trigger_range(view: &View<'_>, at: usize) -> Range<usize> {
    let particle = matches!(view.form(at + 1), "for" | "on" | "upon" | "against");
    at..at + 1 + usize::from(particle)
}

pub(super) fn is_passive(view: &View<'_>, at: usize) -> bool {
    if view.class(at) != WordClass::VerbPast {
        return false;
    }
    let from = view.sentence_range(at).start;
    let helper = (from..at)
        .rev()
        .take(4)
        .find(|&at| !matches!(view.class(at), WordClass::Adverb | WordClass::Negation));
    helper.is_some_and(|at| {
        matches!(
            view.form(at),
            "is" | "are" | "was" | "were" | "be" | "been" | "being" | "'s" | "'re" | "get" | "got" | "gets"
        )
    })
}

/// The phrase after `by` in the passive.
pub(super) fn agent(view: &View<'_>, at: usize, limit: usize) -> Option<Range<usize>> {
    let by = (at + 1..limit.min(at + 6)).find(|&at| view.form(at) == "by")?;
    view.begins_phrase(by + 1)
        .then(|| by + 1..phrase_end(view, by + 1, limit))
}

/// One past the noun phrase that begins at `at`, `of` and its object included.
pub(super) fn phrase_end(view: &View<'_>, at: usize, limit: usize) -> usize {
    let inside = |&at: &usize| {
        matches!(
            view.class(at),
            WordClass::Determiner
                | WordClass::Possessive
                | WordClass::Noun
                | WordClass::Name
                | WordClass::Adjective
                | WordClass::Number
                | WordClass::PossessiveClitic
                | WordClass::Pronoun
        ) || view.form(at) == "of"
            || view.form(at) == "&"
    };
    (at..limit).find(|at| !inside(at)).unwrap_or(limit)
}

fn proposer(view: &View<'_>, subject: Option<Range<usize>>) -> Proposer {
    match subject {
        Some(subject)
            if subject
                .clone()
                .all(|at| matches!(view.form(at), "i" | "we" | "let" | "us")) =>
        {
            Proposer::Speaker
        }
        Some(subject) => Proposer::Phrase(subject),
        None => Proposer::Unknown,
    }
}

/// The subject of the verb at `at`: the phrase before it, or before the finite verb that it hangs on.
pub(super) fn subject(view: &View<'_>, at: usize) -> Option<Range<usize>> {
    let from = clause_floor(view, at);
    let mut verb = at;
    for _ in 0..4 {
        let end = (from..verb).rev().find(|&at| {
            !matches!(
                view.class(at),
                WordClass::Auxiliary | WordClass::Modal | WordClass::Adverb | WordClass::Negation
            )
        })? + 1;
        let before = end - 1;
        let relative = matches!(view.form(before), "who" | "which")
            || view.form(before) == "that" && view.class(before) != WordClass::Determiner;
        let participle = matches!(view.class(verb), WordClass::VerbGerund | WordClass::VerbBase)
            && verb == at
            && !is_finite_group(view, end, verb);
        if relative {
            let stop = if view.raw(before.saturating_sub(1)) == "," {
                before - 1
            } else {
                before
            };
            return phrase_before(view, from, stop);
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
        verb = (from..before + 1)
            .rev()
            .find(|&at| {
                view.is_finite(at)
                    && view.class(at) != WordClass::Auxiliary
                    && view.class(at) != WordClass::Modal
                    && at < verb
            })
            .or_else(|| (from..before + 1).rev().find(|&at| view.is_finite(at)))?;
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
    let sentence = view.sentence_range(at);
    let outer = view.marked(at);
    (sentence.start..at)
        .rev()
        .find(|&before| view.raw(before) == ";" || outer.is_some() && view.marked(before) != outer)
        .map_or(sentence.start, |before| before + 1)
}

/// The phrase that ends at `end`: back to a verb, a sign or a subordinator.
fn phrase_before(view: &View<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let breaks = |&at: &usize| match view.class(at) {
        WordClass::VerbPresent
        | WordClass::VerbBase
        | WordClass::Modal
        | WordClass::Auxiliary
        | WordClass::Subordinator => true,
        WordClass::VerbPast => !matches!(
            view.class(at + 1),
            WordClass::Noun | WordClass::Name | WordClass::Adjective | WordClass::Preposition
        ),
        WordClass::Sign => !(view.is_mark(at) || matches!(view.raw(at), "&" | "." | "-" | "(" | ")")),
        _ => false,
    };
    let mut start = (from..end).rev().find(breaks).map_or(from, |at| at + 1);
    while start < end
        && (view.is_mark(start)
            || matches!(
                view.class(start),
                WordClass::Adverb | WordClass::Coordinator | WordClass::Negation
            ))
    {
        start += 1;
    }
    (start < end).then_some(start..end)
}

fn noun_site(view: &View<'_>, at: usize) -> Option<Site> {
    let form = view.form(at);
    if !matches!(
        view.class(at),
        WordClass::Noun | WordClass::Name | WordClass::VerbPresent | WordClass::VerbBase
    ) {
        return None;
    }
    let stem = form.strip_suffix('s').unwrap_or(form);
    let triggers = [form, stem]
        .into_iter()
        .find_map(|lemma| Some(triggers::of(Part::Noun, lemma)).filter(|found| !found.is_empty()))?;
    let limit = ends::hard_end(view, at);
    let (trigger, found) = triggers
        .iter()
        .find_map(|trigger| Some((trigger, trigger.matches(view, at + 1, limit, false)?)))?;
    if is_private(view, trigger, &found) {
        return None;
    }
    let kind = if found.negated && trigger.kind != ProposalKind::Pledge {
        ProposalKind::Opposition
    } else {
        trigger.kind
    };
    Some(Site {
        kind,
        trigger: at..at + 1,
        start: if found.negated {
            negation_before(view, found.start)
        } else {
            found.start
        },
        slot: found.slot,
        limit: ends::hard_end(view, found.start),
        addressee: found.addressee,
        proposer: owner(view, at),
        subject: None,
        sure: false,
    })
}

/// Whose plan: `Lund's plan`, `a plan by Lund`, `the New York Times request`, or the subject of the verb before.
fn owner(view: &View<'_>, at: usize) -> Proposer {
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
        Some(verb) => subject(view, verb).map_or(Proposer::Unknown, Proposer::Phrase),
        None => Proposer::Unknown,
    }
}
