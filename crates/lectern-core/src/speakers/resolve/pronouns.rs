//! Pronouns: by salience, syntax, number and gender.

use super::{Answer, Past, Resolver, Whom};
use crate::order;
use crate::span::Span;
use crate::speakers::phrase::{self, Phrase};
use crate::speakers::register::{Entity, SURE};
use crate::speakers::roles::Way;
use crate::speakers::scene::{Event, What};
use crate::speakers::view::View;
use crate::speakers::words::{self, Gender};
use crate::speakers::{Rule, SpeakerKind};
use crate::tokens::WordClass;

/// References further back than this are not looked at, however short the sentences.
const WINDOW: usize = 80;
/// Sentences further back than this are not looked at.
const REACH: usize = 9;
/// Closer scores than this are told apart by nobody.
const MARGIN: i32 = 14;
/// Below this nothing speaks for anybody.
const LEAST: i32 = 0;

/// What it takes from somebody to be named or meant in the very words whose speaker is asked for.
const NAMED_BY_SPEAKER: i32 = 30;
/// Gender that only the ending of a word tells, and that a body's name may have as well.
const GUESSED: i32 = 12;
/// What it takes from somebody to be known for another part than the one that is asked for.
const OTHER_PART: i32 = 30;
/// What it gives to be introduced in the sentence before.
const INTRODUCED: i32 = 20;
/// What a pronoun that was clear tells of its person's gender.
const LEARNT: i32 = 20;

/// Score of a sentence that lies so many sentences back.
const NEARNESS: [i32; REACH + 1] = [62, 50, 36, 27, 20, 14, 9, 5, 2, 0];

#[derive(Clone, Copy, Debug)]
struct Candidate {
    entity: usize,
    score: i32,
    past: Past,
}

impl<'a, 'b> Resolver<'a, 'b> {
    pub(super) fn pronoun(&mut self, number: usize, at: usize) -> Answer {
        let form = self.view.form(at);
        match form {
            "he" | "him" | "his" | "himself" => self.person(number, 1),
            "she" | "her" | "hers" | "herself" => self.person(number, -1),
            "it" | "its" | "itself" => self.body(number),
            "they" | "them" | "their" | "themselves" | "each" | "both" => self.several(number),
            "i" | "me" | "my" => self.first_person(number, at),
            _ => {
                let plural = matches!(form, "we" | "us" | "our");
                let kind = if plural {
                    SpeakerKind::Group
                } else {
                    SpeakerKind::Unnamed
                };
                let tokens = self.events[number].tokens.clone();
                self.own_words(tokens, kind, plural)
            }
        }
    }

    /// `he`, `she` and their forms.
    fn person(&mut self, number: usize, gender: Gender) -> Answer {
        if let Some(answer) = self.forward(number, gender) {
            return answer;
        }
        let candidates = self.candidates(number, |entity| {
            let fits = match entity.kind {
                SpeakerKind::Person => 0,
                SpeakerKind::Unnamed => -12,
                SpeakerKind::Organization if !entity.kind_sure => -40,
                _ => return None,
            };
            let evidence = entity.gender * gender;
            if evidence <= -SURE {
                return None;
            }
            let by_gender = if evidence < 0 {
                evidence * 3
            } else {
                evidence.min(60) / 2
            };
            let unsure = if entity.kind_sure { 0 } else { -14 };
            Some(fits + by_gender + unsure)
        });
        let mut answer = self.choose(number, &candidates);
        if candidates.is_empty() {
            answer = self.later(number, gender).unwrap_or(answer);
        }
        if let Whom::Resolved(entity) = answer.0 {
            // what was clear tells of what follows
            let known = &mut self.register.entities[entity];
            if known.gender.abs() < SURE {
                known.gender = (known.gender + gender * LEARNT).clamp(1 - SURE, SURE - 1);
            }
        }
        answer
    }

    fn body(&mut self, number: usize) -> Answer {
        if self.events[number].source_of.is_empty() {
            return (Whom::Nobody, Vec::new());
        }
        let candidates = self.candidates(number, |entity| match entity.kind {
            SpeakerKind::Organization if entity.plural => None,
            _ if entity.place => Some(-40),
            SpeakerKind::Organization => Some(if entity.kind_sure { 0 } else { -10 }),
            SpeakerKind::Document => Some(-5),
            SpeakerKind::Person if !entity.kind_sure && entity.gender.abs() < GUESSED => Some(-14),
            _ => None,
        });
        let answer = self.choose(number, &candidates);
        self.learn_kind(&answer, SpeakerKind::Organization);
        answer
    }

    /// What a name of unknown kind is, once a pronoun told.
    pub(super) fn learn_kind(&mut self, answer: &Answer, kind: SpeakerKind) {
        if let Whom::Resolved(entity) = answer.0 {
            let known = &mut self.register.entities[entity];
            if !known.kind_sure && known.gender.abs() < GUESSED {
                known.kind = kind;
                known.kind_sure = true;
            }
        }
    }

    /// Nobody was named yet: the first person named soon after.
    fn later(&self, number: usize, gender: Gender) -> Option<Answer> {
        let sentence = self.view.sentence(self.events[number].tokens.start);
        let own = self.own_content(&self.events[number]);
        let entity = self.events[number + 1..]
            .iter()
            .take(WINDOW / 4)
            .take_while(|event| self.view.sentence(event.tokens.start) <= sentence + 2)
            .filter(|event| {
                let span = self.view.tokens.list[event.tokens.start].span;
                event.quoted.is_none() && !own.iter().any(|content| content.contains(span))
            })
            .find_map(|event| match event.what {
                What::Name(entity) => Some(entity),
                _ => None,
            })?;
        let known = &self.register.entities[entity];
        let fits = known.kind == SpeakerKind::Person && known.gender * gender >= 0;
        fits.then(|| (Whom::Resolved(entity), vec![(None, Rule::NameFollows)]))
    }

    fn several(&mut self, number: usize) -> Answer {
        if self.events[number].source_of.is_empty() {
            return (Whom::Nobody, Vec::new());
        }
        let candidates = self.candidates(number, |entity| match entity.kind {
            SpeakerKind::Group => Some(10),
            _ if entity.place => Some(-50),
            SpeakerKind::Document if entity.plural => Some(-10),
            SpeakerKind::Organization => Some(-15),
            SpeakerKind::Person if !entity.kind_sure && entity.gender.abs() < GUESSED => Some(-25),
            _ => None,
        });
        let sentence = self.view.sentence(self.events[number].tokens.start);
        let near = candidates
            .first()
            .is_some_and(|first| first.past.sentence == sentence);
        match self.plural_before(number).filter(|_| !near) {
            Some(phrase) => self.describe(number, &phrase, phrase.head + 1).1,
            None => self.choose(number, &candidates),
        }
    }

    /// The people or papers that a clause before `they` in its sentence speaks of: `If people object, they ...`
    fn plural_before(&self, number: usize) -> Option<Phrase> {
        let view = self.view;
        let at = self.events[number].tokens.start;
        let sentence = view.sentence_range(view.sentence(at));
        let plural = |at: &usize, document: bool| {
            let noun = words::noun(view.form(*at)).filter(|_| view.class(*at) == WordClass::Noun);
            let in_s = document && view.form(*at).ends_with('s') && !view.form(*at).ends_with("sis");
            noun.is_some_and(|noun| (noun.plural || in_s) && (noun.kind == SpeakerKind::Document) == document)
        };
        let own = self.own_content(&self.events[number]);
        let said = |at: &usize| {
            let span = view.tokens.list[*at].span;
            own.iter().any(|content| content.contains(span))
        };
        let mut before = (sentence.start..at).rev().filter(|at| !said(at));
        let head = before
            .clone()
            .find(|at| plural(at, false))
            .or_else(|| before.find(|at| plural(at, true)))?;
        let clause =
            (head + 1..at).any(|at| view.class(at) == WordClass::Subordinator || view.form(at) == ",");
        let first = (sentence.start..head)
            .rev()
            .take_while(|&at| {
                view.is_nominal(at) || matches!(view.class(at), WordClass::Determiner | WordClass::Possessive)
            })
            .last()
            .unwrap_or(head);
        clause.then(|| phrase::parse(view, first, head + 1)).flatten()
    }

    /// `I`: the author outside quotation marks, the speaker of the quotation inside them.
    fn first_person(&mut self, number: usize, at: usize) -> Answer {
        let event = &self.events[number];
        let offset = self.view.tokens.list[at].span;
        if event.quoted.is_some() {
            let around = self.past.iter().rev().take(WINDOW).find(|past| {
                past.source && {
                    self.own_content(&self.events[past.event])
                        .iter()
                        .any(|content| content.contains(offset))
                }
            });
            if let Some(past) = around {
                return (
                    Whom::Resolved(past.entity),
                    vec![(Some(past.draft), Rule::SpeakerGoesOn)],
                );
            }
            return (Whom::Nobody, Vec::new());
        }
        let entity = match self.author {
            Some(author) => author,
            None => {
                let named = self.author_name.clone();
                let kind = if named.is_some() {
                    SpeakerKind::Person
                } else {
                    SpeakerKind::Unnamed
                };
                let name = named.unwrap_or_else(|| "author".to_owned());
                let author = self.make(event.tokens.clone(), name, kind, false);
                self.author = Some(author);
                author
            }
        };
        (Whom::Resolved(entity), Vec::new())
    }

    /// `In his speech, President Lund ...`: a pronoun in what leads in a sentence points forward to its subject.
    fn forward(&self, number: usize, gender: Gender) -> Option<Answer> {
        let view = self.view;
        let event = &self.events[number];
        let sentence = view.sentence_range(view.sentence(event.tokens.start));
        let leads_in = matches!(
            view.class(sentence.start),
            WordClass::Preposition | WordClass::Subordinator | WordClass::VerbGerund | WordClass::VerbPast
        ) || matches!(
            view.form(sentence.start),
            "asked" | "while" | "during" | "like" | "as"
        );
        if !leads_in || event.tokens.start > sentence.start + 8 {
            return None;
        }
        let comma = (event.tokens.end..sentence.end).find(|&at| view.form(at) == ",")?;
        let next = self.events[number + 1..]
            .iter()
            .take(8)
            .take_while(|event| event.tokens.start < sentence.end)
            .find(|event| event.tokens.end > comma)?;
        // only what lies between comma and name may be its title
        let direct = (comma + 1..next.tokens.start).all(|at| {
            view.is_nominal(at) || view.is_owner_mark(at) || view.class(at) == WordClass::Determiner
        });
        let What::Name(entity) = next.what else {
            return None;
        };
        let known = &self.register.entities[entity];
        let fits = known.kind == SpeakerKind::Person && known.gender * gender >= 0;
        (direct && fits && next.subject).then(|| {
            let seen = self.last_draft(entity);
            (Whom::Resolved(entity), vec![(seen, Rule::NameFollows)])
        })
    }

    /// Everybody in reach whom `fits` lets in, with the best score of each, best first.
    fn candidates(&self, number: usize, fits: impl Fn(&Entity<'a>) -> Option<i32>) -> Vec<Candidate> {
        let view = self.view;
        let event = &self.events[number];
        let at = event.tokens.start;
        // one's own words before the pronoun put nobody farther away
        let own = self.own_content(event);
        let said = own_start(view, &own, at);
        let sentence = view.sentence(said.unwrap_or(at));
        let block = view.block(at);
        let mut best: Vec<Candidate> = Vec::new();
        let is_source = !event.source_of.is_empty();
        let object = view.form(at) == "him" || view.form(at) == "her" && view.class(at) == WordClass::Pronoun;
        let said_before = own
            .iter()
            .any(|content| content.start() < view.tokens.list[at].span.start());
        let mut last_source = is_source && said_before;
        let spoken_of = self.spoken_of(event, &own);
        let meant = self.meant(event, &own);
        for past in self.past.iter().rev().take(WINDOW) {
            let back = sentence.saturating_sub(past.sentence);
            if back > REACH {
                break;
            }
            let span = view.tokens.list[past.at].span;
            if own.iter().any(|content| content.contains(span)) {
                continue;
            }
            let entity = &self.register.entities[past.entity];
            let Some(mut score) = fits(entity) else {
                continue;
            };
            if object && back == 0 && past.subject {
                // `Lund thanked her`: somebody else
                continue;
            }
            if past.source && last_source {
                score += 16;
                last_source = false;
            }
            if past.subject && event.subject && back == 1 && view.block(past.at) == block {
                score += 20;
            }
            score += NEARNESS[back];
            score += if past.subject { 16 } else { 0 };
            score += if past.source { 14 } else { 0 };
            score -= if past.modifier { 14 } else { 0 };
            score += if view.block(past.at) == block { 8 } else { 0 };
            score += entity.count.min(8);
            if past.quoted.is_some() && past.quoted != event.quoted {
                score -= 30;
            }
            if spoken_of.contains(&past.entity)
                || is_source && past.quoted.is_none() && meant.contains(&past.entity)
            {
                score -= NAMED_BY_SPEAKER;
            }
            if is_source && back == 1 && self.is_introduced(past, entity) {
                score += INTRODUCED;
            }
            match best.iter_mut().find(|known| known.entity == past.entity) {
                Some(known) if known.score >= score => {}
                Some(known) => {
                    known.score = score;
                    known.past = *past;
                }
                None => best.push(Candidate {
                    entity: past.entity,
                    score,
                    past: *past,
                }),
            }
        }
        order::by_key(&mut best, |candidate| (-candidate.score, candidate.entity));
        best
    }

    /// Who is named inside the marks of what an event is the source of: hardly ever the speaker.
    fn spoken_of(&self, event: &Event, own: &[Span]) -> Vec<usize> {
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
            && entity.roles.iter().any(|role| role.words.start == past.end + 1)
    }

    /// Whom `he` and `she` inside the marks of what an event is the source of mean: somebody else, as far as one can
    /// tell who.
    fn meant(&self, event: &Event, own: &[Span]) -> Vec<usize> {
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

    fn choose(&self, number: usize, candidates: &[Candidate]) -> Answer {
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
        let sentence_of = |draft: usize| self.view.sentence(self.drafts[draft].tokens.start);
        let here = self.view.sentence(self.events[number].tokens.start);
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
        let meal = |at: usize| {
            matches!(
                view.form(at),
                "lunch" | "dinner" | "breakfast" | "coffee" | "tea" | "drinks"
            )
        };
        let between = one.end..two.at;
        let met = matches!(view.form(one.end), "met" | "meets" | "visited");
        between.len() <= 12
            && (met && between.len() <= 4
                || between.clone().any(meal) && view.form(two.at.max(1) - 1) == "with")
    }

    /// The body most spoken of, for `the agency`.
    pub(super) fn salient_body(&self, number: usize) -> Option<Past> {
        let candidates = self.candidates(number, |entity| match entity.kind {
            _ if entity.place || entity.plural => None,
            SpeakerKind::Organization => Some(0),
            _ if !entity.kind_sure && entity.gender.abs() < GUESSED => Some(-6),
            _ => None,
        });
        candidates.first().map(|first| first.past)
    }

    /// The best person in reach when a description fits nobody's role but stands for a person.
    pub(super) fn salient_person(
        &self,
        number: usize,
        part: Option<usize>,
        gender: Gender,
    ) -> Option<(usize, usize)> {
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
        let least = if candidates.len() == 1 { 44 } else { 60 };
        (clear && first.score > least).then_some((first.entity, first.past.draft))
    }
}

/// The token where content that was said before token `at` starts.
fn own_start(view: View<'_>, own: &[Span], at: usize) -> Option<usize> {
    let first = own
        .iter()
        .map(|content| view.tokens.within(*content).start)
        .min()?;
    (first < at && view.block(first) == view.block(at)).then_some(first)
}
