//! In whose words a quotation is.

use crate::article::{Form, Span};
use crate::lexicon::WordSet;
use crate::prepared::Prepared;
use crate::tokens::{Quoted, TokenKind};

/// All of it inside paired marks, none of it but names in marks, or something between.
pub(super) fn of(prepared: &Prepared, content: &[Span]) -> Form {
    let tokens = &prepared.tokens;
    let mut all_inside = !content.is_empty();
    let mut touched = false;
    for part in content {
        let from = tokens
            .quoted
            .partition_point(|quoted| quoted.span.start() <= part.start());
        all_inside &= tokens.quoted[from.saturating_sub(NEAR)..from]
            .iter()
            .any(|quoted| quoted.span.contains(*part));
        let to = tokens
            .quoted
            .partition_point(|quoted| quoted.span.start() < part.end());
        touched |= tokens.quoted[from.saturating_sub(NEAR)..to]
            .iter()
            .any(|quoted| quoted.span.overlaps(*part) && !only_names(prepared, quoted));
    }
    match (all_inside, touched) {
        (true, _) => Form::Direct,
        (false, false) => Form::Indirect,
        (false, true) => Form::Mixed,
    }
}

/// A quoted stretch that holds a place opened at most so many stretches before it: they nest four deep.
const NEAR: usize = 16;
/// No title and no nickname has more words, marks included.
const LONGEST_NAME: usize = 8;

/// Whether the marks hold a title, a nickname or a word that is only mentioned, and nobody's words: `her book "The Slow
/// Tide"`, `Ada "Moth" Lund`, the `so-called "gift"`.
fn only_names(prepared: &Prepared, quoted: &Quoted) -> bool {
    let tokens = &prepared.tokens;
    let range = tokens.within(quoted.span);
    if range.len() > LONGEST_NAME {
        return false;
    }
    let before = range.start.checked_sub(1).map_or("", |at| tokens.form(at));
    let capital = |at: usize| {
        let word = tokens.list[at].span.text(&prepared.source.text);
        word.starts_with(char::is_uppercase) || word.len() <= 3 || WordSet::WithinBody.has(tokens.form(at))
    };
    let mut words = range
        .filter(|&at| tokens.list[at].kind == TokenKind::Word)
        .peekable();
    let first = words.peek().copied();
    let starts = first.is_some_and(|first| {
        tokens.list[first]
            .span
            .text(&prepared.source.text)
            .starts_with(char::is_uppercase)
    });
    WordSet::Naming.has(before) || starts && words.all(capital)
}
