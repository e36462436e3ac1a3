//! Contents that run over what the narrator says between quoted stretches: `"The ferry" – he pointed at it – "is ours"`,
//! `"Never." Her view was simple: "Never."`

use crate::attribution::features::Chunk;
use crate::attribution::passes::choice::Frame;
use crate::attribution::passes::units::{Sequence, Unit};
use crate::attribution::rules::unit_view::UnitView;
use crate::lexicon::WordSet;
use crate::prepared::Prepared;
use std::ops::Range;

/// Cuts the narrator's words out of the contents of `frames`.
pub(in crate::attribution) fn cut(prepared: &Prepared, sequence: &Sequence, frames: &mut [Frame]) {
    let units = &sequence.units;
    let words = UnitView::new(prepared, sequence);
    for frame in frames {
        words.drop_lead_in(frame);
        words.drop_narration(frame);
        words.give_title(frame);
        let interrupted = frame.content.len() > 1
            && frame
                .content
                .first()
                .is_some_and(|first| units[first.clone()].iter().all(Unit::is_folded));
        let mut parts = Vec::with_capacity(frame.content.len());
        for part in std::mem::take(&mut frame.content) {
            let part = words.without_comment(one_sentence(units, part));
            let part = words.behind_colon(&frame.cue, part);
            let part = words.behind_addressee(&frame.cue, part);
            let lead = if interrupted {
                behind_dash(units, &part)
            } else {
                None
            };
            parts.extend(around_dashes(units, lead.unwrap_or(part.start)..part.end));
        }
        frame.content = parts;
    }
}

/// `part` without the sentences behind it that are not only quoted, where it begins with a quoted one.
fn one_sentence(units: &[Unit], part: Range<usize>) -> Range<usize> {
    let said = |unit: &Unit| unit.is_folded() || unit.features.chunk == Chunk::Stop;
    let first = units[part.start].sentence;
    let end = part.start
        + units[part.clone()]
            .iter()
            .take_while(|unit| unit.sentence == first)
            .count();
    if !units[part.start..end].iter().all(said) {
        return part;
    }
    let narrated = (end..part.end).find(|&at| !said(&units[at]));
    let cut = narrated.map(|at| {
        let sentence = units[at].sentence;
        part.start
            + units[part.clone()]
                .iter()
                .take_while(|unit| unit.sentence < sentence)
                .count()
    });
    part.start..cut.unwrap_or(part.end)
}

/// Where the quoted stretch begins that a dash parts from the narrator's words before it.
fn behind_dash(units: &[Unit], part: &Range<usize>) -> Option<usize> {
    let narrated = part.clone().take_while(|&at| !units[at].is_folded()).count();
    let first = part.start + narrated;
    (narrated > 1 && first < part.end && units[first - 1].features.chunk == Chunk::Dash).then_some(first)
}

/// The stretches of `part` beside what stands between two dashes with a quoted stretch on each side.
fn around_dashes(units: &[Unit], part: Range<usize>) -> Vec<Range<usize>> {
    let is_dash = |at: usize| {
        units
            .get(at)
            .is_some_and(|unit| unit.features.chunk == Chunk::Dash)
    };
    let mut parts = Vec::new();
    let mut from = part.start;
    let mut at = part.start;
    while at < part.end {
        if units[at].is_folded() && is_dash(at + 1) {
            let next = (at + 2..part.end).find(|&next| units[next].is_folded());
            if let Some(next) = next.filter(|&next| is_dash(next - 1) && next > at + 3) {
                parts.push(from..at + 1);
                (from, at) = (next, next);
                continue;
            }
        }
        at += 1;
    }
    parts.push(from..part.end);
    parts
}

impl UnitView<'_> {
    /// Takes out what leads in quoted words before a colon, where the cue stands behind them: `The auditor was short:
    /// "No," he said`.
    fn drop_lead_in(&self, frame: &mut Frame) {
        let units = &self.sequence.units;
        let colon = |at: usize| at > 0 && self.chunk(at - 1) == Chunk::Colon;
        let quoted = frame
            .content
            .iter()
            .flat_map(Clone::clone)
            .find(|&at| units[at].is_folded() && colon(at) && at < frame.cue.start);
        let Some(quoted) = quoted else { return };
        let sentence = units[quoted].sentence;
        for part in &mut frame.content {
            if units[part.start].sentence == sentence && part.start < quoted {
                part.start = part.end.min(quoted);
            }
        }
        frame.content.retain(|part| !part.is_empty());
    }

    /// Takes out what is narrated in the sentence of a cue that is no verb of saying, before a quotation that stands alone:
    /// `Lund has mended clocks on the square since 1974. "You hear the town in them."`
    fn drop_narration(&self, frame: &mut Frame) {
        let units = &self.sequence.units;
        let says = frame
            .cue
            .clone()
            .any(|at| matches!(self.chunk(at), Chunk::CueVerb | Chunk::Colon));
        let sentence = units[frame.cue.start].sentence;
        let apart =
            |part: &Range<usize>| units[part.start].sentence != sentence && units[part.start].is_folded();
        if says || !frame.content.iter().any(apart) {
            return;
        }
        let narrated = |part: &Range<usize>| {
            units[part.start].sentence == sentence && !units[part.clone()].iter().any(Unit::is_folded)
        };
        frame.content.retain(|part| !narrated(part));
    }

    /// `part` from the quoted words on that a colon parts from what leads them in: `wrote to him the same day: "No."`
    fn behind_colon(&self, cue: &Range<usize>, part: Range<usize>) -> Range<usize> {
        let units = &self.sequence.units;
        let quoted = part
            .clone()
            .find(|&at| units[at].is_folded() && at > part.start && self.chunk(at - 1) == Chunk::Colon);
        let led = quoted.filter(|&quoted| {
            part.start >= cue.end
                && !(part.start..quoted).any(|at| self.is_finite(at) || units[at].is_folded())
        });
        led.unwrap_or(part.start)..part.end
    }

    /// `part` from `that` on, without whom the verb speaks to: `warned sailors on Sunday that the port would close`.
    fn behind_addressee(&self, cue: &Range<usize>, part: Range<usize>) -> Range<usize> {
        let addresses = cue.clone().any(|at| WordSet::Addressing.has(self.lemma(at)));
        let that = part.clone().find(|&at| self.form(at) == "that");
        let led = that.filter(|&that| {
            let told = (that..part.end).any(|at| self.is_finite(at));
            // not `warned the town to stop works that would flood it`
            addresses
                && told
                && !self.is_verb(that + 1)
                && !(part.start..that).any(|at| self.chunk(at) == Chunk::InfinitiveTo)
                && part.start >= cue.end
                && self.chunk(part.start) != Chunk::Preposition
                && (part.start..that)
                    .all(|at| !self.is_finite(at) && !self.unit(at).is_some_and(Unit::is_folded))
        });
        led.unwrap_or(part.start)..part.end
    }

    /// Gives the source the title before its name that was taken for content: `Green councillor` of `Green councillor Ada
    /// Lund agreed`.
    fn give_title(&self, frame: &mut Frame) {
        let Some(source) = &mut frame.source else { return };
        let before = source.start;
        let title = |part: &Range<usize>| {
            part.end == before && part.clone().all(|at| self.chunk(at) == Chunk::Nominal)
        };
        if let Some(at) = frame.content.iter().position(title) {
            source.start = frame.content[at].start;
            frame.content.remove(at);
        }
    }

    /// `part` without what the narrator says of the quoted words that it begins with: `"Again," was all that`.
    fn without_comment(&self, part: Range<usize>) -> Range<usize> {
        let units = &self.sequence.units;
        let rest = part.start + 1..part.end;
        let comments = units[part.start].is_folded()
            && matches!(self.form(rest.start), "was" | "is" | "were" | "are")
            && matches!(self.form(rest.start + 1), "all" | "what" | "how" | "the")
            && !units[rest].iter().any(Unit::is_folded);
        part.start..if comments { part.start + 1 } else { part.end }
    }
}
