//! Words that make a proposal, with the frames that they stand in.

use crate::article::ProposalKind;
use crate::lexicon;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// One line of `data/proposals/triggers.txt`.
#[derive(Debug)]
pub(crate) struct Trigger {
    pub(crate) kind: ProposalKind,
    pub(crate) frames: Vec<Vec<Slot>>,
    pub(crate) needs: Option<Need>,
}

/// What a trigger asks of its action beyond a frame that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// A thing that is a plan or a rule.
    Measure,
    /// A verb of making rules.
    Policy,
    /// No private or procedural verb.
    Public,
    /// No verb of keeping silent.
    Aloud,
    /// No verb of being.
    Act,
    /// Not told as done.
    Open,
    /// Told as done: `offered a truce`, not `offers free repairs`.
    Done,
    /// A clause whose bare verb cannot be a plural's present: `suggests that they support it` asks for nothing.
    Singular,
    /// Told of a body or a group: `the union wants a rise`, not `she wants a rise`.
    Body,
    /// Several at once: who wants three things, asks for them.
    Several,
    /// Told of a text: `the decree provides for`.
    Text,
}

/// One place of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// The word itself.
    Word(&'static str),
    /// Who is to act.
    Addressee,
    /// The action, as a verb's base form (its `to` is a word of the frame).
    Verb,
    /// The action, as a gerund.
    Gerund,
    /// The action, as a noun phrase.
    Phrase,
    /// The action, as a clause.
    Clause,
    /// The action, as a thing and its participle: `every unit shut`.
    Result,
}

/// What kind of word a trigger is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Verb,
    Noun,
    /// After a form of be.
    Adjective,
}

/// By [`Part`].
static TRIGGERS: LazyLock<[FxHashMap<&'static str, Vec<Trigger>>; 3]> = LazyLock::new(|| {
    let mut triggers: [FxHashMap<_, Vec<Trigger>>; 3] = Default::default();
    for (lemma, part, trigger) in lexicon::List::ProposalTriggers.lines().filter_map(parse) {
        triggers[part as usize].entry(lemma).or_default().push(trigger);
    }
    triggers
});

fn parse(line: &'static str) -> Option<(&'static str, Part, Trigger)> {
    let mut fields = line.split('|').map(str::trim);
    let lemma = fields.next()?;
    let part = match fields.next()? {
        "verb" => Part::Verb,
        "noun" => Part::Noun,
        "adjective" => Part::Adjective,
        _ => return None,
    };
    let kind = match fields.next()? {
        "call" => ProposalKind::Call,
        "plan" => ProposalKind::Plan,
        "pledge" => ProposalKind::Pledge,
        "opposition" => ProposalKind::Opposition,
        _ => return None,
    };
    let frames = fields
        .next()?
        .split(';')
        .map(|frame| frame.split_whitespace().map(slot).collect())
        .collect();
    let needs = match fields.next() {
        Some("measure") => Some(Need::Measure),
        Some("policy") => Some(Need::Policy),
        Some("public") => Some(Need::Public),
        Some("aloud") => Some(Need::Aloud),
        Some("act") => Some(Need::Act),
        Some("open") => Some(Need::Open),
        Some("done") => Some(Need::Done),
        Some("singular") => Some(Need::Singular),
        Some("body") => Some(Need::Body),
        Some("several") => Some(Need::Several),
        Some("text") => Some(Need::Text),
        Some(_) => return None,
        None => None,
    };
    let trigger = Trigger { kind, frames, needs };
    Some((lemma, part, trigger))
}

fn slot(word: &'static str) -> Slot {
    match word {
        "A" => Slot::Addressee,
        "V" => Slot::Verb,
        "G" => Slot::Gerund,
        "N" => Slot::Phrase,
        "S" => Slot::Clause,
        "R" => Slot::Result,
        _ => Slot::Word(word),
    }
}

/// The triggers that the word at hand can be.
pub(crate) fn triggers_of(part: Part, lemma: &str) -> &'static [Trigger] {
    TRIGGERS[part as usize].get(lemma).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_trigger_file_is_read_and_ends_in_an_action() {
        for line in lexicon::List::ProposalTriggers.lines() {
            let (lemma, _, trigger) = parse(line).unwrap_or_else(|| panic!("{line}"));
            for frame in &trigger.frames {
                let action = frame.last();
                assert!(
                    matches!(
                        action,
                        Some(Slot::Verb | Slot::Gerund | Slot::Phrase | Slot::Clause | Slot::Result)
                    ),
                    "{lemma}: {frame:?}"
                );
            }
        }
    }
}
