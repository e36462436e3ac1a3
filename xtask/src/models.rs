//! Training and scoring (and native speed), for which the corpora must lie in the folder that `LECTERN_CORPORA` names.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use crate::shell::{self, Shell};

/// The folder of corpora, which is never part of the repository.
pub(crate) fn corpora() -> Option<PathBuf> {
    env::var_os("LECTERN_CORPORA")
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
}

/// Runs `lectern-train` with the given arguments.
pub(crate) fn train(shell: &Shell, arguments: &[String]) -> Result<()> {
    ensure!(
        shell.root().join("crates/lectern-train").is_dir(),
        "this version has no trained models to make"
    );
    let mut command = shell.cargo(&["run", "--release", "--package", "lectern-train", "--"]);
    shell::run(command.args(arguments))
}

/// Runs `lectern-eval` with the given arguments.
pub(crate) fn eval(shell: &Shell, arguments: &[String]) -> Result<()> {
    let mut command = shell.cargo(&[
        "run",
        "--quiet",
        "--release",
        "--package",
        "lectern-eval",
        "--bin",
        "lectern-eval",
        "--",
    ]);
    shell::run(command.args(arguments))
}

/// `lectern-bench`, its arguments still to come.
fn native_bench(shell: &Shell) -> Command {
    let mut command = shell.cargo(&["run", "--quiet", "--release", "--package", "lectern-eval"]);
    command.args(["--bin", "lectern-bench", "--"]);
    command
}

/// Counts how the work of reading grows with the text; fails where it grows faster, or where a text
/// takes too many times what news takes.
pub(crate) fn growth(shell: &Shell) -> Result<()> {
    shell::run(native_bench(shell).arg("growth"))
}

/// Writes the tables of a folder into docs/performance.md.
pub(crate) fn write_tables(shell: &Shell, folder: &Path) -> Result<()> {
    shell::run(native_bench(shell).arg("tables").arg(folder))
}

/// Measures the core natively: characters a second, memory, and how the work grows with the text.
pub(crate) fn bench(shell: &Shell, write: bool) -> Result<()> {
    shell::run(native_bench(shell).args(write.then_some("--write")))
}
