//! The whole training: both chains, the last pass on what they find in articles they have not seen, thresholds.

use crate::chain::{self, Example, Settings};
use crate::corpus::Annotated;
use crate::examples::{self, Examples};
use crate::relation::{self, Candidate};
use lectern_core::attribution::training::chain::{Table, Weights};
use lectern_core::attribution::training::file::Model;
use lectern_core::attribution::training::units::sequences;
use lectern_core::attribution::training::{arguments, cues, frames, tagger};
use lectern_core::attribution::{LinkerWeights, SCALE, Thresholds};
use std::thread;

/// Articles are parted into so many folds; what is found in one is found by a model trained on the others.
const FOLDS: usize = 4;
/// Share of right ones that quotations marked sure are to reach, in percent; above what is promised, for safety.
const SURE: usize = 93;
/// A source is taken when it costs no more than this.
const SOURCE: i32 = -SCALE / 2;
/// Thresholds whose F1 is no more than this below the best are as good as the best. Where the top is so flat, its best
/// point is chance: the mildest is taken, for readers strike out a quotation that is none, and never see one that is
/// missed.
const FLAT: f64 = 0.002;
/// A cue inside a quotation makes a nested one from this score on.
const NESTED: i32 = -5 * SCALE;

/// How the chains are trained.
pub const CHAINS: Settings = Settings {
    epochs: 8,
    rate: 0.1,
    slots: 1 << 18,
    least_count: 3,
    decay: 0.0,
    sparsity: 24.0,
    dropout: 80,
    scale: SCALE as f32,
    step: 2.0,
};

/// How the last pass is trained.
pub const CHOICE: Settings = Settings {
    epochs: 6,
    rate: 0.05,
    slots: 1 << 15,
    step: 1.0,
    ..CHAINS
};

/// Trains on `articles` and, for what they hardly hold, on `passages`; `progress` is told of each step. Thresholds are
/// set on the articles alone.
pub fn train(
    mut articles: Vec<Annotated>,
    passages: Vec<Annotated>,
    progress: &(dyn Fn(&str) + Sync),
) -> Model {
    let marked = articles.iter().map(|article| article.attributions.len()).sum();
    let count = articles.len();
    articles.extend(passages);
    let in_fold = |at: usize, fold: usize| articles[at].group % FOLDS == fold;
    let examples: Vec<Examples> = articles.iter().map(examples::of).collect();
    progress("features ready");
    let mut candidates = Vec::new();
    for fold in 0..FOLDS {
        let model = chains(&examples, |at| !in_fold(at, fold));
        for (number, article) in articles.iter().enumerate().filter(|&(at, _)| in_fold(at, fold)) {
            candidates.extend(found(number, article, &model));
        }
        progress(&format!("fold {} of {FOLDS}", fold + 1));
    }
    candidates.sort_by_key(|candidate| candidate.article);
    let of_articles = candidates.partition_point(|candidate| candidate.article < count);
    let thresholds = thresholds(&candidates[..of_articles], marked);
    progress(&format!("{} candidates, {thresholds:?}", candidates.len()));
    let all: Vec<&Candidate> = candidates.iter().collect();
    let choice = chain::train_choice(&all, &CHOICE);
    let mut model = chains(&examples, |_| true);
    model.linker.choice = choice;
    model.linker.thresholds = thresholds;
    progress("done");
    model
}

/// Both chains, trained side by side on the articles that are `wanted`.
fn chains(examples: &[Examples], wanted: impl Fn(usize) -> bool) -> Model {
    let articles = examples.iter().enumerate().filter(|&(at, _)| wanted(at));
    let chosen: Vec<&Examples> = articles.map(|(_, examples)| examples).collect();
    let of_cues: Vec<&Example> = chosen.iter().flat_map(|examples| &examples.cues).collect();
    let of_arguments: Vec<&Example> = chosen.iter().flat_map(|examples| &examples.arguments).collect();
    let fit = |examples: &[&Example], labels: usize| -> Weights { chain::train(examples, labels, &CHAINS) };
    let (cues, arguments) = thread::scope(|scope| {
        let cues = scope.spawn(|| fit(&of_cues, cues::LABELS));
        let arguments = fit(&of_arguments, arguments::LABELS);
        (cues.join(), arguments)
    });
    let thresholds = Thresholds {
        source: SOURCE,
        ..Thresholds::default()
    };
    // a thread that panicked has said why already
    let cues = cues.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
    Model {
        cues,
        linker: LinkerWeights {
            arguments,
            choice: Table::default(),
            thresholds,
        },
    }
}

fn found(number: usize, article: &Annotated, model: &Model) -> Vec<Candidate> {
    let tags = tagger::tag(model, &article.prepared);
    let outer = sequences(&article.prepared).filter(|sequence| !sequence.inside);
    outer
        .flat_map(|sequence| {
            let frames = frames(&article.prepared, &sequence, &tags, &model.linker);
            relation::candidates(number, article, &sequence, &frames)
        })
        .collect()
}

/// Where the last pass should cut: seen on candidates that it was not trained on.
fn thresholds(candidates: &[Candidate], marked: usize) -> Thresholds {
    let half = |even: bool| {
        candidates
            .iter()
            .filter(|candidate| (candidate.article % 2 == 0) == even)
            .collect::<Vec<_>>()
    };
    let mut scored: Vec<(i32, bool)> = Vec::new();
    for even in [false, true] {
        let choice = chain::train_choice(&half(!even), &CHOICE);
        scored.extend(half(even).iter().map(|candidate| {
            let (mut score, slots) = ([0], choice.slots());
            candidate
                .features
                .iter()
                .for_each(|&feature| slots.add(feature, &mut score));
            (score[0], candidate.right)
        }));
    }
    scored.sort_by_key(|&(score, _)| std::cmp::Reverse(score));
    let mut right = 0;
    let mut reached: Vec<(f64, i32)> = Vec::with_capacity(scored.len());
    let mut sure = i32::MAX;
    for (count, &(score, is_right)) in scored.iter().enumerate() {
        right += usize::from(is_right);
        reached.push((2.0 * right as f64 / (count + 1 + marked) as f64, score));
        if right * 100 >= SURE * (count + 1) {
            sure = score;
        }
    }
    let best = reached.iter().map(|&(f1, _)| f1).fold(0.0, f64::max);
    let keep = reached
        .iter()
        .rfind(|&&(f1, _)| f1 >= best - FLAT)
        .map_or(0, |&(_, score)| score);
    Thresholds {
        source: SOURCE,
        keep,
        nested: NESTED,
        sure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn training_twice_gives_the_same_bytes() {
        let some = || {
            let passages = crate::passages::all().expect("patterns are well formed");
            passages.into_iter().step_by(9).collect::<Vec<_>>()
        };
        let bytes = || train(some(), Vec::new(), &|_| ()).to_bytes();
        let first = bytes();
        assert!(first.len() > 2_000, "nothing was learned");
        assert!(first == bytes());
    }
}
