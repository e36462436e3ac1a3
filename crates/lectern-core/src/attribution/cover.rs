//! Which stretches of the text quotations take already.

use crate::article::{Quotation, Span};
use crate::text::order;

/// Contents of more parts are quotations that go on over sentences and paragraphs, in text order: what of them lies
/// near a place is looked up. A quotation of ten thousand paragraphs would else be walked through at each of them.
const FEW_PARTS: usize = 8;

impl Quotation {
    /// Whether `span` lies wholly in one part of its content.
    pub fn says(&self, span: Span) -> bool {
        near(&self.content, span).iter().any(|part| part.contains(span))
    }
}

/// Whether any content of `quotations` shares a byte with `span`.
pub(super) fn is_covered(quotations: &[Quotation], span: Span) -> bool {
    quotations.iter().any(|quotation| touches(quotation, span))
}

/// Whether the content of `quotation` shares a byte with `span`.
pub(super) fn touches(quotation: &Quotation, span: Span) -> bool {
    near(&quotation.content, span)
        .iter()
        .any(|part| part.overlaps(span))
}

/// The parts that can share a byte with `span`.
fn near(parts: &[Span], span: Span) -> &[Span] {
    if parts.len() <= FEW_PARTS {
        return parts;
    }
    let from = parts.partition_point(|part| part.end() <= span.start());
    let until = parts.partition_point(|part| part.start() < span.end());
    &parts[from..until.max(from)]
}

/// What the quotations of a paragraph tell, asked sentence by sentence in text order. Each sentence looks at what
/// lies beside it, so that a paragraph of ten thousand quotations does not compare each with each.
pub(super) struct Told {
    /// The parts of all contents, in text order.
    parts: Vec<Span>,
    next: usize,
    /// Where the parts passed so far end at the latest.
    end: u32,
    /// The parts said by somebody, in text order, each with the place of its quotation.
    said: Vec<(Span, usize)>,
    next_said: usize,
    /// Where the last one of those passed so far ends, and the place of its quotation.
    said_before: Option<(u32, usize)>,
}

impl Told {
    pub(super) fn by(quotations: &[Quotation]) -> Self {
        let mut said: Vec<(Span, usize)> = Vec::new();
        let mut parts = Vec::new();
        for (place, quotation) in quotations.iter().enumerate() {
            parts.extend_from_slice(&quotation.content);
            if !quotation.source.is_empty() {
                said.extend(quotation.content.iter().map(|&part| (part, place)));
            }
        }
        order::by_key(&mut parts, |part| part.start());
        order::by_key(&mut said, |&(part, place)| (part.start(), place));
        Told {
            parts,
            next: 0,
            end: 0,
            said,
            next_said: 0,
            said_before: None,
        }
    }

    /// Whether any part shares a byte with `sentence`, which lies behind all that were asked for before.
    pub(super) fn covers(&mut self, sentence: Span) -> bool {
        while let Some(part) = self
            .parts
            .get(self.next)
            .filter(|part| part.start() < sentence.end())
        {
            self.end = self.end.max(part.end());
            self.next += 1;
        }
        self.end > sentence.start()
    }

    /// The place of the quotation said by somebody that ends or starts nearest to `sentence`, which none covers; the
    /// first of those that are equally near.
    pub(super) fn nearest(&mut self, sentence: Span) -> Option<usize> {
        while let Some(&(part, place)) = self
            .said
            .get(self.next_said)
            .filter(|(part, _)| part.start() < sentence.end())
        {
            let later = |(end, before): (u32, usize)| part.end() > end || part.end() == end && place < before;
            if self.said_before.is_none_or(later) {
                self.said_before = Some((part.end(), place));
            }
            self.next_said += 1;
        }
        let before = self
            .said_before
            .map(|(end, place)| (sentence.start().saturating_sub(end), place));
        let after = self
            .said
            .get(self.next_said)
            .map(|&(part, place)| (part.start() - sentence.end(), place));
        before.into_iter().chain(after).min().map(|(_, place)| place)
    }

    /// Adds `sentence`, asked for last, to what the quotation at `place` says.
    pub(super) fn add(&mut self, sentence: Span, place: usize) {
        self.said_before = Some((sentence.end(), place));
    }
}
