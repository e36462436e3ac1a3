//! `lectern-bench`: characters a second natively, and how the work grows with the text, printed and (`--write`)
//! written to `docs/performance.md`. Growth is counted in instructions where valgrind is at hand.

use anyhow::{Context, Result, bail};
use lectern_eval::report::between;
use lectern_eval::speed::{self, MOST_GROWTH, Throughput, texts};
use std::fmt::Write;
use std::fs;
use std::process::{Command, ExitCode};

const PERFORMANCE: &str = "docs/performance.md";

fn main() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => bench(false),
        ["--write"] => bench(true),
        ["read", name, length] => {
            let (_, make) = all_texts()
                .find(|(known, _)| *known == name)
                .context("no such text")?;
            speed::read_once(make, length.parse()?);
            Ok(ExitCode::SUCCESS)
        }
        _ => bail!("usage: lectern-bench [--write]"),
    }
}

fn bench(write: bool) -> Result<ExitCode> {
    let throughput = throughput_table(speed::throughput());
    print!("{throughput}");
    let counts = instructions("news", 0).is_some();
    let unit = if counts { "instructions" } else { "time" };
    let mut growth = format!("| text | {unit} for ten times the text |\n| --- | --- |\n");
    let mut over = Vec::new();
    for (name, make) in all_texts() {
        let times = speed::growth(make, |length| instructions(name, length));
        println!("{name}: {times:.1} times the {unit} for ten times the text");
        writeln!(growth, "| {name} | {times:.1} times |")?;
        if times > MOST_GROWTH {
            over.push(name);
        }
    }
    if write {
        let page = fs::read_to_string(PERFORMANCE).context(PERFORMANCE)?;
        let page = between(&page, "<!-- bench: throughput -->", "<!-- end -->", &throughput)?;
        let page = between(&page, "<!-- bench: growth -->", "<!-- end -->", &growth)?;
        fs::write(PERFORMANCE, page).context(PERFORMANCE)?;
    }
    if !over.is_empty() {
        println!(
            "more than {MOST_GROWTH} times for ten times the text: {}",
            over.join(", ")
        );
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

fn all_texts() -> impl Iterator<Item = texts::Attack> {
    std::iter::once(("news", texts::story as fn(usize) -> String)).chain(texts::ATTACKS)
}

/// Instructions of reading the text called `name` at some length, with all that the program does around it.
fn instructions(name: &str, length: usize) -> Option<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().ok()?)
        .args(["read", name, &length.to_string()])
        .output()
        .ok()?;
    let told = String::from_utf8_lossy(&output.stderr);
    let (_, count) = told.lines().find_map(|line| line.split_once("Collected : "))?;
    count.trim().parse().ok()
}

fn throughput_table(speed: Throughput) -> String {
    let mut table = String::from("| one core | million characters a second |\n| --- | --- |\n");
    let rows = [
        ("whole reading", speed.whole),
        ("source, layout and tokens", speed.prepared),
        ("attribution alone", speed.attribution),
        ("speakers alone", speed.speakers),
        (
            "splitting at white space, for comparison between machines",
            speed.reference,
        ),
    ];
    for (name, rate) in rows {
        let _ = writeln!(table, "| {name} | {:.2} |", rate / 1e6);
    }
    table
}
