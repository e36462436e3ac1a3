//! The size ledger: what a reader downloads before the first article is read.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::{root, wasm};

/// Everything the page needs to read an article, in bytes as brotli sends them.
const BUDGET: usize = 620_000;

/// What of it has to be there before the text of a paste is seen: all but the reader.
const TEXT_BUDGET: usize = 220_000;

/// What the names of the reader's files begin with.
const READER: &str = "lectern-reader";

/// What exports, imports, links and tables of many articles need, loaded when one is asked for, in bytes as brotli sends it.
const DESK_BUDGET: usize = 278_000;

/// The page's own part that comes late, in bytes as brotli sends it.
const LATE_BUDGET: usize = 112_000;

/// What the name of its file ends with.
const LATE: &str = "_late.wasm";

/// What the names of the desk's files begin with.
const DESK: &str = "lectern-desk";

/// Endings of files in `dist/` that no first reading waits for.
const LATER: [&str; 6] = [
    "sw.js",
    "example.txt",
    "installed.js",
    "_zh-Hans.txt",
    ".webmanifest",
    ".png",
];

/// The page's code as linked, while its functions still have names.
const LINKED: &str = "target/wasm32-unknown-unknown/page/lectern-page.wasm";

/// Parts of the standard library that bring tables of many kilobytes along and that one careless call lets in.
const HEAVY: [(&str, &str); 3] = [
    ("dec2flt", "read whole numbers, not fractions"),
    ("float_to_decimal", "print whole numbers, not fractions"),
    ("to_lowercase", "use lectern_core::text::case"),
];

/// The first of them that the code has, and what to do instead.
fn heavy(functions: &[(String, usize)]) -> Option<(&'static str, &'static str)> {
    let has = |part: &str| {
        functions
            .iter()
            .any(|(name, _)| name.contains(part) && !name.contains("ascii"))
    };
    HEAVY.into_iter().find(|(part, _)| has(part))
}

/// A row of the ledger, in bytes.
#[derive(Debug, Default, PartialEq, Eq)]
struct Weight {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the ledger of `dist/`, writes its sums as a Markdown table into the file `table`, and fails when it is over the budget.
///
/// # Errors
/// When it is over, when there is no built page, or when the table can't be written.
pub fn within_budget(table: Option<&Path>) -> Result<()> {
    let dist = root().join("dist");
    let first = |name: &str| {
        !name.starts_with(DESK) && !name.ends_with(LATE) && !LATER.iter().any(|ending| name.ends_with(ending))
    };
    let loaded = weigh_folder(&dist, &first)?;
    ensure!(
        loaded.iter().any(|row| row.name.ends_with(".wasm")),
        "dist/ holds no wasm: build the page first"
    );
    let learned = weigh_folder(&root().join("crates/lectern-core"), &|name| {
        name.ends_with(".bin")
    })?;
    let total = print(&loaded, &learned);
    let text: usize = loaded
        .iter()
        .filter(|row| !row.name.starts_with(READER))
        .map(|row| row.brotli)
        .sum();
    println!(
        "{:<44} {:>9.1} {:>9}",
        "of it, before the text of a paste is seen",
        text as f64 / 1000.0,
        TEXT_BUDGET / 1000
    );
    let late = weigh_later(
        &dist,
        LATE,
        "late: dialogs, putting right, reading aloud",
        LATE_BUDGET,
    )?;
    let desk = weigh_later(
        &dist,
        DESK,
        "desk: exports, imports, links; when asked for",
        DESK_BUDGET,
    )?;
    if let Ok(linked) = fs::read(root().join(LINKED)) {
        let functions = wasm::functions(&linked)?;
        print_code(&wasm::by_crate(&functions));
        if let Some((part, why)) = heavy(&functions) {
            bail!("the page's code has `{part}` in it: {why}");
        }
    }
    let sums = [
        ("the first load", total, BUDGET),
        ("of it, what the text of a paste needs", text, TEXT_BUDGET),
        ("what comes late", late, LATE_BUDGET),
        ("the desk, when something is taken away", desk, DESK_BUDGET),
    ];
    if let Some(table) = table {
        fs::write(table, of_sums(&sums)).with_context(|| format!("can't write {}", table.display()))?;
    }
    for (what, used, budget) in sums {
        ensure!(
            used <= budget,
            "{what}: {used} bytes, over the budget of {budget}"
        );
    }
    Ok(())
}

/// The sums as a Markdown table.
fn of_sums(sums: &[(&str, usize, usize)]) -> String {
    let mut table = String::from("| KB as brotli sends them | used | budget |\n| --- | ---: | ---: |\n");
    for (what, used, budget) in sums {
        table += &format!("| {what} | {:.1} | {} |\n", *used as f64 / 1000.0, budget / 1000);
    }
    table
}

/// Prints what the files of one name weigh, in bytes as brotli sends them, and returns it.
fn weigh_later(dist: &Path, name: &str, what: &str, budget: usize) -> Result<usize> {
    let files = weigh_folder(dist, &|file| file.starts_with(name) || file.ends_with(name))?;
    ensure!(
        files.iter().any(|row| row.name.ends_with(".wasm")),
        "dist/ holds no {name}: build the page for release"
    );
    let used = files.iter().map(|row| row.brotli).sum::<usize>();
    println!("{what:<44} {:>9.1} {:>9}", used as f64 / 1000.0, budget / 1000);
    Ok(used)
}

/// Prints every file, then the shares of the budget. Returns the sum of the files.
fn print(loaded: &[Weight], learned: &[Weight]) -> usize {
    println!(
        "{:<44} {:>9} {:>9} {:>9}",
        "first load, bytes", "raw", "gzip", "brotli"
    );
    for row in loaded {
        println!(
            "{:<44} {:>9} {:>9} {:>9}",
            row.name, row.raw, row.gzip, row.brotli
        );
    }
    let sum = |of: fn(&Weight) -> usize| loaded.iter().map(of).sum::<usize>();
    let total = sum(|row| row.brotli);
    println!(
        "{:<44} {:>9} {:>9} {total:>9}",
        "sum",
        sum(|row| row.raw),
        sum(|row| row.gzip)
    );
    let (model, other): (Vec<&Weight>, Vec<&Weight>) =
        learned.iter().partition(|row| row.name.contains("attribution"));
    let alone = |rows: &[&Weight]| rows.iter().map(|row| row.brotli).sum::<usize>();
    let wasm: usize = loaded
        .iter()
        .filter(|row| row.name.ends_with(".wasm"))
        .map(|row| row.brotli)
        .sum();
    let program = wasm.saturating_sub(alone(&model) + alone(&other));
    println!(
        "\n{:<44} {:>9} {:>9}",
        "shares, KB brotli (data weighed alone)", "used", "budget"
    );
    let share = |name: &str, used: usize, budget: usize| {
        println!("{name:<44} {:>9.1} {budget:>9}", used as f64 / 1000.0);
    };
    share("program: page and core rules", program, 150);
    share("attribution model", alone(&model), 260);
    share("everything else learned", alone(&other), 30);
    share("shell, styles and strings", total.saturating_sub(wasm), 30);
    share("all of it", total, BUDGET / 1000);
    total
}

/// Prints which crates the code comes from; the small ones in one row.
fn print_code(crates: &[(String, usize)]) {
    let all: usize = crates.iter().map(|(_, bytes)| bytes).sum();
    println!("\n{:<44} {:>9}", "code by crate, before wasm-opt", "percent");
    let percent = |bytes: usize| bytes as f64 * 100.0 / all.max(1) as f64;
    let (named, small): (Vec<_>, Vec<_>) = crates.iter().partition(|(_, bytes)| percent(*bytes) >= 2.0);
    for (name, bytes) in named {
        println!("{name:<44} {:>9.1}", percent(*bytes));
    }
    let small = small.iter().map(|(_, bytes)| bytes).sum();
    println!("{:<44} {:>9.1}", "others, under 2 percent each", percent(small));
}

/// Weighs the files below a folder whose name is wanted, in the order of their paths.
fn weigh_folder(folder: &Path, wanted: &dyn Fn(&str) -> bool) -> Result<Vec<Weight>> {
    let mut files = Vec::new();
    list(folder, &mut files)?;
    files.sort();
    let mut rows = Vec::new();
    for file in files {
        let name = file.strip_prefix(folder)?.to_string_lossy().into_owned();
        if wanted(&name) {
            rows.push(weigh(name, &fs::read(&file)?)?);
        }
    }
    Ok(rows)
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?
        } else {
            files.push(path)
        }
    }
    Ok(())
}

/// The file as it is, and as servers send it at their best setting.
fn weigh(name: String, bytes: &[u8]) -> Result<Weight> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes)?;
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &settings)?;
    Ok(Weight {
        name,
        raw: bytes.len(),
        gzip: gzip.finish()?.len(),
        brotli: brotli.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compressing_makes_text_smaller_and_counts_bytes() {
        let text = "said the minister on Monday, ".repeat(100);
        let row = weigh("a.txt".to_owned(), text.as_bytes()).expect("memory is enough");
        assert_eq!(row.raw, text.len());
        assert!(row.brotli < row.gzip && row.gzip < row.raw / 10, "{row:?}");
    }

    #[test]
    fn what_brings_large_tables_along_is_seen() {
        let code = |name: &str| [("memcpy".to_owned(), 9), (name.to_owned(), 4000)];
        let mangled = "_RINvNtNtCs_4core3fmt5float32float_to_decimal_common_shortestdE";
        assert_eq!(
            heavy(&code(mangled)).map(|(part, _)| part),
            Some("float_to_decimal")
        );
        assert_eq!(
            heavy(&code("alloc::str::to_lowercase")).map(|(part, _)| part),
            Some("to_lowercase")
        );
        assert_eq!(heavy(&code("alloc::str::to_ascii_lowercase")), None);
    }

    #[test]
    fn the_sum_is_that_of_the_files() {
        let row = |name: &str, brotli| Weight {
            name: name.to_owned(),
            raw: 9,
            gzip: 5,
            brotli,
        };
        assert_eq!(
            print(
                &[row("a.wasm", 300), row("b.js", 20)],
                &[row("attribution.bin", 100)]
            ),
            320
        );
    }
}
