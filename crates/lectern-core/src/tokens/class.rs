//! Guesses what part a word plays in its sentence, from word lists, endings and neighbours.

use super::{TokenKind, Tokens};
use crate::lexicon;

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

/// Fills in the class of every token.
pub(super) fn guess(text: &str, tokens: &mut Tokens) {
    for index in 0..tokens.list.len() {
        let token = tokens.list[index];
        let class = match token.kind {
            TokenKind::Number => WordClass::Number,
            TokenKind::Mark | TokenKind::Sign => WordClass::Sign,
            TokenKind::Word => {
                let capital = token
                    .span
                    .text(text)
                    .chars()
                    .next()
                    .is_some_and(char::is_uppercase);
                match lexicon::closed_class(tokens.form(index)) {
                    Some(class) => class,
                    None if capital => WordClass::Name,
                    None => WordClass::Noun,
                }
            }
        };
        tokens.list[index].class = class;
    }
}
