//! Building and serving the page with Trunk.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::setup;
use crate::shell::{self, Shell};

/// Builds the page for release into `dist/`.
pub(crate) fn build(shell: &Shell) -> Result<()> {
    setup::page(shell)?;
    shell::run(trunk(shell).args(["build", "--release"]))
}

/// Packs the page that Trunk has just built, if it is for release: the wasm in two parts, and what the page needs
/// offline. Trunk runs this and says in its variables what it built, and where.
pub(crate) fn pack(shell: &Shell) -> Result<()> {
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile != "release") {
        return Ok(());
    }
    let folder = env::var("TRUNK_STAGING_DIR").context("Trunk runs this after it has built the page")?;
    shell::run(lectern_pack(shell).args(["page", &folder]))
}

/// Writes the page in `dist/` as one file.
pub(crate) fn one_file(shell: &Shell) -> Result<()> {
    shell::run(
        lectern_pack(shell)
            .args(["one-file", "dist"])
            .arg(lectern_html(shell)),
    )
}

/// Where the page stands as one file.
pub(crate) fn lectern_html(shell: &Shell) -> PathBuf {
    shell.root().join("target/lectern.html")
}

fn lectern_pack(shell: &Shell) -> Command {
    shell.cargo(&["run", "--quiet", "--package", "lectern-pack", "--"])
}

/// Serves the page until the person stops it; built again on each change of a file.
///
/// The page's policy forbids inline scripts, so Trunk's reload script is switched off
/// (`Trunk.toml`, `no_autoreload`): reload by hand after "success".
pub(crate) fn serve(shell: &Shell, port: u16, release: bool) -> Result<()> {
    setup::page(shell)?;
    println!(
        "building the page; then it is at http://127.0.0.1:{port}/ (reload by hand after a change, Ctrl+C ends)"
    );
    let port = port.to_string();
    let mut command = trunk(shell);
    command.args(["serve", "--port", &port]);
    if release {
        command.arg("--release");
    }
    shell::run(&mut command)
}

/// Trunk reads `NO_COLOR=1`, which some machines set, as a flag of its own and refuses it.
fn trunk(shell: &Shell) -> Command {
    let mut command = shell.command("trunk");
    command.env_remove("NO_COLOR");
    command
}
