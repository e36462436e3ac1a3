//! What is wanted: whether each proposal was found, with kind, proposer and addressee.

use super::lists::bare;
use super::speakers::Cast;
use crate::corpus::{Annotated, GoldProposal};
use crate::names::words;
use crate::prediction::{Prediction, Proposal};
use crate::tally::{Ratio, Tally};
use lectern_measures::one_to_one;
use lectern_testkit::cover::overlap;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// How well proposals were found. One is found where spans overlap by half.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposals {
    /// Proposals.
    pub found: Tally,
    /// Of those found, how many have the right kind.
    pub kind_right: usize,
    /// Of those found, how many have the right proposer.
    pub proposer_right: usize,
    /// Of those found, how many should have an addressee.
    pub addressees: usize,
    /// Of those, how many have it.
    pub addressees_right: usize,
    /// Of those found, how many are right in every part: span, kind and proposer.
    pub whole: usize,
    /// How many are marked sure.
    pub sure: usize,
    /// Of those, how many are right in every part.
    pub sure_whole: usize,
    /// How many should have items.
    pub listed: usize,
    /// Of those, how many were found.
    pub listed_found: usize,
    /// Of those, how many have exactly these items.
    pub items_exact: usize,
    /// By annotated kind: how many were found, of how many.
    pub kinds: BTreeMap<String, (usize, usize)>,
}

impl Proposals {
    /// Share of found proposals with the right kind.
    pub fn kind(&self) -> Ratio {
        Ratio::of(self.kind_right, self.found.right)
    }

    /// Share of found proposals with the right proposer.
    pub fn proposer(&self) -> Ratio {
        Ratio::of(self.proposer_right, self.found.right)
    }

    /// Proposals right in every part.
    pub fn whole(&self) -> Tally {
        Tally {
            right: self.whole,
            ..self.found
        }
    }

    /// Share of proposals marked sure.
    pub fn share_sure(&self) -> Ratio {
        Ratio::of(self.sure, self.found.found)
    }

    /// Share of those marked sure that are right in every part.
    pub fn sure(&self) -> Ratio {
        Ratio::of(self.sure_whole, self.sure)
    }

    /// Share of proposals with several actions that have exactly these.
    pub fn items(&self) -> Ratio {
        Ratio::of(self.items_exact, self.listed)
    }

    /// Whether proposals are right in every part, and whether `sure` tells which: one line.
    pub fn whole_line(&self) -> String {
        let others = Ratio::of(self.whole - self.sure_whole, self.found.found - self.sure);
        format!(
            "whole proposals   {} (span, kind and proposer right); items exact {} of all {} with items, {} of {} \
             found; marked sure {}, of those right in every part {}, of the others {others}",
            self.whole(),
            self.items(),
            self.listed,
            Ratio::of(self.items_exact, self.listed_found),
            self.listed_found,
            self.share_sure(),
            self.sure(),
        )
    }

    /// Share of addressees that are right.
    pub fn addressee(&self) -> Ratio {
        Ratio::of(self.addressees_right, self.addressees)
    }
}

impl fmt::Display for Proposals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "proposals         {} ({} gold); kind right {}, proposer right {}, addressee right {} of {}",
            self.found,
            self.found.wanted,
            self.kind(),
            self.proposer(),
            self.addressee(),
            self.addressees,
        )?;
        for (kind, (found, wanted)) in &self.kinds {
            writeln!(f, "  {kind:10} recall {} ({wanted})", Ratio::of(*found, *wanted))?;
        }
        Ok(())
    }
}

impl Proposals {
    /// Adds the proposals of one article.
    pub fn add(
        &mut self,
        wanted: &[GoldProposal],
        article: &Annotated,
        prediction: &Prediction,
        cast: &Cast<'_>,
    ) {
        self.sure += prediction
            .proposals
            .iter()
            .filter(|proposal| proposal.sure)
            .count();
        for proposal in wanted {
            self.listed += usize::from(proposal.items.as_ref().is_some_and(|items| !items.is_empty()));
            self.kinds.entry(proposal.kind.clone()).or_default().1 += 1;
        }
        let pairs = pairs(wanted, &prediction.proposals, cast);
        for pair in &pairs {
            let (found, wanted) = (&prediction.proposals[pair.found], &wanted[pair.wanted]);
            self.kind_right += usize::from(pair.kind);
            self.proposer_right += usize::from(pair.proposer);
            let whole = pair.kind && pair.proposer;
            self.whole += usize::from(whole);
            self.sure_whole += usize::from(whole && found.sure);
            if let Some(items) = wanted.items.as_ref().filter(|items| !items.is_empty()) {
                self.listed_found += 1;
                let given = found.items.iter().map(|&item| bare(article.text.at(item)));
                self.items_exact += usize::from(given.eq(items.iter().map(|item| bare(item))));
            }
            self.kinds.entry(wanted.kind.clone()).or_default().0 += 1;
            if let Some(addressee) = wanted
                .addressee
                .as_ref()
                .filter(|addressee| !addressee.is_empty())
            {
                let given = found.addressee.map_or("", |given| article.text.at(given.span));
                let given: BTreeSet<String> = words(given).into_iter().collect();
                self.addressees += 1;
                self.addressees_right +=
                    usize::from(words(addressee).iter().any(|word| given.contains(word)));
            }
        }
        self.found += Tally {
            right: pairs.len(),
            found: prediction.proposals.len(),
            wanted: wanted.len(),
        };
    }
}

/// The places of those found that are right in every part: span, kind and proposer.
pub(super) fn right_in_every_part(
    wanted: &[GoldProposal],
    found: &[Proposal],
    cast: &Cast<'_>,
) -> BTreeSet<usize> {
    pairs(wanted, found, cast)
        .into_iter()
        .filter(|pair| pair.kind && pair.proposer)
        .map(|pair| pair.found)
        .collect()
}

/// A found proposal and the annotated one that it is.
struct Pair {
    overlap: f64,
    kind: bool,
    proposer: bool,
    found: usize,
    wanted: usize,
}

/// Pairs one to one: the best overlap first, then those of the right kind, then of the right proposer, then in
/// text order.
fn pairs(wanted: &[GoldProposal], found: &[Proposal], cast: &Cast<'_>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (at, proposal) in found.iter().enumerate() {
        for (to, gold) in wanted.iter().enumerate() {
            let overlap = overlap(proposal.span, gold.span());
            if overlap >= 0.5 {
                pairs.push(Pair {
                    overlap,
                    kind: proposal.kind.as_ref() == Some(&gold.kind),
                    proposer: same_proposer(proposal, gold, cast),
                    found: at,
                    wanted: to,
                });
            }
        }
    }
    pairs.sort_by(|one, two| {
        let best = two.overlap.total_cmp(&one.overlap);
        best.then(two.kind.cmp(&one.kind))
            .then(two.proposer.cmp(&one.proposer))
            .then((one.found, one.wanted).cmp(&(two.found, two.wanted)))
    });
    one_to_one(pairs, |pair| (pair.found, pair.wanted))
}

fn same_proposer(proposal: &Proposal, gold: &GoldProposal, cast: &Cast<'_>) -> bool {
    match (&gold.speaker, &proposal.speaker) {
        (Some(annotated), Some(given)) => cast.to.get(annotated.as_str()) == Some(&given.as_str()),
        (None, None) => true,
        _ => false,
    }
}
