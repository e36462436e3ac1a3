//! `cargo xtask test`: every check, one after the other. A failing one does not stop the others.

mod everywhere;
mod tally;

use std::env;
use std::process::Command;
use std::time::Instant;

use anyhow::Result;

use crate::shell::{self, Shell};
use crate::test::tally::{Tally, run_tests};
use crate::{models, page, setup};

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
/// What looks for barriers to people who use assistive technology.
const AXE: &str = "4.14.1";
const DENY_WARNINGS: [&str; 3] = ["--", "-D", "warnings"];

/// Runs the checks and prints the sum as the last line. True when nothing failed.
pub(crate) fn run(shell: &Shell, fast: bool, all: bool) -> Result<bool> {
    let began = Instant::now();
    match models::corpora() {
        Some(folder) => println!("corpora: {}", folder.display()),
        None => println!("corpora: LECTERN_CORPORA is not set, tests that need them are skipped"),
    }
    let mut tally = Tally::default();
    tally.step("set-up", || {
        if fast {
            setup::wasm_target(shell)
        } else {
            setup::everything(shell, true, true)
        }
    });
    sources(shell, &mut tally);
    tally.suite("native tests", || {
        run_tests(&mut shell.cargo(&[
            "test",
            "--workspace",
            "--exclude",
            "lectern-e2e",
            "--no-fail-fast",
        ]))
    });
    if models::corpora().is_some() {
        tally.step("accuracy above its floors", || {
            models::eval(shell, &["--check".to_owned()])
        });
    }
    tally.step("work grows as the text does", || models::growth(shell));
    if fast {
        println!("\n--fast: browser tests, the built page and its size are left out");
    } else {
        tally.suite("browser tests of components", || {
            run_tests(&mut in_chromium(shell))
        });
        let built = tally.step("page build", || {
            page::build(shell)?;
            page::one_file(shell)
        });
        if built {
            for (name, browser) in [
                ("page end to end, Chromium", "chromium"),
                ("page end to end, Firefox", "firefox"),
            ] {
                tally.suite(name, || {
                    run_tests(end_to_end(shell)?.env("LECTERN_BROWSER", browser))
                });
            }
            tally.step("policy of the built page", || built_page(shell, "policy"));
            tally.step("size budget", || built_page(shell, "size"));
        }
    }
    if all {
        everywhere::run(shell, &mut tally);
    }
    tally.print(began.elapsed());
    Ok(tally.failed() == 0)
}

/// What can be said from the sources alone.
fn sources(shell: &Shell, tally: &mut Tally) {
    tally.step("format", || {
        shell::run(&mut shell.cargo(&["fmt", "--all", "--check"]))
    });
    tally.step("clippy, native", || {
        shell::run(
            shell
                .cargo(&["clippy", "--workspace", "--all-targets"])
                .args(DENY_WARNINGS),
        )
    });
    tally.step("clippy, wasm32", || {
        let mut clippy = shell.cargo(&[
            "clippy",
            "-p",
            "lectern",
            "-p",
            "lectern-core",
            "-p",
            "lectern-desk",
            "-p",
            "lectern-reader",
            "-p",
            "lectern-js",
        ]);
        shell::run(clippy.args(WASM).args(DENY_WARNINGS))?;
        // The core's tests run natively; what they need does not build for wasm.
        let mut tests = shell.cargo(&["clippy", "-p", "lectern", "--all-targets"]);
        shell::run(tests.args(WASM).args(DENY_WARNINGS))
    });
    tally.step("documentation", || {
        let mut doc = shell.cargo(&[
            "doc",
            "--workspace",
            "--no-deps",
            "--document-private-items",
            "--quiet",
        ]);
        shell::run(doc.env("RUSTDOCFLAGS", "-D warnings"))
    });
}

/// A check of the page in `dist/`, by the program that weighs and reads it.
fn built_page(shell: &Shell, check: &str) -> Result<()> {
    shell::run(&mut shell.cargo(&["run", "--quiet", "--package", "lectern-checks", "--", check]))
}

/// The page's tests that run inside Chromium, through wasm-bindgen's test runner.
fn in_chromium(shell: &Shell) -> Command {
    let mut test = shell.cargo(&["test", "-p", "lectern", "--no-fail-fast"]);
    test.args(WASM).env(
        "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
        shell.root().join("crates/lectern-e2e/webdriver.json"),
    );
    test.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    if let Some(driver) = env::var_os("CHROMEDRIVER").or_else(|| Some(shell.find("chromedriver")?.into())) {
        test.env("CHROMEDRIVER", driver);
    }
    test
}

/// The tests that drive the built page. Two browsers at once are what two cores carry.
fn end_to_end(shell: &Shell) -> Result<Command> {
    let packages = setup::npm_packages(shell, &[("axe-core", AXE)])?;
    let mut test = shell.cargo(&[
        "test",
        "-p",
        "lectern-e2e",
        "--no-fail-fast",
        "--",
        "--test-threads=2",
    ]);
    test.env("LECTERN_DIST", shell.root().join("dist"));
    test.env("LECTERN_ONE_FILE", page::lectern_html(shell));
    test.env("LECTERN_AXE", packages.join("axe-core/axe.min.js"));
    Ok(test)
}
