//! Story or site text: every piece is scored by its looks and its neighbours, then the story's stretch is
//! chosen for the document as a whole.

use super::containers::StoryRegion;
use super::glossary::glossary;
use super::measure::{Ending, Measure};
use super::named_parts::{SURELY_NAMED, region_reason, region_score};
use super::pieces::Piece;
use super::sections;
use super::site_text::Place;
use crate::article::ClutterReason;
use crate::input::{Region, Strength};
use crate::text::fold::{self, Words};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Scores are log-odds in sixteenths, by hand: over 0 the piece is story. Weights and their reasons are in
/// [`own_score`].
pub(super) type Score = i32;

/// What was decided for every piece.
#[derive(Debug)]
pub(super) struct Verdict {
    /// None: story.
    pub(super) clutter: Vec<Option<ClutterReason>>,
    /// The pieces among which the story lies, its title aside.
    pub(super) story: Range<usize>,
    /// Whether the text is a whole page.
    pub(super) page: bool,
    /// Whether markup says where the story is.
    pub(super) marked: bool,
}

impl Verdict {
    /// What stands before the title of a page is no story.
    pub(super) fn begin_at(&mut self, title: usize, document: &Document<'_>) {
        if self.page && title > self.story.start {
            for at in self.story.start..title {
                self.clutter[at] =
                    self.clutter[at].or(Some(reason(&document.pieces[at], document.measures, at)));
            }
            self.story.start = title.min(self.story.end);
        }
    }
}

/// Below this a piece inside the story's stretch is taken out at normal strength: readers forgive a stray
/// button, not a missing paragraph.
const SURELY_CLUTTER: Score = -24;
/// Words of a piece that count towards the story's stretch: one long paragraph is no whole story.
const COUNTED_WORDS: i32 = 40;
/// A document with at least so many pieces of sure site text, and more of them than one in six, is a whole page.
const PAGE_SIGNS: usize = 6;
/// So is one with at least so many short lines, if they are most of it.
const PAGE_SHORT: usize = 24;

/// Judges all pieces of a document.
pub(super) fn judge(document: &Document<'_>, strength: Strength) -> Verdict {
    let (pieces, measures) = (document.pieces, document.measures);
    let all = 0..pieces.len();
    if strength == Strength::KeepAll {
        return Verdict {
            clutter: vec![None; pieces.len()],
            story: all,
            page: false,
            marked: false,
        };
    }
    let region = StoryRegion::of(document);
    let own = scores(document, region.as_ref());
    let page = region.is_some() || is_page(measures);
    let story = match &region {
        Some(region) => sections::before_comments(document, region.stretch()),
        None if page => stretch(&own, measures),
        None => all,
    };
    let floor = match strength {
        Strength::Strict => 0,
        _ => SURELY_CLUTTER,
    };
    let glossed = glossary(measures);
    let mut clutter: Vec<Option<ClutterReason>> = (0..pieces.len())
        .map(|at| {
            let measure = &measures[at];
            if glossed[at] {
                return Some(ClutterReason::WordList);
            }
            // Rules and stars between parts.
            if measure.words == 0 && measure.digits == 0 {
                return Some(ClutterReason::Other);
            }
            let outside = !story.contains(&at) || region.as_ref().is_some_and(|region| region.is_outside(at));
            let named = pieces[at]
                .hint
                .is_some_and(|hint| region_score(hint.region) <= SURELY_NAMED);
            let alone = named
                || measure.clutter().is_some()
                || measure.separators > 1
                || page
                || strength == Strength::Strict;
            let out = outside || alone && in_context(&own, at) < floor;
            out.then(|| reason(&pieces[at], measures, at))
        })
        .collect();
    if region.is_some() {
        sections::set_aside_headings(document, &mut clutter);
    }
    if clutter.iter().all(Option::is_some) {
        keep_any_prose(document, &mut clutter);
    }
    if clutter.iter().all(Option::is_some) && !document.containers.is_empty() {
        keep_any_text(measures, &mut clutter);
    }
    Verdict {
        clutter,
        story,
        page,
        marked: region.is_some(),
    }
}

/// A page is never empty while it has running text: where nothing was left, all that no phrase and no certain name
/// speaks against is.
fn keep_any_prose(document: &Document<'_>, clutter: &mut [Option<ClutterReason>]) {
    for (at, out) in clutter.iter_mut().enumerate() {
        let (piece, measure) = (&document.pieces[at], &document.measures[at]);
        let foreign = piece.hint.is_some_and(|hint| hint.region.is_never_story());
        if measure.is_prose() && measure.clutter().is_none() && !foreign {
            *out = None;
        }
    }
}

/// Nor while it has other text: a list of links, or a few lines without an end.
fn keep_any_text(measures: &[Measure], clutter: &mut [Option<ClutterReason>]) {
    for (out, measure) in clutter.iter_mut().zip(measures) {
        if measure.clutter().is_none() && measure.words > 0 {
            *out = None;
        }
    }
}

/// What a document is judged by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Document<'d> {
    pub(super) pieces: &'d [Piece],
    pub(super) measures: &'d [Measure],
    /// Elements of the markup, see [`Input::containers`](crate::Input).
    pub(super) containers: &'d [u32],
    /// Whether each piece is an item of a list in plain text.
    pub(super) listed: &'d [bool],
}

/// What every piece says by itself and by its place in the markup.
fn scores(document: &Document<'_>, region: Option<&StoryRegion>) -> Vec<Score> {
    let mut own: Vec<Score> = document.measures.iter().map(own_score).collect();
    let story = region.map_or(0..own.len(), StoryRegion::stretch);
    let linked = sections::linked_lists(document, &story);
    let home = region.and_then(|region| region.home);
    let galleries = match home {
        // The story is told in it.
        Some(Region::Gallery) => vec![false; own.len()],
        _ => sections::galleries(document),
    };
    for at in 0..own.len() {
        if let Some(region) = region {
            own[at] += region.score(at, &document.pieces[at], &document.measures[at]);
        }
        let named = document.pieces[at]
            .hint
            .map(|hint| hint.region)
            .filter(|named| home != Some(*named));
        own[at] += named.map_or(0, region_score);
        // A list in a story is told by its markers; menus have none in plain text.
        own[at] += if document.listed[at] { 24 } else { 0 };
        own[at] -= if linked[at] { 80 } else { 0 };
        own[at] -= if galleries[at] { 100 } else { 0 };
        if region.is_some() {
            own[at] -= elsewhere(&document.pieces[at], &document.measures[at], named);
        }
    }
    own
}

/// What speaks against a piece on a page with markup: a paragraph that is one link leads to another story, running
/// text in a byline is a portrait of the author, a phrase of site text with a link invites, a caption that names a
/// player says what is to be watched.
fn elsewhere(piece: &Piece, measure: &Measure, named: Option<Region>) -> Score {
    const ONE_LINK: i32 = 80;
    const SOME_LINK: i32 = 15;
    let open = measure.clutter().is_some() || measure.ending == Ending::Open;
    let leads_away = measure.link_share >= ONE_LINK && measure.words >= 4 && piece.is_plain() && open;
    let portrait = named == Some(Region::Byline) && measure.is_prose();
    let invites = measure.clutter().is_some() && measure.link_share >= SOME_LINK;
    let watched = piece.is_caption() && matches!(measure.clutter(), Some((ClutterReason::Player, _)));
    100 * Score::from(watched)
        + 60 * Score::from(leads_away)
        + 100 * Score::from(portrait)
        + 60 * Score::from(invites)
}

/// Whether the text is a whole page and not a story alone: by its signs of site text, or by how many short lines
/// it has.
fn is_page(measures: &[Measure]) -> bool {
    let signs = measures.iter().filter(|m| is_sign(m)).count();
    let short = measures.iter().filter(|m| m.words < 8 && !m.is_prose()).count();
    signs >= PAGE_SIGNS && signs * 6 > measures.len() || short >= PAGE_SHORT && short * 2 > measures.len()
}

/// Site text by its phrase alone.
fn is_sign(measure: &Measure) -> bool {
    matches!(measure.clutter(), Some((_, Place::Whole | Place::Start))) && measure.words <= 12
}

/// What the piece's own looks say.
fn own_score(measure: &Measure) -> Score {
    let words = measure.words;
    let mut score = match measure.ending {
        // Sentences of some length are what stories are made of.
        Ending::Stop if words >= 5 => 20 + words.min(40),
        Ending::Colon if words >= 8 => 16,
        // Long lines without an end: captions, list items, teasers.
        _ if words >= 25 => 30,
        _ if words >= 12 => 8,
        Ending::Stop => 0,
        _ if words >= 6 => -6,
        // Short lines without an end: menus, names, buttons.
        _ => -18,
    };
    // Headline case and shouting are rare in running text.
    if words >= 6 && !measure.is_mostly_lower() {
        score -= 12;
    }
    if measure.ending == Ending::Dots {
        score -= 10;
    }
    score += (measure.commas * 2).min(8);
    let long = words > 20 && measure.stops > 0;
    score -= match measure.clutter() {
        Some((_, Place::Whole)) => 60,
        // `© 2024 The Bay Courier. All rights reserved.`
        Some((ClutterReason::Legal, Place::Start)) if words <= 12 => 72,
        Some((_, Place::Start)) if long => 10,
        Some((_, Place::Start)) => 40,
        Some((_, Place::Within)) if long => 6,
        Some((_, Place::Within)) => 30,
        None => 0,
    };
    if measure.separators > 1 && words < 40 {
        score -= 8 * measure.separators.min(5);
    }
    if measure.address && words < 12 {
        score -= 10;
    }
    if measure.link_share > 60 {
        score -= measure.link_share / 3;
    }
    if measure.times > 1 {
        score -= 16;
    }
    score
}

/// A piece among its neighbours: a quarter of what the two nearest on each side say.
fn in_context(own: &[Score], at: usize) -> Score {
    let near = |offset: isize| {
        at.checked_add_signed(offset)
            .and_then(|at| own.get(at))
            .map_or(0, |score| (*score).clamp(-40, 40))
    };
    own[at] + (near(-1) + near(1)) / 4 + (near(-2) + near(2)) / 8
}

/// The stretch of pieces with the greatest sum, site text inside it counted half.
fn stretch(own: &[Score], measures: &[Measure]) -> Range<usize> {
    let runs = prose_runs(measures);
    let (mut best, mut best_sum) = (0..own.len(), 0i64);
    let (mut from, mut sum) = (0, 0i64);
    for at in 0..own.len() {
        let value = i64::from(own[at]) * i64::from(measures[at].words.clamp(1, COUNTED_WORDS));
        let value = match runs[at] {
            _ if value < 0 => value / 2,
            // Teasers of other stories stand one by one.
            0 | 1 => value / 3,
            2 => value * 2 / 3,
            _ => value,
        };
        sum += value - end_sign(&measures[at]);
        if sum <= 0 {
            sum = 0;
            from = at + 1;
        } else if sum > best_sum {
            best_sum = sum;
            best = from..at + 1;
        }
    }
    best
}

/// For every piece, how many pieces of prose stand together where it stands, one other between them allowed.
pub(super) fn prose_runs(measures: &[Measure]) -> Vec<u32> {
    const LONG_ENOUGH: i32 = 12;
    let mut out = vec![0; measures.len()];
    let (mut from, mut count, mut gap) = (0, 0, 0);
    for at in 0..=measures.len() {
        let prose = measures
            .get(at)
            .is_some_and(|m| m.is_prose() && m.words >= LONG_ENOUGH);
        if prose {
            count += 1;
            gap = 0;
            continue;
        }
        gap += 1;
        if gap > 1 || at == measures.len() {
            out[from..at].fill(count);
            from = at;
            count = 0;
        }
    }
    out
}

/// What a heading that ends stories takes from the stretch that runs over it. Between comments stand `Reply` and
/// `Report`, and a comment is hardly longer than a paragraph: what one brings, the next sign takes.
fn end_sign(measure: &Measure) -> i64 {
    match measure.clutter() {
        Some((ClutterReason::Comments, place)) if place > Place::Within => 2_400,
        Some((ClutterReason::Related, Place::Whole)) => 1_200,
        _ => 0,
    }
}

/// Why a piece is no story: by its phrase, else by the nearest phrase before it.
fn reason(piece: &Piece, measures: &[Measure], at: usize) -> ClutterReason {
    if let Some((reason, _)) = measures[at].clutter() {
        return reason;
    }
    if let Some(reason) = piece.hint.and_then(|hint| region_reason(hint.region)) {
        return reason;
    }
    if measures[at].separators > 1 {
        return ClutterReason::Navigation;
    }
    measures[at.saturating_sub(REASON_REACH)..at]
        .iter()
        .rev()
        .find_map(Measure::clutter)
        .map_or(ClutterReason::Other, |(reason, _)| reason)
}

/// A heading such as "Related" speaks for so many pieces after it.
const REASON_REACH: usize = 20;

/// The words of a line that say what it is about: longer than three letters, or Chinese.
pub(super) fn long_words(line: &Words) -> impl Iterator<Item = &str> {
    line.iter()
        .filter(|word| word.chars().count() > 3 || word.chars().any(fold::is_han))
}

/// How many of the long words of `title` stand in a text of these words as well.
pub(super) fn shared_words(title: &Words, text: &FxHashSet<&str>) -> usize {
    let title: FxHashSet<&str> = long_words(title).collect();
    title.intersection(text).count()
}
