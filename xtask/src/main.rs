//! What a person types: `cargo xtask setup | serve | build | test | screens | bench | train | eval`.
//!
//! Every command first looks for the tools it needs and fetches what is missing,
//! so that a fresh machine needs nothing but rustup, Node.js, git and a C linker.

mod browsers;
mod figures;
mod models;
mod page;
mod setup;
mod shell;
mod test;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::shell::Shell;

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    about = "Set up, serve, test and measure Lectern"
)]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Fetch whatever is missing for building the page (and, with --tests, for the browser tests)
    Setup {
        /// Chromium and its driver too
        #[arg(long)]
        tests: bool,
        /// Firefox and its driver too
        #[arg(long)]
        firefox: bool,
    },
    /// Build the page, serve it and print its address; it is built again when a file changes
    Serve {
        /// Port to serve at
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Build as for release: slower to build, as small and fast as the real page
        #[arg(long)]
        release: bool,
    },
    /// Build the page for release into dist/
    Build,
    /// Run every check there is and end with "N passed, M failed"
    Test {
        /// Leave out what needs a browser or a built page
        #[arg(long)]
        fast: bool,
    },
    /// Take pictures of the built page at three widths, in both themes and languages
    Screens {
        /// Folder for the pictures
        #[arg(long, default_value = "docs/screens")]
        out: PathBuf,
        /// A text file to show instead of the page's example
        #[arg(long)]
        article: Option<PathBuf>,
    },
    /// Measure the built page in Chromium, beside other readers that run in a browser
    Bench {
        /// Measure the core natively instead; with --write, into docs/performance.md
        #[arg(long)]
        native: bool,
        /// Write the native figures down
        #[arg(long, requires = "native")]
        write: bool,
    },
    /// Train the models again from the corpora (arguments go to lectern-train)
    Train {
        /// Arguments for lectern-train
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Score the readings against the corpora named by LECTERN_CORPORA
    #[command(disable_help_flag = true)]
    Eval {
        /// Arguments for lectern-eval, such as --check or --pages DIR (--help lists them)
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
}

fn main() -> ExitCode {
    let task = Arguments::parse().command;
    let outcome = Shell::new().and_then(|shell| match task {
        Task::Setup { tests, firefox } => setup::everything(&shell, tests, firefox).map(|()| true),
        Task::Serve { port, release } => page::serve(&shell, port, release).map(|()| true),
        Task::Build => page::build(&shell).map(|()| true),
        Task::Test { fast } => test::run(&shell, fast),
        Task::Screens { out, article } => figures::screens(&shell, &out, article.as_deref()).map(|()| true),
        Task::Bench { native: false, .. } => figures::bench(&shell).map(|()| true),
        Task::Bench { write, .. } => models::bench(&shell, write).map(|()| true),
        Task::Train { arguments } => models::train(&shell, &arguments).map(|()| true),
        Task::Eval { arguments } => models::eval(&shell, &arguments).map(|()| true),
    });
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
