//! Stage 3: ordered, disjoint blocks, and the article's details.

mod containers;
mod dates;
mod details;
mod fold;
mod gather;
mod header;
mod judge;
mod labels;
mod language;
mod lists;
mod measure;
mod pieces;
mod repeats;
mod site_text;
mod structure;
mod troubles;
mod wrap;

pub use details::{Detail, Details};

use crate::input::{BlockHint, Input};
use crate::note::Note;
use crate::overrides::Overrides;
use crate::source::Source;
use crate::span::Span;

/// One block of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// All of it.
    pub span: Span,
    /// Without list markers.
    pub content: Span,
    /// 1 to 6 for headings.
    pub level: Option<u8>,
    /// Place in a list, for list items.
    pub list: Option<ListPlace>,
    /// What language it is in.
    pub language: Language,
}

/// Where a list item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ListPlace {
    /// Which list, counted over the article.
    pub id: u16,
    /// Numbered or bulleted.
    pub ordered: bool,
    /// 0 for an outermost list.
    pub depth: u8,
}

/// Kinds of block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum BlockKind {
    /// The headline.
    Title,
    /// Who wrote it.
    Byline,
    /// Date, outlet and other data about the article.
    Details,
    /// A heading inside the article.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A paragraph set apart as quoted.
    Quote,
    /// An item of a list.
    ListItem,
    /// Text under a picture.
    Caption,
    /// A sentence of the article repeated large.
    PullQuote,
    /// Not the article.
    Clutter(ClutterReason),
}

/// Why a block is not the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum ClutterReason {
    /// Menus, breadcrumbs.
    Navigation,
    /// Share and follow buttons.
    Sharing,
    /// Adverts and offers.
    Advert,
    /// Other stories.
    Related,
    /// Copyright, cookies, terms.
    Legal,
    /// Readers' comments.
    Comments,
    /// Vocabulary of a learners' page.
    WordList,
    /// Audio or video controls.
    Player,
    /// Anything else that is not the story.
    Other,
}

/// Language of a block, as far as it matters here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Language {
    /// English, which is analysed.
    #[cfg_attr(feature = "serde", serde(rename = "en"))]
    English,
    /// Chinese.
    #[cfg_attr(feature = "serde", serde(rename = "zh"))]
    Chinese,
    /// Some other language.
    Other,
    /// Too little text to say.
    #[default]
    Unknown,
}

impl BlockKind {
    /// Whether the stages after layout read the block: the story itself, in the order it is told.
    pub fn is_read(self) -> bool {
        matches!(
            self,
            BlockKind::Title
                | BlockKind::Heading
                | BlockKind::Paragraph
                | BlockKind::Quote
                | BlockKind::ListItem
        )
    }
}

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
pub fn lay_out(source: &Source, markup: &Markup<'_>, overrides: &Overrides) -> Layout {
    let text = source.text.as_str();
    if let Some(note) = troubles::unreadable(text) {
        return Layout {
            blocks: whole(text),
            details: markup.details.clone(),
            notes: vec![note],
        };
    }
    let pieces = pieces::cut(text, markup.hints);
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
    let language = judge::story_language(&measures, &verdict);
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
