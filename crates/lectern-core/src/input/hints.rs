//! What markup said of one block.

use crate::article::Span;

/// What markup said of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct BlockHint {
    /// Where the block lies in [`Input::text`](super::Input::text).
    pub span: Span,
    /// What the markup calls it.
    pub kind: HintKind,
    /// How much of the text is link text, in percent.
    pub link_share: u8,
    /// What part of the page it stands in.
    pub region: Region,
    /// The element that holds it, a place in [`Input::containers`](super::Input::containers).
    pub container: u32,
}

/// What part of a page markup says that a block stands in, by elements, roles and names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Region {
    /// Nothing is said.
    #[default]
    Body,
    /// The article or the page's main part.
    Main,
    /// Page header.
    Header,
    /// Page footer.
    Footer,
    /// Beside the main part.
    Aside,
    /// Menus.
    Navigation,
    /// Readers' comments.
    Comments,
    /// Other stories.
    Related,
    /// Share buttons.
    Sharing,
    /// Adverts and offers.
    Advert,
    /// Who wrote it.
    Byline,
    /// When it appeared.
    Date,
    /// Audio or video controls.
    Player,
    /// What is said about a picture.
    Caption,
    /// Pictures in a row.
    Gallery,
    /// Cookies and consent.
    Consent,
    /// A post of another site, shown inside the story.
    Post,
    /// A story inside another story's element: a card that leads to it, or a comment.
    Card,
    /// What the page leaves out when it is printed.
    Unprinted,
    /// The text of the article, as schema.org has it.
    Article,
}

impl BlockHint {
    /// A hint of which nothing but place and kind is known.
    pub fn new(span: Span, kind: HintKind) -> Self {
        BlockHint {
            span,
            kind,
            link_share: 0,
            region: Region::Body,
            container: 0,
        }
    }
}

/// Block kinds that markup can announce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum HintKind {
    /// A paragraph or any other flow of text.
    Paragraph,
    /// `h1` to `h6`, with its level.
    Heading(u8),
    /// An item of the list numbered `list` within the input.
    ListItem {
        /// Which list, counted over the input.
        list: u16,
        /// Numbered or bulleted.
        ordered: bool,
        /// 0 for an outermost list.
        depth: u8,
    },
    /// Inside a block quote.
    Quote,
    /// A figure's caption.
    Caption,
}

impl Region {
    /// Whether stories stand in such parts.
    pub fn holds_stories(self) -> bool {
        matches!(
            self,
            Region::Body | Region::Main | Region::Article | Region::Byline | Region::Date | Region::Post
        )
    }

    /// Whether no story is told there, whatever the element holds.
    pub(crate) fn is_never_story(self) -> bool {
        matches!(self, Region::Comments | Region::Consent | Region::Card)
    }

    /// Whether it holds a line or two about a story or a picture.
    pub(crate) fn is_detail(self) -> bool {
        matches!(
            self,
            Region::Byline | Region::Date | Region::Sharing | Region::Caption | Region::Post
        )
    }

    /// Whether parts of this name stand inside stories, so that `article-byline` is a byline.
    pub(crate) fn is_part_of_story(self) -> bool {
        matches!(
            self,
            Region::Comments
                | Region::Byline
                | Region::Date
                | Region::Sharing
                | Region::Caption
                | Region::Post
                | Region::Related
                | Region::Footer
                | Region::Unprinted
        )
    }
}
