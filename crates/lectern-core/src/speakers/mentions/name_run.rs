//! Which words a name can be made of: where one starts, goes on and ends.

use crate::article::SpeakerKind;
use crate::lexicon::{self, WordClass, WordSet};
use crate::speakers::view::View;
use crate::speakers::words::{self};
use crate::tokens::TokenKind;
use std::ops::Range;

/// Longer runs of capitals are no name but shouting; they are cut here.
pub(super) const LONGEST: usize = 14;

/// Whether a name can start with the token.
pub(super) fn starts_name(view: View<'_>, at: usize) -> bool {
    if has_arabic_article(view, at) {
        return true;
    }
    if !view.is_capital(at) || is_date(view, at) || is_code(view, at) {
        return false;
    }
    let form = view.form(at);
    if WordSet::NoName.has(form) {
        return false;
    }
    let closed = lexicon::closed_class(form);
    let next_capital = view.is_capital(at + 1) && lexicon::closed_class(view.form(at + 1)).is_none();
    if is_nickname(view, at) {
        return true;
    }
    if view.opens(at) {
        if closed.is_some() && !WordSet::NameParticle.has(form) {
            return next_capital && words::first_name(form).is_some();
        }
        let after = if WordSet::NameParticle.has(view.form(at + 1)) {
            at + 2
        } else {
            at + 1
        };
        if WordSet::NameParticle.has(form) && view.is_capital(after) || is_apposed(view, at) {
            return true;
        }
        // `Pieter van der Meer`
        if WordSet::NameParticle.has(view.form(at + 1)) && !view.is_capital(at + 1) && closed.is_none() {
            let next = if WordSet::NameParticle.has(view.form(at + 2)) {
                at + 3
            } else {
                at + 2
            };
            if view.is_capital(next) && words::noun(form).is_none() && lexicon::verb(form).is_none() {
                return true;
            }
        }
        // `Ferry Weekly: How many?`
        if next_capital && view.form(at + 2) == ":" && closed.is_none() {
            return true;
        }
        let office =
            is_title(view, at) && matches!(view.form(at + 1), "of" | "for") && view.is_capital(at + 2);
        return view.class(at) == WordClass::Name
            || office
            || next_capital && (lexicon::verb(form).is_none() || is_title(view, at))
            // `Harbour Office`, though one may harbour
            || next_capital && lexicon::verb(form).is_some_and(|verb| verb.noun) && is_body_word(view, at + 1)
            || words::first_name(form).is_some()
            || view.all_capitals(at) && form.len() > 1;
    }
    // `said Per Lund`: nothing but a name gives such a word a capital behind a word without one
    let stands_out = || at > 0 && view.is_word(at - 1) && !view.is_capital(at - 1) && is_loose_word(view, at);
    closed.is_none()
        || view.class(at) == WordClass::Name
        || next_capital && (words::first_name(form).is_some() || stands_out())
}

/// Whether a closed class that the word is of can be somebody's name as well: all but those that stand before names.
fn is_loose_word(view: View<'_>, at: usize) -> bool {
    !matches!(
        view.class(at),
        WordClass::Determiner
            | WordClass::Pronoun
            | WordClass::Coordinator
            | WordClass::Negation
            | WordClass::Number
    )
}

/// `known only as "Moth"`: a word in marks behind what leads in a name.
fn is_nickname(view: View<'_>, at: usize) -> bool {
    at > 1
        && view.tokens.list[at - 1].kind == TokenKind::Mark
        && (view.form(at - 2) == "as" || WordSet::KnownAs.has(view.form(at - 2)))
        && lexicon::closed_class(view.form(at)).is_none()
}

/// `Melina, a nurse`: an unknown word with an apposition or age behind it.
fn is_apposed(view: View<'_>, at: usize) -> bool {
    let form = view.form(at);
    let apposed = matches!(view.form(at + 2), "a" | "an" | "the" | "who" | "of")
        || view.class(at + 2) == WordClass::Number;
    view.form(at + 1) == ","
        && apposed
        && view.class(at) == WordClass::Noun
        && words::noun(form).is_none()
        && lexicon::verb(form).is_none()
}

/// Whether a name can go on with the token.
pub(super) fn goes_on(view: View<'_>, at: usize) -> bool {
    view.is_capital(at) && !is_date(view, at) && !matches!(view.form(at), "i" | "he" | "she" | "the")
        || has_arabic_article(view, at)
}

/// `Monday`; `May` after `in`.
fn is_date(view: View<'_>, at: usize) -> bool {
    let form = view.form(at);
    let month = WordSet::NamedMonth.has(form);
    if !month {
        return lexicon::is_day(form);
    }
    let number = |at: usize| {
        view.tokens
            .list
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Number)
    };
    let named =
        form == "may" || view.is_capital(at + 1) || at > 0 && view.is_capital(at - 1) && !view.opens(at);
    !named
        || number(at + 1)
        || at > 0 && number(at - 1)
        || at > 0 && WordSet::BeforeMonth.has(view.form(at - 1))
}

/// `R-Tenn.`, `v2Beta`: a party tag or something with digits in it.
fn is_code(view: View<'_>, at: usize) -> bool {
    let raw = view.raw(at);
    raw.chars().any(|c| c.is_ascii_digit()) || is_party_tag(raw)
}

/// `R-Tenn.`
pub(in crate::speakers) fn is_party_tag(raw: &str) -> bool {
    raw.as_bytes().get(1) == Some(&b'-')
        && raw.len() < 9
        && raw.starts_with(|c: char| c.is_ascii_uppercase())
        && raw[2..].starts_with(|c: char| c.is_ascii_uppercase())
}

/// `al-Sisi`: a capital after the hyphen.
fn has_arabic_article(view: View<'_>, at: usize) -> bool {
    view.is_word(at)
        && view.raw(at).contains('-')
        && view.raw(at).split_once('-').is_some_and(|(article, rest)| {
            WordSet::ArabicArticle.has(article) && rest.chars().next().is_some_and(char::is_uppercase)
        })
}

/// One past the last token of the run of capitals that starts at `start`.
pub(super) fn run_end(view: View<'_>, start: usize, sentence_end: usize) -> usize {
    let mut end = start + 1;
    let mut body = is_body_word(view, start);
    let mut joined = false;
    let limit = sentence_end.min(start + LONGEST);
    while end < limit {
        if goes_on(view, end) {
            body |= is_body_word(view, end);
            end += 1;
            continue;
        }
        let form = view.form(end);
        let capital_at = |at: usize| at < limit && goes_on(view, at) && !view.opens(at);
        if WordSet::NameParticle.has(form) && !view.is_capital(end) && !body {
            let next = if WordSet::NameParticle.has(view.form(end + 1)) {
                end + 2
            } else {
                end + 1
            };
            if capital_at(next) {
                end = next + 1;
                continue;
            }
        }
        let after_article = if matches!(view.form(end + 1), "the" | "a" | "an") {
            end + 2
        } else {
            end + 1
        };
        match form {
            "of" | "for" | "on" | "in" | "to"
                if (body
                    || form == "of" && is_title(view, end - 1)
                    || form == "for" && holds_office(view, start..end))
                    && capital_at(after_article) =>
            {
                // a place after `in` is where a body is, not its name
                if form == "in" || form == "to" && !view.is_capital(end - 1) {
                    break;
                }
                joined = true;
                end = after_article + 1;
            }
            "and"
                if joined
                    && capital_at(end + 1)
                    && words::first_name(view.form(end + 1)).is_none()
                    && !is_title(view, end + 1) =>
            {
                end += 2;
            }
            "&" if capital_at(end + 1) => end += 2,
            // `Minister for Roads, Rail and Harbours Ada Lund`
            "," if joined
                && holds_office(view, start..end)
                && capital_at(end + 1)
                && words::first_name(view.form(end + 1)).is_none()
                && view.form(end + 2) == "and"
                && capital_at(end + 3) =>
            {
                end += 2
            }
            // `Teachers' League`, `People's Party`
            "'s" | "'" | "’"
                if view.is_owner_mark(end)
                    && owns_together(view, end - 1)
                    && capital_at(end + 1)
                    && words::ends_organization(view.form(end + 1)) =>
            {
                end += 2;
            }
            "," if words::is_suffix(view.form(end + 1)) && view.is_capital(end + 1) => end += 2,
            _ => match behind_nickname(view, end, limit) {
                Some(after) => end = after,
                None => break,
            },
        }
    }
    end
}

/// Past the word behind the nickname whose mark stands at `at`: `Robert "Bob" Hill`, `Winston "Big Win" Hill`.
fn behind_nickname(view: View<'_>, at: usize, limit: usize) -> Option<usize> {
    const LONGEST_NICKNAME: usize = 3;
    let mark = |at: usize| view.tokens.list[at].kind == TokenKind::Mark;
    if at >= limit || !mark(at) {
        return None;
    }
    let close = (at + 1..limit.min(at + LONGEST_NICKNAME + 2)).find(|&at| mark(at))?;
    let named = close > at + 1 && (at + 1..close).all(|at| view.is_capital(at));
    (named && close + 1 < limit && view.is_capital(close + 1)).then_some(close + 2)
}

/// Whether the owner at `at` is more than one, or an office: `Teachers'`, `Ferrymen's`, `Sheriff's`.
fn owns_together(view: View<'_>, at: usize) -> bool {
    let form = view.form(at);
    words::noun(form).is_some_and(|noun| noun.plural || noun.title)
        || form.ends_with("men")
        || matches!(view.form(at + 1), "'" | "’") && form.ends_with('s')
}

/// Whether an office that has a field stands in the tokens of `run`: `Minister` of `Minister for Fisheries`, but no
/// `Lawyer` of `Lawyer for Ada Lund`.
fn holds_office(view: View<'_>, mut run: Range<usize>) -> bool {
    run.any(|at| words::noun(view.form(at)).is_some_and(|noun| noun.title && !noun.plural))
}

pub(super) fn is_body_word(view: View<'_>, at: usize) -> bool {
    view.is_capital(at) && words::ends_organization(view.form(at))
}

/// Whether the token is a noun for one person: `President`, `moderator`.
pub(in crate::speakers) fn is_title(view: View<'_>, at: usize) -> bool {
    words::noun(view.form(at)).is_some_and(|noun| noun.kind == SpeakerKind::Person)
}

/// `Supporters`, but not `Sens.`: several of a part, no title.
pub(super) fn is_plural_part(view: View<'_>, at: usize) -> bool {
    let form = view.form(at);
    words::noun(form).is_some_and(|noun| noun.plural && !noun.title) && !form.ends_with('.')
}
