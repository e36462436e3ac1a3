//! What each piece is: title, byline, details, heading, paragraph, list item, caption, pull quote or clutter.

use super::header::Opening;
use super::judge::{Document, Verdict};
use super::measure::{Ending, Measure};
use super::pieces::Piece;
use super::site_text::Place;
use super::{byline, furniture, repeats};
use crate::article::{Block, BlockKind, ClutterReason, Language, ListPlace, Span};
use crate::input::{HintKind, Region};

/// The blocks of the document, one a piece.
pub(super) fn blocks(
    text: &str,
    document: &Document<'_>,
    verdict: &Verdict,
    opening: Opening,
    language: Language,
    places: &[Option<(ListPlace, usize)>],
) -> Vec<Block> {
    let (pieces, measures) = (document.pieces, document.measures);
    let pulled = repeats::pulled(text, document, verdict);
    let scene = Scene {
        text,
        pieces,
        measures,
        verdict,
        opening,
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

/// Lines about the article stand at most so many pieces before its title.
const HEADER_REACH: usize = 4;

/// The document as far as the kinds of its pieces depend on it.
struct Scene<'d> {
    text: &'d str,
    pieces: &'d [Piece],
    measures: &'d [Measure],
    verdict: &'d Verdict,
    opening: Opening,
}

impl Scene<'_> {
    fn kind(&self, at: usize) -> BlockKind {
        let (piece, measure) = (&self.pieces[at], &self.measures[at]);
        let line = piece.span.text(self.text);
        if self.opening.title == Some(at) {
            return BlockKind::Title;
        }
        let header = self.in_header(at);
        let clutter = self.verdict.clutter[at];
        if clutter.is_none() && furniture::is_post_signature(line) {
            return BlockKind::Paragraph;
        }
        if clutter.is_none()
            && let Some((kind @ (BlockKind::Details | BlockKind::PullQuote), Place::Whole)) =
                measure.site_text
        {
            return kind;
        }
        if measure.is_details() && (header || clutter.is_none()) {
            return BlockKind::Details;
        }
        if header && measure.clutter().is_none() {
            if byline::byline(self.text, piece.span, measure).is_some()
                || byline::is_signed(self.text, at, self.pieces, self.measures, self.opening)
            {
                return BlockKind::Byline;
            }
            if measure.is_date_line(line) {
                return BlockKind::Details;
            }
        }
        // The picture above a story belongs to it, wherever markup puts it; a player does not.
        let above = self.opening.title.is_some_and(|title| title < at) && at < self.opening.lead;
        if above && piece.is_caption() && clutter != Some(ClutterReason::Player) {
            return BlockKind::Caption;
        }
        if let Some(reason) = clutter {
            return BlockKind::Clutter(reason);
        }
        if let Some(kind) = self.about_the_story(at) {
            return kind;
        }
        match piece.hint.map(|hint| hint.kind) {
            Some(HintKind::Heading(_)) => BlockKind::Heading,
            _ if piece.is_caption() => BlockKind::Caption,
            Some(HintKind::ListItem { .. }) => BlockKind::ListItem,
            _ if measure.is_caption() => BlockKind::Caption,
            Some(HintKind::Quote) => BlockKind::Quote,
            None if self.is_heading(at) => BlockKind::Heading,
            _ => BlockKind::Paragraph,
        }
    }

    /// A credit or a date, wherever it stands: by the name that markup gives it, or by its first words.
    fn about_the_story(&self, at: usize) -> Option<BlockKind> {
        const LONGEST_CREDIT: i32 = 30;
        const LONGEST_DATE: i32 = 12;
        let (piece, measure) = (&self.pieces[at], &self.measures[at]);
        if piece.heading().is_some() {
            return None;
        }
        let dated = measure.digits > 0 && measure.words <= LONGEST_DATE && !measure.is_prose();
        match (measure.site_text, piece.hint.map(|hint| hint.region)) {
            (Some((BlockKind::Byline, _)), _) if measure.words <= LONGEST_CREDIT => Some(BlockKind::Byline),
            (Some((BlockKind::Details, _)), _) if dated => Some(BlockKind::Details),
            (_, Some(Region::Date)) if dated => Some(BlockKind::Details),
            (_, Some(Region::Byline)) if measure.words <= LONGEST_DATE && !measure.is_prose() => {
                Some(BlockKind::Byline)
            }
            _ => None,
        }
    }

    /// Between title and story, or right after the first paragraph, where a picture's place was.
    fn in_header(&self, at: usize) -> bool {
        const AFTER_LEAD: usize = 2;
        let from = self
            .opening
            .title
            .unwrap_or(self.opening.lead.saturating_sub(HEADER_REACH));
        at > from.saturating_sub(HEADER_REACH) && at <= self.opening.lead + AFTER_LEAD
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
