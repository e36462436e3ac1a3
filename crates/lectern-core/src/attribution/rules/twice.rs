//! One quotation that two cues claim: `Lund told the council: "..."` by its verb and by its colon.

use crate::attribution::features::Chunk;
use crate::attribution::passes::choice::Frame;
use crate::attribution::passes::units::Sequence;

/// Candidates farther away in the list do not touch.
const NEIGHBOURS: usize = 6;

/// Whether what `frames[at]` governs belongs to another one of those that are `kept`: its own cue is only a sign and
/// the other one's a verb, or the other one's stands in the sentence of the content and its own does not.
pub(in crate::attribution) fn is_told_better(
    sequence: &Sequence,
    frames: &[Frame],
    at: usize,
    kept: impl Fn(usize) -> bool,
) -> bool {
    let mine = &frames[at];
    let from = at.saturating_sub(NEIGHBOURS);
    let until = frames.len().min(at + NEIGHBOURS + 1);
    (from..until)
        .filter(|&other| other != at && kept(other))
        .any(|other| {
            let theirs = &frames[other];
            let shares = mine.content.iter().any(|mine| {
                theirs
                    .content
                    .iter()
                    .any(|other| mine.start < other.end && other.start < mine.end)
            });
            let sign_only = is_sign(sequence, mine) && !is_sign(sequence, theirs);
            let elsewhere = mine.content == theirs.content
                && !beside(sequence, mine)
                && beside(sequence, theirs)
                && !is_sign(sequence, theirs);
            shares && (sign_only || elsewhere)
        })
}

/// Whether the cue of `frame` is a colon or dash alone.
fn is_sign(sequence: &Sequence, frame: &Frame) -> bool {
    sequence.units[frame.cue.clone()]
        .iter()
        .all(|unit| matches!(unit.features.chunk, Chunk::Colon | Chunk::Dash))
}

/// Whether the cue of `frame` stands in a sentence of its content.
fn beside(sequence: &Sequence, frame: &Frame) -> bool {
    let sentence = sequence.units[frame.cue.start].sentence;
    let within = |at: usize| sequence.units[at].sentence == sentence;
    frame
        .content
        .iter()
        .any(|part| within(part.start) || within(part.end - 1))
}
