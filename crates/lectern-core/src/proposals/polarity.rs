//! Whether a word is denied, only supposed, or asks to stop.

use crate::lexicon::{self, WordClass, WordSet};
use crate::proposals::view::View;

/// `when sailors ask for rest`, `towns that oppose it`: no proposal is reported, a case or a group is described.
pub(crate) fn is_only_supposed(view: &View<'_>, at: usize) -> bool {
    let from = view.sentence_around(at).start;
    // `the debts they refuse to pay`
    let contact = at >= from + 2
        && view.form(at - 1) != "it"
        && lexicon::is_personal_pronoun(view.form(at - 1))
        && matches!(view.class(at - 2), WordClass::Noun | WordClass::Name)
        && (from..at - 2)
            .rev()
            .take_while(|&at| view.class(at) != WordClass::Sign)
            .any(|at| view.is_finite(at));
    if contact
        || matches!(
            view.form(at.saturating_sub(2)),
            "reason" | "reasons" | "rationale" | "rationales"
        )
    {
        return true;
    }
    let opener = (from..at)
        .rev()
        .take(SUPPOSED_REACH)
        .take_while(|&at| {
            view.raw(at) != "," && !view.is_finite(at)
                || matches!(view.class(at), WordClass::Auxiliary | WordClass::Modal)
        })
        .find(|&at| WordSet::SupposedOpener.has(view.form(at)));
    opener.is_some_and(|opener| match view.form(opener) {
        "who" => view.raw(opener.saturating_sub(1)) != ",",
        "that" => opener + 1 == at && view.class(opener.saturating_sub(1)) == WordClass::Noun,
        _ => true,
    })
}

/// A supposition's opener stands at most so many words before.
const SUPPOSED_REACH: usize = 6;

pub(crate) fn is_negated(view: &View<'_>, at: usize) -> bool {
    let from = view.sentence_around(at).start;
    (from..at)
        .rev()
        .take(4)
        .take_while(|&at| {
            matches!(
                view.class(at),
                WordClass::Adverb
                    | WordClass::Auxiliary
                    | WordClass::Modal
                    | WordClass::Negation
                    | WordClass::InfinitiveTo
            )
        })
        .any(|at| view.class(at) == WordClass::Negation || view.form(at).ends_with("n't"))
}

/// Whether the action is to stop something.
pub(crate) fn stops(view: &View<'_>, start: usize) -> bool {
    matches!(
        view.lemma(start),
        "stop" | "cease" | "refrain" | "desist" | "abstain"
    )
}

pub(crate) fn negation_before(view: &View<'_>, start: usize) -> usize {
    (start.saturating_sub(3)..start)
        .find(|&at| view.class(at) == WordClass::Negation)
        .unwrap_or(start)
}
