//! Pronouns: by syntax, number and gender, and by salience.

use super::salience::{GUESSED, WINDOW, own_start};
use super::{Answer, Resolver, Whom};
use crate::article::{Rule, SpeakerKind};
use crate::lexicon::{self, WordClass, WordSet};
use crate::speakers::entities::entity::SURE;
use crate::speakers::mentions::detect::{EventIndex, What};
use crate::speakers::mentions::phrase::{self, Phrase};
use crate::speakers::words::{self, Gender};

/// What it takes from a country to be `it` beside companies, boards and papers.
const ABROAD: i32 = -20;

/// What it gives a text to be `it` where texts are likely, and takes where bodies are.
const READS: i32 = 20;

/// From so much evidence on, somebody's gender is more than unknown.
const HINTED: i32 = 8;

/// What a pronoun that was clear tells of its person's gender.
const LEARNT: i32 = 20;

/// The people that `they` stands for are looked for in so many words before it: a sentence that never ends and has a
/// `they` in every line would be walked back to its start from each.
const PLURAL_BEFORE: usize = 100;

impl<'a, 'b> Resolver<'a, 'b> {
    pub(super) fn pronoun(&mut self, number: EventIndex, at: usize) -> Answer {
        let form = self.view.form(at);
        match form {
            _ if lexicon::is_he(form) => self.person(number, 1),
            _ if lexicon::is_she(form) => self.person(number, -1),
            "it" | "its" | "itself" => self.body(number),
            "they" | "them" | "their" | "themselves" => self.several(number),
            "each" | "both" => self.several(number),
            "i" | "me" | "my" => self.first_person(number, at),
            // of a text that nobody signs
            "we" if self.author_name.is_none() && self.events[number].quoted.is_none() => {
                self.first_person(number, at)
            }
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
    fn person(&mut self, number: EventIndex, gender: Gender) -> Answer {
        if let Some(answer) = self.forward(number, gender) {
            return answer;
        }
        let candidates = self.candidates(number, |entity| {
            let fits = match entity.kind {
                SpeakerKind::Person => 0,
                SpeakerKind::Unnamed => -18,
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
                evidence.min(60) / 2 + if evidence >= HINTED { HINTED } else { 0 }
            };
            let unsure = match entity.kind_sure {
                true => 0,
                false if entity.only_lies() => return None,
                false => -8,
            };
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

    fn body(&mut self, number: EventIndex) -> Answer {
        if self.events[number].source_of.is_empty() {
            return (Whom::Nobody, Vec::new());
        }
        let text = if self.tells(number) { READS } else { -READS };
        let candidates = self.candidates(number, |entity| match entity.kind {
            SpeakerKind::Organization if entity.plural => None,
            _ if entity.only_lies() => Some(-40),
            SpeakerKind::Organization if entity.place.is_some() => Some(ABROAD),
            SpeakerKind::Organization => Some(if entity.kind_sure { 0 } else { -10 }),
            SpeakerKind::Document => Some(text),
            SpeakerKind::Person if !entity.kind_sure && entity.gender.abs() < GUESSED => Some(-14),
            _ => None,
        });
        let answer = self.choose(number, &candidates);
        self.learn_kind(&answer, SpeakerKind::Organization);
        answer
    }

    /// Whether the event at `number` does what texts do rather than bodies: `it reads`.
    fn tells(&self, number: EventIndex) -> bool {
        let view = self.view;
        let mut cues = self.events[number]
            .source_of
            .iter()
            .filter_map(|&quotation| self.quotations[quotation].cue);
        cues.any(|cue| {
            let verb = view.tokens.within(cue).next_back();
            verb.is_some_and(|verb| WordSet::TextVerb.has(view.form(verb)))
        })
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
    fn later(&self, number: EventIndex, gender: Gender) -> Option<Answer> {
        let sentence = self.view.sentence_number(self.events[number].tokens.start);
        let own = self.own_content(&self.events[number]);
        let entity = self
            .events_after(number)
            .take(WINDOW / 4)
            .take_while(|event| self.view.sentence_number(event.tokens.start) <= sentence + 2)
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

    fn several(&mut self, number: EventIndex) -> Answer {
        if self.events[number].source_of.is_empty() {
            return (Whom::Nobody, Vec::new());
        }
        let candidates = self.candidates(number, |entity| match entity.kind {
            SpeakerKind::Group => Some(10),
            _ if entity.only_lies() => Some(-50),
            SpeakerKind::Document if entity.plural => Some(-10),
            SpeakerKind::Organization => Some(-15),
            SpeakerKind::Person if !entity.kind_sure && entity.gender.abs() < GUESSED => Some(-25),
            _ => None,
        });
        let sentence = self.view.sentence_number(self.events[number].tokens.start);
        let near = candidates
            .first()
            .is_some_and(|first| first.past.sentence == sentence);
        if let Some((phrase, end)) = self.subject_before(number) {
            return self.describe(number, &phrase, end).1;
        }
        match self.plural_before(number).filter(|_| !near) {
            Some(phrase) => self.describe(number, &phrase, phrase.head + 1).1,
            // `Robin Lund conducts. They ...`: one person, where nobody else can be meant
            None if candidates.is_empty() => {
                let one = self.candidates(number, |entity| {
                    let fits = entity.kind == SpeakerKind::Person && entity.gender.abs() < SURE;
                    fits.then_some(-entity.gender.abs())
                });
                self.choose(number, &one)
            }
            None => self.choose(number, &candidates),
        }
    }

    /// The people who are the subject of the sentence before and were not told of so far: `The owners disagree. They ...`,
    /// `Two owners disagree. "It is late," they said.`
    fn subject_before(&self, number: EventIndex) -> Option<(Phrase, usize)> {
        let view = self.view;
        let at = self.events[number].tokens.start;
        let own = self.own_content(&self.events[number]);
        let first = own_start(view, &own, at).unwrap_or(at);
        let sentence = view.sentence_number(first);
        let before = sentence.checked_sub(1)?;
        let start = view.sentence_tokens(before).start;
        let opening = view.sentence_tokens(sentence).start..first;
        // one's own words, with their marks, may stand before
        let opens = opening.clone().all(|at| view.class(at) == WordClass::Sign);
        if !opens || at - opening.start > PLURAL_BEFORE {
            return None;
        }
        let told = self.events[..number.0]
            .iter()
            .enumerate()
            .rev()
            .take(WINDOW)
            .take_while(|(_, event)| event.tokens.start >= start)
            .find(|(_, event)| event.tokens.start == start && event.subject && event.quoted.is_none());
        let (phrase, end) = match told {
            Some((index, event)) => {
                let What::Phrase(phrase, _) = &event.what else {
                    return None;
                };
                let free = self.draft_of_event[index].is_none();
                let end = event.tokens.end.max(phrase.head + 1);
                free.then(|| (phrase.clone(), end))?
            }
            None => self.counted_subject(start)?,
        };
        let plural = words::noun(view.form(phrase.head)).is_some_and(|noun| noun.plural);
        plural.then_some((phrase, end))
    }

    /// People at the head of a sentence of whom nothing was said: `Two sailors swam ashore.`, `Nurses at the clinic left.`
    fn counted_subject(&self, start: usize) -> Option<(Phrase, usize)> {
        let view = self.view;
        let plain = words::noun(view.form(start)).is_some_and(|noun| noun.plural);
        if view.class(start) != WordClass::Number && !plain {
            return None;
        }
        let sentence = view.sentence_tokens(view.sentence_number(start));
        let phrase = phrase::parse(view, start, sentence.end)?;
        let people = words::noun(view.form(phrase.head))
            .is_some_and(|noun| noun.plural && noun.kind != SpeakerKind::Document);
        let end = phrase.head + 1;
        let does = view.is_verb(end)
            || matches!(
                view.class(end),
                WordClass::Auxiliary | WordClass::Modal | WordClass::Preposition
            );
        (people && does).then_some((phrase, end))
    }

    /// The people or papers that a clause before `they` in its sentence speaks of: `If people object, they ...`
    fn plural_before(&self, number: EventIndex) -> Option<Phrase> {
        let view = self.view;
        let at = self.events[number].tokens.start;
        let sentence = view.sentence_tokens(view.sentence_number(at));
        let floor = sentence.start.max(at.saturating_sub(PLURAL_BEFORE));
        let plural = |at: &usize, document: bool| {
            if view.class(*at) != WordClass::Noun {
                return false;
            }
            let noun = words::noun(view.form(*at));
            let in_s = document && view.form(*at).ends_with('s') && !view.form(*at).ends_with("sis");
            noun.is_some_and(|noun| (noun.plural || in_s) && (noun.kind == SpeakerKind::Document) == document)
        };
        let own = self.own_content(&self.events[number]);
        let said = |at: &usize| {
            let span = view.tokens.list[*at].span;
            own.iter().any(|content| content.contains(span))
        };
        let mut before = (floor..at).rev().filter(|at| !said(at));
        let head = before
            .clone()
            .find(|at| plural(at, false))
            .or_else(|| before.find(|at| plural(at, true)))?;
        let clause =
            (head + 1..at).any(|at| view.class(at) == WordClass::Subordinator || view.form(at) == ",");
        let first = (floor..head)
            .rev()
            .take_while(|&at| {
                view.is_nominal(at) || matches!(view.class(at), WordClass::Determiner | WordClass::Possessive)
            })
            .last()
            .unwrap_or(head);
        clause.then(|| phrase::parse(view, first, head + 1)).flatten()
    }

    /// `I`: the author outside quotation marks, the speaker of the quotation inside them.
    fn first_person(&mut self, number: EventIndex, at: usize) -> Answer {
        let event = &self.events[number];
        let offset = self.view.tokens.list[at].span;
        if event.quoted.is_some() {
            let around = self.past.iter().rev().take(WINDOW).find(|past| {
                past.source && {
                    let said = self.events[past.event].source_of.iter();
                    said.map(|&quotation| &self.quotations[quotation])
                        .any(|quotation| quotation.says(offset))
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
        self.author = self.author.or_else(|| self.author_at_foot());
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
    fn forward(&self, number: EventIndex, gender: Gender) -> Option<Answer> {
        let view = self.view;
        let event = &self.events[number];
        let sentence = view.sentence_tokens(view.sentence_number(event.tokens.start));
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
        let next = self
            .events_after(number)
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
}
