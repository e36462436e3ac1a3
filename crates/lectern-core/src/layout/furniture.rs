//! Lines whose shape alone tells what they are: the time of an entry on a live page, the number of a page, a shortcode of
//! the system that the page was written with, and who wrote a post that the page shows.

use crate::article::{BlockKind, ClutterReason};
use crate::lexicon::WordSet;
use crate::text::fold::Words;

/// A line with more words is no time.
const LONGEST_STAMP: usize = 4;
/// A signature of a post has at most so many bytes.
const LONGEST_SIGNATURE: usize = 120;

/// What a line is by its shape, if that is told.
pub(super) fn kind(line: &str) -> Option<BlockKind> {
    if let Some(kind) = shortcode(line) {
        return Some(kind);
    }
    if is_page_number(line) {
        return Some(BlockKind::Clutter(ClutterReason::Other));
    }
    (is_stamp(line) || is_time_of_reading(line)).then_some(BlockKind::Details)
}

/// `[caption id="3"]The mill. (Photo: Ada Lund)[/caption]`, `[gallery ids="1,2"]`: the shortcodes of content systems.
fn shortcode(line: &str) -> Option<BlockKind> {
    let rest = line.strip_prefix('[')?;
    let end = rest.find(|c: char| !(c.is_ascii_lowercase() || matches!(c, '_' | '-')))?;
    let (name, rest) = rest.split_at(end);
    let opened = &rest[..=rest.find(']')?];
    let content = &rest[opened.len()..];
    let closes = content.ends_with(']') && content.contains(&format!("[/{name}]"));
    let has_values = opened.contains("=\"") || opened.contains("='");
    let known = WordSet::Shortcode.has(name);
    if name.len() < 3 || !(closes || content.trim().is_empty() && (has_values || known)) {
        return None;
    }
    Some(match name {
        "caption" => BlockKind::Caption,
        "pullquote" => BlockKind::PullQuote,
        _ => BlockKind::Clutter(ClutterReason::Other),
    })
}

/// `Page 2 of 14`, `- 7 -`
fn is_page_number(line: &str) -> bool {
    let line = line.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | '|') || c.is_whitespace());
    let mut words = line.split_whitespace();
    let number = |word: Option<&str>| {
        word.is_some_and(|word| word.len() < 5 && word.bytes().all(|b| b.is_ascii_digit()))
    };
    let paged = words
        .next()
        .is_some_and(|word| word.eq_ignore_ascii_case("page") || word.eq_ignore_ascii_case("p."));
    paged
        && number(words.next())
        && (words.next().is_none() || number(words.next()) && words.next().is_none())
}

/// `14:32`, `9.15 a.m. GMT`, `2h ago`, `Just now`
fn is_stamp(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(LONGEST_STAMP + 1).collect();
    if words.is_empty() || words.len() > LONGEST_STAMP {
        return false;
    }
    let lower = line.to_ascii_lowercase();
    if lower == "just now" || lower.ends_with(" ago") {
        return lower == "just now" || lower.starts_with(|c: char| c.is_ascii_digit());
    }
    let half = |word: &str| matches!(word.trim_end_matches('.'), "am" | "pm" | "a.m" | "p.m");
    let mut rest = words.iter().map(|word| word.to_ascii_lowercase());
    let first = rest.next().unwrap_or_default();
    let bare = first.trim_end_matches(char::is_alphabetic);
    let clock = bare.split_once([':', '.']).is_some_and(|(hours, minutes)| {
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        (1..=2).contains(&hours.len()) && minutes.len() == 2 && digits(hours) && digits(minutes)
    });
    let suffix = &first[bare.len()..];
    let behind = |word: String| half(&word) || is_zone(&word);
    clock
        && (suffix.is_empty() || half(suffix))
        && (words.len() == 1 || rest.all(behind))
        && (bare.contains(':') || words.len() > 1)
}

/// `5 min read`, `4 minutes to read`, `Reading time: 4 minutes`
fn is_time_of_reading(line: &str) -> bool {
    const LONGEST: usize = 40;
    if line.len() > LONGEST || !line.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let words = Words::of(line, LONGEST);
    let minutes = words
        .iter()
        .any(|word| word == "min" || word.starts_with("minute"));
    let other = |word: &&str| {
        let known = ["min", "mins", "minute", "minutes", "to"];
        !known.contains(word) && !word.bytes().all(|b| b.is_ascii_digit())
    };
    let rest: Vec<&str> = words.iter().filter(other).collect();
    minutes
        && matches!(
            rest[..],
            ["read"] | ["reading", "time"] | ["read", "time"] | ["time", "read"]
        )
}

fn is_zone(word: &str) -> bool {
    crate::lexicon::List::TimeZones
        .classed_words()
        .any(|(_, zone)| zone == word)
}

/// `— Ada Lund (@adalund) May 3, 2031`: it belongs to the post above it.
pub(super) fn is_post_signature(line: &str) -> bool {
    line.len() <= LONGEST_SIGNATURE && line.starts_with(['—', '–', '-']) && line.contains("(@")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_by_their_shape() {
        for (line, expected) in [
            ("14:32", Some(BlockKind::Details)),
            ("9:15 a.m.", Some(BlockKind::Details)),
            ("9:15am", Some(BlockKind::Details)),
            ("15.31 BST", Some(BlockKind::Details)),
            ("2h ago", Some(BlockKind::Details)),
            ("2 hours ago", Some(BlockKind::Details)),
            ("Just now", Some(BlockKind::Details)),
            ("5 min read", Some(BlockKind::Details)),
            ("Reading time: 4 minutes", Some(BlockKind::Details)),
            ("A 5 minute read of the bill", None),
            ("He read for 5 minutes", None),
            ("15.31", None),
            ("12:30 was the time", None),
            ("Not long ago", None),
            ("Page 2 of 14", Some(BlockKind::Clutter(ClutterReason::Other))),
            ("Page 7", Some(BlockKind::Clutter(ClutterReason::Other))),
            ("Page turner", None),
            (
                "[caption id=\"attachment_7\" width=\"300\"]The pier. (Photo: Ada Lund)[/caption]",
                Some(BlockKind::Caption),
            ),
            (
                "[gallery ids=\"1,2,3\"]",
                Some(BlockKind::Clutter(ClutterReason::Other)),
            ),
            (
                "[embed]https://video.example/7[/embed]",
                Some(BlockKind::Clutter(ClutterReason::Other)),
            ),
            (
                "[pullquote]Nobody swims alone[/pullquote]",
                Some(BlockKind::PullQuote),
            ),
            ("[Laughter]", None),
            ("[sic]", None),
            ("[he] said so", None),
            ("", None),
        ] {
            assert_eq!(kind(line), expected, "{line}");
        }
        assert!(is_post_signature("— Ada Lund (@adalund) May 3, 2031"));
        assert!(!is_post_signature("— Ada Lund, mayor"));
    }
}
