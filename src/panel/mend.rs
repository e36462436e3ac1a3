//! A speaker put right: name, role, kind, who is the same, and whom each mention means. All marks follow.

use lectern_core::article::{SpeakerId, SpeakerKind};
use lectern_core::corrections::{Correction, Whom};
use yew::prelude::*;

use super::speakers::RowProps;
use crate::context::{use_hand, use_strings};
use crate::parts::{Choice, Somebody, line};
use crate::state::reading::tidy;
use crate::state::{ViewAction, correct};
use crate::strings::{Fill, Key};

/// Mentions listed at most; who is named more often has them put right in the text.
const MENTIONS: usize = 60;

const KINDS: [SpeakerKind; 5] = [
    SpeakerKind::Person,
    SpeakerKind::Organization,
    SpeakerKind::Group,
    SpeakerKind::Document,
    SpeakerKind::Unnamed,
];

/// The form.
#[component]
pub(super) fn Mend(props: &RowProps) -> Html {
    let (hand, strings) = (use_hand(), use_strings());
    let (reading, id) = (&props.reading, props.speaker);
    let Some(speaker) = reading.article.speaker(id) else {
        return Html::default();
    };
    let whom = correct::called(reading, id);
    let make = |change: fn(Whom, String) -> Option<Correction>| {
        let (hand, whom) = (hand.clone(), whom.clone());
        Callback::from(move |words: String| {
            hand.correct(change(whom.clone(), words));
        })
    };
    let name = make(|speaker, name| (!name.is_empty()).then_some(Correction::Rename { speaker, name }));
    let role = make(|speaker, role| {
        let role = Some(role).filter(|role| !role.is_empty());
        Some(Correction::SetRole { speaker, role })
    });
    let kind = {
        let (hand, speaker) = (hand.clone(), whom.clone());
        Callback::from(move |place: usize| {
            let (speaker, kind) = (speaker.clone(), KINDS[place]);
            hand.correct([Correction::SetSpeakerKind { speaker, kind }]);
        })
    };
    let merge = {
        let (hand, speaker) = (hand.clone(), whom.clone());
        Callback::from(move |into: Whom| {
            if into == speaker {
                return;
            }
            let named = into.clone();
            let after = hand.correct([Correction::Merge {
                speaker: speaker.clone(),
                into,
            }]);
            // Who stays is read on.
            let speakers = after.iter().flat_map(|after| &after.article.speakers);
            let stays = speakers
                .map(|speaker| Whom::Called(speaker.name.clone()))
                .position(|other| other == named);
            if let Some(at) = stays {
                hand.view.dispatch(ViewAction::Solo(SpeakerId(at as u32)));
                hand.view.dispatch(ViewAction::Mend(true));
            }
        })
    };
    let mentions = reading.article.mentions.iter();
    let own = mentions
        .filter(|mention| mention.referent.speaker() == Some(id))
        .take(MENTIONS);
    let rows = own.enumerate().map(|(place, mention)| {
        let words = tidy(reading.text(mention.span));
        let (hand, anchor) = (hand.clone(), reading.anchor(mention.span));
        let choose = Callback::from(move |speaker: Whom| {
            let mention = anchor.clone();
            hand.correct([Correction::SetMention { mention, speaker }]);
        });
        html! {
            <li key={place}>
                <Somebody reading={reading.clone()} label={words} now={id} otherwise={String::new()} {choose} />
            </li>
        }
    });
    let was = reading.speaker_origin(id).map(|origin| {
        let before = origin.was.as_ref().and_then(|was| was.name.as_ref());
        let before = before.map(|name| strings.about(Key::MadeBefore, name));
        let made = match origin.was {
            None => Key::MadeAdded,
            Some(_) => Key::MadeChanged,
        };
        html! { <p class="list-note">{ strings.get(made) }{ " " }{ before }</p> }
    });
    html! {
        <div class="mend" role="group" aria-label={strings.with(Key::MendSpeaker, &[("name", Fill::Text(&speaker.name))])}>
            { was.unwrap_or_default() }
            { line(strings.get(Key::MendName), speaker.name.clone(), name) }
            { line(strings.get(Key::MendRole), speaker.role.clone().unwrap_or_default(), role) }
            <Choice label={strings.get(Key::KindsOne)} words={KINDS.iter().map(|&kind| strings.name(kind)).collect::<Vec<_>>()}
                chosen={KINDS.iter().position(|&kind| kind == speaker.kind).unwrap_or_default()} choose={kind} />
            <Somebody reading={reading.clone()} label={strings.get(Key::MendSame)} now={None::<SpeakerId>} otherwise={String::from("–")}
                any={false} choose={merge} />
            <p class="list-note">{ strings.get(Key::MendMentions) }</p>
            <ol class="mend-items">{ for rows }</ol>
        </div>
    }
}
