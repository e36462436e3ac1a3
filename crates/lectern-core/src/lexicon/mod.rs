//! Word lists, each a data file with its origin on top.

mod small_classes;
mod verbs;
mod word_class;

pub use small_classes::{
    is_be, is_dash, is_owned_pronoun, is_personal_pronoun, is_relative_pronoun, is_weekday, opens_after,
};
pub use verbs::{Forms, VerbForm, verb};
pub use word_class::WordClass;

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// A set of folded words.
pub type Words = FxHashSet<&'static str>;

/// The words of a data file: one or more a line, `#` starts a comment.
pub(crate) fn words(file: &'static str) -> Words {
    lines(file).flat_map(str::split_whitespace).collect()
}

pub(crate) fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines()
        .map(|line| line.split('#').next().unwrap_or("").trim())
        .filter(|line| !line.is_empty())
}

/// Words that end in a full stop of their own, without it: `mr`, `sen`.
pub fn abbreviations() -> &'static Words {
    static LIST: LazyLock<Words> = LazyLock::new(|| words(include_str!("../../data/abbreviations.txt")));
    &LIST
}

/// Words that open sentences and hardly ever follow an abbreviation inside one: `the`, `he`.
pub fn sentence_openers() -> &'static Words {
    static LIST: LazyLock<Words> = LazyLock::new(|| words(include_str!("../../data/sentence-openers.txt")));
    &LIST
}

/// The class of a word of a closed class (determiners, pronouns, prepositions and so on).
pub fn closed_class(form: &str) -> Option<WordClass> {
    static LIST: LazyLock<FxHashMap<&'static str, WordClass>> =
        LazyLock::new(|| closed_classes(include_str!("../../data/closed-classes.txt")));
    LIST.get(form).copied()
}

/// Lines of `class: word word ...`.
fn closed_classes(file: &'static str) -> FxHashMap<&'static str, WordClass> {
    lines(file)
        .filter_map(|line| line.split_once(':'))
        .flat_map(|(class, members)| {
            members
                .split_whitespace()
                .map(move |word| (word, class_named(class)))
        })
        .collect()
}

fn class_named(name: &str) -> WordClass {
    match name {
        "determiner" => WordClass::Determiner,
        "pronoun" => WordClass::Pronoun,
        "possessive" => WordClass::Possessive,
        "preposition" => WordClass::Preposition,
        "coordinator" => WordClass::Coordinator,
        "subordinator" => WordClass::Subordinator,
        "modal" => WordClass::Modal,
        "auxiliary" => WordClass::Auxiliary,
        "negation" => WordClass::Negation,
        "number" => WordClass::Number,
        "adverb" => WordClass::Adverb,
        _ => WordClass::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_closed_class_is_known_and_no_word_stands_twice() {
        let mut seen = FxHashSet::default();
        for line in lines(include_str!("../../data/closed-classes.txt")) {
            let (class, members) = line.split_once(':').unwrap();
            assert_ne!(class_named(class), WordClass::Other, "{class}");
            for word in members.split_whitespace() {
                assert!(seen.insert(word), "{word} stands twice");
            }
        }
    }
}
