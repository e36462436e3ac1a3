//! What is asked of a reading by words: what a mark says, whether it has what is looked for, which mark is the same.

use lectern_core::article::{Span, SpeakerId, SpeakerKind};
use lectern_core::text::search::{folded, has_words};

use super::{Inner, Mark, Reading, tidy};

impl Inner {
    /// The mark that stands where one of another reading of the same text stood, or else the one of its sort that
    /// shares most of its words.
    pub fn same(&self, other: &Reading, mark: Mark) -> Option<Mark> {
        let spans = other.spans(mark);
        let shared = |other: Mark| -> u32 {
            let theirs = self.spans(other).iter();
            let pairs = theirs.flat_map(|own| spans.iter().map(move |span| (own, span)));
            pairs
                .map(|(own, span)| {
                    let start = own.start().max(span.start());
                    own.end().min(span.end()).saturating_sub(start)
                })
                .sum()
        };
        let is_sort = |other: &Mark| std::mem::discriminant(other) == std::mem::discriminant(&mark);
        let candidates = self.marks.iter().copied().filter(is_sort);
        candidates
            .map(|other| (self.spans(other) == spans, shared(other), other))
            .filter(|&(is_same, shared, _)| is_same || shared > 0)
            .max_by_key(|&(is_same, shared, _)| (is_same, shared))
            .map(|(_, _, mark)| mark)
    }

    /// The speaker of the same name as one of another reading of the same text, or else the one in their place.
    pub fn same_speaker(&self, other: &Reading, id: SpeakerId) -> Option<SpeakerId> {
        let speakers = &self.article.speakers;
        let named = speakers.iter().position(|speaker| speaker.name == other.name(id));
        let is_same_row = speakers.len() == other.article.speakers.len();
        named.map(|at| SpeakerId(at as u32)).or(is_same_row.then_some(id))
    }

    /// Where a stretch lies in the text, as thousandths of its length: start and length, at least one.
    pub fn place(&self, span: Span) -> (u32, u32) {
        let whole = self.article.source.text.len().max(1) as u64;
        let thousandth = |at: u32| (u64::from(at) * 1000 / whole) as u32;
        let start = thousandth(span.start()).min(999);
        (start, (thousandth(span.end()).saturating_sub(start)).max(1))
    }

    /// A mark's text for lists, stretches joined by an ellipsis.
    pub fn words(&self, mark: Mark) -> String {
        let stretches: Vec<String> = self
            .spans(mark)
            .iter()
            .map(|&span| tidy(self.text(span)))
            .collect();
        stretches.join(" … ")
    }

    /// Whether all words that are looked for stand in a mark or in its speaker's name, in any order.
    pub fn mentions(&self, mark: Mark, words: &str) -> bool {
        if words.trim().is_empty() {
            return true;
        }
        let name = self
            .referent(mark)
            .speaker()
            .map_or("", |speaker| self.name(speaker));
        let place = folded(&format!("{name} {}", self.words(mark)));
        has_words(&place, &folded(words))
    }

    /// Whether a speaker is a document or a group of people.
    pub fn is_document_or_group(&self, id: SpeakerId) -> bool {
        let kind = self.article.speaker(id).map(|speaker| speaker.kind);
        matches!(kind, Some(SpeakerKind::Document | SpeakerKind::Group))
    }

    /// Whether all words that are looked for stand in a speaker's name or role.
    pub fn is_called(&self, id: SpeakerId, words: &str) -> bool {
        let role = self
            .article
            .speaker(id)
            .and_then(|speaker| speaker.role.as_deref());
        let place = folded(&format!("{} {}", self.name(id), role.unwrap_or_default()));
        has_words(&place, &folded(words))
    }
}
