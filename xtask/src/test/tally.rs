//! Counts what passed and failed, and prints the sum that log readers look for.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::shell;

/// Passed and failed tests of one program run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

/// The outcome of all steps so far.
#[derive(Default)]
pub(crate) struct Tally {
    rows: Vec<(&'static str, Counts, Duration)>,
}

impl Tally {
    /// Runs a check that counts as one test. True when it passed.
    pub(crate) fn step(&mut self, name: &'static str, check: impl FnOnce() -> Result<()>) -> bool {
        self.suite(name, || check().map(|()| Counts { passed: 1, failed: 0 }))
    }

    /// Runs a program of many tests; an error counts as one failed test. True when none failed.
    pub(crate) fn suite(&mut self, name: &'static str, tests: impl FnOnce() -> Result<Counts>) -> bool {
        println!("\n== {name}");
        let began = Instant::now();
        let counts = tests().unwrap_or_else(|error| {
            println!("{error:#}");
            Counts { passed: 0, failed: 1 }
        });
        let took = began.elapsed();
        let word = if counts.failed == 0 { "ok" } else { "FAILED" };
        println!("-- {name}: {word} ({:.1} s)", took.as_secs_f64());
        self.rows.push((name, counts, took));
        counts.failed == 0
    }

    /// How many tests and checks failed.
    pub(crate) fn failed(&self) -> usize {
        self.rows.iter().map(|(_, counts, _)| counts.failed).sum()
    }

    /// Prints a line a step and the sum, which must stay the last line.
    pub(crate) fn print(&self, took: Duration) {
        println!();
        for (name, counts, took) in &self.rows {
            let failed = if counts.failed > 0 {
                format!(", {} FAILED", counts.failed)
            } else {
                String::new()
            };
            println!(
                "{name:.<56} {:>5} passed{failed} ({:.1} s)",
                counts.passed,
                took.as_secs_f64()
            );
        }
        println!("in {} min {:02} s", took.as_secs() / 60, took.as_secs() % 60);
        let passed: usize = self.rows.iter().map(|(_, counts, _)| counts.passed).sum();
        println!("{passed} passed, {} failed", self.failed());
    }
}

/// Runs `cargo test`, shows its output and adds up the result lines of its programs.
///
/// # Errors
/// When it can't be started, or fails without a failed test (it did not compile, a runner broke).
pub(crate) fn run_tests(command: &mut Command) -> Result<Counts> {
    let line = shell::written(command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("can't start `{line}`"))?;
    let output = child.stdout.take().context("no output")?;
    let mut sum = Counts::default();
    for line in BufReader::new(output).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        println!("{line}");
        if let Some(counts) = result_line(&line) {
            sum.passed += counts.passed;
            sum.failed += counts.failed;
        }
    }
    let status = child.wait()?;
    if !status.success() && sum.failed == 0 {
        bail!(
            "`{line}` failed ({status}) without naming a failed test; {} had passed",
            sum.passed
        );
    }
    Ok(sum)
}

/// Reads `test result: ok. 5 passed; 0 failed; 0 ignored; …`.
fn result_line(line: &str) -> Option<Counts> {
    let rest = line.split_once("test result:")?.1;
    let number = |word: &str| {
        let before = rest.split_once(word)?.0.trim_end();
        before.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
    };
    Some(Counts {
        passed: number("passed")?,
        failed: number("failed")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_result_lines_of_test_programs() {
        let read = |line| result_line(line).map(|counts| (counts.passed, counts.failed));
        assert_eq!(
            read("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured"),
            Some((12, 0))
        );
        assert_eq!(
            read("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out"),
            Some((3, 2))
        );
        assert_eq!(read("running 4 tests"), None);
        assert_eq!(read("test result: broken"), None);
    }

    #[test]
    fn an_error_counts_as_a_failed_test() {
        let mut tally = Tally::default();
        assert!(tally.step("fine", || Ok(())));
        assert!(!tally.step("broken", || bail!("as meant")));
        assert!(!tally.suite("suite", || Ok(Counts { passed: 4, failed: 2 })));
        assert_eq!(tally.failed(), 3);
    }

    #[test]
    fn a_program_that_dies_without_a_result_is_an_error() {
        assert!(run_tests(Command::new("false").stdin(Stdio::null())).is_err());
        let told = run_tests(
            Command::new("sh").args(["-c", "echo 'test result: FAILED. 1 passed; 1 failed;'; exit 1"]),
        );
        assert_eq!(told.ok(), Some(Counts { passed: 1, failed: 1 }));
    }
}
