//! Who made a mark as it stands, and what the machine had.

use lectern_core::article::Span;
use yew::prelude::*;

use crate::context::Hand;
use crate::state::reading::tidy;
use crate::state::view::Kind;
use crate::state::{Mark, Reading, WorkAction, correct};
use crate::strings::{Key, Strings};

/// A line for a mark that a person has touched, with the way back.
pub(super) fn made(hand: &Hand, reading: &Reading, mark: Mark, strings: &Strings) -> Html {
    let Some(origin) = reading.origin(mark) else {
        return Html::default();
    };
    let texts = |spans: &Vec<Span>| {
        let words: Vec<String> = spans.iter().map(|&span| tidy(reading.text(span))).collect();
        strings.about(Key::InMarks, &words.join(" … "))
    };
    let named = |names: &Vec<String>| match &names[..] {
        [] => strings.get(Key::WhoNobody),
        names => names.join(&strings.get(Key::ListOr)),
    };
    let was = origin.was.as_ref();
    let kind = was.and_then(|was| {
        let form = was.form.map(Kind::Quotation);
        form.or(was.kind.map(Kind::Proposal))
    });
    let before: Vec<String> = [
        kind.map(|kind| strings.name(kind)),
        was.and_then(|was| was.speaker.as_ref()).map(named),
        was.and_then(|was| was.content.as_ref()).map(texts),
        was.and_then(|was| was.items.as_ref())
            .filter(|items| !items.is_empty())
            .map(texts),
        was.and_then(|was| was.addressee.as_ref()).map(|spans| {
            let words = if spans.is_empty() {
                strings.get(Key::MendNobodyElse)
            } else {
                texts(spans)
            };
            format!("{} {words}", strings.get(Key::CardAddressee))
        }),
    ]
    .into_iter()
    .flatten()
    .collect();
    let words = match was {
        None => Key::MadeAdded,
        Some(_) if before.is_empty() => Key::MadeAccepted,
        Some(_) => Key::MadeChanged,
    };
    let back = {
        let (hand, reading) = (hand.clone(), reading.clone());
        Callback::from(move |_: MouseEvent| {
            let rest = correct::put_back(&reading, &hand.work.corrections, mark);
            hand.act(WorkAction::Correct(rest));
        })
    };
    html! {
        <div class="made">
            <dt>{ strings.get(words) }</dt>
            <dd>
                if !before.is_empty() {
                    { strings.about(Key::MadeBefore, &before.join(" · ")) }
                }
                if was.is_some() {
                    <button type="button" class="link" data-do="back" onclick={back}>{ strings.get(Key::RemovedBack) }</button>
                }
            </dd>
        </div>
    }
}
