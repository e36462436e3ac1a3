//! Who may import whom: the folders of the core and of the page against the tables in `ARCHITECTURE.md`.
//!
//! A row of a table names one or more folders (or single files) and what these may import: folders by name, or
//! "all above" for those of the rows before. What a table does not allow is a fault with file and line.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result, ensure};

use crate::code::{code_lines, is_test_file};
use crate::{none, repository, root};

/// Where the tables stand.
const DOCUMENT: &str = "ARCHITECTURE.md";

/// What each folder may import.
type Allowed = BTreeMap<String, BTreeSet<String>>;

/// The folders of `crates/lectern-core/src` import only what the first table allows.
///
/// # Errors
/// When one imports something else, or a folder and the table do not know each other.
pub fn core() -> Result<()> {
    check("| core |", "crates/lectern-core/src/")
}

/// The folders of the page's `src` import only what the second table allows.
///
/// # Errors
/// When one imports something else, or a folder and the table do not know each other.
pub fn page() -> Result<()> {
    check("| page |", "src/")
}

fn check(head: &str, sources: &str) -> Result<()> {
    let document =
        fs::read_to_string(root().join(DOCUMENT)).with_context(|| format!("can't read {DOCUMENT}"))?;
    let allowed = table(&document, head)
        .with_context(|| format!("{DOCUMENT} has no table that begins with `{head}`"))?;
    let files = repository::files(|path| path.starts_with(sources) && path.ends_with(".rs"))?;
    ensure!(!files.is_empty(), "no files in {sources}");
    none(&faults(&allowed, sources, &files))
}

/// Reads the table whose head row begins so.
fn table(document: &str, head: &str) -> Option<Allowed> {
    let rows = document
        .lines()
        .skip_while(|line| !line.starts_with(head))
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    let mut allowed = Allowed::new();
    for row in rows {
        let mut cells = row.split('|').skip(1);
        let names = names_in(cells.next()?);
        let imports = cells.next()?;
        let mut may: BTreeSet<String> = names_in(imports).into_iter().collect();
        if imports.contains("all above") {
            may.extend(allowed.keys().cloned());
        }
        for name in names {
            allowed.insert(name, may.clone());
        }
    }
    (!allowed.is_empty()).then_some(allowed)
}

/// What stands between backticks.
fn names_in(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// A line for each import that is not allowed, and for each name that only one side knows.
fn faults(allowed: &Allowed, sources: &str, files: &[(String, String)]) -> Vec<String> {
    let root = files
        .iter()
        .find(|(path, _)| path.strip_prefix(sources) == Some("lib.rs"));
    let handed_on = root.map(|(_, text)| handed_on(text)).unwrap_or_default();
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for (path, text) in files {
        let inside = path.strip_prefix(sources).unwrap_or(path);
        let folder = folder_of(inside);
        if ["lib", "main"].contains(&folder) {
            continue;
        }
        seen.insert(folder);
        let Some(may) = allowed.get(folder) else {
            faults.push(format!(
                "{path}: {DOCUMENT} does not say what `{folder}` may import"
            ));
            continue;
        };
        if is_test_file(path) {
            continue;
        }
        for (line, name) in imports(inside, text) {
            let name = handed_on.get(&name).unwrap_or(&name);
            if name != folder && !may.contains(name) {
                faults.push(format!(
                    "{path}:{line}: `{folder}` may not import `crate::{name}`"
                ));
            }
        }
    }
    let gone = allowed.keys().filter(|name| !seen.contains(name.as_str()));
    faults.extend(gone.map(|name| format!("{DOCUMENT}: there is no `{sources}{name}`")));
    faults
}

/// What the crate's root hands on, with the folder it comes from: `Article` from `article`.
fn handed_on(lib: &str) -> BTreeMap<String, String> {
    let mut from = BTreeMap::new();
    for statement in lib.split("pub use ").skip(1) {
        let statement = statement.split(';').next().unwrap_or_default();
        let Some((folder, names)) = statement.split_once("::") else {
            continue;
        };
        from.extend(
            first_names(names)
                .into_iter()
                .map(|name| (name, folder.to_owned())),
        );
    }
    from
}

/// `layout` for `layout/lists.rs`, `layout/mod.rs` and `layout.rs`.
fn folder_of(inside: &str) -> &str {
    let first = inside.split('/').next().unwrap_or(inside);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// What a file names below the crate's root, with the line: `layout` for `crate::layout::Block`.
fn imports(inside: &str, text: &str) -> Vec<(usize, String)> {
    let lines = code_lines(text);
    let mut code = String::new();
    let mut starts = Vec::new();
    for (number, line) in lines {
        starts.push((code.len(), number));
        code.push_str(line);
        code.push('\n');
    }
    let line_of = |at: usize| {
        let after = starts.partition_point(|(start, _)| *start <= at);
        after.checked_sub(1).map_or(0, |index| starts[index].1)
    };
    let up = "super::".repeat(depth(inside));
    let mut found = Vec::new();
    for prefix in ["crate::", up.as_str()] {
        for (at, _) in code.match_indices(prefix) {
            let inside_word = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
            if code[..at].ends_with(inside_word) {
                continue;
            }
            let names = first_names(&code[at + prefix.len()..]);
            found.extend(names.into_iter().map(|name| (line_of(at), name)));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// How many modules a file is below the crate's root.
fn depth(inside: &str) -> usize {
    let folders = inside.matches('/').count();
    folders + usize::from(!inside.ends_with("/mod.rs"))
}

/// The names that a path goes on with: one, or those of a group in braces.
fn first_names(rest: &str) -> Vec<String> {
    let word = |text: &str| {
        let text = text.trim_start();
        let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
        text[..end.unwrap_or(text.len())].to_owned()
    };
    let Some(group) = rest.strip_prefix('{') else {
        return vec![word(rest)];
    };
    let mut names = vec![word(group)];
    let mut level = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => level += 1,
            '}' if level == 0 => break,
            '}' => level -= 1,
            ',' if level == 0 => names.push(word(&group[at + 1..])),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    const DESIGN: &str = "# Map\n\n| core | may import |\n| --- | --- |\n| `text`, `article` | nothing |\n| `layout` | all above |\n\
                          | `tokens` | `text` |\n| `speakers` | all above |\n\nMore.\n";

    fn told(path: &str, text: &str) -> Vec<String> {
        let allowed = table(DESIGN, "| core |").expect("a table");
        let mut files: Vec<(String, String)> = ["text", "article", "layout", "tokens", "speakers"]
            .map(|name| (format!("src/{name}/mod.rs"), String::new()))
            .into();
        files.push((path.to_owned(), text.to_owned()));
        faults(&allowed, "src/", &files)
    }

    #[test]
    fn a_stage_that_imports_a_later_one_is_told_with_file_and_line() {
        assert_eq!(
            told(
                "src/layout/lists.rs",
                "//! Lists.\nuse crate::speakers::Mention;\n"
            ),
            ["src/layout/lists.rs:2: `layout` may not import `crate::speakers`"]
        );
        assert!(told("src/speakers/cast.rs", "//! Cast.\nuse crate::layout::Block;\n").is_empty());
    }

    #[test]
    fn a_row_may_name_what_it_imports() {
        assert!(told("src/tokens/word.rs", "use crate::text::fold;\n").is_empty());
        assert_eq!(told("src/tokens/word.rs", "use crate::layout::Block;\n").len(), 1);
    }

    #[test]
    fn folders_of_one_row_do_not_import_each_other() {
        assert_eq!(told("src/text/fold.rs", "use crate::article::Span;\n").len(), 1);
    }

    #[test]
    fn what_the_root_hands_on_belongs_to_its_folder() {
        let lib = "pub mod text;\npub use speakers::{Mention, Speaker};\npub use text::fold;\n";
        assert_eq!(handed_on(lib).len(), 3);
        let allowed = table(DESIGN, "| core |").expect("a table");
        let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        let files = [
            file("src/lib.rs", lib),
            file("src/layout/x.rs", "use crate::{Speaker, fold};\n"),
        ];
        let told = faults(&allowed, "src/", &files);
        assert_eq!(
            told[0],
            "src/layout/x.rs:1: `layout` may not import `crate::speakers`"
        );
        assert!(!told[1].contains("x.rs"), "{told:?}");
    }

    #[test]
    fn groups_paths_in_code_and_ways_up_are_read() {
        let group = "use crate::{\n    text::{a, b},\n    speakers::C,\n};\n";
        assert_eq!(told("src/layout/x.rs", group).len(), 1);
        assert_eq!(
            told("src/layout/x.rs", "fn a() { crate::tokens::cut() }\n").len(),
            1
        );
        assert_eq!(
            told("src/layout/x.rs", "use super::super::speakers::C;\n").len(),
            1
        );
        assert_eq!(told("src/layout/mod.rs", "use super::speakers::C;\n").len(), 1);
        assert!(told("src/layout/x.rs", "use super::speakers_of;\n").is_empty());
    }

    #[test]
    fn comments_and_tests_are_free() {
        let text = "/// Like [`crate::speakers`].\nfn a() {}\n#[cfg(test)]\nmod tests {\n    use crate::speakers::C;\n}\n";
        assert!(told("src/layout/x.rs", text).is_empty());
        assert!(told("src/layout/tests.rs", "use crate::speakers::C;\n").is_empty());
    }

    #[test]
    fn table_and_folders_know_each_other() {
        assert_eq!(
            told("src/novel/mod.rs", ""),
            ["src/novel/mod.rs: ARCHITECTURE.md does not say what `novel` may import"]
        );
        let allowed = table(DESIGN, "| core |").expect("a table");
        assert_eq!(faults(&allowed, "src/", &[]).len(), 5);
    }
}
