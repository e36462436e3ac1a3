//! Whether `check` means something: how often marks that a reader is asked to look at are wrong, against the rest.

use super::attribution::matches;
use super::proposals;
use super::speakers::Cast;
use crate::corpus::{Annotated, Gold, place_of};
use crate::prediction::Prediction;
use crate::tally::Ratio;
use std::collections::BTreeSet;
use std::fmt;

/// Marks, and how many of them are wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// All of them.
    pub all: usize,
    /// Of those, how many are wrong.
    pub wrong: usize,
}

impl Marks {
    /// Share of wrong ones.
    pub fn wrong(self) -> Ratio {
        Ratio::of(self.wrong, self.all)
    }
}

/// Quotations that lie in no other, and proposals: those to check, and the rest. A quotation is right as a relation whose
/// speaker, where people told one, is the right one; a proposal is right in span, kind and proposer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checks {
    /// Those with a reason to look at them.
    pub asked: Marks,
    /// The others.
    pub others: Marks,
}

impl Checks {
    /// Share of all marks that is to be checked.
    pub fn share(self) -> Ratio {
        Ratio::of(self.asked.all, self.asked.all + self.others.all)
    }

    /// Adds the marks of one article.
    pub fn add(&mut self, gold: &Gold, article: &Annotated, prediction: &Prediction, cast: &Cast<'_>) {
        let quotations = prediction.outer_quotations();
        let pairs = matches(article, &quotations);
        let mut right: BTreeSet<usize> = pairs.iter().map(|&(_, found)| found).collect();
        for (event, speaker) in gold.told() {
            let relation = place_of(event);
            let pair = pairs.iter().find(|(wanted, _)| Some(*wanted) == relation);
            if let Some((_, found)) = pair
                && (quotations[*found].speaker.is_none()
                    || quotations[*found].speaker.as_deref() != cast.to.get(speaker.as_str()).copied())
            {
                right.remove(found);
            }
        }
        // files of proposals alone tell of no quotation
        let told = gold.told().next().is_some();
        for (at, quotation) in quotations.iter().enumerate().filter(|_| told) {
            self.mark(quotation.check.is_some(), right.contains(&at));
        }
        if let Some(wanted) = &gold.proposals {
            let right = proposals::right_in_every_part(wanted, &prediction.proposals, cast);
            for (at, proposal) in prediction.proposals.iter().enumerate() {
                self.mark(proposal.check.is_some(), right.contains(&at));
            }
        }
    }

    fn mark(&mut self, asked: bool, right: bool) {
        let marks = if asked { &mut self.asked } else { &mut self.others };
        marks.all += 1;
        marks.wrong += usize::from(!right);
    }
}

impl fmt::Display for Checks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "to check          {} of {} marks; of those wrong {}; of the others {}",
            self.share(),
            self.asked.all + self.others.all,
            self.asked.wrong(),
            self.others.wrong(),
        )
    }
}
