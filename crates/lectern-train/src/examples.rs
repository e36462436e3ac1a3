//! Turns annotated articles into examples for the two passes.

use crate::chain::Example;
use crate::corpus::Annotated;
use lectern_core::Span;
use lectern_core::attribution::training::arguments::{self, REACH, Window};
use lectern_core::attribution::training::cues::View;
use lectern_core::attribution::training::units::{Sequence, sequences};
use std::ops::Range;

/// One article's examples.
#[derive(Debug)]
pub struct Examples {
    /// First pass: one a sequence outside quotation marks.
    pub cues: Vec<Example>,
    /// Second pass: one a marked cue.
    pub arguments: Vec<Example>,
}

/// Makes the examples of `article`.
pub fn of(article: &Annotated) -> Examples {
    let mut examples = Examples {
        cues: Vec::new(),
        arguments: Vec::new(),
    };
    for sequence in sequences(&article.prepared).filter(|sequence| !sequence.inside) {
        examples.cues.push(cues(article, &sequence));
        for attribution in &article.attributions {
            let cue = units(article, &sequence, &attribution.cue);
            if let Some(cue) = whole(&cue) {
                let window = Window::new(&sequence, cue, REACH);
                examples.arguments.push(self::arguments(
                    article,
                    &sequence,
                    &window,
                    &attribution.source,
                    &attribution.content,
                ));
            }
        }
    }
    examples
}

fn cues(article: &Annotated, sequence: &Sequence) -> Example {
    let mut example = Example {
        labels: vec![0; sequence.units.len()],
        ..Example::default()
    };
    for attribution in &article.attributions {
        for at in units(article, sequence, &attribution.cue) {
            example.labels[at] = 1;
        }
    }
    let view = View::new(sequence);
    for at in 0..sequence.units.len() {
        example.inside.extend(view.inside(at));
    }
    for at in 0..=sequence.units.len() {
        example.edge.extend(view.edge(at));
    }
    example
}

fn arguments(
    article: &Annotated,
    sequence: &Sequence,
    window: &Window,
    source: &[Span],
    content: &[Span],
) -> Example {
    let mut example = Example {
        labels: vec![0; window.range.len()],
        ..Example::default()
    };
    for (label, spans) in [(arguments::SOURCE, source), (arguments::CONTENT, content)] {
        for at in units(article, sequence, spans) {
            if window.range.contains(&at) && !window.cue.contains(&at) {
                example.labels[at - window.range.start] = label as u8;
            }
        }
    }
    for at in window.range.clone() {
        example.inside.extend(window.inside(at));
    }
    for at in window.range.start..=window.range.end {
        example.edge.extend(window.edge(at));
    }
    example
}

/// The units of `sequence` that lie for the greater part in `spans`.
fn units(article: &Annotated, sequence: &Sequence, spans: &[Span]) -> Vec<usize> {
    spans
        .iter()
        .filter_map(|&span| sequence.run(&article.prepared, span))
        .flatten()
        .collect()
}

fn whole(units: &[usize]) -> Option<Range<usize>> {
    let (first, last) = (units.first()?, units.last()?);
    (last - first < units.len() + 3).then(|| *first..last + 1)
}
