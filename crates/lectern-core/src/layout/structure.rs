//! What each piece is: title, byline, details, heading, paragraph, list item, caption, pull quote or clutter.

use super::judge::{Document, Verdict};
use super::measure::{Ending, Measure};
use super::pieces::Piece;
use super::{Block, BlockKind, Language, ListPlace, header, repeats};
use crate::input::HintKind;
use crate::span::Span;

/// The blocks of the document, one a piece.
pub(super) fn blocks(
    text: &str,
    document: &Document<'_>,
    verdict: &Verdict,
    title: Option<usize>,
    language: Language,
    places: &[Option<(ListPlace, usize)>],
) -> Vec<Block> {
    let (pieces, measures) = (document.pieces, document.measures);
    let pulled = repeats::pulled(text, pieces, measures);
    let scene = Scene {
        text,
        pieces,
        measures,
        verdict,
        title,
    };
    (0..pieces.len())
        .map(|at| {
            let mut kind = scene.kind(at);
            if kind == BlockKind::Paragraph && places[at].is_some() {
                kind = BlockKind::ListItem;
            }
            if matches!(kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::Heading) && pulled[at] {
                kind = BlockKind::PullQuote;
            }
            let marker = places[at].filter(|_| kind == BlockKind::ListItem);
            let span = pieces[at].span;
            Block {
                kind,
                span,
                content: Span::new(
                    span.start() + marker.map_or(0, |(_, length)| length as u32),
                    span.end(),
                ),
                level: pieces[at]
                    .heading()
                    .filter(|_| matches!(kind, BlockKind::Heading | BlockKind::Title)),
                list: marker
                    .map(|(place, _)| place)
                    .or_else(|| hinted_place(&pieces[at], kind)),
                language: language_of(&measures[at], language),
            }
        })
        .collect()
}

fn hinted_place(piece: &Piece, kind: BlockKind) -> Option<ListPlace> {
    match piece.hint?.kind {
        HintKind::ListItem { list, ordered, depth } if kind == BlockKind::ListItem => Some(ListPlace {
            id: list,
            ordered,
            depth,
        }),
        _ => None,
    }
}

/// The block's own language; where it is too short to tell and in the story's script, the story's.
fn language_of(measure: &Measure, story: Language) -> Language {
    let own = measure.evidence.language();
    let latin = measure.evidence.han == 0 && measure.evidence.other == 0;
    match own {
        Language::Unknown if latin && measure.evidence.latin_words > 0 && story == Language::English => story,
        Language::Unknown if !latin => story,
        _ => own,
    }
}

/// The document as far as the kinds of its pieces depend on it.
struct Scene<'d> {
    text: &'d str,
    pieces: &'d [Piece],
    measures: &'d [Measure],
    verdict: &'d Verdict,
    title: Option<usize>,
}

impl Scene<'_> {
    fn kind(&self, at: usize) -> BlockKind {
        let (piece, measure) = (&self.pieces[at], &self.measures[at]);
        let line = piece.span.text(self.text);
        if self.title == Some(at) {
            return BlockKind::Title;
        }
        if measure.is_details() {
            return BlockKind::Details;
        }
        if self.in_header(at) {
            if header::byline(line, measure).is_some() {
                return BlockKind::Byline;
            }
            if measure.is_date_line(line) {
                return BlockKind::Details;
            }
        }
        if let Some(reason) = self.verdict.clutter[at] {
            return BlockKind::Clutter(reason);
        }
        match piece.hint.map(|hint| hint.kind) {
            Some(HintKind::Heading(_)) => BlockKind::Heading,
            Some(HintKind::ListItem { .. }) => BlockKind::ListItem,
            Some(HintKind::Caption) => BlockKind::Caption,
            _ if measure.is_caption() => BlockKind::Caption,
            Some(HintKind::Quote) => BlockKind::Quote,
            None if self.is_heading(at) => BlockKind::Heading,
            _ => BlockKind::Paragraph,
        }
    }

    /// Between title and story: no long prose right before.
    fn in_header(&self, at: usize) -> bool {
        let after_title = self.title.is_none_or(|title| at > title);
        let near = &self.measures[at.saturating_sub(2)..at];
        after_title
            && !near
                .iter()
                .any(|measure| measure.is_prose() && measure.words > 25)
    }

    /// A short line by itself between paragraphs, without an end mark.
    fn is_heading(&self, at: usize) -> bool {
        let measure = &self.measures[at];
        let alone = self.pieces[at].apart && self.pieces.get(at + 1).is_some_and(|next| next.apart);
        let looks = measure.ending == Ending::Open
            && (1..=12).contains(&measure.words)
            && !measure.quoted
            && !measure.address
            && measure.digits * 3 < measure.chars
            && measure.capital > 0;
        let between = at > 0
            && self.measures[at - 1].is_prose()
            && self.measures.get(at + 1).is_some_and(Measure::is_prose);
        alone && looks && between
    }
}
