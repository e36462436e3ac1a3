//! Two speakers side by side: what each says and wants, in the order of the article.

use lectern_core::article::SpeakerId;
use yew::prelude::*;

use crate::context::{use_strings, use_view};
use crate::parts::strip;
use crate::state::view::{Chosen, Dialog, Kind};
use crate::state::{Mark, Reading, ViewAction};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) reading: Reading,
}

/// The two that are chosen.
#[component]
pub(super) fn Compare(props: &Props) -> Html {
    let view = use_view();
    html! {
        <div class="sides">
            { for view.speakers.iter().map(|&speaker| html! {
                <Side key={speaker.0} reading={props.reading.clone()} {speaker} />
            }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SideProps {
    reading: Reading,
    speaker: SpeakerId,
}

#[component]
fn Side(props: &SideProps) -> Html {
    let (view, strings) = (use_view(), use_strings());
    let reading = &props.reading;
    let Some(speaker) = reading.article.speakers.get(props.speaker.0 as usize) else {
        return Html::default();
    };
    let own: Vec<Mark> = reading
        .marks
        .iter()
        .copied()
        .filter(|&mark| reading.referent(mark).speaker() == Some(props.speaker))
        .collect();
    let items = own.iter().map(|&mark| {
        let show = {
            let view = view.clone();
            Callback::from(move |_| {
                view.dispatch(ViewAction::Close(Dialog::Compare));
                view.dispatch(ViewAction::Focus(mark, Chosen::Elsewhere));
            })
        };
        let kind = Kind::of(reading, mark);
        html! {
            <li key={mark.key()}>
                <button type="button" class="side-mark" onclick={show}>
                    <span class={classes!("kind", kind.map(Kind::name))}>{ kind.map(|kind| strings.name(kind)).unwrap_or_default() }</span>
                    <span class="words" lang="en">{ reading.words(mark) }</span>
                </button>
            </li>
        }
    });
    html! {
        <section class="side" aria-label={speaker.name.clone()}>
            <h3 class="speaker-name" lang="en">{ &speaker.name }</h3>
            if let Some(role) = &speaker.role {
                <p class="speaker-role" lang="en">{ role }</p>
            }
            { strip(reading, own.iter().copied()) }
            <ol>{ for items }</ol>
        </section>
    }
}
