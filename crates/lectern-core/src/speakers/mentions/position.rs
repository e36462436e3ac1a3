//! Where a mention stands in its sentence: as a subject, or before a noun that it belongs to.

use super::phrase::Phrase;
use crate::lexicon::{self, WordClass};
use crate::speakers::view::View;
use std::ops::Range;

/// How far a subject's appositions are passed over in search of its verb.
const TO_VERB: usize = 24;

/// Whether a verb follows, with brackets and appositions passed over, and no preposition stands before.
pub(super) fn is_subject(view: View<'_>, tokens: &Range<usize>) -> bool {
    let sentence = view.sentence_tokens(view.sentence_number(tokens.start));
    if tokens.start > sentence.start && view.class(tokens.start - 1) == WordClass::Preposition {
        return false;
    }
    let mut at = tokens.end;
    let limit = sentence.end.min(tokens.end + TO_VERB);
    while at < limit {
        match view.form(at) {
            "(" => {
                while at < limit && view.form(at) != ")" {
                    at += 1;
                }
                at += 1;
            }
            // `the station master, Ada Lund, shrugged`
            "," if at == tokens.end
                && tokens.start > sentence.start
                && view.form(tokens.start - 1) == ","
                && view.is_verb(at + 1) =>
            {
                return true;
            }
            "," if at == tokens.end || view.form(at.saturating_sub(1)) == ")" => {
                // to the comma that closes the apposition
                let Some(close) = (at + 1..limit).find(|&at| view.form(at) == ",") else {
                    return false;
                };
                at = close + 1;
                // `Ada Lund, head of the lodge, which has nine members, shrugged`
                let relative = lexicon::is_relative_pronoun(view.form(at));
                if let Some(close) = (at..limit).find(|&at| relative && view.form(at) == ",") {
                    at = close + 1;
                }
            }
            _ if view.class(at) == WordClass::Adverb || view.class(at) == WordClass::Negation => at += 1,
            // `Dan Roe at the Daily Lantern agreed`
            _ if view.class(at) == WordClass::Preposition && at == tokens.end => {
                at += 1;
                while at < limit && (view.is_nominal(at) || view.class(at) == WordClass::Determiner) {
                    at += 1;
                }
            }
            _ => return view.is_verb(at),
        }
    }
    false
}

/// Where the words of a plural subject without an article end: `Residents of the lower town`.
pub(super) fn subject_end(view: View<'_>, phrase: &Phrase) -> Option<usize> {
    if phrase.determiner.is_some() || phrase.owner.is_some() {
        return None;
    }
    let end = view.sentence_tokens(view.sentence_number(phrase.first)).end;
    let limit = end.min(phrase.head + 1 + TO_VERB / 2);
    let stop = (phrase.head + 1..limit).find(|&at| {
        view.is_verb(at)
            || !view.is_word(at) && !view.is_owner_mark(at)
            || matches!(
                view.class(at),
                WordClass::Auxiliary | WordClass::Modal | WordClass::Pronoun
            )
    })?;
    (view.is_verb(stop) || matches!(view.class(stop), WordClass::Auxiliary | WordClass::Modal))
        .then_some(stop)
}

/// Whether the place belongs to a noun that follows.
pub(super) fn is_modifier(view: View<'_>, tokens: &Range<usize>) -> bool {
    view.is_owner_mark(tokens.end)
        || view.class(tokens.start) == WordClass::Possessive
        || view.class(tokens.end) == WordClass::Noun && view.is_nominal(tokens.end)
}
