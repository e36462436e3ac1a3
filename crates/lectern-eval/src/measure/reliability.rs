//! Whether `sure` means something: how often quotations marked sure are right, against those that are not.

use super::attribution::matches;
use crate::corpus::Annotated;
use crate::prediction::Prediction;
use crate::tally::Ratio;
use std::collections::BTreeMap;
use std::fmt;

/// Right quotations among those of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// All that were found.
    pub found: usize,
    /// Of those, how many are right as relations.
    pub right: usize,
}

impl Marked {
    /// Share of the found ones that is right.
    pub fn right(self) -> Ratio {
        Ratio::of(self.right, self.found)
    }
}

/// Quotations marked sure and those not, in one half of the articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Half {
    /// Marked sure.
    pub sure: Marked,
    /// The others.
    pub unsure: Marked,
}

impl Half {
    /// Share of all quotations that is marked sure.
    pub fn share_sure(self) -> Ratio {
        Ratio::of(self.sure.found, self.sure.found + self.unsure.found)
    }
}

/// Both halves of the articles, in order of name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reliability(pub [Half; 2]);

impl fmt::Display for Reliability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, half) in ["first half", "second half"].into_iter().zip(self.0) {
            writeln!(
                f,
                "sure, {name:11} {} of quotations; of those right {}; of the others {}",
                half.share_sure(),
                half.sure.right(),
                half.unsure.right(),
            )?;
        }
        Ok(())
    }
}

/// Scores the predictions for all articles.
pub fn score(
    articles: &BTreeMap<String, Annotated>,
    predictions: &BTreeMap<String, Prediction>,
) -> Reliability {
    let mut reliability = Reliability::default();
    for (at, (name, article)) in articles.iter().enumerate() {
        let half = &mut reliability.0[usize::from(2 * at >= articles.len())];
        let quotations = predictions
            .get(name)
            .map_or(Vec::new(), Prediction::outer_quotations);
        let mut right = vec![false; quotations.len()];
        for (_, to) in matches(article, &quotations) {
            right[to] = true;
        }
        for (quotation, right) in quotations.iter().zip(right) {
            let marked = if quotation.sure {
                &mut half.sure
            } else {
                &mut half.unsure
            };
            marked.found += 1;
            marked.right += usize::from(right);
        }
    }
    reliability
}
