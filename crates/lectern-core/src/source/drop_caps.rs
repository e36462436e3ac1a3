//! A decorated first letter parted from its word: `T he mayor`.

use super::Change;
use crate::article::EditKind;
use crate::lexicon;
use crate::text::case::lower;
use rustc_hash::FxHashSet;

/// White space to take out after a lone capital at the beginning of a paragraph.
pub(super) fn find(text: &str) -> Vec<Change> {
    let candidates: Vec<Candidate<'_>> = line_starts(text).filter_map(|at| candidate(text, at)).collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let seen: FxHashSet<String> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| (2..30).contains(&word.len()))
        .map(lower)
        .collect();
    candidates
        .into_iter()
        .filter(|candidate| {
            let word = lower(&format!("{}{}", candidate.letter, candidate.rest));
            lexicon::closed_class(&word).is_some() || seen.contains(&word)
        })
        .map(|candidate| Change {
            at: candidate.gap,
            new: String::new(),
            kind: EditKind::DropCap,
        })
        .collect()
}

struct Candidate<'t> {
    letter: char,
    gap: std::ops::Range<usize>,
    rest: &'t str,
}

/// Beginnings of lines that stand after a blank line or open the text.
fn line_starts(text: &str) -> impl Iterator<Item = usize> {
    let blank = |at: usize| {
        let before = text[..at].trim_end_matches([' ', '\t', '\r']);
        before.is_empty()
            || before.ends_with('\n')
                && before[..before.len() - 1]
                    .trim_end_matches([' ', '\t', '\r'])
                    .ends_with('\n')
    };
    std::iter::once(0)
        .chain(text.match_indices('\n').map(|(at, _)| at + 1))
        .filter(move |at| blank(*at))
}

fn candidate(text: &str, at: usize) -> Option<Candidate<'_>> {
    let line = text[at..].trim_start_matches([' ', '\t']);
    let start = text.len() - line.len();
    let letter = line.chars().next().filter(char::is_ascii_uppercase)?;
    let after = &line[1..];
    let rest = after.trim_start_matches([' ', '\u{A0}']);
    let rest = rest
        .strip_prefix("\r\n")
        .or_else(|| rest.strip_prefix('\n'))
        .unwrap_or(rest);
    let gap = &after[..after.len() - rest.len()];
    // `A` and `I` are words: only on a line of their own are they parted from one.
    let parted = !gap.is_empty() && (gap.contains('\n') || !matches!(letter, 'A' | 'I'));
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let word = &rest[..end];
    let one_case =
        word.chars().all(char::is_lowercase) || word.len() > 1 && word.chars().all(char::is_uppercase);
    (parted && !word.is_empty() && one_case).then(|| Candidate {
        letter,
        gap: start + 1..start + 1 + gap.len(),
        rest: word,
    })
}
