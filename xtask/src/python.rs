//! The package for Python.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::browsers;
use crate::shell::{self, Shell};
use crate::tools;

/// What the wheel is built with.
const MATURIN: &str = "maturin==1.16.0";

/// What the tests of the wheel and of the recipes for many articles use.
const READERS: [&str; 5] = [
    "pandas==3.1.1",
    "pyarrow==26.0.1",
    "duckdb==2.0.1",
    "pyspark==4.3.0",
    "mypy==2.4.1",
];

/// Builds the wheel for Python. Gives its path.
///
/// # Errors
/// When a tool is missing or the wheel can't be built.
pub(crate) fn build(shell: &Shell) -> Result<PathBuf> {
    let bin = environment(shell, &[MATURIN])?;
    let packages = shell.root().join("target/packages");
    let wheels = || -> Result<Vec<PathBuf>> {
        let entries = fs::read_dir(&packages)?.filter_map(|entry| Some(entry.ok()?.path()));
        Ok(entries
            .filter(|path| path.extension().is_some_and(|ending| ending == "whl"))
            .collect())
    };
    fs::create_dir_all(&packages)?;
    for old in wheels()? {
        fs::remove_file(old)?;
    }
    let package = shell.root().join("packages/lectern-py");
    shell.copy_licences(&package)?;
    let mut maturin = shell.command(bin.join("maturin"));
    maturin.args(["build", "--release", "--out"]);
    maturin.arg(&packages).current_dir(package);
    maturin.env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    shell::run(&mut maturin)?;
    let wheel = wheels()?.pop().context("maturin made no wheel")?;
    println!("{} ({} KB)", wheel.display(), fs::metadata(&wheel)?.len() / 1000);
    Ok(wheel)
}

/// Installs the wheel as somebody else would and runs its tests.
///
/// # Errors
/// When it can't be built, or a test fails.
pub(crate) fn test(shell: &Shell) -> Result<()> {
    let mut tests = shell.command(installed(shell)?);
    shell::run(tests.arg("packages/lectern-py/tests/test_lectern.py"))
}

/// Runs the recipes of `docs/corpora.md` with the wheel and the given program.
///
/// # Errors
/// When the wheel can't be built, or a test fails.
pub(crate) fn recipes(shell: &Shell, lectern: &Path) -> Result<()> {
    let tools = ["parallel", "java"];
    if tools.iter().any(|name| shell.find(name).is_none()) {
        let packages = ["parallel", "default-jre-headless"];
        if let Err(error) = browsers::debian(shell, "the test of the recipes needs", &packages) {
            println!("{error:#}; it skips what is not there");
        }
    }
    let mut tests = shell.command(installed(shell)?);
    tests.arg("packages/recipes/test.py").env("LECTERN", lectern);
    shell::run(&mut tests)
}

/// A Python in which the wheel is installed, with what the tests use.
fn installed(shell: &Shell) -> Result<PathBuf> {
    let wheel = build(shell)?;
    let python = environment(shell, &READERS)?.join("python");
    let mut pip = shell.command(&python);
    pip.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--force-reinstall",
        "--no-deps",
    ])
    .arg(wheel);
    shell::run(&mut pip)?;
    Ok(python)
}

/// A virtual environment in the target folder that has these packages. Gives its folder of programs.
fn environment(shell: &Shell, packages: &[&str]) -> Result<PathBuf> {
    let folder = shell.root().join("target/python");
    let bin = folder.join("bin");
    if !bin.join("python").exists() {
        let mut venv = shell.command("python3");
        venv.args(["-m", "venv"]).arg(&folder);
        shell::run(&mut venv).context("Python 3.9 or newer with venv is needed (Debian: python3-venv)")?;
    }
    println!("set-up: {} from pip", packages.join(" "));
    let mut pip = shell.command(bin.join("python"));
    pip.args(["-m", "pip", "install", "--disable-pip-version-check"])
        .args(packages);
    tools::fetch(&mut pip, &packages.join(" "), "pip must reach its index")?;
    Ok(bin)
}
