//! Roles: titles before a name, appositions, relative clauses, `as`-phrases and statements of office.

use super::name_run::{is_party_tag, is_title};
use super::names::Name;
use super::offices::{clause, led_in, past_place, stated};
use super::phrase::{self, Phrase};
use crate::article::SpeakerKind;
use crate::lexicon::{self, WordClass, WordSet};
use crate::speakers::view::View;
use crate::speakers::words;
use crate::tokens::TokenKind;
use std::ops::Range;

/// A role that the text gives somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::speakers) struct Role {
    /// The words, as a range of tokens.
    pub(in crate::speakers) words: Range<usize>,
    /// The noun that names the office; none for `who runs the shelter` and `CNN's`.
    pub(in crate::speakers) head: Option<usize>,
    pub(in crate::speakers) way: Way,
}

/// How a role is given; a later one is weaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::speakers) enum Way {
    /// `Mayor Ada Lund`, `Ada Lund, a county judge,`
    Noun,
    /// `who runs the shelter`
    Clause,
    /// `CNN's Ada Lund`, `of the River Union`
    Owner,
}

/// How far an apposition or clause is followed.
pub(super) const LONGEST: usize = 32;

/// All roles that stand beside `name`.
pub(in crate::speakers) fn beside(view: View<'_>, name: &Name) -> Vec<Role> {
    let mut roles = Vec::new();
    roles.extend(before(view, name));
    if let Some(role) = apposed_before(view, name) {
        // `His successor as mayor, Bo Berg`
        let office = role
            .words
            .clone()
            .find(|&at| view.form(at) == "as")
            .and_then(|at| {
                let phrase = phrase::parse(view, at + 1, role.words.end)?;
                let head = person_head(view, &phrase)?;
                Some(Role {
                    words: at + 1..role.words.end,
                    head: Some(head),
                    way: Way::Noun,
                })
            });
        roles.push(role);
        roles.extend(office);
    }
    let mut at = after_name(view, name.core.end);
    // several appositions may follow each other
    for _ in 0..3 {
        match after(view, at) {
            Some((role, end)) => {
                roles.push(role);
                at = end;
            }
            None => break,
        }
    }
    roles.extend(stated(view, name));
    roles.extend(led_in(view, name));
    roles
}

/// `Chinese President` of `Chinese President Xi`; `NBC News moderator`; `World Forum's Chairman`.
fn before(view: View<'_>, name: &Name) -> Option<Role> {
    let (mut first, end) = match &name.title {
        Some(title) => (title.start, title.end),
        None => (name.whole.start, name.whole.start),
    };
    let lower = first > 0 && view.sentence_number(first - 1) == view.sentence_number(first);
    if name.title.is_none() {
        if lower
            && view.is_owner_mark(first - 1)
            && first > 1
            && view.is_capital(first - 2)
            && view.sentence_number(first - 2) == view.sentence_number(first)
        {
            let start = extend_left(view, first - 1);
            return (start < first - 1).then_some(Role {
                words: start..first,
                head: None,
                way: Way::Owner,
            });
        }
        let trade = lower
            && view.class(first - 1) == WordClass::Noun
            && (words::reads_as_trade(view.form(first - 1)) || is_unknown_trade(view, name, first - 1));
        if !lower || !is_title(view, first - 1) && !trade {
            return past_place(view, name);
        }
        first -= 1;
    }
    let first = extend_left(view, first);
    let head = (first..end)
        .rev()
        .find(|&at| is_title(view, at))
        .or(Some(end - 1));
    let first = with_owner(view, first);
    (first < end).then_some(Role {
        words: first..end,
        head,
        way: Way::Noun,
    })
}

/// `the jockey Colm Feeney`: a noun that no list has, between an article or the sentence's start and a full name.
fn is_unknown_trade(view: View<'_>, name: &Name, at: usize) -> bool {
    let form = view.form(at);
    let opens = at > 0
        && (matches!(view.form(at - 1), "a" | "an" | "the" | "and" | ",")
            || view.class(at - 1) == WordClass::Possessive
            || view.opens(at - 1) && is_also_noun(view.form(at - 1)));
    opens
        && !view.is_capital(at)
        && name.kind.is_person()
        && name.core.len() > 1
        && words::noun(form).is_none()
        && !form.ends_with('s')
        && !lexicon::is_day(form)
}

/// `his` before `wife`.
fn with_owner(view: View<'_>, first: usize) -> usize {
    let owned = first > 0
        && view.class(first - 1) == WordClass::Possessive
        && view.sentence_number(first - 1) == view.sentence_number(first);
    if owned { first - 1 } else { first }
}

/// Takes in the adjectives, nouns and owners that stand before `first`.
pub(super) fn extend_left(view: View<'_>, mut first: usize) -> usize {
    let start = view
        .sentence_tokens(view.sentence_number(first))
        .start
        .max(first.saturating_sub(LONGEST / 2));
    while first > start {
        let at = first - 1;
        let form = view.form(at);
        let nominal = (view.is_nominal(at) || view.opens(at) && is_also_noun(form)) && !lexicon::is_day(form)
            || words::is_role_participle(form)
            || view.class(at) == WordClass::Number && at == start;
        let owner = view.is_owner_mark(at) && at > start && view.is_nominal(at - 1);
        let joined = form == "and" && at > start && is_title(view, at - 1) && is_title(view, first);
        let of = form == "of"
            && at > start
            && is_title(view, at - 1)
            && view.is_capital(at - 1)
            && view.is_capital(first);
        if view.opens(at) && view.is_verb(at) && !words::is_role_participle(form) && !is_also_noun(form) {
            break;
        }
        if !(nominal || owner || joined || of) {
            break;
        }
        first = at;
    }
    first
}

/// `film`, `channel`: nouns that are verbs as well.
pub(in crate::speakers) fn is_also_noun(form: &str) -> bool {
    lexicon::verb(form).is_some_and(|verb| verb.noun)
}

/// Past what belongs to the name: `(D-N.C.)`, `, R-Ky.`, `, 56`.
pub(super) fn after_name(view: View<'_>, mut at: usize) -> usize {
    if view.form(at) == "("
        && let Some(close) = (at..at + 10).find(|&at| view.form(at) == ")")
    {
        at = close + 1;
    }
    if view.form(at) == ","
        && (is_party_tag(view.raw(at + 1)) || view.class(at + 1) == WordClass::Number)
        && view.form(at + 2) == ","
    {
        at += 2;
    }
    at
}

/// The apposition or clause that follows the comma or dash at `at`, and where it ends.
fn after(view: View<'_>, at: usize) -> Option<(Role, usize)> {
    if !matches!(view.form(at), "," | "—" | "–" | "--" | "-") {
        return None;
    }
    let first = at + 1;
    let sentence = view.sentence_tokens(view.sentence_number(at));
    if first >= sentence.end {
        return None;
    }
    if matches!(view.form(first), "who" | "whose") {
        return clause(view, first, sentence.end);
    }
    let first = match view.form(first) {
        // `, speaking as a parent,` and `, as chair of the board,`
        "as" => first + 1,
        "speaking" | "writing" | "acting" if view.form(first + 1) == "as" => first + 2,
        "now" | "then" | "formerly" | "currently" | "once" => first + 1,
        _ => first,
    };
    let phrase = phrase::parse(view, first, sentence.end)?;
    let head = person_head(view, &phrase)?;
    let end = extend_right(view, phrase.head + 1, sentence.end);
    // `..., a senior official said on Friday.` ends a statement and describes nobody
    let verb = (phrase.head + 1..end + 1).find(|&at| view.class(at) != WordClass::Adverb);
    let open = end >= sentence.end || matches!(view.form(end), "." | "!" | "?") || view.is_verb(end);
    if open && verb.is_some_and(|at| view.is_verb(at) || view.class(at) == WordClass::Auxiliary) {
        return None;
    }
    Some((
        Role {
            words: first..end,
            head: Some(head),
            way: Way::Noun,
        },
        end,
    ))
}

/// The head of the phrase if it is one person's office or part.
pub(super) fn person_head(view: View<'_>, phrase: &Phrase) -> Option<usize> {
    let form = view.form(phrase.head);
    let one = match words::noun(form) {
        Some(noun) => noun.kind == SpeakerKind::Person && !noun.plural,
        None => phrase.determiner.is_some() && words::reads_as_trade(form),
    };
    // `Ada Lund, Mayor Bo Berg and others`: a list, no apposition
    (one && view.class(phrase.head + 1) != WordClass::Name).then_some(phrase.head)
}

/// Where a description that has its head before `at` ends: at a comma, stop, relative pronoun or verb.
pub(super) fn extend_right(view: View<'_>, at: usize, end: usize) -> usize {
    let limit = end.min(at + LONGEST);
    let mut first_verb = None;
    for index in at..limit {
        let form = view.form(index);
        let sign = matches!(view.tokens.list[index].kind, TokenKind::Sign | TokenKind::Mark)
            && !view.is_owner_mark(index)
            && !matches!(form, "&" | "/");
        if sign || matches!(form, "who" | "whose" | "which" | "whom") {
            return index;
        }
        let dated = index + 1 < limit
            && WordSet::BeforeDay.has(form)
            && (lexicon::is_day(view.form(index + 1))
                || view.raw(index + 1) == "May"
                || form != "from" && form != "by" && view.class(index + 1) == WordClass::Number);
        if dated || matches!(form, "today" | "yesterday") {
            return first_verb.unwrap_or(index);
        }
        match view.class(index) {
            WordClass::Modal | WordClass::Auxiliary => return first_verb.unwrap_or(index),
            WordClass::Subordinator if form != "as" => return first_verb.unwrap_or(index),
            WordClass::Pronoun => return first_verb.unwrap_or(index),
            WordClass::VerbPast | WordClass::VerbPresent if first_verb.is_none() => first_verb = Some(index),
            _ => {}
        }
    }
    first_verb
        .filter(|_| limit == end.min(at + LONGEST) && limit < end)
        .unwrap_or(limit)
}

/// `The mayor, Ada Lund, said`; `A lawyer for the town, Bo Berg, said`.
fn apposed_before(view: View<'_>, name: &Name) -> Option<Role> {
    // past a title of its own: `her husband, the builder Floris Roe,`
    let own = before(view, name).map_or(name.whole.start, |role| role.words.start);
    let own = own - usize::from(own > 0 && view.class(own - 1) == WordClass::Determiner);
    let comma = own.checked_sub(1)?;
    if view.form(comma) != "," || view.sentence_number(comma) != view.sentence_number(name.core.start) {
        return None;
    }
    let closes =
        matches!(view.form(name.core.end), "," | "." | "—" | ";" | "(") || view.is_verb(name.core.end);
    if !closes {
        return None;
    }
    let sentence_start = view.sentence_tokens(view.sentence_number(comma)).start;
    // `Replying to the minister, Ada Lund said`
    let leads_in = matches!(
        view.class(sentence_start),
        WordClass::VerbGerund | WordClass::VerbPast
    ) && view.class(sentence_start + 1) == WordClass::Preposition
        && view.form(sentence_start + 1) != "as"
        && !(sentence_start + 2..comma).any(|at| view.is_verb(at) || view.form(at) == ",");
    if leads_in {
        return None;
    }
    let start = (sentence_start.max(comma.saturating_sub(LONGEST / 2))..comma)
        .rev()
        .take_while(|&at| {
            view.tokens.list[at].kind == TokenKind::Word
                || view.tokens.list[at].kind == TokenKind::Number
                || view.is_owner_mark(at)
        })
        .last()?;
    // `The fisherman who found the boat, Bo Berg, said`
    if let Some(phrase) = phrase::parse(view, sentence_start, comma)
        && view.form(phrase.head + 1) == "who"
        && let Some(head) = person_head(view, &phrase)
        && start == sentence_start
    {
        return Some(Role {
            words: sentence_start..comma,
            head: Some(head),
            way: Way::Noun,
        });
    }
    // the phrase must reach the comma: head, then nothing but `of`-phrases
    for first in start..comma {
        let starts = first == sentence_start
            || matches!(view.class(first), WordClass::Determiner | WordClass::Possessive)
            || first == start
            || view.is_verb(first - 1);
        if !starts {
            continue;
        }
        let Some(phrase) = phrase::parse(view, first, comma) else {
            continue;
        };
        let reaches = phrase.head + 1 == comma
            || (view.class(phrase.head + 1) == WordClass::Preposition || view.form(phrase.head + 1) == "as")
                && (phrase.head + 1..comma).all(|at| !view.is_verb(at));
        let head = person_head(view, &phrase).or_else(|| {
            let unknown = words::noun(view.form(phrase.head)).is_none()
                && view.class(phrase.head) == WordClass::Noun
                && (phrase.determiner.is_some() || phrase.owner.is_some())
                && first == sentence_start
                && name.kind.is_person();
            unknown.then_some(phrase.head)
        });
        if let (true, Some(head)) = (reaches, head) {
            return Some(Role {
                words: first..comma,
                head: Some(head),
                way: Way::Noun,
            });
        }
    }
    None
}
