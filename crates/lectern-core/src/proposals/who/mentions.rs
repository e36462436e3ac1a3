//! The mention of a speaker that a phrase is.

use crate::article::{Mention, MentionForm, Referent, Span, SpeakerKind};
use crate::lexicon::WordClass;
use crate::proposals::view::View;
use std::ops::Range;

/// The mention that the phrase is, or begins with; names over descriptions.
pub(crate) fn mention_in<'a>(view: &View<'a>, phrase: &Range<usize>) -> Option<&'a Mention> {
    let span = view.span(phrase);
    let mentions = &view.cast.mentions;
    let from = mentions.partition_point(|mention| mention.span.end() <= span.start());
    let within = mentions[from..]
        .iter()
        .take_while(|mention| mention.span.start() < span.end());
    // `the Forum's chairman`: not the Forum; `ministers of Osterland`: not Osterland
    let aside = |mention: &Mention| {
        let tokens = view.tokens.within(mention.span);
        let owns = tokens.end < phrase.end && view.class(tokens.end) == WordClass::PossessiveClitic;
        let article = tokens.start > phrase.start && view.class(tokens.start - 1) == WordClass::Determiner;
        let opening = tokens.start - usize::from(article);
        owns || opening > phrase.start && view.class(opening - 1) == WordClass::Preposition
    };
    let first = within
        .clone()
        .filter(|mention| mention.referent != Referent::None && !aside(mention))
        .min_by_key(|mention| {
            (
                distance(mention.span, span),
                std::cmp::Reverse(mention.span.len()),
            )
        })?;
    // `Guild chair Ada Lund`: the person, not whom they lead
    let words = view.tokens.within(first.span);
    let plain = |at: usize| {
        matches!(
            view.class(at),
            WordClass::Noun | WordClass::Name | WordClass::Adjective
        )
    };
    let person = (kind(view, first) == Some(SpeakerKind::Organization))
        .then(|| {
            within.clone().find(|mention| {
                let start = view.tokens.within(mention.span).start;
                mention.form == MentionForm::Name
                    && start > words.end
                    && (words.end..start).all(plain)
                    && kind(view, mention) == Some(SpeakerKind::Person)
            })
        })
        .flatten();
    Some(person.unwrap_or(first))
}

/// What kind of speaker the mention means.
pub(crate) fn kind(view: &View<'_>, mention: &Mention) -> Option<SpeakerKind> {
    let speaker = mention
        .referent
        .speaker()
        .and_then(|id| view.cast.speakers.get(id.0 as usize));
    speaker.map(|speaker| speaker.kind)
}

/// How far into the phrase the mention begins; one that covers the phrase's opening is nearest.
fn distance(mention: Span, phrase: Span) -> u32 {
    mention.start().saturating_sub(phrase.start())
}
