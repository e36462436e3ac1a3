//! Bodies, groups and documents that propose something and say nothing else: they become speakers of their own.

use crate::article::{Span, Speaker, SpeakerKind};
use crate::lexicon::{WordClass, WordSet};
use crate::proposals::mood::volition::head_noun;
use crate::proposals::view::View;
use std::ops::Range;

/// Longer phrases are no names.
const LONGEST: usize = 9;

/// The speaker that the phrase describes, and where: `a presidential commission`, `the draft`, `nurses`.
pub(crate) fn described(view: &View<'_>, phrase: &Range<usize>) -> Option<(Speaker, Span)> {
    let plain = |at: &usize| {
        !matches!(
            view.class(*at),
            WordClass::Determiner | WordClass::Possessive | WordClass::Adverb | WordClass::Number
        ) && !view.is_mark(*at)
    };
    let start = phrase.clone().find(plain)?;
    let head = head_noun(view, &(start..phrase.end));
    let whole = start..head + 1;
    let thing = matches!(view.class(head), WordClass::Noun | WordClass::Name);
    let clear = whole.clone().all(|at| view.is_word(at) && !view.is_finite(at));
    if !thing || !clear || whole.len() > LONGEST || view.marked(head) != view.marked(phrase.start) {
        return None;
    }
    let form = view.form(head);
    let kind = if WordSet::DocumentNoun.has_noun(form) {
        SpeakerKind::Document
    } else if WordSet::OwnNoun.has_noun(form) {
        SpeakerKind::Organization
    } else if form.ends_with('s') && WordSet::CampaignerNoun.has_noun(form) {
        SpeakerKind::Group
    } else {
        return None;
    };
    let span = view.span(&whole);
    let speaker = Speaker {
        name: span.text(view.text).to_owned(),
        role: None,
        kind,
    };
    Some((speaker, span))
}
