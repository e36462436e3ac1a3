//! The word lists of learners' pages.

use super::measure::Measure;
use super::site_text::Place;
use crate::article::ClutterReason;

/// The vocabulary of a learners' page: short lines after a heading that announces them, and rows of lines that
/// give a word and its meaning in Chinese.
pub(super) fn glossary(measures: &[Measure]) -> Vec<bool> {
    const LONGEST_ENTRY: i32 = 24;
    const ROW: usize = 3;
    let mut out = vec![false; measures.len()];
    let mut announced = false;
    for (at, measure) in measures.iter().enumerate() {
        match measure.clutter() {
            Some((ClutterReason::WordList, place)) if place > Place::Within && measure.words <= 8 => {
                announced = true
            }
            _ => announced &= measure.words <= LONGEST_ENTRY && !(measure.is_prose() && measure.words > 12),
        }
        out[at] = announced;
    }
    let gloss = |measure: &Measure| {
        let evidence = measure.evidence;
        (1..=4).contains(&evidence.latin_words)
            && (1..=16).contains(&evidence.han)
            && evidence.other == 0
            && measure.fields.is_empty()
            && measure.separators == 0
    };
    let mut from = 0;
    for at in 0..=measures.len() {
        if measures.get(at).is_some_and(gloss) {
            continue;
        }
        if at - from >= ROW {
            out[from..at].fill(true);
        }
        from = at + 1;
    }
    out
}
