//! What is looked for in many articles.

use super::{Ready, one_name};
use lectern_core::article::{Form, ProposalKind};
use lectern_core::text::search::{folded, has_words};
use serde::{Deserialize, Serialize};

/// Which rows are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// Who speaks.
    #[default]
    Speakers,
    /// What is said and wanted.
    Marks,
    /// What is said.
    Quotations,
    /// What is wanted.
    Proposals,
    /// Marks of one kind.
    Only(Kind),
}

/// What a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A quotation of this form.
    Quotation(Form),
    /// A proposal of this kind.
    Proposal(ProposalKind),
}

/// What is looked for: all of it has to be there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// Which rows.
    pub what: What,
    /// Words in a mark or in its speaker's name, in any order; of a speaker, in name or role.
    pub words: String,
    /// The name of the one whose they may be; empty for anybody.
    pub speaker: String,
    /// The article's place; none for all of them.
    pub article: Option<u32>,
}

/// A query, folded once for many rows.
#[derive(Debug)]
pub(super) struct Test {
    what: What,
    words: String,
    speaker: String,
    article: Option<u32>,
}

impl Query {
    pub(super) fn test(&self) -> Test {
        Test {
            what: self.what,
            words: folded(&self.words),
            speaker: one_name(&self.speaker),
            article: self.article,
        }
    }
}

impl Test {
    /// Whether a mark is among them.
    pub(super) fn finds(&self, ready: &Ready) -> bool {
        let is_wanted = match (self.what, ready.row.kind) {
            (What::Speakers | What::Marks, _)
            | (What::Quotations, Kind::Quotation(_))
            | (What::Proposals, Kind::Proposal(_)) => true,
            (What::Only(kind), own) => kind == own,
            _ => false,
        };
        is_wanted
            && self.is_in(ready.row.article)
            && (self.speaker.is_empty() || ready.names.contains(&self.speaker))
            && has_words(&ready.searched, &self.words)
    }

    /// Whether an article is among those looked through.
    pub(super) fn is_in(&self, article: u32) -> bool {
        self.article.is_none_or(|wanted| wanted == article)
    }

    /// Whether somebody of this folded name, and with this role, is meant.
    pub(super) fn is_called(&self, name: &str, role: &str) -> bool {
        (self.speaker.is_empty() || self.speaker == name)
            && has_words(&format!("{name} {}", folded(role)), &self.words)
    }
}
