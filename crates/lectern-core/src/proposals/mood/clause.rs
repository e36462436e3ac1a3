//! The clause around a word of mood: whether somebody says it, whether it asks, where it ends.

use crate::article::ProposalKind;
use crate::lexicon::WordClass;
use crate::proposals::boundaries;
use crate::proposals::candidate::Candidate;
use crate::proposals::view::View;

/// Whether somebody says the sentence: marks, a quotation, or a verb of saying beside it.
pub(crate) fn is_said(view: &View<'_>, at: usize) -> bool {
    view.said_in(at).is_some() || view.marked(at).is_some() || view.opinion || {
        let sentence = view.sentence_around(at);
        let other_verb = sentence
            .clone()
            .any(|verb| verb != at && boundaries::speaks(view, verb) && view.is_finite(verb));
        other_verb || sentence.clone().any(|at| view.form(at) == "according")
    }
}

pub(crate) fn is_question(view: &View<'_>, at: usize) -> bool {
    let sentence = view.sentence_around(at);
    sentence.clone().rev().take(3).any(|at| view.raw(at) == "?") || at == sentence.start
}

/// What the modal at `modal` says of its verb.
pub(crate) fn of_modal(view: &View<'_>, kind: ProposalKind, modal: usize, verb: usize) -> Candidate {
    let start = view.past_adverbs_back(verb, modal + 1);
    let limit = own_clause(view, modal, verb, boundaries::hard_end(view, verb));
    Candidate::of_verb(kind, modal..verb, start, limit)
}

/// Up to where another subject with a modal of its own takes over.
pub(crate) fn own_clause(view: &View<'_>, modal: usize, from: usize, limit: usize) -> usize {
    let takes_over = |at: usize| {
        let comma = view.raw(at) == ",";
        let join = at + usize::from(comma);
        if view.class(join) != WordClass::Coordinator && !comma {
            return false;
        }
        let start = if view.class(join) == WordClass::Coordinator {
            join + 1
        } else {
            join
        };
        let relative = matches!(view.form(start), "who" | "which" | "whose" | "that");
        let again = matches!(view.form(modal), "will" | "shall" | "'ll" | "would")
            && view.form(start + 1) == view.form(modal)
            && modal > 0
            && view.form(start) == view.form(modal - 1);
        let subject =
            !relative && !again && (view.class(start) == WordClass::Pronoun || view.begins_phrase(start));
        subject
            && (start + 1..limit.min(start + 8))
                .take_while(|&at| {
                    !matches!(
                        view.class(at),
                        WordClass::Sign
                            | WordClass::VerbBase
                            | WordClass::InfinitiveTo
                            | WordClass::Coordinator
                    )
                })
                .any(|at| {
                    view.class(at) == WordClass::Modal
                        || view.class(start) == WordClass::Pronoun
                            && view.is_finite(at)
                            && !matches!(view.form(start), "them" | "him" | "us" | "me")
                })
    };
    (from + 1..limit)
        .find(|&at| takes_over(at))
        .map_or(limit, |at| boundaries::trim(view, from, at))
}
