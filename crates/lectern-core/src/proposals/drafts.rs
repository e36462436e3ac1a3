//! From places where something is proposed to proposals with spans and items.

use super::ProposalKind;
use super::announced;
use super::cut::{self, Cut, Wanted};
use super::ends;
use super::governed::from_announced;
use super::modals;
use super::sites::{self, Site};
use super::spread;
use super::triggers::Slot;
use super::view::View;
use super::words::List;
use crate::order;
use crate::tokens::WordClass;
use rustc_hash::FxHashSet;
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
    order::by_key(&mut sites, |site| site.trigger.start);
    let announced = announced::find(view);
    let mut taken = vec![false; sites.len()];
    let mut drafts: Vec<Draft> = Vec::new();
    let mut lists = FxHashSet::default();
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
    order::by_key(&mut drafts, |draft| (draft.site.trigger.start, draft.range.start));
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

/// The places of the sites whose triggers lie in the range; they are in order.
pub(super) fn within(sites: &[Site], range: &Range<usize>) -> Range<usize> {
    let from = sites.partition_point(|site| site.trigger.start < range.start);
    let end = sites.partition_point(|site| site.trigger.start < range.end);
    from..end.max(from)
}

/// Triggers in the sentences of a list have told all they have to tell.
pub(super) fn take_inside(sites: &[Site], taken: &mut [bool], range: Range<usize>) {
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

/// Whether the sentence speaks of a plan or a law: `under the scheme, shops would close at six and ...`.
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

/// `that both towns dig a canal, share its cost and meet`: the actions of one subject in a clause.
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
