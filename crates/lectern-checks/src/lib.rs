//! What must hold for the repository and the built page.
//!
//! `tests/sources.rs` runs the checks of the sources, so that `cargo test -p lectern-checks` names each of them;
//! the program of this crate runs those of the built page.

mod code;
pub mod imports;
pub mod invariants;
pub mod repository;
pub mod size;
mod wasm;
pub mod words;

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The repository's root.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// What a command, started in the root, printed on standard output.
fn output(program: &str, arguments: &[&str]) -> Result<String> {
    let line = format!("{program} {}", arguments.join(" "));
    let output = Command::new(program)
        .args(arguments)
        .current_dir(root())
        .output()
        .with_context(|| format!("can't start `{line}`"))?;
    if !output.status.success() {
        bail!(
            "`{line}` failed\n{}",
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Nothing found is fine; otherwise an error with a line for each fault.
fn none(faults: &[String]) -> Result<()> {
    if faults.is_empty() {
        return Ok(());
    }
    bail!("{}", faults.join("\n"));
}
