//! Who speaks, and every mention of them.

use super::Span;
use super::names::names;

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

names! {
    /// Kinds of speaker.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum SpeakerKind {
        /// One person.
        Person = "person",
        /// A body with a name.
        Organization = "organization",
        /// Several, taken together.
        Group = "group",
        /// A report, a poll, a law.
        Document = "document",
        /// Somebody the article does not name.
        Unnamed = "unnamed",
    }
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
    pub referent: Referent,
    /// The steps that led there.
    pub because: Vec<Step>,
}

/// A mention's place in [`crate::Article::mentions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct MentionId(pub u32);

names! {
    /// How a mention refers.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum MentionForm {
        /// By name: `Ada Lund`, `Lund`.
        Name = "name",
        /// By office: `President Lund`, `the mayor`.
        Role = "role",
        /// By description: `the former teacher`.
        Description = "description",
        /// `he`, `her`, `they`.
        Pronoun = "pronoun",
    }
}

/// Whom a mention means, and how sure that is. Doubt is shown, never hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Referent {
    /// The words themselves name or describe the speaker.
    Named(SpeakerId),
    /// Reached by steps, kept in [`Mention::because`].
    Resolved(SpeakerId),
    /// One of several, at most three, likeliest first.
    Ambiguous(Vec<SpeakerId>),
    /// Nobody can be told.
    None,
}

impl Referent {
    /// The speaker, when named or resolved.
    pub fn speaker(&self) -> Option<SpeakerId> {
        match self {
            Referent::Named(speaker) | Referent::Resolved(speaker) => Some(*speaker),
            Referent::Ambiguous(_) | Referent::None => None,
        }
    }

    /// Puts other speakers in place; those without one are left out.
    pub(crate) fn map(&mut self, place: impl Fn(SpeakerId) -> Option<SpeakerId>) {
        let one = |speaker: &SpeakerId| place(*speaker);
        *self = match self {
            Referent::Named(speaker) => one(speaker).map_or(Referent::None, Referent::Named),
            Referent::Resolved(speaker) => one(speaker).map_or(Referent::None, Referent::Resolved),
            Referent::Ambiguous(several) => Referent::Ambiguous(several.iter().filter_map(one).collect()),
            Referent::None => Referent::None,
        };
    }

    /// The speakers it may be, when in doubt.
    pub fn candidates(&self) -> &[SpeakerId] {
        match self {
            Referent::Ambiguous(candidates) => candidates,
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

names! {
    /// Reasons for a step.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Rule {
        /// The same name or a part of it.
        SameName = "same-name",
        /// The first letters of a name.
        Acronym = "acronym",
        /// The same title or description.
        SameRole = "same-role",
        /// The subject of the sentence before.
        SubjectBefore = "subject-before",
        /// The subject of the same sentence.
        SubjectOfSentence = "subject-of-sentence",
        /// The only one that fits.
        OnlyCandidate = "only-candidate",
        /// The one most spoken of here.
        MostSalient = "most-salient",
        /// A name that follows.
        NameFollows = "name-follows",
        /// The speaker of the paragraph before goes on.
        SpeakerGoesOn = "speaker-goes-on",
    }
}
