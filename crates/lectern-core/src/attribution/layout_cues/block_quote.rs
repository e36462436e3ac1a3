//! Paragraphs that stand quoted without marks behind a sentence that leads them in: `The mayor added:`

use crate::article::{BlockKind, Quotation};
use crate::attribution::features::Chunk;
use crate::attribution::layout_cues::paragraph::Paragraph;
use crate::attribution::passes::units::Unit;
use crate::lexicon::WordClass;

/// Fewer words are an entry of a list or a label.
const SHORTEST: usize = 6;
/// Words between the verb and the colon are at most so many: `said in a statement on Friday:`
const LONGEST_GAP: usize = 8;

/// Whether `here` stands without marks behind a sentence that ends in a verb of saying and a colon.
pub(in crate::attribution) fn is_led_in(here: &Paragraph) -> bool {
    let Some(lead) = here.lead() else {
        return false;
    };
    let marked = here.units()[0].is_folded() || here.units().iter().take(SHORTEST).any(is_label);
    let long = here.units().len() >= SHORTEST && ends_as_sentence(here);
    here.is_text() && !marked && long && announces(&lead)
}

/// Lets what `before` says go on over the next paragraph that the page sets apart as quoted.
pub(in crate::attribution) fn go_on(here: &Paragraph, before: &mut [Quotation]) -> bool {
    let Some(lead) = here.lead() else {
        return false;
    };
    let set_apart = |paragraph: &Paragraph| paragraph.kind() == Some(BlockKind::Quote);
    let holder = before
        .iter_mut()
        .rev()
        .find(|quotation| quotation.content.last() == Some(&lead.whole()));
    match holder {
        Some(holder) if set_apart(&lead) && set_apart(here) => {
            holder.content.push(here.whole());
            true
        }
        _ => false,
    }
}

/// Takes everything out of `own` that is said inside the quoted paragraph `here`, and gives what others are said to
/// say: what the speaker says anew is nothing new.
pub(in crate::attribution) fn take_inner(here: &Paragraph, own: &mut Vec<Quotation>) -> Vec<Quotation> {
    let by_others = |quotation: &Quotation| {
        let source = quotation.source.first();
        let run = source.and_then(|&source| here.sequence.run(here.prepared, source));
        run.is_some_and(|run| {
            !here.sequence.is_first_or_second_person(run.clone())
                && here.sequence.units[run]
                    .iter()
                    .any(|unit| unit.features.chunk == Chunk::Nominal)
        })
    };
    let mut inner = std::mem::take(own);
    inner.retain(by_others);
    inner
}

/// `11:50 a.m.:`, `Lund: ...`
fn is_label(unit: &Unit) -> bool {
    unit.features.chunk == Chunk::Colon
}

fn ends_as_sentence(paragraph: &Paragraph) -> bool {
    paragraph
        .units()
        .last()
        .is_some_and(|unit| matches!(unit.features.chunk, Chunk::Stop | Chunk::Quotation))
}

/// Whether `lead` ends in a verb of saying with nothing but adverbs, places and times between it and the colon.
fn announces(lead: &Paragraph) -> bool {
    let units = lead.units();
    let Some(colon) = units
        .len()
        .checked_sub(1)
        .filter(|&at| lead.chunk(at) == Chunk::Colon)
    else {
        return false;
    };
    let start = lead.sentence_start(colon).max(colon.saturating_sub(LONGEST_GAP));
    let Some(verb) = (start..colon)
        .rev()
        .find(|&at| matches!(lead.chunk(at), Chunk::CueVerb | Chunk::Verb))
    else {
        // `The Beacon reports:` looks like a noun
        return colon > start && lead.sequence.has_noun_for_speech(colon - 1..colon);
    };
    let next = lead.chunk(verb + 1);
    let tells = lead.sequence.has_speech_verb(verb..verb + 1)
        && !units[verb].features.class.is(WordClass::VerbGerund);
    let word = |at: usize| lead.prepared.tokens.form(units[at].first as usize);
    let addressed = matches!(word(verb), "told" | "tells") && matches!(next, Chunk::Nominal | Chunk::Pronoun);
    tells
        && (addressed
            || matches!(
                next,
                Chunk::Colon | Chunk::Other | Chunk::Preposition | Chunk::Subordinator | Chunk::Comma
            ))
}
