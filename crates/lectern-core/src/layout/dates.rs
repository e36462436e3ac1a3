//! Dates and times as news pages write them, in English and Chinese.

use super::clock::{Clock, clock_after, clock_before};
use crate::lexicon;
use std::ops::Range;

/// A date found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Where it stands, in bytes of the text searched.
    pub(super) at: Range<usize>,
    /// ISO 8601: `2015-12-17`, `2015-12-17T08:32`, with an offset where the text gives one that is certain.
    pub(super) iso: String,
}

/// A date is looked for in the first so many bytes of a line; lines about an article are short.
const LONGEST_LINE: usize = 400;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part<'t> {
    Number(u32, usize),
    Word(&'t str),
    Mark(char),
}

#[derive(Clone, Debug)]
pub(super) struct Piece<'t> {
    pub(super) part: Part<'t>,
    pub(super) at: Range<usize>,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

#[derive(Clone, Copy, Debug, Default)]
struct Day {
    year: u32,
    month: u32,
    day: u32,
}

/// The first full date (day, month and year) in a line, with its time of day.
pub(super) fn find(line: &str) -> Option<Found> {
    let mut end = line.len().min(LONGEST_LINE);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let pieces = pieces(&line[..end]);
    (0..pieces.len()).find_map(|from| {
        let (day, mut to) = day_at(&pieces, from)?;
        let mut start = pieces[from].at.start;
        let mut clock = None;
        if let Some((found, end)) = clock_after(&pieces, to) {
            clock = Some(found);
            to = end;
        } else if let Some((found, first)) = clock_before(&pieces, from) {
            clock = Some(found);
            start = pieces[first].at.start;
        }
        let at = start..pieces[to - 1].at.end;
        Some(Found {
            at,
            iso: iso(day, clock),
        })
    })
}

/// All dates of a line, in order: `Published 5 May 2018. Updated 6 May 2018`.
pub(super) fn find_all(line: &str) -> Vec<Found> {
    // A line without spaces may hold dates without end.
    const MOST_DATES: usize = 4;
    let mut all: Vec<Found> = Vec::new();
    while all.len() < MOST_DATES {
        let from = all.last().map_or(0, |last| last.at.end);
        let Some(found) = line.get(from..).and_then(find) else {
            break;
        };
        all.push(Found {
            at: from + found.at.start..from + found.at.end,
            ..found
        });
    }
    all
}

fn iso(day: Day, clock: Option<Clock>) -> String {
    let mut out = format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    if let Some(clock) = clock {
        out += &format!("T{:02}:{:02}", clock.hour, clock.minute);
        if let Some(second) = clock.second {
            out += &format!(":{second:02}");
        }
        match clock.offset {
            Some(0) => out.push('Z'),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                out += &format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60);
            }
            None => {}
        }
    }
    out
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out: Vec<Piece<'_>> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut spaced = false;
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            spaced = true;
            continue;
        }
        let class = |c: char| (c.is_ascii_digit(), c.is_ascii_alphabetic());
        let mut end = start + c.len_utf8();
        if c.is_ascii_alphanumeric() {
            while let Some(&(at, next)) = chars.peek() {
                if class(next) != class(c) {
                    break;
                }
                end = at + 1;
                chars.next();
            }
        }
        let word = &text[start..end];
        let part = if c.is_ascii_digit() {
            Part::Number(word.parse().unwrap_or(u32::MAX), word.len())
        } else if c.is_ascii_alphabetic() {
            Part::Word(word)
        } else {
            Part::Mark(c)
        };
        out.push(Piece {
            part,
            at: start..end,
            spaced,
        });
        spaced = false;
    }
    out
}

/// `september`
const LONGEST_MONTH: usize = 9;

fn month_named(word: &str) -> Option<u32> {
    let mut folded = [0; LONGEST_MONTH];
    let folded = folded.get_mut(..word.len())?;
    folded.copy_from_slice(word.as_bytes());
    folded.make_ascii_lowercase();
    lexicon::month(std::str::from_utf8(folded).ok()?)
}

fn days_in(month: u32) -> u32 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn day(year: u32, month: u32, day: u32) -> Option<Day> {
    let fits =
        (1500..=2999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(month)).contains(&day);
    fits.then_some(Day { year, month, day })
}

pub(super) fn number(
    pieces: &[Piece<'_>],
    at: usize,
    digits: std::ops::RangeInclusive<usize>,
) -> Option<u32> {
    match pieces.get(at)?.part {
        Part::Number(value, length) if digits.contains(&length) => Some(value),
        _ => None,
    }
}

pub(super) fn mark(pieces: &[Piece<'_>], at: usize, marks: &str) -> bool {
    matches!(pieces.get(at), Some(Piece { part: Part::Mark(c), .. }) if marks.contains(*c))
}

pub(super) fn word_is(pieces: &[Piece<'_>], at: usize, words: &[&str]) -> bool {
    matches!(pieces.get(at), Some(Piece { part: Part::Word(w), .. }) if words.iter().any(|x| w.eq_ignore_ascii_case(x)))
}

/// A date that begins at piece `at`, and the piece after it.
fn day_at(pieces: &[Piece<'_>], at: usize) -> Option<(Day, usize)> {
    year_first(pieces, at)
        .or_else(|| day_then_month(pieces, at))
        .or_else(|| month_then_day(pieces, at))
        .or_else(|| numbers_only(pieces, at))
}

/// `2015-12-17`, `2015/12/17`, `2015.12.17`, `2015年12月17日`.
fn year_first(pieces: &[Piece<'_>], at: usize) -> Option<(Day, usize)> {
    let year = number(pieces, at, 4..=4)?;
    let month = number(pieces, at + 2, 1..=2)?;
    let date = number(pieces, at + 4, 1..=2)?;
    let found = day(year, month, date)?;
    if mark(pieces, at + 1, "年") && mark(pieces, at + 3, "月") {
        let end = at + 5 + usize::from(mark(pieces, at + 5, "日号號"));
        return Some((found, end));
    }
    let same = pieces.get(at + 1)?.part == pieces.get(at + 3)?.part;
    (same && mark(pieces, at + 1, "-/.")).then_some((found, at + 5))
}

/// `17 December 2015`, `17th Dec, 2015`, `17-Dec-2015`.
fn day_then_month(pieces: &[Piece<'_>], at: usize) -> Option<(Day, usize)> {
    let date = number(pieces, at, 1..=2)?;
    let mut next = at + 1;
    if word_is(pieces, next, &["st", "nd", "rd", "th"]) {
        next += 1;
    }
    next += usize::from(word_is(pieces, next, &["of"]));
    next += usize::from(mark(pieces, next, "-/"));
    let Part::Word(word) = pieces.get(next)?.part else {
        return None;
    };
    let month = month_named(word)?;
    next += 1;
    next += usize::from(mark(pieces, next, "."));
    next += usize::from(mark(pieces, next, ",-/"));
    let year = number(pieces, next, 4..=4)?;
    Some((day(year, month, date)?, next + 1))
}

/// `December 17, 2015`, `Dec. 17th 2015`.
fn month_then_day(pieces: &[Piece<'_>], at: usize) -> Option<(Day, usize)> {
    let Part::Word(word) = pieces.get(at)?.part else {
        return None;
    };
    let month = month_named(word)?;
    let mut next = at + 1;
    next += usize::from(mark(pieces, next, ".-"));
    let date = number(pieces, next, 1..=2)?;
    next += 1;
    if word_is(pieces, next, &["st", "nd", "rd", "th"]) {
        next += 1;
    }
    next += usize::from(mark(pieces, next, ",-"));
    let year = number(pieces, next, 4..=4)?;
    Some((day(year, month, date)?, next + 1))
}

/// `12/17/2015`, `17/12/2015`, `17.12.2015`: only where one reading is possible; points put the day first.
fn numbers_only(pieces: &[Piece<'_>], at: usize) -> Option<(Day, usize)> {
    let first = number(pieces, at, 1..=2)?;
    let second = number(pieces, at + 2, 1..=2)?;
    let year = number(pieces, at + 4, 4..=4)?;
    let same = pieces.get(at + 1)?.part == pieces.get(at + 3)?.part;
    if !same || !mark(pieces, at + 1, "/.-") {
        return None;
    }
    let day_first = mark(pieces, at + 1, ".") || first > 12;
    let found = if day_first {
        day(year, second, first)
    } else if second > 12 || first == second {
        day(year, first, second)
    } else {
        None
    };
    Some((found?, at + 5))
}

/// What may stand between a date and its time: marks and the word `at`.
pub(super) fn skip_between(pieces: &[Piece<'_>], mut at: usize) -> usize {
    while mark(pieces, at, ",|-–—·•/@") || word_is(pieces, at, &["at", "t"]) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_found_in_the_forms_of_news_pages() {
        for (line, text, iso) in [
            (
                "时刻:2015-12-17 08:32来历:",
                "2015-12-17 08:32",
                "2015-12-17T08:32",
            ),
            ("17 December 2015", "17 December 2015", "2015-12-17"),
            (
                "Dec. 17, 2015 8:32 a.m. ET",
                "Dec. 17, 2015 8:32 a.m. ET",
                "2015-12-17T08:32",
            ),
            ("2015年12月17日", "2015年12月17日", "2015-12-17"),
            (
                "2015年12月17日08:32 本报讯",
                "2015年12月17日08:32",
                "2015-12-17T08:32",
            ),
            (
                "Updated 09:15 GMT, 3 March 2019",
                "09:15 GMT, 3 March 2019",
                "2019-03-03T09:15Z",
            ),
            (
                "Published 6:10 a.m. Thursday, March 5, 2026",
                "6:10 a.m. Thursday, March 5, 2026",
                "2026-03-05T06:10",
            ),
            (
                "11:25 p.m. ET on Thursday, March 5, 2026",
                "11:25 p.m. ET on Thursday, March 5, 2026",
                "2026-03-05T23:25",
            ),
            (
                "April 5, 2018 | 6:00 PM",
                "April 5, 2018 | 6:00 PM",
                "2018-04-05T18:00",
            ),
            (
                "Bo Lund - Apr 16, 2015 8:02 pm UTC",
                "Apr 16, 2015 8:02 pm UTC",
                "2015-04-16T20:02Z",
            ),
            (
                "2019-01-03T07:00:02.000Z",
                "2019-01-03T07:00:02.000Z",
                "2019-01-03T07:00:02Z",
            ),
            (
                "2015-07-24T05:36:09+01:00",
                "2015-07-24T05:36:09+01:00",
                "2015-07-24T05:36:09+01:00",
            ),
            ("2016/10/4", "2016/10/4", "2016-10-04"),
            ("17/12/2015 12.05pm", "17/12/2015 12.05pm", "2015-12-17T12:05"),
            ("17.12.2015", "17.12.2015", "2015-12-17"),
            (
                "First published on Mon 3 Sept 2018 06.01 BST",
                "3 Sept 2018 06.01 BST",
                "2018-09-03T06:01+01:00",
            ),
            (
                "Thursday 3rd of May, 2018 at 7 a.m.",
                "3rd of May, 2018 at 7 a.m.",
                "2018-05-03T07:00",
            ),
        ] {
            let found = find(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((&line[found.at], found.iso.as_str()), (text, iso), "{line}");
        }
        for line in [
            "1/2/2015",
            "31 February 2015",
            "May 2015",
            "Room 17 in December",
            "2015-13-01",
            "",
            "99999999999999",
        ] {
            assert_eq!(find(line), None, "{line}");
        }
    }
}
