//! What part a word plays in its sentence.

/// Part of speech, as far as reading attributions and proposals needs it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum WordClass {
    /// the, a, this, every
    Determiner,
    /// he, them, who
    Pronoun,
    /// his, their
    Possessive,
    /// of, in, against
    Preposition,
    /// and, or, but
    Coordinator,
    /// that, because, if
    Subordinator,
    /// should, must, will
    Modal,
    /// be, have, do in any form
    Auxiliary,
    /// to before a verb
    InfinitiveTo,
    /// A verb's base form
    VerbBase,
    /// says
    VerbPresent,
    /// said, urged (past tense or participle)
    VerbPast,
    /// saying
    VerbGerund,
    /// A noun
    Noun,
    /// A name, or part of one
    Name,
    /// An adjective
    Adjective,
    /// An adverb, not included
    Adverb,
    /// not, n't, never
    Negation,
    /// A number, in digits or words
    Number,
    /// The clitic of `Xi's`
    PossessiveClitic,
    /// A sign
    Sign,
    /// Anything else
    #[default]
    Other,
}
