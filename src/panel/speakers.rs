//! Who speaks: each row is the filter for its speaker.

use lectern_core::article::SpeakerId;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::mend;
use super::pages::use_pages;
use super::props::Props;
use crate::card::{Card, Copy};
use crate::context::{use_is_whole, use_strings, use_view};
use crate::parts::{Orders, strip};
use crate::state::view::Dialog;
use crate::state::{Mark, Reading, ViewAction};
use crate::strings::Key;

/// Speakers from which they can be searched.
const MANY: usize = 12;

/// The list of speakers.
#[component]
pub(super) fn Speakers(props: &Props) -> Html {
    let view = use_view();
    let strings = use_strings();
    let reading = &props.reading;
    if reading.cast.is_empty() {
        return html! { <p class="none">{ strings.get(Key::NoneSpeakers) }</p> };
    }
    let everyone = {
        let view = view.clone();
        Callback::from(move |_| view.dispatch(ViewAction::Everyone))
    };
    let voices = {
        let view = view.clone();
        Callback::from(move |_| view.dispatch(ViewAction::Show(Dialog::VoiceMap)))
    };
    let room = {
        let view = view.clone();
        Callback::from(move |_| view.dispatch(ViewAction::Show(Dialog::Room)))
    };
    let oninput = {
        let view = view.clone();
        Callback::from(move |event: InputEvent| {
            let field = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(field) = field {
                view.dispatch(ViewAction::Search(field.value()));
            }
        })
    };
    let is_searched = reading.cast.len() > MANY;
    let called = |&&speaker: &&SpeakerId| !is_searched || reading.is_called(speaker, &view.search);
    let shown: Vec<SpeakerId> = view.cast(reading).iter().filter(called).copied().collect();
    let has_things = reading.cast.iter().any(|&id| reading.is_document_or_group(id));
    let alone = {
        let view = view.clone();
        Callback::from(move |_| view.dispatch(ViewAction::PeopleAlone(!view.people_alone)))
    };
    html! {
        <>
            if is_searched {
                <input type="search" class="search" id="search" placeholder={strings.get(Key::Search)}
                    aria-label={strings.get(Key::Search)} value={view.search.clone()} {oninput} />
            }
            if reading.cast.len() > 1 {
                <div class="list-tools">
                    <Orders />
                    if has_things {
                        <button type="button" class="quiet" id="people-alone" onclick={alone}>
                            { strings.get(if view.people_alone { Key::SpeakersThings } else { Key::SpeakersPeople }) }
                        </button>
                    }
                </div>
            }
            if shown.is_empty() {
                <p class="none">{ strings.get(Key::NoneMatch) }</p>
            }
            <ul class="speakers">
                { for shown.into_iter().map(|speaker| html! {
                    <Row key={speaker.0} reading={reading.clone()} {speaker} />
                }) }
            </ul>
            <div class="list-tools end">
                <button type="button" class="tool" onclick={voices}>{ strings.get(Key::VoicesOpen) }</button>
                <button type="button" class="tool" onclick={room}>{ strings.get(Key::Room) }</button>
                if !view.speakers.is_empty() {
                    <button type="button" class="tool" onclick={everyone}>{ strings.get(Key::SpeakersEveryone) }</button>
                }
            </div>
        </>
    }
}

/// What a speaker's parts are given.
#[derive(Properties, PartialEq, Debug)]
pub(super) struct RowProps {
    /// The reading that they speak in.
    pub reading: Reading,
    /// Who.
    pub speaker: SpeakerId,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let view = use_view();
    let strings = use_strings();
    let (reading, id) = (&props.reading, props.speaker);
    let (Some(speaker), Some(facts)) = (
        reading.article.speakers.get(id.0 as usize),
        reading.facts.get(id.0 as usize),
    ) else {
        return Html::default();
    };
    let chosen = view.speakers.contains(&id);
    let solo = {
        let view = view.clone();
        Callback::from(move |_| view.dispatch(ViewAction::Solo(id)))
    };
    let beside = {
        let view = view.clone();
        Callback::from(move |_| view.dispatch(ViewAction::Beside(id)))
    };
    let said = facts.quotations.iter().map(|&id| Mark::Quotation(id));
    let wanted = facts.proposals.iter().map(|&id| Mark::Proposal(id));
    let counts = strings.counts(facts.quotations.len(), facts.proposals.len());
    let share = match facts.share {
        0 => strings.get(Key::SpeakerShareLow),
        share => strings.count(Key::SpeakerShare, share),
    };
    html! {
        <li class="speaker" data-speaker={id.0.to_string()} data-kind={speaker.kind.name()}>
            <button type="button" class="speaker-row" aria-pressed={chosen.to_string()} onclick={solo}>
                <span class="speaker-name" lang="en">{ &speaker.name }</span>
                if facts.words > 0 {
                    <span class="speaker-share">{ share }</span>
                }
                if let Some(role) = &speaker.role {
                    <span class="speaker-role" lang="en">{ role }</span>
                }
                { strip(reading, said.chain(wanted)) }
                <span class="speaker-facts">
                    <span class="speaker-kind">{ strings.name(speaker.kind) }</span>
                    <span>{ counts }</span>
                </span>
            </button>
            if !chosen && view.speakers.len() == 1 {
                <button type="button" class="quiet beside" onclick={beside}>{ strings.get(Key::SpeakerCompare) }</button>
            }
            if chosen {
                <Own reading={reading.clone()} speaker={id} />
            }
        </li>
    }
}

/// The cards of one speaker, in text order.
#[component]
fn Own(props: &RowProps) -> Html {
    let (view, strings, is_whole) = (use_view(), use_strings(), use_is_whole());
    let own = use_memo((props.reading.clone(), props.speaker), |(reading, id)| {
        let owns = |mark: &Mark| reading.referent(*mark).speaker() == Some(*id);
        reading.marks.iter().copied().filter(owns).collect::<Vec<Mark>>()
    });
    let focus = view
        .focus
        .and_then(|focus| own.iter().position(|&mark| mark == focus.mark));
    let pages = use_pages(own.len(), focus);
    let is_mended = view.mending && view.focus.is_none();
    let mend = Callback::from(move |_: MouseEvent| view.dispatch(ViewAction::Mend(!is_mended)));
    let all = strings.about(Key::CopySpeaker, props.reading.name(props.speaker));
    html! {
        <>
            <div class="list-tools">
                if is_whole {
                    <Copy reading={props.reading.clone()} marks={(*own).clone()} words={all} />
                }
                <button type="button" class="tool" data-do="mend" aria-expanded={is_mended.to_string()} onclick={mend}>
                    { strings.get(Key::CardMend) }
                </button>
            </div>
            if is_whole && is_mended {
                <mend::Mend reading={props.reading.clone()} speaker={props.speaker} />
            }
            { pages.before }
            <ol class="cards">
                { for own[pages.shown].iter().map(|&mark| html! {
                    <Card key={mark.key()} reading={props.reading.clone()} {mark} named={false} />
                }) }
            </ol>
            { pages.after }
        </>
    }
}
