//! Fields by which things are put right: a choice of words, and of somebody.

use lectern_core::article::SpeakerId;
use lectern_core::corrections::Whom;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::context::use_strings;
use crate::state::{Reading, correct};
use crate::strings::Key;

/// What a choice is given.
#[derive(Properties, PartialEq, Debug)]
pub struct ChoiceProps {
    /// What it is called.
    pub label: String,
    /// What can be chosen.
    pub words: Vec<String>,
    /// The place of what holds now.
    pub chosen: usize,
    /// Told the place of what was chosen.
    pub choose: Callback<usize>,
}

/// A choice among words, with its label. It shows what holds, whatever was chosen before.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let node = use_node_ref();
    {
        let (node, chosen) = (node.clone(), props.chosen);
        use_effect(move || {
            if let Some(field) = node.cast::<HtmlSelectElement>() {
                field.set_selected_index(chosen as i32);
            }
        });
    }
    let onchange = {
        let (node, choose) = (node.clone(), props.choose.clone());
        Callback::from(move |_: Event| {
            let place = node
                .cast::<HtmlSelectElement>()
                .map(|field| field.selected_index());
            if let Some(place) = place.and_then(|place| usize::try_from(place).ok()) {
                choose.emit(place);
            }
        })
    };
    html! {
        <label class="field">
            <span>{ &props.label }</span>
            <select ref={node} class="tool" {onchange}>
                { for props.words.iter().map(|words| html! { <option>{ words }</option> }) }
            </select>
        </label>
    }
}

/// A line of text, with its label; tells what was written once that is done.
pub fn line(label: String, value: String, done: Callback<String>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let field = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field {
            done.emit(field.value().trim().to_owned());
        }
    });
    html! {
        <label class="field"><span>{ label }</span><input class="tool" lang="en" {value} {onchange} /></label>
    }
}

/// What the choice of somebody is given.
#[derive(Properties, PartialEq, Debug)]
pub struct Props {
    /// Whose speakers.
    pub reading: Reading,
    /// What the choice is called.
    pub label: String,
    /// Who it is now.
    pub now: Option<SpeakerId>,
    /// What to say in place of a name where it is not one speaker.
    pub otherwise: String,
    /// Whether it may be nobody, and somebody who is not in the list.
    #[prop_or(true)]
    pub any: bool,
    /// Told who was chosen.
    pub choose: Callback<Whom>,
}

/// Somebody from the list of speakers, nobody, or a new name.
#[component]
pub fn Somebody(props: &Props) -> Html {
    let strings = use_strings();
    let is_new = use_state_eq(|| false);
    let speakers = &props.reading.article.speakers;
    let count = speakers.len();
    // First what it is now, where that is no speaker: choosing it changes nothing.
    let first = usize::from(props.now.is_none());
    let mut words = vec![props.otherwise.clone(); first];
    words.extend(speakers.iter().map(|speaker| speaker.name.clone()));
    if props.any {
        words.extend([strings.get(Key::WhoNobody), strings.get(Key::MendNew)]);
    }
    let last = first + count;
    let chosen = match props.now {
        _ if *is_new => last + 1,
        now => now.map_or(0, |id| id.0 as usize),
    };
    let choose = {
        let (is_new, reading, choose) = (is_new.clone(), props.reading.clone(), props.choose.clone());
        Callback::from(move |place: usize| {
            is_new.set(place > last);
            if place == last {
                choose.emit(Whom::Nobody);
            } else if (first..last).contains(&place) {
                choose.emit(correct::called(&reading, SpeakerId((place - first) as u32)));
            }
        })
    };
    let named = {
        let (is_new, choose) = (is_new.clone(), props.choose.clone());
        Callback::from(move |name: String| {
            if !name.is_empty() {
                is_new.set(false);
                choose.emit(Whom::Called(name));
            }
        })
    };
    html! {
        <>
            <Choice label={props.label.clone()} {words} {chosen} {choose} />
            if *is_new {
                { line(strings.get(Key::MendName), String::new(), named) }
            }
        </>
    }
}
