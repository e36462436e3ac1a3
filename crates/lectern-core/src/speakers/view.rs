//! The tokens as this stage looks at them.

use super::words;
use crate::lexicon::WordClass;
use crate::prepared::Prepared;
use crate::tokens::TokenView;
use std::ops::Deref;

/// Text and tokens with the questions that name finding asks.
#[derive(Clone, Copy)]
pub(super) struct View<'a>(TokenView<'a>);

impl<'a> Deref for View<'a> {
    type Target = TokenView<'a>;

    fn deref(&self) -> &TokenView<'a> {
        &self.0
    }
}

impl<'a> View<'a> {
    pub(super) fn new(prepared: &'a Prepared) -> Self {
        View(TokenView::new(&prepared.source.text, &prepared.tokens))
    }

    /// Whether the sentence with this number is written as a headline.
    pub(super) fn is_headline(self, number: usize) -> bool {
        self.tokens
            .sentences
            .get(number)
            .is_some_and(|sentence| sentence.headline)
    }

    pub(super) fn is_verb(self, index: usize) -> bool {
        matches!(
            self.class(index),
            WordClass::VerbPast
                | WordClass::VerbPresent
                | WordClass::VerbBase
                | WordClass::Modal
                | WordClass::Auxiliary
        )
    }

    /// `IMF`, `U.N.`: two or more capitals and nothing else.
    pub(super) fn all_capitals(self, index: usize) -> bool {
        let mut letters = self.raw(index).chars().filter(|c| c.is_alphabetic()).peekable();
        let count = letters.clone().count();
        count >= 2 && letters.all(char::is_uppercase)
    }

    /// `J.`
    pub(super) fn is_initial(self, index: usize) -> bool {
        let raw = self.raw(index);
        raw.ends_with('.') && {
            let letters: Vec<char> = raw.chars().filter(|&c| c != '.').take(4).collect();
            !letters.is_empty() && letters.len() <= 3 && letters.iter().all(|c| c.is_uppercase())
        }
    }

    /// Whether the word at `index` can stand inside a noun phrase, before its head or as its head.
    pub(super) fn is_nominal(self, index: usize) -> bool {
        match self.class(index) {
            WordClass::Noun | WordClass::Name | WordClass::Adjective | WordClass::Number => true,
            WordClass::VerbGerund | WordClass::VerbPast | WordClass::VerbBase | WordClass::VerbPresent => {
                words::noun(self.form(index)).is_some()
                    || self.is_capital(index) && self.is_capital(index + 1)
            }
            WordClass::PossessiveClitic => false,
            WordClass::Preposition if self.all_capitals(index) => false,
            _ => self.is_capital(index) && !self.opens(index) && self.class(index) != WordClass::Determiner,
        }
    }
}
