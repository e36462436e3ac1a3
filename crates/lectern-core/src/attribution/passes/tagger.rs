//! The embedded tagger: cues first, then what each may govern.

use crate::attribution::model::chain::{Scores, Weights, runs};
use crate::attribution::model::file::{Model, ModelError};
use crate::attribution::passes::arguments::{self, Window};
use crate::attribution::passes::cues::{self, View};
use crate::attribution::passes::known::Known;
use crate::attribution::passes::labelling;
use crate::attribution::passes::units::{Sequence, blocks};
use crate::attribution::{SCALE, Scored, Tags};
use crate::prepared::Prepared;
use crate::text::order;
use std::ops::Range;
use std::sync::LazyLock;

/// The bytes of the model file that ships with the core.
pub const MODEL_FILE: &[u8] = include_bytes!("../../../model/attribution.bin");

/// The model that ships with the core, or why its file is none.
pub(in crate::attribution) fn embedded() -> Result<&'static Model, ModelError> {
    static MODEL: LazyLock<Result<Model, ModelError>> = LazyLock::new(|| Model::from_bytes(MODEL_FILE));
    MODEL.as_ref().map_err(|error| *error)
}

/// Cues that are unlikely by no more than this are given: the linker knows more.
const DOUBTFUL: i32 = 80;
/// The same for cue verbs inside what another cue governs: the first pass has learned to pass them over.
const NESTED: i32 = 250;

/// Tags with `model`. The layers hold the readings of every likely cue, so spans of a layer can overlap.
pub fn tag(model: &Model, prepared: &Prepared) -> Tags {
    tag_keeping(model, prepared, &mut Known::default())
}

/// As [`tag`], and keeps in `known` what the linker would else work out again.
pub(in crate::attribution) fn tag_keeping(model: &Model, prepared: &Prepared, known: &mut Known) -> Tags {
    let mut tagger = Tagger {
        model,
        prepared,
        known,
        tags: Tags::default(),
    };
    for block in blocks(prepared, 0) {
        for sequence in &block {
            tagger.tag(sequence);
        }
        tagger.known.keep_block(block);
    }
    let mut tags = tagger.tags;
    for layer in [&mut tags.source, &mut tags.cue, &mut tags.content] {
        order::by_key(layer, |scored| (scored.span, std::cmp::Reverse(scored.score)));
        layer.dedup_by_key(|scored| scored.span);
    }
    tags
}

/// The tagger on its way through a text.
struct Tagger<'a> {
    model: &'a Model,
    prepared: &'a Prepared,
    known: &'a mut Known,
    tags: Tags,
}

impl Tagger<'_> {
    /// Adds the likely cues of `sequence` with what they may govern.
    fn tag(&mut self, sequence: &Sequence) {
        let scores = score_cues(&self.model.cues, sequence);
        let mut held = self.tag_cues(sequence, &scores, likely(&scores, DOUBTFUL).collect());
        if held.is_empty() {
            return;
        }
        order::by_key(&mut held, |run| run.start);
        // where the longest of those that start up to each place ends
        let mut end = 0;
        for run in &mut held {
            end = end.max(run.end);
            run.end = end;
        }
        let governs = |run: &Range<usize>| {
            let after = held.partition_point(|held| held.start <= run.start);
            held[..after].last().is_some_and(|held| run.end <= held.end)
        };
        let mut inner = likely(&scores, NESTED).collect::<Vec<_>>();
        inner.retain(|cue| {
            scores.span(1, cue.clone()) < -DOUBTFUL && governs(cue) && sequence.has_cue_verb(cue.clone())
        });
        self.tag_cues(sequence, &scores, inner);
    }

    /// Adds `cues` with what they may govern; gives the units of their contents.
    fn tag_cues(
        &mut self,
        sequence: &Sequence,
        scores: &Scores<{ cues::LABELS }>,
        cues: Vec<Range<usize>>,
    ) -> Vec<Range<usize>> {
        let reach = arguments::shared_reach(sequence, cues.iter());
        let mut held = Vec::new();
        for cue in cues {
            let score = scores.span(1, cue.clone());
            self.tag_cue(&Window::new(sequence, cue, reach), score, &mut held);
        }
        held
    }

    /// Adds the cue of `window`, whose score is `score`, with what it may govern, and to `held` the units of its contents.
    fn tag_cue(&mut self, window: &Window, score: i32, held: &mut Vec<Range<usize>>) {
        let (sequence, prepared) = (window.sequence, self.prepared);
        let scored = |run: Range<usize>, score: i32| Scored {
            span: sequence.span(prepared, run),
            score: score * 1000 / SCALE,
        };
        let start = window.range.start;
        let scores = score_arguments(&self.model.linker.arguments, window, |_| true, |_| true);
        for labelled in labelling::best(&scores).into_iter().flatten() {
            for (label, run) in runs(&labelled.labels) {
                let score = scores.span(usize::from(label), run.clone());
                let run = run.start + start..run.end + start;
                if usize::from(label) == arguments::SOURCE {
                    self.tags.source.push(scored(run, score));
                } else {
                    self.tags.content.push(scored(run.clone(), score));
                    held.push(run);
                }
            }
        }
        self.tags.cue.push(scored(window.cue.clone(), score));
        self.known.keep_window(window, scores);
    }
}

/// Cues whose score is at least about `-bonus`.
fn likely(scores: &Scores<{ cues::LABELS }>, bonus: i32) -> impl Iterator<Item = Range<usize>> {
    runs(&scores.best(bonus)).into_iter().map(|(_, run)| run)
}

/// What the first pass gives for all units of `sequence`.
pub fn score_cues(weights: &Weights, sequence: &Sequence) -> Scores<{ cues::LABELS }> {
    let view = View::new(sequence);
    let count = sequence.units.len();
    let (of_units, of_gaps) = (weights.inside.slots(), weights.edge.slots());
    let mut scores = Scores::with_capacity(count);
    for at in 0..count {
        scores.inside.push(of_units.sum(&view.inside(at)));
    }
    for at in 0..=count {
        let edge: [i32; 2 * cues::LABELS] = of_gaps.sum(&view.edge(at));
        scores.begin.push([edge[0]]);
        scores.end.push([edge[1]]);
    }
    scores
}

/// What the second pass gives for those units and gaps of `window` that are asked for; the cue's own are never.
pub fn score_arguments(
    weights: &Weights,
    window: &Window,
    units: impl Fn(usize) -> bool,
    gaps: impl Fn(usize) -> bool,
) -> Scores<{ arguments::LABELS }> {
    let is_open = |at: usize| window.range.contains(&at) && !window.cue.contains(&at);
    let (of_units, of_gaps) = (weights.inside.slots(), weights.edge.slots());
    let mut scores = Scores::with_capacity(window.range.len());
    for at in window.range.clone() {
        let mut inside = [NEVER; arguments::LABELS];
        if is_open(at) && units(at) {
            inside = of_units.sum(&window.inside(at));
        }
        scores.inside.push(inside);
    }
    for at in window.range.start..=window.range.end {
        let mut edge = [0; 2 * arguments::LABELS];
        if gaps(at) && (is_open(at) || at > 0 && is_open(at - 1)) {
            edge = of_gaps.sum(&window.edge(at));
        }
        scores.begin.push([edge[0], edge[1]]);
        scores.end.push([edge[2], edge[3]]);
    }
    scores
}

/// Keeps a unit out of every span.
pub(in crate::attribution) const NEVER: i32 = -1_000_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_model_is_whole() {
        assert_eq!(embedded().err(), None);
    }
}
