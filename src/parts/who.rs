//! A mark's speaker in a word or two.

use lectern_core::article::Referent;
use yew::prelude::*;

use crate::state::{Mark, Reading};
use crate::strings::{Key, Strings};

/// A mark's speaker, doubt included.
pub fn who(reading: &Reading, mark: Mark, strings: &Strings) -> Html {
    let words = who_words(reading, mark, strings);
    match reading.referent(mark).speaker() {
        Some(_) => html! { <span class="who-name" lang="en">{ words }</span> },
        None => html! { <span class="who-doubt">{ words }</span> },
    }
}

/// The same as plain words.
pub fn who_words(reading: &Reading, mark: Mark, strings: &Strings) -> String {
    match reading.referent(mark) {
        Referent::Named(speaker) | Referent::Resolved(speaker) => reading.name(*speaker).to_owned(),
        Referent::Ambiguous(candidates) => {
            let names: Vec<&str> = candidates.iter().map(|&speaker| reading.name(speaker)).collect();
            strings.about(Key::WhoOneOf, &names.join(&strings.get(Key::ListOr)))
        }
        Referent::None => strings.get(Key::WhoNobody),
    }
}
