//! Checks the built page in `dist/`: `lectern-checks policy` or `lectern-checks size`, which writes its sums as a table into the
//! file that it is given.

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use lectern_checks::{invariants, size};

fn main() -> ExitCode {
    let outcome = match env::args().nth(1).as_deref() {
        Some("policy") => invariants::policy(),
        Some("size") => size::within_budget(env::args_os().nth(2).map(PathBuf::from).as_deref()),
        _ => {
            eprintln!("usage: lectern-checks policy | size [TABLE]");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
