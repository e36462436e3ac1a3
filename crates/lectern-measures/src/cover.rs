//! Sets of positions, kept as stretches.

use crate::Range;

/// A set of positions: ordered, disjoint stretches with gaps between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cover(Vec<Range>);

impl Cover {
    /// All positions of the given stretches, which may overlap and come in any order.
    pub fn of(ranges: impl IntoIterator<Item = Range>) -> Self {
        let mut ranges: Vec<Range> = ranges.into_iter().filter(|(start, end)| start < end).collect();
        ranges.sort_unstable();
        let mut merged: Vec<Range> = Vec::with_capacity(ranges.len());
        for (start, end) in ranges {
            match merged.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ => merged.push((start, end)),
            }
        }
        Cover(merged)
    }

    /// How many positions it holds.
    pub fn len(&self) -> usize {
        self.0.iter().map(|(start, end)| (end - start) as usize).sum()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many positions are in both.
    pub fn shared(&self, other: &Cover) -> usize {
        let (mut shared, mut mine, mut theirs) = (0, 0, 0);
        while let (Some(one), Some(two)) = (self.0.get(mine), other.0.get(theirs)) {
            shared += one.1.min(two.1).saturating_sub(one.0.max(two.0)) as usize;
            if one.1 <= two.1 {
                mine += 1;
            } else {
                theirs += 1;
            }
        }
        shared
    }
}

/// The share of positions in both stretches among those in either.
pub fn overlap((start, end): Range, (from, to): Range) -> f64 {
    let both = end.min(to).saturating_sub(start.max(from));
    if both == 0 {
        return 0.0;
    }
    f64::from(both) / f64::from(end.max(to) - start.min(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_count_as_sets() {
        let cover = Cover::of([(8, 10), (0, 3), (2, 5), (5, 6), (7, 7)]);
        assert_eq!(cover, Cover(vec![(0, 6), (8, 10)]));
        assert_eq!(cover.len(), 8);
        assert_eq!(cover.shared(&Cover::of([(4, 9), (9, 20)])), 4);
        assert_eq!(cover.shared(&Cover::default()), 0);
    }

    #[test]
    fn overlap_is_a_share_of_the_union() {
        assert_eq!(overlap((0, 4), (2, 6)), 2.0 / 6.0);
        assert_eq!(overlap((0, 4), (4, 6)), 0.0);
        assert_eq!(overlap((1, 2), (1, 2)), 1.0);
    }
}
