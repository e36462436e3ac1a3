//! Plain sentences above the article: what happened to the text, and what can be done.

use gloo::timers::callback::Timeout;
use lectern_core::article::{BlockKind, NoteKind};
use lectern_core::input::Strength;
use lectern_core::text::Packed;
use lectern_core::text::encoding::Encoding;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::bookmarklet::Bookmarklet;
use crate::context::{WorkContext, use_is_whole, use_strings, use_view, use_work};
use crate::dom;
use crate::input;
use crate::parts::{left_out_words, legend, refusal_words, shown_words};
use crate::state::document::{Bytes, Origin};
use crate::state::view::{Dialog, Tab};
use crate::state::work::{Broken, Phase, Trouble};
use crate::state::{Mark, Reading, ViewAction, Work, WorkAction};
use crate::strings::{Key, Strings};

/// The receipt of cleaning, the shelf, and whatever is wrong with the text.
#[component]
pub(super) fn Notices() -> Html {
    let (work, view, strings, is_whole) = (use_work(), use_view(), use_strings(), use_is_whole());
    let beside = Callback::from(move |_: MouseEvent| view.dispatch(ViewAction::Show(Dialog::Agreement)));
    let broken = match work.phase {
        Phase::Failed(_, Broken::Off) => Some(Key::NoteStopped),
        Phase::Failed(_, Broken::Cancelled) => Some(Key::NoteCancelled),
        _ => None,
    };
    let again = {
        let work = work.clone();
        Callback::from(move |_| work.dispatch(WorkAction::Again))
    };
    let read = match &work.phase {
        Phase::Read(reading) => Some(reading),
        _ => None,
    };
    let packed = work.open.as_ref().and_then(|open| open.bytes.as_ref());
    let packed = packed.and_then(|bytes| Packed::of(&bytes.content));
    let trouble = match packed {
        Some(Packed::Pdf) => Some(Key::NotePdf),
        Some(Packed::Office) => Some(Key::NoteOffice),
        None => read.and_then(trouble),
    };
    html! {
        <div class="notices">
            if is_whole {
                <Shelf />
            }
            if matches!(work.phase, Phase::Reading(_)) {
                <Waiting key={work.turn} />
            }
            if let Some(words) = broken {
                <div class="notice" role="alert">
                    <p>{ strings.get(words) }</p>
                    <button type="button" class="tool" onclick={again}>{ strings.get(Key::TryAgain) }</button>
                </div>
            }
            if let Some(words) = trouble {
                <div class="notice" role="status"><p>{ strings.get(words) }</p></div>
                if is_whole && words == Key::NoteAddress {
                    <Bookmarklet />
                }
            }
            <div class="came">
                { came(&work, &strings) }
                if work.open.as_ref().is_some_and(|open| open.given(&work.overrides).is_some()) {
                    <button type="button" class="tool" id="agree" onclick={beside}>{ strings.get(Key::AgreeOpen) }</button>
                }
            </div>
            if work.trouble == Some(Trouble::NotKept) {
                <p class="receipt" role="status">{ strings.get(Key::NoteNotKept) }</p>
            }
            <Decoding />
            <Length />
            if let Some(reading) = read {
                if is_whole {
                    <Filtered reading={reading.clone()} />
                }
                <Receipt reading={reading.clone()} />
                if !reading.marks.is_empty() {
                    <details class="legend-fold">
                        <summary>{ strings.get(Key::SampleLegend) }</summary>
                        { legend(&strings) }
                    </details>
                }
            }
        </div>
    }
}

/// Where the article came from when somebody else sent it, and why something else did not come. In an element that
/// always stands: what comes and goes before the receipt would be put where that was.
fn came(work: &Work, strings: &Strings) -> Html {
    let sender = match work.open.as_ref().map(|open| &open.from) {
        Some(Origin::Page(origin)) => Some(strings.about(Key::SentBy, origin)),
        Some(Origin::Link) => Some(strings.get(Key::CameByLink)),
        _ => None,
    };
    html! {
        <>
            if let Some(words) = sender {
                <p class="receipt" id="sender">{ words }</p>
            }
            if let Some(Trouble::Refused(why)) = work.trouble {
                <div class="notice" role="alert" id="refused"><p>{ refusal_words(why, strings) }</p></div>
            }
            if let Some(Trouble::LeftOut(what)) = work.trouble {
                <p class="receipt" role="status" id="left-out">{ left_out_words(what, strings) }</p>
            }
        </>
    }
}

/// How long a reading may take before it is worth a word, in milliseconds.
const WORTH_A_WORD_MS: u32 = 1_000;

/// For a reading that takes long: that it goes on, and a way not to wait for it.
#[component]
fn Waiting() -> Html {
    let (work, strings) = (use_work(), use_strings());
    let is_long = use_state_eq(|| false);
    {
        let is_long = is_long.clone();
        use_effect_with((), move |()| {
            let later = Timeout::new(WORTH_A_WORD_MS, move || is_long.set(true));
            move || drop(later)
        });
    }
    if !*is_long {
        return Html::default();
    }
    let words = strings.get(Key::StatusReading);
    let cancel = Callback::from(move |_| work.dispatch(WorkAction::Cancel));
    html! {
        <div class="notice waiting">
            <p>{ &words }<progress aria-label={words.clone()} /></p>
            <button type="button" class="tool" id="cancel" onclick={cancel}>{ strings.get(Key::Cancel) }</button>
        </div>
    }
}

/// For a file with characters that could not be decoded: how many, and other encodings to try.
#[component]
fn Decoding() -> Html {
    let (work, strings, is_whole) = (use_work(), use_strings(), use_is_whole());
    match work.open.as_ref().and_then(|open| open.bytes.as_ref()) {
        Some(bytes) if is_whole && (bytes.encoding != Encoding::Utf8 || bytes.undecodable > 0) => {
            other_encodings(&work, &strings, bytes)
        }
        _ => Html::default(),
    }
}

// It comes late, which a part of another function can't.
#[inline(never)]
fn other_encodings(work: &WorkContext, strings: &Strings, bytes: &Bytes) -> Html {
    let onchange = {
        let work = work.clone();
        Callback::from(move |event: Event| {
            let chosen = dom::chosen(&event)
                .and_then(|label| ENCODINGS.into_iter().find(|encoding| encoding.label() == label));
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
        strings.count(Key::NoteUndecodable, bytes.undecodable)
    } else {
        strings.get(Key::NoteEncoding)
    };
    html! {
        <div class="notice" role="status">
            <p>{ words }</p>
            <select class="tool" id="encoding" aria-label={strings.get(Key::EncodingLabel)} {onchange}>
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
    let read = work.open.as_ref().map_or(0, |open| open.input.text.len());
    let share = (100 * read / whole.text.len().max(1)).clamp(1, 99);
    let all = {
        let work = work.clone();
        Callback::from(move |_| work.dispatch(WorkAction::Whole))
    };
    html! {
        <div class="notice" role="status">
            <p>{ strings.count(Key::NoteLong, share) }</p>
            <button type="button" class="tool" id="whole" onclick={all}>{ strings.get(Key::ReadWhole) }</button>
        </div>
    }
}

/// The sentence for a text that is not a story in English, or in which nothing was found.
fn trouble(reading: &Reading) -> Option<Key> {
    let words = reading.article.notes.iter().find_map(|note| match note.kind {
        NoteKind::Empty => Some(Key::NoteEmpty),
        NoteKind::OnlyAddress => Some(Key::NoteAddress),
        NoteKind::Binary => Some(Key::NoteBinary),
        NoteKind::Packed => Some(Key::NoteOffice),
        NoteKind::OtherLanguage => Some(Key::NoteLanguage),
        NoteKind::OnlyClutter => Some(Key::NoteClutter),
        NoteKind::TooLong => Some(Key::NoteCut),
        // of single places, such as a mark that never closes
        _ => None,
    });
    words.or_else(|| (reading.marks.is_empty() && reading.cast.is_empty()).then_some(Key::NoteNothing))
}

#[derive(Properties, PartialEq)]
struct ReceiptProps {
    reading: Reading,
}

/// One line: how much was taken out, with a way to see it and a way back.
#[component]
fn Receipt(props: &ReceiptProps) -> Html {
    let (work, view, strings) = (use_work(), use_view(), use_strings());
    let removed = &props.reading.removed;
    let is_clutter =
        |&&block: &&usize| matches!(props.reading.article.blocks[block].kind, BlockKind::Clutter(_));
    if removed.iter().find(is_clutter).is_none() {
        return Html::default();
    }
    let show = Callback::from(move |_| view.dispatch(ViewAction::Open(Tab::Removed)));
    let back = Callback::from(move |_| work.dispatch(WorkAction::Strength(Strength::KeepAll)));
    html! {
        <p class="receipt">
            <span>{ strings.count(Key::Receipt, removed.len()) }</span>
            <button type="button" class="link" onclick={show}>{ strings.get(Key::ReceiptShow) }</button>
            <button type="button" class="link" onclick={back}>{ strings.get(Key::ReceiptUndo) }</button>
        </p>
    }
}

/// One line while a filter hides marks: how many are left, with a way back to all of them.
#[component]
fn Filtered(props: &ReceiptProps) -> Html {
    let (view, strings) = (use_view(), use_strings());
    let reading = &props.reading;
    if view.hidden.is_empty() && view.speakers.is_empty() {
        return Html::default();
    }
    let wanted = |&mark: &Mark| view.wants(reading, mark);
    let words = shown_words(reading, &view, wanted, &strings);
    let all = Callback::from(move |_| view.dispatch(ViewAction::All));
    html! {
        <p class="receipt" id="filtered">
            <span>{ words }</span>
            <button type="button" class="link" onclick={all}>{ strings.get(Key::FilterClear) }</button>
        </p>
    }
}

/// Articles that came in together.
#[component]
fn Shelf() -> Html {
    let (work, view, strings) = (use_work(), use_view(), use_strings());
    if work.shelf.len() < 2 {
        return Html::default();
    }
    let table = Callback::from(move |_| view.dispatch(ViewAction::Show(Dialog::Shelf)));
    html! {
        <div>
        <nav class="shelf" aria-label={strings.get(Key::ShelfLabel)}>
            { for work.shelf.iter().enumerate().map(|(place, document)| {
                let open = work.open.as_ref().is_some_and(|open| open.key == document.key);
                let onclick = {
                    let work = work.clone();
                    Callback::from(move |_| work.dispatch(WorkAction::Take(place, None)))
                };
                html! {
                    <button type="button" key={place} class="quiet" aria-current={open.then_some("true")} {onclick}>
                        { document.title() }
                    </button>
                }
            }) }
        </nav>
        <button type="button" class="tool" id="shelf-table" onclick={table}>{ strings.get(Key::ShelfTable) }</button>
        </div>
    }
}
