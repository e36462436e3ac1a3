//! Characters under their HTML names, as a page that encoded them twice, or a feed, leaves them: `Tarrow&#8217;s`.

use super::Change;
use crate::article::EditKind;
use crate::lexicon;

/// All names that stand for one character.
pub(super) fn find(text: &str) -> Vec<Change> {
    let mut out: Vec<Change> = Vec::new();
    for (at, _) in text.match_indices('&') {
        if out.last().is_some_and(|last| at < last.at.end) {
            continue;
        }
        if let Some((c, length)) = lexicon::entity(&text[at..]) {
            out.push(Change {
                at: at..at + length,
                new: c.to_string(),
                kind: EditKind::Entity,
            });
        }
    }
    out
}
