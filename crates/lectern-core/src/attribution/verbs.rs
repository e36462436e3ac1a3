//! Cue verbs and cue phrases: which base form a word has, and what it tells of the source's stance.

use crate::article::{Span, VerbClass};
use crate::lexicon::List;
use crate::tokens::Tokens;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

struct Lists {
    verbs: FxHashMap<&'static str, VerbClass>,
    /// By first word: the other words and the class.
    phrases: FxHashMap<&'static str, Vec<(Vec<&'static str>, VerbClass)>>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut phrases: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for (class, phrase) in List::CuePhrases.classes() {
        let mut words = phrase.split_whitespace();
        let Some(first) = words.next() else { continue };
        phrases
            .entry(first)
            .or_default()
            .push((words.collect(), class_named(class)));
    }
    Lists {
        verbs: List::CueVerbs
            .classes()
            .flat_map(|(class, verbs)| {
                verbs
                    .split_whitespace()
                    .map(move |verb| (verb, class_named(class)))
            })
            .collect(),
        phrases,
    }
});

fn class_named(name: &str) -> VerbClass {
    match name {
        "claim" => VerbClass::Claim,
        "admit" => VerbClass::Admit,
        "deny" => VerbClass::Deny,
        "warn" => VerbClass::Warn,
        "propose" => VerbClass::Propose,
        "promise" => VerbClass::Promise,
        "praise" => VerbClass::Praise,
        "criticize" => VerbClass::Criticize,
        "ask" => VerbClass::Ask,
        "think" => VerbClass::Think,
        _ => VerbClass::Neutral,
    }
}

/// The stance of a cue verb, given its base form.
pub(super) fn stance(lemma: &str) -> Option<VerbClass> {
    LISTS.verbs.get(lemma).copied()
}

/// The stance of the last word of the word lists in `cue`.
pub(super) fn class_of(tokens: &Tokens, cue: Span) -> Option<VerbClass> {
    tokens.within(cue).rev().find_map(|at| class_at(tokens, at))
}

/// The class of the longest cue of the word lists that starts with the token at `index`.
fn class_at(tokens: &Tokens, index: usize) -> Option<VerbClass> {
    let form = tokens.form(index);
    let base = tokens.lemma(index);
    let phrase = [form, base].into_iter().find_map(|first| {
        LISTS
            .phrases
            .get(first)?
            .iter()
            .filter(|(words, _)| {
                (index + 1..)
                    .zip(words)
                    .all(|(at, word)| tokens.form(at) == *word)
            })
            .max_by_key(|(words, _)| words.len())
    });
    phrase.map(|(_, class)| *class).or_else(|| stance(base))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_verb_stands_twice() {
        let count: usize = List::CueVerbs
            .classes()
            .map(|(_, verbs)| verbs.split_whitespace().count())
            .sum();
        assert_eq!(count, LISTS.verbs.len());
    }
}
