//! Stage 4: words, sentences and paired quotation marks of the blocks that are read.
//!
//! Matching goes by a folded *shadow* of each word (lower case, plain apostrophes, half-width, nothing
//! invisible), so that the source itself never has to be changed for it.

mod class;
mod marks;
mod sentences;
mod shouting;
mod view;
mod words;

pub use marks::Quoted;
pub use view::TokenView;

pub use crate::lexicon::{Forms, VerbForm, WordClass};

use crate::article::{Block, Note, NoteKind, Span};
use crate::lexicon;
use rustc_hash::FxHashMap;

/// One word, number or sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where, in the source.
    pub span: Span,
    /// Where its folded form lies, in the shadow.
    shadow: Span,
    /// Word, number or sign.
    pub kind: TokenKind,
    /// What part a word plays in its sentence, as a guess.
    pub class: WordClass,
    /// What it is as a verb: one more than a place in the list of verb forms; 0 for what is none.
    verb: u16,
    /// Which sentence it belongs to: a place in [`Tokens::sentences`].
    pub sentence: u32,
}

/// Kinds of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner hyphens and apostrophes. Clitics (`'s`, `'ll`) are words of their own.
    Word,
    /// Digits, with inner points and commas.
    Number,
    /// A quotation mark.
    Mark,
    /// Any other sign.
    Sign,
}

/// A sentence of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last token.
    pub span: Span,
    /// Its first token: a place in [`Tokens::list`].
    pub first: u32,
    /// One past its last token.
    pub end: u32,
    /// Its block: a place in the list of blocks.
    pub block: u32,
    /// Whether nearly every longer word has a capital, verbs too, as in a headline.
    pub headline: bool,
    /// Whether it is written in capitals from end to end.
    pub shouted: bool,
}

impl Sentence {
    /// Its tokens, as places in [`Tokens::list`].
    pub fn tokens(&self) -> std::ops::Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// All tokens of the article, with sentences and quotation marks.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// In text order.
    pub list: Vec<Token>,
    /// In text order; no sentence crosses a block.
    pub sentences: Vec<Sentence>,
    /// Stretches between quotation marks, in the order in which they open.
    pub quoted: Vec<Quoted>,
    shadow: String,
    /// The different verb forms of the article. There are some thousand forms in the lexicon.
    verbs: Vec<VerbForm>,
}

impl Tokens {
    /// The folded form of the token at `index`: lower case, plain apostrophes and hyphens. Empty past the end.
    pub fn form(&self, index: usize) -> &str {
        self.list
            .get(index)
            .map_or("", |token| token.shadow.text(&self.shadow))
    }

    /// What the word at `index` is as a verb, if it is a form of a known one.
    pub fn verb(&self, index: usize) -> Option<VerbForm> {
        let number = self.list.get(index)?.verb;
        self.verbs.get(usize::from(number.checked_sub(1)?)).copied()
    }

    /// The base form of the verb at `index`, the folded form of any other token.
    pub fn lemma(&self, index: usize) -> &str {
        self.verb(index)
            .map_or_else(|| self.form(index), |verb| verb.lemma)
    }

    /// The tokens that lie wholly inside `span`, as a range of places in [`Tokens::list`].
    pub fn within(&self, span: Span) -> std::ops::Range<usize> {
        let first = self
            .list
            .partition_point(|token| token.span.start() < span.start());
        let end = self.list.partition_point(|token| token.span.end() <= span.end());
        first..end.max(first)
    }

    /// The sentence that holds byte `offset`, or the next one after it.
    pub fn sentence_at(&self, offset: u32) -> Option<&Sentence> {
        let at = self
            .sentences
            .partition_point(|sentence| sentence.span.end() <= offset);
        self.sentences.get(at)
    }
}

/// An article is read up to so many words and signs, some twenty megabytes of news. All later stages do so much work and
/// take so much memory for each and no more, so this bounds the reading: one record of two hundred megabytes would else
/// take the memory of a whole run over a corpus.
const MOST_TOKENS: usize = 1 << 22;

/// Cuts the blocks that are read into words and sentences and pairs their quotation marks.
#[must_use]
pub fn tokenize(text: &str, blocks: &[Block]) -> (Tokens, Vec<Note>) {
    tokenize_up_to(MOST_TOKENS, text, blocks)
}

fn tokenize_up_to(most: usize, text: &str, blocks: &[Block]) -> (Tokens, Vec<Note>) {
    let mut tokens = Tokens::default();
    let mut unread = None;
    for (index, block) in blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.kind.is_read())
    {
        let first = tokens.list.len();
        let end = words::cut(text, block.content, most, &mut tokens.list, &mut tokens.shadow);
        sentences::cut(text, first, index as u32, &mut tokens);
        let rest = Span::of(end..block.content.range().end);
        if !rest.text(text).trim().is_empty() {
            unread = Some(Note {
                kind: NoteKind::TooLong,
                span: Span::of(end..text.len()),
            });
            break;
        }
    }
    look_up_verbs(&mut tokens);
    class::guess(text, &mut tokens);
    tokens.quoted = marks::pair(text, blocks, &tokens);
    let unclosed = tokens
        .quoted
        .iter()
        .filter(|quoted| !quoted.closed && !quoted.continues);
    let notes = unclosed
        .map(|quoted| Note {
            kind: NoteKind::UnclosedMark,
            span: quoted.span,
        })
        .chain(unread)
        .collect();
    (tokens, notes)
}

/// Looks every word up once: later stages ask again and again what a word is as a verb.
fn look_up_verbs(tokens: &mut Tokens) {
    let mut numbers: FxHashMap<VerbForm, u16> = FxHashMap::default();
    for index in 0..tokens.list.len() {
        if tokens.list[index].kind != TokenKind::Word {
            continue;
        }
        if let Some(verb) = lexicon::verb(tokens.form(index)) {
            let next = tokens.verbs.len() as u16 + 1;
            let number = *numbers.entry(verb).or_insert(next);
            if number == next {
                tokens.verbs.push(verb);
            }
            tokens.list[index].verb = number;
        }
    }
}

#[cfg(test)]
mod tests;
