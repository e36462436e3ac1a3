//! `lectern-bench`: characters a second natively, and how the work grows with the text, printed and (`--write`)
//! written to `docs/performance.md`, with the memory that a long text takes. Growth is counted in instructions where valgrind
//! is at hand. `lectern-bench tables FOLDER` writes tables that other programs have made into the same page.
//!
//! `lectern-bench growth` looks at growth alone, `growth --long` takes the time of texts of one to eight million bytes,
//! and `lectern-bench search COUNT` looks for texts of another make that cost too much.

use anyhow::{Context, Result, bail, ensure};
use lectern_eval::report::between;
use lectern_eval::speed::{
    self, COUNTED, Growth, MOST_EXPONENT, MOST_SLOWER, MOST_TIMES_NEWS, NEWS_A_BYTE, Throughput, search,
    texts,
};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::thread;

const PERFORMANCE: &str = "docs/performance.md";
const USAGE: &str =
    "usage: lectern-bench [--write] | tables FOLDER | growth [--write | --long] | search COUNT";

/// Lengths of the long look, in bytes: up to eight times what the page takes.
const LONG: [usize; 4] = [1 << 20, 2 << 20, 4 << 20, 8 << 20];

/// A text whose memory is told, in bytes.
const MEGABYTE: usize = 1_000_000;

/// The middle of so many runs is the time of a long text.
const RUNS: usize = 3;

/// Texts counted at the same time.
const TOGETHER: usize = 2;

fn main() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => bench(false),
        ["--write"] => bench(true),
        ["tables", folder] => put_all(Path::new(folder)),
        ["growth"] => growth(false),
        ["growth", "--write"] => growth(true),
        ["growth", "--long"] => long_growth(),
        ["search", count] => search_for(count.parse().context(USAGE)?),
        ["memory"] => {
            speed::read_once(texts::story, MEGABYTE);
            println!(
                "{}",
                speed::most_memory().map_or_else(String::new, |most| most.to_string())
            );
            Ok(ExitCode::SUCCESS)
        }
        ["read", name, length] => {
            println!("{}", speed::read_once(made_by(name)?, length.parse()?));
            Ok(ExitCode::SUCCESS)
        }
        _ => bail!(USAGE),
    }
}

fn bench(write: bool) -> Result<ExitCode> {
    let throughput = throughput_table(speed::throughput());
    print!("{throughput}");
    if write {
        put("throughput", &throughput)?;
    }
    if let Ok(memory) = own(&["memory"])?.trim().parse::<f64>() {
        let memory = format!(
            "A text of {} MB takes {memory:.1} MB of memory at most.\n",
            MEGABYTE / 1_000_000
        );
        print!("{memory}");
        if write {
            put("memory", &memory)?;
        }
    }
    growth(write)
}

/// Counts how the work grows; fails when a text is above the bars, or news takes more than it did.
fn growth(write: bool) -> Result<ExitCode> {
    if count("news", 0).is_none() {
        println!("skipped: valgrind, which counts instructions, is not installed");
        return Ok(ExitCode::SUCCESS);
    }
    let all: Vec<&str> = all_texts().map(|(name, _)| name).collect();
    let counted = |name: &str| speed::growth(COUNTED, |length| count(name, length));
    let mut grown = Vec::new();
    for some in all.chunks(TOGETHER) {
        thread::scope(|scope| {
            let threads: Vec<_> = some
                .iter()
                .map(|&name| (name, scope.spawn(move || counted(name))))
                .collect();
            for (name, thread) in threads {
                grown.push((name, thread.join().ok().flatten()));
            }
        });
    }
    let (mut table, mut over) = growth_table(&grown)?;
    let news = news_of(&grown)?.per_byte_more;
    writeln!(table, "\nEach byte more of news takes {news:.0} instructions.")?;
    print!("{table}");
    if news > NEWS_A_BYTE * MOST_SLOWER {
        over.push(format!(
            "news, which took {NEWS_A_BYTE} instructions for each byte more"
        ));
    }
    if write {
        put("growth", &table)?;
    }
    Ok(verdict(&over))
}

/// One row a text, and those above the bars. The first text is what the others are measured by.
fn growth_table(grown: &[(&str, Option<Growth>)]) -> Result<(String, Vec<String>)> {
    let mut table =
        String::from("| text | grows with the power | times news a byte |\n| --- | --- | --- |\n");
    let mut over = Vec::new();
    let news = news_of(grown)?;
    for &(name, growth) in grown {
        let growth = growth.with_context(|| format!("{name} was not measured"))?;
        let times = growth.per_byte / news.per_byte;
        writeln!(table, "| {name} | {:.2} | {times:.1} |", growth.exponent)?;
        if growth.exponent > MOST_EXPONENT || times > MOST_TIMES_NEWS {
            over.push(name.to_owned());
        }
    }
    Ok((table, over))
}

/// The first text's.
fn news_of(grown: &[(&str, Option<Growth>)]) -> Result<Growth> {
    let first = grown.first().and_then(|(_, growth)| *growth);
    first.context("news was not measured")
}

fn verdict(over: &[String]) -> ExitCode {
    if over.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!(
        "above the power of {MOST_EXPONENT}, {MOST_TIMES_NEWS} times news or {MOST_SLOWER} times what it took: {}",
        over.join(", ")
    );
    ExitCode::FAILURE
}

/// Takes the time of long texts, each in a process of its own.
fn long_growth() -> Result<ExitCode> {
    let mut news = None;
    let mut over = Vec::new();
    println!("| text | seconds for 1, 2, 4, 8 MB | power of the last doubling | times news a byte |");
    println!("| --- | --- | --- | --- |");
    for (name, _) in all_texts() {
        let mut seconds = Vec::new();
        for length in LONG {
            seconds.push(middle_time(name, length)?);
        }
        let per_byte = seconds[0] / LONG[0] as f64;
        let times = per_byte / *news.get_or_insert(per_byte);
        let exponent = (seconds[3].max(0.01) / seconds[2].max(0.01)).log2();
        let told: Vec<String> = seconds.iter().map(|seconds| format!("{seconds:.2}")).collect();
        println!("| {name} | {} | {exponent:.2} | {times:.1} |", told.join(", "));
        if exponent > MOST_EXPONENT || times > MOST_TIMES_NEWS {
            over.push(name.to_owned());
        }
    }
    Ok(verdict(&over))
}

fn middle_time(name: &str, length: usize) -> Result<f64> {
    let mut seconds = Vec::new();
    for _ in 0..RUNS {
        seconds.push(own(&["read", name, &length.to_string()])?.trim().parse()?);
    }
    seconds.sort_by(f64::total_cmp);
    Ok(seconds[RUNS / 2])
}

/// What this program prints with these arguments, in a process of its own.
fn own(arguments: &[&str]) -> Result<String> {
    let output = Command::new(std::env::current_exe()?).args(arguments).output()?;
    ensure!(output.status.success(), "{} broke off", arguments.join(" "));
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Makes so many texts of pieces in disorder, said again and again, and tells which cost too much.
fn search_for(count: u64) -> Result<ExitCode> {
    let news = search::cost(&texts::story(search::SHORT), search::SHORT);
    let found: Vec<String> = (0..count).filter_map(|seed| search::look(seed, news)).collect();
    found.iter().for_each(|found| println!("{found}"));
    println!("{} of {count} texts cost too much", found.len());
    Ok(if found.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Puts `table` in the place of the page that is marked with `name`.
fn put(name: &str, table: &str) -> Result<()> {
    let page = fs::read_to_string(PERFORMANCE).context(PERFORMANCE)?;
    let page = between(&page, &format!("<!-- bench: {name} -->"), "<!-- end -->", table)?;
    fs::write(PERFORMANCE, page).context(PERFORMANCE)
}

/// Puts each table of the folder in the place that is marked with its file's name.
fn put_all(folder: &Path) -> Result<ExitCode> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let file = entry?.path();
        if let Some(name) = file.file_stem().and_then(|name| name.to_str()) {
            put(name, &fs::read_to_string(&file)?)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn all_texts() -> impl Iterator<Item = texts::Attack> {
    std::iter::once(("news", texts::story as fn(usize) -> String)).chain(texts::ATTACKS)
}

fn made_by(name: &str) -> Result<fn(usize) -> String> {
    let (_, make) = all_texts()
        .find(|(known, _)| *known == name)
        .context("no such text")?;
    Ok(make)
}

/// Instructions of reading the text called `name` at some length, with all that the program does around it.
fn count(name: &str, length: usize) -> Option<f64> {
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
