//! Cuts a stretch of text into the items of a list: a search over its joints, scored by the parallel shape of
//! the items' heads and by the number that the text states.

use crate::proposals::adjuncts;
use crate::proposals::lists::conjuncts::{Coordinator, Joint, Sign, joints};
use crate::proposals::lists::item_head::{self, Head, Shape};
use crate::proposals::view::View;
use std::ops::Range;

/// A list found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// At least two, in order.
    pub(crate) items: Vec<Range<usize>>,
    /// How well it hangs together.
    pub(crate) score: i32,
}

/// What is known of a list before it is cut.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wanted {
    /// The number that the text states.
    pub(crate) stated: Option<u32>,
    /// Whether the text may name fewer (`such as`, `including`).
    pub(crate) open: bool,
    /// Whether verbs in their base form are expected.
    pub(crate) base: bool,
    /// Whether only things and gerunds can be items (`such as`).
    pub(crate) things: bool,
}

/// Longer stretches hold no single list; the search stays linear in the text.
const LONGEST: usize = 250;

/// Nor are more items.
const MOST_ITEMS: usize = 24;

/// The best list in `region`, whose first item begins at its start.
pub(crate) fn cut(view: &View<'_>, region: Range<usize>, wanted: Wanted) -> Option<Cut> {
    let region = region.start..region.end.min(region.start + LONGEST);
    let mut first = item_head::head(view, region.start, region.end);
    if first.marker.is_none() {
        first.marker = marker_before(view, region.start);
    }
    let main = view.past_adverbs(first.start, region.end);
    let base = view.is_base(main) && !wanted.things;
    let mut shapes = vec![first.shape];
    if base && (wanted.base || matches!(first.shape, Shape::Base { .. })) {
        shapes = vec![Shape::Base { noun: false }];
    }
    // `lower tolls`, `free soup`: what looks like a verb may be none
    if matches!(first.shape, Shape::Base { .. }) && (!wanted.base || wanted.things) {
        shapes.push(Shape::Bare);
    }
    let best = |shape: Shape| {
        let first = Head {
            shape,
            ..first.clone()
        };
        let joints = joints(view, &region, &first);
        let bare: Vec<bool> = joints
            .iter()
            .map(|joint| item_head::ends_bare(view, joint.left))
            .collect();
        let search = |sign| {
            Search {
                view,
                region: &region,
                first: &first,
                joints: &joints,
                bare: &bare,
                wanted,
                sign,
            }
            .best()
        };
        [Sign::Semicolon, Sign::Comma]
            .into_iter()
            .filter_map(search)
            .max_by_key(|cut| cut.score)
    };
    shapes
        .into_iter()
        .filter(|&shape| shape != Shape::None)
        .filter_map(best)
        .max_by_key(|cut| cut.score)
}

/// The word that leads to the first item and may be said again before the others.
fn marker_before(view: &View<'_>, start: usize) -> Option<String> {
    let before = start
        .checked_sub(1)
        .filter(|&before| view.sentence_around(start).contains(&before))?;
    matches!(view.form(before), "to" | "for" | "that" | "on" | "against")
        .then(|| view.form(before).to_owned())
}

struct Search<'a, 'v> {
    view: &'a View<'v>,
    region: &'a Range<usize>,
    first: &'a Head,
    joints: &'a [Joint],
    /// For each joint, whether an item of several words that ends there lacks its object.
    bare: &'a [bool],
    wanted: Wanted,
    /// What stands between the items.
    sign: Sign,
}

/// Best score with a given joint as the last separator, and the separator before it.
#[derive(Clone, Copy)]
struct State {
    score: i32,
    before: Option<usize>,
}

/// Where a list ends, and what ending it there costs.
struct End {
    at: usize,
    cost: i32,
}

const IMPOSSIBLE: i32 = -1000;

impl Search<'_, '_> {
    /// The best choice of separators: `states[n][j]` has `n + 1` separators, the last of them `j`.
    fn best(&self) -> Option<Cut> {
        let count = self.joints.len();
        if self.sign == Sign::Semicolon && self.joints.iter().all(|joint| joint.sign != Sign::Semicolon) {
            return None;
        }
        let most = self
            .wanted
            .stated
            .map_or(MOST_ITEMS, |stated| stated as usize)
            .clamp(2, MOST_ITEMS)
            - 1;
        let passing = self.passing();
        let separators: Vec<Option<i32>> = (0..count).map(|last| self.separator(last)).collect();
        let ends: Vec<Option<End>> = (0..count)
            .map(|last| separators[last].map(|_| self.end(last)))
            .collect();
        let step = |before: Option<usize>, last: usize| {
            separators[last].map_or(IMPOSSIBLE, |separator| {
                self.step(&passing, separator, before, last)
            })
        };
        let between: Vec<Vec<i32>> = (0..count)
            .map(|last| (0..last).map(|before| step(Some(before), last)).collect())
            .collect();
        let mut row: Vec<State> = (0..count)
            .map(|last| State {
                score: step(None, last),
                before: None,
            })
            .collect();
        let mut states: Vec<Vec<State>> = Vec::new();
        let mut best: Option<(i32, usize, usize)> = None;
        for separators in 0..most.min(count) {
            for (last, state) in row.iter().enumerate() {
                let Some(end) = ends[last].as_ref().filter(|_| state.score > IMPOSSIBLE / 2) else {
                    continue;
                };
                let total = state.score + self.finish(separators + 2, last, end);
                if best.is_none_or(|(score, ..)| total > score) {
                    best = Some((total, separators, last));
                }
            }
            if row.iter().all(|state| state.score <= IMPOSSIBLE / 2) {
                break;
            }
            let next = (0..count).map(|last| {
                let through = |before: usize| State {
                    score: row[before].score + between[last][before],
                    before: Some(before),
                };
                let impossible = State {
                    score: IMPOSSIBLE,
                    before: None,
                };
                (0..last)
                    .map(through)
                    .max_by_key(|state| state.score)
                    .unwrap_or(impossible)
            });
            let next = next.collect();
            states.push(std::mem::replace(&mut row, next));
        }
        let (score, separators, last) = best?;
        let end = ends[last].as_ref().filter(|_| score > 0)?.at;
        Some(Cut {
            items: self.items(&states, separators, last, end),
            score,
        })
    }

    /// Sums over the joints before each of what passing them over costs.
    fn passing(&self) -> Vec<i32> {
        let mut sums = vec![0];
        for joint in self.joints {
            sums.push(sums[sums.len() - 1] + self.skip(joint));
        }
        sums
    }

    /// What `last` brings as a separator, whatever stands before; none where it can be none.
    fn separator(&self, last: usize) -> Option<i32> {
        let joint = &self.joints[last];
        if joint.fit < 0 && !(joint.fit >= -3 && self.wanted.stated.is_some()) {
            return None;
        }
        let kind = match (self.sign, joint.sign, joint.coordinates()) {
            (Sign::Semicolon, Sign::Semicolon, _) => 3,
            (Sign::Semicolon, ..) | (_, Sign::Semicolon | Sign::Dash, _) => return None,
            (_, Sign::Comma, false) => 1,
            (_, Sign::Comma, true) => 1,
            (_, Sign::None, _) => 0,
        };
        Some(joint.fit + kind)
    }

    /// What choosing `last` as a separator after `before` brings.
    fn step(&self, passing: &[i32], separator: i32, before: Option<usize>, last: usize) -> i32 {
        let joint = &self.joints[last];
        let start = before.map_or(self.first.start, |before| self.joints[before].head.start);
        let item = start..joint.left;
        if item.is_empty() {
            return IMPOSSIBLE;
        }
        let skipped = passing[last] - passing[before.map_or(0, |before| before + 1)];
        let bare = item_head::lacks_object(self.view, &item, self.bare[last]);
        let object = if bare && !matches!(joint.sign, Sign::Semicolon) {
            -9
        } else {
            0
        };
        // `and` or `or` before the last item only
        let earlier = match before {
            Some(before) if self.sign == Sign::Comma && self.joints[before].coordinates() => {
                if joint
                    .coordinator
                    .is_some_and(|word| self.joints[before].coordinator != Some(word))
                {
                    -12
                } else {
                    -5
                }
            }
            _ => 0,
        };
        separator + skipped + object + earlier
    }

    /// What passing over a joint inside an item costs.
    fn skip(&self, joint: &Joint) -> i32 {
        match (self.sign, joint.sign) {
            (Sign::Comma, Sign::Semicolon | Sign::Dash) => IMPOSSIBLE,
            (Sign::Semicolon, _) => 0,
            // `..., requiring all to act`: the list is over where its sentence goes on
            (_, Sign::Comma)
                if joint.head.shape == Shape::Gerund && joint.fit < 0 && !joint.coordinates() =>
            {
                -12
            }
            (_, Sign::Comma) if joint.fit >= 4 => -4,
            (_, Sign::Comma) if joint.fit >= 0 => -1,
            (_, Sign::Comma) => -2,
            _ if joint.fit >= 4 => -2,
            _ => 0,
        }
    }

    /// Where the list ends after separator `last`, and what that costs.
    fn end(&self, last: usize) -> End {
        let joint = &self.joints[last];
        let close = self.end_joint(last);
        let serial = joint.sign == Sign::Comma && joint.coordinates();
        let passed = |later: &Joint| match later.coordinator {
            // `or` inside, `and` before the last
            Some(Coordinator::And)
                if joint.coordinator == Some(Coordinator::Or) && later.fit > 0 && !serial =>
            {
                -7
            }
            _ if later.fit >= 4 && !serial => -3,
            _ => 0,
        };
        let passed: i32 = self.joints[last + 1..close].iter().map(passed).sum();
        // what follows would have gone on the list
        let stops_early = self.sign == Sign::Comma
            && self.joints.get(close).is_some_and(|next| {
                next.fit >= 4 && next.sign == Sign::Comma && !(next.coordinates() && serial)
            });
        let start = joint.head.start;
        let limit = self.joints.get(close).map_or(self.region.end, |joint| joint.left);
        let at = adjuncts::soft_end(self.view, start, limit);
        let empty = if start >= at { IMPOSSIBLE } else { 0 };
        End {
            at,
            cost: passed + empty - if stops_early { 8 } else { 0 },
        }
    }

    /// What ending the list with `items` items after separator `last` brings.
    fn finish(&self, items: usize, last: usize, end: &End) -> i32 {
        let closing = match (self.joints[last].coordinator, self.sign) {
            (Some(Coordinator::And), _) => 5,
            (Some(Coordinator::Or), _) => 3,
            (None, Sign::Semicolon) => 0,
            (None, _) if items > 2 => -2,
            (None, _) if self.wanted.stated == Some(2) => -2,
            (None, _) => -20,
        };
        let stated = match self.wanted.stated {
            Some(stated) if stated as usize == items => 14,
            Some(stated) if self.wanted.open => -(stated as i32 - items as i32).min(3),
            Some(stated) => -2 * (stated as i32 - items as i32).min(4),
            None => 0,
        };
        closing + stated + end.cost
    }

    /// The joint at which the last item ends: the first sign after it that does not belong inside.
    fn end_joint(&self, last: usize) -> usize {
        let from = last + 1;
        let ends = |joint: &Joint| match self.sign {
            Sign::Semicolon => matches!(joint.sign, Sign::Semicolon | Sign::Dash),
            _ => joint.sign != Sign::None,
        };
        let start = self.joints[last].head.start;
        let whole =
            |at: usize| !item_head::lacks_object(self.view, &(start..self.joints[at].left), self.bare[at]);
        let end = (from..self.joints.len())
            .find(|&at| ends(&self.joints[at]) && whole(at))
            .unwrap_or(self.joints.len());
        self.past_inner_list(last, end)
    }

    /// `a fair and a yard for masons, tilers and smiths`: in a pair the commas belong to the second.
    fn past_inner_list(&self, last: usize, end: usize) -> usize {
        let pair = self.sign == Sign::Comma
            && self.joints[last].sign == Sign::None
            && self.joints[..last].iter().all(|joint| joint.sign == Sign::None);
        let (Some(comma), Some(close)) = (self.joints.get(end), self.joints.get(end + 1)) else {
            return end;
        };
        let plain =
            |joint: &Joint| matches!(joint.head.shape, Shape::Bare | Shape::Bound(_)) && joint.fit < 4;
        let inner = pair
            && comma.sign == Sign::Comma
            && !comma.coordinates()
            && close.coordinates()
            && close.sign == Sign::None
            && plain(comma)
            && plain(close);
        if inner { end + 2 } else { end }
    }

    fn items(&self, states: &[Vec<State>], separators: usize, last: usize, end: usize) -> Vec<Range<usize>> {
        let mut items = Vec::new();
        items.push(self.joints[last].head.start..end);
        let (mut row, mut here) = (separators, Some(last));
        while let Some(at) = here {
            let before = states[row][at].before;
            let start = before.map_or(self.first.start, |before| self.joints[before].head.start);
            items.push(start..self.joints[at].left);
            here = before;
            row = row.saturating_sub(1);
        }
        items.reverse();
        items
    }
}
