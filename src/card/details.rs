//! The open card: how the speaker was reached, the items, the reason, and what can be done with it.

use lectern_core::article::{MentionId, Proposal, Quotation, Referent};
use yew::prelude::*;

use super::Copy;
use super::made::made;
use super::mend::{self, Mend};
use crate::context::{Hand, ViewContext};
use crate::parts::{doubt_words, who};
use crate::state::view::Chosen;
use crate::state::{Mark, Reading, ViewAction};
use crate::strings::{Key, Strings};

/// Everything below a card's head.
pub(super) fn details(reading: &Reading, mark: Mark, strings: &Strings, hand: &Hand) -> Html {
    let view = &hand.view;
    let body = match mark {
        Mark::Quotation(id) => reading
            .quotation(id)
            .map(|quotation| of_quotation(reading, mark, quotation, strings)),
        Mark::Proposal(id) => reading
            .proposal(id)
            .map(|proposal| of_proposal(reading, mark, proposal, strings, view)),
    };
    let show = {
        let view = view.clone();
        Callback::from(move |_| view.dispatch(ViewAction::Focus(mark, Chosen::Elsewhere)))
    };
    html! {
        <>
            { body.unwrap_or_default() }
            if reading.origin(mark).is_some() {
                <dl class="facts">{ made(hand, reading, mark, strings) }</dl>
            }
            <div class="card-tools">
                { mend::tools(hand, reading, mark, strings) }
                <Copy reading={reading.clone()} marks={vec![mark]} words={strings.get(Key::CardCopy)} />
                <button type="button" class="tool" onclick={show}>{ strings.get(Key::CardShow) }</button>
            </div>
            if hand.view.mending {
                <Mend reading={reading.clone()} {mark} />
            }
        </>
    }
}

fn of_quotation(reading: &Reading, mark: Mark, quotation: &Quotation, strings: &Strings) -> Html {
    let why = match quotation.cue {
        Some(cue) => html! { strings.about(Key::WhyCue, reading.text(cue)) },
        None => html! { strings.get(Key::WhyMarks) },
    };
    html! {
        <dl class="facts">
            { speaker(reading, mark, strings) }
            { reached(reading, quotation, strings) }
            <div><dt>{ strings.get(Key::CardWhy) }</dt><dd>{ why }</dd></div>
            { check(reading, mark, strings) }
        </dl>
    }
}

fn of_proposal(
    reading: &Reading,
    mark: Mark,
    proposal: &Proposal,
    strings: &Strings,
    view: &ViewContext,
) -> Html {
    let inside = proposal.quotation.map(|id| {
        let view = view.clone();
        let open = Callback::from(move |_| view.dispatch(ViewAction::Focus(Mark::Quotation(id), Chosen::Elsewhere)));
        html! {
            <div>
                <dt>{ strings.get(Key::CardInside) }</dt>
                <dd><button type="button" class="link" onclick={open}>{ strings.get(Key::CardInsideOpen) }</button></dd>
            </div>
        }
    });
    html! {
        <>
            { items(reading, proposal, strings) }
            <dl class="facts">
                { speaker(reading, mark, strings) }
                if let Some(addressee) = proposal.addressee {
                    <div>
                        <dt>{ strings.get(Key::CardAddressee) }</dt>
                        <dd lang="en">{ reading.text(addressee.span) }</dd>
                    </div>
                }
                if let Some(trigger) = proposal.trigger {
                    <div>
                        <dt>{ strings.get(Key::CardWhy) }</dt>
                        <dd>{ strings.about(Key::WhyTrigger, reading.text(trigger)) }</dd>
                    </div>
                }
                { inside.unwrap_or_default() }
                { check(reading, mark, strings) }
            </dl>
        </>
    }
}

/// Why the mark is to be checked, if it is.
fn check(reading: &Reading, mark: Mark, strings: &Strings) -> Html {
    let Some(doubt) = reading.doubt(mark) else {
        return Html::default();
    };
    html! {
        <div class="to-check"><dt>{ strings.get(Key::CardSure) }</dt><dd>{ doubt_words(reading, mark, doubt, strings) }</dd></div>
    }
}

/// The items as a numbered list, with what was stated against what was found.
pub(super) fn items(reading: &Reading, proposal: &Proposal, strings: &Strings) -> Html {
    let found = proposal.items.len();
    let count = proposal.stated_count.map(|stated| {
        let differs = stated as usize != found;
        let words = strings.stated(stated, found);
        html! { <p class={classes!("count", differs.then_some("differs"))}>{ words }</p> }
    });
    html! {
        <>
            { count.unwrap_or_default() }
            if found > 0 {
                <ol class="items" lang="en">
                    { for proposal.items.iter().map(|&item| html! { <li>{ reading.text(item) }</li> }) }
                </ol>
            }
        </>
    }
}

fn speaker(reading: &Reading, mark: Mark, strings: &Strings) -> Html {
    let role = reading
        .referent(mark)
        .speaker()
        .and_then(|speaker| reading.article.speakers.get(speaker.0 as usize))
        .and_then(|speaker| speaker.role.clone());
    let said_by = match mark {
        Mark::Quotation(_) => Key::CardSpeaker,
        Mark::Proposal(_) => Key::CardProposer,
    };
    html! {
        <div>
            <dt>{ strings.get(said_by) }</dt>
            <dd>
                { who(reading, mark, strings) }
                if let Some(role) = role {
                    <span class="role" lang="en">{ role }</span>
                }
            </dd>
        </div>
    }
}

/// The chain from the words of the source to the speaker.
fn reached(reading: &Reading, quotation: &Quotation, strings: &Strings) -> Html {
    let Some(mention) = quotation
        .mention
        .and_then(|id| reading.article.mentions.get(id.0 as usize))
    else {
        return Html::default();
    };
    if mention.because.is_empty() && matches!(mention.referent, Referent::Named(_)) {
        return Html::default();
    }
    let quoted = |id: MentionId| {
        let span = reading
            .article
            .mentions
            .get(id.0 as usize)
            .map(|mention| mention.span);
        strings.about(Key::InMarks, span.map_or("", |span| reading.text(span)))
    };
    let steps = mention.because.iter().map(|step| {
        let to = step.mention.map(quoted);
        html! {
            <li>
                { strings.name(step.rule) }
                if let Some(to) = to {
                    <span class="step-to" lang="en">{ to }</span>
                }
            </li>
        }
    });
    html! {
        <div>
            <dt>{ strings.get(Key::CardReached) }</dt>
            <dd>
                <span lang="en">{ strings.about(Key::InMarks, reading.text(mention.span)) }</span>
                <ol class="steps">{ for steps }</ol>
            </dd>
        </div>
    }
}
