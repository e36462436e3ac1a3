//! Stage 3: ordered, disjoint blocks, and the article's details.

mod byline;
mod clock;
mod containers;
mod dates;
mod furniture;
mod gather;
mod glossary;
mod header;
mod judge;
mod labels;
mod language;
mod lists;
mod measure;
mod named_parts;
mod pieces;
mod repeats;
mod sections;
mod site_text;
mod structure;
mod troubles;
mod wrap;

use crate::article::{Block, BlockKind, ClutterReason, Details, EditKind, Language, Note, Source, Span};
use crate::input::{BlockHint, Input, Overrides};

/// What this stage gives.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Ordered, disjoint; gaps are white space.
    pub blocks: Vec<Block>,
    /// What is known about the article.
    pub details: Details,
    /// What looked wrong.
    pub notes: Vec<Note>,
}

/// What markup said of the text; nothing, for plain text.
#[derive(Clone, Copy, Debug)]
pub struct Markup<'i> {
    /// Blocks, moved to where their text is in the source.
    pub hints: &'i [BlockHint],
    /// See [`Input::containers`].
    pub containers: &'i [u32],
    /// Details from the page's metadata; what the text says is added to them.
    pub details: &'i Details,
}

impl<'i> Markup<'i> {
    /// The markup of an input, with its hints as [`source::repair`](crate::source::repair) moved them.
    pub fn new(input: &'i Input, hints: &'i [BlockHint]) -> Self {
        Markup {
            hints,
            containers: &input.containers,
            details: &input.details,
        }
    }
}

/// Cuts the source into blocks and says what each is.
#[must_use]
pub fn lay_out(source: &Source, markup: &Markup<'_>, overrides: &Overrides) -> Layout {
    let text = source.text.as_str();
    if let Some(note) = troubles::unreadable(text) {
        return Layout {
            blocks: whole(text),
            details: markup.details.clone(),
            notes: vec![note],
        };
    }
    let hyphenated = source.edits.iter().any(|edit| edit.kind == EditKind::Hyphenation);
    let pieces = pieces::cut(text, markup.hints, hyphenated);
    let measures = measure::measure_all(text, &pieces);
    let places = lists::places(text, &pieces);
    let listed: Vec<bool> = places.iter().map(Option::is_some).collect();
    let document = judge::Document {
        pieces: &pieces,
        measures: &measures,
        containers: markup.containers,
        listed: &listed,
    };
    let mut verdict = judge::judge(&document, overrides.strength);
    let language = language::story_language(text, &document, &verdict);
    let named = markup.details.title.as_ref().map(|title| title.value.as_str());
    let opening = header::opening(text, &document, &verdict, language, named);
    if let Some(title) = opening.title {
        verdict.begin_at(title, &document);
    }
    let mut blocks = structure::blocks(text, &document, &verdict, opening, language, &places);
    force_kinds(text, &mut blocks, overrides);
    let details = gather::gather(text, &blocks, &measures, markup.details, language);
    let notes = troubles::notes(text, &blocks, language);
    Layout {
        blocks,
        details,
        notes,
    }
}

/// One block over everything, for text that can't be read as an article.
fn whole(text: &str) -> Vec<Block> {
    let trimmed = text.trim();
    let start = text.len() - text.trim_start().len();
    let span = Span::of(start..start + trimmed.len());
    let block = Block {
        kind: BlockKind::Clutter(ClutterReason::Other),
        span,
        content: span,
        level: None,
        list: None,
        language: Language::Unknown,
    };
    if trimmed.is_empty() {
        Vec::new()
    } else {
        vec![block]
    }
}

/// Sets the kinds that the reader chose.
fn force_kinds(text: &str, blocks: &mut [Block], overrides: &Overrides) {
    for (anchor, kind) in &overrides.blocks {
        let Some(span) = anchor.find(text) else {
            continue;
        };
        for block in blocks.iter_mut().filter(|block| block.span == span) {
            block.kind = *kind;
            block.list = block.list.filter(|_| *kind == BlockKind::ListItem);
            block.level = block.level.filter(|_| *kind == BlockKind::Heading);
        }
    }
}

#[cfg(test)]
mod tests;
