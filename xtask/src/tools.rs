//! Puts tools into cargo's bin folder: a prebuilt one where it can be downloaded, built from source otherwise.

use std::env::consts::{ARCH, OS};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::progress;
use crate::shell::{self, Shell};

/// Tools are run for seconds, not hours: what counts is that they are there soon.
const QUICK_BUILD: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS", "false"),
];

/// A network that answers does so at once; without one nobody waits long.
const CURL: [&str; 11] = [
    "--silent",
    "--fail",
    "--location",
    "--connect-timeout",
    "3",
    "--speed-time",
    "5",
    "--speed-limit",
    "20000",
    "--max-time",
    "120",
];

/// Where releases of programs are.
const RELEASES: &str = "https://github.com";

/// A program that is published as a crate and, for some machines, ready to run.
#[derive(Debug)]
pub(crate) struct Tool<'a> {
    /// The crate, which is also what `cargo install` is told.
    pub(crate) name: &'a str,
    pub(crate) version: &'a str,
    /// The programs that are wanted of it; each answers `--version` with the version.
    pub(crate) programs: &'a [&'a str],
    /// Further arguments for `cargo install`.
    pub(crate) install: &'a [&'a str],
    /// The archive of this version for this machine, below [`RELEASES`]; none where nobody makes one.
    pub(crate) archive: Option<String>,
    /// How long a build takes, in words.
    pub(crate) build_takes: &'a str,
}

/// Has the tool in its version in cargo's bin folder.
///
/// # Errors
/// When it can be neither downloaded nor built.
pub(crate) fn set_up(shell: &Shell, tool: &Tool<'_>) -> Result<()> {
    if is_there(shell, tool) {
        return Ok(());
    }
    let Tool { name, version, .. } = tool;
    if let Some(archive) = &tool.archive {
        println!("set-up: looking for a prebuilt {name} {version}");
        match download(shell, tool, archive) {
            Ok(()) if is_there(shell, tool) => return Ok(()),
            Ok(()) => println!("  the one that was found does not run here"),
            Err(error) => println!("  none: {error:#}"),
        }
    }
    println!("set-up: building {name} {version} ({})", tool.build_takes);
    build(shell, tool)
}

fn is_there(shell: &Shell, tool: &Tool<'_>) -> bool {
    tool.programs
        .iter()
        .all(|program| has(shell, program, tool.version))
}

/// Takes the tool's programs out of a release's archive.
fn download(shell: &Shell, tool: &Tool<'_>, archive: &str) -> Result<()> {
    ensure!(
        shell.find("curl").is_some() && shell.find("tar").is_some(),
        "curl or tar is missing"
    );
    let folder = shell.root().join("target/tools").join(tool.name);
    fs::create_dir_all(&folder).with_context(|| format!("can't make {}", folder.display()))?;
    let file = folder.join("archive.tar.gz");
    let mut curl = shell.command("curl");
    curl.args(CURL).arg("--output").arg(&file);
    let status = curl.arg(format!("{RELEASES}/{archive}")).status()?;
    if !status.success() {
        bail!("it could not be downloaded");
    }
    let mut tar = shell.command("tar");
    tar.arg("-xzf").arg(&file).arg("-C").arg(&folder);
    shell::output(&mut tar)?;
    let bin = shell.cargo_home().join("bin");
    fs::create_dir_all(&bin)?;
    for program in tool.programs {
        let found = find_below(&folder, program).with_context(|| format!("no {program} in the archive"))?;
        fs::copy(&found, bin.join(program))?;
    }
    Ok(())
}

/// The file of that name in the folder or in a folder of it: archives differ.
fn find_below(folder: &std::path::Path, name: &str) -> Option<PathBuf> {
    let direct = folder.join(name);
    if direct.is_file() {
        return Some(direct);
    }
    let entries = fs::read_dir(folder).ok()?;
    entries
        .filter_map(|entry| Some(entry.ok()?.path().join(name)))
        .find(|file| file.is_file())
}

/// Builds the tool with cargo.
fn build(shell: &Shell, tool: &Tool<'_>) -> Result<()> {
    let mut cargo = shell.cargo(&["install", "--force", tool.name, "--version", tool.version]);
    cargo.args(tool.install).envs(QUICK_BUILD);
    // Not in the root: its .cargo and rust-toolchain belong to the page.
    cargo
        .current_dir(std::env::temp_dir())
        .env_remove("CARGO_TARGET_DIR");
    fetch(
        &mut cargo,
        tool.name,
        "cargo must reach its registry, and a C compiler must be there (Debian: build-essential)",
    )
}

/// Runs what fetches or builds something; an error says what that needs.
///
/// # Errors
/// When the command fails.
pub(crate) fn fetch(command: &mut Command, what: &str, needs: &str) -> Result<()> {
    progress::run(command).with_context(|| {
        let line = shell::written(command);
        format!("{what} could not be set up: {needs}. Try `{line}` by hand to see more; what is already set up is kept")
    })
}

/// Whether the program is there in this version.
pub(crate) fn has(shell: &Shell, program: &str, version: &str) -> bool {
    shell
        .version(program)
        .is_some_and(|line| line.split([' ', '(', ')', '\n']).any(|word| word == version))
}

/// The machine as the names of release archives have it, such as `x86_64-unknown-linux-musl`, with the given C
/// library on Linux; none for machines that few archives are made for.
pub(crate) fn machine(library: &str) -> Option<String> {
    match (ARCH, OS) {
        ("x86_64" | "aarch64", "linux") => Some(format!("{ARCH}-unknown-linux-{library}")),
        ("x86_64" | "aarch64", "macos") => Some(format!("{ARCH}-apple-darwin")),
        _ => None,
    }
}
