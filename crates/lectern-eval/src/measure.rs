//! The measures, each over a whole corpus, as the counts that they are made of. `Display` prints them as lines.

pub mod attribution;
pub mod checks;
pub mod extraction;
pub mod heads;
pub mod lists;
pub mod pages;
pub mod proposals;
pub mod reliability;
pub mod speakers;

use crate::prediction::Quotation;
use lectern_testkit::Range;
use lectern_testkit::cover::Cover;
use std::collections::HashMap;
use std::hash::Hash;

/// The one quotation whose content shares most with `ranges`, if that is half of them.
fn best_by_content<'a>(quotations: &[&'a Quotation], ranges: &[Range]) -> Option<&'a Quotation> {
    let wanted = Cover::of(ranges.iter().copied());
    let mut best = (0, None);
    for quotation in quotations {
        let shared = wanted.shared(&Cover::of(quotation.content.iter().copied()));
        if shared > best.0 {
            best = (shared, Some(*quotation));
        }
    }
    best.1.filter(|_| 2 * best.0 >= wanted.len())
}

/// How much two multisets share.
fn shared<K: Eq + Hash>(wanted: &HashMap<K, usize>, found: &HashMap<K, usize>) -> usize {
    wanted
        .iter()
        .map(|(one, count)| found.get(one).map_or(0, |other| (*count).min(*other)))
        .sum()
}
