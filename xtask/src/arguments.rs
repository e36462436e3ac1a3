//! The arguments of `cargo xtask`, read by hand: a parser that writes help of its own takes longer to build than
//! all of xtask.

use std::path::PathBuf;

use anyhow::{Result, bail, ensure};
use lexopt::prelude::{Long, Short, Value, ValueExt};

/// What `cargo xtask --help` prints.
pub(crate) const HELP: &str = "\
Set up, serve, test and measure Lectern

Usage: cargo xtask COMMAND [OPTIONS]

  setup    Fetch whatever is missing for building the page
             --tests     Chromium and its driver too, for the tests in a browser
             --firefox   Firefox and its driver too
  serve    Build the page, serve it and print its address; it is built again when a file changes
             --port N    Port to serve at (8080)
             --release   Build as for release: slower to build, as small and fast as the real page
  build    Build the page for release into dist/
  one-file Build the page for release and write it as one file, target/lectern.html, that opens from a disk
  pack     What Trunk runs after it has built for release: part the wasm, add what works offline
  test     Run the checks and end with \"N passed, M failed\"
             --fast      Leave out what needs a browser or a built page
             --all       Add what is slow and seldom changes: the packages for other programs
  dist     Build the command line for other machines into target/dist: a program that needs no
           library, and a Debian package
  package-js
           Build the npm package of packages/lectern into target/packages
             --test      Install it into fresh projects and run its tests
  package-py
           Build the wheel of packages/lectern-py into target/packages
             --test      Install it into a virtual environment and run its tests
  screens  Take pictures of the built page at three widths, in four themes and both languages
             --out DIR       Folder for the pictures (docs/screens)
             --article FILE  A text file to show instead of the page's example
  bench    Measure the built page in Chromium, beside other readers that run in a browser, its size, and
           the core natively: speed, memory, growth
             --native    The core alone
             --write     Write the figures into docs/performance.md
  train    Train the models again from the corpora (its arguments go to lectern-train)
  eval     Score the readings against the corpora named by LECTERN_CORPORA (its arguments go to
           lectern-eval; --help lists them)
";

/// A command with its options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Help,
    Setup { tests: bool, firefox: bool },
    Serve { port: u16, release: bool },
    Build,
    OneFile,
    Pack,
    Test { fast: bool, all: bool },
    Dist,
    PackageJs { test: bool },
    PackagePy { test: bool },
    Screens { out: PathBuf, article: Option<PathBuf> },
    Bench { native: bool, write: bool },
    Train { arguments: Vec<String> },
    Eval { arguments: Vec<String> },
}

impl Task {
    /// Reads the arguments after the program's name.
    ///
    /// # Errors
    /// When they are not as [`HELP`] says.
    pub(crate) fn read(mut arguments: lexopt::Parser) -> Result<Task> {
        let mut task = match arguments.next()? {
            Some(Value(name)) => match name.string()?.as_str() {
                "help" => return Ok(Task::Help),
                "setup" => Task::Setup {
                    tests: false,
                    firefox: false,
                },
                "serve" => Task::Serve {
                    port: 8080,
                    release: false,
                },
                "build" => Task::Build,
                "one-file" => Task::OneFile,
                "pack" => Task::Pack,
                "test" => Task::Test {
                    fast: false,
                    all: false,
                },
                "dist" => Task::Dist,
                "package-js" => Task::PackageJs { test: false },
                "package-py" => Task::PackagePy { test: false },
                "screens" => Task::Screens {
                    out: PathBuf::from("docs/screens"),
                    article: None,
                },
                "bench" => Task::Bench {
                    native: false,
                    write: false,
                },
                "train" => {
                    return Ok(Task::Train {
                        arguments: rest(&mut arguments)?,
                    });
                }
                "eval" => {
                    return Ok(Task::Eval {
                        arguments: rest(&mut arguments)?,
                    });
                }
                other => bail!("there is no command `{other}`; `cargo xtask --help` lists them"),
            },
            None | Some(Long("help") | Short('h')) => return Ok(Task::Help),
            Some(option) => return Err(option.unexpected().into()),
        };
        while let Some(option) = arguments.next()? {
            match (&mut task, option) {
                (_, Long("help") | Short('h')) => return Ok(Task::Help),
                (Task::Setup { tests, .. }, Long("tests")) => *tests = true,
                (Task::Setup { firefox, .. }, Long("firefox")) => *firefox = true,
                (Task::Serve { port, .. }, Long("port")) => *port = arguments.value()?.parse()?,
                (Task::Serve { release, .. }, Long("release")) => *release = true,
                (Task::Test { fast, .. }, Long("fast")) => *fast = true,
                (Task::Test { all, .. }, Long("all")) => *all = true,
                (Task::PackageJs { test } | Task::PackagePy { test }, Long("test")) => *test = true,
                (Task::Screens { out, .. }, Long("out")) => *out = arguments.value()?.into(),
                (Task::Screens { article, .. }, Long("article")) => {
                    *article = Some(arguments.value()?.into());
                }
                (Task::Bench { native, .. }, Long("native")) => *native = true,
                (Task::Bench { write, .. }, Long("write")) => *write = true,
                (_, option) => return Err(option.unexpected().into()),
            }
        }
        if let Task::Test { fast, all } = task {
            ensure!(!(fast && all), "either --fast or --all");
        }
        Ok(task)
    }
}

/// Everything that is left, as it stands.
fn rest(arguments: &mut lexopt::Parser) -> Result<Vec<String>> {
    let rest = arguments.raw_args()?.map(ValueExt::string);
    Ok(rest.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Task> {
        Task::read(lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn commands_are_read_with_their_options() {
        let task = |line| read(line).expect(line);
        assert_eq!(task(""), Task::Help);
        assert_eq!(task("serve --help"), Task::Help);
        assert_eq!(
            task("serve"),
            Task::Serve {
                port: 8080,
                release: false
            }
        );
        assert_eq!(
            task("serve --release --port=9000"),
            Task::Serve {
                port: 9000,
                release: true
            }
        );
        assert_eq!(
            task("test --fast"),
            Task::Test {
                fast: true,
                all: false
            }
        );
        assert_eq!(task("dist"), Task::Dist);
        assert_eq!(
            task("eval --corpus a --help"),
            Task::Eval {
                arguments: vec!["--corpus".into(), "a".into(), "--help".into()]
            }
        );
    }

    #[test]
    fn what_is_not_known_is_an_error() {
        for line in [
            "swerve",
            "serve --port",
            "serve --port x",
            "serve --fast",
            "test --fast --all",
            "build now",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
