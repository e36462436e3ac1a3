//! Browsers and their drivers for the tests: from Debian's packages, or named for the person to install.

use std::env::consts::{ARCH, OS};
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::progress;
use crate::shell::{self, Shell};
use crate::tools::{self, Tool};

/// The last geckodriver that was seen to work with Debian's Firefox.
const GECKODRIVER: &str = "0.37.1";

/// Chromium and chromedriver.
///
/// # Errors
/// When one is missing and can't be installed; the error names the packages.
pub(crate) fn chromium(shell: &Shell) -> Result<()> {
    let browser = ["chromium", "google-chrome", "chrome"]
        .iter()
        .any(|name| shell.find(name).is_some());
    if browser && shell.find("chromedriver").is_some() {
        return Ok(());
    }
    debian(shell, "the browser tests need", &["chromium", "chromium-driver"])
}

/// Firefox and geckodriver.
///
/// # Errors
/// When one is missing and can't be installed; the error names what to install.
pub(crate) fn firefox(shell: &Shell) -> Result<()> {
    if shell
        .find("firefox")
        .or_else(|| shell.find("firefox-esr"))
        .is_none()
    {
        debian(shell, "the browser tests need", &["firefox-esr"])?;
    }
    if shell.find("geckodriver").is_some() {
        return Ok(());
    }
    let machine = match (ARCH, OS) {
        ("x86_64", "linux") => Some("linux64"),
        ("aarch64", "linux") => Some("linux-aarch64"),
        ("x86_64", "macos") => Some("macos"),
        ("aarch64", "macos") => Some("macos-aarch64"),
        _ => None,
    };
    let release = format!("mozilla/geckodriver/releases/download/v{GECKODRIVER}/geckodriver-v{GECKODRIVER}");
    tools::set_up(
        shell,
        &Tool {
            name: "geckodriver",
            version: GECKODRIVER,
            programs: &["geckodriver"],
            install: &["--locked"],
            archive: machine.map(|machine| format!("{release}-{machine}.tar.gz")),
            build_takes: "1 to 4 minutes",
        },
    )
}

/// Installs packages where that needs no questions: as root, on a machine with apt. `needs` begins the sentence that
/// says what to do elsewhere.
///
/// # Errors
/// When they can't be installed.
pub(crate) fn debian(shell: &Shell, needs: &str, packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    let root = shell::output(shell.command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !root || !Path::new("/etc/debian_version").exists() || shell.find("apt-get").is_none() {
        bail!("{needs} {names} on PATH (these are Debian's package names; `sudo apt-get install {names}`)");
    }
    println!("set-up: installing {names} with apt (up to 150 MB, a few minutes)");
    let advice = || {
        format!(
            "installing {names} failed; run `apt-get update && apt-get install {names}` by hand to see why"
        )
    };
    progress::run(shell.command("apt-get").args(["-qq", "update"])).with_context(advice)?;
    let mut install = shell.command("apt-get");
    install
        .args(["-qq", "-y", "--no-install-recommends", "install"])
        .args(packages);
    progress::run(install.env("DEBIAN_FRONTEND", "noninteractive")).with_context(advice)?;
    Ok(())
}
