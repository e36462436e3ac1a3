//! How fast a text is read, and how time grows with it.

pub mod search;
pub mod texts;

use lectern_core::{Input, Overrides, attribution, prepare, read, speakers};
use std::hint::black_box;
use std::time::{Duration, Instant};
use texts::Picks;

/// Length of the text that throughput is measured on, in bytes.
const LENGTH: usize = 100_000;

/// Lengths between which growth is counted in instructions: enough to tell a square from a line, quick enough for each
/// run of the tests.
pub const COUNTED: [usize; 2] = [8_000, 32_000];

/// Work may grow with the length to this power.
pub const MOST_EXPONENT: f64 = 1.15;

/// No text may take more than so many times what news takes for a byte.
pub const MOST_TIMES_NEWS: f64 = 5.0;

/// Instructions that reading takes for each byte that news is longer. Lower it when reading gets faster; raise it only with
/// the reason in the commit message.
pub const NEWS_A_BYTE: f64 = 3_950.0;

/// Reading may take so many times [`NEWS_A_BYTE`].
pub const MOST_SLOWER: f64 = 1.1;

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

/// Reads a story of `LENGTH` bytes, several times over.
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

/// Reads a text of about `length` bytes made by `make`, once, and gives the seconds that the reading alone took. What
/// [`growth`] counts.
pub fn read_once(make: fn(usize) -> String, length: usize) -> f64 {
    let input = Input::from(make(length));
    let began = processor_seconds();
    let instant = Instant::now();
    black_box(read(&input, &Overrides::default()));
    match (began, processor_seconds()) {
        (Some(began), Some(ended)) => ended - began,
        _ => instant.elapsed().as_secs_f64(),
    }
}

/// Seconds that this process has kept a processor busy outside the kernel, where the system tells.
fn processor_seconds() -> Option<f64> {
    /// Linux counts in hundredths wherever it runs.
    const TICKS_A_SECOND: f64 = 100.0;
    let told = std::fs::read_to_string("/proc/self/stat").ok()?;
    // the name of the program, in brackets, may hold spaces; user time is the twelfth field behind it
    let (_, fields) = told.rsplit_once(')')?;
    let ticks: f64 = fields.split_whitespace().nth(11)?.parse().ok()?;
    Some(ticks / TICKS_A_SECOND)
}

/// The most memory that this process has held so far, in millions of bytes, where the system tells.
pub fn most_memory() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kibibytes * 1024.0 / 1e6)
}

/// How the work of reading grows with the text.
#[derive(Clone, Copy, Debug)]
pub struct Growth {
    /// The power of the length with which it grows: 1 for twice the work on twice the text.
    pub exponent: f64,
    /// The work for a byte of the shorter text.
    pub per_byte: f64,
    /// The work for each byte that the longer text has more: without what a reading begins with.
    pub per_byte_more: f64,
}

/// How the work grows from texts of `short` bytes to `long` ones, as `work` tells it for a text of some length; an empty
/// one's is taken off.
pub fn growth([short, long]: [usize; 2], work: impl Fn(usize) -> Option<f64>) -> Option<Growth> {
    let none = work(0)?;
    let [less, more] = [work(short)?, work(long)?].map(|work| (work - none).max(f64::MIN_POSITIVE));
    Some(Growth {
        exponent: (more / less).log2() / (long as f64 / short as f64).log2(),
        per_byte: less / short as f64,
        per_byte_more: (more - less) / (long - short) as f64,
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
                (3800..=4200).contains(&make(4000).len()),
                "{name}: {}",
                make(4000).len()
            );
        }
    }
}
