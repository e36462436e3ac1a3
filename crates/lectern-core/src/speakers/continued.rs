//! Quotations without a source of their own: who spoke in the paragraph before goes on.

use super::mentions::detect::Event;
use super::resolve::Resolver;
use super::view::View;
use crate::article::{Form, Quotation, SpeakerKind};
use crate::speakers::mentions::detect::EventIndex;
use crate::speakers::resolve::DraftIndex;

/// References looked through for a subject in the paragraph before.
const LOOKED_BACK: usize = 200;

/// Gives quotations without a source the draft of the speaker who goes on: the last one quoted up to a paragraph
/// before, else the subject of the paragraph before.
pub(super) fn fill(
    view: View<'_>,
    resolver: &Resolver<'_, '_>,
    events: &[Event],
    quotations: &[Quotation],
    drafts: &mut [Option<DraftIndex>],
) {
    // the last speaker and the block where that was; none when that one could not be told
    let mut last: Option<(Option<DraftIndex>, usize)> = None;
    for (number, quotation) in quotations.iter().enumerate() {
        let Some(content) = quotation.content.first() else {
            continue;
        };
        let start = view.tokens.within(*content).start;
        let block = view.block(start);
        if drafts[number].is_none() && quotation.source.is_empty() {
            // `Ada Lund laughed. "I knew it."`
            let about = subject_beside(view, resolver, events, start).filter(|_| quotation.cue.is_none());
            drafts[number] = match (quotation.cue, last) {
                _ if about.is_some() => about,
                // words retold have their speaker in their own sentence, or none
                (Some(cue), _) if quotation.form == Form::Indirect => {
                    subject_of_cue(view, resolver, events, view.tokens.within(cue).start)
                }
                (_, Some((speaker, before))) if block <= before.saturating_add(1) => speaker,
                _ => subject_before(view, resolver, events, start, block),
            };
        }
        let told = drafts[number].filter(|&draft| resolver.drafts[draft].whom.entity().is_some());
        last = Some((told, block));
    }
}

/// The draft of the subject of the cue: the last one before it in the same sentence, no other verb between.
fn subject_of_cue(
    view: View<'_>,
    resolver: &Resolver<'_, '_>,
    events: &[Event],
    cue: usize,
) -> Option<DraftIndex> {
    let after = events.partition_point(|event| event.tokens.start < cue);
    let number = (0..after)
        .map(EventIndex)
        .rev()
        .take(LOOKED_BACK)
        .take_while(|&at| view.sentence_number(events[at].tokens.start) == view.sentence_number(cue))
        .find(|&at| {
            events[at].subject
                && events[at].tokens.end <= cue
                && resolver.draft_of(at).is_some()
                && !(events[at].tokens.end..cue).any(|at| view.is_verb(at))
        })?;
    resolver.draft_of(number)
}

/// The draft of the last subject in the paragraph before token `start`, if it is one person or body.
fn subject_before(
    view: View<'_>,
    resolver: &Resolver<'_, '_>,
    events: &[Event],
    start: usize,
    block: usize,
) -> Option<DraftIndex> {
    let after = events.partition_point(|event| event.tokens.start < start);
    let number = (0..after)
        .map(EventIndex)
        .rev()
        .take(LOOKED_BACK)
        .take_while(|&at| view.block(events[at].tokens.start).saturating_add(1) >= block)
        .find(|&at| {
            let entity = resolver.entity_of(at);
            events[at].subject
                && view.block(events[at].tokens.start) < block
                && entity.is_some_and(|entity| resolver.register.entities[entity].kind == SpeakerKind::Person)
        })?;
    resolver.draft_of(number)
}

/// Sentences before a quotation in its own paragraph that are asked whom they are about.
const SENTENCES_BACK: usize = 2;

/// The draft of the person whom the sentence before token `start`, in the same paragraph, is about.
fn subject_beside(
    view: View<'_>,
    resolver: &Resolver<'_, '_>,
    events: &[Event],
    start: usize,
) -> Option<DraftIndex> {
    let (block, sentence) = (view.block(start), view.sentence_number(start));
    let after = events.partition_point(|event| event.tokens.start < start);
    let number = (0..after)
        .map(EventIndex)
        .rev()
        .take(LOOKED_BACK)
        .take_while(|&at| {
            let place = events[at].tokens.start;
            view.block(place) == block && view.sentence_number(place) + SENTENCES_BACK >= sentence
        })
        .find(|&at| {
            let entity = resolver.entity_of(at);
            events[at].subject
                && events[at].quoted.is_none()
                && view.sentence_number(events[at].tokens.start) < sentence
                && entity.is_some_and(|entity| resolver.register.entities[entity].kind == SpeakerKind::Person)
        })?;
    resolver.draft_of(number)
}
