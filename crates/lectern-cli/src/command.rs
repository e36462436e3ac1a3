//! What a person types, and what it does.

use crate::compare::Compare;
use crate::export::Export;
use crate::jobs::{self, Job};
use crate::progress::Progress;
use crate::sink::{Errors, Printed, Sink};
use crate::size::Size;
use crate::{stream, terminal};
use anyhow::{Context, Result};
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use lectern_core::{Input, Overrides, attribution};
use lectern_formats::json::Document;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Reads news articles: who says what, and who wants what
#[derive(Debug, Parser)]
#[command(name = "lectern", version, arg_required_else_help = true, after_help = CODES, after_long_help = EXAMPLES)]
pub struct Lectern {
    #[command(subcommand)]
    command: Command,
}

const CODES: &str = "Exit code: 0 when all articles were read, 1 when some could not be, 2 when the command line was \
                     wrong.\n`lectern --help` shows examples.";

const EXAMPLES: &str = "\
Examples:
  lectern parse article.txt                         a reading in the terminal
  pbpaste | lectern parse                           the same of what was copied
  lectern parse --format jsonl folder/ > all.jsonl  a line of JSON for each article in a folder
  lectern parse --input jsonl --format jsonl < in   a filter over {\"article\": NAME, \"text\": TEXT} lines
  lectern export --to csv article.html              a table for a spreadsheet
  lectern export --to brat --out folder/ articles/  files beside each other, one for each article
  lectern compare article.txt person.ann            how far a person's marks agree with the reading
  lectern completions bash > ~/.local/share/bash-completion/completions/lectern
  lectern man | man -l -                            this, as a manual page

`lectern help parse` and `lectern help export` say more about each, with examples of their own.

Articles are .txt, .md and .html files in any usual encoding. Each is told on standard error when it can't be read,
and the others are read all the same. Colours go to a terminal only; NO_COLOR turns them off there.

Exit code: 0 when all articles were read, 1 when some could not be, 2 when the command line was wrong.";

const PARSE_EXAMPLES: &str = "\
Examples:
  lectern parse article.html                        title, speakers, what they say and what they want
  lectern parse --format json - < article.txt       everything that was found, indented
  lectern parse --format jsonl news/ > news.jsonl   a line an article, in the order of the file names
  lectern parse --input jsonl --format jsonl < in > out
                                                    a filter: each answer as soon as its line has come
  lectern parse --input jsonl --format jsonl --errors bad in.jsonl > out.jsonl
                                                    the same, and what could not be read is kept
  lectern parse --stem --format jsonl news/         `council` instead of `news/council.txt`

Exit code: 0 when all articles were read, 1 when some could not be, 2 when the command line was wrong.";

const EXPORT_EXAMPLES: &str = "\
Examples:
  lectern export --to csv article.txt > marks.csv   a row for each quotation and proposal
  lectern export --to html --out pages/ news/       a page that needs nothing else, for each article
  lectern export --to brat --out brat/ news/        .ann and .txt beside each other
  lectern export --to tei marked.json               from what was saved before, with its marks as they are

Exit code: 0 when all articles were read, 1 when some could not be, 2 when the command line was wrong.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Read articles and print what is in them
    ///
    /// Takes text, Markdown and html files, folders of them (searched through for .txt, .md, .html), or
    /// standard input. Results come in the order of the input.
    #[command(after_help = CODES, after_long_help = PARSE_EXAMPLES)]
    Parse(Parse),
    /// Read articles and write them in a format of other programs
    ///
    /// Takes what `parse` takes, and what was exported before: .json, .jsonld, .ann with its .txt beside it, and the
    /// .html that this command wrote come back with their marks as they are, not read anew.
    #[command(after_help = CODES, after_long_help = EXPORT_EXAMPLES)]
    Export(Export),
    /// Tell how far two readings of one text agree
    ///
    /// Takes what `export` takes: an article that is read now, or marks that were exported before or come from elsewhere.
    /// A mark is in both where each covers half of the other; of those, how many are of the same kind and speaker.
    #[command(after_help = CODES)]
    Compare(Compare),
    /// Print completions for a shell
    ///
    /// For bash: `lectern completions bash > ~/.local/share/bash-completion/completions/lectern`; for zsh a file
    /// `_lectern` in a folder of $fpath; for fish ~/.config/fish/completions/lectern.fish.
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man {
        /// Write it, and a page for each command, into this folder instead
        #[arg(long, value_name = "FOLDER")]
        out: Option<PathBuf>,
    },
}

/// Arguments of `lectern parse`.
#[derive(Debug, clap::Args)]
pub struct Parse {
    /// How to print an article
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// What the input is
    #[arg(long, value_enum, default_value_t = InputKind::Articles)]
    input: InputKind,
    /// Make no repairs: the text stays as it was, character for character
    #[arg(long)]
    as_is: bool,
    /// Name articles by file name without ending instead of by path
    #[arg(long)]
    stem: bool,
    /// Refuse articles of more bytes; `M` stands for megabytes
    #[arg(long, value_name = "SIZE", default_value_t)]
    max_size: Size,
    /// Keep what could not be read in a file, a line of {"article": NAME, "error": WHY} each
    ///
    /// Bad articles are then no failure of the run: the exit code tells only whether all files could be opened.
    #[arg(long, value_name = "FILE")]
    errors: Option<PathBuf>,
    /// Files or folders; `-`, or nothing at all, is standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people: title, speakers, what they say and what they want
    Text,
    /// For programs: one indented object an article
    Json,
    /// For programs: one object a line
    Jsonl,
    /// For tables: a row for each quotation and proposal, in a binary format that keeps types
    #[cfg(feature = "parquet")]
    Parquet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum InputKind {
    /// One article a file
    Articles,
    /// One article a line: {"article": NAME, "text": TEXT}, or "html" instead of "text"
    Jsonl,
}

/// Does what was asked; every failure has been told on standard error by the time it returns.
pub fn run(arguments: &Lectern) -> ExitCode {
    let done = match &arguments.command {
        Command::Parse(arguments) => ready().and_then(|()| parse(arguments)),
        Command::Export(arguments) => ready().and_then(|()| arguments.run()),
        Command::Compare(arguments) => ready().and_then(|()| arguments.run()),
        Command::Completions { shell } => completions(*shell),
        Command::Man { out } => manual(out.as_deref()),
    };
    match done {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

/// Nothing is read with half a program.
fn ready() -> Result<()> {
    attribution::ready().context("this program was built wrongly")
}

fn completions(shell: clap_complete::Shell) -> Result<usize> {
    let mut written = Vec::new();
    clap_complete::generate(shell, &mut Lectern::command(), "lectern", &mut written);
    io::stdout().lock().write_all(&written)?;
    Ok(0)
}

fn manual(out: Option<&Path>) -> Result<usize> {
    if let Some(folder) = out {
        let name = || folder.display().to_string();
        fs::create_dir_all(folder).with_context(name)?;
        clap_mangen::generate_to(Lectern::command(), folder).with_context(name)?;
        return Ok(0);
    }
    let mut written = Vec::new();
    clap_mangen::Man::new(Lectern::command()).render(&mut written)?;
    io::stdout().lock().write_all(&written)?;
    Ok(0)
}

/// Whether something could not be opened or read at all, rather than being no article.
fn is_of_the_disk(error: &anyhow::Error) -> bool {
    error.is::<io::Error>() || error.is::<walkdir::Error>()
}

/// Reads everything that is named; gives the number of articles that could not be read and are not kept as errors.
///
/// # Errors
/// When standard output can't be written.
fn parse(arguments: &Parse) -> Result<usize> {
    let overrides = Overrides {
        as_is: arguments.as_is,
        ..Overrides::default()
    };
    let jobs: Box<dyn Iterator<Item = Job> + Send> = match arguments.input {
        InputKind::Articles => Box::new(jobs::articles(&arguments.paths).into_iter()),
        InputKind::Jsonl => Box::new(jobs::lines(&arguments.paths, arguments.max_size)),
    };
    let read = |job: Job| -> Result<Reading, Failure> {
        let name = job.name.clone();
        let called = if arguments.stem { job.stem() } else { name.clone() };
        let input = job.input(arguments.max_size).map_err(|error| Failure {
            name: name.clone(),
            error,
        })?;
        Ok(Reading {
            printed: shown(&called, &input, &overrides, arguments.format),
            undecodable: input.text.matches(char::REPLACEMENT_CHARACTER).count(),
            name,
        })
    };
    let mut out = Sink::new(arguments.format)?;
    let mut errors = arguments.errors.as_deref().map(Errors::into_file).transpose()?;
    let progress = Progress::new(jobs.size_hint().1);
    let mut failed = 0;
    stream::in_order(jobs, read, |result| {
        progress.step(|| match result {
            Ok(reading) => {
                reading.warn();
                out.take(reading.printed)
            }
            Err(Failure { name, error }) => {
                let is_kept = errors.is_some() && !is_of_the_disk(&error);
                failed += usize::from(!is_kept);
                if let Some(errors) = &mut errors {
                    errors.take(&name, &error)?;
                }
                complain(&error.context(name));
                Ok(())
            }
        })
    })?;
    if let Some(errors) = errors {
        errors.finish()?;
    }
    out.finish()?;
    Ok(failed)
}

/// Why an article could not be read.
struct Failure {
    name: String,
    error: anyhow::Error,
}

/// What one article came to.
struct Reading {
    name: String,
    printed: Printed,
    undecodable: usize,
}

impl Reading {
    fn warn(&self) {
        let Reading {
            name, undecodable, ..
        } = self;
        let characters = match undecodable {
            0 => return,
            1 => "1 character".to_owned(),
            several => format!("{several} characters"),
        };
        anstream::eprintln!("lectern: {name}: warning: {characters} can't be decoded");
    }
}

fn shown(name: &str, input: &Input, overrides: &Overrides, format: Format) -> Printed {
    let article = lectern_core::read(input, overrides);
    if let Format::Text = format {
        return Printed::Text(terminal::show(name, &article, textwrap::termwidth()));
    }
    let document = Document::new(name, &article);
    match format {
        Format::Json => return Printed::Document(Box::new(document)),
        #[cfg(feature = "parquet")]
        Format::Parquet => return Printed::Rows(lectern_formats::export::table::rows(&document)),
        _ => {}
    }
    // The article, the document and what is printed of it are each as large as the text, or larger.
    drop(article);
    let line = serde_json::to_string(&document).expect("a document holds only strings, numbers and lists");
    Printed::Text(line + "\n")
}

pub(crate) fn complain(error: &anyhow::Error) {
    anstream::eprintln!("lectern: {error:#}");
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
