//! Training and scoring, for which the corpora must lie in the folder that `LECTERN_CORPORA` names.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

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

/// Scores what the command line reads with the corpora's own scorer.
pub(crate) fn eval(shell: &Shell, arguments: &[String]) -> Result<()> {
    let corpora =
        corpora().context("set LECTERN_CORPORA to the folder that holds the corpora and eval/score.py")?;
    let text = corpora.join("seed/corpus/text");
    let jsonl = shell::output(
        shell
            .cargo(&["run", "--quiet", "--release", "--package", "lectern-cli", "--"])
            .args(["parse", "--format", "jsonl", "--as-is", "--stem"])
            .arg(&text),
    )?;
    let read = shell.root().join("target/eval.jsonl");
    std::fs::write(&read, jsonl).with_context(|| format!("can't write {}", read.display()))?;
    let mut score = shell.command("python3");
    score.arg(corpora.join("eval/score.py"));
    if arguments.is_empty() {
        score
            .arg("--corpus")
            .arg(corpora.join("seed/corpus"))
            .arg("--gold")
            .arg(corpora.join("seed/gold"));
    }
    shell::run(score.args(arguments).arg(&read))
}
