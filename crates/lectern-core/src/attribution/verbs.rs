//! Cue verbs and cue phrases: which base form a word has, and what it tells of the source's stance.

use super::VerbClass;
use crate::lexicon;
use crate::tokens::Tokens;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A cue found in the word lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) class: VerbClass,
    /// One past its last token.
    pub(super) end: usize,
}

struct Lists {
    verbs: HashMap<&'static str, VerbClass>,
    /// By first word: the other words and the class.
    phrases: HashMap<&'static str, Vec<(Vec<&'static str>, VerbClass)>>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut phrases: HashMap<_, Vec<_>> = HashMap::new();
    for (class, phrase) in pairs(include_str!("../../data/cue-phrases.txt")) {
        let mut words = phrase.split_whitespace();
        let Some(first) = words.next() else { continue };
        phrases
            .entry(first)
            .or_default()
            .push((words.collect(), class_named(class)));
    }
    Lists {
        verbs: pairs(include_str!("../../data/cue-verbs.txt"))
            .flat_map(|(class, verbs)| {
                verbs
                    .split_whitespace()
                    .map(move |verb| (verb, class_named(class)))
            })
            .collect(),
        phrases,
    }
});

fn pairs(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(':'))
        .map(|(left, right)| (left.trim(), right.trim()))
}

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

/// The base form and class of a cue verb in any of its forms.
pub(super) fn cue_verb(form: &str) -> Option<(&'static str, VerbClass)> {
    let lemma = lexicon::verb(form)?.lemma;
    LISTS
        .verbs
        .get_key_value(lemma)
        .map(|(&verb, &class)| (verb, class))
}

/// The stance of a cue verb, given its base form.
pub(super) fn stance(lemma: &str) -> Option<VerbClass> {
    LISTS.verbs.get(lemma).copied()
}

/// The longest cue of the word lists that starts with the token at `index`.
pub(super) fn cue_at(tokens: &Tokens, index: usize) -> Option<Found> {
    let form = tokens.form(index);
    let verb = cue_verb(form);
    let base = lexicon::verb(form).map_or(form, |verb| verb.lemma);
    let phrase = [form, base].into_iter().find_map(|first| {
        let (words, class) = LISTS
            .phrases
            .get(first)?
            .iter()
            .filter(|(words, _)| {
                (index + 1..)
                    .zip(words)
                    .all(|(at, word)| tokens.form(at) == *word)
            })
            .max_by_key(|(words, _)| words.len())?;
        Some(Found {
            class: *class,
            end: index + 1 + words.len(),
        })
    });
    phrase.or_else(|| {
        verb.map(|(_, class)| Found {
            class,
            end: index + 1,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_leads_to_its_base() {
        for (form, base) in [
            ("said", Some("say")),
            ("denied", Some("deny")),
            ("urges", Some("urge")),
            ("urged", Some("urge")),
            ("begging", Some("beg")),
            ("tweets", Some("tweet")),
            ("house", None),
            ("s", None),
        ] {
            assert_eq!(cue_verb(form).map(|(base, _)| base), base, "{form}");
        }
    }

    #[test]
    fn no_verb_stands_twice() {
        let count: usize = pairs(include_str!("../../data/cue-verbs.txt"))
            .map(|(_, verbs)| verbs.split_whitespace().count())
            .sum();
        assert_eq!(count, LISTS.verbs.len());
    }
}
