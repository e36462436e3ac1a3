//! Stage 6: who each source is.

use crate::article::Prepared;
use crate::attribution::Quotation;
use crate::span::Span;

/// Somebody to whom something is attributed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Speaker {
    /// The fullest form in the article, without the title.
    pub name: String,
    /// The fullest title or description that the article gives.
    pub role: Option<String>,
    /// What kind of speaker.
    pub kind: SpeakerKind,
}

/// A speaker's place in [`crate::Article::speakers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SpeakerId(pub u32);

/// A mention's place in [`crate::Article::mentions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct MentionId(pub u32);

/// Kinds of speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum SpeakerKind {
    /// One person.
    Person,
    /// A body with a name.
    Organization,
    /// Several, taken together.
    Group,
    /// A report, a poll, a law.
    Document,
    /// Somebody the article does not name.
    Unnamed,
}

/// One place where a speaker is named, described or meant.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// By what.
    pub form: MentionForm,
    /// Who, and how sure that is.
    pub attribution: Attribution,
    /// The steps that led there.
    pub because: Vec<Step>,
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum MentionForm {
    /// By name: `Ada Lund`, `Lund`.
    Name,
    /// By office: `President Lund`, `the mayor`.
    Role,
    /// By description: `the former teacher`.
    Description,
    /// `he`, `her`, `they`.
    Pronoun,
}

/// Whom a mention means, and how sure that is. Doubt is shown, never hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Attribution {
    /// The words themselves name or describe the speaker.
    Named(SpeakerId),
    /// Reached by steps, kept in [`Mention::because`].
    Resolved(SpeakerId),
    /// One of several, at most three, likeliest first.
    Ambiguous(Vec<SpeakerId>),
    /// Nobody can be told.
    None,
}

impl Attribution {
    /// The speaker, when named or resolved.
    pub fn speaker(&self) -> Option<SpeakerId> {
        match self {
            Attribution::Named(speaker) | Attribution::Resolved(speaker) => Some(*speaker),
            Attribution::Ambiguous(_) | Attribution::None => None,
        }
    }

    /// The speakers it may be, when in doubt.
    pub fn candidates(&self) -> &[SpeakerId] {
        match self {
            Attribution::Ambiguous(candidates) => candidates,
            _ => &[],
        }
    }
}

/// One step of the chain from a mention to its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Step {
    /// The mention that the step leads to, if any.
    pub mention: Option<MentionId>,
    /// Why.
    pub rule: Rule,
}

/// Reasons for a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Rule {
    /// The same name or a part of it.
    SameName,
    /// The first letters of a name.
    Acronym,
    /// The same title or description.
    SameRole,
    /// The subject of the sentence before.
    SubjectBefore,
    /// The subject of the same sentence.
    SubjectOfSentence,
    /// The only one that fits.
    OnlyCandidate,
    /// The one most spoken of here.
    MostSalient,
    /// A name that follows.
    NameFollows,
    /// The speaker of the paragraph before goes on.
    SpeakerGoesOn,
}

/// What this stage gives.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// Where they are named, described or meant, in text order.
    pub mentions: Vec<Mention>,
    /// The quotations, each with its mention.
    pub quotations: Vec<Quotation>,
}

/// Finds the speakers of the quotations and all their mentions.
pub fn identify(_prepared: &Prepared, quotations: Vec<Quotation>) -> Cast {
    Cast {
        quotations,
        ..Cast::default()
    }
}
