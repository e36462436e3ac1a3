//! The invariants of the design that a command can check.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, ensure};

use crate::code::{code_lines, is_test_file};
use crate::{none, output, repository, root};

/// Packages of the browser, of asynchronous run times and of randomness.
const NOT_IN_CORE: [&str; 8] = [
    "wasm-bindgen",
    "web-sys",
    "js-sys",
    "gloo",
    "yew",
    "tokio",
    "getrandom",
    "rand",
];

/// What the core's own code must not name: files, clocks, threads, the environment, floats.
const NOT_IN_CORE_SOURCES: [&str; 9] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::time",
    "std::thread",
    "std::process",
    "SystemTime",
    "f32",
    "f64",
];

/// Ways past Yew's escaping, and attributes that the page's policy forbids.
const NOT_IN_PAGE: [&str; 6] = [
    "from_html_unchecked",
    "set_inner_html",
    ".innerHTML",
    "insertAdjacentHTML",
    "insert_adjacent_html",
    "document.write",
];

/// The policy that makes "no request but for its own files" checkable.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
                      base-uri 'none'; form-action 'none'";

/// `cargo tree` of the core, with every feature on, has none of the forbidden packages.
pub fn core_dependencies() -> Result<()> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let tree = output(
        &cargo,
        &[
            "tree",
            "-p",
            "lectern-core",
            "--edges",
            "normal",
            "--all-features",
            "--target",
            "all",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ],
    )?;
    let packages: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    ensure!(
        packages.contains("lectern-core"),
        "cargo tree printed no tree:\n{tree}"
    );
    let found: Vec<&str> = NOT_IN_CORE
        .into_iter()
        .filter(|name| packages.contains(name))
        .collect();
    ensure!(found.is_empty(), "lectern-core depends on {}", found.join(", "));
    Ok(())
}

/// The same text gives the same Article everywhere, so the core's code (not its tests) names nothing outside it.
pub fn core_sources() -> Result<()> {
    let files = repository::files(|path| {
        path.starts_with("crates/lectern-core/src/") && path.ends_with(".rs") && !is_test_file(path)
    })?;
    ensure!(!files.is_empty(), "the core's sources were not found");
    let mut faults = Vec::new();
    for (path, text) in &files {
        for (number, line) in code_lines(text) {
            for word in NOT_IN_CORE_SOURCES.into_iter().filter(|word| names(line, word)) {
                faults.push(format!("{path}:{number}: {word}"));
            }
        }
    }
    none(&faults)
}

/// Text reaches the page only as text.
pub fn page_sources() -> Result<()> {
    let page = |path: &str| {
        path == "index.html"
            || path.starts_with("src/")
            || (path.starts_with("static/") && path.ends_with(".js"))
    };
    let mut faults = Vec::new();
    for (path, text) in repository::files(page)? {
        for (number, line) in code_lines(&text) {
            let raw = NOT_IN_PAGE.into_iter().filter(|word| line.contains(word));
            faults.extend(raw.map(|word| format!("{path}:{number}: {word}")));
            if line.contains(" style=") {
                faults.push(format!("{path}:{number}: a style attribute"));
            }
        }
    }
    none(&faults)
}

/// The names of the seed article's speakers occur in no source, list or rule.
pub fn no_names() -> Result<()> {
    let corpora = env::var_os("LECTERN_CORPORA").filter(|folder| !folder.is_empty());
    let Some(gold) = corpora.map(|folder| PathBuf::from(folder).join("seed/gold/article.json")) else {
        println!("skipped: LECTERN_CORPORA is not set");
        return Ok(());
    };
    let gold = fs::read_to_string(&gold).with_context(|| format!("can't read {}", gold.display()))?;
    let names: BTreeSet<&str> = gold
        .split("\"name\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').nth(1))
        .flat_map(|name| name.split(' '))
        .filter(|name| name.len() > 3)
        .collect();
    ensure!(!names.is_empty(), "the seed's gold file has no names");
    let mut faults = Vec::new();
    for (path, text) in repository::files(|path| path.starts_with("crates/") || path.starts_with("src/"))? {
        for (number, line) in text.lines().enumerate() {
            for name in names.iter().filter(|name| self::names(line, name)) {
                faults.push(format!("{path}:{}: {name}", number + 1));
            }
        }
    }
    none(&faults)
}

/// The built page carries the policy, word for word, and no script of its own that the policy would block.
pub fn policy() -> Result<()> {
    let page = fs::read_to_string(root().join("dist/index.html")).context("can't read dist/index.html")?;
    ensure!(
        page.contains(POLICY),
        "dist/index.html does not carry this policy:\n{POLICY}"
    );
    for script in page.split("<script").skip(1) {
        let tag = script.split('>').next().unwrap_or_default();
        ensure!(
            tag.contains("src="),
            "dist/index.html has an inline script, which its policy blocks"
        );
    }
    ensure!(
        !page.contains("<style"),
        "dist/index.html has an inline style, which its policy blocks"
    );
    Ok(())
}

/// Whether the word stands in the line as a word of its own.
fn names(line: &str, word: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        !line[..at].chars().next_back().is_some_and(inside)
            && !line[at + word.len()..].chars().next().is_some_and(inside)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_only_as_a_word() {
        assert!(names("let x: f64 = 1.0;", "f64"));
        assert!(names("std::fs::read(path)", "std::fs"));
        assert!(!names("let af64b = 1;", "f64"));
        assert!(!names("use std::fsx;", "std::fs"));
    }
}
