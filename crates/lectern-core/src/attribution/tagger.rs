//! The embedded tagger: cues first, then the source and content of each.

use super::arguments::{self, Window};
use super::chain::{Scores, Weights, runs};
use super::cues::{self, View};
use super::relations::Frame;
use super::sequence::Sequence;
use std::ops::Range;

/// The weights of both passes.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// First pass.
    pub cues: Weights,
    /// Second pass.
    pub arguments: Weights,
}

/// What the first pass gives for all units of `sequence`.
pub fn score_cues(weights: &Weights, sequence: &Sequence) -> Scores<{ cues::LABELS }> {
    let view = View::new(sequence);
    let count = sequence.units.len();
    let mut scores = Scores::default();
    for at in 0..count {
        let mut inside = [0; cues::LABELS];
        view.inside(at, |feature| weights.inside.add(feature, &mut inside));
        scores.inside.push(inside);
    }
    for at in 0..=count {
        let mut edge = [0; 2 * cues::LABELS];
        view.edge(at, |feature| weights.edge.add(feature, &mut edge));
        scores.begin.push([edge[0]]);
        scores.end.push([edge[1]]);
    }
    scores
}

/// What the second pass gives for all units of `window`.
pub fn score_arguments(weights: &Weights, window: &Window) -> Scores<{ arguments::LABELS }> {
    let mut scores = Scores::default();
    for at in window.range.clone() {
        let mut inside = [0; arguments::LABELS];
        if !window.cue.contains(&at) {
            window.inside(at, |feature| weights.inside.add(feature, &mut inside));
        } else {
            inside = [NEVER; arguments::LABELS];
        }
        scores.inside.push(inside);
    }
    for at in window.range.start..=window.range.end {
        let mut edge = [0; 2 * arguments::LABELS];
        window.edge(at, |feature| weights.edge.add(feature, &mut edge));
        scores.begin.push([edge[0], edge[1]]);
        scores.end.push([edge[2], edge[3]]);
    }
    scores
}

/// Keeps a unit out of every span.
const NEVER: i32 = -1_000_000;

/// All frames of `sequence` whose cues score at least `-bonus`.
pub fn frames(model: &Model, sequence: &Sequence, bonus: i32) -> Vec<Frame> {
    let mut scores = score_cues(&model.cues, sequence);
    for begin in &mut scores.begin {
        begin[0] += bonus;
    }
    runs(&scores.best())
        .into_iter()
        .filter_map(|(_, cue)| {
            let cue_score = scores.span(1, cue.clone()) - bonus;
            Some(Frame {
                cue_score,
                ..arguments_of(model, sequence, cue)?
            })
        })
        .collect()
}

/// What `cue` governs.
pub fn arguments_of(model: &Model, sequence: &Sequence, cue: Range<usize>) -> Option<Frame> {
    let window = Window::new(sequence, cue.clone());
    let scores = score_arguments(&model.arguments, &window);
    let [without, with] = arguments::best(&scores);
    let margin = match (&without, &with) {
        (Some(without), Some(with)) => with.score - without.score,
        (None, Some(_)) => NEVER.abs(),
        _ => NEVER,
    };
    let best = if margin + SOURCE_BONUS >= 0 { with } else { without }?;
    let mut frame = Frame {
        cue,
        cue_score: 0,
        source: None,
        source_score: 0,
        source_margin: margin,
        content: Vec::new(),
        content_score: 0,
    };
    for (label, run) in runs(&best.labels) {
        let score = scores.span(usize::from(label), run.clone());
        let run = run.start + window.range.start..run.end + window.range.start;
        if usize::from(label) == arguments::SOURCE {
            (frame.source, frame.source_score) = (Some(run), score);
        } else {
            frame.content.push(run);
            frame.content_score += score;
        }
    }
    Some(frame)
}

const SOURCE_BONUS: i32 = 12;
