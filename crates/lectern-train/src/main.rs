//! `lectern-train --corpus DIR`: trains the attribution model and writes the file that `lectern-core` embeds.
//! `lectern-train --corpus DIR --check`: trains and says whether that gives the file that is there, bit for bit.
//! `lectern-train proposals`: trains the model of proposals on the articles written for Lectern and writes its file; with
//! `--check` as above. It reads them with the attribution model that the program was built with, so that comes first.
//! `lectern-train predict DIR`: writes what the model finds in a corpus, a line an article.

use anyhow::{Context, Result, bail, ensure};
use lectern_core::attribution::training::file::Model;
use lectern_train::{corpus, model, passages, predict, proposals};
use std::fs;
use std::path::Path;
use std::time::Instant;

/// Where the model of proposals goes: as [`MODEL`].
const PROPOSALS: &str = "crates/lectern-core/model/proposals.bin";

/// Where the file goes unless `--out` says otherwise: from the repository's root.
const MODEL: &str = "crates/lectern-core/model/attribution.bin";

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--corpus", folder] => write(Path::new(folder), Path::new(MODEL)),
        ["--corpus", folder, "--out", file] => write(Path::new(folder), Path::new(file)),
        ["--corpus", folder, "--check"] => check(Path::new(folder), Path::new(MODEL)),
        ["predict", folder] => predict(Path::new(folder), Path::new(MODEL)),
        ["predict", folder, "--model", file] => predict(Path::new(folder), Path::new(file)),
        ["proposals"] => write_proposals(Path::new(PROPOSALS)),
        ["proposals", "--out", file] => write_proposals(Path::new(file)),
        ["proposals", "--check"] => same(&train_proposals()?, Path::new(PROPOSALS)),
        _ => {
            bail!(
                "usage: lectern-train --corpus DIR [--out FILE | --check] | lectern-train proposals [--out FILE | --check] | lectern-train predict DIR [--model FILE]"
            )
        }
    }
}

fn write(folder: &Path, file: &Path) -> Result<()> {
    keep(&train(folder)?, file)
}

fn write_proposals(file: &Path) -> Result<()> {
    keep(&train_proposals()?, file)
}

fn keep(bytes: &[u8], file: &Path) -> Result<()> {
    fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))?;
    eprintln!("{}: {} bytes", file.display(), bytes.len());
    Ok(())
}

fn check(folder: &Path, file: &Path) -> Result<()> {
    same(&train(folder)?, file)
}

/// Says whether `file` holds `bytes`.
fn same(bytes: &[u8], file: &Path) -> Result<()> {
    let there = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    ensure!(
        bytes == there,
        "training gives another file than {}",
        file.display()
    );
    eprintln!("training gives {} bit for bit", file.display());
    Ok(())
}

fn train(folder: &Path) -> Result<Vec<u8>> {
    let started = Instant::now();
    let mut articles = corpus::read(folder)?;
    articles.extend(corpus::written()?);
    let passages = passages::all()?;
    eprintln!("{} articles, {} passages", articles.len(), passages.len());
    let progress = |step: &str| eprintln!("{:4} s  {step}", started.elapsed().as_secs());
    let model = model::train(articles, passages, &progress);
    Ok(model.to_bytes())
}

fn train_proposals() -> Result<Vec<u8>> {
    let started = Instant::now();
    let articles = proposals::read()?;
    let progress = |step: &str| eprintln!("{:4} s  {step}", started.elapsed().as_secs());
    progress(&format!("{} articles", articles.len()));
    Ok(proposals::train(&articles, &progress).to_bytes())
}

fn predict(folder: &Path, file: &Path) -> Result<()> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let model = Model::from_bytes(&bytes).with_context(|| file.display().to_string())?;
    for article in corpus::read(folder)? {
        println!("{}", predict::line(&article.name, &article.prepared, &model));
    }
    Ok(())
}
