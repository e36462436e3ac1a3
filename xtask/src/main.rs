//! What a person types: `cargo xtask setup | serve | build | one-file | pack | test | dist | package-js | package-py | screens |
//! bench | train | eval`.
//!
//! Every command first looks for the tools it needs and fetches what is missing,
//! so that a fresh machine needs nothing but rustup, Node.js, git and a C linker.
//! It is small, so that it can soon say what it does; the checks are in `crates/lectern-checks`.

mod arguments;
mod browsers;
mod dist;
mod figures;
mod javascript;
mod models;
mod page;
mod progress;
mod python;
mod setup;
mod shell;
mod test;
mod tools;

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::{HELP, Task};
use crate::shell::Shell;

fn main() -> ExitCode {
    match Task::read(lexopt::Parser::from_env()).and_then(run) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Does it. False when checks failed.
fn run(task: Task) -> Result<bool> {
    let shell = Shell::new()?;
    match task {
        Task::Help => print!("{HELP}"),
        Task::Setup { tests, firefox } => setup::everything(&shell, tests, firefox)?,
        Task::Serve { port, release } => page::serve(&shell, port, release)?,
        Task::Build => page::build(&shell)?,
        Task::OneFile => {
            page::build(&shell)?;
            page::one_file(&shell)?;
        }
        Task::Pack => page::pack(&shell)?,
        Task::Test { fast, all } => return test::run(&shell, fast, all),
        Task::PackageJs { test: true } => javascript::test(&shell)?,
        Task::PackageJs { test: false } => {
            javascript::build(&shell)?;
        }
        Task::PackagePy { test: true } => python::test(&shell)?,
        Task::PackagePy { test: false } => {
            python::build(&shell)?;
        }
        Task::Dist => {
            dist::build(&shell)?;
        }
        Task::Screens { out, article } => figures::screens(&shell, &out, article.as_deref())?,
        Task::Bench { native: false, write } => figures::bench(&shell, write)?,
        Task::Bench { native: true, write } => models::bench(&shell, write)?,
        Task::Train { arguments } => models::train(&shell, &arguments)?,
        Task::Eval { arguments } => models::eval(&shell, &arguments)?,
    }
    Ok(true)
}
