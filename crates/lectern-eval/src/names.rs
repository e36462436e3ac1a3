//! When two names are the same speaker's.

use crate::corpus::GoldSpeaker;
use caseless::Caseless;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Words that tell nothing about who it is.
const EMPTY_WORDS: [&str; 7] = ["a", "an", "the", "jr", "sr", "ii", "iii"];

/// Whether `name` is one that `gold` goes by. People: the same surname, and one name inside the other; others:
/// half of the words shared; or an alias.
pub fn same_name(name: &str, gold: &GoldSpeaker) -> bool {
    let given = words(name);
    if given.is_empty() {
        return false;
    }
    let full = words(&gold.name);
    let aliases = gold.aliases.iter().map(|alias| words(alias));
    if given == full || aliases.into_iter().any(|alias| alias == given) {
        return true;
    }
    if full.is_empty() {
        return false;
    }
    let (one, two): (BTreeSet<&String>, BTreeSet<&String>) = (given.iter().collect(), full.iter().collect());
    if gold.kind == "person" {
        given.last() == full.last() && (one.is_subset(&two) || two.is_subset(&one))
    } else {
        2 * one.intersection(&two).count() >= one.union(&two).count()
    }
}

/// The telling words of a name: no parentheses, accents, case, possessive endings or empty words.
pub fn words(name: &str) -> Vec<String> {
    let name: String = without_parentheses(name)
        .replace('’', "'")
        .nfkd()
        .filter(|c| canonical_combining_class(*c) == 0)
        .default_case_fold()
        .collect();
    let name = without_possessives(&name);
    name.split(|c: char| !is_word_character(c))
        .filter(|word| !word.is_empty() && !EMPTY_WORDS.contains(word))
        .map(str::to_owned)
        .collect()
}

fn is_word_character(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn without_parentheses(name: &str) -> String {
    let mut rest = name;
    let mut out = String::new();
    while let Some((before, (_, after))) = rest
        .split_once('(')
        .and_then(|(before, inside)| Some((before, inside.split_once(')')?)))
    {
        out.push_str(before);
        out.push(' ');
        rest = after;
    }
    out + rest
}

/// `lund's` and `voters'` as `lund` and `voters`; other apostrophes stay, and part words later.
fn without_possessives(name: &str) -> String {
    let mut out = String::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('\'') {
        out.push_str(before);
        out.push(' ');
        let ends = |text: &str| !text.starts_with(is_word_character);
        rest = match after.strip_prefix('s') {
            Some(after) if ends(after) => after,
            _ => after,
        };
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speaker(name: &str, kind: &str) -> GoldSpeaker {
        GoldSpeaker {
            id: "S1".to_owned(),
            name: name.to_owned(),
            aliases: vec!["the mayor".to_owned()],
            kind: kind.to_owned(),
        }
    }

    #[test]
    fn names_are_compared_by_their_telling_words() {
        assert_eq!(words("The Ädä Lund’s (R-Tenn.) Jr."), ["ada", "lund"]);
        assert_eq!(
            words("O'Neil and the voters' Straße"),
            ["o", "neil", "and", "voters", "strasse"]
        );
        assert_eq!(words("(open"), ["open"]);
        assert_eq!(words("It's sixth's"), ["it", "sixth"]);
    }

    #[test]
    fn people_need_their_surname_and_others_half_of_their_words() {
        let cases = [
            ("Ada Lund", "person", "Lund", true),
            ("Ada Lund", "person", "Ada B. Lund", true),
            ("Ada Lund", "person", "Ada", false),
            ("Ada Lund", "person", "Eva Lund", false),
            ("Ada Lund", "person", "The Mayor", true),
            ("Ada Lund", "person", "mayor Lund", false),
            ("Board of Trees", "organization", "Trees Board", true),
            ("Board of Trees", "organization", "Board of Fish and Game", false),
            ("Board of Trees", "organization", "", false),
        ];
        for (gold, kind, name, same) in cases {
            assert_eq!(same_name(name, &speaker(gold, kind)), same, "{name} for {gold}");
        }
    }
}
