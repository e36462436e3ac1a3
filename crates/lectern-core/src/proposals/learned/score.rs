//! What the chain gives for the tokens and gaps of a sequence.

use crate::model::chain::{NEVER, Scores, Slots, Weights};
use crate::proposals::learned::features::{LABELS, Sequence};

/// A gap of less than this begins no proposal, whatever follows.
const LEAST_BEGIN: i32 = -100;
/// A proposal that has fallen below this is given up.
const LEAST_OPEN: i32 = -100;

/// The scores of `sequence`; tokens that no likely proposal reaches are kept out of all. A cascade, as for cues: most
/// tokens are never looked at.
pub(super) fn score(weights: &Weights, sequence: &Sequence) -> Scores<LABELS> {
    let count = sequence.len();
    let inside: Slots<'_, LABELS> = weights.inside.slots();
    let edge: Slots<'_, { 2 * LABELS }> = weights.edge.slots();
    let mut scores = Scores::with_capacity(count);
    // the best that a proposal which is still open has come to
    let mut open: Option<i32> = None;
    for at in 0..=count {
        let begins = at < count && sequence.can_begin(at);
        let [begin, end] = if begins || open.is_some() {
            edge.sum(&sequence.edge(at))
        } else {
            [NEVER; 2 * LABELS]
        };
        let begin = if begins { begin } else { NEVER };
        scores.begin.push([begin]);
        scores.end.push([end]);
        if at == count {
            break;
        }
        open = open.max(Some(begin).filter(|&begin| begin >= LEAST_BEGIN));
        let token = open.map(|_| inside.sum(&sequence.inside(at)));
        scores.inside.push(token.unwrap_or([NEVER]));
        open = open
            .zip(token)
            .map(|(score, [token])| score + token)
            .filter(|&score| score >= LEAST_OPEN);
    }
    scores
}
