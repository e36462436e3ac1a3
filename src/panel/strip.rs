//! A small picture of where in the article somebody speaks.

use yew::prelude::*;

use crate::state::{Mark, Reading};

/// Draws marks as ticks on a line as long as the article; nothing for screen readers, who have the list.
pub fn strip(reading: &Reading, marks: impl Iterator<Item = Mark>) -> Html {
    let ticks =
        marks.flat_map(|mark| {
            let class = match mark {
                Mark::Quotation(_) => "tick said",
                Mark::Proposal(_) => "tick wanted",
            };
            reading
            .spans(mark)
            .iter()
            .map(|&span| {
                let (start, length) = reading.place(span);
                // Proposals lie below the line, quotations on it.
                let (top, height) = if matches!(mark, Mark::Proposal(_)) { ("8", "4") } else { ("0", "7") };
                html! {
                    <rect {class} x={start.to_string()} y={top} width={length.max(8).to_string()} {height} />
                }
            })
            .collect::<Vec<Html>>()
        });
    html! {
        <svg class="strip" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="ground" x="0" y="3" width="1000" height="1" />
            { for ticks }
        </svg>
    }
}
