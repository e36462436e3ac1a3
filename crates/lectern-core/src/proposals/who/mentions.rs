//! The mention of a speaker that a phrase is.

use crate::article::{Mention, Referent, Span};
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
        owns || tokens.start > phrase.start && view.class(tokens.start - 1) == WordClass::Preposition
    };
    within
        .filter(|mention| mention.referent != Referent::None && !aside(mention))
        .min_by_key(|mention| {
            (
                distance(mention.span, span),
                std::cmp::Reverse(mention.span.len()),
            )
        })
}

/// How far into the phrase the mention begins; one that covers the phrase's opening is nearest.
fn distance(mention: Span, phrase: Span) -> u32 {
    mention.start().saturating_sub(phrase.start())
}
