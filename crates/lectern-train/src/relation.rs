//! Examples for the third pass: which candidates are right.

use crate::corpus::{Annotated, Attribution};
use lectern_core::Span;
use lectern_core::attribution::relations::{self, Frame};
use lectern_core::attribution::sequence::Sequence;

/// One candidate.
#[derive(Debug)]
pub struct Candidate {
    /// Which article it is from.
    pub article: usize,
    /// Its features.
    pub features: Vec<u32>,
    /// Whether a person marked the same.
    pub right: bool,
}

/// All frames as candidates.
pub fn candidates(
    number: usize,
    article: &Annotated,
    sequence: &Sequence,
    frames: &[Frame],
) -> Vec<Candidate> {
    (0..frames.len())
        .map(|at| {
            let mut features = Vec::new();
            relations::features(sequence, frames, at, |feature| features.push(feature));
            let content: Vec<Span> = frames[at]
                .content
                .iter()
                .map(|run| sequence.span(&article.prepared, run.clone()))
                .collect();
            let source = frames[at]
                .source
                .as_ref()
                .map(|run| sequence.span(&article.prepared, run.clone()));
            let right = article
                .attributions
                .iter()
                .any(|gold| matches(source, &content, gold));
            Candidate {
                article: number,
                features,
                right,
            }
        })
        .collect()
}

/// The scorer's criterion: the contents cover half of each other, the sources match or both have none.
pub fn matches(source: Option<Span>, content: &[Span], gold: &Attribution) -> bool {
    let overlap = |a: Span, b: Span| a.end().min(b.end()).saturating_sub(a.start().max(b.start()));
    let both: u32 = content
        .iter()
        .flat_map(|a| gold.content.iter().map(|b| overlap(*a, *b)))
        .sum();
    let length = |spans: &[Span]| spans.iter().map(|span| span.len()).sum::<u32>();
    if both == 0 || both * 2 < length(content) || both * 2 < length(&gold.content) {
        return false;
    }
    let Some(source) = source else {
        return gold.source.is_empty();
    };
    gold.source.iter().any(|gold| {
        gold.contains(source)
            || source.contains(*gold) && source.len() <= 3 * gold.len()
            || overlap(source, *gold) * 10 >= 3 * source.cover(*gold).len()
    })
}
