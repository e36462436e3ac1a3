//! What is known about the article: title, authors, dates.

use crate::article::Span;

/// One detail as the text gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Detail {
    /// The words of the text or of the page's metadata.
    pub text: String,
    /// In a normal form: ISO 8601 for dates, a BCP 47 tag for languages, else the words.
    pub value: String,
    /// Where it stands in the text; none when metadata gave it.
    pub span: Option<Span>,
}

/// All details; what is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Details {
    /// Headline.
    pub title: Option<Detail>,
    /// Who wrote it.
    pub authors: Vec<Detail>,
    /// Who published it.
    pub outlet: Option<Detail>,
    /// The trail of sections, outermost first.
    pub section: Vec<Detail>,
    /// When it appeared.
    pub published: Option<Detail>,
    /// When it was last changed.
    pub updated: Option<Detail>,
    /// Place, date and agency at the start of the first paragraph.
    pub dateline: Option<Detail>,
    /// Where it was published.
    pub url: Option<Detail>,
    /// Language of the story.
    pub language: Option<Detail>,
}
