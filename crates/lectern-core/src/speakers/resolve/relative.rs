//! Relative pronouns: what they stand for ends right before them.

use super::{Answer, Past, Resolver, Whom};
use crate::article::{Rule, SpeakerKind};
use crate::lexicon::{WordClass, WordSet};
use crate::speakers::mentions::detect::{EventIndex, What};
use crate::speakers::mentions::phrase::{self, Phrase};
use crate::speakers::view::View;
use crate::speakers::words;

/// Longer stretches between a name and `who` are no apposition.
const APPOSED: usize = 20;

impl Resolver<'_, '_> {
    /// `who`, `which`: the last thing named before.
    pub(super) fn relative(&mut self, number: EventIndex, at: usize) -> Answer {
        let view = self.view;
        let thing = view.form(at) == "which";
        let start = before_quantifier(view, self.events[number].tokens.start);
        let several = start < self.events[number].tokens.start;
        let sentence = view.sentence_number(start);
        let found = self
            .past
            .iter()
            .rev()
            .take(6)
            .filter(|past| past.sentence == sentence && past.end <= start && !past.modifier)
            .filter(|past| self.touches(past.end, start))
            .find(|past| {
                let known = &self.register.entities[past.entity];
                if several && known.kind == SpeakerKind::Person {
                    false
                } else if thing {
                    known.kind != SpeakerKind::Person || !known.kind_sure
                } else {
                    known.kind != SpeakerKind::Document
                }
            })
            .copied();
        let found = found.map(|past| {
            if thing {
                past
            } else {
                self.person_before(&past, start).unwrap_or(past)
            }
        });
        // `relatives of the Lund family, most of whom`: the whole phrase, not what it ends with
        let longer = found.is_none_or(|past| several && past.end == trim_signs(view, start));
        if longer && !thing {
            let answer = self.phrase_before(start, thing);
            if answer.0 != Whom::Nobody {
                return answer;
            }
        }
        if let Some(past) = found {
            if !thing && let Some(group) = self.pair_before(&past) {
                return group;
            }
            if thing {
                self.learn_kind(
                    &(Whom::Resolved(past.entity), Vec::new()),
                    SpeakerKind::Organization,
                );
            }
            return (
                Whom::Resolved(past.entity),
                vec![(Some(past.draft), Rule::SubjectOfSentence)],
            );
        }
        let answer = self.phrase_before(start, thing);
        match self.relative_before(number) {
            Some(before) if answer.0 == Whom::Nobody => before,
            _ => answer,
        }
    }

    /// `Ada Lund of the River Trust, who`: the person whom a body or place before `who` only tells more of.
    fn person_before(&self, near: &Past, start: usize) -> Option<Past> {
        let view = self.view;
        let known = &self.register.entities[near.entity];
        let told = near.at > 0 && view.class(near.at - 1) == WordClass::Preposition;
        let body = known.kind == SpeakerKind::Organization || told && !known.kind_sure;
        if !body || known.plural {
            return None;
        }
        let belongs = |past: &&Past| {
            self.register.entities[past.entity].kind == SpeakerKind::Person
                && !past.modifier
                && past.end < near.at
                && start - past.end <= APPOSED
                && (past.end..start).all(|at| {
                    !matches!(
                        view.class(at),
                        WordClass::VerbPast
                            | WordClass::VerbPresent
                            | WordClass::Modal
                            | WordClass::Auxiliary
                    ) || view.is_capital(at)
                })
                && (matches!(view.class(past.end), WordClass::Preposition) || view.form(past.end) == ",")
        };
        let mut recent = self.past.iter().rev().take(8);
        recent
            .find(|past| past.sentence == near.sentence && belongs(past))
            .copied()
    }

    /// `the nurses, who strike and who say`: the second means whom the first means.
    fn relative_before(&self, number: EventIndex) -> Option<Answer> {
        let sentence = self.view.sentence_number(self.events[number].tokens.start);
        let past = self.past.iter().rev().take(6).find(|past| {
            past.sentence == sentence && matches!(self.events[past.event].what, What::Relative(_))
        })?;
        Some((
            Whom::Resolved(past.entity),
            vec![(Some(past.draft), Rule::SubjectOfSentence)],
        ))
    }

    /// Whether only signs, quantifiers and one short phrase lie between.
    fn touches(&self, from: usize, to: usize) -> bool {
        to - from <= 8
            && (from..to)
                .all(|at| !self.view.is_verb(at) && !matches!(self.view.form(at), "and" | "from" | "that"))
    }

    /// `Ada Lund and Bo Berg, who`: both.
    fn pair_before(&mut self, second: &Past) -> Option<Answer> {
        let view = self.view;
        let and = second.at.checked_sub(1)?;
        if view.form(and) != "and" {
            return None;
        }
        let first = self.past.iter().rev().take(6).find(|past| {
            past.end <= and
                && (past.end..and).all(|at| view.form(at) == ",")
                && self.register.entities[past.entity].kind == self.register.entities[second.entity].kind
        })?;
        let (first_entity, at) = (first.entity, first.at);
        let (whom, _) = self.group(at..second.end, &[first_entity, second.entity]);
        let entity = whom.entity()?;
        Some((
            Whom::Resolved(entity),
            vec![(Some(second.draft), Rule::SubjectOfSentence)],
        ))
    }

    /// `the flood board, which`: the noun phrase that ends before a relative pronoun.
    fn phrase_before(&mut self, start: usize, thing: bool) -> Answer {
        let view = self.view;
        let first = view
            .sentence_tokens(view.sentence_number(start))
            .start
            .max(start.saturating_sub(12));
        let end = trim_signs(view, start).max(first);
        let Some(phrase) = phrase_to(view, first, end) else {
            return (Whom::Nobody, Vec::new());
        };
        let (phrase, from) = if thing {
            let from = phrase.first;
            (phrase, from)
        } else {
            whole_phrase(view, first, phrase)
        };
        if words::noun(view.form(phrase.head)).is_none() {
            return (Whom::Nobody, Vec::new());
        }
        let (kind, plural) = self.kind_of(&phrase);
        let (whom, because) = self.own_words(from..end, kind, plural);
        match whom.entity() {
            Some(entity) => (Whom::Resolved(entity), because),
            None => (whom, because),
        }
    }
}

/// Where `most of` of `most of whom` starts, and past the signs before it; `who` alone stays.
fn before_quantifier(view: View<'_>, who: usize) -> usize {
    let quantifier = |at: usize| {
        matches!(view.class(at), WordClass::Determiner | WordClass::Number)
            || WordSet::Quantifier.has(view.form(at))
    };
    match who.checked_sub(2) {
        Some(at) if view.form(who - 1) == "of" && quantifier(at) => at,
        _ => who,
    }
}

/// One past the last noun before token `at`, signs and prepositions passed over.
fn trim_signs(view: View<'_>, at: usize) -> usize {
    let least = at.saturating_sub(12);
    (least..at)
        .rev()
        .find(|&at| view.is_nominal(at))
        .map_or(least, |last| last + 1)
}

/// The noun phrase that ends at token `end`.
fn phrase_to(view: View<'_>, first: usize, end: usize) -> Option<Phrase> {
    (first.max(end.saturating_sub(6))..end)
        .filter(|&at| !view.is_verb(at) || at > 0 && view.class(at - 1) == WordClass::Determiner)
        .find_map(|at| phrase::parse(view, at, end).filter(|phrase| phrase.head + 1 == end))
}

/// `relatives of the sailors`, `generals and admirals`: the phrase that `last` closes, and where it starts.
fn whole_phrase(view: View<'_>, first: usize, last: Phrase) -> (Phrase, usize) {
    // `9/11 victims`
    let slashes = if last.first > 1 && view.form(last.first - 1) == "/" {
        3
    } else {
        1
    };
    let Some(joint) = last.first.checked_sub(slashes).filter(|&joint| joint > first) else {
        let from = last.first;
        return (last, from);
    };
    let people = |phrase: &Phrase| {
        words::noun(view.form(phrase.head))
            .is_some_and(|noun| noun.plural && noun.kind != SpeakerKind::Document)
    };
    let before = match view.form(joint) {
        "of" | "from" => phrase_to(view, first, joint).filter(people),
        "and" => phrase_to(view, first, joint).filter(|phrase| people(phrase) && people(&last)),
        _ => None,
    };
    match before {
        Some(before) => {
            let from = before.first;
            (before, from)
        }
        None => {
            let from = last.first;
            (last, from)
        }
    }
}
