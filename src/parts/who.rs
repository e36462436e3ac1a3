//! A mark's speaker in a word or two.

use lectern_core::article::Referent;
use lectern_core::checks::Check;
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

/// Why a mark is to be checked, in words.
pub fn doubt_words(reading: &Reading, mark: Mark, doubt: Check, strings: &Strings) -> String {
    match doubt {
        Check::Candidates => who_words(reading, mark, strings),
        Check::Nobody => strings.get(Key::DoubtNobody),
        Check::NoCue => strings.get(Key::DoubtNoCue),
        Check::Far => strings.get(Key::DoubtFar),
        Check::Count => match mark {
            Mark::Proposal(id) => reading.proposal(id).map_or_else(String::new, |proposal| {
                strings.stated(proposal.stated_count.unwrap_or_default(), proposal.items.len())
            }),
            Mark::Quotation(_) => String::new(),
        },
        Check::Unclosed => strings.get(Key::DoubtUnclosed),
        Check::Weak => strings.get(Key::Unsure),
    }
}
