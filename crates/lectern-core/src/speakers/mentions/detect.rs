//! Everything in the text that can refer to a speaker, in text order.

use super::names::{Name, NameKind};
use super::phrase::{self, Phrase};
use super::sources::{self, Reading};
use crate::article::{Quotation, SpeakerKind};
use crate::lexicon::{self, WordClass};
use crate::speakers::entities::entity::EntityIndex;
use crate::speakers::index::index;
use crate::speakers::view::View;
use crate::speakers::words;
use crate::text::order;
use crate::tokens::TokenKind;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// One place that refers to somebody.
#[derive(Clone, Debug)]
pub(in crate::speakers) struct Event {
    /// Its tokens.
    pub(in crate::speakers) tokens: Range<usize>,
    pub(in crate::speakers) what: What,
    /// The quotations whose source it is.
    pub(in crate::speakers) source_of: Vec<usize>,
    /// Whether it stands as a subject.
    pub(in crate::speakers) subject: bool,
    /// Whether it only belongs to something else: `Lund's` of `Lund's plan`, `Lund` of `the Lund campaign`.
    pub(in crate::speakers) modifier: bool,
    /// The quotation marks that it stands in: a place in [`crate::tokens::Tokens::quoted`].
    pub(in crate::speakers) quoted: Option<usize>,
}

index! {
    /// A place of an event among all of them.
    EventIndex of Event
}

/// How a place refers.
#[derive(Clone, Debug)]
pub(in crate::speakers) enum What {
    /// The name of an entity of the register.
    Name(EntityIndex),
    Pronoun(usize),
    Relative(usize),
    Phrase(Phrase, usize),
    /// With the entities that are named in it.
    Group(Vec<EntityIndex>),
    Words,
}

/// All events, in the order in which they are read.
pub(in crate::speakers) fn candidates<'a>(
    view: View<'a>,
    names: &[Name],
    named: &[Option<EntityIndex>],
    families: &FxHashMap<usize, Vec<EntityIndex>>,
    quotations: &[Quotation],
) -> Vec<Event> {
    let mut events = Vec::new();
    let mut by_start: FxHashMap<usize, usize> = FxHashMap::default();
    let mut by_name: FxHashMap<usize, usize> = FxHashMap::default();
    for (number, name) in names.iter().enumerate() {
        if let Some(entity) = named[number] {
            by_name.insert(number, events.len());
            by_start.insert(name.whole.start, events.len());
            let what = match families.get(&number) {
                Some(members) => What::Group(members.clone()),
                None => What::Name(entity),
            };
            events.push(event(view, name.whole.start..name.core.end, what));
        }
    }
    let mut covered = names.iter().peekable();
    let mut at = 0;
    while at < view.len() {
        while covered.peek().is_some_and(|name| name.core.end <= at) {
            covered.next();
        }
        let next = covered.peek().map_or(usize::MAX, |name| name.whole.start);
        if at >= next {
            at = covered.peek().map_or(at + 1, |name| name.core.end);
            continue;
        }
        if is_personal(view, at) {
            by_start.insert(at, events.len());
            events.push(event(view, at..at + 1, What::Pronoun(at)));
        }
        if let Some(phrase) = definite(view, at) {
            let inside_title = next <= phrase.head + 1;
            if !inside_title {
                let end = subject_end(view, &phrase).unwrap_or(phrase.head + 1);
                by_start.entry(at).or_insert(events.len());
                events.push(event(view, at..end, What::Phrase(phrase, end)));
            }
        }
        at += 1;
    }
    let mut groups: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for (tokens, members) in joined(view, names, named) {
        by_start
            .entry(tokens.start)
            .and_modify(|&mut first| events[first].subject = true);
        groups.insert((tokens.start, tokens.end), events.len());
        let mut group = event(view, tokens, What::Group(members));
        group.modifier = false;
        events.push(group);
    }
    for (number, quotation) in quotations.iter().enumerate() {
        let Some(range) = source_tokens(view, quotation) else {
            continue;
        };
        let Some(reading) = sources::read(view, names, range) else {
            continue;
        };
        let found = match &reading {
            Reading::Name(name) => by_name.get(name).copied(),
            Reading::Pronoun(at) | Reading::Relative(at) => by_start.get(at).copied(),
            Reading::Phrase(phrase, _) => by_start
                .get(&phrase.first)
                .copied()
                .filter(|&at| matches!(events[at].what, What::Phrase(..))),
            Reading::Group(range, _) => groups.get(&(range.start, range.end)).copied(),
            Reading::Words(_) => None,
        };
        let (tokens, what) = match reading {
            Reading::Name(name) => match named[name] {
                Some(entity) => (names[name].whole.start..names[name].core.end, What::Name(entity)),
                None => {
                    let core = names[name].core.clone();
                    let phrase = Phrase {
                        first: core.start,
                        determiner: None,
                        owner: None,
                        head: core.end - 1,
                    };
                    (core.clone(), What::Phrase(phrase, core.end))
                }
            },
            Reading::Pronoun(at) => (at..at + 1, What::Pronoun(at)),
            Reading::Relative(at) => (at..at + 1, What::Relative(at)),
            Reading::Phrase(phrase, end) => (phrase.first..end, What::Phrase(phrase, end)),
            Reading::Group(range, members) => {
                let members = members.into_iter().filter_map(|name| named[name]).collect();
                (range, What::Group(members))
            }
            Reading::Words(range) => (range, What::Words),
        };
        let place = match found {
            Some(place) => {
                if matches!(what, What::Phrase(..)) && !runs_on(view, &events[place], &tokens) {
                    events[place].tokens = tokens;
                    events[place].what = what;
                }
                place
            }
            None => {
                let start = tokens.start;
                if matches!(what, What::Group(_)) {
                    groups.insert((start, tokens.end), events.len());
                }
                events.push(event(view, tokens, what));
                by_start.insert(start, events.len() - 1);
                events.len() - 1
            }
        };
        events[place].source_of.push(number);
    }
    // a group is read after the names in it
    order::by_key(&mut events, |event| match event.what {
        What::Group(_) => (event.tokens.end, 1),
        _ => (event.tokens.start, 0),
    });
    events
}

/// Whether a source with more words than a known one that starts with it runs on into a clause: `Some believe the
/// board` after `Some`.
fn runs_on(view: View<'_>, known: &Event, tokens: &Range<usize>) -> bool {
    !known.source_of.is_empty() && (known.tokens.end..tokens.end).any(|at| view.is_verb(at))
}

fn event(view: View<'_>, tokens: Range<usize>, what: What) -> Event {
    let offset = view.tokens.list[tokens.start].span.start();
    Event {
        subject: is_subject(view, &tokens),
        modifier: is_modifier(view, &tokens),
        quoted: quoted_at(view, offset),
        tokens,
        what,
        source_of: Vec::new(),
    }
}

/// `Ada Lund, Bo Berg and Clara Voss`: names that stand side by side, with all their tokens.
fn joined(
    view: View<'_>,
    names: &[Name],
    named: &[Option<EntityIndex>],
) -> Vec<(Range<usize>, Vec<EntityIndex>)> {
    let mut groups = Vec::new();
    let mut at = 0;
    while at < names.len() {
        let mut members = vec![];
        let mut last = at;
        members.extend(named[at]);
        let mut closed = false;
        while let Some(next) = names.get(last + 1) {
            let between = names[last].core.end..next.whole.start;
            if between.start >= between.end || between.len() > 6 {
                break;
            }
            let mut depth = 0;
            let side_by_side = between.clone().all(|at| {
                match view.form(at) {
                    "(" => depth += 1,
                    ")" => depth -= 1,
                    _ => {}
                }
                depth > 0 || matches!(view.form(at), "," | "and" | ")" | "the" | "&")
            });
            if !side_by_side || closed {
                break;
            }
            closed = between.clone().any(|at| matches!(view.form(at), "and" | "&"));
            if names[last + 1].kind.is_person() != names[at].kind.is_person()
                || names[last + 1].kind == NameKind::Place
            {
                break;
            }
            members.extend(named[last + 1]);
            last += 1;
        }
        if closed && members.len() > 1 {
            groups.push((names[at].whole.start..names[last].core.end, members));
        }
        at = last + 1;
    }
    groups
}

/// The tokens of a quotation's source.
fn source_tokens(view: View<'_>, quotation: &Quotation) -> Option<Range<usize>> {
    let first = quotation.source.first()?;
    let last = quotation.source.last()?;
    let range = view.tokens.within(first.cover(*last));
    let first_range = view.tokens.within(*first);
    // parts far from each other are no phrase: the first tells who
    let whole = if range.len() > 60 { first_range } else { range };
    (!whole.is_empty()).then_some(whole)
}

/// Pronouns of one person: those that are always followed up, source or not.
fn is_personal(view: View<'_>, at: usize) -> bool {
    (lexicon::is_he(view.form(at)) || lexicon::is_she(view.form(at)))
        && view.tokens.list[at].kind == TokenKind::Word
}

/// A phrase with `the` whose head stands for a person or body.
fn definite(view: View<'_>, at: usize) -> Option<Phrase> {
    let the = view.form(at) == "the";
    let one = matches!(view.form(at), "a" | "an");
    let his = view.class(at) == WordClass::Possessive;
    let sentence = view.sentence_tokens(view.sentence_number(at));
    let opens = at == sentence.start && view.is_word(at);
    if !the && !one && !his && !opens {
        return None;
    }
    let phrase = phrase::parse(view, at, sentence.end)?;
    let body = words::noun(view.form(phrase.head)).is_some_and(|noun| noun.body && !noun.plural);
    if body && (one || phrase.owner.is_some()) {
        // `Norway's central bank left its rate alone`, `a league of farmers asked`
        let named = view.class(phrase.head) == WordClass::Noun && !view.is_capital(phrase.head);
        return Some(phrase).filter(|phrase| named && is_subject(view, &(at..phrase.head + 1)));
    }
    if opens && !the && !one && !his {
        // `Residents of the lower town were given ten minutes.`
        let people = words::noun(view.form(phrase.head)).is_some_and(|noun| {
            noun.plural && noun.kind == SpeakerKind::Person || noun.kind == SpeakerKind::Group
        });
        let named = people
            && view.class(phrase.head) == WordClass::Noun
            && !view.is_headline(view.sentence_number(at));
        return Some(phrase).filter(|phrase| named && subject_end(view, phrase).is_some());
    }
    let noun = words::noun(view.form(phrase.head))?;
    let person = noun.kind == SpeakerKind::Person;
    let refers = match (the, his) {
        (true, _) => person || noun.kind == SpeakerKind::Organization,
        // `his wife`, `my mother`
        (_, true) => person && noun.kin && !noun.plural,
        // `a woman said`
        _ => person && !noun.plural && is_subject(view, &(at..phrase.head + 1)),
    };
    refers.then_some(phrase)
}

/// Where the words of a plural subject without an article end: `Residents of the lower town`.
fn subject_end(view: View<'_>, phrase: &Phrase) -> Option<usize> {
    if phrase.determiner.is_some() || phrase.owner.is_some() {
        return None;
    }
    let end = view.sentence_tokens(view.sentence_number(phrase.first)).end;
    let limit = end.min(phrase.head + 1 + TO_VERB / 2);
    let stop = (phrase.head + 1..limit).find(|&at| {
        view.is_verb(at)
            || !view.is_word(at) && !view.is_owner_mark(at)
            || matches!(
                view.class(at),
                WordClass::Auxiliary | WordClass::Modal | WordClass::Pronoun
            )
    })?;
    (view.is_verb(stop) || matches!(view.class(stop), WordClass::Auxiliary | WordClass::Modal))
        .then_some(stop)
}

/// How far a subject's appositions are passed over in search of its verb.
const TO_VERB: usize = 24;

/// Whether a verb follows, with brackets and appositions passed over, and no preposition stands before.
fn is_subject(view: View<'_>, tokens: &Range<usize>) -> bool {
    let sentence = view.sentence_tokens(view.sentence_number(tokens.start));
    if tokens.start > sentence.start && view.class(tokens.start - 1) == WordClass::Preposition {
        return false;
    }
    let mut at = tokens.end;
    let limit = sentence.end.min(tokens.end + TO_VERB);
    while at < limit {
        match view.form(at) {
            "(" => {
                while at < limit && view.form(at) != ")" {
                    at += 1;
                }
                at += 1;
            }
            "," if at == tokens.end || view.form(at.saturating_sub(1)) == ")" => {
                // to the comma that closes the apposition
                let Some(close) = (at + 1..limit).find(|&at| view.form(at) == ",") else {
                    return false;
                };
                at = close + 1;
            }
            _ if view.class(at) == WordClass::Adverb || view.class(at) == WordClass::Negation => at += 1,
            // `Dan Roe at the Daily Lantern agreed`
            _ if view.class(at) == WordClass::Preposition && at == tokens.end => {
                at += 1;
                while at < limit && (view.is_nominal(at) || view.class(at) == WordClass::Determiner) {
                    at += 1;
                }
            }
            _ => return view.is_verb(at),
        }
    }
    false
}

/// Whether the place belongs to a noun that follows.
fn is_modifier(view: View<'_>, tokens: &Range<usize>) -> bool {
    view.is_owner_mark(tokens.end)
        || view.class(tokens.start) == WordClass::Possessive
        || view.class(tokens.end) == WordClass::Noun && view.is_nominal(tokens.end)
}

/// The outermost quotation marks around byte `offset`.
pub(in crate::speakers) fn quoted_at(view: View<'_>, offset: u32) -> Option<usize> {
    let quoted = &view.tokens.quoted;
    let after = quoted.partition_point(|quoted| quoted.span.start() <= offset);
    (after.saturating_sub(6)..after).find(|&at| offset < quoted[at].span.end())
}
