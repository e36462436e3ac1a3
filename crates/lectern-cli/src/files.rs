//! From paths to articles: walking folders, reading, decoding.

use anyhow::{Context, Result, bail};
use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use lectern_core::Input;
use lectern_core::encoding::{self, Encoding};
use serde::Deserialize;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Endings of the files that are read in folders; a file named outright is read whatever its ending.
const ENDINGS: [&str; 5] = ["txt", "md", "html", "htm", "xhtml"];

/// Positions are 32 bits wide.
const MOST_BYTES: usize = u32::MAX as usize;

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
}

/// A line of a stream of articles.
#[derive(Deserialize)]
struct Line {
    article: String,
    text: String,
}

impl Job {
    /// The file's name without its ending; other names as they are.
    pub fn stem(&self) -> String {
        match &self.text {
            Text::File(path) => path
                .file_stem()
                .map_or_else(|| self.name.clone(), |stem| stem.to_string_lossy().into()),
            Text::StandardInput | Text::Line(_) => self.name.clone(),
        }
    }

    /// Reads and decodes the article.
    ///
    /// # Errors
    /// When it can't be read or is not text.
    pub fn input(self) -> Result<Input> {
        match self.text {
            Text::File(path) => read_input(&path, &std::fs::read(&path)?),
            Text::StandardInput => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes)?;
                read_input(Path::new("-"), &bytes)
            }
            Text::Line(text) => text.map(Input::from),
        }
    }
}

/// The articles at `paths`: files as they are, folders searched through in order of name, standard input for
/// `-` or when no path is given.
pub fn articles(paths: &[PathBuf]) -> impl Iterator<Item = Job> + Send + use<> {
    or_standard_input(paths)
        .into_iter()
        .flat_map(|path| -> Box<dyn Iterator<Item = Job> + Send> {
            if path == Path::new("-") {
                Box::new(std::iter::once(Job {
                    name: "-".to_owned(),
                    text: Text::StandardInput,
                }))
            } else if path.is_dir() {
                Box::new(inside(&path))
            } else {
                Box::new(std::iter::once(Job::file(path)))
            }
        })
}

impl Job {
    fn file(path: PathBuf) -> Self {
        Job {
            name: path.display().to_string(),
            text: Text::File(path),
        }
    }
}

fn or_standard_input(paths: &[PathBuf]) -> Vec<PathBuf> {
    if paths.is_empty() {
        vec![PathBuf::from("-")]
    } else {
        paths.to_vec()
    }
}

/// The readable files in a folder and its folders. A folder that can't be opened becomes a job that fails, so
/// that it is told like any other file.
fn inside(folder: &Path) -> impl Iterator<Item = Job> + Send + use<> {
    let readable = |path: &Path| {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("");
        ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending))
    };
    WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(move |entry| match entry {
            Ok(entry) if entry.file_type().is_file() && readable(entry.path()) => {
                Some(Job::file(entry.into_path()))
            }
            Ok(_) => None,
            Err(error) => Some(Job {
                name: error.path().unwrap_or(Path::new("")).display().to_string(),
                text: Text::Line(Err(error.into())),
            }),
        })
}

/// The articles in streams of `{"article","text"}` lines, read as they come.
pub fn lines(paths: &[PathBuf]) -> impl Iterator<Item = Job> + Send + use<> {
    or_standard_input(paths)
        .into_iter()
        .flat_map(|path| -> Box<dyn Iterator<Item = Job> + Send> {
            let name = path.display().to_string();
            let reader: Box<dyn BufRead + Send> = if path == Path::new("-") {
                Box::new(BufReader::new(io::stdin()))
            } else {
                match File::open(&path) {
                    Ok(file) => Box::new(BufReader::new(file)),
                    Err(error) => {
                        return Box::new(std::iter::once(Job {
                            name,
                            text: Text::Line(Err(error.into())),
                        }));
                    }
                }
            };
            let numbered = reader.lines().zip(1..);
            let filled = numbered.filter(|(line, _)| !line.as_ref().is_ok_and(|line| line.trim().is_empty()));
            Box::new(filled.map(move |(line, number)| line_job(line, || format!("{name}:{number}"))))
        })
}

fn line_job(line: io::Result<String>, place: impl Fn() -> String) -> Job {
    let parsed = line.map_err(anyhow::Error::from).and_then(|line| {
        serde_json::from_str::<Line>(&line).context("not a line of {\"article\": NAME, \"text\": TEXT}")
    });
    match parsed {
        Ok(line) => Job {
            name: line.article,
            text: Text::Line(Ok(line.text)),
        },
        Err(error) => Job {
            name: place(),
            text: Text::Line(Err(error)),
        },
    }
}

/// Decodes one article.
///
/// # Errors
/// When it is not text, or larger than positions can count.
pub fn read_input(_path: &Path, bytes: &[u8]) -> Result<Input> {
    Ok(Input::from(decode(bytes)?))
}

/// The bytes as text, in the encoding that they look like.
///
/// # Errors
/// When they don't look like text in any, or are more than positions can count.
pub fn decode(bytes: &[u8]) -> Result<String> {
    if bytes.len() > MOST_BYTES {
        bail!("larger than 4 GiB");
    }
    let encoding = match encoding::guess(bytes) {
        Encoding::Utf8 => UTF_8,
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        Encoding::Gb18030 => GB18030,
        Encoding::Windows1252 => WINDOWS_1252,
    };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    if is_binary(&text) {
        bail!("not a text file");
    }
    Ok(text.into_owned())
}

/// Whether more than one character in twenty is none that text has.
fn is_binary(text: &str) -> bool {
    let strange = |c: &char| {
        *c == char::REPLACEMENT_CHARACTER || c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0C')
    };
    text.chars().filter(strange).count() * 20 > text.chars().count()
}
