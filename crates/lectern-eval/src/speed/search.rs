//! A search for texts whose reading costs too much: a few hostile pieces in disorder, said again and again.

use super::{Growth, MOST_EXPONENT, MOST_TIMES_NEWS, Picks, growth};
use lectern_core::{Input, Overrides, read};
use std::hint::black_box;
use std::time::Instant;

/// The pieces that the core's property tests are made of.
const PIECES: &str = include_str!("../../../lectern-core/tests/soup/pieces.txt");

/// Lengths that are compared, in bytes: long enough for a clock.
pub const SHORT: usize = 64_000;
const LONG: usize = 256_000;

/// The least disturbed of so many runs counts.
const RUNS: usize = 3;

/// Clocks are not quite steady: what is a fifth above the bar is told.
const SLACK: f64 = 1.2;

/// Seconds that a byte of `text`, cut to `length`, takes.
pub fn cost(text: &str, length: usize) -> f64 {
    seconds(text, length) / length as f64
}

/// Looks at the text of the number `seed`; tells of it when its reading grows faster than its length, or takes too many
/// times `news`, the seconds that a byte of news takes.
pub fn look(seed: u64, news: f64) -> Option<String> {
    let round = round(seed);
    let text = round.repeat(LONG / round.len().max(1) + 1);
    let Growth {
        exponent, per_byte, ..
    } = growth([SHORT, LONG], |length| Some(seconds(&text, length)))?;
    let times = per_byte / news;
    (exponent > MOST_EXPONENT * SLACK || times > MOST_TIMES_NEWS * SLACK)
        .then(|| format!("{seed}: power {exponent:.2}, {times:.1} times news: {round:?}"))
}

/// A few pieces, one after the other.
fn round(seed: u64) -> String {
    let mut picks = Picks::new(seed);
    let pieces: Vec<&str> = PIECES.lines().filter(|line| !line.starts_with("# ")).collect();
    let count = 1 + picks.next() as usize % 8;
    let round: String = (0..count).map(|_| picks.of(&pieces)).collect();
    let escapes = [("\\s", " "), ("\\n", "\n"), ("\\r", "\r"), ("\\t", "\t")];
    escapes
        .into_iter()
        .fold(round, |round, (escape, meant)| round.replace(escape, meant))
}

fn seconds(text: &str, length: usize) -> f64 {
    let input = Input::from(&text[..text.floor_char_boundary(length)]);
    let runs = (0..RUNS).map(|_| {
        let began = Instant::now();
        black_box(read(&input, &Overrides::default()));
        began.elapsed().as_secs_f64()
    });
    runs.fold(f64::INFINITY, f64::min)
}
