//! Phrases of site text: what menus, share buttons, adverts and notices say.

use crate::article::{BlockKind, ClutterReason};
use crate::lexicon::List;
use crate::text::fold::Words;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Where in a line a phrase has to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Anywhere.
    Within,
    /// At its beginning.
    Start,
    /// It is all of the line.
    Whole,
}

#[derive(Debug)]
struct Phrase {
    rest: Vec<String>,
    place: Place,
    kind: BlockKind,
}

/// Lines with more words than this are not site text by their phrases.
const LONGEST_LINE: usize = 40;
/// A phrase within a line counts only when the line is at most this many words long.
const LONGEST_WITHIN: usize = 30;

fn table() -> &'static FxHashMap<String, Vec<Phrase>> {
    static TABLE: LazyLock<FxHashMap<String, Vec<Phrase>>> = LazyLock::new(|| parse(List::SiteText));
    &TABLE
}

fn parse(list: List) -> FxHashMap<String, Vec<Phrase>> {
    let mut table: FxHashMap<String, Vec<Phrase>> = FxHashMap::default();
    for (head, phrases) in list.classes() {
        let (kind, place) = head.split_once(' ').unwrap_or((head, ""));
        for phrase in phrases.split('|') {
            let parts = Words::of(phrase, usize::MAX);
            let mut parts = parts.iter().map(str::to_owned);
            if let Some(first) = parts.next() {
                table.entry(first).or_default().push(Phrase {
                    rest: parts.collect(),
                    place: place_named(place),
                    kind: kind_named(kind),
                });
            }
        }
    }
    table
}

fn place_named(name: &str) -> Place {
    match name {
        "whole" => Place::Whole,
        "start" => Place::Start,
        _ => Place::Within,
    }
}

fn kind_named(name: &str) -> BlockKind {
    BlockKind::Clutter(match name {
        "caption" => return BlockKind::Caption,
        "credit" => return BlockKind::Byline,
        "details" => return BlockKind::Details,
        "navigation" => ClutterReason::Navigation,
        "sharing" => ClutterReason::Sharing,
        "advert" => ClutterReason::Advert,
        "related" => ClutterReason::Related,
        "legal" => ClutterReason::Legal,
        "comments" => ClutterReason::Comments,
        "word-list" => ClutterReason::WordList,
        "player" => ClutterReason::Player,
        _ => ClutterReason::Other,
    })
}

/// What the strongest phrase in a line says that it is: clutter for a reason, or a caption.
pub(super) fn find(line: &str) -> Option<(BlockKind, Place)> {
    let words = Words::of(line, LONGEST_LINE + 1);
    let line: Vec<&str> = words
        .iter()
        .filter(|word| !word.bytes().all(|b| b.is_ascii_digit()) || word.len() == 4)
        .collect();
    if line.len() > LONGEST_LINE {
        return None;
    }
    let mut best: Option<(BlockKind, Place)> = None;
    for (at, first) in line.iter().enumerate() {
        for phrase in table().get(*first).into_iter().flatten() {
            let end = at + 1 + phrase.rest.len();
            let fits = match phrase.place {
                Place::Whole => at == 0 && end == line.len(),
                Place::Start => at == 0 && end <= line.len(),
                Place::Within => end <= line.len() && line.len() <= LONGEST_WITHIN,
            };
            if fits && line[at + 1..end] == phrase.rest && best.is_none_or(|(_, place)| place < phrase.place)
            {
                best = Some((phrase.kind, phrase.place));
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_where_they_may_stand() {
        for (line, expected) in [
            ("Share", Some((ClutterReason::Sharing, Place::Whole))),
            ("SHARE (12)", Some((ClutterReason::Sharing, Place::Whole))),
            ("Share this story", Some((ClutterReason::Sharing, Place::Start))),
            ("He said shares fell on Monday.", None),
            (
                "© 2024 The Bay Courier. All rights reserved.",
                Some((ClutterReason::Legal, Place::Start)),
            ),
            ("相关新闻", Some((ClutterReason::Related, Place::Whole))),
            ("有关阅览：", Some((ClutterReason::Related, Place::Whole))),
            (
                "当前方位: 首页 > 新闻",
                Some((ClutterReason::Navigation, Place::Start)),
            ),
            (
                "Media caption Ada Lund told the Courier about the ferry",
                Some((ClutterReason::Player, Place::Start)),
            ),
            ("Advert", Some((ClutterReason::Advert, Place::Whole))),
            ("", None),
        ] {
            let expected = expected.map(|(reason, place)| (BlockKind::Clutter(reason), place));
            assert_eq!(find(line), expected, "{line}");
        }
    }

    #[test]
    fn the_list_names_known_reasons_and_places() {
        for (head, _) in List::SiteText.classes() {
            let (kind, place) = head.split_once(' ').unwrap();
            assert_ne!(
                kind_named(kind),
                BlockKind::Clutter(ClutterReason::Other),
                "{head}"
            );
            assert!(["whole", "start", "within"].contains(&place), "{head}");
        }
    }
}
