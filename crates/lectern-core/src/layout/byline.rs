//! Lines that say who wrote the story.

use super::dates;
use super::header::Opening;
use super::measure::Measure;
use super::pieces::Piece;
use crate::article::Span;
use crate::input::authors::{self, Names};
use std::ops::Range;

/// A byline: the names in it, as byte ranges of the line, and the outlet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Byline {
    pub(super) authors: Vec<Range<usize>>,
    pub(super) outlet: Option<Range<usize>>,
    /// Whether a word such as `By` says that they wrote it; else only the date beside the names does.
    pub(super) announced: bool,
}

/// A byline has at most so many words.
const LONGEST_BYLINE: i32 = 24;

/// Reads the line at `span` as a byline: `By Ada Lund and Bo Berg, The Bay Courier`, or a name beside a date that is no
/// place of the story after it.
pub(super) fn byline(text: &str, span: Span, measure: &Measure) -> Option<Byline> {
    let line = span.text(text);
    if measure.words > LONGEST_BYLINE || measure.words < 2 {
        return None;
    }
    let opened = authors::opened(line);
    if opened.is_some_and(|(opener, _)| opener == "from") || measure.stops > 2 && opened.is_none() {
        return None;
    }
    let from = opened.map_or(0, |(_, from)| from);
    let until = dates::find(line).map_or(line.len(), |date| date.at.start);
    if opened.is_none() && until == line.len() || until <= from {
        return None;
    }
    let Names { mut authors, outlet } = authors::names(line, from..until);
    if opened.is_none() {
        authors.retain(|name| !is_place(&line[name.clone()], &text[span.range().end..]));
    }
    (!authors.is_empty()).then_some(Byline {
        authors,
        outlet,
        announced: opened.is_some(),
    })
}

/// Reads a line of names and nothing else as a byline, where its place says that it is one.
pub(super) fn names_alone(line: &str, measure: &Measure) -> Option<Byline> {
    if measure.words > LONGEST_BYLINE || measure.stops > 1 {
        return None;
    }
    let Names { authors, outlet } = authors::names(line, 0..line.len());
    let opens = authors.first().is_some_and(|first| first.start == 0);
    opens.then_some(Byline {
        authors,
        outlet,
        announced: false,
    })
}

/// Whether a line holds names alone, and is the author's in plain text: those that people bear before a date, others
/// between the title and a story that does not speak of them.
pub(super) fn is_signed(
    text: &str,
    at: usize,
    pieces: &[Piece],
    measures: &[Measure],
    opening: Opening,
) -> bool {
    let line = pieces[at].span.text(text);
    let Some(Byline { authors, .. }) = names_alone(line, &measures[at]) else {
        return false;
    };
    let dated = pieces
        .get(at + 1)
        .is_some_and(|next| measures[at + 1].is_date_line(next.span.text(text)));
    let known = authors
        .iter()
        .all(|name| authors::opens_with_first_name(&line[name.clone()]));
    let between =
        opening.title.is_some_and(|title| title < at) && at < opening.lead && at + TO_STORY >= opening.lead;
    let Some(lead) = pieces.get(opening.lead).filter(|_| between) else {
        return dated && known;
    };
    let story = &text[lead.span.range().start..];
    let story = &story[..story.floor_char_boundary(STORY_READ)];
    dated && known
        || authors.iter().all(|name| {
            let last = line[name.clone()].rsplit(' ').next().unwrap_or("");
            (dated || known || last.contains('-')) && !authors::ends_body(last) && !story.contains(last)
        })
}

/// So many lines at most stand between the author's name and the story.
const TO_STORY: usize = 3;
/// So much of the story, in bytes, is asked whether it speaks of its author.
const STORY_READ: usize = 20_000;

/// Whether the story after a line speaks of a name as of a place: `in Port Brannoch`, `PORT BRANNOCH: The ferry`.
fn is_place(name: &str, story: &str) -> bool {
    const REACH: usize = 3_000;
    let mut end = story.len().min(REACH);
    while !story.is_char_boundary(end) {
        end -= 1;
    }
    let story = &story[..end];
    let placed = |at: usize| {
        let before = story[..at].trim_end().rsplit(|c: char| !c.is_alphabetic()).next();
        before.is_some_and(|word| word.eq_ignore_ascii_case("in") || word.eq_ignore_ascii_case("near"))
    };
    let opening = story.trim_start();
    let headed = opening.get(..name.len()).is_some_and(|head| {
        let rest = opening[name.len()..].trim_start_matches([' ', '\u{A0}']);
        head.eq_ignore_ascii_case(name) && rest.starts_with([':', '–', '—', '('])
    });
    headed || story.match_indices(name).any(|(at, _)| placed(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{measure, pieces};

    #[test]
    fn a_place_beside_a_date_is_no_author() {
        let line = "Port Brannoch | November 18, 2019";
        for (story, author) in [
            ("The harbour office in Port Brannoch said so.", false),
            ("PORT BRANNOCH: The ferry will run.", false),
            ("The ferry will run.", true),
        ] {
            let text = format!("{line}\n\n{story}");
            let piece = pieces::cut(&text, &[], false)[0];
            let found = byline(&text, piece.span, &measure::measure(&text, &piece));
            assert_eq!(found.is_some(), author, "{story}");
        }
    }

    #[test]
    fn bylines_give_names_and_outlet() {
        for (line, expected) in [
            ("By Ada Lund", "Ada Lund"),
            (
                "By Ada Lund and Bo van Berg, The Bay Courier",
                "Ada Lund; Bo van Berg / The Bay Courier",
            ),
            ("BY ADA LUND", "ADA LUND"),
            ("Ada Lund - Apr 16, 2015 8:02 pm UTC", "Ada Lund"),
            ("By Ada Lund, Bo Berg and Cy Dahl", "Ada Lund; Bo Berg; Cy Dahl"),
            ("by Ada Lund22 Dec 2016", "Ada Lund"),
            ("By Ada Lund 5 min read", "Ada Lund"),
            ("By Ada Lund in Port Brannoch", "Ada Lund"),
            ("Words: Ada Lund • 5 min read", "Ada Lund"),
            ("With Ada Lund", "Ada Lund"),
            ("Ada Lund · 5 min read · 3 May 2031", "Ada Lund"),
            ("By Ada Lund, Bay Channel 4", "Ada Lund / Bay Channel 4"),
            ("By Ada Lund, BP Harbour Writer", "Ada Lund"),
            ("Published Monday, November 18, 2019 8:22AM EST", ""),
            ("Last Updated Tuesday, November 19, 2019", ""),
            ("By the river", ""),
            ("The Bay Courier", ""),
        ] {
            let piece = pieces::cut(line, &[], false)[0];
            let found = byline(line, piece.span, &measure::measure(line, &piece)).unwrap_or_default();
            let mut shown = found
                .authors
                .iter()
                .map(|at| &line[at.clone()])
                .collect::<Vec<_>>()
                .join("; ");
            if let Some(outlet) = found.outlet {
                shown += " / ";
                shown += &line[outlet];
            }
            assert_eq!(shown, expected, "{line}");
        }
    }
}
