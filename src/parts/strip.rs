//! A small picture of where in the article somebody speaks.

use lectern_core::text::order;
use yew::prelude::*;

use crate::state::{Mark, Reading};

/// Width of the narrowest tick, in thousandths of the article. Ticks that begin within the same one are drawn as
/// one: more could not be told apart, and a long article has thousands.
const TICK: u32 = 8;

/// Draws marks as ticks on a line as long as the article; nothing for screen readers, who have the list.
pub fn strip(reading: &Reading, marks: impl Iterator<Item = Mark>) -> Html {
    let mut ticks: Vec<(bool, u32, u32)> = Vec::new();
    for mark in marks {
        let wanted = matches!(mark, Mark::Proposal(_));
        for &span in reading.spans(mark) {
            let (start, length) = reading.place(span);
            ticks.push((wanted, start, start + length.max(TICK)));
        }
    }
    order::by_key(&mut ticks, |&(wanted, start, _)| (wanted, start / TICK));
    ticks.dedup_by(|tick, kept| {
        let same = (tick.0, tick.1 / TICK) == (kept.0, kept.1 / TICK);
        if same {
            kept.2 = kept.2.max(tick.2);
        }
        same
    });
    let drawn = ticks.into_iter().map(|(wanted, start, end)| {
        // Proposals lie below the line, quotations on it.
        let (class, top, height) = if wanted {
            ("wanted", "8", "4")
        } else {
            ("said", "0", "7")
        };
        html! {
            <rect {class} x={start.to_string()} y={top} width={(end - start).to_string()} {height} />
        }
    });
    html! {
        <svg class="strip" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="ground" x="0" y="3" width="1000" height="1" />
            { for drawn }
        </svg>
    }
}
