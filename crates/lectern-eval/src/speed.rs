//! How fast a text is read, and how time grows with it.

pub mod texts;

use lectern_core::{Input, Overrides, attribution, prepare, read, speakers};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Length of the text that throughput is measured on, in bytes.
const LENGTH: usize = 100_000;

/// Lengths between which growth is measured: ten times the text.
const GROWTH: [usize; 2] = [10_000, 100_000];

/// Ten times the text may take so many times the time.
pub const MOST_GROWTH: f64 = 11.0;

/// Characters a second, on one core.
#[derive(Clone, Copy, Debug)]
pub struct Throughput {
    /// From text to article.
    pub whole: f64,
    /// Source, layout and tokens.
    pub prepared: f64,
    /// Tagging and linking alone.
    pub attribution: f64,
    /// Finding who the sources are alone.
    pub speakers: f64,
    /// A loop for comparison between machines: splitting at white space and adding up the words' bytes.
    pub reference: f64,
}

/// Reads a story of a million characters, several times over.
pub fn throughput() -> Throughput {
    let text = texts::story(LENGTH);
    let characters = text.chars().count() as f64;
    let input = Input::from(text.as_str());
    let overrides = Overrides::default();
    let prepared = prepare(&input, &overrides);
    let tags = attribution::tag(&prepared);
    let quotations = attribution::link(&prepared, &tags, attribution::weights());
    let rate = |time: Duration| characters / time.as_secs_f64();
    Throughput {
        whole: rate(median(|| read(&input, &overrides))),
        prepared: rate(median(|| prepare(&input, &overrides))),
        attribution: rate(median(|| {
            let tags = attribution::tag(&prepared);
            attribution::link(&prepared, &tags, attribution::weights())
        })),
        speakers: rate(median(|| speakers::identify(&prepared, quotations.clone()))),
        reference: rate(median(|| {
            let words = text
                .split_whitespace()
                .map(|word| word.bytes().map(u64::from).sum::<u64>());
            words.fold(0, u64::wrapping_add)
        })),
    }
}

/// Reads a text of about `length` bytes made by `make`, once. What [`growth`] counts.
pub fn read_once(make: fn(usize) -> String, length: usize) {
    black_box(read(&Input::from(make(length)), &Overrides::default()));
}

/// How many times more ten times the text takes, in instructions as `count` tells them for a text of some length
/// (an empty one's are taken off), or in time when nothing can count them.
pub fn growth(make: fn(usize) -> String, count: impl Fn(usize) -> Option<u64>) -> f64 {
    let counted = || {
        let [none, short, long] = [count(0)?, count(GROWTH[0])?, count(GROWTH[1])?];
        Some((long.saturating_sub(none)) as f64 / (short.saturating_sub(none)).max(1) as f64)
    };
    counted().unwrap_or_else(|| {
        let [short, long] = GROWTH.map(|length| {
            let input = Input::from(make(length));
            least(|| read(&input, &Overrides::default())).as_secs_f64()
        });
        long / short
    })
}

fn times<T>(work: impl Fn() -> T) -> Vec<Duration> {
    /// Enough for a steady middle, within a time that a person waits.
    const RUNS: usize = 5;
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let began = Instant::now();
            black_box(work());
            began.elapsed()
        })
        .collect();
    times.sort();
    times
}

fn median<T>(work: impl Fn() -> T) -> Duration {
    let times = times(work);
    times[times.len() / 2]
}

/// The least disturbed run.
fn least<T>(work: impl Fn() -> T) -> Duration {
    times(work)[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stories_are_as_long_as_asked_for_and_do_not_repeat_themselves() {
        let story = texts::story(20_000);
        assert!((20_000..22_000).contains(&story.len()));
        assert!(!story.contains('{'));
        let paragraphs: Vec<&str> = story.lines().filter(|line| !line.is_empty()).collect();
        let different: std::collections::BTreeSet<&str> = paragraphs.iter().copied().collect();
        assert_eq!(different.len(), paragraphs.len());
    }

    #[test]
    fn attacks_are_about_as_long_as_asked_for() {
        for (name, make) in texts::ATTACKS {
            assert!(
                (800..=1200).contains(&make(1000).len()),
                "{name}: {}",
                make(1000).len()
            );
        }
    }
}
