//! Building and serving the page with Trunk.

use anyhow::Result;

use crate::setup;
use crate::shell::{self, Shell};

/// Builds the page for release into `dist/`.
pub(crate) fn build(shell: &Shell) -> Result<()> {
    setup::page(shell)?;
    shell::run(trunk(shell).args(["build", "--release"]))
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
fn trunk(shell: &Shell) -> std::process::Command {
    let mut command = shell.command("trunk");
    command.env_remove("NO_COLOR");
    command
}
