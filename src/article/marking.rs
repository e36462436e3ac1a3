//! What a selection in the article is marked as: by a small toolbar below it, or by a key.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use lectern_core::article::{Mention, ProposalId, Span};
use lectern_core::corrections::{Correction, Mark as Subject, Whom};
use lectern_core::text::order;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::place;
use crate::context::{Hand, use_hand, use_strings};
use crate::state::reading::tidy;
use crate::state::view::Chosen;
use crate::state::{Mark, Reading, ViewAction, correct};
use crate::strings::Key;

/// What selected words can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum As {
    /// Something said.
    Quotation,
    /// Something wanted.
    Proposal,
    /// Who says or wants the mark in hand, or a speaker who was missed.
    Speaker,
    /// Who is to act, of the proposal in hand.
    Addressee,
    /// One of the actions of the proposal in hand.
    Item,
}

/// Marks what is selected; false when nothing is.
pub fn mark(hand: &Hand, reading: &Reading, what: As) -> bool {
    let Some(spans) = place::selected(reading) else {
        return false;
    };
    place::deselect();
    let in_hand = hand.view.focus.map(|focus| focus.mark);
    match (what, in_hand) {
        (As::Quotation | As::Proposal, _) => add(hand, reading, &spans, what == As::Proposal),
        (As::Addressee, Some(Mark::Proposal(id))) => {
            hand.correct([correct::set_addressee(reading, id, spans.first().copied())]);
        }
        (As::Item, Some(Mark::Proposal(id))) => {
            hand.correct(item(reading, id, spans[0]));
        }
        (As::Addressee | As::Item, _) => return false,
        (As::Speaker, in_hand) => {
            let subject = in_hand.map(|mark| correct::subject(reading, mark));
            hand.correct(speaker(reading, spans[0], subject));
        }
    }
    true
}

/// Adds a mark and opens it for its speaker; one that is there already is opened.
fn add(hand: &Hand, reading: &Reading, spans: &[Span], wanted: bool) {
    let spans = if wanted { &spans[..1] } else { spans };
    let same = |reading: &Reading| {
        let is_same =
            |mark: &Mark| matches!(mark, Mark::Proposal(_)) == wanted && reading.spans(*mark) == spans;
        reading.marks.iter().copied().find(is_same)
    };
    let there = same(reading);
    let added = there.or_else(|| same(&hand.correct(correct::add(reading, spans, wanted))?));
    if let Some(mark) = added {
        hand.view.dispatch(ViewAction::Focus(mark, Chosen::Elsewhere));
        hand.view.dispatch(ViewAction::Mend(there.is_none()));
    }
}

/// Whom the words mean: who is meant there already, or else a new speaker of this name, who gets `subject` if there is one.
fn speaker(reading: &Reading, span: Span, subject: Option<Subject>) -> Vec<Correction> {
    let anchor = reading.anchor(span);
    let is_there = |mention: &&Mention| mention.span.overlaps(span) && mention.referent.speaker().is_some();
    let mut all = Vec::new();
    let whom = if reading.article.mentions.iter().any(|mention| is_there(&mention)) {
        Whom::Mentioned(anchor)
    } else {
        let whom = Whom::Called(tidy(reading.text(span)));
        all.push(Correction::SetMention {
            mention: anchor,
            speaker: whom.clone(),
        });
        whom
    };
    all.extend(subject.map(|mark| Correction::SetSpeaker { mark, speaker: whom }));
    all
}

/// The words as an item of their own; what they lay over keeps the rest.
fn item(reading: &Reading, id: ProposalId, own: Span) -> Option<Correction> {
    let proposal = reading.proposal(id)?;
    let mut items = Vec::new();
    for &item in &proposal.items {
        let before = Span::new(item.start(), item.end().min(own.start()).max(item.start()));
        let after = Span::new(item.start().max(own.end()).min(item.end()), item.end());
        let text = &reading.article.source.text;
        let rest = [before, after].into_iter().filter(|rest| !rest.is_empty());
        items.extend(rest.filter_map(|rest| correct::snapped(text, rest, rest)));
    }
    items.push(own);
    order::by_key(&mut items, |item| *item);
    Some(correct::set_span(reading, id, proposal.span.cover(own), items))
}

/// How long a selection lies still before the toolbar comes, in milliseconds.
const STILL_MS: u32 = 250;

/// What the toolbar is given.
#[derive(Properties, PartialEq, Debug)]
pub struct Props {
    /// What is selected in.
    pub reading: Reading,
}

/// The toolbar; it takes neither the selection nor the focus.
#[component]
pub fn Tools(props: &Props) -> Html {
    let (hand, strings, node) = (use_hand(), use_strings(), use_node_ref());
    let is_selected = use_state_eq(|| false);
    {
        let is_selected = is_selected.clone();
        use_effect_with(props.reading.clone(), move |reading| {
            let (reading, mut still) = (reading.clone(), None::<Timeout>);
            let document = gloo::utils::document();
            let listener = EventListener::new(&document, "selectionchange", move |_| {
                still.take();
                if place::selected(&reading).is_none() {
                    return is_selected.set(false);
                }
                let (reading, is_selected) = (reading.clone(), is_selected.clone());
                still = Some(Timeout::new(STILL_MS, move || {
                    is_selected.set(place::selected(&reading).is_some());
                }));
            });
            move || drop(listener)
        });
    }
    {
        let node = node.clone();
        use_effect_with(*is_selected, move |_| {
            if let Some(tools) = node.cast::<HtmlElement>() {
                put(&tools);
            }
        });
    }
    if !*is_selected {
        return Html::default();
    }
    let is_proposal = hand
        .view
        .focus
        .is_some_and(|focus| matches!(focus.mark, Mark::Proposal(_)));
    let tools = [
        (As::Quotation, Key::MarkQuotation),
        (As::Proposal, Key::MarkProposal),
        (As::Speaker, Key::MarkSpeaker),
        (As::Addressee, Key::MarkAddressee),
        (As::Item, Key::MarkItem),
    ];
    let shown = tools.len() - if is_proposal { 0 } else { 2 };
    let keep = Callback::from(|event: PointerEvent| event.prevent_default());
    html! {
        <div ref={node} class="marking" role="toolbar" aria-label={strings.get(Key::MarkAs)} onpointerdown={keep}>
            { for tools.into_iter().take(shown).map(|(what, words)| {
                let (hand, reading) = (hand.clone(), props.reading.clone());
                let onclick = Callback::from(move |_: MouseEvent| {
                    mark(&hand, &reading, what);
                });
                html! { <button type="button" class="tool" key={what as usize} {onclick}>{ strings.get(words) }</button> }
            }) }
        </div>
    }
}

/// Puts the toolbar below the selection, inside the view.
fn put(tools: &HtmlElement) -> Option<()> {
    let window = gloo::utils::window();
    let range = window.get_selection().ok()??.get_range_at(0).ok()?;
    let (selected, size) = (range.get_bounding_client_rect(), tools.get_bounding_client_rect());
    let width = gloo::utils::document().document_element()?.client_width();
    let most = f64::from(width) - size.width() - GAP;
    let place = [
        (
            "left",
            selected.left().min(most).max(GAP) + window.scroll_x().ok()?,
        ),
        ("top", selected.bottom() + GAP + window.scroll_y().ok()?),
    ];
    for (side, at) in place {
        tools
            .style()
            .set_property(side, &format!("{}px", at as u32))
            .ok()?;
    }
    Some(())
}

/// Between the selection, the toolbar and the edge of the view, in pixels.
const GAP: f64 = 8.0;
