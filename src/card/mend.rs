//! The open card's form: kind, speaker, addressee, edges and items, each put right as soon as it is chosen.

use lectern_core::article::{Proposal, ProposalId, Span};
use lectern_core::corrections::Correction;
use web_sys::Element;
use yew::prelude::*;

use crate::context::{Hand, use_hand, use_strings};
use crate::dom;
use crate::parts::{Choice, Somebody, who_words};
use crate::state::reading::tidy;
use crate::state::view::Kind;
use crate::state::{Mark, Reading, ViewAction, correct};
use crate::strings::{Key, Strings};

/// What the form is given.
#[derive(Properties, PartialEq, Debug)]
pub(super) struct Props {
    /// The reading that the mark is of.
    pub reading: Reading,
    /// What is put right.
    pub mark: Mark,
}

/// The form.
#[component]
pub(super) fn Mend(props: &Props) -> Html {
    let (hand, strings, node) = (use_hand(), use_strings(), use_node_ref());
    let (reading, mark) = (&props.reading, props.mark);
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let form = node.cast::<Element>();
            if let Some(Ok(Some(first))) = form.map(|form| form.query_selector("select")) {
                dom::focus(&first);
            }
        });
    }
    let kinds: &'static [Kind] = match mark {
        Mark::Quotation(_) => &Kind::QUOTATIONS,
        Mark::Proposal(_) => &Kind::PROPOSALS,
    };
    let now = Kind::of(reading, mark);
    let kind = {
        let (hand, reading) = (hand.clone(), reading.clone());
        Callback::from(move |place: usize| {
            hand.correct(correct::set_kind(&reading, mark, kinds[place]));
        })
    };
    let speaker = {
        let (hand, reading) = (hand.clone(), reading.clone());
        Callback::from(move |speaker| {
            let mark = correct::subject(&reading, mark);
            hand.correct([Correction::SetSpeaker { mark, speaker }]);
        })
    };
    let said_by = match mark {
        Mark::Quotation(_) => Key::CardSpeaker,
        Mark::Proposal(_) => Key::CardProposer,
    };
    let proposal = match mark {
        Mark::Proposal(id) => reading.proposal(id).map(|proposal| (id, proposal)),
        Mark::Quotation(_) => None,
    };
    html! {
        <div ref={node} class="mend" role="group" aria-label={strings.get(Key::CardMend)}>
            <Choice label={strings.get(Key::KindsOne)} words={kinds.iter().map(|&kind| strings.name(kind)).collect::<Vec<_>>()}
                chosen={kinds.iter().position(|&kind| Some(kind) == now).unwrap_or_default()} choose={kind} />
            <Somebody reading={reading.clone()} label={strings.get(said_by)} now={reading.referent(mark).speaker()}
                otherwise={who_words(reading, mark, &strings)} choose={speaker} />
            if let Some((id, proposal)) = proposal {
                { addressee(&hand, reading, id, proposal, &strings) }
                { items(&hand, reading, id, proposal, &strings) }
            }
            { edges(&hand, reading, mark, &strings) }
        </div>
    }
}

/// Moves an edge of a mark by a word; false where there is no further one.
pub fn move_edge(hand: &Hand, reading: &Reading, mark: Mark, is_start: bool, later: bool) -> bool {
    let spans = reading.spans(mark);
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else {
        return false;
    };
    let at = if is_start { first.start() } else { last.end() };
    let within = reading.block_around(if is_start { at } else { at.saturating_sub(1) });
    let text = &reading.article.source.text;
    let moved = correct::next_edge(text, within, at, is_start, later)
        .and_then(|at| correct::set_edge(reading, mark, is_start, at));
    moved.map(|moved| hand.correct([moved])).is_some()
}

fn edges(hand: &Hand, reading: &Reading, mark: Mark, strings: &Strings) -> Html {
    let button = |is_start: bool, later: bool, words: Key| {
        let (hand, reading, words) = (hand.clone(), reading.clone(), strings.get(words));
        let onclick = Callback::from(move |_: MouseEvent| {
            move_edge(&hand, &reading, mark, is_start, later);
        });
        html! {
            <button type="button" class="tool" aria-label={words.clone()} title={words} {onclick}>{ if later { "→" } else { "←" } }</button>
        }
    };
    html! {
        <div class="field">
            <span>{ strings.get(Key::MendStart) }</span>
            <span class="pair">
                { button(true, false, Key::MendStartEarlier) }
                { button(true, true, Key::MendStartLater) }
            </span>
            <span>{ strings.get(Key::MendEnd) }</span>
            <span class="pair">
                { button(false, false, Key::MendEndEarlier) }
                { button(false, true, Key::MendEndLater) }
            </span>
        </div>
    }
}

/// Who is to act: any words for somebody in the same paragraph, or nobody in particular.
fn addressee(hand: &Hand, reading: &Reading, id: ProposalId, proposal: &Proposal, strings: &Strings) -> Html {
    let block = reading.block_around(proposal.span.start());
    let now = proposal.addressee.map(|addressee| addressee.span);
    let mut spans: Vec<Span> = now.into_iter().collect();
    let mentioned = reading.article.mentions.iter().map(|mention| mention.span);
    spans.extend(mentioned.filter(|span| block.contains(*span) && Some(*span) != now));
    let mut words = vec![strings.get(Key::MendNobodyElse)];
    words.extend(spans.iter().map(|&span| tidy(reading.text(span))));
    let (hand, reading) = (hand.clone(), reading.clone());
    let choose = Callback::from(move |place: usize| {
        let span = place.checked_sub(1).and_then(|place| spans.get(place)).copied();
        hand.correct([correct::set_addressee(&reading, id, span)]);
    });
    html! { <Choice label={strings.get(Key::CardAddressee)} {words} chosen={usize::from(now.is_some())} {choose} /> }
}

/// The items, each to be joined with the one after it or split before one of its words.
fn items(hand: &Hand, reading: &Reading, id: ProposalId, proposal: &Proposal, strings: &Strings) -> Html {
    let all = if proposal.items.is_empty() {
        vec![proposal.span]
    } else {
        proposal.items.clone()
    };
    let whole = proposal.span;
    let rows = all.iter().enumerate().map(|(place, &item)| {
        let join = all.get(place + 1).map(|&next| {
            let (hand, reading, mut joined) = (hand.clone(), reading.clone(), all.clone());
            joined[place] = item.cover(next);
            joined.remove(place + 1);
            let onclick = Callback::from(move |_: MouseEvent| {
                hand.correct([correct::set_span(&reading, id, whole, joined.clone())]);
            });
            html! { <button type="button" class="tool" {onclick}>{ strings.get(Key::MendJoin) }</button> }
        });
        let text = &reading.article.source.text;
        let mut starts = Vec::new();
        let mut at = item.start();
        while let Some(next) =
            correct::next_edge(text, item, at, true, true).filter(|_| starts.len() < MOST_WORDS)
        {
            starts.push(next);
            at = next;
        }
        let from = |&start: &u32| {
            tidy(Span::new(start, item.end()).text(text))
                .chars()
                .take(WORDS)
                .collect()
        };
        let mut words: Vec<String> = vec![strings.get(Key::MendSplitChoose)];
        words.extend(starts.iter().map(from));
        let (hand, reading, split) = (hand.clone(), reading.clone(), all.clone());
        let choose = Callback::from(move |chosen: usize| {
            let text = &reading.article.source.text;
            let Some(&start) = chosen.checked_sub(1).and_then(|chosen| starts.get(chosen)) else {
                return;
            };
            let before = Span::new(item.start(), start);
            let mut split = split.clone();
            split[place] = Span::new(start, item.end());
            let words = before
                .text(text)
                .trim_end_matches(|c: char| !c.is_alphanumeric())
                .len() as u32;
            split.insert(place, Span::new(item.start(), item.start() + words));
            hand.correct([correct::set_span(&reading, id, whole, split)]);
        });
        html! {
            <li key={place}>
                <Choice label={tidy(item.text(text))} {words} chosen={0} {choose} />
                { join.unwrap_or_default() }
            </li>
        }
    });
    html! { <ol class="mend-items" aria-label={strings.get(Key::MendItems)}>{ for rows }</ol> }
}

/// Words before which an item can be split, at most, and characters shown of what would follow.
const MOST_WORDS: usize = 60;
const WORDS: usize = 40;

/// What can be done with the mark: it is right, it is none, or it is put right.
pub(super) fn tools(hand: &Hand, reading: &Reading, mark: Mark, strings: &Strings) -> Html {
    let judge = |is_right: bool| {
        let (hand, reading) = (hand.clone(), reading.clone());
        Callback::from(move |_: MouseEvent| hand.judge(&reading, mark, is_right))
    };
    let none = match mark {
        Mark::Quotation(_) => Key::CardNoQuotation,
        Mark::Proposal(_) => Key::CardNoProposal,
    };
    let mending = hand.view.mending;
    let mend = {
        let view = hand.view.clone();
        Callback::from(move |_: MouseEvent| view.dispatch(ViewAction::Mend(!mending)))
    };
    html! {
        <>
            if reading.origin(mark).is_none() {
                <button type="button" class="tool" data-do="accept" onclick={judge(true)}>{ strings.get(Key::CardAccept) }</button>
            }
            <button type="button" class="tool" data-do="refuse" onclick={judge(false)}>{ strings.get(none) }</button>
            <button type="button" class="tool" data-do="mend" aria-expanded={mending.to_string()} onclick={mend}>
                { strings.get(Key::CardMend) }
            </button>
        </>
    }
}
