//! Names of places.

use super::List;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a place does in the news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Acts as a body: a country.
    Acts,
    /// Is only where things happen.
    Lies,
}

/// The place that a name is one of; its words are joined by a space.
pub(crate) fn place(name: &str) -> Option<Place> {
    static LIST: LazyLock<FxHashMap<String, Place>> = LazyLock::new(|| {
        List::Places
            .lines()
            .flat_map(|line| {
                let (place, words) = match line.split_once(':') {
                    Some((_, words)) => (Place::Lies, words),
                    None => (Place::Acts, line),
                };
                words
                    .split_whitespace()
                    .map(move |word| (word.replace('_', " "), place))
            })
            .collect()
    });
    LIST.get(name).copied()
}
