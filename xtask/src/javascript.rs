//! The package for JavaScript.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::setup::{self, npm_packages};
use crate::shell::{self, Shell};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What the tests of the JavaScript package build with.
const BUILDERS: [(&str, &str); 2] = [("vite", "8.3.8"), ("typescript", "7.0.2")];

/// As for the page (`index.html`), so that the package reads just as fast and is just as small.
const WASM_OPT: [&str; 8] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--low-memory-unused",
];

/// Builds the JavaScript package and packs it. Gives the path of the file that npm installs.
///
/// # Errors
/// When a tool is missing or the package can't be built.
pub(crate) fn build(shell: &Shell) -> Result<PathBuf> {
    setup::wasm(shell)?;
    let packages = shell.root().join("target/packages");
    let package = packages.join("lectern");
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    let wasm = package.join("wasm");
    fs::create_dir_all(&wasm)?;
    copy_files(&shell.root().join("packages/lectern"), &package)?;
    shell.copy_licences(&package)?;

    let target = "wasm32-unknown-unknown";
    let mut cargo = shell.cargo(&[
        "build",
        "--package",
        "lectern-js",
        "--profile",
        "page",
        "--target",
        target,
    ]);
    shell::run(cargo.env_remove("CARGO_TARGET_DIR"))?;
    let mut bindgen = shell.command("wasm-bindgen");
    bindgen.args([
        "--target",
        "web",
        "--no-typescript",
        "--omit-default-module-path",
        "--out-name",
        "lectern",
    ]);
    bindgen.arg("--out-dir").arg(&wasm);
    let built = shell
        .root()
        .join("target")
        .join(target)
        .join("page/lectern_js.wasm");
    shell::run(bindgen.arg(built))?;
    let program = wasm.join("lectern_bg.wasm");
    let mut smaller = shell.command("wasm-opt");
    shell::run(smaller.args(WASM_OPT).arg(&program).arg("-o").arg(&program))?;

    let mut npm = shell.command("npm");
    npm.args(["pack", "--silent", "--pack-destination"])
        .arg(&packages);
    shell::run(npm.arg(&package)).context("packing needs npm (Debian: apt-get install nodejs npm)")?;
    let packed = packages.join(format!("lectern-{VERSION}.tgz"));
    let size = fs::metadata(&packed)?.len() / 1000;
    println!("{} ({size} KB)", packed.display());
    Ok(packed)
}

/// Installs the packed package as somebody else would and runs its tests, in Node, browsers and vite.
///
/// # Errors
/// When it can't be built, or a test fails.
pub(crate) fn test(shell: &Shell) -> Result<()> {
    let package = build(shell)?;
    let modules = npm_packages(shell, &BUILDERS)?;
    let tests = shell.root().join("packages/lectern/test");
    let mut node = shell.command("node");
    node.args(["--test", "--test-concurrency=1"]);
    for name in ["node.test.mjs", "browser.test.mjs"] {
        node.arg(tests.join(name));
    }
    node.env("LECTERN_PACKAGE", package)
        .env("LECTERN_NODE_MODULES", modules);
    shell::run(&mut node)
}

/// The files of a folder, without those of its folders.
fn copy_files(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from).with_context(|| format!("can't read {}", from.display()))? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}
