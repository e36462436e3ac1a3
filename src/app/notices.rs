//! Plain sentences above the article: what happened to the text, and what can be done.

use lectern_core::article::{BlockKind, NoteKind};
use lectern_core::input::Strength;
use lectern_core::text::encoding::Encoding;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::bookmarklet::Bookmarklet;
use super::{use_strings, use_view, use_work};
use crate::input;
use crate::state::view::Tab;
use crate::state::work::{From, Phase};
use crate::state::{Reading, ViewAction, WorkAction};
use crate::strings::{Fill, Strings};

/// The receipt of cleaning, the shelf, and whatever is wrong with the text.
#[component]
pub(super) fn Notices() -> Html {
    let (work, strings) = (use_work(), use_strings());
    let stopped = matches!(work.phase, Phase::Failed(_));
    let again = {
        let work = work.clone();
        Callback::from(move |_| work.dispatch(WorkAction::Again))
    };
    let read = match &work.phase {
        Phase::Read(reading) => Some(reading),
        _ => None,
    };
    html! {
        <div class="notices">
            <Shelf />
            if stopped {
                <div class="notice" role="alert">
                    <p>{ strings.get("note-stopped") }</p>
                    <button type="button" class="tool" onclick={again}>{ strings.get("try-again") }</button>
                </div>
            }
            if let Some(words) = read.and_then(trouble) {
                <div class="notice" role="status"><p>{ strings.get(words) }</p></div>
                if words == "note-address" {
                    <Bookmarklet />
                }
            }
            if let Some(From::Page(origin)) = work.open.as_ref().map(|open| &open.from) {
                <p class="receipt" id="sender">{ strings.about("sent-by", origin) }</p>
            }
            <Decoding />
            <Length />
            if let Some(reading) = read {
                <Receipt reading={reading.clone()} />
            }
        </div>
    }
}

/// For a file with characters that could not be decoded: how many, and other encodings to try.
#[component]
fn Decoding() -> Html {
    let (work, strings) = (use_work(), use_strings());
    let Some(bytes) = work.open.as_ref().and_then(|open| open.bytes.as_ref()) else {
        return Html::default();
    };
    if bytes.encoding == Encoding::Utf8 && bytes.undecodable == 0 {
        return Html::default();
    }
    let onchange = {
        let work = work.clone();
        Callback::from(move |event: Event| {
            let field = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let chosen = field.and_then(|field| {
                let label = field.value();
                ENCODINGS.into_iter().find(|encoding| encoding.label() == label)
            });
            let (Some(encoding), Some(open)) = (chosen, work.open.clone()) else {
                return;
            };
            let dispatcher = work.dispatcher();
            spawn_local(async move {
                if let Some(document) = input::decoded_as(&open, encoding).await {
                    dispatcher.dispatch(WorkAction::Recode(document.into()));
                }
            });
        })
    };
    let words = if bytes.undecodable > 0 {
        strings.count("note-undecodable", bytes.undecodable)
    } else {
        strings.get("note-encoding")
    };
    html! {
        <div class="notice" role="status">
            <p>{ words }</p>
            <select class="tool" id="encoding" aria-label={strings.get("encoding-label")} {onchange}>
                { for ENCODINGS.into_iter().map(|encoding| html! {
                    <option value={encoding.label()} selected={encoding == bytes.encoding}>{ encoding.label() }</option>
                }) }
            </select>
        </div>
    }
}

/// Encodings that a reader can choose from.
const ENCODINGS: [Encoding; 5] = [
    Encoding::Utf8,
    Encoding::Gb18030,
    Encoding::Windows1252,
    Encoding::Utf16Le,
    Encoding::Utf16Be,
];

/// For a very long text: how much was read, and the choice to read all of it.
#[component]
fn Length() -> Html {
    let (work, strings) = (use_work(), use_strings());
    let Some(whole) = work.open.as_ref().and_then(|open| open.whole.as_ref()) else {
        return Html::default();
    };
    let size = format!("{} MB", whole.text.len().div_ceil(1_000_000));
    let all = {
        let work = work.clone();
        Callback::from(move |_| work.dispatch(WorkAction::Whole))
    };
    html! {
        <div class="notice" role="status">
            <p>{ strings.about("note-long", &size) }</p>
            <button type="button" class="tool" id="whole" onclick={all}>{ strings.get("read-whole") }</button>
        </div>
    }
}

/// The sentence for a text that is not a story in English, or in which nothing was found.
fn trouble(reading: &Reading) -> Option<&'static str> {
    let words = reading.article.notes.iter().find_map(|note| match note.kind {
        NoteKind::Empty => Some("note-empty"),
        NoteKind::OnlyAddress => Some("note-address"),
        NoteKind::Binary => Some("note-binary"),
        NoteKind::OtherLanguage => Some("note-language"),
        NoteKind::OnlyClutter => Some("note-clutter"),
        NoteKind::TooLong => Some("note-cut"),
        NoteKind::UnclosedMark | NoteKind::CountDiffers => None,
    });
    words.or_else(|| (reading.marks.is_empty() && reading.cast.is_empty()).then_some("note-nothing"))
}

#[derive(Properties, PartialEq)]
struct ReceiptProps {
    reading: Reading,
}

/// One line: how much was taken out, with a way to see it and a way back.
#[component]
fn Receipt(props: &ReceiptProps) -> Html {
    let (work, view, strings) = (use_work(), use_view(), use_strings());
    let clutter = props
        .reading
        .article
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Clutter(_)))
        .count();
    if clutter == 0 {
        return Html::default();
    }
    let show = Callback::from(move |_| view.dispatch(ViewAction::Open(Tab::Removed)));
    let back = Callback::from(move |_| work.dispatch(WorkAction::Strength(Strength::KeepAll)));
    html! {
        <p class="receipt">
            <span>{ strings.count("receipt", clutter) }</span>
            <button type="button" class="link" onclick={show}>{ strings.get("receipt-show") }</button>
            <button type="button" class="link" onclick={back}>{ strings.get("receipt-undo") }</button>
        </p>
    }
}

/// Articles that came in together.
#[component]
fn Shelf() -> Html {
    let (work, strings) = (use_work(), use_strings());
    if work.shelf.len() < 2 {
        return Html::default();
    }
    html! {
        <nav class="shelf" aria-label={strings.get("shelf-label")}>
            { for work.shelf.iter().enumerate().map(|(place, document)| {
                let open = work.open.as_ref().is_some_and(|open| open.key == document.key);
                let onclick = {
                    let work = work.clone();
                    Callback::from(move |_| work.dispatch(WorkAction::Take(place)))
                };
                html! {
                    <button type="button" key={place} class="quiet" aria-current={open.then_some("true")} {onclick}>
                        { document.title() }
                    </button>
                }
            }) }
        </nav>
    }
}

/// Tells screen readers that a reading is there, and what it found.
#[component]
pub(super) fn Announcer() -> Html {
    let (work, strings) = (use_work(), use_strings());
    let words = match &work.phase {
        Phase::Empty | Phase::Failed(_) => String::new(),
        Phase::Reading(_) => strings.get("status-reading"),
        Phase::Read(reading) => found(reading, &strings),
    };
    html! { <p id="status" class="unseen" role="status">{ words }</p> }
}

fn found(reading: &Reading, strings: &Strings) -> String {
    strings.with(
        "status-read",
        &[
            ("quotations", Fill::Number(reading.article.quotations.len())),
            ("speakers", Fill::Number(reading.cast.len())),
            ("proposals", Fill::Number(reading.article.proposals.len())),
        ],
    )
}
