//! Whom an office, a part or an age means: `the former governor`, `a county judge`, `the 66-year-old`.

use super::describe::LEAD;
use super::{Answer, LAST_SEEN, Past, Resolver, Whom};
use crate::article::{Rule, SpeakerKind};
use crate::lexicon::{WordClass, WordSet};
use crate::speakers::entities::entity::{Entity, EntityIndex};
use crate::speakers::mentions::detect::{EventIndex, What};
use crate::speakers::mentions::phrase::Phrase;
use crate::speakers::mentions::roles::{Role, Way};
use crate::speakers::view::View;
use crate::speakers::words;
use std::ops::Range;

/// A lead sentence's `a judge` is named within this many sentences.
const SOON: usize = 8;
/// Somebody described first is named within so many sentences when nothing else tells who it is.
const NEXT: usize = 2;
/// How many roles and namesakes are compared with a description.
pub(super) const COMPARED: usize = 400;
/// Somebody named so often is who a text is about.
const OFTEN: i32 = 4;

impl<'a, 'b> Resolver<'a, 'b> {
    /// `The Tory candidate`, whose party the text tells nowhere else: the person whom it names far more than others.
    pub(super) fn most_named(&self, phrase: &Phrase) -> Option<Past> {
        let view = self.view;
        let fits = |entity: &&Entity<'_>| {
            entity.kind == SpeakerKind::Person
                && entity.made_name.is_none()
                && entity.first < phrase.first
                && entity.roles.iter().all(|role| {
                    // somebody known for another part is not brought in by this one
                    same_party(view, phrase.first..phrase.head, role.words.clone())
                        && role
                            .head
                            .is_none_or(|at| words::same_role(view.form(at), view.form(phrase.head)))
                })
        };
        let known = self.register.each().take(COMPARED);
        let counts = known
            .filter(|(_, entity)| fits(entity))
            .map(|(number, entity)| (entity.count, number));
        let (count, best) = counts.clone().max()?;
        let clear = counts.filter(|&(other, _)| 2 * other > count).count() == 1;
        (clear && count >= OFTEN).then_some(())?;
        self.past
            .iter()
            .rev()
            .take(LAST_SEEN)
            .find(|past| past.entity == best)
            .copied()
    }

    /// Whose office or part the description names.
    pub(super) fn by_role(&self, phrase: &Phrase, end: usize, definite: bool) -> Option<Answer> {
        let view = self.view;
        let wanted = Wanted {
            phrase,
            definite,
            modifiers: (phrase.first..end)
                .filter(|&at| at != phrase.head && is_content(view.class(at)))
                .map(|at| view.form(at))
                .collect(),
            role: Role {
                words: phrase.first..end,
                head: Some(phrase.head),
                way: Way::Noun,
            },
        };
        let mut best: Option<((i32, i32), EntityIndex)> = None;
        for (number, entity) in self.register.each().take(COMPARED) {
            for role in &entity.roles {
                if let Some(found) = wanted.found_in(view, entity, role)
                    && found.0 > 0
                    && best.is_none_or(|(known, _)| found > known)
                {
                    best = Some((found, number));
                }
            }
        }
        let (_, entity) = best?;
        let later = self.register.entities[entity].first >= phrase.first;
        if !definite && !later && wanted.modifiers.is_empty() {
            return None;
        }
        let draft = self.last_draft(entity);
        let rule = if draft.is_some() {
            Rule::SameRole
        } else {
            Rule::NameFollows
        };
        Some((Whom::Resolved(entity), vec![(draft, rule)]))
    }

    /// `A county judge has ruled`: the only one of that office who is named in the next sentences.
    pub(super) fn named_soon(&self, number: EventIndex, phrase: &Phrase) -> Option<Answer> {
        let view = self.view;
        let plain = phrase
            .determiner
            .is_none_or(|at| matches!(view.form(at), "a" | "an" | "the"));
        if !plain || phrase.owner.is_some() {
            return None;
        }
        let sentence = view.sentence_number(phrase.first);
        let mut holders: Vec<EntityIndex> = Vec::new();
        for event in self.events_after(number).take(SOON * 4) {
            let What::Name(entity) = event.what else { continue };
            if view.sentence_number(event.tokens.start) > sentence + SOON {
                break;
            }
            let known = &self.register.entities[entity];
            let holds =
                known.first > phrase.head && known.roles.iter().any(|role| is_of_office(view, role, phrase));
            if holds && !holders.contains(&entity) {
                holders.push(entity);
            }
        }
        if holders.is_empty() && view.block(phrase.first) <= LEAD {
            holders = self.holders_later(phrase);
        }
        match holders.as_slice() {
            [one] => Some((Whom::Resolved(*one), vec![(None, Rule::NameFollows)])),
            _ => None,
        }
    }

    /// All of the office of `phrase` whom the text names later.
    fn holders_later(&self, phrase: &Phrase) -> Vec<EntityIndex> {
        let view = self.view;
        let holds = |entity: &Entity<'_>| {
            entity.kind == SpeakerKind::Person
                && entity.first > phrase.head
                && entity.roles.iter().any(|role| {
                    is_of_office(view, role, phrase)
                        && same_party(view, phrase.first..phrase.head, role.words.clone())
                })
        };
        let known = self.register.each().take(COMPARED);
        known
            .filter(|(_, entity)| holds(entity))
            .map(|(number, _)| number)
            .collect()
    }

    /// `the 66-year-old` after `Ada Lund, 66,`
    pub(super) fn by_age(&self, phrase: &Phrase) -> Option<Answer> {
        let view = self.view;
        let age = (phrase.first..=phrase.head).find_map(|at| view.form(at).strip_suffix("-year-old"))?;
        let mut aged = self
            .past
            .iter()
            .rev()
            .take(LAST_SEEN)
            .filter(|past| view.form(past.end) == "," && view.form(past.end + 1) == age);
        let past = aged.next()?;
        Some((
            Whom::Resolved(past.entity),
            vec![(Some(past.draft), Rule::SameRole)],
        ))
    }

    /// `"It is cold," the diver said. Ada Lund had just come up.`: with nobody named before, whoever the next sentences
    /// bring in as their subject.
    pub(super) fn named_next(&self, number: EventIndex, phrase: &Phrase) -> Option<Answer> {
        let view = self.view;
        let is_person = |entity: EntityIndex| self.register.entities[entity].kind == SpeakerKind::Person;
        if WordSet::Functionary.has(view.form(phrase.head)) {
            return None;
        }
        if self
            .past
            .iter()
            .rev()
            .take(LAST_SEEN)
            .any(|past| is_person(past.entity))
        {
            return None;
        }
        let sentence = view.sentence_number(phrase.first);
        let gender = words::noun(view.form(phrase.head)).map_or(0, |noun| noun.gender);
        let next = self
            .events_after(number)
            .take(SOON)
            .filter(|event| event.quoted.is_none() && event.subject && !event.modifier)
            .filter(|event| {
                (sentence + 1..=sentence + NEXT).contains(&view.sentence_number(event.tokens.start))
            })
            .find_map(|event| match event.what {
                What::Name(entity) if is_person(entity) => Some(entity),
                _ => None,
            })?;
        let known = &self.register.entities[next];
        let other_part = known
            .roles
            .iter()
            .filter(|role| role.way == Way::Noun)
            .any(|role| {
                role.head.is_some_and(|at| {
                    words::noun(view.form(at)).is_some()
                        && !words::same_role(view.form(at), view.form(phrase.head))
                })
            });
        let fits = known.first > phrase.head && known.gender * gender >= 0 && !other_part;
        fits.then(|| (Whom::Resolved(next), vec![(None, Rule::NameFollows)]))
    }
}

/// Whether nothing in two descriptions tells of two parties.
fn same_party(view: View<'_>, one: Range<usize>, other: Range<usize>) -> bool {
    let party = |mut words: Range<usize>| words.find_map(|at| words::party(view.form(at)));
    match (party(one), party(other)) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

/// `vice president`, `deputy prime minister`: an office beside the one that its noun, at `head`, names.
fn second_in_rank(view: View<'_>, first: usize, head: usize) -> bool {
    (first..head).any(|at| WordSet::SecondRank.has(view.form(at)))
}

/// Whether a role is of the office of `phrase`, and of its rank.
fn is_of_office(view: View<'_>, role: &Role, phrase: &Phrase) -> bool {
    role.head.is_some_and(|head| {
        words::same_role(view.form(head), view.form(phrase.head))
            && second_in_rank(view, role.words.start, head) == second_in_rank(view, phrase.first, phrase.head)
    })
}

/// The office or part that a description asks for.
struct Wanted<'d> {
    phrase: &'d Phrase,
    /// The description as if it were somebody's role.
    role: Role,
    /// What it tells beside its noun.
    modifiers: Vec<&'d str>,
    /// `the mayor`, not `a mayor`.
    definite: bool,
}

impl Wanted<'_> {
    /// How well a role answers to the description, and how near it stands; none where it is another one.
    fn found_in(&self, view: View<'_>, entity: &Entity<'_>, role: &Role) -> Option<(i32, i32)> {
        let (head, at) = (view.form(self.phrase.head), self.phrase.first);
        let office = role.head?;
        let form = view.form(office);
        let plain = |word: &'_ str| words::singular(word.strip_prefix("ex-").unwrap_or(word)).to_owned();
        let same = form == head || plain(form) == plain(head);
        let kin = words::noun(head).is_some_and(|noun| noun.kin);
        let many = |form: &str| words::noun(form).is_some_and(|noun| noun.plural);
        if !same && (kin || !words::same_role(form, head))
            || entity.plural && many(form) && !many(head)
            || !same_party(view, self.role.words.clone(), role.words.clone())
            || second_in_rank(view, role.words.start, office) != second_in_rank(view, at, self.phrase.head)
        {
            return None;
        }
        let tells = |word: &str| role.words.clone().any(|at| view.form(at) == word);
        let introduced = role.words.start < at;
        let led = view.block(at) <= LEAD && form == head && self.modifiers.iter().all(|word| tells(word));
        let far = view.sentence_number(role.words.start) > view.sentence_number(at) + 12;
        if !introduced && self.definite && !led && far {
            return None;
        }
        let found = self
            .modifiers
            .iter()
            .filter(|word| tells(word) || entity.parts.contains(word));
        let found = found.count() as i32;
        // two descriptions that share no word are two people, `a minister` is not the president named before
        let new = !self.definite && introduced;
        if !same && found == 0 && (entity.made_name.is_some() || self.phrase.owner.is_some() || new) {
            return None;
        }
        let mut score = if same { 20 } else { 8 };
        if is_former(view, role) != is_former(view, &self.role) {
            score -= 15;
        }
        score += found * 10;
        // words that the role does not know speak against it
        score -= (self.modifiers.len() as i32 - found) * 6;
        score += if introduced { 30 } else { 0 };
        score += if self.definite || found > 0 { 0 } else { -14 };
        // the last to be given the office holds it
        let start = role.words.start as i32;
        Some((score, if introduced { start } else { -start }))
    }
}

/// `the former mayor`
fn is_former(view: View<'_>, role: &Role) -> bool {
    let mut words = role.words.clone();
    words.any(|at| matches!(view.form(at), "former" | "ex" | "then"))
}

fn is_content(class: WordClass) -> bool {
    matches!(
        class,
        WordClass::Noun | WordClass::Name | WordClass::Adjective | WordClass::VerbPast
    )
}
