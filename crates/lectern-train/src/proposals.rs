//! Trains the model of proposals on the articles written for Lectern: a chain that finds what the rules miss, the kind of
//! what it finds, and the score from which that is kept.

use crate::chain::{self, Example, Settings};
use crate::{corpus, model};
use anyhow::{Context, Result};
use lectern_core::Span;
use lectern_core::model::chain::{Scores, Slots, Weights, runs};
use lectern_core::proposals::training::file::{KINDS, LABELS, Model};
use lectern_core::proposals::training::{SHORTEST, Stretch, Wanted, stretches};
use lectern_core::text::positions::Positions;
use lectern_testkit::brat;
use std::ops::Range;

/// Articles are parted into so many folds; what is found in one is found by a model trained on the others.
const FOLDS: usize = 4;

/// How the chain is trained.
const CHAIN: Settings = Settings {
    slots: 1 << 17,
    sparsity: 14.0,
    ..model::CHAINS
};

/// How the kinds are told apart.
const KIND: Settings = Settings {
    slots: 1 << 15,
    sparsity: 8.0,
    ..model::CHAINS
};

/// In the order of the model's labels.
const NAMES: [&str; KINDS] = ["call", "plan", "pledge", "opposition"];

/// One article, ready for training.
#[derive(Debug)]
pub struct Article {
    /// What the rules leave open, with what is proposed there.
    open: Vec<Example>,
    /// The first token of each proposal, with its kind.
    kinds: Vec<Example>,
}

/// A proposal as it was marked, in bytes.
struct Marked {
    span: Span,
    /// A place in [`NAMES`].
    kind: usize,
}

/// The articles written for Lectern, read with the embedded attribution model.
///
/// # Errors
/// When a file cannot be read or its marks are not well formed.
pub fn read() -> Result<Vec<Article>> {
    let articles = corpus::written_files()?;
    articles
        .iter()
        .map(|article| of(article).with_context(|| article.name.clone()))
        .collect()
}

fn of(article: &brat::Article) -> Result<Article> {
    let prepared = corpus::prepare(&article.text);
    let positions = Positions::new(&article.text);
    let byte = |at: u32| positions.byte_of_code_point(at);
    let marked = article.proposals.iter().map(|((start, end), kind)| {
        let kind = NAMES.iter().position(|name| name == kind);
        Ok(Marked {
            span: Span::new(byte(*start), byte(*end)),
            kind: kind.context("a kind that is none")?,
        })
    });
    let marked = marked.collect::<Result<Vec<_>>>()?;
    let open = stretches(&prepared, Wanted::Open);
    let all = stretches(&prepared, Wanted::All);
    Ok(Article {
        open: open
            .into_iter()
            .map(|stretch| labelled(stretch, &marked))
            .collect(),
        kinds: all.iter().flat_map(|stretch| kinds(stretch, &marked)).collect(),
    })
}

/// The stretch with its tokens labelled by whether they lie in a proposal.
fn labelled(stretch: Stretch, marked: &[Marked]) -> Example {
    let holds = |span: &Span, token: &Span| span.start() <= token.start() && token.end() <= span.end();
    let label = |token: &Span| u8::from(marked.iter().any(|marked| holds(&marked.span, token)));
    Example {
        labels: stretch.tokens.iter().map(label).collect(),
        inside: stretch.inside,
        edge: stretch.edge,
    }
}

/// The kinds of the proposals that begin in the stretch: each an example of one unit without gaps that count.
fn kinds(stretch: &Stretch, marked: &[Marked]) -> Vec<Example> {
    let features = stretch
        .kind
        .chunks(stretch.kind.len() / stretch.tokens.len().max(1));
    let begun = |token: &Span| marked.iter().find(|marked| marked.span.start() == token.start());
    let tokens = stretch.tokens.iter().zip(features);
    tokens
        .filter_map(|(token, features)| {
            Some(Example {
                inside: features.to_vec(),
                edge: Vec::new(),
                labels: vec![begun(token)?.kind as u8 + 1],
            })
        })
        .collect()
}

/// Trains on `articles`; `progress` is told of each step.
pub fn train(articles: &[Article], progress: &dyn Fn(&str)) -> Model {
    let open = |wanted: &dyn Fn(usize) -> bool| -> Vec<&Example> {
        let articles = articles.iter().enumerate().filter(|&(at, _)| wanted(at));
        articles.flat_map(|(_, article)| &article.open).collect()
    };
    let mut found = Vec::new();
    for fold in 0..FOLDS {
        let weights = chain::train(&open(&|at| at % FOLDS != fold), LABELS, &CHAIN);
        for example in open(&|at| at % FOLDS == fold) {
            found.extend(found_in(example, &weights));
        }
        progress(&format!("fold {} of {FOLDS}", fold + 1));
    }
    let marked: usize = open(&|_| true)
        .iter()
        .map(|example| runs(&example.labels).len())
        .sum();
    let (keep, count, right) = cut(found);
    progress(&format!(
        "of {marked} that the rules miss {right} are found, {count} in all, kept from {keep} on"
    ));
    let kinds: Vec<&Example> = articles.iter().flat_map(|article| &article.kinds).collect();
    let model = Model {
        span: chain::train(&open(&|_| true), LABELS, &CHAIN),
        kind: chain::train(&kinds, KINDS, &KIND).inside,
        keep,
    };
    progress("done");
    model
}

/// What `weights` find in an example: the score of each, and whether it covers a marked one by half.
fn found_in(example: &Example, weights: &Weights) -> Vec<(i32, bool)> {
    let count = example.labels.len();
    let inside: Slots<'_, LABELS> = weights.inside.slots();
    let edge: Slots<'_, { 2 * LABELS }> = weights.edge.slots();
    let mut scores = Scores::<LABELS>::with_capacity(count);
    let tokens = example.inside.chunks(example.inside.len() / count);
    scores.inside.extend(tokens.map(|features| inside.sum(features)));
    for features in example.edge.chunks(example.edge.len() / (count + 1)) {
        let [begin, end] = edge.sum(features);
        scores.begin.push([begin]);
        scores.end.push([end]);
    }
    let marked = runs(&example.labels);
    let found = runs(&scores.best(0)).into_iter().map(|(_, run)| run);
    found
        .filter(|run| run.len() >= SHORTEST)
        .map(|run| {
            let right = marked.iter().any(|(_, marked)| half(marked, &run));
            (scores.span(1, run), right)
        })
        .collect()
}

/// Whether what two ranges share is at least half of what they cover together.
fn half(one: &Range<usize>, other: &Range<usize>) -> bool {
    let both = one.end.min(other.end).saturating_sub(one.start.max(other.start));
    2 * both >= one.len() + other.len() - both
}

/// The score from which on a false one costs what a right one gives: below it, less than half of what was found is
/// right. Gives how many are found from there on, and how many of these are right, too.
fn cut(mut found: Vec<(i32, bool)>) -> (i32, usize, usize) {
    found.sort_by_key(|&(score, _)| std::cmp::Reverse(score));
    let mut right = 0;
    let mut best = (i32::MAX, 0, 0);
    for (before, &(score, is_right)) in found.iter().enumerate() {
        right += usize::from(is_right);
        let count = before + 1;
        if 2 * right + best.1 > 2 * best.2 + count {
            best = (score, count, right);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn training_twice_gives_the_same_bytes() {
        let files = corpus::written_files().unwrap();
        let some: Vec<Article> = files.iter().step_by(20).map(|file| of(file).unwrap()).collect();
        let bytes = || train(&some, &|_| ()).to_bytes();
        let first = bytes();
        assert!(first.len() > 500, "nothing was learned");
        assert!(first == bytes());
    }

    #[test]
    fn what_is_kept_is_right_more_often_than_not() {
        let found = vec![
            (5, true),
            (9, true),
            (1, false),
            (0, true),
            (4, false),
            (3, true),
            (2, true),
        ];
        assert_eq!(cut(found), (2, 5, 4));
    }

    #[test]
    fn a_marked_proposal_is_labelled_and_its_kind_is_learned_from() {
        let article = lectern_testkit::tagged::read(
            "a",
            "---\n---\nThe guild has warmed to <p kind=\"plan\" by=\"-\">a levy on barges</p> at its meeting.\n",
        );
        let article = of(&article.unwrap()).unwrap();
        assert_eq!(article.kinds.len(), 1);
        assert_eq!(article.kinds[0].labels, [2]);
        let labels: Vec<u8> = article
            .open
            .iter()
            .flat_map(|example| example.labels.clone())
            .collect();
        assert_eq!(runs(&labels).iter().map(|(_, run)| run.len()).max(), Some(4));
    }
}
