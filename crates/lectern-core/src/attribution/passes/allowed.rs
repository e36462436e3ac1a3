//! What the spans of a tagger allow around a cue.

use crate::attribution::passes::arguments::LABELS;
use crate::model::chain::NEVER;
use crate::model::chain::Scores;
use std::ops::Range;

/// A span of a layer as units, and its score.
pub(in crate::attribution) type Run = (Range<usize>, i32);

/// Where the spans of the layers let a label stand around a cue, as units and gaps of its window.
#[derive(Debug)]
pub(in crate::attribution) struct Allowed {
    /// Whether a span covers the unit.
    units: Vec<bool>,
    /// For each label, whether one begins and whether one ends in the gap.
    gaps: Vec<[[bool; 2]; LABELS]>,
}

impl Allowed {
    /// By the runs of `layers`, one for each label, that lie in `range` beside `cue`.
    pub(in crate::attribution) fn near(
        cue: &Range<usize>,
        range: &Range<usize>,
        layers: [&[Run]; LABELS],
    ) -> Self {
        let mut allowed = Allowed {
            units: vec![false; range.len()],
            gaps: vec![[[false; 2]; LABELS]; range.len() + 1],
        };
        for (label, runs) in layers.into_iter().enumerate() {
            let start = runs.partition_point(|(run, _)| run.start < range.start);
            let near = runs[start..].iter().take_while(|(run, _)| run.start < range.end);
            for (run, _) in near {
                if run.end <= range.end && (run.end <= cue.start || run.start >= cue.end) {
                    let (start, end) = (run.start - range.start, run.end - range.start);
                    allowed.units[start..end].fill(true);
                    allowed.gaps[start][label][0] = true;
                    allowed.gaps[end][label][1] = true;
                }
            }
        }
        allowed
    }

    /// Whether a span covers the unit.
    pub(in crate::attribution) fn unit(&self, at: usize) -> bool {
        self.units[at]
    }

    /// Whether anything begins or ends in the gap.
    pub(in crate::attribution) fn gap(&self, at: usize) -> bool {
        self.gaps[at].as_flattened().contains(&true)
    }

    /// `scores` with all that is not allowed out of reach.
    pub(in crate::attribution) fn only(&self, mut scores: Scores<LABELS>) -> Scores<LABELS> {
        for (inside, _) in scores
            .inside
            .iter_mut()
            .zip(&self.units)
            .filter(|(_, allowed)| !**allowed)
        {
            *inside = [NEVER; LABELS];
        }
        for (at, labels) in self.gaps.iter().enumerate() {
            for (label, &[begins, ends]) in labels.iter().enumerate() {
                scores.begin[at][label] += if begins { 0 } else { NEVER };
                scores.end[at][label] += if ends { 0 } else { NEVER };
            }
        }
        scores
    }
}
