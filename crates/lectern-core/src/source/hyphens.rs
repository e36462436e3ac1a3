//! A hyphen at a line end inside a word: `govern-⏎ment`.
//!
//! Real hyphens stand at line ends too (`cross-⏎sectional`): those stay. The line end moves behind the word, so that the
//! lines of a wrapped text stay as many as they were.

use super::Change;
use crate::article::EditKind;
use crate::lexicon::{List, WordSet};
use crate::text::case::lower;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Endings that are no words by themselves, so that a hyphen before them is no real one.
fn tails() -> &'static FxHashSet<&'static str> {
    static TAILS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| List::HyphenTails.words());
    &TAILS
}

/// No word part is longer, in bytes.
const LONGEST_PART: usize = 40;

/// Words to make whole, from their hyphen on.
pub(super) fn find(text: &str) -> Vec<Change> {
    let candidates: Vec<Candidate<'_>> = text
        .match_indices('-')
        .filter_map(|(at, _)| candidate(text, at))
        .collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let seen = Seen::new(text);
    candidates
        .into_iter()
        .map(|candidate| {
            let kept = usize::from(!seen.speaks_for(&candidate));
            Change {
                at: candidate.at.start + kept..candidate.at.end,
                new: format!("{}{}", candidate.rest, candidate.line_end),
                kind: EditKind::Hyphenation,
            }
        })
        .collect()
}

struct Candidate<'t> {
    /// The hyphen, the line end, and what follows up to the next white space, that with it.
    at: std::ops::Range<usize>,
    /// What follows up to the next white space.
    rest: &'t str,
    /// The line end that goes behind it; none where one stands there.
    line_end: &'static str,
    left: &'t str,
    right: &'t str,
    /// Whether a third part (`well-⏎to-do`) or a capital (`Anglo-⏎Norse`) says that the hyphen is real.
    real: bool,
}

fn candidate(text: &str, hyphen: usize) -> Option<Candidate<'_>> {
    let after = &text[hyphen + 1..];
    let rest = after.trim_start_matches([' ', '\t']);
    let rest = rest
        .strip_prefix("\r\n")
        .or_else(|| rest.strip_prefix(['\n', '\r']))?;
    let before = &text[..hyphen];
    let left = before
        .char_indices()
        .rev()
        .take(LONGEST_PART)
        .take_while(|(_, c)| c.is_alphabetic())
        .last()
        .map(|(at, _)| &before[at..])?;
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let right = rest.get(..end)?;
    let fits = left.chars().count() > 1 && (2..=LONGEST_PART).contains(&right.len());
    let joined = before[..before.len() - left.len()].ends_with('-') || rest[end..].starts_with('-');
    let capital = right.starts_with(char::is_uppercase);
    let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let space = rest[word..].starts_with(' ');
    let start = text.len() - rest.len();
    fits.then(|| Candidate {
        at: hyphen..start + word + usize::from(space),
        rest: &rest[..word],
        line_end: if space { "\n" } else { "" },
        left,
        right,
        real: joined || capital,
    })
}

/// The words of the text, lower case, and those with a hyphen.
struct Seen {
    words: FxHashSet<String>,
}

impl Seen {
    fn new(text: &str) -> Self {
        let part = |c: char| !(c.is_alphabetic() || c == '-');
        let words = text
            .split(part)
            .filter(|word| !word.is_empty() && word.len() < 2 * LONGEST_PART)
            .map(lower)
            .collect();
        Seen { words }
    }

    /// Whether the hyphen is only the line's: the whole word stands elsewhere and the hyphenated one does not, or neither
    /// part is one that words with a hyphen are made of.
    fn speaks_for(&self, candidate: &Candidate<'_>) -> bool {
        let left = lower(candidate.left);
        let right = candidate.right;
        if candidate.real || self.words.contains(&format!("{left}-{right}")) {
            return false;
        }
        self.words.contains(&format!("{left}{right}"))
            || tails().contains(right)
            || !WordSet::HyphenHead.has(&left) && !WordSet::HyphenTail.has(right)
    }
}
