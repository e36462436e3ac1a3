//! JSON, version 1: an article as files and other programs get it, described by `docs/lectern-1.schema.json`.
//!
//! Positions are Unicode code points, ends exclusive. Version 1 only gains fields; readers ignore unknown ones.

mod back;
mod convert;
mod keep;
mod made;
mod mend;

use lectern_core::Article;
use lectern_core::article::{
    ClutterReason, EditKind, Form, Language, ListPlace, MentionForm, NoteKind, ProposalKind, Rule,
    SpeakerKind, VerbClass,
};
use lectern_core::checks::Check;
pub use lectern_core::corrections::By;
use lectern_core::corrections::Corrected;
pub(crate) use made::digest;
pub use made::{Made, model_hash};
use serde::{Deserialize, Serialize};

/// Version of the format.
pub(crate) const VERSION: u32 = 1;

/// One article, read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The format's version: 1.
    pub lectern: u32,
    /// What positions count.
    pub unit: Unit,
    /// What made it.
    pub made: Made,
    /// The article's path, name or id as given.
    pub article: String,
    /// The text that all positions refer to.
    pub text: String,
    /// How the text differs from the input.
    pub edits: Vec<Edit>,
    /// Title, authors, dates.
    pub details: Details,
    /// Ordered, disjoint; gaps are white space.
    pub blocks: Vec<Block>,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// Where they are named, described or meant.
    pub mentions: Vec<Mention>,
    /// What is said.
    pub quotations: Vec<Quotation>,
    /// What is wanted.
    pub proposals: Vec<Proposal>,
    /// What looked wrong.
    pub notes: Vec<Note>,
}

/// Start and end, in code points.
pub type Range = [u32; 2];

/// What positions count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Unicode code points.
    CodePoint,
}

/// A change made to the input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// Where the new text lies.
    pub span: Range,
    /// What stood there.
    pub was: String,
    /// Why it was changed.
    pub kind: EditKind,
}

/// What is known about the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(
    missing_docs,
    reason = "the fields are those of the core's details, documented there"
)]
pub struct Details {
    pub title: Option<Detail>,
    pub authors: Vec<Detail>,
    pub outlet: Option<Detail>,
    pub section: Vec<Detail>,
    pub published: Option<Detail>,
    pub updated: Option<Detail>,
    pub dateline: Option<Detail>,
    pub url: Option<Detail>,
    pub language: Option<Detail>,
}

/// One detail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detail {
    /// In the words of the text or of the page's metadata.
    pub text: String,
    /// In a normal form.
    pub value: String,
    /// Where it stands; null when metadata gave it.
    pub span: Option<Range>,
}

/// A block of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockName,
    /// All of it.
    pub span: Range,
    /// Without list markers.
    pub content: Range,
    /// 1 to 6 for headings.
    pub level: Option<u8>,
    /// Place in a list.
    pub list: Option<ListPlace>,
    /// What language it is in.
    pub language: Language,
    /// Why it is clutter, if it is.
    pub reason: Option<ClutterReason>,
}

/// Kinds of block, without the reason for clutter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(
    missing_docs,
    reason = "the names are those of the core's block kinds, documented there"
)]
pub enum BlockName {
    Title,
    Byline,
    Details,
    Heading,
    Paragraph,
    Quote,
    ListItem,
    Caption,
    PullQuote,
    Clutter,
}

impl BlockName {
    /// The name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            BlockName::Title => "title",
            BlockName::Byline => "byline",
            BlockName::Details => "details",
            BlockName::Heading => "heading",
            BlockName::Paragraph => "paragraph",
            BlockName::Quote => "quote",
            BlockName::ListItem => "list-item",
            BlockName::Caption => "caption",
            BlockName::PullQuote => "pull-quote",
            BlockName::Clutter => "clutter",
        }
    }
}

/// Somebody who speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// `S1`, `S2`, ... in order of first mention.
    pub id: String,
    /// The fullest form in the article, without the title.
    pub name: String,
    /// The fullest title or description.
    pub role: Option<String>,
    /// What kind of speaker.
    pub kind: SpeakerKind,
    /// Who made it as it stands.
    #[serde(default)]
    pub by: By,
    /// What the machine had, where a person put it right.
    #[serde(default)]
    pub was: Option<Was>,
}

/// What the machine had, of the things that a person changed; empty where everything was accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Was {
    /// A quotation's form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// A proposal's kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<ProposalKind>,
    /// A quotation's content, or a proposal's span.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Vec<Range>>,
    /// A proposal's items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<Vec<Range>>,
    /// The names of whom it was given to; none when nobody could be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Vec<String>>,
    /// The words of who is to act, if anybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addressee: Option<Vec<Range>>,
    /// A speaker's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// How sure a speaker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// The words name the speaker.
    Named,
    /// Reached over other mentions.
    Resolved,
    /// One of the candidates.
    Ambiguous,
    /// Nobody can be told.
    None,
}

/// Who it is, or may be: the same three fields wherever somebody is meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// Null unless named or resolved.
    pub speaker: Option<String>,
    /// How sure that is.
    pub attribution: Certainty,
    /// Whom it may mean, likeliest first; empty unless ambiguous.
    pub candidates: Vec<String>,
}

/// A place where a speaker is named, described or meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// `M1`, `M2`, ...
    pub id: String,
    /// Where.
    pub span: Range,
    /// By what.
    pub form: MentionForm,
    /// Who.
    #[serde(flatten)]
    pub who: Who,
    /// The steps that led there.
    pub because: Vec<Step>,
}

/// One step from a mention to its speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The mention it leads to.
    pub mention: Option<String>,
    /// Why.
    pub rule: Rule,
}

/// One thing said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// `Q1`, `Q2`, ...
    pub id: String,
    /// In whose words.
    pub form: Form,
    /// What is said.
    pub content: Vec<Range>,
    /// The words that tell that it is said.
    pub cue: Option<Range>,
    /// Who says it, in the words of the text.
    pub source: Vec<Range>,
    /// The source as a mention.
    pub mention: Option<String>,
    /// Who.
    #[serde(flatten)]
    pub who: Who,
    /// The quotation that it lies in.
    pub parent: Option<String>,
    /// What the cue verb tells of the source's stance.
    pub verb_class: Option<VerbClass>,
    /// Whether it can be relied on.
    pub sure: bool,
    /// Why a reader should look at it, if anything tells against it.
    #[serde(default)]
    pub check: Option<Check>,
    /// Who made it as it stands.
    #[serde(default)]
    pub by: By,
    /// What the machine had, where a person put it right.
    #[serde(default)]
    pub was: Option<Was>,
}

/// One thing that somebody wants done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// `P1`, `P2`, ...
    pub id: String,
    /// Which of the four.
    pub kind: ProposalKind,
    /// What is to be done.
    pub span: Range,
    /// The co-ordinated actions, when there are several.
    pub items: Vec<Range>,
    /// How many there are, when the text says so.
    pub stated_count: Option<u32>,
    /// Whose it is.
    #[serde(flatten)]
    pub who: Who,
    /// Who is to act.
    pub addressee: Option<Addressee>,
    /// The words that make it a proposal.
    pub trigger: Option<Range>,
    /// The quotation that it stands in.
    pub quotation: Option<String>,
    /// An earlier proposal of the same course of action.
    pub same_as: Option<String>,
    /// Whether it can be relied on.
    pub sure: bool,
    /// Why a reader should look at it, if anything tells against it.
    #[serde(default)]
    pub check: Option<Check>,
    /// Who made it as it stands.
    #[serde(default)]
    pub by: By,
    /// What the machine had, where a person put it right.
    #[serde(default)]
    pub was: Option<Was>,
}

/// Who is to act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    /// In the words of the text.
    pub span: Range,
    /// The speaker that it is, if it is one.
    pub speaker: Option<String>,
}

/// What looked wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Which remark.
    pub kind: NoteKind,
    /// What it is about.
    pub span: Range,
    /// In plain English.
    pub text: String,
}

impl Who {
    /// Somebody who is named, or nobody.
    pub(crate) fn named(speaker: Option<String>) -> Self {
        Who {
            attribution: if speaker.is_some() {
                Certainty::Named
            } else {
                Certainty::None
            },
            speaker,
            candidates: Vec::new(),
        }
    }
}

impl Document {
    /// The article read under the name or path `name`, with what a person put right.
    #[must_use]
    pub fn of(name: &str, corrected: &Corrected) -> Self {
        Document {
            article: name.to_owned(),
            ..Document::from(corrected)
        }
    }

    /// As indented JSON with a line end behind it.
    #[must_use]
    pub fn to_json(&self) -> String {
        // only strings, numbers and lists: nothing that JSON could not hold
        let json = serde_json::to_string_pretty(self).unwrap_or_default();
        json + "\n"
    }

    /// The article read under the name or path `name`.
    pub fn new(name: &str, article: &Article) -> Self {
        Document {
            article: name.to_owned(),
            ..Document::from(article)
        }
    }
}
