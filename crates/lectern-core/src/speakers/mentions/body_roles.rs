//! What is said of a body beside its name.

use super::name_parts::is_seller;
use super::names::Name;
use super::phrase;
use super::roles::{LONGEST, Role, Way, after_name, extend_left, extend_right};
use crate::lexicon::WordClass;
use crate::speakers::view::View;
use crate::speakers::words;

/// What is said of a body beside its name: `the grid operator Lund Power`, `Lund Power, the grid operator,`, `Lund Power is
/// the grid operator`.
pub(in crate::speakers) fn beside_body(view: View<'_>, name: &Name) -> Vec<Role> {
    let sentence = view.sentence_tokens(view.sentence_number(name.core.start));
    let mut roles = Vec::new();
    let first = name.whole.start;
    let is_body =
        |at: usize| words::noun(view.form(at)).is_some_and(|noun| noun.body && !view.is_capital(at));
    let opens = |at: usize| view.opens(at) && is_seller(view.form(at));
    if first > sentence.start && (is_body(first - 1) || opens(first - 1)) {
        roles.push(Role {
            words: extend_left(view, first - 1)..first,
            head: Some(first - 1),
            way: Way::Noun,
        });
    } else if first > sentence.start + 1 && view.form(first - 1) == "," {
        // `the group that owns her songs, Lund Records,`
        let least = sentence.start.max(first.saturating_sub(LONGEST / 2));
        let described = (least..first - 1)
            .filter(|&at| view.class(at) == WordClass::Determiner && view.form(at) != "that")
            .find_map(|at| phrase::parse(view, at, first - 1));
        let closed = matches!(view.form(name.core.end), "," | ".") || view.is_verb(name.core.end);
        if let Some(phrase) = described.filter(|phrase| is_body(phrase.head) && closed) {
            let reaches = phrase.head + 2 == first
                || matches!(
                    view.form(phrase.head + 1),
                    "that" | "which" | "of" | "for" | "behind"
                ) && (phrase.head + 1..first - 1).all(|at| view.form(at) != ",");
            roles.extend(reaches.then(|| Role {
                words: phrase.first..first - 1,
                head: Some(phrase.head),
                way: Way::Noun,
            }));
        }
    }
    let at = after_name(view, name.core.end);
    let told = match view.form(at) {
        "," | "—" | "–" | "--" => at + 1,
        "is" | "was" => at + 1,
        _ => return roles,
    };
    if let Some(phrase) = phrase::parse(view, told, sentence.end)
        && is_body(phrase.head)
        && phrase
            .determiner
            .is_some_and(|at| view.class(at) == WordClass::Determiner)
        && !view.is_verb(phrase.head + 1)
        && view.class(phrase.head + 1) != WordClass::Coordinator
    {
        roles.push(Role {
            words: told..extend_right(view, phrase.head + 1, sentence.end),
            head: Some(phrase.head),
            way: Way::Noun,
        });
    }
    roles
}
