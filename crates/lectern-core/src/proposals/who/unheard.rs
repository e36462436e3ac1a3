//! Bodies, groups and documents that propose something and say nothing else: they become speakers of their own.

use crate::article::{MentionForm, Span, Speaker, SpeakerKind};
use crate::lexicon::{WordClass, WordSet};
use crate::proposals::mood::volition::head_noun;
use crate::proposals::view::View;
use crate::proposals::who::mentions::{kind, mention_in};
use crate::proposals::who::subjects;
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
    let several = form.ends_with('s') || WordSet::Several.has(form);
    let kind = if WordSet::DocumentNoun.has_noun(form) {
        SpeakerKind::Document
    } else if WordSet::OwnNoun.has_noun(form) {
        SpeakerKind::Organization
    } else if several {
        SpeakerKind::Group
    } else {
        SpeakerKind::Unnamed
    };
    let span = view.span(&whole);
    let speaker = Speaker {
        name: span.text(view.text).to_owned(),
        role: None,
        kind,
    };
    Some((speaker, span))
}

/// Whom a pronoun stands for, when nobody known does: what the clause or the sentence before speaks of first.
pub(crate) fn meant(view: &View<'_>, pronoun: usize) -> Option<Range<usize>> {
    let one = match view.form(pronoun) {
        "it" | "its" => Meant::Body,
        "they" | "their" => Meant::Several,
        "he" | "she" | "his" | "her" => Meant::Person,
        _ => return None,
    };
    let own = view.sentence_around(pronoun);
    let before = view.sentence_around(own.start.checked_sub(1)?);
    // `The union regretted that; it had asked for more`
    [own.start..pronoun, before].into_iter().find_map(|stretch| {
        let verb = stretch.clone().find(|&at| view.is_finite(at))?;
        let subject = subjects::subject(view, verb).filter(|subject| subject.start >= stretch.start)?;
        one.fits(view, &subject).then_some(subject)
    })
}

/// What a pronoun can stand for.
enum Meant {
    Body,
    Several,
    Person,
}

impl Meant {
    fn fits(&self, view: &View<'_>, subject: &Range<usize>) -> bool {
        let head = view.form(head_noun(view, subject));
        let body = WordSet::OwnNoun.has_noun(head);
        let mention = mention_in(view, subject).filter(|mention| mention.form != MentionForm::Pronoun);
        let known = mention.and_then(|mention| kind(view, mention));
        match self {
            Meant::Body => {
                let named = matches!(known, Some(SpeakerKind::Organization | SpeakerKind::Document));
                (body || WordSet::DocumentNoun.has_noun(head)) && known != Some(SpeakerKind::Person) || named
            }
            Meant::Several => head.ends_with('s') || WordSet::Several.has(head) || body,
            Meant::Person => known == Some(SpeakerKind::Person),
        }
    }
}
