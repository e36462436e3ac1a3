//! What nouns and numbers tell of proposals.

use crate::article::ProposalKind;
use crate::lexicon::{self, WordSet};

/// The kind of proposals that the noun stands for, if it stands for any.
pub(crate) fn kind_of_noun(word: &str) -> Option<ProposalKind> {
    const KINDS: [(WordSet, ProposalKind); 4] = [
        (WordSet::CallNoun, ProposalKind::Call),
        (WordSet::PledgeNoun, ProposalKind::Pledge),
        (WordSet::OppositionNoun, ProposalKind::Opposition),
        (WordSet::PlanNoun, ProposalKind::Plan),
    ];
    WordSet::first_with_noun(&KINDS, word)
}

/// The number that the word states, up to a few dozen: `five`, `12`, `dozen`, and the `seven` of `seven-point`.
pub(crate) fn number(word: &str) -> Option<u32> {
    let found = lexicon::number(word).or_else(|| word.parse().ok());
    found.filter(|count| (2..=60).contains(count))
}

/// The count of a word like `seven-point`, `3-step`, `two-part`.
pub(crate) fn compound_number(word: &str) -> Option<u32> {
    // most words have none
    if !word.contains('-') {
        return None;
    }
    let (count, part) = word.split_once('-')?;
    WordSet::CountedPart.has(part).then(|| number(count)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

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
