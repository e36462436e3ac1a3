//! Who is likeliest to be meant: by nearness, syntax and what is known of everybody in reach.

use super::{Answer, DraftIndex, Past, Resolver, Whom};
use crate::article::{Rule, Span, SpeakerKind};
use crate::lexicon::{WordClass, WordSet};
use crate::speakers::entities::entity::{Entity, EntityIndex};
use crate::speakers::mentions::detect::{Event, EventIndex, What};
use crate::speakers::mentions::roles::Way;
use crate::speakers::view::View;
use crate::speakers::words::{self, Gender};
use crate::text::order;

/// References further back than this are not looked at, however short the sentences.
pub(super) const WINDOW: usize = 80;
/// Sentences further back than this are not looked at.
const REACH: usize = 9;
/// Closer scores than this are told apart by nobody.
const MARGIN: i32 = 14;
/// Below this nothing speaks for anybody.
const LEAST: i32 = 0;

/// What it takes from somebody to be named or meant in the very words whose speaker is asked for.
const NAMED_BY_SPEAKER: i32 = 30;
/// What it gives to be named in the words that lead in what is said with a colon.
const LED_IN: i32 = 45;
/// Gender that only the ending of a word tells, and that a body's name may have as well.
pub(super) const GUESSED: i32 = 12;
/// What it takes from somebody to be known for another part than the one that is asked for.
const OTHER_PART: i32 = 30;
/// What it gives to be the source of the sentence before a paragraph that opens with what is said.
const SPEAKS_ON: i32 = 16;
/// Whoever is meant by a description that fits nobody's part has more than that.
const LEAST_SALIENT: i32 = 44;
/// What it gives to be introduced in the sentence before.
const INTRODUCED: i32 = 20;

/// What each naming of a body gives it where `the company` is asked for.
const OFTEN_NAMED: i32 = 2;
/// What it takes from a name that may be a person's where a body is asked for.
const UNKNOWN_KIND: i32 = -20;

/// Score of a sentence that lies so many sentences back.
const NEARNESS: [i32; REACH + 1] = [62, 50, 36, 27, 20, 14, 9, 5, 2, 0];

#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) entity: EntityIndex,
    pub(super) score: i32,
    pub(super) past: Past,
}

/// What the event whose referent is asked for tells of it.
struct Asked<'e> {
    event: &'e Event,
    /// What is said by the one who is asked for.
    own: Vec<Span>,
    /// The sentence that nearness is counted from: one's own words before the pronoun put nobody farther away.
    sentence: usize,
    block: usize,
    /// Whether it is the source of something.
    is_source: bool,
    /// Whether something of it was said before.
    said_before: bool,
    /// Whether what is said opens its paragraph.
    opens: bool,
    /// `him`, `her`: somebody else than the subject.
    is_object: bool,
    /// `The auditor, Ada Lund, was short: "No," she said`.
    is_led_in: bool,
    /// Named, or meant by `he` and `she`, in what it says.
    spoken_of: Vec<EntityIndex>,
    meant: Vec<EntityIndex>,
}

impl<'a, 'b> Resolver<'a, 'b> {
    /// Everybody in reach whom `fits` lets in, with the best score of each, best first.
    pub(super) fn candidates(
        &self,
        number: EventIndex,
        fits: impl Fn(&Entity<'a>) -> Option<i32>,
    ) -> Vec<Candidate> {
        let asked = self.asked(&self.events[number]);
        let mut best: Vec<Candidate> = Vec::new();
        let mut last_source = asked.is_source && asked.said_before;
        for past in self.past.iter().rev().take(WINDOW) {
            let back = asked.sentence.saturating_sub(past.sentence);
            if back > REACH {
                break;
            }
            let entity = &self.register.entities[past.entity];
            if !self.may_be(&asked, past, back) {
                continue;
            }
            let Some(fit) = fits(entity) else {
                continue;
            };
            let mut score = fit + self.weight(&asked, past, back) + entity.count.min(8);
            if past.source && last_source {
                score += 16;
                last_source = false;
            }
            if asked.opens && back == 1 && past.source && past.quoted.is_none() {
                score += SPEAKS_ON;
            }
            if asked.is_source && back == 1 && self.is_introduced(past, entity) {
                score += INTRODUCED;
                score += if asked.opens { SPEAKS_ON } else { 0 };
            }
            let candidate = Candidate {
                entity: past.entity,
                score,
                past: *past,
            };
            match best.iter_mut().find(|known| known.entity == past.entity) {
                Some(known) if known.score >= score => {}
                Some(known) => *known = candidate,
                None => best.push(candidate),
            }
        }
        order::by_key(&mut best, |candidate| (-candidate.score, candidate.entity));
        best
    }

    fn asked<'e>(&self, event: &'e Event) -> Asked<'e> {
        let view = self.view;
        let at = event.tokens.start;
        let own = self.own_content(event);
        let said = own_start(view, &own, at);
        Asked {
            event,
            sentence: view.sentence_number(said.unwrap_or(at)),
            block: view.block(at),
            is_source: !event.source_of.is_empty(),
            said_before: own
                .iter()
                .any(|content| content.start() < view.tokens.list[at].span.start()),
            opens: said.is_some_and(|said| said == 0 || view.block(said - 1) != view.block(said)),
            is_object: view.form(at) == "him"
                || view.form(at) == "her" && view.class(at) == WordClass::Pronoun,
            is_led_in: said.is_some_and(|said| (said.saturating_sub(2)..said).any(|at| view.form(at) == ":")),
            spoken_of: self.spoken_of(event, &own),
            meant: self.meant(event, &own),
            own,
        }
    }

    /// Whether an earlier reference, so many sentences back, is to somebody who can be asked for.
    fn may_be(&self, asked: &Asked<'_>, past: &Past, back: usize) -> bool {
        let span = self.view.tokens.list[past.at].span;
        let is_in_own_words = asked.own.iter().any(|content| content.contains(span));
        // whoever says `I` in a text is not `he` in it
        let is_author = self.author == Some(past.entity);
        // `Lund thanked her`: somebody else
        let is_its_subject = asked.is_object && back == 0 && past.subject;
        !is_in_own_words && !is_author && !is_its_subject
    }

    /// What speaks for an earlier reference by where and how it stands.
    fn weight(&self, asked: &Asked<'_>, past: &Past, back: usize) -> i32 {
        let is_near = self.view.block(past.at) == asked.block;
        let is_outside = past.quoted.is_none();
        let goes_on = past.subject && asked.event.subject && back == 1 && is_near;
        let is_in_others_words = !is_outside && past.quoted != asked.event.quoted;
        // companies speak of themselves by name
        let is_spoken_of = self.register.entities[past.entity].kind == SpeakerKind::Person
            && (asked.spoken_of.contains(&past.entity)
                || asked.is_source && is_outside && asked.meant.contains(&past.entity));
        let signs = [
            (goes_on, 20),
            (asked.is_led_in && back == 0 && is_outside, LED_IN),
            (past.subject, 16),
            (past.source, 14),
            (past.modifier, -14),
            (is_near, 8),
            (is_in_others_words, -30),
            (is_spoken_of, -NAMED_BY_SPEAKER),
        ];
        let weights = signs
            .iter()
            .map(|&(holds, weight)| if holds { weight } else { 0 });
        NEARNESS[back] + weights.sum::<i32>()
    }

    /// Who is named inside the marks of what an event is the source of: hardly ever the speaker.
    fn spoken_of(&self, event: &Event, own: &[Span]) -> Vec<EntityIndex> {
        let mut named = Vec::new();
        for content in own {
            let tokens = self.view.tokens.within(*content);
            let first = self
                .events
                .partition_point(|event| event.tokens.start < tokens.start);
            let inside = self.events[first..]
                .iter()
                .take(WINDOW)
                .take_while(|other| other.tokens.start < tokens.end)
                .filter(|other| other.quoted.is_some() && other.quoted != event.quoted);
            named.extend(inside.filter_map(|other| match other.what {
                What::Name(entity) => Some(entity),
                _ => None,
            }));
        }
        named
    }

    /// Whether a reference is the first to somebody, with what tells who it is behind it: `Ada Lund, a judge,`
    fn is_introduced(&self, past: &Past, entity: &Entity<'a>) -> bool {
        past.at == entity.first
            && self.view.form(past.end) == ","
            && (entity.parts.len() > 1 && !is_joined(self.view, past.end + 1)
                || entity.roles.iter().any(|role| role.words.start == past.end + 1))
    }

    /// Whom `he` and `she` inside the marks of what an event is the source of mean: somebody else, as far as one can
    /// tell who.
    fn meant(&self, event: &Event, own: &[Span]) -> Vec<EntityIndex> {
        // who spoke just before is as likely to go on as to be spoken of
        let goes_on = |past: &Past| {
            let from = self.drafts[past.draft]
                .because
                .first()
                .and_then(|&(draft, _)| draft);
            let mut recent = self.past.iter().rev().take(WINDOW);
            recent.any(|past| Some(past.draft) == from && past.source)
        };
        let asked = self.view.form(event.tokens.start);
        let inside = |past: &&Past| {
            let span = self.view.tokens.list[past.at].span;
            past.quoted.is_some()
                && past.quoted != event.quoted
                && self.view.form(past.at) == asked
                && !goes_on(past)
                && own.iter().any(|content| content.contains(span))
        };
        let recent = self.past.iter().rev().take(WINDOW);
        recent.filter(inside).map(|past| past.entity).collect()
    }

    pub(super) fn choose(&self, number: EventIndex, candidates: &[Candidate]) -> Answer {
        let Some(first) = candidates.first().filter(|first| first.score > LEAST) else {
            return (Whom::Nobody, Vec::new());
        };
        let close: Vec<&Candidate> = candidates
            .iter()
            .take(3)
            .filter(|candidate| first.score - candidate.score < MARGIN)
            .collect();
        if close.len() > 1 {
            let steps = close
                .iter()
                .map(|candidate| (Some(candidate.past.draft), Rule::MostSalient))
                .collect();
            return (
                Whom::Ambiguous(close.iter().map(|candidate| candidate.entity).collect()),
                steps,
            );
        }
        if let Some(other) = candidates.get(1).filter(|other| self.have_met(first, other)) {
            return (
                Whom::Ambiguous(vec![first.entity, other.entity]),
                vec![
                    (Some(first.past.draft), Rule::MostSalient),
                    (Some(other.past.draft), Rule::MostSalient),
                ],
            );
        }
        let sentence_of = |draft: DraftIndex| self.view.sentence_number(self.drafts[draft].tokens.start);
        let here = self.view.sentence_number(self.events[number].tokens.start);
        let rule = if first.past.subject && sentence_of(first.past.draft) + 1 == here {
            Rule::SubjectBefore
        } else if first.past.subject && sentence_of(first.past.draft) == here {
            Rule::SubjectOfSentence
        } else if candidates.len() == 1 {
            Rule::OnlyCandidate
        } else {
            Rule::MostSalient
        };
        (Whom::Resolved(first.entity), vec![(Some(first.past.draft), rule)])
    }

    /// `Lund met Berg for lunch. She said`: neither of the two comes first.
    fn have_met(&self, first: &Candidate, other: &Candidate) -> bool {
        let (one, two) = (&first.past, &other.past);
        if one.sentence != two.sentence || !one.subject || two.subject || one.end > two.at || one.source {
            return false;
        }
        let view = self.view;
        let meal = |at: usize| WordSet::Meal.has(view.form(at));
        let between = one.end..two.at;
        let met = matches!(view.form(one.end), "met" | "meets" | "visited");
        between.len() <= 12
            && (met && between.len() <= 4
                || between.clone().any(meal) && view.form(two.at.max(1) - 1) == "with")
    }

    /// The body most spoken of, for `the agency`; a place that acts, for `the country`.
    pub(super) fn salient_body(&self, number: EventIndex, head: &str) -> Option<Past> {
        let realm = WordSet::Realm.has(head);
        let other = |entity: &Entity<'_>| {
            let mut parts = entity.parts.iter();
            WordSet::Commercial.has(head) && parts.any(|part| WordSet::Civic.has(part))
        };
        let candidates = self.candidates(number, |entity| match entity.kind {
            _ if other(entity) => None,
            _ if entity.only_lies() || entity.plural || entity.place.is_some() != realm => None,
            SpeakerKind::Organization => Some(OFTEN_NAMED * entity.count.min(10)),
            _ if !entity.kind_sure && entity.gender.abs() < GUESSED => Some(UNKNOWN_KIND),
            _ => None,
        });
        candidates.first().map(|first| first.past)
    }

    /// The best person in reach when a description fits nobody's role but stands for a person.
    pub(super) fn salient_person(
        &self,
        number: EventIndex,
        part: Option<usize>,
        gender: Gender,
    ) -> Option<(EntityIndex, DraftIndex)> {
        let view = self.view;
        let candidates = self.candidates(number, |entity| {
            let fits = entity.kind == SpeakerKind::Person && entity.gender * gender >= 0;
            let other_part = |at: usize| {
                words::noun(view.form(at)).is_some_and(|noun| !noun.kin)
                    && !matches!(view.form(at), "successor" | "predecessor")
                    && part.is_some_and(|part| !words::same_role(view.form(at), view.form(part)))
            };
            let elsewhere = entity
                .roles
                .iter()
                .filter(|role| role.way == Way::Noun)
                .filter_map(|role| role.head)
                .any(other_part);
            // a name of no known kind may be a body's
            let unsure = if entity.kind_sure || entity.gender != 0 {
                0
            } else {
                -14
            };
            fits.then_some(unsure - if elsewhere { OTHER_PART } else { 0 })
        });
        let first = candidates.first()?;
        let clear = candidates
            .get(1)
            .is_none_or(|second| first.score - second.score >= 2 * MARGIN);
        (clear && first.score > LEAST_SALIENT).then_some((first.entity, first.past.draft))
    }
}

/// Whether another clause starts: no apposition.
fn is_joined(view: View<'_>, at: usize) -> bool {
    view.class(at) == WordClass::Coordinator || view.form(at) == "but"
}

/// The token where content that was said before token `at` starts.
pub(super) fn own_start(view: View<'_>, own: &[Span], at: usize) -> Option<usize> {
    let first = own
        .iter()
        .map(|content| view.tokens.within(*content).start)
        .min()?;
    (first < at && view.block(first) == view.block(at)).then_some(first)
}
