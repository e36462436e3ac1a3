//! Word lists of this stage, by class.

use crate::article::ProposalKind;
use crate::lexicon;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Classes of `data/proposals/words.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum List {
    PlanNoun,
    CallNoun,
    PledgeNoun,
    OppositionNoun,
    WeakNoun,
    PutVerb,
    DoneVerb,
    MeasureNoun,
    OwnNoun,
    SpeechVerb,
    PrivateVerb,
    StateVerb,
    Utterance,
    Opener,
    IdleVerb,
    VoidNoun,
    SilentVerb,
    PolicyVerb,
    EffectVerb,
    WholeVerb,
    Document,
    Campaigner,
}

const NAMES: [(&str, List); 22] = [
    ("plan-noun", List::PlanNoun),
    ("call-noun", List::CallNoun),
    ("pledge-noun", List::PledgeNoun),
    ("opposition-noun", List::OppositionNoun),
    ("weak-noun", List::WeakNoun),
    ("put-verb", List::PutVerb),
    ("done-verb", List::DoneVerb),
    ("measure-noun", List::MeasureNoun),
    ("own-noun", List::OwnNoun),
    ("speech-verb", List::SpeechVerb),
    ("private-verb", List::PrivateVerb),
    ("state-verb", List::StateVerb),
    ("utterance", List::Utterance),
    ("opener", List::Opener),
    ("idle-verb", List::IdleVerb),
    ("void-noun", List::VoidNoun),
    ("silent-verb", List::SilentVerb),
    ("policy-verb", List::PolicyVerb),
    ("effect-verb", List::EffectVerb),
    ("whole-verb", List::WholeVerb),
    ("document-noun", List::Document),
    ("campaigner-noun", List::Campaigner),
];

static LISTS: LazyLock<FxHashMap<List, FxHashSet<&'static str>>> = LazyLock::new(|| {
    let mut lists: FxHashMap<List, FxHashSet<&str>> = FxHashMap::default();
    for line in lexicon::List::ProposalWords.lines() {
        let Some((name, members)) = line.split_once(':') else {
            continue;
        };
        let known = NAMES.iter().find(|(known, _)| *known == name);
        if let Some(&(_, list)) = known {
            lists.entry(list).or_default().extend(members.split_whitespace());
        }
    }
    lists
});

impl List {
    /// Whether the folded word stands in the list.
    pub(crate) fn has(self, word: &str) -> bool {
        LISTS.get(&self).is_some_and(|words| words.contains(word))
    }

    /// Whether the noun, or the noun that it is a plural of, stands in the list.
    pub(crate) fn has_noun(self, word: &str) -> bool {
        self.has(word) || singular(word).any(|candidate| self.has(&candidate))
    }
}

/// What a plural may be the plural of.
fn singular(word: &str) -> impl Iterator<Item = String> {
    let s = word.strip_suffix('s').map(str::to_owned);
    let es = word.strip_suffix("es").map(str::to_owned);
    let ies = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
    [s, es, ies].into_iter().flatten()
}

/// The kind of proposals that the noun stands for, if it stands for any.
pub(crate) fn kind_of_noun(word: &str) -> Option<ProposalKind> {
    [
        (List::CallNoun, ProposalKind::Call),
        (List::PledgeNoun, ProposalKind::Pledge),
        (List::OppositionNoun, ProposalKind::Opposition),
        (List::PlanNoun, ProposalKind::Plan),
    ]
    .into_iter()
    .find(|(list, _)| list.has_noun(word))
    .map(|(_, kind)| kind)
}

/// The number that the word states, up to a few dozen: `five`, `12`, `dozen`, and the `seven` of `seven-point`.
pub(crate) fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    let found = match word {
        "dozen" => Some(12),
        "thirty" => Some(30),
        _ => WORDS
            .iter()
            .position(|&known| known == word)
            .map(|place| place as u32)
            .or_else(|| word.parse().ok()),
    };
    found.filter(|count| (2..=60).contains(count))
}

/// The count of a word like `seven-point`, `3-step`, `two-part`.
pub(crate) fn compound_number(word: &str) -> Option<u32> {
    let (count, part) = word.split_once('-')?;
    let known = matches!(
        part,
        "point"
            | "points"
            | "part"
            | "step"
            | "phase"
            | "pronged"
            | "prong"
            | "stage"
            | "pillar"
            | "plank"
            | "item"
            | "fold"
            | "track"
            | "tier"
    );
    known.then(|| number(count)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_members() {
        for (_, list) in NAMES {
            assert!(LISTS.contains_key(&list), "{list:?}");
        }
    }

    #[test]
    fn nouns_and_numbers() {
        assert_eq!(kind_of_noun("policies"), Some(ProposalKind::Plan));
        assert_eq!(kind_of_noun("promises"), Some(ProposalKind::Pledge));
        assert_eq!(kind_of_noun("harbours"), None);
        assert_eq!(number("five"), Some(5));
        assert_eq!(number("1"), None);
        assert_eq!(compound_number("seven-point"), Some(7));
        assert_eq!(compound_number("3-step"), Some(3));
        assert_eq!(compound_number("two-year"), None);
    }
}
