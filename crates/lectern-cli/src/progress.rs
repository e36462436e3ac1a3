//! How far a long run is, on standard error when that is a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::{Duration, Instant};

/// Runs that end sooner show nothing.
const LONG: Duration = Duration::from_secs(1);

const KNOWN: &str = "{bar:30} {pos} of {len} articles, {eta} left";
const UNKNOWN: &str = "{spinner} {pos} articles, {per_sec}";

/// Counts articles, and draws the count once the run has become long.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    began: Instant,
}

impl Progress {
    /// For `total` articles, or for a stream whose end is not known.
    pub fn new(total: Option<usize>) -> Self {
        let bar =
            ProgressBar::with_draw_target(total.map(|total| total as u64), ProgressDrawTarget::hidden());
        let template = if total.is_some() { KNOWN } else { UNKNOWN };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Progress {
            bar,
            began: Instant::now(),
        }
    }

    /// Prints the result of one article by `print`, out of the bar's way, and counts it.
    pub fn step<T>(&self, print: impl FnOnce() -> T) -> T {
        if self.bar.is_hidden() && self.began.elapsed() > LONG {
            // draws nothing where standard error is not a terminal
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        let printed = self.bar.suspend(print);
        self.bar.inc(1);
        printed
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_templates_are_valid() {
        for template in [KNOWN, UNKNOWN] {
            assert!(ProgressStyle::with_template(template).is_ok());
        }
    }
}
