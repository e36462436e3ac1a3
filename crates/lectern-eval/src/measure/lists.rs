//! Lists of proposals in short passages: whether they are found, and cut at the right places.

use crate::corpus::{List, Passage, Text};
use crate::prediction::{Prediction, Proposal};
use crate::tally::{Ratio, Tally};
use lectern_testkit::Range;
use lectern_testkit::cover::overlap;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What may stand around an item without making it another one.
const AROUND: &str = " ,.;:-–—“”\"'";

/// How well lists were found and cut.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Lists {
    /// Passages read.
    pub passages: usize,
    /// Lists; one is found where spans overlap by half.
    pub found: Tally,
    /// Lists whose items all agree.
    pub items_same: usize,
    /// Lists that state a count.
    pub counts: usize,
    /// Of those, how many were found with it.
    pub counts_right: usize,
    /// Found lists of the right kind.
    pub kind_right: usize,
}

impl Lists {
    /// Share of lists with exactly the right items.
    pub fn items(&self) -> Ratio {
        Ratio::of(self.items_same, self.found.wanted)
    }

    /// The same of the lists that were found.
    pub fn items_of_found(&self) -> Ratio {
        Ratio::of(self.items_same, self.found.right)
    }

    /// Share of stated counts that were read.
    pub fn stated_count(&self) -> Ratio {
        Ratio::of(self.counts_right, self.counts)
    }

    /// Share of found lists with the right kind.
    pub fn kind(&self) -> Ratio {
        Ratio::of(self.kind_right, self.found.right)
    }
}

impl fmt::Display for Lists {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "lists             {} ({} gold in {} passages); items exact {} of all, {} of found; \
             stated count right {} of {}; kind right {}",
            self.found,
            self.found.wanted,
            self.passages,
            self.items(),
            self.items_of_found(),
            self.stated_count(),
            self.counts,
            self.kind(),
        )
    }
}

/// Scores the predictions for all passages, which are named by the passages' ids.
pub fn score(passages: &[Passage], predictions: &BTreeMap<String, Prediction>) -> Lists {
    let mut sum = Lists {
        passages: passages.len(),
        ..Lists::default()
    };
    for passage in passages {
        let proposals = predictions.get(&passage.id).map_or(&[][..], |it| &it.proposals);
        let found: Vec<&Proposal> = proposals.iter().filter(|it| it.items.len() > 1).collect();
        sum.add(passage, &found);
    }
    sum
}

impl Lists {
    fn add(&mut self, passage: &Passage, found: &[&Proposal]) {
        let text = Text::new(passage.text.clone());
        let mut used = BTreeSet::new();
        self.found.found += found.len();
        self.found.wanted += passage.lists.len();
        for list in &passage.lists {
            self.counts += usize::from(list.stated_count.is_some());
            let Some(at) = best(list, found, &used) else {
                continue;
            };
            used.insert(at);
            self.found.right += 1;
            self.kind_right += usize::from(found[at].kind.as_ref() == Some(&list.kind));
            self.items_same += usize::from(cut(&text, &found[at].items) == cut(&text, &list.items));
            let count_right = list.stated_count.is_some() && found[at].stated_count == list.stated_count;
            self.counts_right += usize::from(count_right);
        }
    }
}

/// The unused found list that overlaps `list` most, if by half; the first of equals.
fn best(list: &List, found: &[&Proposal], used: &BTreeSet<usize>) -> Option<usize> {
    let mut best = (0.0, None);
    for (at, proposal) in found.iter().enumerate().filter(|(at, _)| !used.contains(at)) {
        let (Some(first), Some(last)) = (proposal.items.first(), proposal.items.last()) else {
            continue;
        };
        let overlap = overlap((first.0, last.1), list.span);
        if overlap > best.0 {
            best = (overlap, Some(at));
        }
    }
    best.1.filter(|_| best.0 >= 0.5)
}

fn cut(text: &Text, items: &[Range]) -> Vec<String> {
    items.iter().map(|item| bare(text.at(*item))).collect()
}

/// The words of an item without what may stand around it.
pub(super) fn bare(item: &str) -> String {
    item.trim_matches(|c| AROUND.contains(c)).to_lowercase()
}
