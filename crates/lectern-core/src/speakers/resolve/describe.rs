//! Descriptions: `the former governor`, `the bank`, `the report`.

use super::{Answer, LAST_SEEN, Resolver, Whom, strip_article};
use crate::speakers::phrase::Phrase;
use crate::speakers::roles::{Role, Way};
use crate::speakers::words;
use crate::speakers::{MentionForm, Rule, SpeakerKind};
use crate::tokens::WordClass;

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
/// The blocks that hold headline, deck and lead.
const LEAD: usize = 3;

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
            && !kin
            && let Some(answer) = self.named_next(number, phrase)
        {
            return (form, answer);
        }
        let the = phrase
            .determiner
            .is_some_and(|at| matches!(view.form(at), "the" | "this" | "these" | "those"));
        // `Residents said` after `Residents of the street`
        let again = the || phrase.determiner.is_none() && noun.is_some_and(|noun| noun.plural);
        if again
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
}
