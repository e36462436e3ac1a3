//! The tokens as this stage looks at them.

use super::words;
use crate::article::Span;
use crate::lexicon::WordClass;
use crate::prepared::Prepared;
use crate::tokens::{TokenKind, Tokens};
use std::ops::Range;

/// Longer sentences are no headlines, and looking through them word by word would cost the square of their length.
const LONGEST_HEADLINE: usize = 60;

/// Text and tokens with the questions that name finding asks.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a Tokens,
}

impl<'a> View<'a> {
    pub(super) fn new(prepared: &'a Prepared) -> Self {
        View {
            text: &prepared.source.text,
            tokens: &prepared.tokens,
        }
    }

    pub(super) fn len(self) -> usize {
        self.tokens.list.len()
    }

    pub(super) fn form(self, index: usize) -> &'a str {
        self.tokens.form(index)
    }

    pub(super) fn raw(self, index: usize) -> &'a str {
        self.tokens
            .list
            .get(index)
            .map_or("", |token| token.span.text(self.text))
    }

    pub(super) fn class(self, index: usize) -> WordClass {
        self.tokens
            .list
            .get(index)
            .map_or(WordClass::Other, |token| token.class)
    }

    pub(super) fn is_word(self, index: usize) -> bool {
        self.tokens
            .list
            .get(index)
            .is_some_and(|token| token.kind == TokenKind::Word)
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

    pub(super) fn capital(self, index: usize) -> bool {
        self.is_word(index) && self.raw(index).chars().next().is_some_and(char::is_uppercase)
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

    /// `'s`, or the mark of `Fox News'`.
    pub(super) fn is_owner_mark(self, index: usize) -> bool {
        match self.form(index) {
            "'s" => self.class(index) == WordClass::PossessiveClitic,
            "'" | "’" => {
                index > 0
                    && self.form(index - 1).ends_with('s')
                    && self.tokens.list[index - 1].span.end() == self.tokens.list[index].span.start()
            }
            _ => false,
        }
    }

    pub(super) fn sentence(self, index: usize) -> usize {
        self.tokens
            .list
            .get(index)
            .map_or(usize::MAX, |token| token.sentence as usize)
    }

    pub(super) fn sentence_range(self, sentence: usize) -> Range<usize> {
        self.tokens
            .sentences
            .get(sentence)
            .map_or(0..0, |sentence| sentence.first as usize..sentence.end as usize)
    }

    pub(super) fn block(self, index: usize) -> usize {
        self.tokens
            .sentences
            .get(self.sentence(index))
            .map_or(usize::MAX, |sentence| sentence.block as usize)
    }

    /// The span of a range of tokens.
    pub(super) fn span(self, range: Range<usize>) -> Span {
        match (
            self.tokens.list.get(range.start),
            self.tokens.list.get(range.end.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) if range.start < range.end => {
                Span::new(first.span.start(), last.span.end())
            }
            _ => Span::default(),
        }
    }

    /// The words of a range of tokens as the text writes them, white space as one space.
    pub(super) fn words(self, range: Range<usize>) -> String {
        let text = self.span(range).text(self.text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether the token stands where any word has a capital: first in its sentence, or after a mark or colon.
    pub(super) fn opens(self, index: usize) -> bool {
        let first = self.sentence_range(self.sentence(index)).start;
        index <= first
            || match self.tokens.list[index - 1].kind {
                TokenKind::Mark => !self.is_owner_mark(index - 1),
                TokenKind::Sign => matches!(self.form(index - 1), ":" | "." | "?" | "!" | "•"),
                _ => false,
            }
    }

    /// Whether nearly every longer word of the sentence has a capital, verbs too, as in a headline.
    pub(super) fn is_headline(self, sentence: usize) -> bool {
        let (mut long, mut capital) = (0, 0);
        let range = self.sentence_range(sentence);
        if range.len() > LONGEST_HEADLINE {
            return false;
        }
        for index in range {
            if !self.is_word(index) {
                continue;
            }
            let verb = matches!(self.class(index), WordClass::VerbPast | WordClass::VerbPresent);
            if verb && !self.capital(index) {
                return false;
            }
            if self.raw(index).len() > 3 {
                long += 1;
                capital += usize::from(self.capital(index));
            }
        }
        long >= 3 && capital * 10 >= long * 8
    }

    /// Whether the word at `index` can stand inside a noun phrase, before its head or as its head.
    pub(super) fn is_nominal(self, index: usize) -> bool {
        match self.class(index) {
            WordClass::Noun | WordClass::Name | WordClass::Adjective | WordClass::Number => true,
            WordClass::VerbGerund | WordClass::VerbPast | WordClass::VerbBase | WordClass::VerbPresent => {
                words::noun(self.form(index)).is_some() || self.capital(index) && self.capital(index + 1)
            }
            WordClass::PossessiveClitic => false,
            _ => self.capital(index) && !self.opens(index) && self.class(index) != WordClass::Determiner,
        }
    }
}
