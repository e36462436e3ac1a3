//! Quotations that the layout of the text tells, where no cue does: quotations that fill a paragraph, go on over
//! paragraphs, or are signed with a colon or a dash. The training corpus holds next to none of these.

use super::link::is_covered;
use super::sequence::{Chunk, Sequence, Unit};
use super::{Form, Quotation};
use crate::article::Prepared;
use crate::span::Span;
use std::ops::Range;

/// The name before a colon, or after a dash, has at most so many words.
const LONGEST_SIGNATURE: usize = 9;
/// A quotation that stands alone is said by whoever spoke at most so many paragraphs before.
const PARAGRAPHS_BACK: usize = 2;

/// Adds what the layout tells to the `quotations` that cues told.
pub(super) fn complete(prepared: &Prepared, sequences: &[Sequence], quotations: &mut Vec<Quotation>) {
    let outer: Vec<&Sequence> = sequences
        .iter()
        .filter(|sequence| !sequence.inside && !sequence.units.is_empty())
        .collect();
    let told = std::mem::take(quotations);
    let mut told = told.into_iter().peekable();
    // who spoke last, and in which paragraph
    let mut last: Option<(usize, Vec<Span>)> = None;
    // quotations that start before the paragraph at hand are done: only the last few can touch it
    for (number, sequence) in outer.iter().enumerate() {
        let whole = sequence.span(prepared, 0..sequence.units.len());
        let from = quotations.len();
        while let Some(quotation) = told.next_if(|quotation| start(quotation) < whole.end()) {
            quotations.push(quotation);
        }
        if number > 0 {
            go_on(prepared, outer[number - 1], sequence, quotations, from);
        }
        let here = Paragraph {
            prepared,
            sequence,
            next: outer.get(number + 1).copied(),
        };
        let mut own = quotations.split_off(from);
        here.sign(&mut own, quotations);
        here.stand_alone(
            &mut own,
            quotations,
            last.as_ref()
                .filter(|(paragraph, _)| number - paragraph <= PARAGRAPHS_BACK),
        );
        own.sort_by_key(start);
        if let Some(speaker) = own.iter().rev().find(|quotation| !quotation.source.is_empty()) {
            last = Some((number, speaker.source.clone()));
        }
        quotations.append(&mut own);
    }
    quotations.extend(told);
}

/// Where a paragraph ends in a quotation that the next one takes up again, the first one of the two goes on.
fn go_on(prepared: &Prepared, before: &Sequence, here: &Sequence, quotations: &mut [Quotation], from: usize) {
    let (Some(last), Some(first)) = (before.units.last(), here.units.first()) else {
        return;
    };
    let opening = prepared.tokens.list[last.first as usize].span.start();
    let quoted = &prepared.tokens.quoted;
    let at = quoted.partition_point(|quoted| quoted.span.start() < opening);
    let continues = quoted
        .get(at)
        .is_some_and(|quoted| quoted.span.start() == opening && quoted.continues);
    let span = here.span(prepared, 0..1);
    if !continues || !first.is_folded() || is_covered(&quotations[from..], span) {
        return;
    }
    let earlier = &mut quotations[..from];
    let holder = earlier.iter_mut().rev().take(8).find(|quotation| {
        quotation
            .content
            .iter()
            .any(|part| part.overlaps(Span::new(opening, opening + 1)))
    });
    if let Some(holder) = holder {
        holder.content.push(span);
    }
}

fn start(quotation: &Quotation) -> u32 {
    let cue = quotation.cue.map_or(u32::MAX, |cue| cue.start());
    quotation
        .content
        .first()
        .map_or(cue, |part| part.start().min(cue))
}

struct Paragraph<'a> {
    prepared: &'a Prepared,
    sequence: &'a Sequence,
    next: Option<&'a Sequence>,
}

impl Paragraph<'_> {
    fn units(&self) -> &[Unit] {
        &self.sequence.units
    }

    fn chunk(&self, at: usize) -> Chunk {
        self.units().get(at).map_or(Chunk::Edge, |unit| unit.atom.chunk)
    }

    fn span(&self, run: Range<usize>) -> Span {
        self.sequence.span(self.prepared, run)
    }

    /// `Lund: We will rebuild.` and `"We will rebuild." — Ada Lund`
    fn sign(&self, own: &mut Vec<Quotation>, before: &[Quotation]) {
        let Some(signed) = self
            .colon()
            .or_else(|| self.dash(self.sequence))
            .or_else(|| self.dash_below())
        else {
            return;
        };
        let touches = |quotation: &Quotation| {
            quotation
                .content
                .iter()
                .any(|part| part.overlaps(signed.content[0]))
        };
        if before.last().is_some_and(touches) {
            return;
        }
        own.retain(|quotation| !touches(quotation) && quotation.cue != signed.cue);
        own.push(signed);
    }

    fn colon(&self) -> Option<Quotation> {
        let colon =
            (1..self.units().len().min(LONGEST_SIGNATURE)).find(|&at| self.chunk(at) == Chunk::Colon)?;
        // `And from Chairwoman Lund:`
        let first = (0..colon).rev().take_while(|&at| self.is_name(at)).last()?;
        let quoted = self.units().get(colon + 1).is_some_and(Unit::is_quotation);
        let led_in = (0..first).all(|at| matches!(self.chunk(at), Chunk::Coordinator | Chunk::Preposition));
        if !led_in || first > 2 || !(quoted || self.names_somebody(first..colon)) {
            return None;
        }
        let end = self.units().len();
        (colon + 1 < end).then(|| self.quotation(first..colon, colon..colon + 1, self.span(colon + 1..end)))
    }

    /// A dash and a name at the end of the paragraph, after a quotation.
    fn dash(&self, sequence: &Sequence) -> Option<Quotation> {
        let units = &sequence.units;
        let dash = units.iter().rposition(|unit| unit.atom.chunk == Chunk::Dash)?;
        let quotation = units[..dash].iter().rposition(Unit::is_quotation)?;
        let between = units[quotation + 1..dash]
            .iter()
            .all(|unit| unit.atom.chunk == Chunk::Stop);
        let name = dash + 1..units.len();
        let signs = self.is_signature(units, name.clone());
        (between && signs).then(|| self.quotation(name, dash..dash + 1, self.span(quotation..quotation + 1)))
    }

    /// The same with the dash and the name on a line of their own.
    fn dash_below(&self) -> Option<Quotation> {
        let next = self.next?;
        let fits = next.units.first()?.atom.chunk == Chunk::Dash
            && self.is_signature(&next.units, 1..next.units.len());
        let quotation = self
            .units()
            .len()
            .checked_sub(1)
            .filter(|&at| self.units()[at].is_quotation())?;
        fits.then(|| Quotation {
            source: vec![next.span(self.prepared, 1..next.units.len())],
            cue: Some(next.span(self.prepared, 0..1)),
            ..self.quotation(
                quotation..quotation,
                quotation..quotation,
                self.span(quotation..quotation + 1),
            )
        })
    }

    fn is_signature(&self, units: &[Unit], name: Range<usize>) -> bool {
        let fits = |unit: &Unit| {
            matches!(
                unit.atom.chunk,
                Chunk::Nominal | Chunk::Preposition | Chunk::Comma | Chunk::Coordinator | Chunk::Bracket
            )
        };
        (1..=LONGEST_SIGNATURE).contains(&name.len())
            && units[name.clone()].iter().all(fits)
            && units[name.start].atom.chunk == Chunk::Nominal
    }

    fn is_name(&self, at: usize) -> bool {
        matches!(self.chunk(at), Chunk::Nominal | Chunk::Comma | Chunk::Bracket)
    }

    /// Whether a name stands in `run`, or a single capitalised word that is one for a person's part.
    fn names_somebody(&self, run: Range<usize>) -> bool {
        let text = &self.prepared.source.text;
        let person = |at: usize| {
            let word = self.span(at..at + 1).text(text).to_lowercase();
            PERSON_ENDINGS.iter().any(|ending| word.ends_with(ending))
        };
        let is_name = |at: usize| self.units()[at].atom.class == crate::tokens::WordClass::Name as u32;
        run.clone().any(is_name) || run.len() == 1 && run.into_iter().any(person)
    }

    fn quotation(&self, source: Range<usize>, cue: Range<usize>, content: Span) -> Quotation {
        let some = |run: Range<usize>| (!run.is_empty()).then(|| self.span(run));
        Quotation {
            form: Form::Indirect,
            content: vec![content],
            cue: some(cue),
            source: some(source).into_iter().collect(),
            mention: None,
            parent: None,
            verb_class: None,
            sure: false,
        }
    }

    /// Sentences that are nothing but quotation and that no cue governs: they go on what was said beside them,
    /// or belong to whoever spoke last.
    fn stand_alone(&self, own: &mut Vec<Quotation>, before: &[Quotation], last: Option<&(usize, Vec<Span>)>) {
        let mut at = 0;
        while at < self.units().len() {
            let sentence = self.units()[at].sentence;
            let end = at
                + self.units()[at..]
                    .iter()
                    .take_while(|unit| unit.sentence == sentence)
                    .count();
            let run = at..end;
            at = end;
            let speech = self.units()[run.clone()].iter().any(Unit::is_quotation);
            let alone = self.units()[run.clone()]
                .iter()
                .all(|unit| unit.is_folded() || unit.atom.chunk == Chunk::Stop);
            let span = self.span(run);
            let near = &before[before.len().saturating_sub(8)..];
            if !speech || !alone || is_covered(own, span) || is_covered(near, span) {
                continue;
            }
            if let Some(beside) = beside(own, span) {
                beside.content.push(span);
                beside.content.sort();
            } else {
                let source = last.map(|(_, source)| source.clone()).unwrap_or_default();
                own.push(Quotation {
                    source,
                    ..self.quotation(0..0, 0..0, span)
                });
            }
        }
    }
}

/// Endings of words for people's parts: moderator, speaker, chairman.
const PERSON_ENDINGS: [&str; 6] = ["or", "er", "man", "woman", "ist", "ent"];

/// The quotation of the same paragraph that ends or starts nearest to `span`.
fn beside(own: &mut [Quotation], span: Span) -> Option<&mut Quotation> {
    own.iter_mut()
        .filter(|quotation| !quotation.source.is_empty() && !quotation.content.is_empty())
        .min_by_key(|quotation| {
            let near = quotation.content.iter().map(|part| {
                part.start()
                    .saturating_sub(span.end())
                    .max(span.start().saturating_sub(part.end()))
            });
            near.min()
        })
}
