//! Who argues in an opinion text: named in the byline, in the foot line or in the signature of a letter.

use crate::article::{MentionForm, Referent, SpeakerId, SpeakerKind};
use crate::lexicon::{WordClass, WordSet};
use crate::proposals::boundaries;
use crate::proposals::view::View;
use crate::proposals::who::mentions::{kind, mention_in};
use crate::proposals::who::subjects;
use std::ops::Range;

/// So many of the first sentences may name the author.
const HEAD_LINES: usize = 12;
/// So many of the last sentences may tell who the author is.
const FOOT_LINES: usize = 3;
/// A line that names its author alone, or a signature, is no longer.
const LONGEST_LINE: usize = 14;

/// The author of an opinion text; the details know best, then the head of the text, then its foot (`Ada Lund is a former mayor.`).
pub(crate) fn author(view: &View<'_>) -> Referent {
    let named = |name: &str| {
        view.cast
            .speakers
            .iter()
            .position(|speaker| !speaker.name.is_empty() && name.contains(&speaker.name))
    };
    let byline = view
        .prepared
        .details
        .authors
        .iter()
        .find_map(|author| named(&author.value));
    let speaker = byline.map(|index| Referent::Resolved(SpeakerId(index as u32)));
    speaker
        .or_else(|| head_line(view))
        .or_else(|| foot_line(view))
        .unwrap_or(Referent::None)
}

/// The signatures of a text, each with the token that it begins at: what is argued before is argued by who signs.
pub(crate) fn signatures(view: &View<'_>) -> Vec<(usize, Referent)> {
    (HEAD_LINES..view.tokens.sentences.len())
        .filter_map(|number| view.nth_sentence(number))
        .filter_map(|line| Some((line.start, name_alone(view, &line)?)))
        .collect()
}

/// `By Ada Lund`, `Ada Lund for the Courier`, `..., writes Ada Lund`.
fn head_line(view: &View<'_>) -> Option<Referent> {
    (1..HEAD_LINES.min(view.tokens.sentences.len())).find_map(|number| {
        let line = view.nth_sentence(number)?;
        let by = matches!(view.form(line.start), "by" | "with");
        let written = || {
            let verb =
                line.clone().rev().take(LONGEST_NAME).find(|&at| {
                    boundaries::speaks(view, at) && matches!(view.class(at + 1), WordClass::Name)
                })?;
            person(view, &(verb + 1..line.end)).filter(|_| view.raw(verb - 1) == ",")
        };
        let opened = by && !line.clone().any(|at| view.is_finite(at));
        if opened {
            person(view, &(line.start + 1..line.end))
        } else {
            name_alone(view, &line).or_else(|| ends_block(view, &line).then(written).flatten())
        }
    })
}

/// A name with its words is no longer.
const LONGEST_NAME: usize = 6;

/// Whether no further sentence of its block follows the line.
fn ends_block(view: &View<'_>, line: &Range<usize>) -> bool {
    let block = |at: usize| view.sentence(at).map(|sentence| sentence.block);
    block(line.start) != block(line.end)
}

/// The person whose name opens a block that is a line without a verb.
fn name_alone(view: &View<'_>, line: &Range<usize>) -> Option<Referent> {
    let block = |at: usize| view.sentence(at).map(|sentence| sentence.block);
    let alone = line.start > 0 && block(line.start - 1) != block(line.start) && ends_block(view, line);
    if !alone || line.len() > LONGEST_LINE || line.clone().any(|at| view.is_finite(at)) {
        return None;
    }
    let first = line
        .clone()
        .take(LONGEST_NAME)
        .take(2)
        .find(|&at| view.class(at) == WordClass::Name)?;
    let mention = mention_in(view, &(first..line.end))?;
    let end = view.tokens.within(mention.span).end;
    let closes = end >= line.end
        || !view.is_word(end) && view.class(end) != WordClass::PossessiveClitic
        || view.form(end) == "for";
    person(view, &(first..line.end)).filter(|_| closes && !matches!(view.raw(line.end - 1), "?" | "!" | ":"))
}

/// The person whom the phrase names at its opening.
fn person(view: &View<'_>, phrase: &Range<usize>) -> Option<Referent> {
    let mention = mention_in(view, phrase).filter(|mention| mention.form != MentionForm::Pronoun)?;
    let near = view.tokens.within(mention.span).start <= phrase.start + 2;
    (near && kind(view, mention) == Some(SpeakerKind::Person)).then(|| mention.referent.clone())
}

/// The last sentence but a few, when it begins with a name and tells who that is.
fn foot_line(view: &View<'_>) -> Option<Referent> {
    let count = view.tokens.sentences.len();
    (count.saturating_sub(FOOT_LINES)..count)
        .rev()
        .find_map(|number| {
            let sentence = view.nth_sentence(number)?;
            let end = subjects::phrase_end(view, sentence.start, sentence.end);
            // not `Talk is cheap`
            let tells = match view.class(end) {
                WordClass::VerbPresent => view.class(end + 1) == WordClass::Preposition,
                _ => false,
            };
            let is = tells
                || WordSet::FootVerb.has(view.form(end))
                    && matches!(
                        view.class(end + 1),
                        WordClass::Determiner | WordClass::Possessive | WordClass::Noun
                    );
            let tells = is || view.raw(end) == ",";
            let mention = mention_in(view, &(sentence.start..end))
                .filter(|mention| mention.form == MentionForm::Name)?;
            (tells && view.class(sentence.start) == WordClass::Name).then(|| mention.referent.clone())
        })
}
