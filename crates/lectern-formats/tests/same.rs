//! The JSON of whole articles is what it was: a move of code that is meant to change nothing can be seen to.
//!
//! `same.txt` keeps a digest of each reading. `UPDATE_EXPECT=1 cargo test -p lectern-formats --test same` writes it anew
//! where a change of the reading was meant. Articles of corpora are known by their number only, and compared where
//! `LECTERN_CORPORA` names the folder that holds them.
#![allow(clippy::unwrap_used, reason = "a panic is a test's report")]

use lectern_core::Overrides;
use lectern_formats::input::read_input;
use lectern_formats::json::{Document, Made};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders of the repository that hold articles for tests.
const FOLDERS: [&str; 5] = [
    "crates/lectern-core/tests/articles",
    "crates/lectern-core/tests/paste",
    "crates/lectern-e2e/articles",
    "crates/lectern-e2e/pages",
    "crates/lectern-eval/src/speed",
];

/// Bytes of a digest: enough to see a difference, short enough for a table.
const BYTES: usize = 8;

#[test]
fn the_json_of_every_article_is_as_it_was() {
    let kept_file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/same.txt");
    let kept_table = fs::read_to_string(&kept_file).unwrap_or_default();
    let mut kept: BTreeMap<&str, &str> = kept_table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.rsplit_once(' '))
        .collect();
    let found: Vec<(String, PathBuf, String)> = of_repository()
        .into_iter()
        .chain(of_corpora())
        .map(|(name, path)| {
            let digest = digest(&path);
            (name, path, digest)
        })
        .collect();
    let differing: Vec<String> = found
        .iter()
        .filter(|(name, _, digest)| kept.get(name.as_str()) != Some(&digest.as_str()))
        .map(|(name, path, _)| format!("{name} ({})", path.display()))
        .collect();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        kept.retain(|name, _| name.starts_with(CORPORA) && !has_corpora());
        kept.extend(
            found
                .iter()
                .map(|(name, _, digest)| (name.as_str(), digest.as_str())),
        );
        let lines: String = kept
            .iter()
            .map(|(name, digest)| format!("{name} {digest}\n"))
            .collect();
        fs::write(&kept_file, HEADER.to_owned() + &lines).unwrap();
        return;
    }
    assert!(
        differing.is_empty(),
        "another reading of {} of {} articles; where that was meant, write it anew with UPDATE_EXPECT=1:\n{}",
        differing.len(),
        found.len(),
        differing.join("\n")
    );
}

const HEADER: &str = "# Article, and a digest of its JSON (version 1, without `made`). Written by UPDATE_EXPECT=1 cargo \
                      test -p lectern-formats --test same\n";

/// What the names of articles of corpora begin with.
const CORPORA: &str = "corpora/";

fn has_corpora() -> bool {
    std::env::var_os("LECTERN_CORPORA").is_some()
}

/// The test articles of this repository, by their path in it.
fn of_repository() -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let articles: Vec<(String, PathBuf)> = FOLDERS
        .iter()
        .flat_map(|folder| articles_in(&root.join(folder)))
        .map(|path| {
            let name = path.strip_prefix(&root).unwrap().display().to_string();
            (name, path)
        })
        .collect();
    assert!(articles.len() > 20, "the articles are there");
    articles
}

/// Articles that lie outside: a first one that was pasted, and a development part.
fn of_corpora() -> Vec<(String, PathBuf)> {
    let Some(corpora) = std::env::var_os("LECTERN_CORPORA").map(PathBuf::from) else {
        println!("corpora skipped: LECTERN_CORPORA is not set");
        return Vec::new();
    };
    let development = articles_in(&corpora.join("corpora/polnear/dev/text"));
    assert!(!development.is_empty(), "the corpus is there");
    let first = (format!("{CORPORA}first"), corpora.join("seed/article.txt"));
    let numbered = development.into_iter().zip(1..);
    std::iter::once(first)
        .chain(numbered.map(|(path, number)| (format!("{CORPORA}development/{number:03}"), path)))
        .collect()
}

/// The files of text and html in a folder, in order of name.
fn articles_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ending == "txt" || ending == "html")
        })
        .collect();
    paths.sort();
    paths
}

/// A digest of the article's JSON, but for what made it.
fn digest(path: &Path) -> String {
    let input = match read_input(path, &fs::read(path).unwrap()) {
        Ok(input) => input,
        Err(error) => return error.to_string().replace(' ', "-"),
    };
    let mut document = Document::new("", &lectern_core::read(&input, &Overrides::default()));
    document.made = Made {
        by: String::new(),
        tagger: String::new(),
        model: None,
    };
    // fields that version 1 gained since the first table was kept, as they are where nobody has put anything right
    let json = serde_json::to_string(&document).unwrap();
    let json = json.replace(",\"by\":\"machine\",\"was\":null", "");
    let digest = Sha256::digest(json);
    base16ct::lower::encode_string(&digest[..BYTES])
}
