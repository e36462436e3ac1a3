//! Fetches the tools that building the page needs, once.
//!
//! Everything goes where a plain shell finds it (cargo's bin folder), so that
//! `trunk serve` and `trunk build --release` work without this program afterwards.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::browsers;
use crate::shell::{self, Shell};

/// The newest Trunk that builds with the pinned compiler.
const TRUNK: &str = "0.21.14";
/// The npm package `binaryen`, which holds `wasm-opt`.
const BINARYEN: &str = "132.0.0";
const WASM: &str = "wasm32-unknown-unknown";

/// Tools are run for seconds, not hours: a quick build of them is worth more than their last few percent.
const QUICK_BUILD: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

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
    wasm_target(shell)?;
    trunk(shell)?;
    wasm_bindgen(shell)?;
    wasm_opt(shell)?;
    if !shell.cargo_bin_on_path() {
        let bin = shell.cargo_home().join("bin");
        println!(
            "set-up: add {} to PATH to use trunk in a plain shell",
            bin.display()
        );
    }
    Ok(())
}

/// The compiler's standard library for WebAssembly.
pub(crate) fn wasm_target(shell: &Shell) -> Result<()> {
    let libraries =
        shell::output(
            shell
                .command("rustc")
                .args(["--print", "target-libdir", "--target", WASM]),
        )?;
    if std::path::Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    println!("set-up: adding the compiler target {WASM} (20 MB, under a minute)");
    shell::run(shell.command("rustup").args(["target", "add", WASM])).with_context(|| {
        format!("the compiler target {WASM} is missing. With rustup: `rustup target add {WASM}`; run this again then")
    })
}

fn trunk(shell: &Shell) -> Result<()> {
    if has(shell, "trunk", TRUNK) {
        return Ok(());
    }
    println!("set-up: building trunk {TRUNK} (2 to 8 minutes)");
    install(shell, &["trunk", "--locked", "--version", TRUNK])
}

/// The command line must have the very version that the page is linked against.
fn wasm_bindgen(shell: &Shell) -> Result<()> {
    let id = shell::output(&mut shell.cargo(&["pkgid", "wasm-bindgen"]))?;
    let version = id.trim().rsplit(['@', '#', ':']).next().unwrap_or_default();
    if has(shell, "wasm-bindgen", version) && has(shell, "wasm-bindgen-test-runner", version) {
        return Ok(());
    }
    println!("set-up: building wasm-bindgen-cli {version} (1 to 4 minutes)");
    install(shell, &["wasm-bindgen-cli", "--version", version])
}

/// npm links the package's programs into the `bin` of the folder it installs to.
fn wasm_opt(shell: &Shell) -> Result<()> {
    let wanted = BINARYEN.split('.').next().unwrap_or(BINARYEN);
    if has(shell, "wasm-opt", wanted) {
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
    fetch(&mut npm, &package, "the npm registry must be reachable")
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
    // Its own words are worth reading only when it fails; then they are in the error.
    shell::output(&mut npm)
        .with_context(|| format!("{names} could not be set up: the npm registry must be reachable"))?;
    Ok(modules)
}

/// Builds a tool with cargo into cargo's bin folder.
///
/// # Errors
/// When it can't be fetched or built.
pub(crate) fn install(shell: &Shell, arguments: &[&str]) -> Result<()> {
    let mut cargo = shell.cargo(&["install", "--quiet", "--force"]);
    cargo.args(arguments).envs(QUICK_BUILD);
    // Not in the root: its .cargo and rust-toolchain belong to the page.
    cargo
        .current_dir(std::env::temp_dir())
        .env_remove("CARGO_TARGET_DIR");
    let what = arguments.first().copied().unwrap_or_default();
    fetch(
        &mut cargo,
        what,
        "cargo must reach its registry, and a C compiler must be there (Debian: build-essential)",
    )
}

fn fetch(command: &mut Command, what: &str, needs: &str) -> Result<()> {
    shell::run(command).with_context(|| {
        let line = shell::written(command);
        format!("{what} could not be set up: {needs}. Try `{line}` by hand to see more; what is already set up is kept")
    })
}

/// Whether the program is there in this version.
fn has(shell: &Shell, program: &str, version: &str) -> bool {
    shell
        .version(program)
        .is_some_and(|line| line.split([' ', '(', ')']).any(|word| word == version))
}
