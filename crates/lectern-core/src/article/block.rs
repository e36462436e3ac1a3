//! Ordered, disjoint blocks of the text: what each stretch of it is.

use super::Span;
use super::names::names;

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

impl Block {
    /// A paragraph of English and nothing else.
    pub fn paragraph(span: Span) -> Self {
        Block {
            kind: BlockKind::Paragraph,
            span,
            content: span,
            level: None,
            list: None,
            language: Language::English,
        }
    }
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

names! {
    /// Why a block is not the article.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum ClutterReason {
        /// Menus, breadcrumbs.
        Navigation = "navigation",
        /// Share and follow buttons.
        Sharing = "sharing",
        /// Adverts and offers.
        Advert = "advert",
        /// Other stories.
        Related = "related",
        /// Copyright, cookies, terms.
        Legal = "legal",
        /// Readers' comments.
        Comments = "comments",
        /// Vocabulary of a learners' page.
        WordList = "word-list",
        /// Audio or video controls.
        Player = "player",
        /// Anything else that is not the story.
        Other = "other",
    }
}

names! {
    /// Language of a block, as far as it matters here.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Language {
        /// English, which is analysed.
        English = "en",
        /// Chinese.
        Chinese = "zh",
        /// Some other language.
        Other = "other",
        /// Too little text to say.
        #[default]
        Unknown = "unknown",
    }
}

impl BlockKind {
    /// The name in files and markup, without the reason for clutter.
    pub fn name(self) -> &'static str {
        match self {
            BlockKind::Title => "title",
            BlockKind::Byline => "byline",
            BlockKind::Details => "details",
            BlockKind::Heading => "heading",
            BlockKind::Paragraph => "paragraph",
            BlockKind::Quote => "quote",
            BlockKind::ListItem => "list-item",
            BlockKind::Caption => "caption",
            BlockKind::PullQuote => "pull-quote",
            BlockKind::Clutter(_) => "clutter",
        }
    }

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
