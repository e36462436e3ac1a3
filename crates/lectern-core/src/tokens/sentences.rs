//! Cuts the tokens of a block into sentences.

use super::{Sentence, TokenKind, Tokens};
use crate::article::Span;
use crate::lexicon;

/// Appends the sentences of the tokens from `first` on, all of block `block`.
pub(super) fn cut(text: &str, first: usize, block: u32, tokens: &mut Tokens) {
    let end = tokens.list.len();
    let mut start = first;
    for index in first..end {
        if index + 1 == end || ends(text, tokens, index, end) {
            let span = Span::new(tokens.list[start].span.start(), tokens.list[index].span.end());
            let number = tokens.sentences.len() as u32;
            tokens.sentences.push(Sentence {
                span,
                first: start as u32,
                end: index as u32 + 1,
                block,
                headline: false,
                shouted: false,
            });
            for token in &mut tokens.list[start..=index] {
                token.sentence = number;
            }
            start = index + 1;
        }
    }
}

/// Whether a sentence ends with the token at `index`: a full stop, or the closing marks after one.
fn ends(text: &str, tokens: &Tokens, index: usize, end: usize) -> bool {
    let next = index + 1;
    let Some(stop) = stop_before(text, tokens, index) else {
        return false;
    };
    let spaced = tokens.list[index].span.end() < tokens.list[next].span.start();
    if !spaced || is_closing(text, tokens, next) && !opens_after_space(text, tokens, next) {
        return false;
    }
    // the first word of what would be the next sentence
    let Some(word) = (next..end)
        .take(4)
        .find(|&at| matches!(tokens.list[at].kind, TokenKind::Word | TokenKind::Number))
    else {
        return true;
    };
    let begins_low = tokens.list[word]
        .span
        .text(text)
        .chars()
        .next()
        .is_some_and(char::is_lowercase);
    match stop {
        Stop::Full => !begins_low,
        Stop::Abbreviation => !begins_low && lexicon::sentence_openers().contains(tokens.form(word)),
    }
}

enum Stop {
    /// `.`, `!`, `?`
    Full,
    /// A word that ends in a full stop of its own.
    Abbreviation,
}

/// The stop that the closing marks up to `index` follow, if any.
fn stop_before(text: &str, tokens: &Tokens, index: usize) -> Option<Stop> {
    let sentence_start = tokens
        .sentences
        .last()
        .map_or(0, |sentence| sentence.end as usize);
    let at = (sentence_start..=index)
        .rev()
        .take(4)
        .find(|&at| !is_closing(text, tokens, at))?;
    match tokens.list[at].span.text(text) {
        "." | "!" | "?" | "…" | "。" | "！" | "？" => Some(Stop::Full),
        dots if dots.starts_with("..") => Some(Stop::Full),
        word if word.ends_with('.') && word.len() > 1 => Some(Stop::Abbreviation),
        _ => None,
    }
}

fn is_closing(text: &str, tokens: &Tokens, index: usize) -> bool {
    let kind = tokens.list[index].kind;
    !matches!(kind, TokenKind::Word | TokenKind::Number)
        && matches!(
            tokens.list[index].span.text(text),
            "\"" | "”" | "’" | "'" | "''" | "»" | ")" | "]" | "」" | "』"
        )
}

/// Whether the straight mark at `index` opens: a space before it and none after.
fn opens_after_space(text: &str, tokens: &Tokens, index: usize) -> bool {
    let after = tokens.list[index].span.range().end;
    text.get(after..)
        .and_then(|rest| rest.chars().next())
        .is_some_and(|c| !c.is_whitespace())
}
