//! The folder that Trunk has built: its files, as index.html names them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use crate::places::without_places;
use crate::split::Late;
use crate::{small, split};

/// What no first reading waits for, as paths of modules and functions.
const LATE: &[&str] = &[
    "lectern::aloud::light",
    "lectern::aloud::plan",
    "lectern::aloud::player",
    "lectern::aloud::speech",
    "lectern::app::bookmarklet::Bookmarklet",
    "lectern::app::history::unpack",
    "lectern::app::notices::Filtered",
    "lectern::app::notices::Shelf",
    "lectern::app::notices::other_encodings",
    "lectern::app::regret",
    "lectern::app::announcer::put_right",
    "lectern::app::earlier",
    "lectern::article::edges::dragged",
    "lectern::article::copy::prose",
    "lectern::article::marking",
    "lectern::article::picking::begin",
    "lectern::article::picking::select",
    "lectern::article::print_key",
    "lectern::card::copy",
    "lectern::card::details",
    "lectern::context::Hand>::judge",
    "lectern::context::come_back",
    "lectern::desk",
    "lectern_core::corrections::apply_over",
    "lectern_core::text::encoding::guess",
    "lectern::aloud::use_reading_aloud",
    "lectern::card::made",
    "lectern::card::mend",
    "lectern::dialogs",
    "lectern::input::decode::decode",
    "lectern::input::decode::decode_as",
    "lectern::input::decoded_as",
    "lectern::input::folder",
    "lectern::input::Taken>::come_back",
    "lectern::article::view::use_paper::inner_fn::{closure#1}::{closure#0}",
    "lectern::panel::check",
    "lectern::panel::mend",
    "lectern::panel::mended",
    "lectern::panel::removed",
    "lectern::state::correct",
    "lectern::parts::choose",
    "lectern::parts::doubt",
    "lectern::storage::articles",
    "lectern::storage::database",
    "lectern::parts::refusal::left_out_words",
];

/// What the names of the page's files begin with.
const PAGE: &str = "lectern-page";

/// The programs of the page's workers.
const WORKERS: [&str; 2] = ["lectern-reader", "lectern-desk"];

/// The words of the page's second language.
const WORDS: &str = "zh-Hans.txt";

/// Named functions of no more bytes come late only where nothing else calls them: compilers merge what is as small.
const SMALL: usize = 120;

/// The function of the page that fetches what comes late.
const FETCH: &str = "load_late";

/// What both files are made of; the same list as in index.html, where the names of functions are kept for this.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-debug",
];

/// Leaves out what a part does not use.
const UNUSED: [&str; 2] = ["--remove-unused-module-elements", "--remove-unused-types"];

/// The same, and takes control flow apart once, after which the usual passes find more: a hundredth of all bytes.
const SMALLER: [&str; 6] = [UNUSED[0], UNUSED[1], "--flatten", "--rereloop", "-Oz", "-Oz"];

/// Parts the page's wasm in the folder, and names both files in index.html.
///
/// # Errors
/// When the folder does not hold what Trunk builds for release, or `wasm-opt` is missing.
pub fn part(folder: &Path) -> Result<()> {
    let (whole, glue) = (find(folder, "_bg.wasm")?, find(folder, ".js")?);
    let late = Late {
        named: &split::in_modules(LATE),
        small: SMALL,
    };
    let parts = split::split(&fs::read(&whole)?, &fs::read_to_string(&glue)?, FETCH, &late)?;
    ensure!(
        parts.functions > 0,
        "nothing comes late: has the wasm lost the names of its functions?"
    );
    let first = without_places(optimized(folder, &parts.first, &SMALLER)?)?;
    let first = store(folder, "_bg.wasm", &first)?;
    let late = store(folder, "_late.wasm", &optimized(folder, &parts.late, &UNUSED)?)?;
    let script = store(folder, ".js", parts.glue.as_bytes())?;
    fs::remove_file(&whole)?;
    fs::remove_file(&glue)?;
    let index = folder.join("index.html");
    let mut html = fs::read_to_string(&index)?;
    for (old, new) in [(&whole, &first), (&glue, &script)] {
        html = rename(&html, &name_of(old)?, new)?;
    }
    html = join_styles(folder, &html)?;
    for worker in WORKERS {
        let wasm = folder.join(format!("{worker}_bg.wasm"));
        let smaller = optimized(folder, &fs::read(&wasm)?, &SMALLER)?;
        fs::write(&wasm, without_places(smaller)?)?;
    }
    let scripts = ["boot", "installed", "late", "theme", "worker"]
        .into_iter()
        .chain(WORKERS);
    for name in scripts.map(|name| format!("{name}.js")) {
        let file = folder.join(name);
        fs::write(&file, small::script(&fs::read_to_string(&file)?))?;
    }
    let words = folder.join(WORDS);
    let chinese = store(folder, "_zh-Hans.txt", &fs::read(&words)?)?;
    fs::remove_file(&words)?;
    html = tell(&html, "lectern-words", &chinese)?;
    html = tell(&html, "lectern-late", &late)?;
    fs::write(&index, small::page(&html))?;
    println!("{} functions come late, in {}", parts.functions, late.name);
    Ok(())
}

/// The page's file of this ending.
fn find(folder: &Path, ending: &str) -> Result<PathBuf> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = name_of(&path)?;
        if name.starts_with(PAGE) && name.ends_with(ending) {
            return Ok(path);
        }
    }
    bail!("{} holds no {PAGE}*{ending}", folder.display())
}

fn name_of(path: &Path) -> Result<String> {
    let name = path.file_name().context("a path without a name")?;
    Ok(name.to_string_lossy().into_owned())
}

/// The wasm after these passes of `wasm-opt`.
fn optimized(folder: &Path, wasm: &[u8], passes: &[&str]) -> Result<Vec<u8>> {
    let path = folder.join("part.wasm");
    fs::write(&path, wasm)?;
    let done = Command::new("wasm-opt")
        .args(FEATURES)
        .args(passes)
        .arg(&path)
        .arg("-o")
        .arg(&path)
        .status()
        .context("wasm-opt did not start; `cargo xtask setup` installs it")?;
    ensure!(done.success(), "wasm-opt failed on a part of the page");
    let pruned = fs::read(&path)?;
    fs::remove_file(&path)?;
    Ok(pruned)
}

/// A file as index.html speaks of it.
struct Stored {
    name: String,
    integrity: String,
}

/// Stores a file under a name that tells its content.
fn store(folder: &Path, ending: &str, content: &[u8]) -> Result<Stored> {
    let hash: String = Sha256::digest(content)[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let name = format!("{PAGE}-{hash}{ending}");
    fs::write(folder.join(&name), content)?;
    let integrity = format!("sha384-{}", STANDARD.encode(Sha384::digest(content)));
    Ok(Stored { name, integrity })
}

/// Puts the new name and hash of a file where index.html has the old ones.
fn rename(html: &str, old: &str, new: &Stored) -> Result<String> {
    let (before, rest) = html
        .split_once(old)
        .with_context(|| format!("index.html does not name {old}"))?;
    let (between, rest) = rest
        .split_once("integrity=\"")
        .with_context(|| format!("{old} has no hash"))?;
    let (_, after) = rest
        .split_once('"')
        .with_context(|| format!("the hash of {old} has no end"))?;
    Ok(format!(
        "{before}{}{between}integrity=\"{}\"{after}",
        new.name, new.integrity
    ))
}

/// Makes one style sheet of all, in their order: one request, and fewer bytes than each by itself.
fn join_styles(folder: &Path, html: &str) -> Result<String> {
    const LINK: &str = "<link rel=\"stylesheet\" href=\"./";
    let mut pieces = html.split(LINK);
    let mut rest = pieces.next().unwrap_or_default().trim_end().to_owned();
    let mut all = String::new();
    for piece in pieces {
        let (name, after) = piece
            .split_once('"')
            .context("a style sheet without an address")?;
        let (_, after) = after
            .split_once("/>")
            .context("a style sheet's link without an end")?;
        let file = folder.join(name);
        all.push_str(&small::style(&fs::read_to_string(&file)?));
        fs::remove_file(&file)?;
        rest.push_str(after.trim_end());
    }
    ensure!(!all.is_empty(), "index.html names no style sheet");
    let Stored { name, integrity } = store(folder, ".css", all.as_bytes())?;
    let link = format!("{LINK}{name}\" integrity=\"{integrity}\"/></head>");
    Ok(rest.replacen("</head>", &link, 1))
}

/// Tells where a file is that the page fetches by itself.
fn tell(html: &str, what: &str, file: &Stored) -> Result<String> {
    let (head, rest) = html.split_once("</head>").context("index.html has no head")?;
    let Stored { name, integrity } = file;
    Ok(format!(
        "{head}<meta name=\"{what}\" content=\"./{name}\" data-integrity=\"{integrity}\"></head>{rest}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_its_files() {
        let stored = |name: &str, integrity: &str| Stored {
            name: name.into(),
            integrity: integrity.into(),
        };
        let html = r#"<head><link href="./page_bg.wasm" integrity="sha384-old" as="fetch"></head><body>"#;
        let new = rename(html, "page_bg.wasm", &stored("a.wasm", "sha384-a")).expect("it is named");
        assert_eq!(
            tell(&new, "lectern-late", &stored("b.wasm", "sha384-b")).expect("it has a head"),
            r#"<head><link href="./a.wasm" integrity="sha384-a" as="fetch"><meta name="lectern-late" content="./b.wasm" data-integrity="sha384-b"></head><body>"#
        );
        assert!(rename("<head></head>", "page_bg.wasm", &stored("a", "a")).is_err());
    }
}
