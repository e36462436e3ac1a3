//! Descriptions: `the former governor`, `the bank`, `the report`.

use super::{Answer, LAST_SEEN, Past, Resolver, Whom, strip_article};
use crate::speakers::phrase::Phrase;
use crate::speakers::register::Entity;
use crate::speakers::roles::{Role, Way};
use crate::speakers::scene::What;
use crate::speakers::view::View;
use crate::speakers::words;
use crate::speakers::{MentionForm, Rule, SpeakerKind};
use crate::tokens::WordClass;
use std::ops::Range;

/// A lead sentence's `a judge` is named within this many sentences.
const SOON: usize = 8;
/// Somebody described first is named within so many sentences when nothing else tells who it is.
const NEXT: usize = 2;
/// Who is at hand wherever news is made, and so is brought in as `the judge` without a word before.
const FUNCTIONARIES: [&str; 14] = [
    "judge",
    "magistrate",
    "coroner",
    "prosecutor",
    "lawyer",
    "attorney",
    "officer",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "referee",
    "moderator",
    "reporter",
    "interpreter",
];
/// How many roles and namesakes are compared with a description.
const COMPARED: usize = 400;
/// The blocks that hold headline, deck and lead.
const LEAD: usize = 3;
/// Somebody named so often is who a text is about.
const OFTEN: i32 = 4;

impl<'a, 'b> Resolver<'a, 'b> {
    pub(super) fn describe(&mut self, number: usize, phrase: &Phrase, end: usize) -> (MentionForm, Answer) {
        let view = self.view;
        let head = view.form(phrase.head);
        let noun = words::noun(head);
        let form = match noun {
            Some(noun) if noun.title => MentionForm::Role,
            _ => MentionForm::Description,
        };
        let definite = phrase
            .determiner
            .is_none_or(|at| matches!(view.form(at), "the" | "this" | "that" | "these" | "those"));
        let is_source = !self.events[number].source_of.is_empty();
        let epithet = head.ends_with("-year-old")
            || view.capital(phrase.head) && words::is_capital_only(head) && !head.ends_with('s');
        let person = noun.is_some_and(|noun| noun.kind == SpeakerKind::Person && !noun.plural)
            || noun.is_none() && (epithet || words::reads_as_trade(head));
        if let Some(answer) = self.same_words(phrase, end) {
            return (form, answer);
        }
        if let Some(answer) = self.by_age(phrase) {
            return (form, answer);
        }
        // `a second official` is nobody told of before
        let further = (phrase.first..phrase.head)
            .any(|at| matches!(view.form(at), "second" | "third" | "another" | "other"));
        if further && !definite {
            return (form, self.new_description(phrase, end));
        }
        if person && let Some(answer) = self.in_turn(number, phrase) {
            return (form, answer);
        }
        let kin = noun.is_some_and(|noun| noun.kin);
        let owned = phrase.owner.is_some()
            || phrase
                .determiner
                .is_some_and(|at| view.class(at) == WordClass::Possessive);
        if person
            && (!kin || owned)
            && let Some(answer) = self.by_role(phrase, end, definite || owned)
        {
            return (form, answer);
        }
        if person
            && is_source
            && let Some(answer) = self.named_soon(number, phrase)
        {
            return (form, answer);
        }
        if person
            && is_source
            && phrase.owner.is_none()
            && let Some(answer) = self.named_next(number, phrase)
        {
            return (form, answer);
        }
        let the = phrase
            .determiner
            .is_some_and(|at| matches!(view.form(at), "the" | "this" | "these" | "those"));
        if the
            && phrase.owner.is_none()
            && let Some(answer) = self.by_head(phrase, end)
        {
            return (form, answer);
        }
        if let Some(entity) = self.in_headline(phrase, end) {
            let first = self.first_draft.get(&entity).copied();
            return (form, (Whom::Resolved(entity), vec![(first, Rule::SameRole)]));
        }
        if definite
            && noun.is_some_and(|noun| noun.kind == SpeakerKind::Organization && !noun.plural)
            && phrase.owner.is_none()
            && let Some(answer) = self.by_body(number, phrase)
        {
            self.learn_kind(&answer, SpeakerKind::Organization);
            return (form, answer);
        }
        // `Residents were given ten minutes. They ...`
        let people = phrase.determiner.is_none()
            && noun.is_some_and(|noun| noun.plural || noun.kind == SpeakerKind::Group);
        let introduces = (person && (kin && owned || !definite) || people) && phrase.owner.is_none();
        if !is_source && !introduces {
            return (form, (Whom::Nobody, Vec::new()));
        }
        let aged = (phrase.first..=phrase.head).any(|at| view.form(at).ends_with("-year-old"));
        let of_so_many =
            view.form(phrase.head + 1) == "of" && view.class(phrase.head + 2) == WordClass::Number;
        let short = aged || of_so_many || end == phrase.head + 1 || view.form(phrase.head + 1) == "and";
        if person && the && short && !FUNCTIONARIES.contains(&head) {
            let gender = noun.map_or(0, |noun| noun.gender);
            // `the 50-year-old`, `the woman`, `the former teacher`: whoever has another part now may be meant
            let part = (!aged
                && gender == 0
                && !epithet
                && !(phrase.first..phrase.head).any(|at| view.form(at) == "former"))
            .then_some(phrase.head);
            if let Some((entity, draft)) = self.salient_person(number, part, gender) {
                return (
                    form,
                    (Whom::Resolved(entity), vec![(Some(draft), Rule::MostSalient)]),
                );
            }
        }
        let party = (phrase.first..phrase.head).any(|at| words::party(view.form(at)).is_some());
        if person
            && the
            && end == phrase.head + 1
            && party
            && let Some(past) = self.most_named(phrase)
        {
            return (
                form,
                (
                    Whom::Resolved(past.entity),
                    vec![(Some(past.draft), Rule::MostSalient)],
                ),
            );
        }
        (form, self.new_description(phrase, end))
    }

    /// `The Tory candidate`, whose party the text tells nowhere else: the person whom it names far more than others.
    fn most_named(&self, phrase: &Phrase) -> Option<Past> {
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
        let known = self.register.entities.iter().take(COMPARED);
        let counts = known
            .enumerate()
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

    /// `experts` of a headline are the `labor experts` of the lead: the fuller words become their name.
    fn in_headline(&mut self, phrase: &Phrase, end: usize) -> Option<usize> {
        let view = self.view;
        if view.block(phrase.first) > LEAD {
            return None;
        }
        let head = view.form(phrase.head);
        let known = |form: &str| (phrase.first..end).any(|at| view.form(at) == form);
        let entity = self.past.iter().rev().take(LAST_SEEN).find_map(|past| {
            let entity = &self.register.entities[past.entity];
            let role = entity.roles.first()?;
            let fits = entity.plural
                && entity.made_name.is_some()
                && entity.members.is_empty()
                && role.head.is_some_and(|at| view.form(at) == head)
                && view.block(role.words.start) < view.block(phrase.first)
                && role.words.clone().all(|at| known(view.form(at)));
            fits.then_some(past.entity)
        })?;
        let words = view.words(phrase.first..end);
        self.register.entities[entity].made_name = Some(strip_article(&words).to_owned());
        let key = self.key(phrase, end);
        self.by_words.insert(key, entity);
        Some(entity)
    }

    /// The key under which a description is known: its words without articles and vague numbers.
    fn key(&self, phrase: &Phrase, end: usize) -> String {
        let view = self.view;
        let words: Vec<&str> = (phrase.first..end)
            .filter(|&at| {
                at == phrase.head || !matches!(view.class(at), WordClass::Determiner | WordClass::Number)
            })
            .map(|at| match view.form(at) {
                // `the Lund team` is the Lund campaign
                "team" | "camp" if at == phrase.head && at > phrase.first && end == at + 1 => "campaign",
                form => form,
            })
            .collect();
        words.join(" ")
    }

    fn same_words(&mut self, phrase: &Phrase, end: usize) -> Option<Answer> {
        let key = self.key(phrase, end);
        let indefinite = phrase
            .determiner
            .is_some_and(|at| matches!(self.view.form(at), "a" | "an" | "another"));
        let entity = *self.by_words.get(&key)?;
        let one_person = self.register.entities[entity].kind == SpeakerKind::Unnamed;
        if indefinite && one_person {
            return None;
        }
        let first = self.first_draft.get(&entity).copied();
        Some((Whom::Resolved(entity), vec![(first, Rule::SameRole)]))
    }

    fn new_description(&mut self, phrase: &Phrase, end: usize) -> Answer {
        let view = self.view;
        let (kind, plural) = self.kind_of(phrase);
        let words = view.words(phrase.first..end);
        let name = strip_article(&words)
            .trim_end_matches("'s")
            .trim_end_matches("’s")
            .to_owned();
        let key = self.key(phrase, end);
        let entity = self.make(phrase.first..end, name, kind, plural);
        let gender = words::noun(view.form(phrase.head)).map_or(0, |noun| noun.gender);
        let known = &mut self.register.entities[entity];
        known.gender = gender * 80;
        known.roles.push(Role {
            words: phrase.first..end,
            head: Some(phrase.head),
            way: Way::Noun,
        });
        self.by_words.insert(key, entity);
        (Whom::Named(entity), Vec::new())
    }

    /// Whose office or part the description names.
    fn by_role(&self, phrase: &Phrase, end: usize, definite: bool) -> Option<Answer> {
        let view = self.view;
        let head = view.form(phrase.head);
        let at = phrase.first;
        let modifiers: Vec<&str> = (phrase.first..end)
            .filter(|&at| at != phrase.head && is_content(view.class(at)))
            .map(|at| view.form(at))
            .collect();
        let former = |range: Range<usize>| {
            range
                .clone()
                .any(|at| matches!(view.form(at), "former" | "ex" | "then"))
        };
        let wants_former = former(phrase.first..end);
        let wanted = Role {
            words: phrase.first..end,
            head: Some(phrase.head),
            way: Way::Noun,
        };
        let mut best: Option<((i32, i32), usize)> = None;
        for (number, entity) in self.register.entities.iter().enumerate().take(COMPARED) {
            for role in &entity.roles {
                let Some(role_head) = role.head else { continue };
                let form = view.form(role_head);
                let plain =
                    |word: &'_ str| words::singular(word.strip_prefix("ex-").unwrap_or(word)).to_owned();
                let same = form == head || plain(form) == plain(head);
                let kin = words::noun(head).is_some_and(|noun| noun.kin);
                if !same && (kin || !words::same_role(form, head)) {
                    continue;
                }
                if !same_party(view, phrase.first..end, role.words.clone())
                    || second_in_rank(view, role) != second_in_rank(view, &wanted)
                {
                    continue;
                }
                let introduced = role.words.start < at;
                if !introduced && definite && view.sentence(role.words.start) > view.sentence(at) + 12 {
                    continue;
                }
                let found = modifiers.iter().filter(|&&word| {
                    role.words.clone().any(|at| view.form(at) == word) || entity.parts.contains(&word)
                });
                let found = found.count() as i32;
                // two descriptions that share no word are two people
                if !same && found == 0 && (entity.made_name.is_some() || phrase.owner.is_some()) {
                    continue;
                }
                let mut score = if same { 20 } else { 8 };
                if former(role.words.clone()) != wants_former {
                    score -= 15;
                }
                score += found * 10;
                // words that the role does not know speak against it
                score -= (modifiers.len() as i32 - found) * 6;
                score += if introduced { 30 } else { 0 };
                score += if definite || found > 0 { 0 } else { -14 };
                let near = if introduced {
                    // the last to be given the office holds it
                    role.words.start as i32
                } else {
                    -(role.words.start as i32)
                };
                if score > 0 && best.is_none_or(|(known, _)| (score, near) > known) {
                    best = Some(((score, near), number));
                }
            }
        }
        let (_, entity) = best?;
        if !definite && self.register.entities[entity].first < at && modifiers.is_empty() {
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

    /// The group or text that was described before with the same noun: `the residents` after `residents of the town`.
    fn by_head(&self, phrase: &Phrase, end: usize) -> Option<Answer> {
        let view = self.view;
        let head = view.form(phrase.head);
        let bare = end == phrase.head + 1
            && (phrase.first..phrase.head)
                .all(|at| matches!(view.class(at), WordClass::Determiner | WordClass::Number));
        if !bare {
            return None;
        }
        let counted = |at: usize| matches!(view.form(at), "two" | "three" | "both");
        let joint = matches!(
            head,
            "couple" | "pair" | "duo" | "two" | "trio" | "three" | "candidates"
        ) || words::noun(head)
            .is_some_and(|noun| noun.plural && noun.kind == SpeakerKind::Person)
            && (phrase.first..phrase.head).any(counted);
        let bodies =
            words::noun(head).is_some_and(|noun| noun.plural && noun.kind == SpeakerKind::Organization);
        let kind = if bodies {
            SpeakerKind::Organization
        } else {
            SpeakerKind::Person
        };
        let found = self.past.iter().rev().take(60).find(|past| {
            let known = &self.register.entities[past.entity];
            let alike = |form: &str| {
                form == head
                    || words::noun(form).is_some_and(|noun| noun.plural)
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

    /// `A county judge has ruled`: the only one of that office who is named in the next sentences.
    fn named_soon(&self, number: usize, phrase: &Phrase) -> Option<Answer> {
        let view = self.view;
        let plain = phrase
            .determiner
            .is_none_or(|at| matches!(view.form(at), "a" | "an" | "the"));
        if !plain || phrase.owner.is_some() {
            return None;
        }
        let head = view.form(phrase.head);
        let sentence = view.sentence(phrase.first);
        let mut holders: Vec<usize> = Vec::new();
        for event in self.events[number + 1..].iter().take(SOON * 4) {
            let What::Name(entity) = event.what else { continue };
            if view.sentence(event.tokens.start) > sentence + SOON {
                break;
            }
            let known = &self.register.entities[entity];
            let holds = known.first > phrase.head
                && known
                    .roles
                    .iter()
                    .filter_map(|role| role.head)
                    .any(|at| words::same_role(view.form(at), head));
            if holds && !holders.contains(&entity) {
                holders.push(entity);
            }
        }
        match holders.as_slice() {
            [one] => Some((Whom::Resolved(*one), vec![(None, Rule::NameFollows)])),
            _ => None,
        }
    }

    /// `the 66-year-old` after `Ada Lund, 66,`
    fn by_age(&self, phrase: &Phrase) -> Option<Answer> {
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
    fn named_next(&self, number: usize, phrase: &Phrase) -> Option<Answer> {
        let view = self.view;
        let is_person = |entity: usize| self.register.entities[entity].kind == SpeakerKind::Person;
        if self
            .past
            .iter()
            .rev()
            .take(LAST_SEEN)
            .any(|past| is_person(past.entity))
        {
            return None;
        }
        let sentence = view.sentence(phrase.first);
        let gender = words::noun(view.form(phrase.head)).map_or(0, |noun| noun.gender);
        let next = self.events[number + 1..]
            .iter()
            .take(SOON)
            .filter(|event| event.quoted.is_none() && event.subject && !event.modifier)
            .filter(|event| (sentence + 1..=sentence + NEXT).contains(&view.sentence(event.tokens.start)))
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

    /// The body that `the bank`, `the agency` means.
    fn by_body(&self, number: usize, phrase: &Phrase) -> Option<Answer> {
        let view = self.view;
        let head = view.form(phrase.head);
        let bare = (phrase.first..phrase.head).all(|at| view.class(at) == WordClass::Determiner);
        if !bare {
            return None;
        }
        let matching = |entity: usize| {
            let known = &self.register.entities[entity];
            known.kind != SpeakerKind::Person
                && (known.parts.contains(&head)
                    || known
                        .roles
                        .iter()
                        .any(|role| role.head.is_some_and(|at| view.form(at) == head)))
        };
        let mut recent = self.past.iter().rev().take(60);
        let by_name = recent.find(|past| matching(past.entity)).copied();
        let generic = matches!(
            head,
            "agency"
                | "company"
                | "group"
                | "organization"
                | "organisation"
                | "bank"
                | "firm"
                | "paper"
                | "newspaper"
                | "magazine"
                | "network"
                | "body"
                | "department"
                | "union"
                | "alliance"
                | "nonprofit"
                | "charity"
                | "institute"
                | "university"
                | "publication"
                | "outlet"
                | "site"
                | "website"
                | "country"
                | "commission"
                | "committee"
                | "association"
                | "club"
                | "team"
                | "side"
                | "school"
                | "college"
                | "hospital"
                | "museum"
                | "theatre"
                | "airline"
                | "retailer"
                | "chain"
                | "carmaker"
                | "manufacturer"
                | "maker"
                | "insurer"
                | "lender"
                | "operator"
                | "brewery"
                | "foundation"
                | "trust"
                | "fund"
                | "federation"
                | "league"
                | "society"
                | "startup"
                | "start-up"
                | "studio"
                | "regulator"
                | "watchdog"
                | "broadcaster"
                | "publisher"
                | "station"
                | "think-tank"
                | "laboratory"
                | "cooperative"
        );
        let found = by_name.or_else(|| {
            generic.then_some(())?;
            self.salient_body(number)
        })?;
        Some((
            Whom::Resolved(found.entity),
            vec![(
                Some(found.draft),
                if by_name.is_some() {
                    Rule::SameName
                } else {
                    Rule::MostSalient
                },
            )],
        ))
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

/// `vice president`, `deputy mayor`: an office beside the one that its noun names.
fn second_in_rank(view: View<'_>, role: &Role) -> bool {
    role.head.is_some_and(|head| {
        head > role.words.start
            && matches!(
                view.form(head - 1),
                "vice" | "deputy" | "lt." | "lieutenant" | "assistant" | "associate"
            )
    })
}

fn is_content(class: WordClass) -> bool {
    matches!(
        class,
        WordClass::Noun | WordClass::Name | WordClass::Adjective | WordClass::VerbPast
    )
}
