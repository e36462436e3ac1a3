//! Offices that pass from one to another: `the new mayor`, `the outgoing mayor`, `her predecessor`.

use super::{Answer, Resolver, Whom};
use crate::article::{Rule, SpeakerKind};
use crate::lexicon::WordSet;
use crate::speakers::entities::entity::EntityIndex;
use crate::speakers::mentions::detect::EventIndex;
use crate::speakers::mentions::phrase::Phrase;

/// So many references back two people are looked for.
const RECENT: usize = 24;
/// Longer stretches tell of more than one turn.
const LONGEST: usize = 120;

/// Which of the two a description asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Before,
    After,
}

impl Resolver<'_, '_> {
    /// Whom a description means that tells one holder of an office from the next one.
    pub(super) fn in_turn(&self, number: EventIndex, phrase: &Phrase) -> Option<Answer> {
        let told = self.turn(phrase);
        if told.is_none() && !self.is_bare(phrase) {
            return None;
        }
        let (before, after) = self.turned(number)?;
        let turn = told.or_else(|| self.has_passed(phrase, before).then_some(Turn::After))?;
        let entity = if turn == Turn::Before { before } else { after };
        Some((
            Whom::Resolved(entity),
            vec![(self.last_draft(entity), Rule::SameRole)],
        ))
    }

    fn turn(&self, phrase: &Phrase) -> Option<Turn> {
        let view = self.view;
        let told = |at: usize| match view.form(at) {
            "new" | "incoming" => Some(Turn::After),
            "outgoing" | "departing" | "old" | "former" => Some(Turn::Before),
            _ => None,
        };
        match view.form(phrase.head) {
            "predecessor" => Some(Turn::Before),
            "successor" => Some(Turn::After),
            _ => (phrase.first..phrase.head).find_map(told),
        }
    }

    /// `the mayor`
    fn is_bare(&self, phrase: &Phrase) -> bool {
        let the = phrase.determiner.is_some_and(|at| self.view.form(at) == "the");
        the && phrase.first + 1 == phrase.head
    }

    /// Whether the office of `phrase` was named since `before` was, and nothing about it is still to come.
    fn has_passed(&self, phrase: &Phrase, before: EntityIndex) -> bool {
        let view = self.view;
        let start = self.register.entities[before].first.min(phrase.first);
        let since = start.max(phrase.first.saturating_sub(LONGEST))..phrase.first;
        since.clone().any(|at| view.form(at) == view.form(phrase.head))
            && !since
                .clone()
                .any(|at| matches!(view.form(at), "will" | "would" | "next" | "candidate"))
    }

    /// Who held an office before and who holds it after, when the text tells of two people and one turn.
    fn turned(&self, number: EventIndex) -> Option<(EntityIndex, EntityIndex)> {
        let view = self.view;
        let end = self.events[number].tokens.start;
        let mut people: Vec<(EntityIndex, usize)> = Vec::new();
        for past in self.past.iter().rev().take(RECENT) {
            let known = &self.register.entities[past.entity];
            // a single word that no list has may be a place
            let person = known.kind == SpeakerKind::Person && (known.kind_sure || known.parts.len() > 1);
            if !person || past.quoted.is_some() || end - past.at > LONGEST {
                continue;
            }
            match people.iter_mut().find(|(entity, _)| *entity == past.entity) {
                // the first mention counts
                Some((_, at)) => *at = past.at,
                None => people.push((past.entity, past.at)),
            }
        }
        let [one, other] = people.as_slice() else {
            return None;
        };
        let (first, second) = if one.1 < other.1 {
            (one, other)
        } else {
            (other, one)
        };
        let word = |at: usize| view.form(at);
        let by = |at: usize| word(at + 1) == "by";
        let turns = (first.1..end).find_map(|at| match word(at) {
            "replaced" | "succeeded" | "followed" if by(at) => Some(true),
            word if WordSet::Succession.has(word) => Some(false),
            "over" if word(at + 1) == "from" => Some(false),
            "place" if word(at + 1) == "of" => Some(false),
            "lost" if (at + 1..at + 5).any(|at| word(at) == "to") => Some(true),
            "successor" => Some(true),
            // not `her hands folded`
            "handed" | "hands" if view.is_verb(at) => Some(true),
            "way" if matches!(word(at + 1), "to" | "for") => Some(true),
            _ => None,
        });
        let until = (first.1.saturating_sub(6)..second.1).any(|at| word(at) == "until");
        let in_order = turns.or(until.then_some(true))?;
        Some(if in_order {
            (first.0, second.0)
        } else {
            (second.0, first.0)
        })
    }
}
