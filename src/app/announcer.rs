//! What screen readers are told: that a reading is there, which mark is in hand, what a filter, a search and a
//! density came to.

use lectern_core::corrections::Correction;
use yew::prelude::*;

use crate::context::{use_settings, use_strings, use_view, use_work};
use crate::parts::{doubt_words, shown_words, who_words};
use crate::state::view::{Chosen, Kind};
use crate::state::work::Phase;
use crate::state::{Mark, Reading};
use crate::strings::{Fill, Key, Strings};

/// The line that tells it; nothing to see.
#[component]
pub(super) fn Announcer() -> Html {
    let (work, view, settings, strings) = (use_work(), use_view(), use_settings(), use_strings());
    let told = use_state_eq(String::new);
    let reading = work.phase.reading().cloned();
    {
        let words = match &work.phase {
            Phase::Empty | Phase::Failed(..) => String::new(),
            Phase::Reading(_) => strings.get(Key::StatusReading),
            Phase::Read(reading) => found(reading, &strings),
        };
        let told = told.clone();
        use_effect_with(words, move |words| told.set(words.clone()));
    }
    {
        let (told, strings, reading) = (told.clone(), strings.clone(), reading.clone());
        use_effect_with(view.focus, move |focus| {
            let chosen = focus.filter(|focus| focus.origin != Chosen::Panel);
            if let (Some(focus), Some(reading)) = (chosen, reading) {
                told.set(in_hand(&reading, focus.mark, &strings));
            }
        });
    }
    {
        let (told, strings, before) = (told.clone(), strings.clone(), use_mut_ref(|| 0));
        let (corrections, reading) = (work.corrections.clone(), reading.clone());
        use_change(work.corrections.clone(), move || {
            let now = corrections.len();
            let is_more = now > before.replace(now);
            if let Some(reading) = reading {
                told.set(put_right(
                    corrections.iter().last().filter(|_| is_more),
                    &reading,
                    &strings,
                ));
            }
        });
    }
    {
        let filter = (view.speakers.clone(), view.hidden.clone(), view.search.clone());
        let (told, strings, view) = (told.clone(), strings.clone(), view.clone());
        use_change(filter, move || {
            if let Some(reading) = reading {
                let listed = |mark: &Mark| view.lists(&reading, *mark);
                told.set(shown_words(&reading, &view, listed, &strings));
            }
        });
    }
    {
        let (told, strings, density) = (told.clone(), strings.clone(), settings.density);
        use_change(density, move || {
            let name = strings.name(density);
            told.set(format!("{}: {name}", strings.get(Key::MarksDensity)));
        });
    }
    html! { <p id="status" class="unseen" role="status">{ (*told).clone() }</p> }
}

/// Runs when a value is another one than before, not at first.
#[hook]
fn use_change<T: PartialEq + 'static>(value: T, react: impl FnOnce() + 'static) {
    let is_first = use_mut_ref(|| true);
    use_effect_with(value, move |_| {
        if !is_first.replace(false) {
            react();
        }
    });
}

/// What was put right last, or that something was taken back, and how much is left to check.
fn put_right(last: Option<&Correction>, reading: &Reading, strings: &Strings) -> String {
    let done = match last {
        None => Key::ToldBack,
        Some(Correction::Accept(_)) => Key::MadeAccepted,
        Some(Correction::Remove(_)) => Key::MendedRefused,
        Some(Correction::AddQuotation { .. } | Correction::AddProposal { .. }) => Key::MadeAdded,
        Some(_) => Key::MadeChanged,
    };
    let left = strings.count(Key::CheckLeft, reading.to_check().count());
    format!("{}. {left}", strings.get(done))
}

fn found(reading: &Reading, strings: &Strings) -> String {
    strings.with(
        Key::StatusRead,
        &[
            ("quotations", Fill::Number(reading.article.quotations.len())),
            ("speakers", Fill::Number(reading.cast.len())),
            ("proposals", Fill::Number(reading.article.proposals.len())),
        ],
    )
}

/// Kind, speaker and place of a mark, and what is doubtful about it.
fn in_hand(reading: &Reading, mark: Mark, strings: &Strings) -> String {
    let kind = Kind::of(reading, mark).map_or_else(String::new, |kind| strings.name(kind));
    let place = reading
        .marks
        .iter()
        .position(|&other| other == mark)
        .unwrap_or_default();
    let told = strings.with(
        Key::StatusMark,
        &[
            ("kind", Fill::Text(&kind)),
            ("name", Fill::Text(&who_words(reading, mark, strings))),
            ("place", Fill::Number(place + 1)),
            ("count", Fill::Number(reading.marks.len())),
        ],
    );
    match reading.doubt(mark) {
        Some(doubt) => format!(
            "{told}. {}: {}",
            strings.get(Key::TabCheck),
            doubt_words(reading, mark, doubt, strings)
        ),
        None => told,
    }
}
