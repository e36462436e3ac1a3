//! The command line for other machines: one program that needs no library beside it, and a Debian package of it.

use std::env::consts::{ARCH, OS};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::shell::{self, LICENCES, Shell};

/// Version of the workspace, and so of the command line.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Where each shell looks for the completions of programs that a package brings.
const COMPLETIONS: [(&str, &str); 3] = [
    ("bash", "usr/share/bash-completion/completions/lectern"),
    ("zsh", "usr/share/zsh/vendor-completions/_lectern"),
    ("fish", "usr/share/fish/vendor_completions.d/lectern.fish"),
];

/// Builds the program and, where `dpkg-deb` is, the package, into `target/dist`. Gives the package's path.
///
/// # Errors
/// When one can't be built, or this is no Linux.
pub(crate) fn build(shell: &Shell) -> Result<Option<PathBuf>> {
    ensure!(
        OS == "linux",
        "this builds for Linux; elsewhere `cargo install --path crates/lectern-cli` builds and installs"
    );
    let out = shell.root().join("target/dist");
    fs::create_dir_all(&out)?;
    let program = out.join("lectern");
    fs::copy(compile(shell)?, &program).context("can't copy the program")?;
    println!("{}: needs no library", program.display());
    if shell.find("dpkg-deb").is_none() {
        println!("no Debian package: dpkg-deb is not on PATH");
        return Ok(None);
    }
    let package = debian(shell, &program, &out)?;
    println!("{}", package.display());
    Ok(Some(package))
}

/// The program with the C library in it. That is glibc: the allocator of musl lets the cores wait for each other.
fn compile(shell: &Shell) -> Result<PathBuf> {
    let target = format!("{ARCH}-unknown-linux-gnu");
    let mut cargo = shell.cargo(&[
        "build",
        "--release",
        "--package",
        "lectern-cli",
        "--features",
        "parquet",
        "--target",
        &target,
    ]);
    cargo
        .env("RUSTFLAGS", "-C target-feature=+crt-static")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .env("CARGO_PROFILE_RELEASE_STRIP", "symbols")
        .env_remove("CARGO_TARGET_DIR");
    shell::run(&mut cargo).context("a program without libraries needs libc.a (Debian: libc6-dev)")?;
    Ok(shell.root().join("target").join(target).join("release/lectern"))
}

/// Packs the program with its manual pages and completions, by hand: that is a folder and a file of six lines.
fn debian(shell: &Shell, program: &Path, out: &Path) -> Result<PathBuf> {
    let tree = out.join("debian");
    if tree.exists() {
        fs::remove_dir_all(&tree)?;
    }
    put(&fs::read(program)?, &tree.join("usr/bin/lectern"))?;
    fs::set_permissions(tree.join("usr/bin/lectern"), fs::metadata(program)?.permissions())?;
    for (name, path) in COMPLETIONS {
        let script = shell::output(shell.command(program).args(["completions", name]))?;
        put(script.as_bytes(), &tree.join(path))?;
    }
    let pages = tree.join("usr/share/man/man1");
    shell::output(shell.command(program).args(["man", "--out"]).arg(&pages))?;
    let mut gzip = shell.command("gzip");
    shell::run(gzip.args(["-9", "-n", "-r"]).arg(&pages))?;
    let texts = LICENCES.map(|name| fs::read_to_string(shell.root().join(name)));
    let mut copyright = String::from("Lectern is licensed under either of the following, as you like.\n\n");
    for text in texts {
        copyright += &text?;
        copyright += "\n\n";
    }
    put(
        copyright.as_bytes(),
        &tree.join("usr/share/doc/lectern/copyright"),
    )?;
    let machine = match ARCH {
        "x86_64" => "amd64",
        "aarch64" => "arm64",
        other => other,
    };
    put(control(machine).as_bytes(), &tree.join("DEBIAN/control"))?;
    let package = out.join(format!("lectern_{VERSION}_{machine}.deb"));
    let mut pack = shell.command("dpkg-deb");
    pack.args(["--root-owner-group", "--build"])
        .arg(&tree)
        .arg(&package);
    shell::output(&mut pack)?;
    Ok(package)
}

fn control(machine: &str) -> String {
    format!(
        "Package: lectern\nVersion: {VERSION}\nArchitecture: {machine}\nSection: text\nPriority: optional\n\
         Maintainer: The Lectern contributors <contributors@lectern.invalid>\n\
         Description: reads news articles: who says what, and who wants what\n \
         Takes files, folders and streams of articles, sets the clutter of sites aside and tells speakers,\n \
         quotations and proposals apart, for people or as JSON, tables and other formats.\n"
    )
}

fn put(content: &[u8], path: &Path) -> Result<()> {
    let folder = path.parent().context("a path without a folder")?;
    fs::create_dir_all(folder)?;
    fs::write(path, content).with_context(|| format!("can't write {}", path.display()))
}
