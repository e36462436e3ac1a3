//! `lectern`: the same reading for files and folders.

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    lectern_cli::command::run(&lectern_cli::command::Lectern::parse())
}
