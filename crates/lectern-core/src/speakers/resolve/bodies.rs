//! Whom groups, texts and bodies described before mean: `the residents`, `the two companies`, `the bank`.

use super::describe::LEAD;
use super::offices::COMPARED;
use super::{Answer, Past, Resolver, Whom};
use crate::article::{Rule, SpeakerKind};
use crate::lexicon::{WordClass, WordSet};
use crate::speakers::entities::entity::{Entity, EntityIndex};
use crate::speakers::mentions::detect::EventIndex;
use crate::speakers::mentions::phrase::Phrase;
use crate::speakers::mentions::roles::Role;
use crate::speakers::words;

impl Resolver<'_, '_> {
    /// The group or text that was described before with the same noun: `the residents` after `residents of the town`.
    pub(super) fn by_head(&self, phrase: &Phrase, end: usize) -> Option<Answer> {
        let view = self.view;
        let head = view.form(phrase.head);
        let bare = end == phrase.head + 1
            && (phrase.first..phrase.head)
                .all(|at| matches!(view.class(at), WordClass::Determiner | WordClass::Number));
        if !bare {
            return None;
        }
        let counted = |at: usize| matches!(view.form(at), "two" | "three" | "both");
        let joint = WordSet::JointNoun.has(head)
            || words::noun(head).is_some_and(|noun| noun.plural && noun.kind == SpeakerKind::Person)
                && (phrase.first..phrase.head).any(counted);
        let bodies =
            words::noun(head).is_some_and(|noun| noun.plural && noun.kind == SpeakerKind::Organization);
        let kind = if bodies {
            SpeakerKind::Organization
        } else {
            SpeakerKind::Person
        };
        // `the officer` is none of the officers told of
        let many = words::noun(head).is_some_and(|noun| noun.plural);
        let found = self.past.iter().rev().take(60).find(|past| {
            let known = &self.register.entities[past.entity];
            let alike = |form: &str| {
                form == head
                    || (many || words::singular(form) == form)
                        && words::noun(form).is_some_and(|noun| noun.plural)
                        && words::same_role(words::singular(form), words::singular(head))
            };
            let same = known
                .roles
                .iter()
                .any(|role| role.head.is_some_and(|at| alike(view.form(at))));
            // `the biologists` after `a team of biologists`
            let among = known.plural || known.kind != SpeakerKind::Document;
            let held = among
                && words::noun(head).is_some_and(|noun| noun.plural)
                && known
                    .roles
                    .iter()
                    .any(|role| role.words.clone().any(|at| view.form(at) == head));
            known.kind != SpeakerKind::Person && (same || held) && known.made_name.is_some()
                || (joint || bodies)
                    && known.members.len() > 1
                    && known.members.iter().all(|&one| {
                        let known = &self.register.entities[one];
                        known.kind == kind || bodies && !known.kind_sure
                    })
        })?;
        Some((
            Whom::Resolved(found.entity),
            vec![(Some(found.draft), Rule::SameRole)],
        ))
    }

    /// The body that `the bank`, `the agency` means.
    pub(super) fn by_body(&self, number: EventIndex, phrase: &Phrase) -> Option<Answer> {
        let view = self.view;
        let head = view.form(phrase.head);
        let bare = (phrase.first..phrase.head).all(|at| self.tells_little(at));
        let found = self.body_by_name(phrase, bare);
        let rule = if found.is_some() {
            Rule::SameName
        } else {
            Rule::MostSalient
        };
        let generic = bare
            && !WordSet::NamedSo.has(head)
            && (WordSet::GenericBody.has(head) || WordSet::Realm.has(head));
        if found.is_none()
            && view.block(phrase.first) <= LEAD
            && let Some(entity) = self.body_later(phrase)
        {
            return Some((Whom::Resolved(entity), vec![(None, Rule::NameFollows)]));
        }
        let found = found.or_else(|| {
            generic.then_some(())?;
            let nearest = self.salient_body(number, head);
            if WordSet::Commercial.has(head) && !WordSet::CompanyForm.has(head) {
                self.only_seller(phrase).or(nearest)
            } else {
                nearest.or_else(|| self.only_seller(phrase))
            }
        })?;
        Some((Whom::Resolved(found.entity), vec![(Some(found.draft), rule)]))
    }

    /// `The airline`, long after the carrier was told of: the only body before that a word for a company describes.
    fn only_seller(&self, phrase: &Phrase) -> Option<Past> {
        let view = self.view;
        if !WordSet::Commercial.has(view.form(phrase.head)) {
            return None;
        }
        let sells = |known: &Entity<'_>| {
            let mut roles = known.roles.iter().filter_map(|role| role.head);
            known.kind == SpeakerKind::Organization
                && known.first < phrase.head
                && roles.any(|at| WordSet::Commercial.has(view.form(at)))
        };
        let known = self.register.each().take(COMPARED);
        let mut sellers = known.filter(|(_, known)| sells(known)).map(|(number, _)| number);
        let seller = sellers.next()?;
        let last = || self.past.iter().rev().find(|past| past.entity == seller).copied();
        sellers.next().is_none().then(last).flatten()
    }

    /// `Union` of a headline: the only body named later whose name ends with that noun, or which is called so.
    fn body_later(&self, phrase: &Phrase) -> Option<EntityIndex> {
        let view = self.view;
        let head = view.form(phrase.head);
        let fits = |known: &Entity<'_>| {
            known.kind == SpeakerKind::Organization
                && known.first > phrase.head
                && (known.parts.len() > 1 && known.parts.last() == Some(&head)
                    || known
                        .roles
                        .iter()
                        .any(|role| role.head.is_some_and(|at| view.form(at) == head)))
        };
        let known = self.register.each().take(COMPARED);
        let mut later = known.filter(|(_, known)| fits(known)).map(|(number, _)| number);
        let entity = later.next()?;
        later.next().is_none().then_some(entity)
    }

    /// `the`, `same`, `German`, `Lund-based`: words that pick nobody out of those named before.
    fn tells_little(&self, at: usize) -> bool {
        let view = self.view;
        let form = view.form(at);
        view.class(at) == WordClass::Determiner
            || form == "same"
            || form.ends_with("-based")
            || form == "news"
            || form.ends_with("-owned")
            || view.is_capital(at) && words::is_capital_only(form)
    }

    /// The body named last whose name or description has the noun of `phrase` and all that it tells.
    fn body_by_name(&self, phrase: &Phrase, bare: bool) -> Option<Past> {
        let view = self.view;
        let head = view.form(phrase.head);
        let matching = |entity: EntityIndex| {
            let known = &self.register.entities[entity];
            let is_head = |role: &Role| role.head.is_some_and(|at| view.form(at) == head);
            let in_name = |word: &str| known.parts.iter().any(|part| alike(part, word));
            let in_role = |word: &str| {
                let mut roles = known.roles.iter();
                roles.any(|role| role.words.clone().any(|at| alike(view.form(at), word)))
            };
            let headed = known.parts.contains(&head) || known.roles.iter().any(is_head);
            if bare {
                return headed && known.kind != SpeakerKind::Person;
            }
            if known.kind != SpeakerKind::Organization || known.place.is_some() {
                return false;
            }
            let told = (phrase.first..phrase.head).filter(|&at| !self.tells_little(at));
            (headed || in_name(head) || WordSet::GenericBody.has(head))
                && told
                    .clone()
                    .all(|at| in_name(view.form(at)) || in_role(view.form(at)))
        };
        let mut recent = self.past.iter().rev().take(60);
        recent.find(|past| matching(past.entity)).copied()
    }
}

/// Whether two words of a body's name or description are one but for their ends: `production`, `Productions`.
fn alike(one: &str, other: &str) -> bool {
    let short = one.len().min(other.len());
    one == other || short >= SHORTEST_STEM && one.as_bytes()[..short] == other.as_bytes()[..short]
}

/// Shorter words are compared whole.
const SHORTEST_STEM: usize = 5;
