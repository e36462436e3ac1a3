//! Cases in files, some of which are known to be read wrongly.
//!
//! A `~` before the line of a case says that it is read wrongly today. A case without the mark that is read wrongly
//! fails, and so does one with the mark that is read rightly: then the mark goes. Lines at the end that begin with
//! `~+` are findings that nobody expects. `UPDATE_EXPECT=1` writes all marks anew; read the difference before you
//! commit it.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

const MARK: char = '~';
const BESIDE: &str = "~+ ";

/// A file of cases while they are being judged.
#[derive(Debug)]
pub struct Known {
    path: PathBuf,
    lines: Vec<Line>,
    /// What is found beside, as the file has it.
    beside: Vec<String>,
    complaints: String,
    changed: bool,
    cases: usize,
    wrong: usize,
}

#[derive(Debug)]
struct Line {
    indent: String,
    wrong: bool,
    rest: String,
}

impl Known {
    /// The cases in the file at `path`.
    ///
    /// # Panics
    /// When it can't be read: this is for tests.
    pub fn open(path: &Path) -> Self {
        let file = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let (beside, lines): (Vec<&str>, Vec<&str>) = file.lines().partition(|line| line.starts_with(BESIDE));
        Known {
            path: path.to_owned(),
            lines: lines.into_iter().map(Line::read).collect(),
            beside: beside
                .into_iter()
                .map(|line| line[BESIDE.len()..].to_owned())
                .collect(),
            complaints: String::new(),
            changed: false,
            cases: 0,
            wrong: 0,
        }
    }

    /// The lines without their marks, each with the number by which [`Known::judge`] knows it.
    pub fn lines(&self) -> impl Iterator<Item = (usize, String)> + use<'_> {
        let unmarked = |line: &Line| format!("{}{}", line.indent, line.rest);
        self.lines.iter().map(unmarked).enumerate()
    }

    /// The case on line `at` was read rightly, or not; `tell` says what was found.
    pub fn judge(&mut self, at: usize, right: bool, tell: impl FnOnce() -> String) {
        let line = &mut self.lines[at];
        self.cases += 1;
        self.wrong += usize::from(!right);
        if right == line.wrong {
            let verdict = if right { "now right" } else { "wrong" };
            writeln!(self.complaints, "{verdict}: {}\n{}", line.rest, tell()).expect("a string");
            line.wrong = !right;
            self.changed = true;
        }
    }

    /// Everything that was found and that nobody expects, in any order.
    pub fn judge_beside(&mut self, mut found: Vec<String>) {
        found.sort();
        let mut kept = self.beside.clone();
        kept.sort();
        if found == kept {
            return;
        }
        for line in found.iter().filter(|line| !kept.contains(line)) {
            writeln!(self.complaints, "found beside: {line}").expect("a string");
        }
        for line in kept.iter().filter(|line| !found.contains(line)) {
            writeln!(self.complaints, "no longer found beside: {line}").expect("a string");
        }
        self.beside = found;
        self.changed = true;
    }

    /// Ends the judging, and says in a line how many are right.
    ///
    /// # Panics
    /// When a case is not as its mark says, unless `UPDATE_EXPECT` is set: then the file is written anew.
    pub fn close(self) {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let (right, cases) = (self.cases - self.wrong, self.cases);
        println!("{name}: {right} of {cases} right");
        assert!(cases > 0, "{name}: no case in it");
        if self.changed && std::env::var_os("UPDATE_EXPECT").is_some() {
            let marked: String = self.lines.iter().map(Line::write).collect();
            let beside = self.beside.iter().map(|line| format!("{BESIDE}{line}\n"));
            fs::write(&self.path, marked + &beside.collect::<String>())
                .unwrap_or_else(|error| panic!("{}: {error}", self.path.display()));
            return;
        }
        assert!(
            self.complaints.is_empty(),
            "{name}: not as the marks say; where that is meant, UPDATE_EXPECT=1 writes them anew\n{}",
            self.complaints
        );
    }
}

impl Line {
    fn read(line: &str) -> Self {
        let rest = line.trim_start();
        let indent = line[..line.len() - rest.len()].to_owned();
        let unmarked = rest.strip_prefix(MARK).map(str::trim_start);
        Line {
            indent,
            wrong: unmarked.is_some(),
            rest: unmarked.unwrap_or(rest).to_owned(),
        }
    }

    fn write(&self) -> String {
        let mark = if self.wrong { "~ " } else { "" };
        format!("{}{mark}{}\n", self.indent, self.rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, content: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("lectern-known-{}-{name}", std::process::id()));
        fs::write(&path, content).unwrap();
        path
    }

    fn judged(name: &str, content: &str, beside: &[&str]) -> bool {
        let path = file(name, content);
        let mut known = Known::open(&path);
        let verdicts: Vec<(usize, bool)> = known
            .lines()
            .map(|(at, line)| (at, line.trim() == "right"))
            .collect();
        for (at, right) in verdicts {
            known.judge(at, right, String::new);
        }
        known.judge_beside(beside.iter().map(|&line| line.to_owned()).collect());
        fs::remove_file(path).unwrap();
        !known.changed
    }

    #[test]
    fn marks_have_to_be_true() {
        assert!(judged("true", "right\n  ~ left\n~up\n", &[]));
        assert!(
            !judged("hidden", "right\nleft\n", &[]),
            "a wrong one needs its mark"
        );
        assert!(
            !judged("mended", "~ right\n", &[]),
            "a right one has lost its mark"
        );
        assert!(judged("beside", "right\n~+ b\n~+ a\n", &["a", "b"]));
        assert!(
            !judged("more", "right\n~+ a\n", &["a", "a"]),
            "as often as it is found"
        );
        assert!(!judged("less", "right\n~+ a\n", &[]));
    }
}
