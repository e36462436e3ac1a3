//! Stage 2: the text, repaired once and then frozen.

use crate::article::{Edit, EditKind, Source, Span};
use crate::input::{BlockHint, Input, Overrides};
use crate::text::order;
use std::ops::Range;

mod drop_caps;
mod entities;
mod hyphens;
mod line_ends;
mod mojibake;

/// Repairs the input; gives the source and the input's hints moved to where their text is now.
///
/// Nothing is edited under [`Overrides::as_is`]; a repair that [`Overrides::repairs_undone`] anchors is not made.
#[must_use]
pub fn repair(input: &Input, overrides: &Overrides) -> (Source, Vec<BlockHint>) {
    if overrides.as_is {
        let source = Source {
            text: input.text.clone(),
            edits: Vec::new(),
        };
        return (source, input.hints.clone());
    }
    let changes = changes(&input.text, overrides);
    let hints = input
        .hints
        .iter()
        .scan(Shift::new(&changes), |shift, hint| {
            let start = shift.moved(hint.span.start());
            let end = shift.moved(hint.span.end());
            Some(BlockHint {
                span: Span::new(start, end),
                ..*hint
            })
        })
        .collect();
    (apply(&input.text, changes), hints)
}

/// A change to the input that was found worth making.
#[derive(Debug)]
struct Change {
    /// Bytes of the input.
    at: Range<usize>,
    new: String,
    kind: EditKind,
}

/// All changes, ordered and disjoint.
fn changes(text: &str, overrides: &Overrides) -> Vec<Change> {
    let kept: Vec<Range<usize>> = overrides
        .repairs_undone
        .iter()
        .filter_map(|anchor| anchor.find(text))
        .map(Span::range)
        .collect();
    let undone = |change: &Change| {
        kept.iter()
            .any(|range| range.start <= change.at.start && change.at.end <= range.end)
    };
    let mut all: Vec<Change> = mojibake::find(text)
        .into_iter()
        .chain(hyphens::find(text))
        .chain(drop_caps::find(text))
        .chain(entities::find(text))
        .filter(|change| !undone(change))
        .collect();
    // The repairs above may swallow a line end; what they leave is turned into LF.
    order::by_key(&mut all, |change| change.at.start);
    let ends = line_ends::find(text).into_iter().filter(|change| !undone(change));
    all = merge(all, ends);
    let mut end = 0;
    all.retain(|change| {
        let fits = change.at.start >= end;
        if fits {
            end = change.at.end;
        }
        fits
    });
    all
}

/// Both in text order; where two overlap, the one from `first` is kept.
fn merge(first: Vec<Change>, second: impl Iterator<Item = Change>) -> Vec<Change> {
    let mut out = Vec::with_capacity(first.len());
    let mut first = first.into_iter().peekable();
    for change in second {
        while let Some(before) = first.next_if(|other| other.at.start <= change.at.start) {
            out.push(before);
        }
        let clear_after = first.peek().is_none_or(|other| change.at.end <= other.at.start);
        let clear_before = out
            .last()
            .is_none_or(|other: &Change| other.at.end <= change.at.start);
        if clear_after && clear_before {
            out.push(change);
        }
    }
    out.extend(first);
    out
}

fn apply(input: &str, changes: Vec<Change>) -> Source {
    let mut source = Source {
        text: String::with_capacity(input.len()),
        edits: Vec::with_capacity(changes.len()),
    };
    let mut from = 0;
    for change in changes {
        source.text.push_str(&input[from..change.at.start]);
        let start = source.text.len();
        source.text.push_str(&change.new);
        source.edits.push(Edit {
            at: Span::of(start..source.text.len()),
            was: input[change.at.clone()].to_owned(),
            kind: change.kind,
        });
        from = change.at.end;
    }
    source.text.push_str(&input[from..]);
    source
}

/// Moves ascending positions of the input to the source.
struct Shift<'c> {
    changes: std::slice::Iter<'c, Change>,
    /// The change that was passed last: its end in the input and the same place in the source.
    passed: (usize, usize),
}

impl<'c> Shift<'c> {
    fn new(changes: &'c [Change]) -> Self {
        Shift {
            changes: changes.iter(),
            passed: (0, 0),
        }
    }

    /// Where `position` lies in the source; inside a change, where the change begins. A position before an
    /// earlier one gives that one's place at least.
    fn moved(&mut self, position: u32) -> u32 {
        let position = position as usize;
        while let Some(change) = self.changes.as_slice().first() {
            let (end, place) = self.passed;
            if position < change.at.end {
                let inside = position.min(change.at.start);
                return (place + inside.saturating_sub(end)) as u32;
            }
            self.passed = (change.at.end, place + (change.at.start - end) + change.new.len());
            self.changes.next();
        }
        let (end, place) = self.passed;
        (place + position.saturating_sub(end)) as u32
    }
}

#[cfg(test)]
mod tests;
