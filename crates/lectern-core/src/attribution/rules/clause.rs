//! Contents that stop before their clause is whole: `said the mill, built by monks, has closed`.

use crate::attribution::features::Chunk;
use crate::attribution::passes::choice::Frame;
use crate::attribution::passes::units::{Sequence, Unit};
use crate::attribution::rules::unit_view::UnitView;
use crate::lexicon::WordSet;
use crate::prepared::Prepared;
use std::ops::Range;

/// What stands between a noun and its verb has at most so many commas.
const MOST_COMMAS: usize = 3;

/// Lets the contents of `frames` that stop at a comma or a dash in the middle of a clause go on to its end.
pub(in crate::attribution) fn complete(prepared: &Prepared, sequence: &Sequence, frames: &mut [Frame]) {
    let words = UnitView::new(prepared, sequence);
    for frame in frames {
        let clausal = frame
            .cue
            .clone()
            .any(|at| WordSet::ClausalVerb.has(words.lemma(at)));
        if let Some(last) = frame
            .content
            .last_mut()
            .filter(|last| last.start >= frame.cue.end)
            && frame
                .source
                .as_ref()
                .is_none_or(|source| source.end <= last.start)
            && let Some(end) = words.whole(last, clausal)
        {
            last.end = end;
        }
    }
}

impl UnitView<'_> {
    /// Where the clause of `content` ends, if it is cut off before.
    fn whole(&self, content: &Range<usize>, clausal: bool) -> Option<usize> {
        let sentence = self.sentence(content.start);
        let cut = content.end;
        if cut >= sentence.end || !matches!(self.chunk(cut), Chunk::Comma | Chunk::Dash | Chunk::Bracket) {
            return None;
        }
        if matches!(self.form(cut + 1), "including" | "such") {
            return Some(self.phrase_end(cut + 1, sentence.end));
        }
        let first = content.start + usize::from(self.form(content.start) == "that");
        let opened = WordSet::ClauseOpener.has(self.form(first))
            && !content.clone().any(|at| self.chunk(at) == Chunk::Comma);
        let verbless = clausal
            && self.chunk(first) == Chunk::Nominal
            && !content
                .clone()
                .any(|at| self.is_verb(at) || self.unit(at).is_some_and(Unit::is_folded))
            && self.verb_behind(cut, sentence.end);
        let again = self.form(cut - 1) == self.form(cut + 1);
        let goes_on = opened && clausal && (cut..sentence.end).any(|at| self.is_finite(at));
        (goes_on || verbless || again).then(|| self.without_stop(&sentence))
    }

    /// Whether what the comma or dash at `cut` opens is closed right before a verb: `, built by monks, has`
    fn verb_behind(&self, cut: usize, end: usize) -> bool {
        let closes = |at: &usize| self.chunk(*at) == self.chunk(cut);
        let mut inner = (cut + 1..end).filter(closes).take(MOST_COMMAS);
        inner.any(|at| {
            let next = (at + 1..end).find(|&at| self.chunk(at) != Chunk::Other);
            next.is_some_and(|next| self.is_finite(next))
        })
    }

    /// Where what begins at `from` ends: before the next comma, dash or stop.
    fn phrase_end(&self, from: usize, end: usize) -> usize {
        (from..end)
            .find(|&at| {
                matches!(
                    self.chunk(at),
                    Chunk::Comma | Chunk::Dash | Chunk::Stop | Chunk::Bracket
                )
            })
            .unwrap_or(end)
    }
}
