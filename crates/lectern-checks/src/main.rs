//! Checks the built page in `dist/`: `lectern-checks policy` or `lectern-checks size`.

use std::env;
use std::process::ExitCode;

use lectern_checks::{invariants, size};

fn main() -> ExitCode {
    let outcome = match env::args().nth(1).as_deref() {
        Some("policy") => invariants::policy(),
        Some("size") => size::within_budget(),
        _ => {
            eprintln!("usage: lectern-checks policy | size");
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
