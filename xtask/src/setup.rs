//! Fetches the tools that building the page needs, once.
//!
//! Everything goes where a plain shell finds it (cargo's bin folder), so that
//! `trunk serve` and `trunk build --release` work without this program afterwards.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::browsers;
use crate::shell::{self, Shell};
use crate::tools::{self, Tool};

/// The newest Trunk that builds with the pinned compiler.
const TRUNK: &str = "0.21.14";
/// The npm package `binaryen`, which holds `wasm-opt`.
const BINARYEN: &str = "132.0.0";
const WASM: &str = "wasm32-unknown-unknown";

/// What the page needs and, if asked for, the browsers that the tests drive.
pub(crate) fn everything(shell: &Shell, chromium: bool, firefox: bool) -> Result<()> {
    page(shell)?;
    if chromium {
        browsers::chromium(shell)?;
    }
    if firefox {
        browsers::firefox(shell)?;
    }
    println!("set-up: everything is there");
    Ok(())
}

/// Compiler target, Trunk, wasm-bindgen and wasm-opt.
///
/// # Errors
/// When something is missing and can't be fetched; the error says what to do.
pub(crate) fn page(shell: &Shell) -> Result<()> {
    println!("set-up: looking for what the page is built with");
    trunk(shell)?;
    wasm(shell)?;
    if !shell.cargo_bin_on_path() {
        let bin = shell.cargo_home().join("bin");
        println!(
            "set-up: add {} to PATH to use trunk in a plain shell",
            bin.display()
        );
    }
    Ok(())
}

/// What any wasm is made with, the page's or a package's.
///
/// # Errors
/// When something is missing and can't be fetched; the error says what to do.
pub(crate) fn wasm(shell: &Shell) -> Result<()> {
    wasm_target(shell)?;
    wasm_bindgen(shell)?;
    wasm_opt(shell)
}

/// The compiler's standard library for WebAssembly.
pub(crate) fn wasm_target(shell: &Shell) -> Result<()> {
    let libraries =
        shell::output(
            shell
                .command("rustc")
                .args(["--print", "target-libdir", "--target", WASM]),
        )?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    println!("set-up: adding the compiler target {WASM} (20 MB, under a minute)");
    shell::run(shell.command("rustup").args(["target", "add", WASM])).with_context(|| {
        format!("the compiler target {WASM} is missing. With rustup: `rustup target add {WASM}`; run this again then")
    })
}

/// Built from source it has no TLS: then there was no network to download from, and with the tools of this set-up
/// it downloads nothing.
fn trunk(shell: &Shell) -> Result<()> {
    let archive = |machine| format!("trunk-rs/trunk/releases/download/v{TRUNK}/trunk-{machine}.tar.gz");
    tools::set_up(
        shell,
        &Tool {
            name: "trunk",
            version: TRUNK,
            programs: &["trunk"],
            install: &["--locked", "--no-default-features"],
            archive: tools::machine("gnu").map(archive),
            build_takes: "2 to 8 minutes",
        },
    )
}

/// The command line must have the very version that the page is linked against.
fn wasm_bindgen(shell: &Shell) -> Result<()> {
    let lock = fs::read_to_string(shell.root().join("Cargo.lock")).context("can't read Cargo.lock")?;
    let version = locked(&lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen")?;
    let archive = |machine| {
        format!(
            "wasm-bindgen/wasm-bindgen/releases/download/{version}/wasm-bindgen-{version}-{machine}.tar.gz"
        )
    };
    tools::set_up(
        shell,
        &Tool {
            name: "wasm-bindgen-cli",
            version,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            // Its TLS is for browsers that test far away.
            install: &["--no-default-features"],
            archive: tools::machine("musl").map(archive),
            build_takes: "1 to 4 minutes",
        },
    )
}

/// The version of a package in a lock file.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, rest) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    rest.split('"').next()
}

/// npm links the package's programs into the `bin` of the folder it installs to.
fn wasm_opt(shell: &Shell) -> Result<()> {
    let wanted = BINARYEN.split('.').next().unwrap_or(BINARYEN);
    if tools::has(shell, "wasm-opt", wanted) {
        return Ok(());
    }
    if shell.find("npm").is_none() {
        bail!(
            "wasm-opt is missing; it comes from the npm package binaryen, and npm is not on PATH. \
             Install Node.js 18 or newer (Debian: apt-get install nodejs npm) and run this again"
        );
    }
    println!("set-up: fetching wasm-opt {wanted} from npm (10 MB, seconds)");
    let package = format!("binaryen@{BINARYEN}");
    let mut npm = shell.command("npm");
    npm.args(["install", "--global", "--no-audit", "--no-fund", "--prefix"]);
    npm.arg(shell.cargo_home()).arg(&package);
    tools::fetch(&mut npm, &package, "the npm registry must be reachable")
}

/// npm packages for tests and figures, in a folder that git ignores. Returns its `node_modules`.
///
/// # Errors
/// When npm is missing or can't fetch them.
pub(crate) fn npm_packages(shell: &Shell, packages: &[(&str, &str)]) -> Result<PathBuf> {
    let folder = shell.root().join(".lectern/npm");
    let modules = folder.join("node_modules");
    let there = |name: &str, version: &str| {
        let about = fs::read_to_string(modules.join(name).join("package.json")).unwrap_or_default();
        about.contains(&format!("\"version\": \"{version}\""))
    };
    let missing = packages.iter().filter(|(name, version)| !there(name, version));
    let missing: Vec<String> = missing
        .map(|(name, version)| format!("{name}@{version}"))
        .collect();
    if missing.is_empty() {
        return Ok(modules);
    }
    let names = missing.join(" ");
    println!("set-up: fetching {names} from npm (seconds)");
    fs::create_dir_all(&folder).with_context(|| format!("can't make {}", folder.display()))?;
    // Without a manifest there, npm would look for one in the folders above.
    fs::write(folder.join("package.json"), "{}\n")?;
    let mut npm = shell.command("npm");
    npm.args([
        "install",
        "--no-audit",
        "--no-fund",
        "--no-package-lock",
        "--save-exact",
        "--prefix",
    ]);
    npm.arg(&folder).args(&missing);
    tools::fetch(&mut npm, &names, "the npm registry must be reachable")?;
    Ok(modules)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"0.2.7\"\nsource = \"\"\n";
        assert_eq!(locked(lock, "a"), Some("0.2.7"));
        assert_eq!(locked(lock, "c"), None);
    }
}
