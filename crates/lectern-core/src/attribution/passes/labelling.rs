//! The best way to label the units of a window as source and content.

use super::arguments::LABELS;
use crate::model::chain::Scores;

/// The best labelling of a window that holds content, and at most one source.
#[derive(Clone, Debug)]
pub(in crate::attribution) struct Labelled {
    /// One label a unit of the window.
    pub(in crate::attribution) labels: Vec<u8>,
    /// Its score.
    pub(in crate::attribution) score: i32,
}

/// States: what has been seen, content (3) or a source (6) or both (9), and on top of it the label: 4 is none of them,
/// for a source that is seen is seen from its first unit on.
const STATES: usize = 12;

/// No path. Far from the ends of the numbers, so that steps may be added to it.
const NONE: i32 = i32::MIN / 2;

/// Below this is what has no path, whatever was added to it: a path that keeps out of forbidden units loses hardly anything.
const LEAST: i32 = NONE / 2;

/// The best labelling with content and without a source, and the best with both.
pub(in crate::attribution) fn best(scores: &Scores<LABELS>) -> [Option<Labelled>; 2] {
    let count = scores.inside.len();
    let mut best = [NONE; STATES];
    best[0] = 0;
    let mut from = Vec::with_capacity(count);
    for at in 0..count {
        let (next, origins) = after(scores, at, &best);
        best = next;
        from.push(origins);
    }
    [3, 9].map(|seen| {
        let ends = (seen..seen + 3).filter(|&state| best[state] > LEAST);
        let score = |state: usize| best[state] + ending(scores, count, state % 3);
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

/// The best way to each state behind the unit at `at`, and the state that it comes from, the first of equals.
fn after(scores: &Scores<LABELS>, at: usize, best: &[i32; STATES]) -> ([i32; STATES], [u8; STATES]) {
    let ([begin_source, begin], [end_source, end]) = (scores.begin[at], scores.end[at]);
    let [source, content] = scores.inside[at];
    let mut next = [NONE; STATES];
    let mut origins = [0u8; STATES];
    let mut reach = |state: usize, inside: i32, ways: &[(usize, i32)]| {
        for &(before, step) in ways {
            let score = best[before] + step + inside;
            if score > next[state] {
                (next[state], origins[state]) = (score, before as u8);
            }
        }
    };
    reach(0, 0, &[(0, 0)]);
    reach(3, 0, &[(3, 0), (5, end)]);
    reach(5, content, &[(0, begin), (3, begin), (5, 0)]);
    reach(6, 0, &[(6, 0), (7, end_source)]);
    reach(7, source, &[(0, begin_source), (7, 0)]);
    reach(9, 0, &[(9, 0), (10, end_source), (11, end)]);
    // no second source begins
    let anew = end + begin_source;
    reach(10, source, &[(3, begin_source), (5, anew), (10, 0)]);
    let turned = end_source + begin;
    reach(
        11,
        content,
        &[(6, begin), (7, turned), (9, begin), (10, turned), (11, 0)],
    );
    (next, origins)
}

/// What the end of `label` gives in the gap before the unit at `at`.
fn ending(scores: &Scores<LABELS>, at: usize, label: usize) -> i32 {
    label.checked_sub(1).map_or(0, |label| scores.end[at][label])
}
