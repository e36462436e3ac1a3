//! From places where something is proposed to proposals with spans and items.

use super::ProposalKind;
use super::announced::{self, Announced};
use super::cut::{self, Cut, Wanted};
use super::ends;
use super::modals;
use super::sites::{self, Proposer, Site};
use super::spread;
use super::subjects;
use super::triggers::{self, Part, Slot};
use super::view::View;
use super::words::List;
use crate::tokens::WordClass;
use std::collections::HashSet;
use std::ops::Range;

/// A proposal before its people are known.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) site: Site,
    /// The stretch that says what is to be done.
    pub(super) range: Range<usize>,
    pub(super) items: Vec<Range<usize>>,
    pub(super) stated: Option<u32>,
}

/// All proposals, in text order.
pub(super) fn collect(view: &View<'_>) -> Vec<Draft> {
    let mut sites = sites::find(view);
    sites.extend(modals::find(view));
    sites.sort_by_key(|site| site.trigger.start);
    let announced = announced::find(view);
    let mut taken = vec![false; sites.len()];
    let mut drafts: Vec<Draft> = Vec::new();
    let mut lists = HashSet::new();
    for list in &announced {
        if list.items.is_empty() || lists.insert(list.items.clone()) {
            drafts.extend(from_announced(view, list, &sites, &mut taken));
        }
    }
    drafts.extend(told_in_sentences(view, &sites, &mut taken));
    // triggers inside a list tell no more than the list
    let mut listed = vec![false; view.len()];
    drafts.iter().for_each(|draft| mark(&mut listed, &draft.range));
    for (site, _) in sites.iter().zip(&taken).filter(|(_, taken)| !**taken) {
        if listed[site.trigger.start] {
            continue;
        }
        if let Some(draft) = from_site(view, site) {
            if draft.items.len() > 1 {
                mark(&mut listed, &draft.range);
            }
            drafts.push(draft);
        }
    }
    drafts.sort_by_key(|draft| (draft.site.trigger.start, draft.range.start));
    drop_nested(&mut drafts);
    join_commands(view, &mut drafts);
    drafts.sort_by_key(|draft| (draft.range.start, draft.range.end));
    drafts
}

/// The proposal whose list is announced: of the trigger that governs it, or on its own.
fn from_announced(view: &View<'_>, list: &Announced, sites: &[Site], taken: &mut [bool]) -> Option<Draft> {
    let sentence = view.sentence_range(list.phrase.start);
    if list.items.len() < 2 {
        return counted_before(view, list, sites, taken);
    }
    let (first, last) = (list.items.first()?.clone(), list.items.last()?.clone());
    let governs = |site: &Site| {
        let holds = site.subject.unwrap_or(site.start) <= list.phrase.start && list.phrase.start < site.limit
            || site.limit >= first.start;
        sentence.contains(&site.trigger.start)
            && site.trigger.start < first.start
            && site.trigger.start != list.phrase.start
            && holds
    };
    let near = within(sites, &sentence);
    let owner = sites[near.clone()]
        .iter()
        .rposition(governs)
        .map(|index| near.start + index);
    let range = first.start..last.end;
    if first.start >= sentence.end {
        take_inside(sites, taken, sentence.end..last.end);
    }
    if let Some(index) = owner.filter(|&index| !taken[index]) {
        taken[index] = true;
        let site = &sites[index];
        let kind = list.kind.filter(|_| puts_only(view, site)).unwrap_or(site.kind);
        let site = Site {
            subject: None,
            kind,
            ..site.clone()
        };
        return Some(Draft {
            site,
            range,
            items: list.items.clone(),
            stated: list.stated,
        });
    }
    if owner.is_some() || !list.strong || !stands_alone(view, list) {
        return None;
    }
    let verb_kind = || match governing_verb(view, list).map(|verb| view.lemma(verb)) {
        Some("need" | "needed") => Some(ProposalKind::Call),
        Some(lemma) => triggers::of(Part::Verb, lemma)
            .first()
            .map(|trigger| trigger.kind),
        None => None,
    };
    let kind = list.kind.or_else(verb_kind).unwrap_or(ProposalKind::Plan);
    let proposer = governing_verb(view, list)
        .and_then(|verb| subjects::subject(view, verb))
        .map_or(Proposer::Speaker, Proposer::Phrase);
    let site = Site {
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
        site,
        range,
        items: list.items.clone(),
        stated: list.stated,
    })
}

fn mark(listed: &mut [bool], range: &Range<usize>) {
    if let Some(tokens) = listed.get_mut(range.clone()) {
        tokens.fill(true);
    }
}

/// The places of the sites whose triggers lie in the range; they are in order.
fn within(sites: &[Site], range: &Range<usize>) -> Range<usize> {
    let from = sites.partition_point(|site| site.trigger.start < range.start);
    let end = sites.partition_point(|site| site.trigger.start < range.end);
    from..end.max(from)
}

/// Whether the trigger only puts something forward, so that the noun tells what: `offered five guarantees`.
fn puts_only(view: &View<'_>, site: &Site) -> bool {
    matches!(
        view.lemma(site.trigger.start),
        "offer" | "outline" | "introduce" | "unveil" | "float" | "draft"
    )
}

/// Triggers in the sentences of a list have told all they have to tell.
fn take_inside(sites: &[Site], taken: &mut [bool], range: Range<usize>) {
    let from = sites.partition_point(|site| site.trigger.start < range.start);
    for (site, taken) in sites
        .iter()
        .zip(taken.iter_mut())
        .skip(from)
        .take_while(|(site, _)| site.trigger.start < range.end)
    {
        *taken |= range.contains(&site.trigger.start);
    }
}

/// `First, the port should buy cranes. Second, it should dredge the basin.`
fn told_in_sentences(view: &View<'_>, sites: &[Site], taken: &mut [bool]) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut next = 0;
    for number in 0..view.tokens.sentences.len() {
        let Some(sentence) = view
            .nth_sentence(number)
            .filter(|sentence| sentence.start >= next && sentence.start < sentence.end)
        else {
            continue;
        };
        if !spread::opens(view, &sentence) {
            continue;
        }
        let items = spread::sentences(view, sentence.start);
        let (Some(first), Some(last)) = (items.first().cloned(), items.last().cloned()) else {
            continue;
        };
        let near = within(sites, &sentence);
        let site = near
            .clone()
            .find(|&index| !taken[index])
            .map(|index| sites[index].clone());
        if let Some(site) = site.filter(|_| items.len() > 1) {
            take_inside(sites, taken, sentence.start..last.end);
            next = last.end;
            drafts.push(Draft {
                site: Site {
                    subject: None,
                    addressee: site.addressee.clone(),
                    ..site
                },
                range: first.start..last.end,
                items,
                stated: None,
            });
        }
    }
    drafts
}

/// `..., the two planks of its campaign`: the count of the list before it.
fn counted_before(view: &View<'_>, list: &Announced, sites: &[Site], taken: &mut [bool]) -> Option<Draft> {
    let stated = list.stated?;
    let sentence = view.sentence_range(list.phrase.start);
    let near = within(sites, &sentence);
    let before = near
        .clone()
        .rev()
        .find(|&index| sites[index].start < list.phrase.start);
    let index = before.or_else(|| near.clone().next())?;
    let site = &sites[index];
    let wanted = Wanted {
        stated: Some(stated),
        base: site.slot == Slot::Verb,
        ..Wanted::default()
    };
    let end = if before.is_some() {
        list.phrase.start
    } else {
        site.limit
    };
    let cut = cut::cut(view, site.start..ends::trim(view, site.start, end), wanted)?;
    let fewer = before.is_none() && cut.items.len() < stated as usize;
    if cut.items.len() != stated as usize && !fewer || taken[index] {
        return None;
    }
    taken[index] = true;
    let range = cut.items[0].start..cut.items[cut.items.len() - 1].end;
    Some(Draft {
        site: site.clone(),
        range,
        items: cut.items,
        stated: Some(stated),
    })
}

/// Whether a list without a trigger is one of proposals: by its noun, or by the verb that puts it forward.
fn stands_alone(view: &View<'_>, list: &Announced) -> bool {
    let verb = governing_verb(view, list);
    let ahead = list
        .items
        .first()
        .is_some_and(|item| item.start < list.phrase.start);
    let done = !ahead && verb.is_some_and(|at| List::DoneVerb.has(view.lemma(at)));
    let put = verb.is_some_and(|at| List::PutVerb.has(view.lemma(at)));
    !done && (list.kind.is_some() || put)
}

/// The verb beside the announcing phrase: before it in its sentence, else after it.
fn governing_verb(view: &View<'_>, list: &Announced) -> Option<usize> {
    let sentence = view.sentence_range(list.phrase.start);
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

/// Whether the sentence speaks of a plan or a law: `under the scheme, pupils would learn two languages and ...`.
fn has_measure(view: &View<'_>, site: &Site) -> bool {
    let sentence = view.sentence_range(site.trigger.start);
    (sentence.start..site.trigger.start).any(|at| List::MeasureNoun.has_noun(view.form(at)))
}

/// Scores below these leave a stretch in one piece.
const LEAST_VERBS: i32 = 8;
const LEAST_PHRASES: i32 = 9;

fn from_site(view: &View<'_>, site: &Site) -> Option<Draft> {
    if site.start >= site.limit {
        return bulleted(view, site);
    }
    let wanted = Wanted {
        base: site.slot == Slot::Verb,
        ..Wanted::default()
    };
    let list = cut::cut(view, site.start..site.limit, wanted);
    let list = list
        .filter(|list| list.score >= LEAST_VERBS)
        .or_else(|| verbs_of_clause(view, site));
    let list = list.filter(|list| !site.only_list || list.items.len() > 2 || has_measure(view, site));
    let least = if site.slot == Slot::Phrase {
        LEAST_PHRASES
    } else {
        LEAST_VERBS
    };
    let opening = site.subject.unwrap_or(site.start);
    if let Some(list) = list.filter(|list| list.score >= least) {
        let range = opening..list.items[list.items.len() - 1].end;
        return Some(Draft {
            site: mixed(view, site, &list.items),
            range,
            items: list.items,
            stated: None,
        });
    }
    if site.only_list {
        return None;
    }
    let end = ends::action_end(view, site.start, site.limit);
    (opening < end).then(|| Draft {
        site: site.clone(),
        range: opening..end,
        items: Vec::new(),
        stated: None,
    })
}

/// `that both coasts form a patrol, share reports and meet`: the actions of one subject in a clause.
fn verbs_of_clause(view: &View<'_>, site: &Site) -> Option<Cut> {
    if site.slot != Slot::Clause {
        return None;
    }
    let range = site.start + 1..site.limit;
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
    cut::cut(view, start..site.limit, wanted)
}

/// A call to stop one thing and to do others is a call.
fn mixed(view: &View<'_>, site: &Site, items: &[Range<usize>]) -> Site {
    let stops = |item: &Range<usize>| sites::stops(view, item.start);
    let only_stops = items.iter().all(stops);
    let by_stop = site.kind == ProposalKind::Opposition
        && items.iter().any(stops)
        && site.slot == Slot::Verb
        && view.class(site.start.saturating_sub(2)) != WordClass::Negation;
    let kind = if by_stop && !only_stops {
        ProposalKind::Call
    } else {
        site.kind
    };
    Site { kind, ..site.clone() }
}

/// `is asking for:` and bullets after it.
fn bulleted(view: &View<'_>, site: &Site) -> Option<Draft> {
    let sentence = view.sentence_range(site.trigger.start);
    let items = spread::blocks(view, sentence.end);
    let range = items.first()?.start..items.last()?.end;
    (items.len() > 1).then(|| Draft {
        site: site.clone(),
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
            outer.range.contains(&draft.site.trigger.start)
                && outer.range.end >= draft.range.end
                && outer.site.trigger.start < draft.site.trigger.start
        };
        let rejects = |outer: &Draft| {
            outer.site.kind == ProposalKind::Opposition
                && outer.site.slot == Slot::Phrase
                && draft.site.slot == Slot::Verb
        };
        let from = kept.len().saturating_sub(NESTING_REACH);
        let outer = kept[from..].iter_mut().rev().find(|outer| holds(outer));
        let nested = outer.is_some_and(|outer| {
            // `rejected a request to open the archive`: a call and its rejection, the same action
            let rejected = rejects(outer);
            let noun = draft.site.trigger.end == draft.site.trigger.start + 1
                && draft.site.trigger.start <= outer.range.start + REQUEST_REACH;
            if rejected && noun && outer.items.is_empty() {
                outer.range = draft.range.clone();
            }
            !rejected
        });
        let again = kept[from..].iter().any(|other| {
            other.range == draft.range
                && (other.site.kind == ProposalKind::Opposition)
                    == (draft.site.kind == ProposalKind::Opposition)
        });
        if !nested && !again {
            kept.push(draft);
        }
    }
    *drafts = kept;
}

/// The noun of a rejected request stands so near the opening of its phrase.
const REQUEST_REACH: usize = 3;

/// Only so many proposals before are looked at: spans that long hold no more.
const NESTING_REACH: usize = 8;

/// Commands in sentences that follow each other within one quotation are one proposal with items.
fn join_commands(view: &View<'_>, drafts: &mut Vec<Draft>) {
    let mut joined: Vec<Draft> = Vec::new();
    for draft in drafts.drain(..) {
        let commands = |draft: &Draft| {
            draft.site.trigger.end > draft.site.start
                && draft.items.len() != 1
                && draft.site.subject.is_none()
                && draft.site.slot == Slot::Verb
                && draft.site.trigger.start == draft.range.start
        };
        if let Some(last) = joined.last_mut() {
            let number = |at: usize| view.tokens.list.get(at).map_or(0, |token| token.sentence);
            let follows = number(draft.range.start) == number(last.range.end - 1) + 1
                && view.marked(draft.range.start) == view.marked(last.range.start);
            let alike = commands(last) && commands(&draft) && last.site.kind == draft.site.kind;
            if follows && alike {
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
