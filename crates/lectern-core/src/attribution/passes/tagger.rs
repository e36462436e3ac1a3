//! The embedded tagger: cues first, then what each may govern.

use crate::attribution::model_file::Model;
use crate::attribution::passes::arguments::{self, Window};
use crate::attribution::passes::cues::{self, View};
use crate::attribution::passes::known::Known;
use crate::attribution::passes::labelling;
use crate::attribution::passes::units::{Sequence, blocks};
use crate::attribution::{SCALE, Scored, Tags};
use crate::model::ModelError;
use crate::model::chain::{NEVER, Scores, Weights, runs};
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

/// A head of less than this makes no cue, whatever stands beside it.
const LEAST_HEAD: i32 = -15;
/// A unit beside a head that gives less than this ends the cue.
const LEAST_BESIDE: i32 = -30;

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

/// What the first pass gives for the units of `sequence` that may belong to a cue, which are some three in ten: its
/// heads, and what stands beside one as long as it may go on. All others are kept out of every cue.
///
/// A cascade as in Weiss and Taskar, "Structured Prediction Cascades" (2010), with word classes as its first step.
fn score_cues(weights: &Weights, sequence: &Sequence) -> Scores<{ cues::LABELS }> {
    let view = View::new(sequence);
    let count = sequence.units.len();
    let (of_units, of_gaps) = (weights.inside.slots(), weights.edge.slots());
    let mut scores = Scores {
        inside: vec![[NEVER]; count],
        begin: vec![[0]; count + 1],
        end: vec![[0]; count + 1],
    };
    score_likely(&mut scores.inside, &cues::heads(sequence), |at| {
        of_units.sum(&view.inside(at))
    });
    let is_open = |at: usize| scores.inside.get(at).is_some_and(|inside| inside[0] > NEVER);
    for at in 0..=count {
        if is_open(at) || at > 0 && is_open(at - 1) {
            let edge: [i32; 2 * cues::LABELS] = of_gaps.sum(&view.edge(at));
            (scores.begin[at], scores.end[at]) = ([edge[0]], [edge[1]]);
        }
    }
    scores
}

/// Puts into `inside` the `score` of each of `heads`, and of the units beside those that are likely.
fn score_likely(
    inside: &mut [[i32; cues::LABELS]],
    heads: &[usize],
    score: impl Fn(usize) -> [i32; cues::LABELS],
) {
    let count = inside.len();
    for &head in heads {
        inside[head] = score(head);
    }
    for &head in heads {
        if inside[head][0] < LEAST_HEAD {
            continue;
        }
        let mut goes_on = |at: usize| {
            if inside[at] == [NEVER] {
                inside[at] = score(at);
            } else if inside[at][0] >= LEAST_HEAD {
                // what this one reaches is reached from it
                return false;
            }
            inside[at][0] >= LEAST_BESIDE
        };
        for beside in [
            &mut (0..head).rev() as &mut dyn Iterator<Item = usize>,
            &mut (head + 1..count),
        ] {
            beside.take_while(|&at| goes_on(at)).for_each(drop);
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_model_is_whole() {
        assert_eq!(embedded().err(), None);
    }
}
