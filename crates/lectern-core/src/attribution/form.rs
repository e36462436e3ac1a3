//! In whose words a quotation is.

use crate::article::{Form, Span};
use crate::prepared::Prepared;

/// A quoted stretch of fewer tokens, marks included, is a scare quote, a title or a nickname.
const SHORTEST_SPEECH: usize = 6;

/// All of it inside paired marks, none of it but scare quotes, or something between.
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
            .any(|quoted| quoted.span.overlaps(*part) && tokens.within(quoted.span).len() >= SHORTEST_SPEECH);
    }
    match (all_inside, touched) {
        (true, _) => Form::Direct,
        (false, false) => Form::Indirect,
        (false, true) => Form::Mixed,
    }
}

/// A quoted stretch that holds a place opened at most so many stretches before it: they nest four deep.
const NEAR: usize = 16;
