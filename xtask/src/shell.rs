//! Where the commands run: the repository's root, with cargo's own bin folder on PATH.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use anyhow::{Context, Result, bail};

/// The texts of the licences, which each package brings along.
pub(crate) const LICENCES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// Starts programs in the repository's root. Tools that cargo or npm put into
/// cargo's bin folder are found even when the caller's PATH does not name it.
pub(crate) struct Shell {
    root: PathBuf,
    cargo_home: PathBuf,
    path: OsString,
    on_path: bool,
}

impl Shell {
    /// Finds the repository and cargo's home.
    pub(crate) fn new() -> Result<Shell> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = manifest
            .parent()
            .context("xtask has no parent folder")?
            .to_owned();
        let cargo_home = match env::var_os("CARGO_HOME").filter(|home| !home.is_empty()) {
            Some(home) => PathBuf::from(home),
            None => env::home_dir()
                .context("neither CARGO_HOME nor HOME is set")?
                .join(".cargo"),
        };
        let old = env::var_os("PATH").unwrap_or_default();
        let mut folders: Vec<PathBuf> = env::split_paths(&old).collect();
        let bin = cargo_home.join("bin");
        let on_path = folders.contains(&bin);
        if !on_path {
            folders.insert(0, bin);
        }
        let path = env::join_paths(folders).context("PATH has a folder with a colon in its name")?;
        Ok(Shell {
            root,
            cargo_home,
            path,
            on_path,
        })
    }

    /// The repository's root.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where cargo keeps its own things; its `bin` holds the tools.
    pub(crate) fn cargo_home(&self) -> &Path {
        &self.cargo_home
    }

    /// Whether a plain shell finds what lies in cargo's bin folder.
    pub(crate) fn cargo_bin_on_path(&self) -> bool {
        self.on_path
    }

    /// Puts the licences into a folder.
    ///
    /// # Errors
    /// When one can't be copied.
    pub(crate) fn copy_licences(&self, to: &Path) -> Result<()> {
        for name in LICENCES {
            fs::copy(self.root.join(name), to.join(name))?;
        }
        Ok(())
    }

    /// A program, to be started in the root.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", &self.path);
        command
    }

    /// Cargo, the one that runs this task.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(arguments);
        // What `cargo run` sets for xtask itself must not reach other packages' builds.
        for (name, _) in env::vars_os() {
            if name.to_string_lossy().starts_with("CARGO_PKG_") || name == "CARGO_MANIFEST_DIR" {
                command.env_remove(name);
            }
        }
        command
    }

    /// Where a program lies on PATH, if anywhere.
    pub(crate) fn find(&self, program: &str) -> Option<PathBuf> {
        env::split_paths(&self.path)
            .map(|folder| folder.join(program))
            .find(|file| file.is_file())
    }

    /// What `program --version` prints, or none when it does not start.
    pub(crate) fn version(&self, program: &str) -> Option<String> {
        let output = self
            .command(program)
            .arg("--version")
            .stderr(Stdio::null())
            .output()
            .ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}

/// Runs a command to its end, showing what it prints.
///
/// # Errors
/// When it can't be started or ends with anything but success.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let line = written(command);
    let status = command
        .status()
        .with_context(|| format!("can't start `{line}`"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// Runs a command and returns what it printed on standard output.
///
/// # Errors
/// When it can't be started or fails; the error then holds what it printed on standard error.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let line = written(command);
    let output = command
        .output()
        .with_context(|| format!("can't start `{line}`"))?;
    if !output.status.success() {
        bail!(
            "`{line}` failed ({})\n{}",
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as a person would type it.
pub(crate) fn written(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program
        .file_name()
        .unwrap_or(program.as_os_str())
        .to_string_lossy()
        .into_owned();
    let arguments = command
        .get_args()
        .map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(name)
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}
