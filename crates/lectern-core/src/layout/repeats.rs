//! Pull quotes: a sentence of the story that stands large beside it a second time.

use super::judge::{Document, Verdict};
use crate::text::fold;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// So many words in a row are compared.
const RUN: usize = 5;
/// A pull quote has at least and at most so many words.
const WORDS: std::ops::RangeInclusive<i32> = 6..=45;
/// Words of one piece that are looked at: a longer one is no page's paragraph.
const LONGEST_PIECE: usize = 2_000;

/// For every piece, whether nearly all of it stands word by word inside one longer piece.
pub(super) fn pulled(text: &str, document: &Document<'_>, verdict: &Verdict) -> Vec<bool> {
    let (pieces, measures) = (document.pieces, document.measures);
    if !measures.iter().any(|measure| WORDS.contains(&measure.words)) {
        return vec![false; pieces.len()];
    }
    // Where each run of words stands in the longest piece that has it.
    let runs: Vec<Vec<u64>> = pieces.iter().map(|piece| runs(piece.span.text(text))).collect();
    let mut longest: HashMap<u64, u32, BuildHasherDefault<Hashed>> =
        HashMap::with_capacity_and_hasher(runs.iter().map(Vec::len).sum(), BuildHasherDefault::default());
    for (at, runs_here) in runs.iter().enumerate() {
        // What stands in a caption or in a teaser a second time is no less the story.
        if verdict.clutter[at].is_some() || pieces[at].is_caption() {
            continue;
        }
        for run in runs_here {
            let holder = longest.entry(*run).or_insert(at as u32);
            if runs[*holder as usize].len() < runs_here.len() {
                *holder = at as u32;
            }
        }
    }
    (0..pieces.len())
        .map(|at| {
            if !WORDS.contains(&measures[at].words) || runs[at].is_empty() {
                return false;
            }
            // All of a pull quote stands in one place, so its middle tells where.
            let Some(holder) = runs[at].get(runs[at].len() / 2).and_then(|run| longest.get(run)) else {
                return false;
            };
            if *holder as usize == at || runs[*holder as usize].len() <= runs[at].len() + RUN {
                return false;
            }
            let shared = runs[at]
                .iter()
                .filter(|run| longest.get(run) == Some(holder))
                .count();
            shared * 10 >= runs[at].len() * 9
        })
        .collect()
}

/// Hashes of every run of words, letters and digits folded.
fn runs(text: &str) -> Vec<u64> {
    let words: Vec<u64> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(LONGEST_PIECE)
        .map(|word| fold::hash(word.chars().filter_map(fold::fold_char)))
        .collect();
    let joined = |run: &[u64]| {
        run.iter()
            .fold(0u64, |hash, word| (hash ^ word).wrapping_mul(0x0100_0000_01b3))
    };
    words.windows(RUN).map(joined).collect()
}

/// The keys are hashes already.
#[derive(Debug, Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes
            .iter()
            .fold(self.0, |hash, byte| (hash << 8) | u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        // Folded, for tables look at the highest and the lowest bits.
        self.0 = hash ^ (hash >> 29);
    }
}
