//! Everything in the text that can refer to a speaker, in text order.

use super::names::{Name, NameKind};
use super::phrase::{self, Phrase};
use super::position::{is_modifier, is_subject, subject_end};
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
    /// `Q:` or `A:` of an interview: whether it asks.
    Voice(bool),
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
    let mut found = Found {
        view,
        names,
        named,
        events: Vec::new(),
        by_start: FxHashMap::default(),
        owned: FxHashMap::default(),
        by_name: FxHashMap::default(),
        groups: FxHashMap::default(),
    };
    found.add_names(families);
    found.add_between_names();
    found.add_groups();
    for (number, quotation) in quotations.iter().enumerate() {
        found.add_source(number, quotation);
    }
    let mut events = found.events;
    // a group is read after the names in it
    order::by_key(&mut events, |event| match event.what {
        What::Group(_) => (event.tokens.end, 1),
        _ => (event.tokens.start, 0),
    });
    events
}

/// Events found so far, with what leads back to them.
struct Found<'v, 'n> {
    view: View<'v>,
    names: &'n [Name],
    named: &'n [Option<EntityIndex>],
    events: Vec<Event>,
    /// By the first token.
    by_start: FxHashMap<usize, usize>,
    /// Descriptions that begin with a name, by their first token.
    owned: FxHashMap<usize, usize>,
    /// By the place of a name.
    by_name: FxHashMap<usize, usize>,
    /// By the tokens of a group.
    groups: FxHashMap<(usize, usize), usize>,
}

impl Found<'_, '_> {
    /// The names that name somebody.
    fn add_names(&mut self, families: &FxHashMap<usize, Vec<EntityIndex>>) {
        for (number, name) in self.names.iter().enumerate() {
            if let Some(entity) = self.named[number] {
                self.by_name.insert(number, self.events.len());
                self.by_start.insert(name.whole.start, self.events.len());
                let what = match families.get(&number) {
                    Some(members) => What::Group(members.clone()),
                    None => What::Name(entity),
                };
                self.events
                    .push(event(self.view, name.whole.start..name.core.end, what));
            }
        }
    }

    /// Pronouns and descriptions, wherever no name stands.
    fn add_between_names(&mut self) {
        let view = self.view;
        let mut covered = self.names.iter().peekable();
        let mut at = 0;
        while at < view.len() {
            while covered.peek().is_some_and(|name| name.core.end <= at) {
                covered.next();
            }
            let next = covered.peek().map_or(usize::MAX, |name| name.whole.start);
            if at >= next {
                self.add_owned(next);
                at = covered.peek().map_or(at + 1, |name| name.core.end);
                continue;
            }
            if is_personal(view, at) {
                self.by_start.insert(at, self.events.len());
                self.events.push(event(view, at..at + 1, What::Pronoun(at)));
            }
            if let Some(phrase) = definite(view, at) {
                let inside_title = next <= phrase.head + 1;
                if !inside_title {
                    let end = subject_end(view, &phrase)
                        .or_else(|| phrase::text_end(view, &phrase))
                        .unwrap_or(phrase.head + 1);
                    self.by_start.entry(at).or_insert(self.events.len());
                    self.events.push(event(view, at..end, What::Phrase(phrase, end)));
                }
            }
            at += 1;
        }
    }

    /// `Norway's central bank` behind the name that it begins with.
    fn add_owned(&mut self, at: usize) {
        let view = self.view;
        let end = view.sentence_tokens(view.sentence_number(at)).end;
        let owned = phrase::parse(view, at, end).filter(|phrase| phrase.owner.is_some());
        if let Some(phrase) = owned.filter(|phrase| is_new_body(view, phrase)) {
            let end = phrase.head + 1;
            self.owned.insert(at, self.events.len());
            self.events.push(event(view, at..end, What::Phrase(phrase, end)));
        }
    }

    /// Names that stand side by side.
    fn add_groups(&mut self) {
        for (tokens, members) in joined(self.view, self.names, self.named) {
            if let Some(&first) = self.by_start.get(&tokens.start) {
                self.events[first].subject = true;
            }
            self.groups.insert((tokens.start, tokens.end), self.events.len());
            let mut group = event(self.view, tokens, What::Group(members));
            group.modifier = false;
            self.events.push(group);
        }
    }

    /// The source of a quotation: an event that is known, or one of its own.
    fn add_source(&mut self, number: usize, quotation: &Quotation) {
        let Some(reading) =
            source_tokens(self.view, quotation).and_then(|range| sources::read(self.view, self.names, range))
        else {
            return;
        };
        let known = self.known(&reading);
        let (tokens, what) = self.meaning(reading);
        let place = match known {
            Some(place) => {
                let known = &mut self.events[place];
                if matches!(what, What::Phrase(..)) && !runs_on(self.view, known, &tokens) {
                    known.tokens = tokens;
                    known.what = what;
                }
                place
            }
            None => {
                let (start, place) = (tokens.start, self.events.len());
                if matches!(what, What::Group(_)) {
                    self.groups.insert((start, tokens.end), place);
                }
                self.events.push(event(self.view, tokens, what));
                self.by_start.insert(start, place);
                place
            }
        };
        self.events[place].source_of.push(number);
    }

    /// The event that a source is, if it is known.
    fn known(&self, source: &Reading) -> Option<usize> {
        match source {
            Reading::Name(name) => self.by_name.get(name).copied(),
            Reading::Pronoun(at) | Reading::Relative(at) => self.by_start.get(at).copied(),
            Reading::Phrase(phrase, _) => self
                .by_start
                .get(&phrase.first)
                .copied()
                .filter(|&at| matches!(self.events[at].what, What::Phrase(..)))
                .or_else(|| self.owned.get(&phrase.first).copied()),
            Reading::Group(range, _) => self.groups.get(&(range.start, range.end)).copied(),
            Reading::Voice(..) | Reading::Words(_) => None,
        }
    }

    /// The tokens of a source, and how it refers.
    fn meaning(&self, source: Reading) -> (Range<usize>, What) {
        match source {
            Reading::Name(name) => {
                let Name { whole, core, .. } = &self.names[name];
                match self.named[name] {
                    Some(entity) => (whole.start..core.end, What::Name(entity)),
                    None => {
                        let phrase = Phrase {
                            first: core.start,
                            determiner: None,
                            owner: None,
                            head: core.end - 1,
                        };
                        (core.clone(), What::Phrase(phrase, core.end))
                    }
                }
            }
            Reading::Pronoun(at) => (at..at + 1, What::Pronoun(at)),
            Reading::Relative(at) => (at..at + 1, What::Relative(at)),
            Reading::Phrase(phrase, end) => (phrase.first..end, What::Phrase(phrase, end)),
            Reading::Group(range, members) => {
                let members = members.into_iter().filter_map(|name| self.named[name]).collect();
                (range, What::Group(members))
            }
            Reading::Voice(at, asks) => (at..at + 1, What::Voice(asks)),
            Reading::Words(range) => (range, What::Words),
        }
    }
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
        return Some(phrase).filter(|phrase| is_new_body(view, phrase));
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
    let text = noun.kind == SpeakerKind::Document && !noun.plural;
    let refers = match (the, his) {
        (true, _) => person || text || noun.kind == SpeakerKind::Organization,
        // `a letter`, which `it` may mean later
        _ if one && text => true,
        // `his wife`, `my mother`
        (_, true) => person && noun.kin && !noun.plural,
        // `a woman said`, `left a man who had never smoked`
        _ => {
            let told = one && view.form(phrase.head + 1) == "who";
            person && !noun.plural && (told || is_subject(view, &(at..phrase.head + 1)))
        }
    };
    refers.then_some(phrase)
}

/// `Norway's central bank left its rate alone`, `a league of farmers asked`: a body that a subject tells of.
fn is_new_body(view: View<'_>, phrase: &Phrase) -> bool {
    let head = phrase.head;
    words::noun(view.form(head)).is_some_and(|noun| noun.body && !noun.plural)
        && view.class(head) == WordClass::Noun
        && !view.is_capital(head)
        && is_subject(view, &(phrase.first..head + 1))
}

/// The outermost quotation marks around byte `offset`.
pub(in crate::speakers) fn quoted_at(view: View<'_>, offset: u32) -> Option<usize> {
    let quoted = &view.tokens.quoted;
    let after = quoted.partition_point(|quoted| quoted.span.start() <= offset);
    (after.saturating_sub(6)..after).find(|&at| offset < quoted[at].span.end())
}
