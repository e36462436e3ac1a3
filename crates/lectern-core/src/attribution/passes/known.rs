//! What the embedded tagger has worked out and its linker would work out again, where one reading runs both.

use crate::attribution::passes::arguments::{LABELS, Window};
use crate::attribution::passes::units::Sequence;
use crate::model::chain::Scores;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// So many units are kept: all of a long text would take more room than the text, so the rest is worked out again.
const MOST_UNITS: usize = 1 << 16;

/// Sequences and scores of windows, as far as they are kept.
#[derive(Debug, Default)]
pub(in crate::attribution) struct Known {
    /// The sequences of the first blocks.
    pub(in crate::attribution) blocks: Vec<Vec<Sequence>>,
    /// By the first token of a cue and the one past its last: the units looked at around it, and their scores.
    windows: FxHashMap<(u32, u32), (Range<usize>, Scores<LABELS>)>,
    /// How many units may be kept yet.
    room: usize,
}

impl Known {
    /// Nothing yet, with room for what a linker asks for; the default keeps nothing.
    pub(in crate::attribution) fn for_linker() -> Self {
        Known {
            room: MOST_UNITS,
            ..Known::default()
        }
    }

    /// Whether there is room for so many units more; where there is none, there is none from then on.
    fn takes(&mut self, units: usize) -> bool {
        let takes = units <= self.room;
        self.room = if takes { self.room - units } else { 0 };
        takes
    }

    /// Keeps the sequences of the next block.
    pub(super) fn keep_block(&mut self, block: Vec<Sequence>) {
        if self.takes(block.iter().map(|sequence| sequence.units.len()).sum()) {
            self.blocks.push(block);
        }
    }

    /// Keeps what the second pass gave for all of `window`.
    pub(super) fn keep_window(&mut self, window: &Window, scores: Scores<LABELS>) {
        if self.takes(window.range.len()) {
            let tokens = tokens(window.sequence, &window.cue);
            self.windows.insert(tokens, (window.range.clone(), scores));
        }
    }

    /// What the second pass gave for the units `range` of `sequence` around `cue`, if it is known; it is asked for once.
    pub(in crate::attribution) fn take_window(
        &mut self,
        sequence: &Sequence,
        cue: &Range<usize>,
        range: &Range<usize>,
    ) -> Option<Scores<LABELS>> {
        let (known, scores) = self.windows.remove(&tokens(sequence, cue))?;
        (known == *range).then_some(scores)
    }
}

/// The tokens of a cue tell it from all others: no unit of a sequence inside marks is one of the sequence around it.
fn tokens(sequence: &Sequence, cue: &Range<usize>) -> (u32, u32) {
    let units = &sequence.units;
    (units[cue.start].first, units[cue.end - 1].end)
}
