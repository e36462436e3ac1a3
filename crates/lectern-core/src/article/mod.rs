//! What a reading gives: plain values, and ways to look things up in them.

mod anchor;
mod block;
mod details;
pub(crate) mod names;
mod note;
mod proposal;
mod quotation;
mod source;
mod span;
mod speaker;

pub use anchor::Anchor;
pub use block::{Block, BlockKind, ClutterReason, Language, ListPlace};
pub use details::{Detail, Details};
pub use note::{Note, NoteKind};
pub use proposal::{Addressee, Proposal, ProposalId, ProposalKind};
pub use quotation::{Form, Quotation, QuotationId, VerbClass};
pub use source::{Edit, EditKind, Source};
pub use span::Span;
pub use speaker::{Mention, MentionForm, MentionId, Referent, Rule, Speaker, SpeakerId, SpeakerKind, Step};

/// A read article. Positions are byte ranges in `source.text`; ids are places in the lists here, in text order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Article {
    /// The text and how it differs from the input.
    pub source: Source,
    /// Ordered, disjoint; gaps are white space.
    pub blocks: Vec<Block>,
    /// Sentences of the blocks that are read, in order.
    pub sentences: Vec<Span>,
    /// Title, authors, dates and so on.
    pub details: Details,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// Where they are named, described or meant by a pronoun.
    pub mentions: Vec<Mention>,
    /// What is said, in order of their first position.
    pub quotations: Vec<Quotation>,
    /// What is wanted, in text order.
    pub proposals: Vec<Proposal>,
    /// What looked wrong.
    pub notes: Vec<Note>,
}

/// Looking things up; an id from another article gives nothing.
impl Article {
    /// The speaker with this id.
    pub fn speaker(&self, id: SpeakerId) -> Option<&Speaker> {
        self.speakers.get(id.0 as usize)
    }

    /// The mention with this id.
    pub fn mention(&self, id: MentionId) -> Option<&Mention> {
        self.mentions.get(id.0 as usize)
    }

    /// The quotation with this id.
    pub fn quotation(&self, id: QuotationId) -> Option<&Quotation> {
        self.quotations.get(id.0 as usize)
    }

    /// The proposal with this id.
    pub fn proposal(&self, id: ProposalId) -> Option<&Proposal> {
        self.proposals.get(id.0 as usize)
    }

    /// Where in [`Article::blocks`] the block that holds a byte of the text stands, or else the next one; their
    /// number behind the last.
    pub fn block_at(&self, byte: u32) -> usize {
        self.blocks.partition_point(|block| block.content.end() <= byte)
    }

    /// Whom the source of a quotation means.
    pub fn referent(&self, quotation: &Quotation) -> &Referent {
        quotation
            .mention
            .and_then(|id| self.mention(id))
            .map_or(&Referent::None, |mention| &mention.referent)
    }

    /// The words of a stretch; empty when the span is from elsewhere.
    pub fn text(&self, span: Span) -> &str {
        span.text(&self.source.text)
    }
}
