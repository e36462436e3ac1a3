//! Words are data: no list of six or more words stands in the core's code.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};

use crate::code::{code_lines, is_test_file};
use crate::{none, repository};

/// So many words in a row are a list.
const LIST: usize = 6;

/// Where lists stand in code, and why.
const FIXED: [(&str, &str); 3] = [
    (
        "crates/lectern-core/src/lexicon/small_classes.rs",
        "closed classes of grammar, which never grow and are asked for at each word",
    ),
    (
        "crates/lectern-core/src/input/html/tags.rs",
        "names of elements, as html defines them",
    ),
    (
        "crates/lectern-core/src/input/html/bounds.rs",
        "names of elements, as html defines them",
    ),
];

/// The core's word lists are files in `data`, not code.
///
/// # Errors
/// When six or more words follow each other in code of the core, or an exception is no longer needed.
pub fn are_data() -> Result<()> {
    let files = repository::files(|path| {
        path.starts_with("crates/lectern-core/src/") && path.ends_with(".rs") && !is_test_file(path)
    })?;
    ensure!(!files.is_empty(), "the core's sources were not found");
    none(&faults(&files))
}

fn faults(files: &[(String, String)]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut fixed: BTreeSet<&str> = FIXED.iter().map(|(path, _)| *path).collect();
    for (path, text) in files {
        let lists = lists(text);
        let is_fixed = FIXED.iter().any(|(known, _)| known == path);
        if is_fixed && !lists.is_empty() {
            fixed.remove(path.as_str());
        }
        if !is_fixed {
            faults.extend(lists.iter().map(|(line, count)| {
                format!(
                    "{path}:{line}: {count} words in a row belong into a file of crates/lectern-core/data"
                )
            }));
        }
    }
    faults.extend(fixed.iter().map(|path| format!("{path} holds no list of words")));
    faults
}

/// The runs of strings joined by `|` or `,`: the line where each starts, and how many words it holds.
fn lists(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut run = Run::default();
    for (number, line) in code_lines(text) {
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            if rest.starts_with("//") {
                break;
            }
            let length = match c {
                '"' => {
                    let literal = literal(rest);
                    run.word(number, literal);
                    literal.len()
                }
                '\'' => character(rest),
                _ => {
                    if !matches!(c, '|' | ',') && !c.is_whitespace() {
                        run.end(&mut found);
                    }
                    c.len_utf8()
                }
            };
            rest = &rest[length..];
        }
    }
    run.end(&mut found);
    found
}

/// Strings that follow each other.
#[derive(Default)]
struct Run {
    line: usize,
    words: usize,
}

impl Run {
    /// A string without a letter is a sign, no word.
    fn word(&mut self, line: usize, literal: &str) {
        if self.words == 0 {
            self.line = line;
        }
        self.words += usize::from(literal.contains(char::is_alphabetic));
    }

    fn end(&mut self, found: &mut Vec<(usize, usize)>) {
        if self.words >= LIST {
            found.push((self.line, self.words));
        }
        self.words = 0;
    }
}

/// The string that the text begins with, both marks included; up to the line's end where it goes on.
fn literal(text: &str) -> &str {
    let mut escaped = false;
    let end = text.char_indices().skip(1).find(|&(_, c)| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    });
    end.map_or(text, |(at, _)| &text[..=at])
}

/// Length of the character in marks, or of the mark of a lifetime.
fn character(text: &str) -> usize {
    let inner = &text[1..];
    let body = if inner.starts_with('\\') {
        inner.find('\'').filter(|&at| at > 1).or(Some(2))
    } else {
        inner.chars().next().map(char::len_utf8)
    };
    match body {
        Some(body) if inner[body.min(inner.len())..].starts_with('\'') => body + 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(path: &str, text: &str) -> Vec<String> {
        let mut files = vec![(path.to_owned(), text.to_owned())];
        let table = "const A: [&str; 6] = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"];\n";
        files.extend(
            FIXED
                .iter()
                .map(|(path, _)| ((*path).to_owned(), table.to_owned())),
        );
        faults(&files)
    }

    #[test]
    fn a_list_in_code_is_told_with_file_and_line() {
        let array = "//! Words.\nconst BOATS: [&str; 6] = [\n    \"ferry\", \"barge\", \"tug\", \"skiff\",\n    \"ketch\", // two masts\n    \"yawl\",\n];\n";
        assert_eq!(
            told("src/boats.rs", array),
            ["src/boats.rs:3: 6 words in a row belong into a file of crates/lectern-core/data"]
        );
        let pattern = "fn is_boat(form: &str) -> bool {\n    matches!(form, \"ferry\" | \"barge\" | \"tug\"\n        | \"skiff\" | \"ketch\" | \"yawl\")\n}\n";
        assert_eq!(told("src/boats.rs", pattern).len(), 1);
    }

    #[test]
    fn short_lists_signs_tables_and_tests_are_free() {
        for text in [
            "matches!(form, \"a\" | \"b\" | \"c\" | \"d\" | \"e\")",
            "[\",\", \"|\", \";\", \"–\", \"—\", \"(\", \")\", \"\\\"\"]",
            "match form {\n \"a\" | \"b\" | \"c\" => 1,\n \"d\" | \"e\" | \"f\" => 2,\n}",
            "[(\"a\", 1), (\"b\", 2), (\"c\", 3), (\"d\", 4), (\"e\", 5), (\"f\", 6)]",
            "// \"a\", \"b\", \"c\", \"d\", \"e\", \"f\"",
            "#[cfg(test)]\nmod tests {\n[\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"]\n}",
            "['\"', '\\'', '\\\\', '\"']; \"a\", \"b\"",
            "fn f<'a>(x: &'a str) -> &'static str { \"a\" }",
        ] {
            assert!(told("src/boats.rs", text).is_empty(), "{text}");
        }
    }

    #[test]
    fn an_exception_that_is_not_needed_is_told() {
        assert_eq!(faults(&[]).len(), FIXED.len());
    }
}
