//! Shows that a command which takes minutes is alive: what it is at, and for how long it has run.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, IsTerminal, Write};
use std::process::{ChildStderr, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::shell;

/// How often a line is written where lines stay.
const IN_A_LOG: Duration = Duration::from_secs(10);
/// How often it is written anew on a terminal.
const ON_A_TERMINAL: Duration = Duration::from_secs(1);
/// The command's last lines, which say why it failed.
const LAST_LINES: usize = 40;

/// Runs a command to its end. Instead of its own output a line says how it goes; of that output the end is kept
/// for the error.
///
/// # Errors
/// When it can't be started or ends with anything but success.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let line = shell::written(command);
    let began = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("can't start `{line}`"))?;
    let messages = child.stderr.take().context("no output")?;
    let last = follow(&lines_of(messages), began);
    let status = child.wait()?;
    if !status.success() {
        let told: Vec<String> = last.into();
        bail!("`{line}` failed ({status})\n{}", told.join("\n"));
    }
    println!("  done in {} s", began.elapsed().as_secs());
    Ok(())
}

/// The lines as they come, from a thread of their own.
fn lines_of(messages: ChildStderr) -> Receiver<String> {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(messages).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            if send.send(line).is_err() {
                break;
            }
        }
    });
    receive
}

/// Prints how it goes until there are no more lines; returns the last of them.
fn follow(lines: &Receiver<String>, began: Instant) -> VecDeque<String> {
    let terminal = std::io::stdout().is_terminal();
    let pause = if terminal { ON_A_TERMINAL } else { IN_A_LOG };
    let mut last = VecDeque::new();
    let mut compiled = 0_usize;
    let mut next = Instant::now() + pause;
    loop {
        match lines.recv_timeout(next.saturating_duration_since(Instant::now())) {
            Ok(line) => {
                compiled += usize::from(line.trim_start().starts_with("Compiling "));
                if last.len() == LAST_LINES {
                    last.pop_front();
                }
                last.push_back(line);
            }
            Err(RecvTimeoutError::Timeout) => {
                let at = last.back().map_or("", |line| line.trim());
                let told = told(began.elapsed(), compiled, at);
                if terminal {
                    print!("\r\x1b[K{told}");
                } else {
                    println!("{told}");
                }
                // A terminal that is gone need not be told.
                let _lost = std::io::stdout().flush();
                next = Instant::now() + pause;
            }
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    if terminal {
        print!("\r\x1b[K");
    }
    last
}

/// `  40 s, 57 crates, Compiling hyper v1.6.0`
fn told(took: Duration, compiled: usize, at: &str) -> String {
    let crates = match compiled {
        0 => String::new(),
        count => format!(", {count} crates"),
    };
    let at: String = at.chars().take(60).collect();
    format!("  {} s{crates}, {at}", took.as_secs())
        .trim_end_matches([',', ' '])
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_how_long_and_at_what() {
        let took = Duration::from_millis(40_500);
        assert_eq!(
            told(took, 57, "Compiling hyper v1.6.0"),
            "  40 s, 57 crates, Compiling hyper v1.6.0"
        );
        assert_eq!(told(took, 0, ""), "  40 s");
    }

    #[test]
    fn a_failure_tells_the_last_words() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo first >&2; echo last >&2; exit 3"]);
        let error = run(&mut command).expect_err("it fails").to_string();
        assert!(error.ends_with("first\nlast"), "{error}");
        assert!(run(&mut Command::new("true")).is_ok());
    }
}
