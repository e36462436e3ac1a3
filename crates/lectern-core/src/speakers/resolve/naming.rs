//! Who gives no name but the one that a clause tells (`a man who goes by the name "Biscuit"`), who is meant by `A:` in
//! an interview, and who wrote the text.

use super::describe::LEAD;
use super::salience::WINDOW;
use super::{Answer, Resolver, Whom};
use crate::article::{Rule, SpeakerKind};
use crate::lexicon::WordSet;
use crate::speakers::entities::entity::EntityIndex;
use crate::speakers::mentions::detect::EventIndex;
use crate::speakers::mentions::detect::What;
use crate::tokens::TokenKind;
use rustc_hash::FxHashMap;

/// A clause that tells a name stands at most so many words behind whom it is about.
const TO_NAME: usize = 40;
/// `known to everybody on the quay only as`: so many words at most stand before `as`.
const TO_AS: usize = 8;
/// The person interviewed is looked for among so many references before the first answer.
const LOOKED_BACK: usize = 200;

/// So many sentences at the end of a text may tell who wrote it.
const FOOT: usize = 4;
/// A line about the author has its verb within so many words of the name.
const TO_FOOT_VERB: usize = 24;

impl Resolver<'_, '_> {
    /// Whom a clause behind the reference at `number` names.
    pub(super) fn named_in_clause(&self, number: EventIndex) -> Option<Answer> {
        let view = self.view;
        let event = &self.events[number];
        let sentence = view.sentence_tokens(view.sentence_number(event.tokens.start));
        let reach = event.tokens.start + 1..sentence.end.min(event.tokens.start + TO_NAME);
        let name = reach.clone().find_map(|at| self.name_behind(at, &reach))?;
        let first = self.events.partition_point(|event| event.tokens.end <= name);
        let entity = self.events[first..]
            .iter()
            .take(4)
            .find_map(|event| match event.what {
                What::Name(entity) if event.tokens.contains(&name) => Some(entity),
                _ => None,
            })?;
        (self.register.entities[entity].kind == SpeakerKind::Person)
            .then(|| (Whom::Resolved(entity), vec![(None, Rule::NameFollows)]))
    }

    /// The first word of the name that the words at `at` lead in: `goes by`, `known as`, `calling herself`.
    fn name_behind(&self, at: usize, reach: &std::ops::Range<usize>) -> Option<usize> {
        let view = self.view;
        let before = |word: &str| at > reach.start && view.form(at - 1) == word;
        let told = |from: usize| (from..at).any(|at| WordSet::KnownAs.has(view.form(at)));
        let leads = match view.form(at) {
            "by" => ["goes", "go", "went", "going"].into_iter().any(before),
            "as" => told(at.saturating_sub(TO_AS).max(reach.start)),
            "himself" | "herself" | "themselves" => ["calls", "calling", "called"].into_iter().any(before),
            "called" | "nicknamed" | "dubbed" => before("be") || before("is") || before("was"),
            _ => false,
        };
        if !leads {
            return None;
        }
        let passed = |at: usize| {
            view.tokens.list[at].kind == TokenKind::Mark
                || matches!(view.form(at), "the" | "name" | "nickname" | "only" | "just")
        };
        let name = (at + 1..reach.end).find(|&at| !passed(at))?;
        (view.is_word(name) && view.is_capital(name)).then_some(name)
    }

    /// Whom `A:` means: who was spoken of most before the first answer.
    pub(super) fn answerer(&mut self) -> Answer {
        if self.interviewed.is_none() {
            let mut times: FxHashMap<EntityIndex, (usize, std::cmp::Reverse<usize>)> = FxHashMap::default();
            let people = self.past.iter().take(LOOKED_BACK).filter(|past| {
                self.register.entities[past.entity].kind == SpeakerKind::Person && past.quoted.is_none()
            });
            for (order, past) in people.enumerate() {
                times
                    .entry(past.entity)
                    .or_insert((0, std::cmp::Reverse(order)))
                    .0 += 1;
            }
            self.interviewed = times
                .into_iter()
                .max_by_key(|&(_, often)| often)
                .map(|(entity, _)| entity);
        }
        match self.interviewed {
            Some(entity) => {
                let seen = self.last_draft(entity);
                (Whom::Resolved(entity), vec![(seen, Rule::SpeakerGoesOn)])
            }
            None => (Whom::Nobody, Vec::new()),
        }
    }

    /// Who wrote the text, as far as it speaks of them.
    pub(in crate::speakers) fn writer(&self) -> Option<EntityIndex> {
        self.author.or_else(|| self.author_at_foot())
    }

    /// Who is told of at the foot of a text that no byline signs: `Ada Lund is a nurse in Holm.`
    pub(super) fn author_at_foot(&self) -> Option<EntityIndex> {
        let view = self.view;
        if self.author_name.is_some() {
            return None;
        }
        let last = view.len().checked_sub(1)?;
        let foot = view.sentence_number(last).saturating_sub(FOOT);
        let mut closing = self
            .events
            .iter()
            .rev()
            .take(WINDOW)
            .take_while(|event| view.sentence_number(event.tokens.start) >= foot);
        let event = closing.find(|event| {
            let sentence = view.sentence_tokens(view.sentence_number(event.tokens.start));
            let opens =
                event.tokens.start == sentence.start && event.quoted.is_none() && event.source_of.is_empty();
            let told = (event.tokens.end..sentence.end)
                .take(TO_FOOT_VERB)
                .find(|&at| view.is_verb(at))
                .is_some_and(|at| WordSet::FootVerb.has(view.form(at)));
            opens && told && view.block(event.tokens.start) > LEAD
        })?;
        match event.what {
            What::Name(entity) if self.register.entities[entity].kind == SpeakerKind::Person => Some(entity),
            _ => None,
        }
    }
}
