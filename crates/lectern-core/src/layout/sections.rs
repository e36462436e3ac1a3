//! What stands together on a page: a heading with what follows it, the items of one list.

use super::judge::Document;
use super::site_text::Place;
use crate::article::ClutterReason;
use crate::input::{HintKind, Region};
use std::ops::Range;

/// A list at the end of a story with more link text than this, in percent, leads elsewhere.
const LINKED_LIST: i64 = 50;
/// So does one between paragraphs, where a list of links may be the story's own.
const LINKED_LIST_BETWEEN: i64 = 75;
/// A list leads elsewhere with at least so many items.
const FEWEST_ITEMS: usize = 2;

/// The heading of comments has at most so many words.
const LONGEST_SIGN: i32 = 8;

/// For every piece, whether it is an item of a list that is mostly links.
pub(super) fn linked_lists(document: &Document<'_>, story: &Range<usize>) -> Vec<bool> {
    let paragraph = |at: &usize| {
        let (piece, measure) = (&document.pieces[*at], &document.measures[*at]);
        let free = piece.is_plain() && piece.hint.is_some_and(|hint| hint.region.holds_stories());
        free && measure.is_prose() && measure.link_share < 50
    };
    let last = story.clone().rev().find(paragraph).unwrap_or(0);
    let list = |at: usize| match document.pieces[at].hint.map(|hint| hint.kind) {
        Some(HintKind::ListItem { list, .. }) => Some(list),
        _ => None,
    };
    let mut out = vec![false; document.pieces.len()];
    let mut from = 0;
    while from < out.len() {
        let Some(own) = list(from) else {
            from += 1;
            continue;
        };
        let to = (from..out.len())
            .find(|at| list(*at) != Some(own))
            .unwrap_or(out.len());
        let (mut linked, mut chars) = (0, 0);
        for measure in &document.measures[from..to] {
            linked += i64::from(measure.chars) * i64::from(measure.link_share);
            chars += i64::from(measure.chars);
        }
        let most = if to <= last {
            LINKED_LIST_BETWEEN
        } else {
            LINKED_LIST
        };
        if to - from >= FEWEST_ITEMS && linked > chars * most {
            out[from..to].fill(true);
        }
        from = to;
    }
    out
}

/// Headings of the markup after which nothing of the story comes go with what follows them, and so do headings that
/// are one link and have what is no story behind them: they lead to another story.
pub(super) fn set_aside_headings(document: &Document<'_>, clutter: &mut [Option<ClutterReason>]) {
    const ONE_LINK: i32 = 80;
    const FEWEST_WORDS: i32 = 4;
    let mut next = Some(ClutterReason::Other);
    let mut after_all = true;
    for at in (0..clutter.len()).rev() {
        let measure = &document.measures[at];
        let linked = measure.link_share >= ONE_LINK && measure.words >= FEWEST_WORDS;
        let heading = document.pieces[at].heading().is_some();
        if clutter[at].is_none() && heading && (after_all || linked) {
            clutter[at] = next;
        }
        next = clutter[at];
        after_all &= next.is_some();
    }
}

/// For every piece, whether it belongs to a gallery: what is said about several pictures, one after another.
pub(super) fn galleries(document: &Document<'_>) -> Vec<bool> {
    const FEWEST_CAPTIONS: usize = 2;
    const CAPTION_WORDS: i32 = 6;
    let shown = |at: usize| {
        document.pieces[at]
            .hint
            .is_some_and(|hint| hint.region == Region::Gallery)
    };
    let mut out = vec![false; document.pieces.len()];
    let mut from = 0;
    while from < out.len() {
        let to = (from..out.len()).find(|at| !shown(*at)).unwrap_or(out.len());
        let captions = document.measures[from..to]
            .iter()
            .filter(|measure| measure.words >= CAPTION_WORDS);
        if captions.count() >= FEWEST_CAPTIONS {
            out[from..to].fill(true);
        }
        from = to.max(from + 1);
    }
    out
}

/// The pieces before the heading of readers' comments. A link to them stands above many stories, so most of the running
/// text has to come before.
pub(super) fn before_comments(document: &Document<'_>, story: Range<usize>) -> Range<usize> {
    let words = |range: Range<usize>| -> i32 {
        let prose = document.measures[range]
            .iter()
            .filter(|measure| measure.is_prose());
        prose.map(|measure| measure.words).sum()
    };
    let opens = |at: &usize| {
        let measure = &document.measures[*at];
        let sign =
            matches!(measure.clutter(), Some((ClutterReason::Comments, place)) if place > Place::Within);
        sign && measure.words <= LONGEST_SIGN && document.pieces[*at].heading().is_some()
    };
    let all = words(story.clone());
    let mut before = 0;
    let mut counted = story.start;
    for at in story.clone().filter(opens) {
        before += words(counted..at);
        counted = at;
        if before * 2 > all {
            return story.start..at;
        }
    }
    story
}
