//! `lectern parse` as a person or a program runs it.
#![allow(clippy::unwrap_used, reason = "a panic is a test's report")]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

const STORY: &str = "“We should plant trees,” said Ada Lund, the mayor.\r\n";

fn lectern() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lectern"));
    command.arg("parse");
    command
}

struct Output {
    documents: Vec<Value>,
    complaints: String,
    code: Option<i32>,
}

fn jsonl(command: &mut Command) -> Output {
    let output = command.args(["--format", "jsonl"]).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    Output {
        documents: printed
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect(),
        complaints: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code(),
    }
}

fn names(output: &Output) -> Vec<&str> {
    output
        .documents
        .iter()
        .map(|document| document["article"].as_str().unwrap())
        .collect()
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

#[test]
fn standard_input_is_one_article() {
    for arguments in [&[][..], &["-"]] {
        let output = jsonl(lectern().args(arguments).write_stdin(STORY));
        assert_eq!(names(&output), ["-"]);
        assert_eq!(output.code, Some(0));
        assert_eq!(output.complaints, "");
    }
}

#[test]
fn a_folder_is_searched_through_in_order_of_name() {
    let folder = folder(&[
        ("b.txt", STORY.as_bytes()),
        ("a/two.md", STORY.as_bytes()),
        ("a/one.HTML", b"<p>One.</p>"),
        ("a/picture.png", b"\x89PNG"),
    ]);
    let output = jsonl(lectern().arg("--stem").arg(folder.path()));
    assert_eq!(names(&output), ["one", "two", "b"]);
    let output = jsonl(lectern().arg("a").current_dir(&folder));
    assert_eq!(names(&output), ["a/one.HTML", "a/two.md"]);
}

#[test]
fn results_come_in_the_order_of_the_input() {
    let lines: String = (0..500)
        .map(|n| format!("{{\"article\": \"{n}\", \"text\": \"Story number {n}.\", \"extra\": null}}\n\n"))
        .collect();
    let output = jsonl(lectern().args(["--input", "jsonl"]).write_stdin(lines));
    assert!(
        names(&output)
            .iter()
            .map(|name| name.parse::<u32>().unwrap())
            .eq(0..500)
    );
    assert_eq!(output.code, Some(0));
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_done() {
    let folder = folder(&[
        ("1.txt", STORY.as_bytes()),
        ("2.txt", &[0, 1, 2, 3, 0, 0x80, 7, 0]),
        ("3.txt", STORY.as_bytes()),
        (
            "4.txt",
            b"{\\rtf1\\ansi{\\fonttbl\\f0 Times;}\\f0 Ada Lund said it.\\par}",
        ),
    ]);
    let output =
        jsonl(
            lectern()
                .current_dir(&folder)
                .args(["1.txt", "2.txt", "missing.txt", "3.txt", "4.txt"]),
        );
    assert_eq!(names(&output), ["1.txt", "3.txt"]);
    assert_eq!(output.code, Some(1));
    let complaints: Vec<&str> = output.complaints.lines().collect();
    assert_eq!(complaints.len(), 3);
    assert_eq!(complaints[0], "lectern: 2.txt: not a text file");
    assert!(complaints[1].starts_with("lectern: missing.txt: "));
    assert!(complaints[2].starts_with("lectern: 4.txt: a PDF, RTF or other file"));
    assert!(complaints[2].contains("save it as plain text"));
}

#[test]
fn a_broken_line_is_told_by_its_number() {
    let lines = "{\"article\":\"a\",\"text\":\"A.\"}\n\n{\"article\":\n{\"article\":\"b\",\"text\":\"B.\"}\n";
    let output = jsonl(lectern().args(["--input", "jsonl"]).write_stdin(lines));
    assert_eq!(names(&output), ["a", "b"]);
    assert_eq!(output.code, Some(1));
    assert!(
        output.complaints.starts_with("lectern: -:3: not a line of"),
        "{}",
        output.complaints
    );
}

#[test]
fn a_folder_is_no_stream_of_lines() {
    let folder = folder(&[]);
    let output = jsonl(lectern().args(["--input", "jsonl"]).arg(folder.path()));
    assert_eq!(output.code, Some(1));
    assert_eq!(output.complaints.lines().count(), 1);
}

#[test]
fn as_is_leaves_the_text_alone() {
    let text = |output: Output| output.documents[0]["text"].as_str().unwrap().to_owned();
    assert_eq!(text(jsonl(lectern().arg("--as-is").write_stdin(STORY))), STORY);
    assert_eq!(
        text(jsonl(lectern().write_stdin(STORY))),
        STORY.replace("\r\n", "\n")
    );
}

#[test]
fn files_are_decoded_by_their_bytes() {
    let cases: [(&[u8], &str); 4] = [
        (b"\xEF\xBB\xBFTrees", "Trees"),
        (b"\xFF\xFET\0r\0e\0e\0s\0", "Trees"),
        (b"\x93Trees,\x94 she said", "“Trees,” she said"),
        (b"\xA1\xB0Trees,\xA1\xB1 \xCA\xB1\xBC\xE4", "“Trees,” 时间"),
    ];
    for (bytes, text) in cases {
        let output = jsonl(lectern().write_stdin(bytes));
        assert_eq!(output.documents[0]["text"], text);
        assert_eq!(output.complaints, "");
    }
}

#[test]
fn undecodable_characters_are_counted() {
    let mut bytes = "“Many trees,” she said – and meant it.".repeat(3).into_bytes();
    bytes.push(0xE2);
    let output = jsonl(lectern().write_stdin(bytes));
    assert_eq!(
        output.complaints,
        "lectern: -: warning: 1 character can't be decoded\n"
    );
    assert_eq!(output.code, Some(0));
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let lines = "{\"article\":\"a\",\"text\":\"A story.\"}\n".repeat(2000);
    let folder = folder(&[("lines", lines.as_bytes())]);
    let mut lectern = std::process::Command::new(env!("CARGO_BIN_EXE_lectern"))
        .args(["parse", "--format", "jsonl", "--input", "jsonl", "lines"])
        .current_dir(&folder)
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(lectern.stdout.take());
    let output = lectern.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert!(output.status.success());
}

#[test]
fn text_for_people_has_no_colours_in_a_file() {
    let output = lectern().write_stdin(STORY).output().unwrap();
    assert!(!output.stdout.contains(&0x1B));
    assert!(!output.stdout.is_empty());
}

#[test]
fn a_line_may_hold_a_page() {
    let lines = "{\"article\":\"a\",\"html\":\"<html><p>Trees &amp; wells.</p>\"}\n{\"article\":\"b\",\"text\":\"<p>B.\"}\n\
                 {\"article\":\"c\"}\n{\"article\":\"d\",\"text\":\"\",\"html\":\"\"}\n";
    let output = jsonl(lectern().args(["--input", "jsonl"]).write_stdin(lines));
    let texts: Vec<&str> = output
        .documents
        .iter()
        .map(|document| document["text"].as_str().unwrap().trim())
        .collect();
    assert_eq!(texts, ["Trees & wells.", "<p>B."]);
    assert_eq!(
        output.complaints,
        "lectern: -:3: c: neither text nor html\nlectern: -:4: d: both text and html\n"
    );
}

#[test]
fn what_could_not_be_read_is_kept_in_a_file() {
    let folder = folder(&[(
        "in",
        b"{\"article\":\"a\",\"text\":\"A long story.\"}\nno json\n{\"article\":\"c\",\"text\":\"C.\"}\n",
    )]);
    let mut command = lectern();
    command.args([
        "--input",
        "jsonl",
        "--max-size",
        "5",
        "--errors",
        "bad.jsonl",
        "in",
    ]);
    let output = jsonl(command.current_dir(&folder));
    assert_eq!(names(&output), ["c"]);
    assert_eq!(output.code, Some(0), "{}", output.complaints);
    let bad = fs::read_to_string(folder.path().join("bad.jsonl")).unwrap();
    let bad: Vec<Value> = bad
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(bad.len(), 2);
    assert_eq!(bad[0]["article"], "a");
    assert!(bad[0]["error"].as_str().unwrap().starts_with("larger than 5"));
    assert_eq!(bad[1]["article"], "in:2");
    let mut command = lectern();
    command.args(["--input", "jsonl", "--errors", "bad.jsonl", "not-there"]);
    assert_eq!(jsonl(command.current_dir(&folder)).code, Some(1));
}
