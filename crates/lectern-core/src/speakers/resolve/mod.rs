//! Follows every reference to its speaker, in text order.

mod bodies;
mod describe;
mod naming;
mod offices;
mod pronouns;
mod relative;
mod salience;
mod turns;

use super::index::index;
use super::view::View;
use crate::article::{MentionForm, Quotation, Rule, Span, SpeakerKind};
use crate::speakers::entities::entity::{Entity, EntityIndex};
use crate::speakers::entities::register::Register;
use crate::speakers::mentions::detect::{Event, EventIndex, What};
use crate::speakers::mentions::name_run::is_title;
use crate::speakers::mentions::phrase::Phrase;
use crate::speakers::mentions::sources;
use crate::text::case::lower;
use crate::text::order;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Whom a place means; entities of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::speakers) enum Whom {
    Named(EntityIndex),
    Resolved(EntityIndex),
    Ambiguous(Vec<EntityIndex>),
    Nobody,
}

impl Whom {
    pub(in crate::speakers) fn entity(&self) -> Option<EntityIndex> {
        match self {
            Whom::Named(entity) | Whom::Resolved(entity) => Some(*entity),
            Whom::Ambiguous(_) | Whom::Nobody => None,
        }
    }
}

/// A mention in the making.
#[derive(Clone, Debug)]
pub(in crate::speakers) struct Draft {
    pub(in crate::speakers) tokens: Range<usize>,
    pub(in crate::speakers) form: MentionForm,
    pub(in crate::speakers) whom: Whom,
    /// Steps to earlier or later drafts.
    pub(in crate::speakers) because: Vec<(Option<DraftIndex>, Rule)>,
}

index! {
    /// A draft's place among all of them.
    DraftIndex of Draft
}

/// How many references back the last one to an entity is looked for before the first one serves.
const LAST_SEEN: usize = 400;

/// A reference already followed.
#[derive(Clone, Copy, Debug)]
struct Past {
    event: EventIndex,
    entity: EntityIndex,
    draft: DraftIndex,
    at: usize,
    end: usize,
    sentence: usize,
    subject: bool,
    source: bool,
    modifier: bool,
    quoted: Option<usize>,
}

/// Everything that following references needs and makes.
pub(in crate::speakers) struct Resolver<'a, 'b> {
    view: View<'a>,
    pub(in crate::speakers) register: Register<'a>,
    events: &'b [Event],
    quotations: &'b [Quotation],
    past: Vec<Past>,
    pub(in crate::speakers) drafts: Vec<Draft>,
    /// The draft of each event.
    draft_of_event: Vec<Option<DraftIndex>>,
    /// The first draft that names each entity.
    first_draft: FxHashMap<EntityIndex, DraftIndex>,
    /// Speakers made from descriptions, by their words.
    by_words: FxHashMap<String, EntityIndex>,
    author: Option<EntityIndex>,
    author_name: Option<String>,
    /// Who answers in an interview.
    interviewed: Option<EntityIndex>,
}

/// What following a reference gave.
type Answer = (Whom, Vec<(Option<DraftIndex>, Rule)>);

impl<'a, 'b> Resolver<'a, 'b> {
    pub(in crate::speakers) fn new(
        view: View<'a>,
        register: Register<'a>,
        events: &'b [Event],
        quotations: &'b [Quotation],
        author_name: Option<String>,
    ) -> Self {
        Resolver {
            view,
            register,
            events,
            quotations,
            past: Vec::new(),
            drafts: Vec::new(),
            draft_of_event: vec![None; events.len()],
            first_draft: FxHashMap::default(),
            by_words: FxHashMap::default(),
            author: None,
            author_name,
            interviewed: None,
        }
    }

    /// Follows all events; gives for each quotation the draft of its source.
    pub(in crate::speakers) fn run(&mut self) -> Vec<Option<DraftIndex>> {
        for number in 0..self.events.len() {
            self.follow(EventIndex(number));
        }
        self.point_forward();
        let mut of_quotation = vec![None; self.quotations.len()];
        for (number, event) in self.events.iter().enumerate() {
            for &quotation in &event.source_of {
                of_quotation[quotation] = self.draft_of_event[number];
            }
        }
        of_quotation
    }

    /// All events behind the one at `number`.
    fn events_after(&self, number: EventIndex) -> impl Iterator<Item = &'b Event> + use<'a, 'b> {
        self.events[number.0 + 1..].iter()
    }

    /// The draft of the event at `number`.
    pub(in crate::speakers) fn draft_of(&self, number: EventIndex) -> Option<DraftIndex> {
        self.draft_of_event[number.0]
    }

    /// Whom the event at `number` means.
    pub(in crate::speakers) fn entity_of(&self, number: EventIndex) -> Option<EntityIndex> {
        self.draft_of(number)
            .and_then(|draft| self.drafts[draft].whom.entity())
    }

    /// Steps that point forward get the draft that names the speaker.
    fn point_forward(&mut self) {
        let mut naming: FxHashMap<EntityIndex, DraftIndex> = FxHashMap::default();
        for (number, draft) in self.drafts.iter().enumerate() {
            if let Whom::Named(entity) = draft.whom {
                naming.entry(entity).or_insert(DraftIndex(number));
            }
        }
        for draft in &mut self.drafts {
            let entity = draft.whom.entity();
            for (to, rule) in &mut draft.because {
                if to.is_none() && *rule == Rule::NameFollows {
                    *to = entity.and_then(|entity| naming.get(&entity).copied());
                }
            }
        }
    }

    fn follow(&mut self, number: EventIndex) {
        let event = &self.events[number];
        let is_source = !event.source_of.is_empty();
        let (form, (whom, because)) = match &event.what {
            What::Name(entity) => (self.name_form(event), self.name(event, *entity)),
            What::Pronoun(at) => (MentionForm::Pronoun, self.pronoun(number, *at)),
            What::Relative(at) => (MentionForm::Pronoun, self.relative(number, *at)),
            What::Phrase(phrase, end) => {
                let (form, answer) = self.describe(number, phrase, *end);
                (form, answer)
            }
            What::Voice(asks) => (
                MentionForm::Description,
                if *asks {
                    (Whom::Nobody, Vec::new())
                } else {
                    self.answerer()
                },
            ),
            What::Group(members) => (MentionForm::Name, self.group(event.tokens.clone(), members)),
            What::Words => (
                MentionForm::Description,
                self.own_words(event.tokens.clone(), SpeakerKind::Unnamed, false),
            ),
        };
        if whom == Whom::Nobody && !is_source {
            return;
        }
        let draft = DraftIndex(self.drafts.len());
        if let Some(entity) = whom.entity() {
            self.first_draft.entry(entity).or_insert(draft);
            self.past.push(Past {
                event: number,
                entity,
                draft,
                at: event.tokens.start,
                end: event.tokens.end,
                sentence: self.view.sentence_number(event.tokens.start),
                subject: event.subject,
                source: is_source,
                modifier: event.modifier,
                quoted: event.quoted,
            });
        }
        self.drafts.push(Draft {
            tokens: event.tokens.clone(),
            form,
            whom,
            because,
        });
        self.draft_of_event[number.0] = Some(draft);
    }

    /// `President Lund` goes by office, `Ada Lund` and `Lund` by name.
    fn name_form(&self, event: &Event) -> MentionForm {
        let What::Name(entity) = event.what else {
            return MentionForm::Name;
        };
        let words = event.tokens.len();
        let full = self.register.entities[entity].parts.len();
        let last_is_short = words == 2 && full >= 2 && is_title(self.view, event.tokens.start);
        if last_is_short {
            MentionForm::Role
        } else {
            MentionForm::Name
        }
    }

    fn name(&self, event: &Event, entity: EntityIndex) -> Answer {
        let known = &self.register.entities[entity];
        let first = self.first_draft.get(&entity).copied();
        let last = self.view.form(event.tokens.end - 1);
        let part = known.parts.contains(&last);
        let because = match first {
            Some(first) if !part && self.view.all_capitals(event.tokens.end - 1) => {
                vec![(Some(first), Rule::Acronym)]
            }
            Some(first) => vec![(Some(first), Rule::SameName)],
            None => Vec::new(),
        };
        (Whom::Named(entity), because)
    }

    /// A joint source: the same members are the same group.
    fn group(&mut self, tokens: Range<usize>, members: &[EntityIndex]) -> Answer {
        let mut members = members.to_vec();
        order::by_key(&mut members, |&item| item);
        members.dedup();
        let words = self.view.words(tokens.clone());
        let all_named = members.len() > 1 && {
            let others = ["other", "others"];
            !tokens.clone().any(|at| others.contains(&self.view.form(at)))
        };
        let key = if all_named {
            format!("{members:?}")
        } else {
            lower(&words)
        };
        if let Some(&entity) = self.by_words.get(&key) {
            let first = self.first_draft.get(&entity).copied();
            return (Whom::Named(entity), vec![(first, Rule::SameName)]);
        }
        let name = if all_named {
            self.joint_name(&members, tokens.clone())
        } else {
            strip_article(&words)
                .trim_end_matches("'s")
                .trim_end_matches("’s")
                .to_owned()
        };
        let entity = self.make(tokens.clone(), name, SpeakerKind::Group, true);
        self.register.entities[entity].members = members;
        self.by_words.insert(key, entity);
        (Whom::Named(entity), Vec::new())
    }

    /// `Ada Lund and Bo Berg`; `Ada and Bo Lund` where the words of the text, `tokens`, have it so.
    fn joint_name(&self, members: &[EntityIndex], tokens: Range<usize>) -> String {
        let mut members = members.to_vec();
        order::by_key(&mut members, |&member| self.register.entities[member].first);
        let mut names: Vec<String> = members.iter().map(|&member| self.name_of(member)).collect();
        // `Ada and Bo Lund`
        let surname = |name: &String| {
            name.rsplit_once(' ')
                .map(|(first, last)| (first.to_owned(), last.to_owned()))
        };
        if let [one, other] = names.as_mut_slice()
            && let (Some((first, mine)), Some((_, theirs))) = (surname(one), surname(other))
            && mine == theirs
            && tokens.filter(|&at| self.view.raw(at) == mine).count() == 1
        {
            *one = first;
        }
        match names.split_last() {
            Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
            Some((last, _)) => last.clone(),
            None => String::new(),
        }
    }

    /// The name of an entity as the text has it.
    pub(in crate::speakers) fn name_of(&self, entity: EntityIndex) -> String {
        let known = &self.register.entities[entity];
        match &known.made_name {
            Some(name) => name.clone(),
            None => self.view.words(known.name.clone()),
        }
    }

    /// A speaker known by nothing but these words.
    fn own_words(&mut self, tokens: Range<usize>, kind: SpeakerKind, plural: bool) -> Answer {
        let words = self.view.words(tokens.clone());
        let name = strip_article(&words).to_owned();
        let key = lower(&name);
        if let Some(&entity) = self.by_words.get(&key) {
            let first = self.first_draft.get(&entity).copied();
            return (Whom::Named(entity), vec![(first, Rule::SameRole)]);
        }
        let entity = self.make(tokens, name, kind, plural);
        self.by_words.insert(key, entity);
        (Whom::Named(entity), Vec::new())
    }

    fn make(&mut self, tokens: Range<usize>, name: String, kind: SpeakerKind, plural: bool) -> EntityIndex {
        self.register.add(Entity {
            made_name: Some(name),
            plural,
            ..Entity::new(tokens, kind)
        })
    }

    /// The draft of the last reference to `entity`.
    fn last_draft(&self, entity: EntityIndex) -> Option<DraftIndex> {
        self.past
            .iter()
            .rev()
            .take(LAST_SEEN)
            .find(|past| past.entity == entity)
            .map(|past| past.draft)
            .or_else(|| self.first_draft.get(&entity).copied())
    }

    /// The content of the quotations whose source an event is.
    fn own_content(&self, event: &Event) -> Vec<Span> {
        event
            .source_of
            .iter()
            .flat_map(|&quotation| self.quotations[quotation].content.iter().copied())
            .collect()
    }

    fn kind_of(&self, phrase: &Phrase) -> (SpeakerKind, bool) {
        sources::kind_of(self.view, phrase)
    }
}

/// Without a leading article.
pub(in crate::speakers) fn strip_article(words: &str) -> &str {
    match words.split_once(' ') {
        Some((first, rest))
            if ["the", "a", "an"]
                .iter()
                .any(|article| first.eq_ignore_ascii_case(article)) =>
        {
            rest
        }
        _ => words,
    }
}
