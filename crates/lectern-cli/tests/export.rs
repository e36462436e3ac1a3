//! `lectern export`, help, completions and sizes, as a person or a program meets them.
#![allow(clippy::unwrap_used, reason = "a panic is a test's report")]

use assert_cmd::Command;
use std::fs;
use tempfile::TempDir;

const STORY: &str = "Wells to Open\n\n\"We should open the wells,\" said Ada Lund, the mayor.\n";

fn lectern(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lectern"));
    command.args(arguments);
    command
}

fn printed(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn stories() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("in/more")).unwrap();
    for path in ["in/wells.txt", "in/more/wells.txt"] {
        fs::write(folder.path().join(path), STORY).unwrap();
    }
    folder
}

#[test]
fn every_format_is_written_to_standard_output() {
    let begins = [
        ("markdown", "# Wells to Open"),
        ("html", "<!DOCTYPE html>"),
        ("csv", "\u{feff}article,"),
        ("tsv", "article\t"),
        ("json", "{\n  \"lectern\": 1"),
        ("jsonld", "{\n  \"@context\""),
        ("tei", "<?xml"),
        ("brat", "T1\tMention "),
        ("conll", "# columns: "),
        ("svg", "<svg "),
    ];
    for (format, begin) in begins {
        let written = printed(lectern(&["export", "--to", format]).write_stdin(STORY));
        assert!(written.starts_with(begin), "{format}: {written}");
    }
}

#[test]
fn tables_of_several_articles_are_one_table() {
    let folder = stories();
    for format in ["csv", "tsv"] {
        let written = printed(lectern(&["export", "--to", format, "in"]).current_dir(&folder));
        assert_eq!(written.matches("certainty").count(), 1, "{written}");
        assert_eq!(
            written.matches("quotation\tQ1").count() + written.matches("quotation,Q1").count(),
            2
        );
    }
}

#[test]
fn a_persons_marks_are_compared_with_the_reading() {
    let folder = stories();
    let path = folder.path().join("in/wells.txt");
    let own = printed(lectern(&["export", "--to", "json", "in/wells.txt"]).current_dir(&folder));
    let mut person: serde_json::Value = serde_json::from_str(&own).unwrap();
    person["proposals"] = serde_json::json!([]);
    fs::write(folder.path().join("person.json"), person.to_string()).unwrap();
    let shown = printed(lectern(&["compare", "in/wells.txt", "person.json"]).current_dir(&folder));
    assert!(
        shown.contains("quotations         1       1       1   1.000"),
        "{shown}"
    );
    assert!(
        shown.contains("Only in the reading:\n  proposal (call)"),
        "{shown}"
    );
    let json = printed(
        lectern(&["compare", "--format", "json", "in/wells.txt", "person.json"]).current_dir(&folder),
    );
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["quotations"]["f1"], 1.0);
    assert_eq!(json["alone"][0]["in"], "reading");
    // brat's annotations, made over a text that was repaired
    fs::write(&path, STORY.replace("wells", "wel-\nls")).unwrap();
    printed(lectern(&["export", "--to", "brat", "--out", "brat", "in/wells.txt"]).current_dir(&folder));
    let brat = lectern(&["compare", "in/wells.txt", "brat/wells.ann"])
        .current_dir(&folder)
        .output()
        .unwrap();
    assert!(brat.status.success(), "{}", String::from_utf8_lossy(&brat.stderr));
    let other = lectern(&["compare", "person.json", "brat/wells.ann"])
        .current_dir(&folder)
        .output()
        .unwrap();
    assert!(!other.status.success());
    assert!(String::from_utf8_lossy(&other.stderr).contains("different texts"));
}

#[test]
fn a_folder_gets_a_file_for_each_article() {
    let folder = stories();
    printed(lectern(&["export", "--to", "brat", "--out", "out", "in"]).current_dir(&folder));
    let mut names: Vec<String> = fs::read_dir(folder.path().join("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["wells-2.ann", "wells-2.txt", "wells.ann", "wells.txt"]);
}

#[test]
fn what_was_exported_comes_back() {
    let folder = stories();
    for format in ["json", "html", "jsonld", "brat"] {
        printed(lectern(&["export", "--to", format, "--out", "out", "in/wells.txt"]).current_dir(&folder));
    }
    let first = printed(lectern(&["export", "--to", "csv", "in/wells.txt"]).current_dir(&folder));
    assert!(first.contains("quotation,Q1,direct,Ada Lund"), "{first}");
    for file in ["out/wells.json", "out/wells.html", "out/wells.jsonld"] {
        let again = printed(lectern(&["export", "--to", "csv", file]).current_dir(&folder));
        assert_eq!(again, first, "{file}");
    }
    let brat = printed(lectern(&["export", "--to", "brat", "out/wells.ann"]).current_dir(&folder));
    assert_eq!(
        brat,
        fs::read_to_string(folder.path().join("out/wells.ann")).unwrap()
    );
}

#[test]
fn too_large_an_article_is_refused_and_the_others_are_read() {
    let long = "A long story. ".repeat(100);
    let lines =
        format!("{{\"article\":\"a\",\"text\":\"{long}\"}}\n{{\"article\":\"b\",\"text\":\"Short.\"}}\n");
    let mut command = lectern(&[
        "parse",
        "--input",
        "jsonl",
        "--format",
        "jsonl",
        "--max-size",
        "1000",
    ]);
    let output = command.write_stdin(lines).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 1);
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "lectern: a: larger than 1000, the most that is read; --max-size raises that\n"
    );
}
