//! From places where something is proposed to proposals with spans and items.

use crate::article::ProposalKind;
use crate::lexicon::{WordClass, WordSet};
use crate::proposals::candidate::{Candidate, Proposer};
use crate::proposals::draft::{Draft, take_inside, within};
use crate::proposals::lists::governed::from_announced;
use crate::proposals::lists::list_parse::{self, Cut, Wanted};
use crate::proposals::lists::{announced, lists_over_sentences, placards};
use crate::proposals::mood::modals;
use crate::proposals::triggers::file::Slot;
use crate::proposals::triggers::verbs;
use crate::proposals::view::View;
use crate::proposals::who::subjects;
use crate::proposals::words;
use crate::proposals::{boundaries, polarity};
use crate::text::order;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// All proposals, in text order.
pub(crate) fn collect(view: &View<'_>) -> Vec<Draft> {
    let mut candidates = verbs::find(view);
    candidates.extend(modals::find(view));
    order::by_key(&mut candidates, |candidate| candidate.trigger.start);
    let announced = announced::find(view);
    let mut taken = vec![false; candidates.len()];
    let mut drafts: Vec<Draft> = Vec::new();
    let mut lists = FxHashSet::default();
    for list in &announced {
        if list.items.is_empty() || lists.insert(list.items.clone()) {
            drafts.extend(from_announced(view, list, &candidates, &mut taken));
        }
    }
    drafts.extend(told_in_sentences(view, &candidates, &mut taken));
    for draft in placards::find(view) {
        take_inside(&candidates, &mut taken, draft.range.clone());
        drafts.push(draft);
    }
    // triggers inside a list tell no more than the list
    let mut listed = vec![false; view.len()];
    drafts.iter().for_each(|draft| mark(&mut listed, &draft.range));
    for (candidate, _) in candidates.iter().zip(&taken).filter(|(_, taken)| !**taken) {
        if listed[candidate.trigger.start] {
            continue;
        }
        if let Some(draft) = from_candidate(view, candidate) {
            if draft.items.len() > 1 {
                mark(&mut listed, &draft.range);
            }
            drafts.push(draft);
        }
    }
    order::by_key(&mut drafts, |draft| {
        (draft.candidate.trigger.start, draft.range.start)
    });
    drop_nested(&mut drafts);
    join_commands(view, &mut drafts);
    order::by_key(&mut drafts, |draft| (draft.range.start, draft.range.end));
    drafts
}

fn mark(listed: &mut [bool], range: &Range<usize>) {
    if let Some(tokens) = listed.get_mut(range.clone()) {
        tokens.fill(true);
    }
}

/// `First, the port should buy cranes. Second, it should dredge the basin.`
fn told_in_sentences(view: &View<'_>, candidates: &[Candidate], taken: &mut [bool]) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut next = 0;
    for number in 0..view.tokens.sentences.len() {
        let Some(sentence) = view
            .nth_sentence(number)
            .filter(|sentence| sentence.start >= next && sentence.start < sentence.end)
        else {
            continue;
        };
        if !lists_over_sentences::opens(view, &sentence) {
            continue;
        }
        let items = lists_over_sentences::sentences(view, sentence.start);
        let (Some(first), Some(last)) = (items.first().cloned(), items.last().cloned()) else {
            continue;
        };
        let near = within(candidates, &sentence);
        let candidate = near
            .clone()
            .find(|&index| !taken[index])
            .map(|index| candidates[index].clone())
            .or_else(|| announced_before(view, &sentence, &first, &last));
        if let Some(candidate) = candidate.filter(|_| items.len() > 1) {
            take_inside(candidates, taken, sentence.start..last.end);
            next = last.end;
            drafts.push(Draft {
                candidate: Candidate {
                    subject: None,
                    addressee: candidate.addressee.clone(),
                    ..candidate
                },
                range: first.start..last.end,
                items,
                stated: None,
            });
        }
    }
    drafts
}

/// `Lund has advice for growers. First, sell by the crate.`: what the sentence before announces, by its noun.
fn announced_before(
    view: &View<'_>,
    sentence: &Range<usize>,
    first: &Range<usize>,
    last: &Range<usize>,
) -> Option<Candidate> {
    let before = view.sentence_around(sentence.start.checked_sub(1)?);
    let noun = before
        .clone()
        .find(|&at| view.class(at) == WordClass::Noun && words::kind_of_noun(view.form(at)).is_some())?;
    let kind = words::kind_of_noun(view.form(noun))?;
    let verb = (before.start..noun).rev().find(|&at| view.is_finite(at));
    let subject = verb.and_then(|verb| subjects::subject(view, verb));
    Some(Candidate {
        proposer: subject.map_or(Proposer::Speaker, Proposer::Phrase),
        ..Candidate::of_verb(kind, noun..noun + 1, first.start, last.end)
    })
}

/// Whether the sentence speaks of a plan or a law: `under the scheme, shops would close at six and ...`.
fn has_measure(view: &View<'_>, candidate: &Candidate) -> bool {
    let sentence = view.sentence_around(candidate.trigger.start);
    (sentence.start..candidate.trigger.start).any(|at| WordSet::MeasureNoun.has_noun(view.form(at)))
}

/// Scores below these leave a stretch in one piece.
const LEAST_VERBS: i32 = 8;

const LEAST_PHRASES: i32 = 9;

fn from_candidate(view: &View<'_>, candidate: &Candidate) -> Option<Draft> {
    if candidate.start >= candidate.limit {
        return bulleted(view, candidate);
    }
    let wanted = Wanted {
        base: candidate.slot == Slot::Verb,
        ..Wanted::default()
    };
    let list = list_parse::cut(view, candidate.start..candidate.limit, wanted);
    let list = list
        .filter(|list| list.score >= LEAST_VERBS)
        .or_else(|| verbs_of_clause(view, candidate));
    let list =
        list.filter(|list| !candidate.only_list || list.items.len() > 2 || has_measure(view, candidate));
    let least = if candidate.slot == Slot::Phrase {
        LEAST_PHRASES
    } else {
        LEAST_VERBS
    };
    let opening = candidate.subject.unwrap_or(candidate.start);
    if let Some(list) = list.filter(|list| list.score >= least) {
        let range = opening..list.items[list.items.len() - 1].end;
        return Some(Draft {
            candidate: mixed(view, candidate, &list.items),
            range,
            items: list.items,
            stated: None,
        });
    }
    if candidate.only_list {
        return None;
    }
    let end = boundaries::action_end(view, past_subject(view, candidate), candidate.limit);
    (opening < end).then(|| Draft {
        candidate: candidate.clone(),
        range: opening..end,
        items: Vec::new(),
        stated: None,
    })
}

/// Where the action of a clause is told: at its modal, or at once where there is none.
fn past_subject(view: &View<'_>, candidate: &Candidate) -> usize {
    let modal = (candidate.start..candidate.limit)
        .take(LONGEST_SUBJECT)
        .take_while(|&at| view.marked(at) == view.marked(candidate.start))
        .find(|&at| view.class(at) == WordClass::Modal);
    modal
        .filter(|_| candidate.slot == Slot::Clause)
        .unwrap_or(candidate.start)
}

/// The subject of a clause is no longer than this.
const LONGEST_SUBJECT: usize = 16;

/// `that both towns dig a canal, share its cost and meet`: the actions of one subject in a clause.
fn verbs_of_clause(view: &View<'_>, candidate: &Candidate) -> Option<Cut> {
    if candidate.slot != Slot::Clause {
        return None;
    }
    let range = candidate.start + 1..candidate.limit;
    let sure = |at: &usize| matches!(view.class(*at), WordClass::Modal | WordClass::VerbBase);
    let likely =
        |at: &usize| view.is_base(*at) && matches!(view.class(at - 1), WordClass::Noun | WordClass::Name);
    let verb = range
        .clone()
        .find(sure)
        .filter(|verb| !range.clone().take_while(|at| at < verb).any(|at| likely(&at)))
        .or_else(|| range.clone().find(likely))?;
    let start = verb + usize::from(view.class(verb) == WordClass::Modal);
    let wanted = Wanted {
        base: true,
        ..Wanted::default()
    };
    list_parse::cut(view, start..candidate.limit, wanted)
}

/// A call to stop one thing and to do others is a call.
fn mixed(view: &View<'_>, candidate: &Candidate, items: &[Range<usize>]) -> Candidate {
    let stops = |item: &Range<usize>| polarity::stops(view, item.start);
    let only_stops = items.iter().all(stops);
    let by_stop = candidate.kind == ProposalKind::Opposition
        && items.iter().any(stops)
        && candidate.slot == Slot::Verb
        && view.class(candidate.start.saturating_sub(2)) != WordClass::Negation;
    let kind = if by_stop && !only_stops {
        ProposalKind::Call
    } else {
        candidate.kind
    };
    Candidate {
        kind,
        ..candidate.clone()
    }
}

/// `is asking for:` and bullets after it.
fn bulleted(view: &View<'_>, candidate: &Candidate) -> Option<Draft> {
    let sentence = view.sentence_around(candidate.trigger.start);
    let items = lists_over_sentences::blocks(view, sentence.end);
    let range = items.first()?.start..items.last()?.end;
    (items.len() > 1).then(|| Draft {
        candidate: candidate.clone(),
        range,
        items,
        stated: None,
    })
}

/// A trigger inside another's action tells no more than the outer one.
fn drop_nested(drafts: &mut Vec<Draft>) {
    let mut kept: Vec<Draft> = Vec::new();
    for draft in drafts.drain(..) {
        let holds = |outer: &Draft| {
            outer.range.contains(&draft.candidate.trigger.start)
                && outer.range.end >= draft.range.end
                && outer.candidate.trigger.start < draft.candidate.trigger.start
        };
        let rejects = |outer: &Draft| {
            outer.candidate.kind == ProposalKind::Opposition
                && outer.candidate.slot == Slot::Phrase
                && (draft.candidate.slot == Slot::Verb
                    || draft.range == outer.range && draft.candidate.kind != ProposalKind::Opposition)
        };
        let from = kept.len().saturating_sub(NESTING_REACH);
        let outer = kept[from..].iter_mut().rev().find(|outer| holds(outer));
        let nested = outer.is_some_and(|outer| {
            // `rejected a request to open the archive`: a call and its rejection, the same action
            let rejected = rejects(outer);
            let noun = draft.candidate.trigger.end == draft.candidate.trigger.start + 1
                && draft.candidate.trigger.start <= outer.range.start + REQUEST_REACH;
            if rejected && noun && outer.items.is_empty() {
                outer.range = draft.range.clone();
            }
            !rejected
        });
        // `under the plan, shops would close and ferries would stop`: told as one by the noun
        let again = kept[from..].iter().any(|other| {
            told_with(other, &draft)
                || other.range == draft.range
                    && (other.candidate.kind == ProposalKind::Opposition)
                        == (draft.candidate.kind == ProposalKind::Opposition)
        });
        if !nested && !again {
            kept.push(draft);
        }
    }
    *drafts = kept;
}

/// Whether both hang on one word and the first tells more.
fn told_with(first: &Draft, draft: &Draft) -> bool {
    first.candidate.trigger == draft.candidate.trigger
        && (first.items.len() > draft.items.len() || first.range.end >= draft.range.end)
}

/// The noun of a rejected request stands so near the opening of its phrase.
const REQUEST_REACH: usize = 3;

/// Only so many proposals before are looked at: spans that long hold no more.
const NESTING_REACH: usize = 8;

/// Commands in sentences that follow each other within one quotation are one proposal with items where they are announced.
fn join_commands(view: &View<'_>, drafts: &mut Vec<Draft>) {
    let mut joined: Vec<Draft> = Vec::new();
    for draft in drafts.drain(..) {
        let commands = |draft: &Draft| {
            draft.candidate.trigger.end > draft.candidate.start
                && draft.items.len() != 1
                && draft.candidate.subject.is_none()
                && draft.candidate.slot == Slot::Verb
                && draft.candidate.trigger.start == draft.range.start
        };
        if let Some(last) = joined.last_mut() {
            let number = |at: usize| view.tokens.list.get(at).map_or(0, |token| token.sentence);
            let follows = number(draft.range.start) == number(last.range.end - 1) + 1
                && view.marked(draft.range.start) == view.marked(last.range.start);
            let alike = commands(last) && commands(&draft) && last.candidate.kind == draft.candidate.kind;
            if follows && alike && is_announced(view, last) {
                if last.items.is_empty() {
                    last.items.push(last.range.clone());
                }
                let more = if draft.items.is_empty() {
                    vec![draft.range.clone()]
                } else {
                    draft.items.clone()
                };
                last.items.extend(more);
                last.range.end = draft.range.end;
                continue;
            }
        }
        joined.push(draft);
    }
    *drafts = joined;
}

/// Whether the words before the first command announce several: `Three things.`, `Her advice:`.
fn is_announced(view: &View<'_>, first: &Draft) -> bool {
    if !first.items.is_empty() && first.items[0].start != first.range.start {
        return true;
    }
    let sentence = view.sentence_around(first.range.start);
    let before = view.sentence_around(sentence.start.saturating_sub(1));
    before.end <= sentence.start
        && before.len() <= LONGEST_ANNOUNCEMENT
        && before.into_iter().any(|at| {
            words::number(view.form(at)).is_some()
                || words::kind_of_noun(view.form(at)).is_some() && !view.is_finite(at)
        })
}

/// What announces commands is short.
const LONGEST_ANNOUNCEMENT: usize = 12;
