//! Whose an announced list is: of the trigger that governs it, or a proposal of its own.

use crate::article::ProposalKind;
use crate::lexicon::{WordClass, WordSet};
use crate::proposals::boundaries;
use crate::proposals::candidate::{Candidate, Proposer};
use crate::proposals::draft::{Draft, take_inside, within};
use crate::proposals::lists::announced::Announced;
use crate::proposals::lists::list_parse::{self, Wanted};
use crate::proposals::triggers::file::{Part, Slot, triggers_of};
use crate::proposals::view::View;
use crate::proposals::who::subjects;

/// The proposal whose list is announced: of the trigger that governs it, or on its own.
pub(crate) fn from_announced(
    view: &View<'_>,
    list: &Announced,
    candidates: &[Candidate],
    taken: &mut [bool],
) -> Option<Draft> {
    let sentence = view.sentence_around(list.phrase.start);
    if list.items.len() < 2 {
        return counted_before(view, list, candidates, taken);
    }
    let (first, last) = (list.items.first()?.clone(), list.items.last()?.clone());
    let governs = |candidate: &Candidate| {
        let holds = candidate.subject.unwrap_or(candidate.start) <= list.phrase.start
            && list.phrase.start < candidate.limit
            || candidate.limit >= first.start;
        sentence.contains(&candidate.trigger.start)
            && candidate.trigger.start < first.start
            && candidate.trigger.start != list.phrase.start
            && holds
    };
    let near = within(candidates, &sentence);
    // `A, B and C: three things that the city must grant`
    let grants = |candidate: &Candidate| {
        last.end <= list.phrase.start
            && candidate.trigger.start >= list.phrase.end
            && matches!(view.class(candidate.trigger.start), WordClass::Modal)
    };
    let owner = candidates[near.clone()]
        .iter()
        .rposition(governs)
        .or_else(|| candidates[near.clone()].iter().position(grants))
        .map(|index| near.start + index);
    let range = first.start..last.end;
    if first.start >= sentence.end {
        take_inside(candidates, taken, sentence.end..last.end);
    }
    if let Some(index) = owner.filter(|&index| !taken[index]) {
        taken[index] = true;
        let candidate = &candidates[index];
        let kind = list
            .kind
            .filter(|_| puts_only(view, candidate))
            .unwrap_or(candidate.kind);
        let candidate = Candidate {
            subject: None,
            kind,
            ..candidate.clone()
        };
        return Some(Draft {
            candidate,
            range,
            items: list.items.clone(),
            stated: list.stated,
        });
    }
    if owner.is_some() || !list.strong {
        return None;
    }
    let verb = governing_verb(view, list);
    if !stands_alone(view, list, verb) {
        return None;
    }
    let verb_kind = || match verb.map(|verb| view.lemma(verb)) {
        Some("need" | "needed") => Some(ProposalKind::Call),
        Some(lemma) => triggers_of(Part::Verb, lemma).first().map(|trigger| trigger.kind),
        None => None,
    };
    let kind = list.kind.or_else(verb_kind).unwrap_or(ProposalKind::Plan);
    let proposer = verb
        .and_then(|verb| subjects::subject(view, verb))
        .map_or(Proposer::Speaker, Proposer::Phrase);
    let candidate = Candidate {
        kind,
        trigger: list.phrase.clone(),
        start: first.start,
        slot: Slot::Phrase,
        limit: last.end,
        addressee: None,
        proposer,
        subject: None,
        sure: list.stated.is_some(),
        only_list: false,
    };
    Some(Draft {
        candidate,
        range,
        items: list.items.clone(),
        stated: list.stated,
    })
}

/// Whether the trigger only puts something forward, so that the noun tells what: `offered four promises`.
fn puts_only(view: &View<'_>, candidate: &Candidate) -> bool {
    WordSet::OnlyPutVerb.has(view.lemma(candidate.trigger.start))
}

/// `..., the two points left open`: the count of the list before it.
fn counted_before(
    view: &View<'_>,
    list: &Announced,
    candidates: &[Candidate],
    taken: &mut [bool],
) -> Option<Draft> {
    let stated = list.stated?;
    let sentence = view.sentence_around(list.phrase.start);
    let near = within(candidates, &sentence);
    let before = near
        .clone()
        .rev()
        .find(|&index| candidates[index].start < list.phrase.start);
    let index = before.or_else(|| near.clone().next())?;
    let candidate = &candidates[index];
    let wanted = Wanted {
        stated: Some(stated),
        base: candidate.slot == Slot::Verb,
        ..Wanted::default()
    };
    let end = if before.is_some() {
        list.phrase.start
    } else {
        candidate.limit
    };
    let cut = list_parse::cut(
        view,
        candidate.start..boundaries::trim(view, candidate.start, end),
        wanted,
    )?;
    let fewer = before.is_none() && cut.items.len() < stated as usize;
    if cut.items.len() != stated as usize && !fewer || taken[index] {
        return None;
    }
    taken[index] = true;
    let range = cut.items[0].start..cut.items[cut.items.len() - 1].end;
    Some(Draft {
        candidate: candidate.clone(),
        range,
        items: cut.items,
        stated: Some(stated),
    })
}

/// Whether a list without a trigger is one of proposals: by its noun, or by the `verb` that puts it forward.
fn stands_alone(view: &View<'_>, list: &Announced, verb: Option<usize>) -> bool {
    let ahead = list
        .items
        .first()
        .is_some_and(|item| item.start < list.phrase.start);
    let done = !ahead && verb.is_some_and(|at| WordSet::DoneVerb.has(view.lemma(at)));
    let put = verb.is_some_and(|at| WordSet::PutVerb.has(view.lemma(at)));
    !done && (list.kind.is_some() || put)
}

/// The verb beside the announcing phrase: before it in its sentence, else after it.
fn governing_verb(view: &View<'_>, list: &Announced) -> Option<usize> {
    let sentence = view.sentence_around(list.phrase.start);
    let ahead = list
        .items
        .first()
        .is_some_and(|item| item.start < list.phrase.start);
    let first = list
        .items
        .first()
        .map_or(sentence.end, |item| if ahead { sentence.end } else { item.start });
    let from = list.items.last().map_or(
        sentence.start,
        |item| if ahead { item.end } else { sentence.start },
    );
    let verb = |at: &usize| {
        view.form(*at) != "following"
            && (matches!(
                view.class(*at),
                WordClass::VerbPast | WordClass::VerbPresent | WordClass::VerbBase | WordClass::VerbGerund
            ) || matches!(view.form(*at), "has" | "have" | "had"))
    };
    let before = (from..list.phrase.start).rev().find(verb);
    before.or_else(|| (list.phrase.end..sentence.end.min(first.max(list.phrase.end))).find(verb))
}
