//! From paths to articles to read: files, folders, standard input, streams of lines.

use crate::size::Size;
use anyhow::{Context, Result, bail};
use lectern_core::Input;
use lectern_core::input::Writing;
use lectern_formats::html;
use lectern_formats::input::read_input;
use serde::Deserialize;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The path that means standard input.
const STANDARD_INPUT: &str = "-";

/// One article to read.
#[derive(Debug)]
pub struct Job {
    /// Its path or name, as given; `-` for standard input.
    pub name: String,
    text: Text,
}

#[derive(Debug)]
enum Text {
    File(PathBuf),
    StandardInput,
    Line(Result<String>),
    Page(String),
}

/// A line of a stream of articles: a name, and text or a page's html.
#[derive(Deserialize)]
struct Line {
    article: String,
    text: Option<String>,
    html: Option<String>,
}

impl Job {
    /// The file's name without its ending; other names as they are.
    pub fn stem(&self) -> String {
        match &self.text {
            Text::File(path) => path
                .file_stem()
                .map_or_else(|| self.name.clone(), |stem| stem.to_string_lossy().into()),
            Text::StandardInput | Text::Line(_) | Text::Page(_) => self.name.clone(),
        }
    }

    /// Reads and decodes the article.
    ///
    /// # Errors
    /// When it can't be read, is not text, or is larger than `most` allows.
    pub fn input(self, most: Size) -> Result<Input> {
        match self.text {
            Text::File(path) => Ok(read_input(&path, &most.read(File::open(&path)?)?)?),
            Text::StandardInput => {
                let bytes = most.read(io::stdin().lock())?;
                Ok(read_input(Path::new(STANDARD_INPUT), &bytes)?)
            }
            Text::Line(text) => {
                let text = text?;
                most.check(text.len())?;
                Ok(Input::from(text))
            }
            Text::Page(html) => {
                most.check(html.len())?;
                Ok(html::read(&html))
            }
        }
    }

    /// The file that it lies in, if it has one of its own.
    pub fn path(&self) -> Option<&Path> {
        match &self.text {
            Text::File(path) => Some(path),
            Text::StandardInput | Text::Line(_) | Text::Page(_) => None,
        }
    }
}

/// The articles at `paths`: files as they are, folders searched through in order of name, standard input for
/// `-` or when no path is given.
pub fn articles(paths: &[PathBuf]) -> Vec<Job> {
    let jobs = or_standard_input(paths).into_iter().flat_map(|path| {
        if path == Path::new(STANDARD_INPUT) {
            vec![Job {
                name: STANDARD_INPUT.to_owned(),
                text: Text::StandardInput,
            }]
        } else if path.is_dir() {
            inside(&path)
        } else {
            vec![Job::file(path)]
        }
    });
    jobs.collect()
}

impl Job {
    fn file(path: PathBuf) -> Self {
        Job {
            name: path.display().to_string(),
            text: Text::File(path),
        }
    }

    /// An article that can't be had, told in its turn like any other.
    fn failed(path: &Path, error: anyhow::Error) -> Self {
        Job {
            name: path.display().to_string(),
            text: Text::Line(Err(error)),
        }
    }
}

fn or_standard_input(paths: &[PathBuf]) -> Vec<PathBuf> {
    if paths.is_empty() {
        vec![PathBuf::from(STANDARD_INPUT)]
    } else {
        paths.to_vec()
    }
}

/// The readable files in a folder and its folders. A folder that can't be opened becomes a job that fails, so
/// that it is told like any other file.
fn inside(folder: &Path) -> Vec<Job> {
    // A file named outright is read whatever its ending.
    let readable = |path: &Path| {
        let is_text = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
        is_text || Writing::of_name(&path.to_string_lossy()) != Writing::Plain
    };
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let jobs = entries.filter_map(|entry| match entry {
        Ok(entry) if entry.file_type().is_dir() || !readable(entry.path()) => None,
        Ok(entry) => Some(Job::file(entry.into_path())),
        Err(error) => {
            let path = error.path().unwrap_or(folder).to_owned();
            Some(Job::failed(&path, error.into()))
        }
    });
    jobs.collect()
}

/// The articles in streams of `{"article","text"}` or `{"article","html"}` lines, read as they come.
///
/// A line that can't hold an article of the size that `most` allows is not kept in memory: it fails like any other.
pub fn lines(paths: &[PathBuf], most: Size) -> impl Iterator<Item = Job> + Send + use<> {
    or_standard_input(paths)
        .into_iter()
        .flat_map(move |path| match open(&path) {
            Ok(reader) => lines_of(&path, reader, most),
            Err(error) => Box::new(std::iter::once(Job::failed(&path, error.into()))),
        })
}

fn open(path: &Path) -> io::Result<Box<dyn BufRead + Send>> {
    Ok(if path == Path::new(STANDARD_INPUT) {
        Box::new(BufReader::new(io::stdin()))
    } else {
        Box::new(BufReader::new(File::open(path)?))
    })
}

fn lines_of(
    path: &Path,
    mut reader: Box<dyn BufRead + Send>,
    most: Size,
) -> Box<dyn Iterator<Item = Job> + Send> {
    let name = path.display().to_string();
    let mut broken = false;
    // what can't be read once can't be read again: the first such line is the last
    let readable = move |line: &io::Result<Vec<u8>>| !std::mem::replace(&mut broken, line.is_err());
    let lines = std::iter::from_fn(move || most.line(&mut reader).transpose())
        .take_while(readable)
        .zip(1..);
    let filled = lines.filter(|(line, _)| !line.as_ref().is_ok_and(|line| line.trim_ascii().is_empty()));
    Box::new(filled.map(move |(line, number)| match article_of(line, most) {
        Ok((name, text)) => Job { name, text },
        Err(error) => Job::failed(Path::new(&format!("{name}:{number}")), error),
    }))
}

fn article_of(line: io::Result<Vec<u8>>, most: Size) -> Result<(String, Text)> {
    let line = line?;
    most.check_line(&line)?;
    let Line { article, text, html } =
        serde_json::from_slice(&line).context("not a line of {\"article\": NAME, \"text\": TEXT}")?;
    match (text, html) {
        (Some(text), None) => Ok((article, Text::Line(Ok(text)))),
        (None, Some(html)) => Ok((article, Text::Page(html))),
        (None, None) => bail!("{article}: neither text nor html"),
        (Some(_), Some(_)) => bail!("{article}: both text and html"),
    }
}
