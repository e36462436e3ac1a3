//! Whether a trigger's frame fits what follows it.

use crate::article::ProposalKind;
use crate::lexicon::{WordClass, WordSet};
use crate::proposals::adjuncts;
use crate::proposals::lists::item_head;
use crate::proposals::triggers::file::{Slot, Trigger};
use crate::proposals::view::View;
use std::ops::Range;

/// A frame found in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    pub(crate) addressee: Option<Range<usize>>,
    /// The first token of the action.
    pub(crate) start: usize,
    /// How the action is told.
    pub(crate) slot: Slot,
    /// Whether `not` stands in the frame.
    pub(crate) negated: bool,
}

/// Beside its thing an addressee is short: `promised every tenant a roof`.
const LONGEST_PLAIN: usize = 6;

/// Addressees longer than this are none: the search for `to` has run away.
const LONGEST_ADDRESSEE: usize = 30;

/// A clause has its verb within so many words.
const LONGEST_SUBJECT: usize = 24;

impl Trigger {
    /// The first frame that fits what follows at `after`, before `limit`. In the passive the addressee is the subject.
    pub(crate) fn matches(
        &self,
        view: &View<'_>,
        after: usize,
        limit: usize,
        passive: bool,
    ) -> Option<Match> {
        let after = past_day(view, after, limit);
        self.frames.iter().find_map(|frame| {
            let frame = match (passive, frame.first()) {
                (true, Some(Slot::Addressee)) => &frame[1..],
                (true, _) => return None,
                (false, _) => frame,
            };
            fit(view, frame, after, limit, self.kind)
        })
    }
}

fn fit(view: &View<'_>, frame: &[Slot], after: usize, limit: usize, kind: ProposalKind) -> Option<Match> {
    let mut at = after;
    let mut found = Match {
        addressee: None,
        start: after,
        slot: Slot::Phrase,
        negated: false,
    };
    for (place, &slot) in frame.iter().enumerate() {
        at = match slot {
            Slot::Word(word) => {
                found.negated |= word == "not";
                let from = if matches!(word, "that" | "is" | "was") {
                    past_aside(view, at, limit)
                } else {
                    at
                };
                word_at(view, word, from, limit)? + 1
            }
            Slot::Addressee => {
                let end = addressee_end(view, at, limit, &frame[place + 1..], kind)?;
                // `gave the town 30 days to`: the town
                let counts =
                    |at: &usize| !matches!(view.class(*at), WordClass::Number | WordClass::Determiner);
                let who = (at..end).rev().find(counts).unwrap_or(at);
                found.addressee = Some(at..who + 1);
                end
            }
            action => {
                let start = action_start(view, action, at, limit, kind)?;
                found.start = start;
                found.slot = action;
                start
            }
        };
    }
    Some(found)
}

/// Past `Sunday`, `on Sunday` right after the trigger.
fn past_day(view: &View<'_>, at: usize, limit: usize) -> usize {
    let on = usize::from(view.form(at) == "on");
    let day = at + on;
    if day < limit && adjuncts::is_weekday(view, day) {
        return day + 1;
    }
    // `promised in March to`, `pledged at the summit to`
    let told = |at: &usize| {
        matches!(
            view.class(*at),
            WordClass::Name | WordClass::Noun | WordClass::Number | WordClass::Determiner
        )
    };
    let verb = matches!(
        view.class(at - 1),
        WordClass::VerbPast | WordClass::VerbPresent | WordClass::VerbGerund
    );
    let placed = verb && matches!(view.form(at), "in" | "at" | "last" | "before" | "after");
    (at + 1..limit.min(at + LONGEST_ADJUNCT))
        .find(|at| !told(at))
        .filter(|&end| placed && end > at + 1 && view.is_infinitive(end))
        .unwrap_or(at)
}

/// When and where something was said is told in so few words before what was said.
const LONGEST_ADJUNCT: usize = 5;

/// Where `word` stands from `at` on: at once, adverbs and opening marks passed over.
fn word_at(view: &View<'_>, word: &str, at: usize, limit: usize) -> Option<usize> {
    // `announced on Monday that`
    // `gave the town until May to`
    let dated = (word == "that" && view.class(at) == WordClass::Preposition
        || word == "to" && at > 0 && view.form(at - 1) == "until")
        && (at + 1..limit.min(at + 6)).any(|at| view.form(at) == word);
    let skips = |at: usize| {
        view.class(at) == WordClass::Adverb
            || view.is_mark(at)
            || dated
                && matches!(
                    view.class(at),
                    WordClass::Preposition
                        | WordClass::Name
                        | WordClass::Noun
                        | WordClass::Number
                        | WordClass::Determiner
                )
    };
    let place = (at..limit)
        .take(6)
        .find(|&at| !skips(at) || view.form(at) == word)?;
    (view.form(place) == word).then_some(place)
}

/// One past the addressee that begins at `at`: where the rest of the frame fits.
fn addressee_end(
    view: &View<'_>,
    at: usize,
    limit: usize,
    rest: &[Slot],
    kind: ProposalKind,
) -> Option<usize> {
    let begins = view.begins_phrase(at)
        || matches!(
            view.class(at),
            WordClass::Pronoun | WordClass::VerbPast | WordClass::VerbGerund
        );
    // `they want £55 to take it away`
    let money = view.class(at) == WordClass::Sign && !view.is_mark(at);
    if !begins
        || money
        || matches!(view.form(at), "that" | "what" | "who") && view.class(at) != WordClass::Determiner
    {
        return None;
    }
    let mut relative = false;
    for end in at + 1..limit.min(at + LONGEST_ADDRESSEE) {
        let fits = match rest.first() {
            Some(&Slot::Word("to")) => {
                view.class(end - 1) != WordClass::Negation
                    && !hangs_on_verb(view, end)
                    && (view.raw(end - 1) != "," || (at..end - 1).any(|at| view.raw(at) == ","))
                    && (view.is_infinitive(end)
                        || view.form(end) == "to"
                            && (view.raw(end + 1) == ":" || rest.get(1) == Some(&Slot::Gerund)))
                    && fit(view, rest, end, limit, kind).is_some()
            }
            Some(&Slot::Word(word)) => view.form(end) == word && fit(view, rest, end, limit, kind).is_some(),
            Some(&Slot::Clause) => view.form(end) == "that",
            // `promised tenants a new roof`: two phrases side by side
            Some(&Slot::Phrase) => {
                let plain =
                    end - at <= LONGEST_PLAIN && (at..end).all(|at| view.class(at) != WordClass::Preposition);
                let thing = matches!(
                    view.class(end - 1),
                    WordClass::Noun | WordClass::Name | WordClass::Pronoun | WordClass::VerbPresent
                );
                matches!(view.class(end), WordClass::Determiner | WordClass::Number) && plain && thing
            }
            // `let the young ones vote`
            Some(&Slot::Verb) => {
                let bare = view.class(end) == WordClass::VerbBase
                    || view.is_base(end) && view.class(end - 1) == WordClass::Pronoun;
                bare && view.class(end - 1) != WordClass::InfinitiveTo
            }
            _ => false,
        };
        if fits && !is_torn(view, at, end) {
            return Some(end);
        }
        relative |= matches!(view.form(end), "who" | "which");
        let breaks = match view.class(end) {
            WordClass::VerbPresent => !relative && view.verb(end).is_none_or(|verb| !verb.noun),
            WordClass::Modal | WordClass::Auxiliary => !relative,
            WordClass::VerbPast => !relative && view.class(end - 1) == WordClass::Pronoun,
            WordClass::Sign => {
                !(view.is_mark(end)
                    || matches!(
                        view.raw(end),
                        "," | "&" | "$" | "£" | "€" | "-" | "(" | ")" | "%" | "'"
                    ))
            }
            WordClass::Subordinator => !relative,
            WordClass::Coordinator => {
                view.form(end) == "but"
                    || view.is_finite(end + 1)
                        && !matches!(view.class(end + 2), WordClass::Noun | WordClass::Name)
            }
            _ => false,
        };
        if breaks {
            return None;
        }
    }
    None
}

/// Whether a comma opens something in the stretch that is not closed: `told her, besides his attempts to`.
fn is_torn(view: &View<'_>, start: usize, end: usize) -> bool {
    let Some(comma) = (start..end).rev().find(|&at| view.raw(at) == ",") else {
        return false;
    };
    comma + 1 < end && !(comma..end).any(|at| view.class(at) == WordClass::Coordinator)
}

/// `who doesn't have to`, `know what to`: the infinitive belongs to the word before it.
fn hangs_on_verb(view: &View<'_>, to: usize) -> bool {
    matches!(
        view.class(to - 1),
        WordClass::Auxiliary | WordClass::VerbBase | WordClass::Modal | WordClass::Negation
    ) || WordSet::OwnsInfinitive.has(view.form(to - 1))
}

/// Where the action begins if it can begin at `at`; opening marks are passed over.
fn action_start(view: &View<'_>, slot: Slot, at: usize, limit: usize, kind: ProposalKind) -> Option<usize> {
    // `is asking for:`, the list below
    if at >= limit && matches!(slot, Slot::Phrase | Slot::Verb) && view.raw(at) == ":" {
        return Some(at);
    }
    // `proposes: less homework`, `demanding, for years now, boots`
    let at = if view.raw(at) == ":" { at + 1 } else { at };
    let aside = view.raw(at) == "," && view.class(at + 1) == WordClass::Preposition;
    let at = if aside { past_aside(view, at, limit) } else { at };
    let at = item_head::enumerator_end(view, at, limit).unwrap_or(at);
    let at = if view.is_mark(at) { at + 1 } else { at };
    if at >= limit {
        return None;
    }
    let head = view.past_adverbs(at, limit);
    let fits = match slot {
        Slot::Verb => view.is_action(head),
        Slot::Gerund => view.is_gerund(head) && !gerund_modifies(view, head),
        Slot::Phrase => view.begins_phrase(head) || view.is_gerund(head),
        Slot::Clause => return clause_start(view, at, limit, kind),
        Slot::Result => return is_result(view, head, limit).then_some(at),
        Slot::Word(_) | Slot::Addressee => false,
    };
    fits.then_some(at)
}

/// Whether a clause with the modal can be what a trigger of the kind asks for, offers or promises.
fn asks(kind: ProposalKind, modal: &str) -> bool {
    let binds = matches!(modal, "should" | "must" | "shall" | "ought");
    match kind {
        ProposalKind::Call => binds,
        ProposalKind::Plan => binds || matches!(modal, "would" | "will"),
        _ => !matches!(modal, "could" | "might" | "may" | "can" | "cannot"),
    }
}

/// Past `, told in a note,` before a clause.
fn past_aside(view: &View<'_>, at: usize, limit: usize) -> usize {
    if view.raw(at) != "," {
        return at;
    }
    (at + 1..limit.min(at + LONGEST_ASIDE))
        .find(|&at| view.raw(at) == ",")
        .map_or(at, |close| close + 1)
}

/// An aside between commas is no longer than this.
const LONGEST_ASIDE: usize = 16;

/// `every unit shut by 2030`, `it sent home`: a thing and what is to be done to it.
fn is_result(view: &View<'_>, at: usize, limit: usize) -> bool {
    let begins = view.begins_phrase(at) || view.class(at) == WordClass::Pronoun;
    let participle = |at: usize| {
        matches!(view.class(at), WordClass::VerbPast)
            || view.verb(at).is_some_and(|verb| verb.forms.participle)
            || matches!(view.form(at), "gone" | "out" | "back" | "off")
    };
    let past = (at + 1..limit.min(at + LONGEST_THING)).find(|&at| !view.is_within_phrase(at));
    let end = past.unwrap_or(limit.min(at + LONGEST_THING));
    begins
        && (at + 1..=end).rev().take(2).any(|at| {
            at < limit
                && participle(at)
                && (!matches!(
                    view.class(at + 1),
                    WordClass::Noun | WordClass::Name | WordClass::Adjective
                ) || matches!(view.form(at), "made" | "kept" | "left"))
        })
}

/// The thing in `every unit shut` is no longer.
const LONGEST_THING: usize = 7;

/// `reopening schools` is an action, `rising prices` a thing; the latter's gerund has no object of its own.
fn gerund_modifies(view: &View<'_>, at: usize) -> bool {
    let adjective = WordSet::GerundAdjective.has(view.form(at));
    adjective && matches!(view.class(at + 1), WordClass::Noun | WordClass::Adjective)
}

/// A clause: `that` and what follows, or a subject with a modal or a verb in its present or base form.
fn clause_start(view: &View<'_>, at: usize, limit: usize, kind: ProposalKind) -> Option<usize> {
    let opens = view.form(at) == "that";
    let that = opens || at > 0 && view.form(at - 1) == "that";
    let start = at + usize::from(opens);
    let subject =
        view.begins_phrase(start) || matches!(view.class(start), WordClass::Pronoun | WordClass::VerbGerund);
    // `a message that went round`: the noun is described
    if !subject || that && view.class(start) == WordClass::VerbPast && !view.form(start).ends_with("ed") {
        return None;
    }
    // asked for, not guessed: `should`, `would` or a bare form rather than `could`
    let reach = start + 1..limit.min(start + LONGEST_SUBJECT);
    // `a levy on rescued drivers be considered`
    let attribute = |at: usize| {
        view.class(at) == WordClass::VerbPast
            && view.class(at + 1) == WordClass::Noun
            && !matches!(
                view.class(at - 1),
                WordClass::Noun | WordClass::Name | WordClass::Pronoun
            )
    };
    let verb = reach.clone().find(|&at| {
        view.is_finite(at) && !attribute(at) || view.class(at) == WordClass::VerbBase || view.form(at) == "be"
    });
    // `that the market move`: a verb that is a noun as well
    let verb = verb.or_else(|| {
        reach
            .clone()
            .find(|&at| that && view.is_base(at) && view.class(at - 1) == WordClass::Noun)
    })?;
    let asked = match view.class(verb) {
        WordClass::Modal => asks(kind, view.form(verb)) && view.is_base(view.past_adverbs(verb + 1, limit)),
        WordClass::VerbBase => that,
        WordClass::Auxiliary => view.form(verb) == "be",
        WordClass::Noun => true,
        _ => false,
    };
    if !asked {
        return None;
    }
    let clear = (start..verb).all(|at| {
        !matches!(view.class(at), WordClass::Sign)
            || matches!(view.raw(at), "," | "$" | "£" | "€")
            || view.is_mark(at)
    });
    clear.then_some(start)
}
