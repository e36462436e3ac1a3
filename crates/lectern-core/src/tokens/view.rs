//! The tokens of an article as every later stage asks about them. What differs between stages is theirs; what is
//! here has one answer for all.

use super::{Sentence, TokenKind, Tokens};
use crate::article::Span;
use crate::lexicon::{self, VerbForm, WordClass};
use crate::text::fold::is_invisible;
use std::ops::Range;

/// No sentence is looked at further than this many tokens to each side of a word: one that fills the text would
/// cost the square of its length.
const SENTENCE_REACH: usize = 200;

/// Text and tokens. Places are places in [`Tokens::list`]; past its end there is a sign without text.
#[derive(Clone, Copy, Debug)]
pub struct TokenView<'a> {
    /// The source's text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a Tokens,
}

impl<'a> TokenView<'a> {
    /// A view of the tokens of `text`.
    pub fn new(text: &'a str, tokens: &'a Tokens) -> Self {
        TokenView { text, tokens }
    }

    /// How many tokens there are.
    pub fn len(self) -> usize {
        self.tokens.list.len()
    }

    /// Whether there is no token.
    pub fn is_empty(self) -> bool {
        self.tokens.list.is_empty()
    }

    /// The folded form: lower case, plain apostrophes and hyphens.
    pub fn form(self, at: usize) -> &'a str {
        self.tokens.form(at)
    }

    /// The token as the text writes it.
    pub fn raw(self, at: usize) -> &'a str {
        self.tokens
            .list
            .get(at)
            .map_or("", |token| token.span.text(self.text))
    }

    /// What part the token plays in its sentence.
    pub fn class(self, at: usize) -> WordClass {
        self.tokens
            .list
            .get(at)
            .map_or(WordClass::Sign, |token| token.class)
    }

    /// Whether the token is made of letters.
    pub fn is_word(self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether the token is a quotation mark.
    pub fn is_mark(self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Mark)
    }

    fn kind(self, at: usize) -> Option<TokenKind> {
        self.tokens.list.get(at).map(|token| token.kind)
    }

    /// What the lexicon knows of the form as a verb.
    pub fn verb(self, at: usize) -> Option<VerbForm> {
        self.tokens.verb(at)
    }

    /// The base form of a verb, the form itself of any other word.
    pub fn lemma(self, at: usize) -> &'a str {
        self.tokens.lemma(at)
    }

    /// Whether it is a word that begins with a capital.
    pub fn is_capital(self, at: usize) -> bool {
        self.is_word(at) && self.raw(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// `'s`, or the mark of `Fox News'`.
    pub fn is_owner_mark(self, at: usize) -> bool {
        match self.form(at) {
            "'s" => self.class(at) == WordClass::PossessiveClitic,
            "'" | "’" => {
                at > 0
                    && self.form(at - 1).ends_with('s')
                    && self.tokens.list[at - 1].span.end() == self.tokens.list[at].span.start()
            }
            _ => false,
        }
    }

    /// The sentence that holds the token.
    pub fn sentence(self, at: usize) -> Option<&'a Sentence> {
        let number = self.tokens.list.get(at)?.sentence;
        self.tokens.sentences.get(number as usize)
    }

    /// The number of the sentence that holds the token, a place in [`Tokens::sentences`]; past the end none that is.
    pub fn sentence_number(self, at: usize) -> usize {
        self.tokens
            .list
            .get(at)
            .map_or(usize::MAX, |token| token.sentence as usize)
    }

    /// All tokens of the sentence with this number.
    pub fn sentence_tokens(self, number: usize) -> Range<usize> {
        self.tokens.sentences.get(number).map_or(0..0, Sentence::tokens)
    }

    /// The tokens of the sentence that holds `at`; of an endless one, those that lie near.
    pub fn sentence_around(self, at: usize) -> Range<usize> {
        self.sentence(at).map_or(at..at, |sentence| {
            let Range { start, end } = sentence.tokens();
            start.max(at.saturating_sub(SENTENCE_REACH))..end.min(at + SENTENCE_REACH)
        })
    }

    /// The block that holds the token, a place in the list of blocks; past the end none that is.
    pub fn block(self, at: usize) -> usize {
        self.sentence(at)
            .map_or(usize::MAX, |sentence| sentence.block as usize)
    }

    /// Whether the token stands where any word has a capital: first in its sentence, or after a quotation mark, a
    /// colon, a dash and the like.
    pub fn opens(self, at: usize) -> bool {
        let Some(sentence) = self.sentence(at) else {
            return true;
        };
        at <= sentence.first as usize
            || match self.tokens.list[at - 1].kind {
                TokenKind::Mark => !self.is_owner_mark(at - 1),
                TokenKind::Sign => lexicon::opens_after(self.form(at - 1)),
                _ => false,
            }
    }

    /// The bytes from the first to the last token; empty where the first would be, for no tokens.
    pub fn span(self, range: Range<usize>) -> Span {
        let list = &self.tokens.list;
        match (list.get(range.start), list.get(range.end.wrapping_sub(1))) {
            (Some(first), Some(last)) if range.start < range.end => first.span.cover(last.span),
            (Some(first), _) => Span::new(first.span.start(), first.span.start()),
            _ => Span::default(),
        }
    }

    /// The words of a range of tokens as the text writes them, white space as one space.
    pub fn words(self, range: Range<usize>) -> String {
        let text: String = self
            .span(range)
            .text(self.text)
            .chars()
            .filter(|&c| !is_invisible(c))
            .collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Block;
    use crate::tokens::tokenize;

    /// Each answer that three readers of the same tokens once gave differently.
    fn ask<T>(text: &str, question: impl Fn(TokenView<'_>) -> T) -> T {
        let block = Block::paragraph(Span::of(0..text.len()));
        let (tokens, _) = tokenize(text, &[block]);
        question(TokenView::new(text, &tokens))
    }

    #[test]
    fn past_the_end_there_is_a_sign_without_text() {
        let (class, length, sentence) = ask("Open it.", |view| {
            (view.class(9), view.raw(9).len(), view.sentence_number(9))
        });
        assert_eq!((class, length, sentence), (WordClass::Sign, 0, usize::MAX));
    }

    #[test]
    fn only_words_have_capitals() {
        assert_eq!(
            ask("Ada saw 3 gates & 5 Boats.", |view| {
                (0..view.len()).filter(|&at| view.is_capital(at)).count()
            }),
            2
        );
    }

    #[test]
    fn a_word_opens_after_colons_and_dashes_but_not_after_an_owner() {
        let opens = |text| {
            ask(text, |view| {
                (0..view.len()).filter(|&at| view.opens(at)).collect::<Vec<_>>()
            })
        };
        assert_eq!(opens("It is clear: Gates open."), [0, 4]);
        assert_eq!(opens("It is clear — Gates open."), [0, 4]);
        assert_eq!(opens("The sailors' Guild sings."), [0]);
    }

    #[test]
    fn a_headline_has_capitals_on_its_verbs_too() {
        let headline = |text| ask(text, |view| view.tokens.sentences[0].headline);
        assert!(headline("Harbour Board Opens Gates"));
        assert!(!headline("Harbour Board opened Gates"));
    }

    #[test]
    fn a_sentence_is_asked_for_by_its_number_or_by_a_token() {
        let text = "The gate is open. Boats may enter now.";
        assert_eq!(ask(text, |view| view.sentence_tokens(1)), 5..10);
        assert_eq!(ask(text, |view| view.sentence_around(6)), 5..10);
        assert_eq!(ask(text, |view| view.span(5..5)), Span::new(18, 18));
    }
}
