//! Whose proposal it is, and whom it asks.

use crate::article::{Addressee, MentionForm, Quotation, QuotationId, Referent};
use crate::lexicon::{self, WordClass};
use crate::proposals::boundaries;
use crate::proposals::candidate::{Candidate, Proposer};
use crate::proposals::view::View;
use crate::proposals::who::mentions::mention_in;
use crate::proposals::who::subjects;
use std::ops::Range;

/// The proposer, and the quotation that the proposal stands in. Whoever speaks as the author is the one who argues there.
pub(crate) fn proposer(view: &View<'_>, candidate: &Candidate) -> (Referent, Option<QuotationId>) {
    let (found, quotation) = told(view, candidate);
    let arguing = view.arguing(candidate.trigger.start);
    let writes = found.speaker().is_some() && found.speaker() == view.cast.author;
    if writes && *arguing != Referent::None {
        (arguing.clone(), quotation)
    } else {
        (found, quotation)
    }
}

fn told(view: &View<'_>, candidate: &Candidate) -> (Referent, Option<QuotationId>) {
    let inside = view.said_in(candidate.trigger.start);
    if candidate.proposer == Proposer::Nobody {
        return (Referent::None, inside);
    }
    // `must be raised` tells of no saying, even where it was taken for a cue
    let modal = view.class(candidate.trigger.start) == WordClass::Modal;
    let own = candidate
        .trigger
        .clone()
        .filter(|_| !modal)
        .find_map(|at| view.cued(at));
    let subject = match &candidate.proposer {
        Proposer::Phrase(phrase) => Some(phrase),
        _ => None,
    };
    let named = subject
        .filter(|phrase| !is_pronoun(view, phrase))
        .and_then(|phrase| mention_in(view, phrase));
    // a trigger's own subject tells best, then the quotation whose cue the trigger is
    if let Some(mention) = named {
        return (mention.referent.clone(), own.or(inside));
    }
    if let Some(id) = own {
        let referent = of_quotation(view, id);
        if referent != Referent::None {
            return (referent, Some(id));
        }
    }
    if let Some(phrase) = subject {
        if let Some(mention) = mention_in(view, phrase) {
            return (mention.referent.clone(), inside);
        }
        if !is_pronoun(view, phrase) && inside.is_none() && !view.opinion {
            return (Referent::None, inside);
        }
    }
    // an author who argues speaks wherever no marks stand
    let argues = view.opinion && view.marked(candidate.trigger.start).is_none() && subject.is_none();
    if let Some(referent) = argues
        .then(|| view.arguing(candidate.trigger.start).clone())
        .filter(|found| *found != Referent::None)
    {
        return (referent, None);
    }
    if let Some(id) = inside {
        return (of_quotation(view, id), Some(id));
    }
    match candidate.proposer {
        Proposer::Unknown if !view.opinion && view.marked(candidate.trigger.start).is_none() => {
            (Referent::None, None)
        }
        _ => match by_sentence(view, candidate.trigger.start) {
            Referent::None if view.opinion && view.marked(candidate.trigger.start).is_none() => {
                (view.cast.author.map_or(Referent::None, Referent::Resolved), None)
            }
            found => (found, None),
        },
    }
}

fn of_quotation(view: &View<'_>, id: QuotationId) -> Referent {
    let quotation = &view.cast.quotations[id.0 as usize];
    let mention = quotation
        .mention
        .and_then(|mention| view.cast.mentions.get(mention.0 as usize));
    mention.map_or(Referent::None, |mention| mention.referent.clone())
}

fn is_pronoun(view: &View<'_>, phrase: &Range<usize>) -> bool {
    let form = view.form(phrase.start);
    phrase.len() == 1
        && (lexicon::is_personal_pronoun(form) || lexicon::is_owned_pronoun(form))
        && !matches!(form, "you" | "your")
}

/// Without a quotation: whoever speaks at the sentence's end, or is its subject; else whoever spoke just before.
fn by_sentence(view: &View<'_>, at: usize) -> Referent {
    let sentence = view.sentence_around(at);
    let speaker = sentence
        .clone()
        .find(|&verb| boundaries::speaks(view, verb) && view.is_finite(verb) && view.marked(verb).is_none());
    if let Some(verb) = speaker {
        let after = verb + 1..subjects::phrase_end(view, verb + 1, sentence.end);
        let subject = subjects::subject(view, verb);
        let found = subject
            .and_then(|phrase| mention_in(view, &phrase))
            .or_else(|| mention_in(view, &after));
        if let Some(mention) = found {
            return mention.referent.clone();
        }
    }
    if view.marked(at).is_some() {
        return neighbour(view, at);
    }
    view.arguing(at).clone()
}

/// So many quotations before are looked at for one in the same block or the block before.
const NEIGHBOURS: usize = 4;

/// The speaker of the quotation that stands nearest before in the same block or the one before.
fn neighbour(view: &View<'_>, at: usize) -> Referent {
    let here = view.tokens.list[at].span;
    let block = view.sentence(at).map_or(0, |sentence| sentence.block);
    let near = |offset: u32| {
        view.tokens
            .sentence_at(offset)
            .is_some_and(|sentence| sentence.block.abs_diff(block) <= 1)
    };
    // quotations are in order of their first position
    let quotations = &view.cast.quotations;
    let starts = |quotation: &Quotation| quotation.content.first().map_or(0, |content| content.start());
    let end = quotations.partition_point(|quotation| starts(quotation) < here.start());
    let before = quotations[..end]
        .iter()
        .rev()
        .take(NEIGHBOURS)
        .find(|quotation| quotation.mention.is_some() && near(starts(quotation)));
    before
        .and_then(|quotation| view.cast.mentions.get(quotation.mention?.0 as usize))
        .map_or(Referent::None, |mention| mention.referent.clone())
}

/// The addressee, tied to its speaker where a mention stands there.
pub(crate) fn addressee(view: &View<'_>, phrase: &Range<usize>) -> Option<Addressee> {
    let span = view.span(phrase);
    if span.is_empty() {
        return None;
    }
    let mention = mention_in(view, phrase)
        .filter(|mention| mention.span.overlaps(span) && mention.span.start() <= span.start() + 4);
    let speaker = mention
        .filter(|mention| mention.form != MentionForm::Pronoun || phrase.len() == 1)
        .and_then(|mention| mention.referent.speaker());
    Some(Addressee { span, speaker })
}
