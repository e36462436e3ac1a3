//! When two names are forms of one.

use super::entity::Entity;
use crate::article::SpeakerKind;
use crate::lexicon::WordSet;
use crate::speakers::mentions::names::NameKind;
use crate::speakers::words;
use crate::text::fold::plain_letters;

/// `Ada B. Lund` and `Ada Lund`; `López Obrador` within `Andrés López Obrador`.
pub(super) fn same_full_name(known: &[&str], other: &[&str], kind: NameKind) -> bool {
    let (long, short) = if known.len() >= other.len() {
        (known, other)
    } else {
        (other, known)
    };
    if short.is_empty() {
        return false;
    }
    let contained = long.windows(short.len()).any(|window| {
        window
            .iter()
            .zip(short)
            .all(|(a, b)| a == b || plain_letters(a) == plain_letters(b))
    });
    if contained {
        return short.len() > 1 || long.len() == 1;
    }
    let person = matches!(kind, NameKind::Person | NameKind::Full);
    let ends = plain_letters(long[0]) == plain_letters(short[0])
        && plain_letters(long[long.len() - 1]) == plain_letters(short[short.len() - 1]);
    person && short.len() >= 2 && (ends || is_short_form(known, other))
}

/// Whether the last word of a body's name is another word for `form`: the High Court of `the Bench`.
pub(super) fn is_same_body(known: &Entity<'_>, form: &str) -> bool {
    let last = known.parts.last().copied().unwrap_or("");
    known.parts.len() > 1
        && known.kind == SpeakerKind::Organization
        && words::noun(form).is_some_and(|noun| noun.body)
        && words::same_role(last, form)
}

/// `Pat Lund` and `Patrick Lund`
fn is_short_form(one: &[&str], other: &[&str]) -> bool {
    let ([first, .., last], [second, .., surname]) = (one, other) else {
        return false;
    };
    let (short, long) = if first.len() < second.len() {
        (first, second)
    } else {
        (second, first)
    };
    // `A. Lund` and `Ada Lund`
    let initial = short.len() == 2 && short.ends_with('.') && long.starts_with(&short[..1]);
    (initial || short.len() >= SHORTEST_FORM && long.starts_with(short)) && last == surname
}

/// Fewer letters begin too many first names.
const SHORTEST_FORM: usize = 3;

/// Whether a person's name and a body's, or a place's and a longer one, are one all the same: equal, or but for what
/// companies put behind their names.
pub(super) fn same_across_kinds(one: &[&str], other: &[&str]) -> bool {
    let (long, short) = if one.len() >= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    long[..short.len()]
        .iter()
        .zip(short)
        .all(|(a, b)| plain_letters(a) == plain_letters(b))
        && long[short.len()..]
            .iter()
            .all(|part| WordSet::CompanyForm.has(part))
}

/// Whether a word of a body's name can stand for the body: the whole, or the first or last word.
pub(super) fn is_whole_or_edge(parts: &[&str], folded: &str, the: bool) -> bool {
    let acronym = !parts.iter().any(|part| plain_letters(part) == *folded);
    let edge = parts.first().is_some_and(|first| plain_letters(first) == *folded)
        && !words::is_capital_only(folded)
        || the && parts.last().is_some_and(|last| plain_letters(last) == *folded);
    acronym || edge
}

/// Whether two words differ by one letter more, less, other or by two that changed places; not by an `s` at the end.
pub(super) fn is_misspelling(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let alike = |pairs: &mut dyn Iterator<Item = (&char, &char)>| pairs.take_while(|(a, b)| a == b).count();
    let start = alike(&mut one.iter().zip(&other));
    let end = alike(&mut one[start..].iter().rev().zip(other[start..].iter().rev()));
    match (&one[start..one.len() - end], &other[start..other.len() - end]) {
        ([extra], []) | ([], [extra]) => end > 0 || *extra != 's',
        ([_], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

pub(super) fn has_inner_capital(raw: &str) -> bool {
    raw.chars().skip(1).any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_letter() {
        for (one, other, slip) in [
            ("lindqvst", "lindqvist", true),
            ("lindqvist", "lindkvist", true),
            ("marhs", "marsh", true),
            ("berggs", "bergs", true),
            ("kroner", "kroners", false),
            ("winter", "hunter", false),
        ] {
            assert_eq!(is_misspelling(one, other), slip, "{one} {other}");
        }
    }
}
