//! Looks at the repository's files themselves: nothing of one machine, and tidy sources.

use std::fs;

use anyhow::{Context, Result};

use crate::{none, output, root};

/// A source file longer than this wants to be two.
const LONGEST_SOURCE: usize = 420;

/// Endings of the files that are text; the rest is left alone.
const TEXT: [&str; 14] = [
    "rs",
    "toml",
    "md",
    "html",
    "css",
    "js",
    "mjs",
    "json",
    "txt",
    "tsv",
    "svg",
    "yml",
    "webmanifest",
    "run",
];

/// Host names of package registries and folders of one machine. Split, so that this file does not hold them.
const FOREIGN: [&str; 9] = [
    concat!("crates", ".io"),
    concat!("npmjs", ".org"),
    concat!("npmjs", ".com"),
    concat!("pypi", ".org"),
    concat!("debian", ".org"),
    concat!("rust-lang", ".org"),
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
];

/// The tracked and the new files whose path is wanted, as path and text.
///
/// # Errors
/// When git does not answer. Files that are not UTF-8 are left out.
pub(crate) fn files(wanted: impl Fn(&str) -> bool) -> Result<Vec<(String, String)>> {
    let list = output("git", &["ls-files", "--cached", "--others", "--exclude-standard"])
        .context("the checks of the repository need git and a clone")?;
    let read = |path: &str| Some((path.to_owned(), fs::read_to_string(root().join(path)).ok()?));
    Ok(list
        .lines()
        .filter(|path| wanted(path))
        .filter_map(read)
        .collect())
}

/// No file names a folder of one machine or a package registry. Cargo's own lock file is exempt.
pub fn portable() -> Result<()> {
    let mut faults = Vec::new();
    for (path, text) in files(|path| !path.ends_with("Cargo.lock"))? {
        faults.extend(
            foreign(&text)
                .into_iter()
                .map(|(line, what)| format!("{path}:{line}: {what}")),
        );
    }
    none(&faults)
}

/// Lines of a text that name what belongs to one machine only.
fn foreign(text: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for what in FOREIGN {
            let starts = |at: usize| {
                // after a name it is a path inside something, otherwise one of the machine
                !what.starts_with('/')
                    || !line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-~/".contains(c))
            };
            if line.match_indices(what).any(|(at, _)| starts(at)) {
                found.push((number + 1, what));
            }
        }
    }
    found
}

/// Headers, lengths and white space.
pub fn tidy() -> Result<()> {
    let text = |path: &str| {
        path.rsplit(['.', '/'])
            .next()
            .is_some_and(|ending| TEXT.contains(&ending))
    };
    let mut faults = Vec::new();
    for (path, text) in files(text)? {
        faults.extend(
            untidy(&path, &text)
                .into_iter()
                .map(|fault| format!("{path}: {fault}")),
        );
    }
    none(&faults)
}

/// The words of the page's second language, a message a line, as the page fetches them.
const MESSAGES: &str = "static/zh-Hans.txt";

/// What is wrong with one file.
fn untidy(path: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    // what people paste is kept as it comes
    if path.contains("/tests/paste/") {
        return faults;
    }
    if path.ends_with(".rs") {
        if !text.starts_with("//!") {
            faults.push("does not begin with a `//!` header".to_owned());
        }
        let lines = text.lines().count();
        if lines > LONGEST_SOURCE {
            faults.push(format!("{lines} lines, more than {LONGEST_SOURCE}"));
        }
    }
    let is_data = path.contains("/data/") && path.ends_with(".txt");
    if is_data && !text.lines().take(8).any(|line| line.starts_with("# origin:")) {
        faults.push("a word list without a line `# origin: …` on top".to_owned());
    }
    for (index, line) in text.lines().enumerate() {
        // two spaces at a line's end are a line break in Markdown; a message may end in one
        if line.ends_with([' ', '\t']) && !path.ends_with(".md") && path != MESSAGES {
            faults.push(format!("line {} ends in white space", index + 1));
        }
        if path.ends_with(".rs") && line.starts_with('\t') {
            faults.push(format!("line {} is indented with a tab", index + 1));
        }
    }
    if !text.is_empty() && !text.ends_with('\n') {
        faults.push("does not end in a line break".to_owned());
    }
    faults
}

/// Relative links and pictures in Markdown files name files that are there.
pub fn links() -> Result<()> {
    let mut faults = Vec::new();
    for (path, text) in files(|path| path.ends_with(".md"))? {
        let file = root().join(&path);
        let folder = file.parent().unwrap_or(&file);
        let dead = targets(&text).filter(|target| !folder.join(target).exists());
        faults.extend(dead.map(|target| format!("{path}: there is no {target}")));
    }
    none(&faults)
}

/// What the Markdown links of a text lead to, where that is a file of the repository.
fn targets(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| {
        let target = rest.split([')', ' ', '#']).next()?;
        let elsewhere = target.is_empty() || target.contains(':') || target.contains('\n');
        (!elsewhere).then_some(target)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_a_machine_are_found_and_paths_inside_are_not() {
        let machine = concat!("see \"/ro", "ot/x\" and /ho", "me/y");
        let found: Vec<usize> = foreign(machine).iter().map(|(line, _)| *line).collect();
        assert_eq!(found, [1, 1]);
        assert!(foreign(concat!("static/ro", "ot/x and a/wo", "rk/b")).is_empty());
        assert_eq!(foreign(concat!("from https://crates", ".io/x")).len(), 1);
    }

    #[test]
    fn links_to_files_are_told_from_others() {
        let text = "[a](docs/a.md#part) ![b](b.png \"title\") [c](https://example.org) [d](#here)";
        assert_eq!(targets(text).collect::<Vec<_>>(), ["docs/a.md", "b.png"]);
    }

    #[test]
    fn untidy_files_are_named() {
        assert!(untidy("a.rs", "//! Fine.\nfn a() {}\n").is_empty());
        assert_eq!(
            untidy("a.rs", "fn a() {}\n"),
            ["does not begin with a `//!` header"]
        );
        assert_eq!(untidy("a.css", "a { } \n"), ["line 1 ends in white space"]);
        assert_eq!(untidy("a.css", "a { }"), ["does not end in a line break"]);
        assert_eq!(untidy("c/data/words.txt", "word\n").len(), 1);
        assert!(
            untidy(
                "c/data/words.txt",
                "# Words.\n# origin: written for this project\nword\n"
            )
            .is_empty()
        );
        let long = format!("//! Long.\n{}", "fn a() {}\n".repeat(LONGEST_SOURCE));
        assert_eq!(untidy("a.rs", &long), ["421 lines, more than 420"]);
    }
}
