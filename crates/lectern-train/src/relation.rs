//! Examples for the third pass: which candidates are right.

use crate::corpus::Annotated;
use lectern_core::Span;
use lectern_core::attribution::training::choice::{self, Frame};
use lectern_core::attribution::training::units::Sequence;
use lectern_testkit::Relation;
use lectern_testkit::criterion::same;

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
            choice::features(sequence, frames, at, |feature| features.push(feature));
            let span = |run: &std::ops::Range<usize>| sequence.span(&article.prepared, run.clone());
            let content: Vec<Span> = frames[at].content.iter().map(span).collect();
            let source: Vec<Span> = frames[at].source.iter().map(span).collect();
            let found = relation(&source, &content);
            let right = article
                .attributions
                .iter()
                .any(|gold| same(&found, &relation(&gold.source, &gold.content)));
            Candidate {
                article: number,
                features,
                right,
            }
        })
        .collect()
}

fn relation(source: &[Span], content: &[Span]) -> Relation {
    let ranges = |spans: &[Span]| spans.iter().map(|span| (span.start(), span.end())).collect();
    Relation {
        source: ranges(source),
        cue: Vec::new(),
        content: ranges(content),
    }
}
