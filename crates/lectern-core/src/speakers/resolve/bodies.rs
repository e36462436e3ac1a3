//! Whom groups, texts and bodies described before mean: `the residents`, `the two companies`, `the bank`.

use super::{Answer, Resolver, Whom};
use crate::article::{Rule, SpeakerKind};
use crate::lexicon::WordClass;
use crate::speakers::mentions::phrase::Phrase;
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

    /// The body that `the bank`, `the agency` means.
    pub(super) fn by_body(&self, number: usize, phrase: &Phrase) -> Option<Answer> {
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
