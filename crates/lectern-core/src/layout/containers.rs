//! Which element of the page holds the story: the one whose near descendants hold most running text.

use super::judge::Document;
use super::measure::{Ending, Measure};
use super::pieces::Piece;
use crate::input::{HintKind, Region};
use std::ops::Range;

/// An element's text counts for so many elements around it, each time less.
const REACH: usize = 5;
/// Words of one piece that count: one long notice is no story.
const COUNTED_WORDS: i32 = 100;
/// With less running text than this, in words, nothing is said.
const FEWEST_WORDS: i64 = 20;
/// The element around is taken instead when it holds so much more running text, in percent.
const WORTH_CLIMBING: i64 = 150;
/// And when the text in it is no thinner than so many times.
const DENSE_ENOUGH: i64 = 2;

/// Where a piece stands from the story's element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Nearness {
    /// In it.
    Inside,
    /// In the element around it, or the one around that, in what the page calls its story.
    Beside,
    Outside,
}

/// The story's element, and where every piece stands from it.
#[derive(Clone, Debug)]
pub(super) struct StoryRegion {
    nearness: Vec<Nearness>,
    /// The first piece in it.
    first: usize,
    /// The name of the region that most of the story's running text stands in, if it is none that holds stories.
    /// A name that holds for the story says nothing against it: whole pages stand in elements called `modal`.
    pub(super) home: Option<Region>,
    /// Whether the element holds most of the running text.
    whole: bool,
}

impl StoryRegion {
    /// Finds the story's element; none when the text came without markup or has too little running text.
    pub(super) fn of(document: &Document<'_>) -> Option<StoryRegion> {
        let (pieces, measures, parents) = (document.pieces, document.measures, document.containers);
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
        let known = best_name(pieces, measures);
        let nearness: Vec<Nearness> = pieces
            .iter()
            .map(|piece| {
                let hint = piece.hint?;
                let near = below.get(hint.container as usize).copied()?;
                let joins = near != Nearness::Beside || known != Region::Body && hint.region == known;
                joins.then_some(near)
            })
            .map(|near| near.unwrap_or(Nearness::Outside))
            .collect();
        let words = |wanted: bool| -> i32 {
            let prose = pieces.iter().zip(measures).zip(&nearness);
            prose
                .filter(|((piece, measure), near)| {
                    let free = piece.hint.is_some_and(|hint| hint.region.holds_stories());
                    measure.is_prose() && free && (**near == Nearness::Inside) == wanted
                })
                .map(|((_, measure), _)| measure.words)
                .sum()
        };
        let (inside, outside) = (words(true), words(false));
        Some(StoryRegion {
            home: home(pieces, measures, &nearness),
            whole: inside * 2 >= outside,
            first: nearness
                .iter()
                .position(|near| *near == Nearness::Inside)
                .unwrap_or(0),
            nearness,
        })
    }

    /// From the first piece inside to the last.
    pub(super) fn stretch(&self) -> Range<usize> {
        let inside = |near: &Nearness| *near != Nearness::Outside;
        let first = self.nearness.iter().position(inside).unwrap_or(0);
        let last = self.nearness.iter().rposition(inside);
        first..last.map_or(self.nearness.len(), |last| last + 1)
    }

    /// Whether a piece stands where the story does not.
    pub(super) fn is_outside(&self, at: usize) -> bool {
        self.whole && self.nearness[at] == Nearness::Outside
    }

    /// What a piece's place says of it, see [`judge`](super::judge). Where a story is cut in two its first paragraphs
    /// may stand beside its longer part; what stands beside it further down leads elsewhere.
    pub(super) fn score(&self, at: usize, piece: &Piece, measure: &Measure) -> i32 {
        let paragraph = measure.is_prose() && measure.ending == Ending::Stop && piece.is_plain();
        match self.nearness[at] {
            Nearness::Inside => 20,
            Nearness::Beside if paragraph && at < self.first => -44,
            Nearness::Beside => -60,
            Nearness::Outside => -40,
        }
    }
}

/// The region that most of the story's running text stands in.
fn home(pieces: &[Piece], measures: &[Measure], nearness: &[Nearness]) -> Option<Region> {
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
        .filter(|region| !region.is_never_story())
}

/// The element around one. Lists made for another page may name any place: a parent comes before its child.
fn parent_of(parents: &[u32], at: usize) -> usize {
    parents.get(at).map_or(0, |parent| (*parent as usize).min(at))
}

/// The element whose near descendants hold most running text. An element that only wraps another is passed over.
fn story(pieces: &[Piece], measures: &[Measure], parents: &[u32]) -> Option<usize> {
    let known = best_name(pieces, measures);
    let texts: Vec<(usize, i64, bool)> = pieces
        .iter()
        .zip(measures)
        .filter_map(|(piece, measure)| {
            let hint = piece.hint?;
            let at = hint.container as usize;
            let counts = measure.is_prose() || known == Region::Article && hint.region == known;
            let apart = matches!(hint.kind, HintKind::Quote | HintKind::ListItem { .. });
            (counts && at < parents.len()).then(|| (at, weight(hint.region, known, measure), apart))
        })
        .collect();
    let all = sums(parents, texts.iter().map(|(at, words, _)| (*at, *words)));
    let set_apart = sums(
        parents,
        texts
            .iter()
            .filter(|(_, _, apart)| *apart)
            .map(|(at, words, _)| (*at, *words)),
    );
    // The element around with more running text.
    let mut wider = vec![0; parents.len()];
    for at in 1..parents.len() {
        let parent = parent_of(parents, at);
        wider[at] = if all[parent] > all[at] {
            parent
        } else {
            wider[parent]
        };
    }
    let mut near = vec![0i64; parents.len()];
    for (mut at, words, _) in texts {
        for step in 0..REACH {
            // A paragraph's element and the one around it count alike: text may stand in either.
            near[at] += words * 60 / step.max(1) as i64;
            if wider[at] >= at {
                break;
            }
            at = wider[at];
        }
    }
    let mut top = (0..near.len()).max_by_key(|at| (near[*at], std::cmp::Reverse(*at)))?;
    if all[top] < FEWEST_WORDS {
        return None;
    }
    // A long quotation or list stands in a story.
    if set_apart[top] * 10 > all[top] * 9 && wider[top] < top {
        top = wider[top];
    }
    // A story may be cut into several elements by what stands between its parts.
    let mut at = top;
    for _ in 0..REACH {
        if wider[at] >= at {
            break;
        }
        at = wider[at];
        if all[at] * 100 >= all[top] * WORTH_CLIMBING && near[at] * DENSE_ENOUGH >= near[top] {
            top = at;
        }
    }
    Some(top)
}

/// The words of a piece that lead nowhere. What a page says twice is no story.
fn free_words(measure: &Measure) -> i64 {
    if measure.times > 1 {
        return 0;
    }
    i64::from(measure.words.min(COUNTED_WORDS)) * i64::from(100 - measure.link_share) / 100
}

/// For every element the sum of what stands in it.
fn sums(parents: &[u32], texts: impl Iterator<Item = (usize, i64)>) -> Vec<i64> {
    let mut sums = vec![0; parents.len()];
    for (at, words) in texts {
        sums[at] += words;
    }
    for at in (1..parents.len()).rev() {
        let parent = parent_of(parents, at);
        if parent < at {
            sums[parent] += sums[at];
        }
    }
    sums
}

/// The name that the page gives to its story: the article's text, the main part, or none.
fn best_name(pieces: &[Piece], measures: &[Measure]) -> Region {
    let (mut article, mut main, mut unnamed) = (0, 0, 0);
    for (piece, measure) in pieces.iter().zip(measures) {
        match piece.hint.map(|hint| hint.region) {
            Some(Region::Article) => article += free_words(measure),
            Some(Region::Main) if measure.is_prose() => main += free_words(measure),
            Some(Region::Body) if measure.is_prose() => unnamed += free_words(measure),
            _ => {}
        }
    }
    if article >= FEWEST_WORDS {
        Region::Article
    } else if main > unnamed {
        Region::Main
    } else {
        Region::Body
    }
}

/// What a piece of running text says for the elements around it, in words; `known` is what the page calls its story.
fn weight(region: Region, known: Region, measure: &Measure) -> i64 {
    let words = free_words(measure);
    match region {
        // No story is told there.
        _ if region.is_never_story() => 0,
        _ if region == known => words,
        Region::Body | Region::Main if known != Region::Body => words / 4,
        _ if region.holds_stories() => words,
        // Names lie.
        _ => words / 4,
    }
}
