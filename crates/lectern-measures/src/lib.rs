//! When two marks are the same, and what is counted from that: one home for every measure, whoever measures.
//!
//! Knows nothing of articles: stretches are pairs of numbers, in whatever unit.

pub mod cover;
pub mod criterion;
pub mod tally;

use std::collections::BTreeSet;

/// Keeps of pairs that are in order, the best first, those whose both ends are in none that was kept before.
pub fn one_to_one<Pair>(mut pairs: Vec<Pair>, ends: impl Fn(&Pair) -> (usize, usize)) -> Vec<Pair> {
    let (mut left, mut right) = (BTreeSet::new(), BTreeSet::new());
    pairs.retain(|pair| {
        let (one, two) = ends(pair);
        let is_free = !left.contains(&one) && !right.contains(&two);
        if is_free {
            left.insert(one);
            right.insert(two);
        }
        is_free
    });
    pairs
}

/// A stretch of text, half-open; in code points or in bytes, as the text is counted.
pub type Range = (u32, u32);

/// One attribution as a person marked it, or as it was found; every role can be in several pieces, or missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    /// Who says it.
    pub source: Vec<Range>,
    /// The words that tell that it is said.
    pub cue: Vec<Range>,
    /// What is said.
    pub content: Vec<Range>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_pairs_take_both_their_ends() {
        let pairs = vec![(0, 1), (0, 0), (1, 1), (2, 0), (2, 2)];
        assert_eq!(one_to_one(pairs, |pair| *pair), [(0, 1), (2, 0)]);
    }
}
