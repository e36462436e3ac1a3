//! The time of day beside a date, with its time zone.

use super::dates::{Part, Piece, mark, number, skip_between, word_is};
use crate::lexicon::{self, List, WordSet};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    pub(super) hour: u32,
    pub(super) minute: u32,
    pub(super) second: Option<u32>,
    pub(super) offset: Option<i32>,
}

/// A time of day after a date.
pub(super) fn clock_after(pieces: &[Piece<'_>], at: usize) -> Option<(Clock, usize)> {
    let from = skip_between(pieces, at);
    if from > at + 2 {
        return None;
    }
    clock_at(pieces, from)
}

/// A time of day before a date: `09:15 GMT, 3 March 2019`.
pub(super) fn clock_before(pieces: &[Piece<'_>], at: usize) -> Option<(Clock, usize)> {
    // `08:32:10.25 a.m. ET on Thursday, `: a time that begins nearer would be part of one that begins farther.
    const LONGEST: usize = 16;
    (at.saturating_sub(LONGEST)..at).find_map(|first| {
        let (clock, end) = clock_at(pieces, first)?;
        let mut next = end;
        while next < at && (mark(pieces, next, ",|-–—·•") || is_day(pieces, next)) {
            next += 1;
        }
        (next == at).then_some((clock, first))
    })
}

/// `on`, `Mon`, `Monday`: what stands between a time and its date.
fn is_day(pieces: &[Piece<'_>], at: usize) -> bool {
    folded(pieces, at)
        .is_some_and(|word| word == "on" || lexicon::is_weekday(&word) || WordSet::ShortWeekday.has(&word))
}

/// The word at `at` in lower case.
fn folded(pieces: &[Piece<'_>], at: usize) -> Option<String> {
    match pieces.get(at)?.part {
        Part::Word(word) => Some(word.to_ascii_lowercase()),
        _ => None,
    }
}

/// `08:32`, `8:32 a.m. ET`, `8.32pm`, `8 p.m.`, `8时32分`, `08:32:10+01:00`.
fn clock_at(pieces: &[Piece<'_>], at: usize) -> Option<(Clock, usize)> {
    let hour = number(pieces, at, 1..=2)?;
    let mut clock = Clock {
        hour,
        minute: 0,
        second: None,
        offset: None,
    };
    let mut next = at + 1;
    let mut sure = false;
    if mark(pieces, next, ":.：hH时時点") && number(pieces, next + 1, 2..=2).is_some() {
        sure = !mark(pieces, next, ".");
        clock.minute = number(pieces, next + 1, 2..=2)?;
        next += 2;
        next += usize::from(mark(pieces, next, "分"));
        if mark(pieces, next, ":") && number(pieces, next + 1, 2..=2).is_some() {
            clock.second = number(pieces, next + 1, 2..=2);
            next += 2;
            // Fractions of a second.
            if mark(pieces, next, ".") && number(pieces, next + 1, 1..=9).is_some() {
                next += 2;
            }
        }
    }
    let (half, after) = half_of_day(pieces, next);
    next = after;
    if let Some(half) = half {
        if !(1..=12).contains(&clock.hour) {
            return None;
        }
        clock.hour = clock.hour % 12 + if half == Half::Afternoon { 12 } else { 0 };
        sure = true;
    }
    if let Some((offset, after)) = zone(pieces, next) {
        clock.offset = offset;
        next = after;
        sure = true;
    }
    let fits = clock.hour < 24 && clock.minute < 60 && clock.second.is_none_or(|s| s < 60);
    (sure && fits).then_some((clock, next))
}

/// Which half of the day an hour up to twelve is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// `a.m.`, `AM`, `p.m.`, and one past it.
fn half_of_day(pieces: &[Piece<'_>], at: usize) -> (Option<Half>, usize) {
    for (joined, letter, half) in [("am", "a", Half::Morning), ("pm", "p", Half::Afternoon)] {
        if word_is(pieces, at, &[joined]) {
            return (Some(half), at + 1);
        }
        if word_is(pieces, at, &[letter]) && mark(pieces, at + 1, ".") && word_is(pieces, at + 2, &["m"]) {
            return (Some(half), at + 3 + usize::from(mark(pieces, at + 3, ".")));
        }
    }
    (None, at)
}

/// A time zone: its offset in minutes, none where the name stands for several (`ET`, `CST`).
fn zone(pieces: &[Piece<'_>], at: usize) -> Option<(Option<i32>, usize)> {
    static LIST: LazyLock<FxHashMap<&'static str, Option<i32>>> = LazyLock::new(|| {
        List::TimeZones
            .classed_words()
            .map(|(minutes, name)| (name, minutes.parse().ok()))
            .collect()
    });
    if let Some(&minutes) = folded(pieces, at).and_then(|name| LIST.get(name.as_str())) {
        return Some((minutes, at + 1));
    }
    let minus = mark(pieces, at, "-");
    if !(minus || mark(pieces, at, "+")) || pieces[at].spaced {
        return None;
    }
    let (hours, minutes, end) = match (number(pieces, at + 1, 2..=2), number(pieces, at + 1, 4..=4)) {
        (Some(hours), _) if mark(pieces, at + 2, ":") => (hours, number(pieces, at + 3, 2..=2)?, at + 4),
        (_, Some(both)) => (both / 100, both % 100, at + 2),
        _ => return None,
    };
    let total = (hours * 60 + minutes) as i32;
    (hours <= 14 && minutes < 60).then_some((Some(if minus { -total } else { total }), end))
}
