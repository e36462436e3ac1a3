//! What a filter leaves, in a word or two.

use crate::state::{Mark, Reading, View};
use crate::strings::{Fill, Key, Strings};

/// Whose marks are shown, where speakers are chosen, and how many of all are left.
pub fn shown_words(
    reading: &Reading,
    view: &View,
    is_left: impl Fn(&Mark) -> bool,
    strings: &Strings,
) -> String {
    let names: Vec<&str> = view.speakers.iter().map(|&id| reading.name(id)).collect();
    let who = if names.is_empty() {
        String::new()
    } else {
        format!("{}: ", names.join(", "))
    };
    let left = reading.marks.iter().filter(|&mark| is_left(mark)).count();
    who + &strings.with(
        Key::StatusShown,
        &[
            ("found", Fill::Number(left)),
            ("count", Fill::Number(reading.marks.len())),
        ],
    )
}
