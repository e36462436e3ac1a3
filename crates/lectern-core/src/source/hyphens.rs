//! A hyphen at a line end inside a word: `govern-⏎ment`.
//!
//! It is dropped on evidence only: real hyphens stand at line ends too (`cross-⏎sectional`).

use super::Change;
use crate::article::EditKind;
use crate::lexicon::List;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Endings that are no words by themselves, so that a hyphen before them is no real one.
fn tails() -> &'static FxHashSet<&'static str> {
    static TAILS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| List::HyphenTails.words());
    &TAILS
}

/// No word part is longer, in bytes.
const LONGEST_PART: usize = 40;

/// Hyphens to drop, with the line end after them.
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
        .filter(|candidate| seen.speaks_for(candidate))
        .map(|candidate| Change {
            at: candidate.at,
            new: String::new(),
            kind: EditKind::Hyphenation,
        })
        .collect()
}

struct Candidate<'t> {
    /// The hyphen and the line end.
    at: std::ops::Range<usize>,
    left: &'t str,
    right: &'t str,
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
    // A third part (`well-⏎to-do`) is a word with real hyphens.
    let joined = !before[..before.len() - left.len()].ends_with('-') && !rest[end..].starts_with('-');
    let lower = right.starts_with(char::is_lowercase);
    (fits && joined && lower).then(|| Candidate {
        at: hyphen..text.len() - rest.len(),
        left,
        right,
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
            .map(str::to_lowercase)
            .collect();
        Seen { words }
    }

    /// Whether the whole word stands elsewhere and the hyphenated one does not, or the second part is no word.
    fn speaks_for(&self, candidate: &Candidate<'_>) -> bool {
        let left = candidate.left.to_lowercase();
        let right = candidate.right;
        if self.words.contains(&format!("{left}-{right}")) {
            return false;
        }
        self.words.contains(&format!("{left}{right}")) || tails().contains(right)
    }
}
