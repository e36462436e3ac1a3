//! Descriptions: `the former governor`, `the bank`, `the report`.

use super::{Answer, DraftIndex, LAST_SEEN, Resolver, Whom, strip_article};
use crate::article::{MentionForm, Quotation, Rule, SpeakerKind};
use crate::lexicon::{WordClass, WordSet};
use crate::speakers::entities::entity::EntityIndex;
use crate::speakers::mentions::detect::{Event, EventIndex};
use crate::speakers::mentions::phrase::Phrase;
use crate::speakers::mentions::roles::{Role, Way};
use crate::speakers::mentions::sources;
use crate::speakers::words::{self, Noun};

/// The blocks that hold headline, deck and lead.
pub(super) const LEAD: usize = 3;

/// A headline's roles are among so many first mentions: each that is found out costs a look at all mentions.
const AT_FIRST: usize = 40;

/// The blocks in which a headline's `tenants` get their fuller words.
const OPENING: usize = 8;

/// What is said around a reference began at most so many quotations before.
const SAID_BACK: usize = 4;

/// What a description looks like.
struct Shape {
    noun: Option<Noun>,
    /// `the mayor`, `mayor`; not `a mayor`.
    definite: bool,
    the: bool,
    /// Stands for one person.
    person: bool,
    /// `wife`, `son`.
    kin: bool,
    /// `Lund's wife`, `her son`.
    owned: bool,
    /// `the 50-year-old`, `the Tory`.
    epithet: bool,
}

impl<'a, 'b> Resolver<'a, 'b> {
    pub(super) fn describe(
        &mut self,
        number: EventIndex,
        phrase: &Phrase,
        end: usize,
    ) -> (MentionForm, Answer) {
        let shape = self.shape(phrase);
        let form = match &shape.noun {
            Some(noun) if noun.title => MentionForm::Role,
            _ => MentionForm::Description,
        };
        if shape.person
            && let Some(answer) = self.named_in_clause(number)
        {
            return (form, answer);
        }
        if let Some(answer) = self.headline_role(number, phrase, end, &shape) {
            return (form, answer);
        }
        if let Some(answer) = self.known(number, phrase, end, &shape) {
            return (form, answer);
        }
        // `Residents were given ten minutes. They ...`
        let people = phrase.determiner.is_none() && shape.is_plural();
        let body = shape.noun.is_some_and(|noun| noun.body && !noun.plural)
            && self.events[number].subject
            && (phrase.owner.is_some() || !shape.definite);
        let text = shape
            .noun
            .is_some_and(|noun| noun.kind == SpeakerKind::Document && !noun.plural);
        // `The parish priest found a way. He ...`
        let event = &self.events[number];
        let acts =
            shape.the && shape.person && event.subject && event.quoted.is_none() && !self.is_said(event);
        let introduces =
            (shape.person || text) && (shape.kin && shape.owned || !shape.definite) || acts || people;
        let is_source = !self.events[number].source_of.is_empty();
        if !is_source && !body && (!introduces || phrase.owner.is_some()) {
            return (form, (Whom::Nobody, Vec::new()));
        }
        let answer = self.by_salience(number, phrase, end, &shape);
        (form, answer.unwrap_or_else(|| self.new_description(phrase, end)))
    }

    /// Whether a reference lies in what one of the last quotations before it says.
    fn is_said(&self, event: &Event) -> bool {
        let span = self.view.tokens.list[event.tokens.start].span;
        let begins = |quotation: &Quotation| quotation.content.first().map_or(0, |content| content.start());
        let before = self
            .quotations
            .partition_point(|quotation| begins(quotation) <= span.start());
        self.quotations[before.saturating_sub(SAID_BACK)..before]
            .iter()
            .any(|quotation| quotation.says(span))
    }

    fn shape(&self, phrase: &Phrase) -> Shape {
        let view = self.view;
        let head = view.form(phrase.head);
        let noun = words::noun(head);
        let article = |list: &[&str]| phrase.determiner.map(|at| list.contains(&view.form(at)));
        let epithet = head.ends_with("-year-old")
            || view.is_capital(phrase.head) && words::is_capital_only(head) && !head.ends_with('s');
        Shape {
            definite: article(&["the", "this", "that", "these", "those"]).unwrap_or(true),
            the: article(&["the", "this", "these", "those"]).unwrap_or(false),
            person: noun.is_some_and(|noun| noun.kind == SpeakerKind::Person && !noun.plural)
                || noun.is_none() && (epithet || words::reads_as_trade(head)),
            kin: noun.is_some_and(|noun| noun.kin),
            owned: phrase.owner.is_some()
                || phrase
                    .determiner
                    .is_some_and(|at| view.class(at) == WordClass::Possessive),
            epithet,
            noun,
        }
    }

    /// `Harbour master` of a headline, once the text tells who `the harbour master` is.
    fn headline_role(
        &mut self,
        number: EventIndex,
        phrase: &Phrase,
        end: usize,
        shape: &Shape,
    ) -> Option<Answer> {
        let view = self.view;
        if !shape.person || !shape.the {
            return None;
        }
        let known = *self.by_words.get(&self.key(phrase, end))?;
        let draft = *self.first_draft.get(&known)?;
        if draft.0 >= AT_FIRST {
            return None;
        }
        let first = self.drafts[draft].tokens.start;
        // a headline has no articles
        let short = view.block(first) <= LEAD
            && view.block(first) < view.block(phrase.first)
            && view.class(first) != WordClass::Determiner;
        if self.register.entities[known].kind != SpeakerKind::Unnamed || !short {
            return None;
        }
        let other = |answer: &Answer| answer.0.entity().is_some_and(|meant| meant != known);
        let answer = self
            .by_part(number, phrase, end, shape)
            .filter(other)
            .or_else(|| self.by_salience(number, phrase, end, shape).filter(other))?;
        let meant = answer.0.entity()?;
        self.merge(known, meant);
        Some(answer)
    }

    /// Whoever was `known` by a description is `meant`.
    fn merge(&mut self, known: EntityIndex, meant: EntityIndex) {
        for past in self.past.iter_mut().filter(|past| past.entity == known) {
            past.entity = meant;
        }
        let drafts = self.drafts.iter_mut();
        for draft in drafts.filter(|draft| draft.whom.entity() == Some(known)) {
            draft.whom = Whom::Resolved(meant);
            draft.because = vec![(None, Rule::NameFollows)];
        }
        let words = self.by_words.values_mut();
        words
            .filter(|entity| **entity == known)
            .for_each(|entity| *entity = meant);
    }

    /// Whom the words name: by what was said of somebody before, or soon after.
    fn known(&mut self, number: EventIndex, phrase: &Phrase, end: usize, shape: &Shape) -> Option<Answer> {
        let view = self.view;
        if let Some(answer) = self.same_words(phrase, end).or_else(|| self.by_age(phrase)) {
            return Some(answer);
        }
        // `a second official` is nobody told of before
        let further = (phrase.first..phrase.head)
            .any(|at| matches!(view.form(at), "second" | "third" | "another" | "other"));
        if further && !shape.definite {
            return Some(self.new_description(phrase, end));
        }
        if shape.person
            && let Some(answer) = self.by_part(number, phrase, end, shape)
        {
            return Some(answer);
        }
        // `Residents said` after `Residents of the street`
        let again = shape.the || phrase.determiner.is_none() && shape.is_plural();
        if again
            && phrase.owner.is_none()
            && let Some(answer) = self.by_head(phrase, end)
        {
            return Some(answer);
        }
        if (phrase.determiner.is_some() || !self.events[number].source_of.is_empty())
            && let Some(entity) = self.in_headline(phrase, end)
        {
            let first = self.first_draft.get(&entity).copied();
            return Some((Whom::Resolved(entity), vec![(first, Rule::SameRole)]));
        }
        let body = |noun: &Noun| noun.body && (!noun.plural || noun.kind == SpeakerKind::Group);
        if !shape.definite || phrase.owner.is_some() || !shape.noun.as_ref().is_some_and(body) {
            return None;
        }
        let answer = self.by_body(number, phrase)?;
        self.learn_kind(&answer, SpeakerKind::Organization);
        Some(answer)
    }

    /// Whose office or part it is.
    fn by_part(&self, number: EventIndex, phrase: &Phrase, end: usize, shape: &Shape) -> Option<Answer> {
        let is_source = !self.events[number].source_of.is_empty();
        let held = || {
            (!shape.kin || shape.owned)
                .then(|| self.by_role(phrase, end, shape.definite || shape.owned))
                .flatten()
        };
        let later = || {
            let soon = is_source.then(|| self.named_soon(number, phrase)).flatten();
            soon.or_else(|| {
                (is_source && !shape.kin)
                    .then(|| self.named_next(number, phrase))
                    .flatten()
            })
        };
        self.in_turn(number, phrase).or_else(held).or_else(later)
    }

    /// Who is most spoken of, when the words stand for a person and nothing else tells whom.
    fn by_salience(&self, number: EventIndex, phrase: &Phrase, end: usize, shape: &Shape) -> Option<Answer> {
        let view = self.view;
        let head = view.form(phrase.head);
        if !shape.person || !shape.the {
            return None;
        }
        let before_head =
            |fits: &dyn Fn(&str) -> bool| (phrase.first..phrase.head).any(|at| fits(view.form(at)));
        let aged = head.ends_with("-year-old") || before_head(&|form| form.ends_with("-year-old"));
        let of_so_many =
            view.form(phrase.head + 1) == "of" && view.class(phrase.head + 2) == WordClass::Number;
        let short = aged || of_so_many || end == phrase.head + 1 || view.form(phrase.head + 1) == "and";
        if short && !WordSet::Functionary.has(head) {
            let gender = shape.noun.map_or(0, |noun| noun.gender);
            // `the 50-year-old`, `the woman`, `the former teacher`: whoever has another part now may be meant
            let open = aged || gender != 0 || shape.epithet || before_head(&|form| form == "former");
            let part = (!open).then_some(phrase.head);
            if let Some((entity, draft)) = self
                .salient_person(number, part, gender)
                .filter(|(_, draft)| !self.are_two(*draft, phrase.head))
            {
                return Some((Whom::Resolved(entity), vec![(Some(draft), Rule::MostSalient)]));
            }
        }
        let party = before_head(&|form| words::party(form).is_some());
        let past = (party && end == phrase.head + 1)
            .then(|| self.most_named(phrase))
            .flatten()?;
        Some((
            Whom::Resolved(past.entity),
            vec![(Some(past.draft), Rule::MostSalient)],
        ))
    }

    /// Whether the sentence of a mention speaks of the one meant and of who is described as of two: `Lund wrote to the
    /// regulator.`
    fn are_two(&self, draft: DraftIndex, head: usize) -> bool {
        const REACH: usize = 60;
        let view = self.view;
        let Some(past) = self
            .past
            .iter()
            .rev()
            .take(LAST_SEEN)
            .find(|past| past.draft == draft)
        else {
            return false;
        };
        let sentence = view.sentence_tokens(past.sentence);
        let beside = |at: usize| {
            view.form(at) == view.form(head)
                && view.class(at - 1) == WordClass::Determiner
                && (view.class(at - 2) == WordClass::Preposition || view.is_verb(at - 2))
        };
        (past.end..sentence.end.min(past.end + REACH).min(head))
            .skip(2)
            .any(beside)
    }

    /// `experts` of a headline are the `labor experts` of the lead, `expert panel` the `expert committee`: the fuller words
    /// become their name.
    fn in_headline(&mut self, phrase: &Phrase, end: usize) -> Option<EntityIndex> {
        let view = self.view;
        if view.block(phrase.first) > OPENING {
            return None;
        }
        let head = view.form(phrase.head);
        let known = |form: &str| (phrase.first..end).any(|at| view.form(at) == form);
        let entity = self.past.iter().rev().take(LAST_SEEN).find_map(|past| {
            let entity = &self.register.entities[past.entity];
            let role = entity.roles.first()?;
            let is_body = |at| words::noun(view.form(at)).is_some_and(|noun| noun.body);
            let body = role.words.len() > 1 && role.head.is_some_and(is_body);
            let alike = |at: usize| view.form(at) == head || body && words::same_role(view.form(at), head);
            let fits = (entity.plural || body)
                && entity.made_name.is_some()
                && entity.members.is_empty()
                && role.head.is_some_and(alike)
                && view.block(role.words.start) < view.block(phrase.first)
                && role.words.clone().all(|at| alike(at) || known(view.form(at)));
            fits.then_some(past.entity)
        })?;
        let words = view.words(phrase.first..end);
        let (kind, plural) = self.kind_of(phrase);
        let fuller = &mut self.register.entities[entity];
        fuller.made_name = Some(strip_article(&words).to_owned());
        (fuller.kind, fuller.plural) = (kind, plural);
        let key = self.key(phrase, end);
        self.by_words.insert(key, entity);
        Some(entity)
    }

    /// The key under which a description is known: its words without articles and vague numbers.
    fn key(&self, phrase: &Phrase, end: usize) -> String {
        let view = self.view;
        // `72 percent` are others than `75 percent`
        let counted = (phrase.first..end).any(|at| sources::is_share(view.form(at)));
        let words: Vec<&str> = (phrase.first..end)
            .filter(|&at| {
                at == phrase.head
                    || !matches!(view.class(at), WordClass::Determiner | WordClass::Number)
                    || counted && view.class(at) == WordClass::Number
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
        let further = phrase
            .determiner
            .is_some_and(|at| self.view.form(at) == "another");
        let entity = *self.by_words.get(&key)?;
        if further {
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

impl Shape {
    /// `residents`, `police`
    fn is_plural(&self) -> bool {
        self.noun
            .is_some_and(|noun| noun.plural || noun.kind == SpeakerKind::Group)
    }
}
