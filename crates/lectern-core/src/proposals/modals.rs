//! Proposals told by mood rather than by a word for proposing: `should`, `must`, `we will`, `the bill would`,
//! `let us`, and commands.

use super::ProposalKind;
use super::ends;
use super::sites::{self, Proposer, Site};
use super::subjects;
use super::triggers::Slot;
use super::view::View;
use super::words::List;
use crate::tokens::WordClass;
use std::ops::Range;

/// What kind of mood a word is.
enum Mood {
    /// should, must, need to, ought to, have to
    Obligation { verb: usize, negated: bool },
    /// will, would, could, 'll
    Will { verb: usize, negated: bool, would: bool },
}

/// All proposals told by mood.
pub(super) fn find(view: &View<'_>) -> Vec<Site> {
    let mut found: Vec<Site> = Vec::new();
    for at in 0..view.len() {
        let site = match mood(view, at) {
            Some(Mood::Obligation { verb, negated }) => obligation(view, at, verb, negated),
            Some(Mood::Will { verb, negated, would }) => will(view, at, verb, negated, would),
            None => command(view, at),
        };
        found.extend(site);
    }
    found
}

fn mood(view: &View<'_>, at: usize) -> Option<Mood> {
    let end = view.sentence_range(at).end;
    let form = view.form(at);
    let not = matches!(form, "shouldn't" | "mustn't" | "won't" | "wouldn't" | "needn't");
    let follow = |from: usize| {
        let pair = usize::from(matches!(view.form(from), "neither" | "either" | "both"));
        let verb = view.past_adverbs(from + pair, end);
        let not = not || view.form(from) == "neither";
        let negated = not || (from..verb).any(|at| view.class(at) == WordClass::Negation);
        (view.is_base(verb) && verb < end).then_some((verb, negated))
    };
    match form {
        "should" | "must" | "shouldn't" | "mustn't" => {
            follow(at + 1).map(|(verb, negated)| Mood::Obligation { verb, negated })
        }
        "ought" | "need" | "needs" | "has" | "have"
            if view.class(at + 1) == WordClass::InfinitiveTo
                || view.class(at + 1) == WordClass::Negation
                    && view.class(at + 2) == WordClass::InfinitiveTo =>
        {
            let refused = view.class(at + 1) == WordClass::Negation;
            let noun = matches!(form, "need" | "needs")
                && matches!(
                    view.class(at.wrapping_sub(1)),
                    WordClass::Determiner
                        | WordClass::Possessive
                        | WordClass::Adjective
                        | WordClass::Preposition
                );
            let past = at > 0
                && matches!(
                    view.form(at - 1),
                    "had" | "would" | "will" | "may" | "might" | "to" | "'ll"
                );
            if noun || past || view.class(at.wrapping_sub(1)) == WordClass::Auxiliary && form != "need" {
                return None;
            }
            let released = at > 0
                && (view.form(at - 1).ends_with("n't") || view.class(at - 1) == WordClass::Negation)
                && form != "ought";
            if released {
                return None;
            }
            follow(at + 2 + usize::from(refused)).map(|(verb, negated)| Mood::Obligation {
                verb,
                negated: negated || refused,
            })
        }
        "has" | "have" if view.form(at + 1) == "no" && matches!(view.form(at + 2), "business" | "right") => {
            let verb = at + 3 + usize::from(view.form(at + 3) == "to");
            (view.is_gerund(verb) || view.is_base(verb)).then_some(Mood::Obligation { verb, negated: true })
        }
        "is" | "are" if view.class(at + 1) == WordClass::InfinitiveTo && view.form(at + 2) != "blame" => {
            follow(at + 2).map(|(verb, negated)| Mood::Will {
                verb,
                negated,
                would: true,
            })
        }
        "shall" => follow(at + 1).map(|(verb, negated)| Mood::Will {
            verb,
            negated,
            would: false,
        }),
        "will" | "'ll" | "would" | "won't" | "wouldn't" | "'d" | "could"
            if view.class(at) == WordClass::Modal =>
        {
            follow(at + 1).map(|(verb, negated)| Mood::Will {
                verb,
                negated,
                would: matches!(form, "would" | "wouldn't" | "could" | "'d"),
            })
        }
        _ => None,
    }
}

/// Whether somebody says the sentence: marks, a quotation, or a verb of saying beside it.
fn is_said(view: &View<'_>, at: usize) -> bool {
    view.said_in(at).is_some() || view.marked(at).is_some() || view.opinion || {
        let sentence = view.sentence_range(at);
        let other_verb = sentence
            .clone()
            .any(|verb| verb != at && ends::speaks(view, verb) && view.is_finite(verb));
        other_verb || sentence.clone().any(|at| view.form(at) == "according")
    }
}

fn obligation(view: &View<'_>, at: usize, verb: usize, negated: bool) -> Option<Site> {
    if !is_said(view, at) || !is_norm(view, at, verb) || is_question(view, at) {
        return None;
    }
    if let Some(site) = set_apart(view, at, verb, negated) {
        return Some(site);
    }
    // `work that needs to be done`
    let relative = view
        .past_adverbs_back(at, view.sentence_range(at).start)
        .checked_sub(1)
        .is_some_and(|at| matches!(view.form(at), "that" | "which" | "who"));
    let subject = subjects::subject(view, at).filter(|subject| {
        !relative
            && view.class(subject.start) != WordClass::PossessiveClitic
            && !matches!(view.form(subject.start), "there" | "i")
    })?;
    let floor = view.sentence_range(at).start;
    let before = subject.start.checked_sub(1).filter(|&before| before >= floor);
    if before.is_some_and(|at| {
        matches!(
            view.form(at),
            "whether" | "if" | "when" | "why" | "how" | "what" | "who" | "which" | "unless" | "once"
        )
    }) {
        return None;
    }
    if subject.clone().any(|at| {
        matches!(
            view.form(at),
            "what" | "whatever" | "how" | "why" | "who" | "whoever" | "which"
        )
    }) && view.class(subject.start) != WordClass::Determiner
    {
        return None;
    }
    let doubted = (floor..subject.start)
        .rev()
        .take(4)
        .any(|at| matches!(view.form(at), "don't" | "doesn't" | "didn't" | "not"))
        && (floor..subject.start)
            .rev()
            .take(3)
            .any(|at| matches!(view.lemma(at), "think" | "believe"));
    let none = matches!(
        view.form(subject.start),
        "no" | "nobody" | "neither" | "none" | "nothing" | "never"
    ) || view.form(subject.start) == "no" && view.form(subject.start + 1) == "one";
    let stops = sites::stops(view, verb);
    let kind = if negated || doubted || none || stops {
        ProposalKind::Opposition
    } else {
        ProposalKind::Call
    };
    let limit = own_clause(view, at, verb, ends::hard_end(view, verb));
    // `the chance that she has to speak`
    let gap = matches!(view.form(at), "has" | "have")
        && before.is_some_and(|that| {
            view.form(that) == "that" && that > floor && view.class(that - 1) == WordClass::Noun
        });
    if gap {
        return None;
    }
    let impersonal = matches!(
        view.form(subject.start),
        "we" | "i" | "it" | "there" | "this" | "that" | "these" | "those" | "one"
    ) && subject.len() == 1;
    let passive = view.form(verb) == "be";
    let ceases = stops && verb + 1 >= limit;
    Some(Site {
        kind,
        trigger: at..verb,
        start: view.past_adverbs_back(verb, at + 1),
        slot: Slot::Verb,
        limit,
        addressee: listener(view, at, &subject)
            .or_else(|| (!impersonal && !passive && !none && !ceases).then(|| subject.clone())),
        proposer: Proposer::Speaker,
        subject: Some(subject.start),
        sure: view.said_in(at).is_some() && !matches!(view.form(at), "has" | "have"),
        only_list: false,
    })
}

/// `An overhaul – new fridges, clinics, an app – should begin`: the list between the dashes is what is asked for.
fn set_apart(view: &View<'_>, at: usize, verb: usize, negated: bool) -> Option<Site> {
    let dash = |at: usize| matches!(view.raw(at), "—" | "–" | "--");
    let close = at.checked_sub(1).filter(|&close| dash(close))?;
    let floor = view.sentence_range(at).start;
    let open = (floor..close).rev().find(|&at| dash(at))?;
    Some(Site {
        kind: if negated {
            ProposalKind::Opposition
        } else {
            ProposalKind::Call
        },
        trigger: at..verb,
        start: open + 1,
        slot: Slot::Phrase,
        limit: close,
        addressee: None,
        proposer: Proposer::Speaker,
        subject: None,
        sure: false,
        only_list: false,
    })
}

/// `You should resign,` she told Lund: the listener rather than `you`.
fn listener(view: &View<'_>, at: usize, subject: &Range<usize>) -> Option<Range<usize>> {
    if view.form(subject.start) != "you" {
        return None;
    }
    let quotation = &view.cast.quotations[view.said_in(at)?.0 as usize];
    let cue = view.tokens.within(quotation.cue?);
    let end = view.sentence_range(cue.start).end;
    let verb = cue.end.saturating_sub(1);
    let told =
        view.class(verb) != WordClass::Auxiliary && !matches!(view.lemma(verb), "say" | "add" | "write");
    (told && view.begins_phrase(cue.end))
        .then(|| cue.end..subjects::phrase_end(view, cue.end, end))
        .filter(|phrase| !phrase.is_empty())
}

/// A norm, not a guess or a reproach: `must be tired`, `should have known`.
fn is_norm(view: &View<'_>, modal: usize, verb: usize) -> bool {
    let next = view.past_adverbs(verb + 1, view.sentence_range(verb).end);
    let guess = matches!(view.form(modal), "must" | "has" | "have");
    match view.form(verb) {
        // `others shouldn't have to`
        // `all you have to do is look`
        "do" if matches!(view.form(next), "is" | "was") => false,
        "have" if view.form(next) == "to" && view.class(next + 1) == WordClass::Sign => false,
        "have" => !matches!(view.class(next), WordClass::VerbPast) && view.form(next) != "been",
        "be" if guess => {
            matches!(view.class(next), WordClass::VerbPast)
                || view.verb(next).is_some_and(|verb| verb.forms.participle)
        }
        "be" => true,
        "say" | "admit" | "confess" | "think" | "wonder" => {
            !matches!(view.form(modal), "must" | "have" | "should")
        }
        _ => true,
    }
}

fn is_question(view: &View<'_>, at: usize) -> bool {
    let sentence = view.sentence_range(at);
    sentence.clone().rev().take(3).any(|at| view.raw(at) == "?") || at == sentence.start
}

/// Up to where another subject with a modal of its own takes over.
fn own_clause(view: &View<'_>, modal: usize, from: usize, limit: usize) -> usize {
    let takes_over = |at: usize| {
        let comma = view.raw(at) == ",";
        let join = at + usize::from(comma);
        if view.class(join) != WordClass::Coordinator && !comma {
            return false;
        }
        let start = if view.class(join) == WordClass::Coordinator {
            join + 1
        } else {
            join
        };
        let relative = matches!(view.form(start), "who" | "which" | "whose" | "that");
        let again = matches!(view.form(modal), "will" | "shall" | "'ll" | "would")
            && view.form(start + 1) == view.form(modal)
            && modal > 0
            && view.form(start) == view.form(modal - 1);
        let subject =
            !relative && !again && (view.class(start) == WordClass::Pronoun || view.begins_phrase(start));
        subject
            && (start + 1..limit.min(start + 8))
                .take_while(|&at| {
                    !matches!(
                        view.class(at),
                        WordClass::Sign
                            | WordClass::VerbBase
                            | WordClass::InfinitiveTo
                            | WordClass::Coordinator
                    )
                })
                .any(|at| {
                    view.class(at) == WordClass::Modal
                        || view.class(start) == WordClass::Pronoun
                            && view.is_finite(at)
                            && !matches!(view.form(start), "them" | "him" | "us" | "me")
                })
    };
    (from + 1..limit)
        .find(|&at| takes_over(at))
        .map_or(limit, |at| ends::trim(view, from, at))
}

/// `we will`, `said it would`: a pledge; `the bill would`: a plan.
fn will(view: &View<'_>, at: usize, verb: usize, negated: bool, would: bool) -> Option<Site> {
    if is_question(view, at) {
        return None;
    }
    let subject = subjects::subject(view, at)?;
    let before = subject
        .start
        .checked_sub(1)
        .map_or("", |before| view.form(before));
    let guessed =
        (subject.end..verb).any(|at| matches!(view.form(at), "probably" | "likely" | "perhaps" | "surely"));
    if guessed || matches!(before, "whether" | "if" | "when" | "what" | "how") {
        return None;
    }
    let lemma = view.lemma(verb);
    let state = List::StateVerb.has(lemma)
        || matches!(lemma, "say" | "tell" | "see" | "admit" | "let" | "talk" | "speak");
    let own = subject.len() == 1 && matches!(view.form(subject.start), "i" | "we");
    let head = head_noun(view, &subject);
    let relative = at > 0 && matches!(view.form(at - 1), "which" | "that");
    let measured = |at: usize| List::MeasureNoun.has_noun(view.form(at)) && view.class(at) != WordClass::Name;
    let named = if relative {
        (subject.start..subject.end)
            .rev()
            .take(RELATIVE_REACH)
            .find(|&at| measured(at))
    } else {
        Some(head).filter(|&head| measured(head))
    };
    // `is to sell` foretells too: only a list of it is a programme
    let could = matches!(view.form(at), "could" | "is" | "are");
    // `would oppose`: the verb tells on its own
    if !super::triggers::of(super::triggers::Part::Verb, lemma)
        .iter()
        .all(|trigger| trigger.kind != ProposalKind::Opposition)
    {
        return None;
    }
    let kind = if own && !would && !state && (view.marked(at).is_some() || view.said_in(at).is_some()) {
        ProposalKind::Pledge
    } else if named.is_some() && would && !could && !negated && !state && !List::EffectVerb.has(lemma) {
        ProposalKind::Plan
    } else if (reported_self(view, &subject, head) && !could || binds_own(view, at, &subject, head, negated))
        && !state
    {
        ProposalKind::Pledge
    } else if would
        && !negated
        && (view.form(at) != "could" || matches!(view.form(subject.start), "we" | "you"))
    {
        // `the minister would end it, start that and pay for both`: only a list makes it a programme
        return Some(programme(view, at, verb, subject));
    } else {
        return None;
    };
    let kind = if negated { ProposalKind::Opposition } else { kind };
    let limit = own_clause(view, at, verb, ends::hard_end(view, verb));
    let proposer = match named {
        Some(noun) if kind == ProposalKind::Plan => match subjects::owner(view, noun) {
            Proposer::Phrase(owner) if owner.end <= noun && owner.start >= subject.start => {
                Proposer::Phrase(owner)
            }
            _ => Proposer::Phrase(subject.clone()),
        },
        _ => Proposer::Speaker,
    };
    Some(Site {
        kind,
        trigger: at..verb,
        start: view.past_adverbs_back(verb, at + 1),
        slot: Slot::Verb,
        limit,
        addressee: None,
        proposer,
        subject: negated.then_some(subject.start),
        sure: own,
        only_list: false,
    })
}

fn programme(view: &View<'_>, at: usize, verb: usize, subject: Range<usize>) -> Site {
    let plain = matches!(view.form(subject.start), "we" | "i" | "you") && subject.len() == 1;
    Site {
        kind: ProposalKind::Plan,
        trigger: at..verb,
        start: view.past_adverbs_back(verb, at + 1),
        slot: Slot::Verb,
        limit: own_clause(view, at, verb, ends::hard_end(view, verb)),
        addressee: None,
        proposer: if plain {
            Proposer::Speaker
        } else {
            Proposer::Phrase(subject)
        },
        subject: None,
        sure: false,
        only_list: true,
    }
}

/// A relative clause describes a measure within so many words before it.
const RELATIVE_REACH: usize = 8;

/// `this court will not`: somebody speaks for the body that they belong to.
fn binds_own(view: &View<'_>, at: usize, subject: &Range<usize>, head: usize, negated: bool) -> bool {
    let own =
        List::OwnNoun.has_noun(view.form(head)) && view.marked(at).is_some() && view.form(at) != "would";
    own && (matches!(view.form(subject.start), "this" | "our")
        || negated && view.form(subject.start) == "the" && subject.len() == 2)
}

/// The head of a subject: the last noun before a preposition, or before a comma or relative.
fn head_noun(view: &View<'_>, subject: &Range<usize>) -> usize {
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

/// `announced it would`, `said that the company will`: the source commits itself.
fn reported_self(view: &View<'_>, subject: &Range<usize>, head: usize) -> bool {
    if view.marked(subject.start).is_some() {
        return false;
    }
    let floor = view.sentence_range(subject.start).start;
    let said = (floor..subject.start).rev().take(8).any(|at| {
        ends::speaks(view, at) && matches!(view.class(at), WordClass::VerbPast | WordClass::VerbPresent)
    });
    let pronoun = subject.len() == 1 && matches!(view.form(subject.start), "he" | "she" | "it" | "they");
    said && (pronoun || List::OwnNoun.has_noun(view.form(head)) && view.form(subject.start) == "the")
}

/// Commands inside quotation marks, `let us` anywhere in speech.
fn command(view: &View<'_>, at: usize) -> Option<Site> {
    let sentence = view.sentence_range(at);
    if !view.is_word(at) {
        return None;
    }
    let lets = matches!(view.form(at), "let") && matches!(view.form(at + 1), "us" | "'s")
        || view.form(at) == "let's";
    if lets && is_said(view, at) {
        let start = at + if view.form(at) == "let's" { 1 } else { 2 };
        let verb = view.past_adverbs(start, sentence.end);
        let negated = (start..verb).any(|at| view.class(at) == WordClass::Negation);
        let acts = view.is_base(verb) && !List::IdleVerb.has(view.lemma(verb));
        return acts.then(|| command_site(view, at..start, if negated { verb } else { start }, negated));
    }
    let marked = at > sentence.start && view.is_mark(at - 1) && view.marked(at - 1) == view.marked(at);
    // not a word borrowed in mid-sentence: `you say you ‘accept it’`
    let opens = at == sentence.start
        || marked && (at < sentence.start + 2 || !view.is_word(at - 2) || ends::speaks(view, at - 2))
        || view.raw(at - 1) == ":";
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
        command_site(
            view,
            please..please + 1,
            if negated { please } else { verb },
            negated || sites::stops(view, verb),
        )
    })
}

fn command_site(view: &View<'_>, trigger: Range<usize>, start: usize, negated: bool) -> Site {
    let limit = own_clause(view, start, start, ends::hard_end(view, start));
    Site {
        kind: if negated {
            ProposalKind::Opposition
        } else {
            ProposalKind::Call
        },
        trigger,
        start,
        slot: Slot::Verb,
        limit,
        addressee: None,
        proposer: Proposer::Speaker,
        subject: None,
        sure: false,
        only_list: false,
    }
}

/// Whether a verb at the opening of a sentence orders something.
fn is_command(view: &View<'_>, at: usize, end: usize, negated: bool) -> bool {
    let Some(verb) = view.verb(at).filter(|verb| verb.forms.base) else {
        return false;
    };
    let name =
        !negated && (view.class(at) == WordClass::Name || verb.noun && view.class(at + 1) == WordClass::Name);
    let doubtful = view.marked(at).is_none()
        && !negated
        && (verb.noun || !matches!(view.class(at + 1), WordClass::Determiner | WordClass::Possessive));
    if List::IdleVerb.has(verb.lemma) && !(negated && verb.lemma == "let")
        || name
        || doubtful
        || at + 1 >= end && verb.noun
    {
        return false;
    }
    if negated || at + 1 >= end {
        return true;
    }
    let clause = (at + 1..end.min(at + 6))
        .take_while(|&at| view.class(at) != WordClass::Sign)
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
    !clause && (object || loose && (!verb.noun || view.class(at) == WordClass::VerbBase))
}
