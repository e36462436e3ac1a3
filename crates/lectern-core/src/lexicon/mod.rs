//! Word lists, each a data file with its origin on top.

mod entities;
mod lists;
mod places;
mod small_classes;
mod verbs;
mod word_class;
mod word_set;

pub(crate) use entities::entity;
pub(crate) use lists::List;
pub(crate) use places::{Place, place};
pub(crate) use small_classes::{
    is_be, is_clitic_tail, is_dash, is_he, is_helping_do, is_nonfinite_auxiliary, is_noun_like_adverb,
    is_owned_pronoun, is_personal_pronoun, is_relative_pronoun, is_she, is_weekday, opens_after,
};
pub(crate) use verbs::verb;
pub use verbs::{Forms, VerbForm};
pub use word_class::WordClass;
pub(crate) use word_set::WordSet;

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// A set of folded words.
pub(crate) type Words = FxHashSet<&'static str>;

/// Words that end in a full stop of their own, without it: `mr`, `sen`.
pub(crate) fn abbreviations() -> &'static Words {
    static LIST: LazyLock<Words> = LazyLock::new(|| List::Abbreviations.words());
    &LIST
}

/// Words that open sentences and hardly ever follow an abbreviation inside one: `the`, `he`.
pub(crate) fn sentence_openers() -> &'static Words {
    static LIST: LazyLock<Words> = LazyLock::new(|| List::SentenceOpeners.words());
    &LIST
}

/// The number that a word states, up to a few dozen: `five`, `dozen`.
pub(crate) fn number(form: &str) -> Option<u32> {
    static LIST: LazyLock<FxHashMap<&'static str, u32>> = LazyLock::new(|| numbered(List::Numbers));
    LIST.get(form).copied()
}

/// Whether a folded word names a day or a month: `monday`, `october`.
pub(crate) fn is_day(form: &str) -> bool {
    static LIST: LazyLock<Words> = LazyLock::new(|| List::Days.words());
    LIST.contains(form)
}

/// The month that a folded word names, 1 to 12: `september`, `sep`, `sept`.
pub(crate) fn month(form: &str) -> Option<u32> {
    static LIST: LazyLock<FxHashMap<&'static str, u32>> = LazyLock::new(|| numbered(List::Months));
    LIST.get(form).copied()
}

fn numbered(list: List) -> FxHashMap<&'static str, u32> {
    list.classed_words()
        .filter_map(|(number, word)| Some((word, number.parse().ok()?)))
        .collect()
}

/// The class of a word of a closed class (determiners, pronouns, prepositions and so on).
pub(crate) fn closed_class(form: &str) -> Option<WordClass> {
    static LIST: LazyLock<FxHashMap<&'static str, WordClass>> = LazyLock::new(|| {
        List::ClosedClasses
            .classed_words()
            .map(|(class, word)| (word, class_named(class)))
            .collect()
    });
    LIST.get(form).copied()
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
        for (class, word) in List::ClosedClasses.classed_words() {
            assert_ne!(class_named(class), WordClass::Other, "{class}");
            assert!(seen.insert(word), "{word} stands twice");
        }
    }
}
