//! Cuts a block into words, numbers and signs, and writes their folded forms.

use super::{Token, TokenKind};
use crate::article::Span;
use crate::lexicon::{self, WordClass};
use crate::text::case::lower;
use crate::text::fold::{fold_char, is_han, is_invisible, is_kana};

/// Appends the tokens of `block` and their folded forms, until there are `most` tokens; gives where it stopped.
pub(super) fn cut(
    text: &str,
    block: Span,
    most: usize,
    tokens: &mut Vec<Token>,
    shadow: &mut String,
) -> usize {
    let end = block.range().end;
    let mut at = block.range().start;
    while tokens.len() < most
        && let Some(c) = text.get(at..end).and_then(|rest| rest.chars().next())
    {
        let (length, kind) = if c.is_whitespace() || is_invisible(c) {
            at += c.len_utf8();
            continue;
        } else if stands_alone(c) {
            (c.len_utf8(), TokenKind::Word)
        } else if c.is_alphanumeric() {
            word(&text[at..end])
        } else {
            sign(&text[at..end])
        };
        let clitic = if kind == TokenKind::Word {
            clitic(&text[at..at + length])
        } else {
            0
        };
        for (from, to) in [(at, at + length - clitic), (at + length - clitic, at + length)] {
            if from < to {
                let start = shadow.len();
                fold(&text[from..to], shadow);
                tokens.push(Token {
                    span: Span::of(from..to),
                    shadow: Span::of(start..shadow.len()),
                    kind,
                    class: WordClass::Other,
                    verb: 0,
                    sentence: 0,
                });
            }
        }
        at += length;
    }
    at
}

/// Length in bytes of the word or number that `rest` starts with.
fn word(rest: &str) -> (usize, TokenKind) {
    // plain letters and digits need no look around
    let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let mut end = plain;
    let mut has_letter = rest[..plain].contains(|c: char| c.is_ascii_alphabetic());
    let mut before = rest[..plain].chars().next_back().unwrap_or(' ');
    let mut chars = rest[plain..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let at = plain + at;
        let next = chars.peek().map_or(' ', |&(_, next)| next);
        let inside = if stands_alone(c) {
            false
        } else if c.is_alphanumeric() || is_invisible(c) || is_combining(c) {
            true
        } else {
            match c {
                '\'' | '’' | 'ʼ' => before.is_alphabetic() && next.is_alphabetic(),
                '-' | '‐' | '‑' => before.is_alphanumeric() && next.is_alphanumeric(),
                '.' | ',' | '٫' => {
                    before.is_numeric() && next.is_numeric() || c == '.' && is_abbreviation(&rest[..at], next)
                }
                '&' => before.is_uppercase() && next.is_uppercase(),
                _ => false,
            }
        };
        if !inside {
            break;
        }
        has_letter |= c.is_alphabetic();
        // what nobody sees at a word's end is no part of it
        if !is_invisible(c) {
            end = at + c.len_utf8();
            before = c;
        }
    }
    (
        end.max(rest.chars().next().map_or(1, char::len_utf8)),
        if has_letter {
            TokenKind::Word
        } else {
            TokenKind::Number
        },
    )
}

/// Whether a full stop after `word` belongs to it: `Mr.`, `U.S.`, the `J.` of a name.
fn is_abbreviation(word: &str, next: char) -> bool {
    let last = word.rsplit('.').next().unwrap_or(word);
    let mut chars = last.chars();
    let single_letter = matches!((chars.next(), chars.next()), (Some(c), None) if c.is_alphabetic());
    if single_letter {
        // `a.m.`, `U.S.`, `J. Smith`; but the end of "plan B." only when it is no capital's initial
        return word.contains('.')
            || next.is_alphabetic()
            || last != "I" && last.chars().all(char::is_uppercase);
    }
    !next.is_alphanumeric() && word.len() <= 8 && lexicon::abbreviations().contains(lower(word).as_str())
}

/// Length in bytes of a clitic at the end of `word`: `'s`, `'ll`, `’ve`.
fn clitic(word: &str) -> usize {
    // the longest mark and the longest tail
    let last = word.as_bytes().iter().rev().take(5);
    if last.clone().all(u8::is_ascii_alphanumeric) {
        return 0;
    }
    let Some((at, mark)) = word
        .char_indices()
        .rev()
        .take(4)
        .find(|&(_, c)| matches!(c, '\'' | '’' | 'ʼ'))
    else {
        return 0;
    };
    let tail = &word[at + mark.len_utf8()..];
    let short = tail.len() <= 2 && at > 0;
    if short && lexicon::is_clitic_tail(&tail.to_ascii_lowercase()) {
        word.len() - at
    } else {
        0
    }
}

/// Length in bytes of the sign that `rest` starts with; dots and dashes in a row are one sign.
fn sign(rest: &str) -> (usize, TokenKind) {
    let first = rest.chars().next().unwrap_or(' ');
    let kind = if super::marks::is_mark(first) {
        TokenKind::Mark
    } else {
        TokenKind::Sign
    };
    // a run is walked only where it is one token, so that no text makes it be walked for each of its signs
    let count = match first {
        '.' | '-' => rest.chars().take_while(|&c| c == first).count(),
        // LaTeX and typewriter style: ``so'' and ''so''
        '`' | '\'' if rest.chars().nth(1) == Some(first) => 2,
        _ => 1,
    };
    let kind = if first == '`' || first == '\'' && count == 2 {
        TokenKind::Mark
    } else {
        kind
    };
    (first.len_utf8() * count, kind)
}

/// Writes the folded form of `word`.
fn fold(word: &str, shadow: &mut String) {
    if word.is_ascii() {
        let start = shadow.len();
        shadow.push_str(word);
        shadow[start..].make_ascii_lowercase();
    } else {
        shadow.extend(word.chars().filter_map(fold_char));
    }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Han characters and kana stand as words of their own: their text is not cut further.
pub(super) fn stands_alone(c: char) -> bool {
    !c.is_ascii() && (is_han(c) || is_kana(c))
}
