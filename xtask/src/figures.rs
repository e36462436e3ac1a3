//! Pictures and measurements of the built page, both taken by programs of `crates/lectern-e2e`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::setup::{self, npm_packages};
use crate::shell::{self, Shell};
use crate::{models, page};

/// What the bench compares with, and the bundler that makes it loadable.
const OTHERS: [(&str, &str); 4] = [
    ("compromise", "14.17.0"),
    ("wink-nlp", "2.4.0"),
    ("wink-eng-lite-web-model", "1.8.1"),
    ("esbuild", "0.28.2"),
];

/// Builds the page and takes pictures of it into a folder.
///
/// # Errors
/// When the page can't be built or the browser can't be driven.
pub(crate) fn screens(shell: &Shell, out: &Path, article: Option<&Path>) -> Result<()> {
    setup::everything(shell, true, false)?;
    page::build(shell)?;
    let mut screens = shell.cargo(&["run", "--quiet", "--package", "lectern-e2e", "--bin", "screens"]);
    screens
        .env("LECTERN_DIST", shell.root().join("dist"))
        .env("LECTERN_SCREENS", shell.root().join(out));
    if let Some(article) = article {
        screens.env("LECTERN_ARTICLE", std::path::absolute(article)?);
    }
    shell::run(&mut screens)
}

/// Builds the page, measures it in Chromium beside others that run in a browser, weighs it, and measures the core natively;
/// `write` puts all figures into docs/performance.md.
///
/// # Errors
/// When something can't be built, fetched or driven, or a figure is over its bar.
pub(crate) fn bench(shell: &Shell, write: bool) -> Result<()> {
    setup::everything(shell, true, false)?;
    let others = bundle_others(shell)?;
    page::build(shell)?;
    if models::corpora().is_none() {
        println!("LECTERN_CORPORA is not set: only the tests' own article is measured");
    }
    let tables = shell.root().join("target/tables");
    fs::create_dir_all(&tables).with_context(|| format!("can't make {}", tables.display()))?;
    let run = ["run", "--quiet", "--release", "--package"];
    let mut browser = shell.cargo(&run);
    browser.args(["lectern-e2e", "--bin", "bench"]);
    shell::run(
        browser
            .env("LECTERN_DIST", shell.root().join("dist"))
            .env("LECTERN_OTHERS", others)
            .env("LECTERN_TABLES", &tables),
    )?;
    let mut size = shell.cargo(&["run", "--quiet", "--package", "lectern-checks", "--", "size"]);
    shell::run(size.arg(tables.join("sizes.md")))?;
    models::bench(shell, write)?;
    if write {
        models::write_tables(shell, &tables)?;
    }
    Ok(())
}

/// One script that holds the other readers, beside the page that loads it.
fn bundle_others(shell: &Shell) -> Result<PathBuf> {
    let packages = npm_packages(shell, &OTHERS)?;
    let sources = shell.root().join("crates/lectern-e2e/bench");
    let folder = shell.root().join("target/others");
    fs::create_dir_all(&folder).with_context(|| format!("can't make {}", folder.display()))?;
    let mut bundler = shell.command(packages.join(".bin/esbuild"));
    bundler
        .arg(sources.join("others.js"))
        .args(["--bundle", "--minify", "--log-level=warning"]);
    bundler.arg(format!("--outfile={}", folder.join("others.js").display()));
    shell::run(bundler.env("NODE_PATH", &packages))?;
    fs::copy(sources.join("others.html"), folder.join("others.html"))?;
    Ok(folder)
}
