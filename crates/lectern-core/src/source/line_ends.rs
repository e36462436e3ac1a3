//! CRLF and CR become LF: one kind of line end in all that follows.

use super::Change;
use crate::article::EditKind;

/// Every line end that is not LF already.
pub(super) fn find(text: &str) -> Vec<Change> {
    text.match_indices('\r')
        .map(|(at, _)| {
            let length = if text[at..].starts_with("\r\n") { 2 } else { 1 };
            Change {
                at: at..at + length,
                new: "\n".to_owned(),
                kind: EditKind::LineEnd,
            }
        })
        .collect()
}
