//! A proposal before its people are known.

use crate::proposals::candidate::Candidate;
use std::ops::Range;

/// A proposal before its people are known.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) candidate: Candidate,
    /// The stretch that says what is to be done.
    pub(crate) range: Range<usize>,
    pub(crate) items: Vec<Range<usize>>,
    pub(crate) stated: Option<u32>,
}

/// The places of the candidates whose triggers lie in the range; they are in order.
pub(crate) fn within(candidates: &[Candidate], range: &Range<usize>) -> Range<usize> {
    let from = candidates.partition_point(|candidate| candidate.trigger.start < range.start);
    let end = candidates.partition_point(|candidate| candidate.trigger.start < range.end);
    from..end.max(from)
}

/// Triggers in the sentences of a list have told all they have to tell.
pub(crate) fn take_inside(candidates: &[Candidate], taken: &mut [bool], range: Range<usize>) {
    let from = candidates.partition_point(|candidate| candidate.trigger.start < range.start);
    for (candidate, taken) in candidates
        .iter()
        .zip(taken.iter_mut())
        .skip(from)
        .take_while(|(candidate, _)| candidate.trigger.start < range.end)
    {
        *taken |= range.contains(&candidate.trigger.start);
    }
}
