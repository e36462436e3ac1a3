//! Which element of the page holds the story: the one whose near descendants hold most running text.

use super::measure::Measure;
use super::pieces::Piece;
use crate::input::Region;

/// An element's text counts for so many elements around it, each time less.
const REACH: usize = 5;
/// Words of one piece that count: one long notice is no story.
const COUNTED_WORDS: i32 = 100;
/// With less running text than this, in words, nothing is said.
const FEWEST_WORDS: i64 = 60;
/// The element around is taken instead when it holds so much more running text, in percent.
const WORTH_CLIMBING: i64 = 125;

/// Where a piece stands from the story's element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nearness {
    /// In it.
    Inside,
    /// In the element around it, or the one around that.
    Beside,
    Outside,
}

/// Where every piece stands; none when the text came without markup or has too little running text.
pub(super) fn nearness(pieces: &[Piece], measures: &[Measure], parents: &[u32]) -> Option<Vec<Nearness>> {
    if parents.is_empty() {
        return None;
    }
    let top = story(pieces, measures, parents)?;
    let around = parent_of(parents, parent_of(parents, top));
    // Parents come before their children, so one pass marks all below.
    let mut below = vec![Nearness::Outside; parents.len()];
    for at in around..parents.len() {
        below[at] = if at == top {
            Nearness::Inside
        } else if at == around {
            Nearness::Beside
        } else {
            below[parent_of(parents, at)]
        };
    }
    let nearness = |piece: &Piece| {
        let container = piece.hint.map(|hint| hint.container as usize);
        container
            .and_then(|at| below.get(at).copied())
            .unwrap_or(Nearness::Outside)
    };
    Some(pieces.iter().map(nearness).collect())
}

/// The region that most of the story's running text stands in.
pub(super) fn region_of_story(
    pieces: &[Piece],
    measures: &[Measure],
    nearness: &[Nearness],
) -> Option<Region> {
    let mut words: Vec<(Region, i32)> = Vec::new();
    let inside = pieces
        .iter()
        .zip(measures)
        .zip(nearness)
        .filter(|(_, near)| **near == Nearness::Inside);
    for ((piece, measure), _) in inside.filter(|((_, measure), _)| measure.is_prose()) {
        let region = piece.hint?.region;
        match words.iter_mut().find(|(known, _)| *known == region) {
            Some((_, sum)) => *sum += measure.words,
            None => words.push((region, measure.words)),
        }
    }
    words
        .into_iter()
        .max_by_key(|(_, sum)| *sum)
        .map(|(region, _)| region)
        .filter(|region| !region.holds_stories())
}

/// The element around one. Lists made for another page may name any place: a parent comes before its child.
fn parent_of(parents: &[u32], at: usize) -> usize {
    parents.get(at).map_or(0, |parent| (*parent as usize).min(at))
}

fn story(pieces: &[Piece], measures: &[Measure], parents: &[u32]) -> Option<usize> {
    let mut near = vec![0i64; parents.len()];
    let mut all = vec![0i64; parents.len()];
    for (piece, measure) in pieces.iter().zip(measures) {
        let Some(mut at) = piece.hint.map(|hint| hint.container as usize) else {
            continue;
        };
        if !measure.is_prose() || at >= parents.len() {
            continue;
        }
        let mut words =
            i64::from(measure.words.min(COUNTED_WORDS)) * i64::from(100 - measure.link_share) / 100;
        if piece.hint.is_some_and(|hint| !hint.region.holds_stories()) {
            words /= 4;
        }
        all[at] += words;
        for step in 0..REACH {
            // A paragraph's element and the one around it count alike: text may stand in either.
            near[at] += words * 60 / step.max(1) as i64;
            let parent = parent_of(parents, at);
            if parent >= at {
                break;
            }
            at = parent;
        }
    }
    for at in (1..parents.len()).rev() {
        let parent = parent_of(parents, at);
        if parent < at {
            all[parent] += all[at];
        }
    }
    let mut top = (0..near.len()).max_by_key(|at| (near[*at], std::cmp::Reverse(*at)))?;
    if all[top] < FEWEST_WORDS {
        return None;
    }
    // A story may be cut into several elements by what stands between its parts.
    for _ in 0..REACH {
        let parent = parent_of(parents, top);
        if parent >= top || all[parent] * 100 < all[top] * WORTH_CLIMBING || near[parent] * 3 < near[top] {
            break;
        }
        top = parent;
    }
    Some(top)
}
