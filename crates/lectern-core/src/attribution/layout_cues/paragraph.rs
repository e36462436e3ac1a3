//! One paragraph as the layout rules see it: its units, the words inside its quotation marks, the paragraphs beside.

use crate::article::{BlockKind, Form, Quotation, Span};
use crate::attribution::features::Chunk;
use crate::attribution::passes::arguments::REACH;
use crate::attribution::passes::units::{Sequence, Unit};
use crate::lexicon::WordSet;
use crate::prepared::Prepared;
use std::ops::Range;

/// A paragraph with what lies beside it.
#[derive(Clone, Copy)]
pub(in crate::attribution) struct Paragraph<'a> {
    pub(in crate::attribution) prepared: &'a Prepared,
    /// The paragraph's own units, quoted stretches folded.
    pub(in crate::attribution) sequence: &'a Sequence,
    /// The words of the quoted stretch that it opens with.
    pub(in crate::attribution) opening: Option<&'a Sequence>,
    pub(in crate::attribution) before: Option<&'a Sequence>,
    pub(in crate::attribution) next: Option<&'a Sequence>,
}

impl<'a> Paragraph<'a> {
    /// The paragraph of a block's sequences, with those of the blocks beside it.
    pub(in crate::attribution) fn new(
        prepared: &'a Prepared,
        before: Option<&'a Vec<Sequence>>,
        here: &'a [Sequence],
        next: Option<&'a Vec<Sequence>>,
    ) -> Option<Self> {
        let own = |block: &'a Vec<Sequence>| block.first();
        let (sequence, inside) = here.split_first()?;
        let opened = sequence.units.first()?.end;
        Some(Paragraph {
            prepared,
            sequence,
            opening: inside
                .first()
                .filter(|inside| inside.units.first().map_or(0, |unit| unit.first) < opened),
            before: before.and_then(own),
            next: next.and_then(own),
        })
    }

    /// The paragraph before, as far as it is looked at from here: its own units, and nothing beside them.
    pub(in crate::attribution) fn lead(&self) -> Option<Self> {
        self.before.map(|sequence| Paragraph { sequence, ..*self })
    }

    pub(in crate::attribution) fn units(&self) -> &'a [Unit] {
        &self.sequence.units
    }

    pub(in crate::attribution) fn chunk(&self, at: usize) -> Chunk {
        self.units()
            .get(at)
            .map_or(Chunk::Edge, |unit| unit.features.chunk)
    }

    /// The folded form of the first word of the unit at `at`; empty past the end.
    pub(in crate::attribution) fn form(&self, at: usize) -> &'a str {
        let unit = self.units().get(at);
        unit.map_or("", |unit| self.prepared.tokens.form(unit.first as usize))
    }

    /// Whether it is a small word inside a name or an office: `of`, `the`, `van`.
    pub(in crate::attribution) fn is_small(&self, at: usize) -> bool {
        let form = self.form(at);
        WordSet::WithinBody.has(form) || WordSet::NameParticle.has(form)
    }

    pub(in crate::attribution) fn span(&self, run: Range<usize>) -> Span {
        self.sequence.span(self.prepared, run)
    }

    /// The stretch of text that the whole paragraph takes.
    pub(in crate::attribution) fn whole(&self) -> Span {
        self.span(0..self.units().len())
    }

    pub(in crate::attribution) fn kind(&self) -> Option<BlockKind> {
        let blocks = &self.prepared.blocks;
        let start = self.whole().start();
        let at = blocks.partition_point(|block| block.content.start() <= start);
        at.checked_sub(1).map(|at| blocks[at].kind)
    }

    /// Whether it is neither a headline nor an item of a list, nor text under a picture.
    pub(in crate::attribution) fn is_text(&self) -> bool {
        matches!(self.kind(), Some(BlockKind::Paragraph | BlockKind::Quote))
    }

    /// Where the sentence of the unit at `at` begins, as far as cues look.
    pub(in crate::attribution) fn sentence_start(&self, at: usize) -> usize {
        let sentence = self.units()[at].sentence;
        (0..at)
            .rev()
            .take(REACH)
            .take_while(|&before| self.units()[before].sentence == sentence)
            .last()
            .unwrap_or(at)
    }
}

/// A quotation with nothing known but these.
pub(in crate::attribution) fn quotation(source: Vec<Span>, cue: Option<Span>, content: Span) -> Quotation {
    Quotation {
        form: Form::Indirect,
        content: vec![content],
        cue,
        source,
        mention: None,
        parent: None,
        verb_class: None,
        sure: false,
    }
}
