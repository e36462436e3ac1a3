//! An article after corrections, with the history of each mark.

use crate::article::{Article, Form, ProposalKind, Span};

/// Who made a mark as it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum By {
    /// Nobody has looked at it.
    #[default]
    Machine,
    /// A person added, changed or accepted it.
    Person,
}

/// Where a mark comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Origin {
    /// Who made it as it stands.
    pub by: By,
    /// What the machine had, where a person changed or accepted it; nothing where the machine's own stands or had none.
    pub was: Option<Was>,
}

/// What the machine had, of the things that a person changed. Empty where everything was accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Was {
    /// A quotation's form.
    pub form: Option<Form>,
    /// A proposal's kind.
    pub kind: Option<ProposalKind>,
    /// A quotation's content, or a proposal's span.
    pub content: Option<Vec<Span>>,
    /// A proposal's items.
    pub items: Option<Vec<Span>>,
    /// The names of whom it was given to; several when it was in doubt, none when nobody could be told.
    pub speaker: Option<Vec<String>>,
    /// The words of who is to act, if anybody.
    pub addressee: Option<Vec<Span>>,
    /// A speaker's name.
    pub name: Option<String>,
}

/// An article with corrections laid over it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Corrected {
    /// As it stands.
    pub article: Article,
    /// The origin of each of its speakers.
    pub speakers: Vec<Origin>,
    /// The origin of each of its quotations.
    pub quotations: Vec<Origin>,
    /// The origin of each of its proposals.
    pub proposals: Vec<Origin>,
    /// Which corrections could not be made, since what they are about is not found; in ascending order.
    pub missing: Vec<usize>,
}

impl From<Article> for Corrected {
    /// Nothing is corrected.
    fn from(article: Article) -> Self {
        Corrected {
            speakers: vec![Origin::default(); article.speakers.len()],
            quotations: vec![Origin::default(); article.quotations.len()],
            proposals: vec![Origin::default(); article.proposals.len()],
            missing: Vec::new(),
            article,
        }
    }
}

impl By {
    /// The name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            By::Machine => "machine",
            By::Person => "person",
        }
    }
}

impl Origin {
    /// Added by a person.
    pub(super) fn person() -> Self {
        Origin {
            by: By::Person,
            was: None,
        }
    }

    /// A person has looked at it: notes by `keep` what the machine had, unless that is noted already or it was a
    /// person's own.
    pub(super) fn touch(&mut self, keep: impl FnOnce(&mut Was)) {
        if self.by == By::Machine {
            *self = Origin {
                by: By::Person,
                was: Some(Was::default()),
            };
        }
        if let Some(was) = &mut self.was {
            keep(was);
        }
    }
}
