//! The best way to label the units of a window as source and content.

use super::arguments::{CONTENT, LABELS, SOURCE};
use crate::attribution::model::chain::Scores;

/// The best labelling of a window that holds content, and at most one source.
#[derive(Clone, Debug)]
pub(in crate::attribution) struct Labelled {
    /// One label a unit of the window.
    pub(in crate::attribution) labels: Vec<u8>,
    /// Its score.
    pub(in crate::attribution) score: i32,
}

/// States: label and what has been seen, `label + 3 * content seen + 6 * source seen`.
const STATES: usize = 12;

/// No path.
const NONE: i32 = i32::MIN / 2;

/// The best labelling with content and without a source, and the best with both.
pub(in crate::attribution) fn best(scores: &Scores<LABELS>) -> [Option<Labelled>; 2] {
    let count = scores.inside.len();
    let mut best = [NONE; STATES];
    best[0] = 0;
    let mut from = Vec::with_capacity(count);
    for at in 0..count {
        let mut next = [NONE; STATES];
        let mut origins = [0u8; STATES];
        for (state, &score) in best.iter().enumerate().filter(|&(_, &score)| score > NONE) {
            for label in 0..=LABELS {
                let Some(after) = follow(state, label) else {
                    continue;
                };
                let inside = if label > 0 {
                    scores.inside[at][label - 1]
                } else {
                    0
                };
                let score = score + step(scores, at, state % 3, label) + inside;
                if score > next[after] {
                    (next[after], origins[after]) = (score, state as u8);
                }
            }
        }
        best = next;
        from.push(origins);
    }
    [3, 9].map(|seen| {
        let ends = (seen..seen + 3).filter(|&state| best[state] > NONE);
        let score = |state: usize| best[state] + step(scores, count, state % 3, 0);
        let mut state = ends.max_by_key(|&state| (score(state), std::cmp::Reverse(state)))?;
        let score = score(state);
        let mut labels = vec![0; count];
        for at in (0..count).rev() {
            labels[at] = (state % 3) as u8;
            state = usize::from(from[at][state]);
        }
        Some(Labelled { labels, score })
    })
}

/// The state after `state` when the next unit has `label`; none where a second source would begin.
fn follow(state: usize, label: usize) -> Option<usize> {
    let (before, mut seen) = (state % 3, state - state % 3);
    match label {
        SOURCE if before == SOURCE => {}
        SOURCE if seen >= 6 => return None,
        SOURCE => seen += 6,
        CONTENT if seen % 6 == 0 => seen += 3,
        _ => {}
    }
    Some(seen + label)
}

fn step(scores: &Scores<LABELS>, at: usize, before: usize, label: usize) -> i32 {
    if before == label {
        return 0;
    }
    let end = if before > 0 { scores.end[at][before - 1] } else { 0 };
    let begin = if label > 0 { scores.begin[at][label - 1] } else { 0 };
    end + begin
}
