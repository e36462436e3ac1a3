//! A small made-up corpus, scored: the printed lines are those that the corpora's own scorer gives, committed
//! here and, where that scorer is at hand, asked from it anew.

use std::path::Path;
use std::process::Command;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/made-up");

fn printed(command: &mut Command) -> String {
    let output = command.current_dir(FOLDER).output().expect("the scorer starts");
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaints}");
    String::from_utf8(output.stdout).expect("the scorer prints UTF-8")
}

fn same(arguments: &[&str], expected: &str) {
    let ours = printed(Command::new(env!("CARGO_BIN_EXE_lectern-eval")).args(arguments));
    assert_eq!(ours, expected);
    let Some(corpora) = std::env::var_os("LECTERN_CORPORA") else {
        eprintln!("skipped the comparison with score.py: LECTERN_CORPORA is not set");
        return;
    };
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("skipped the comparison with score.py: there is no python3");
        return;
    }
    let scorer = Path::new(&corpora).join("eval/score.py");
    let theirs = printed(Command::new("python3").arg(scorer).args(arguments));
    assert_eq!(ours, theirs);
}

#[test]
fn attribution_speakers_and_proposals() {
    same(
        &[
            "--corpus",
            "corpus",
            "--gold",
            "gold",
            "--whole",
            "predictions.jsonl",
        ],
        include_str!("made-up/expected-corpus.txt"),
    );
}

#[test]
fn lists() {
    same(
        &["--lists", "lists.jsonl", "lists-predictions.jsonl"],
        include_str!("made-up/expected-lists.txt"),
    );
}

#[test]
fn pages() {
    same(
        &["--pages", "pages", "pages-predictions.jsonl"],
        include_str!("made-up/expected-pages.txt"),
    );
}

#[test]
fn predictions_of_another_text_are_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let spoilt = folder.path().join("predictions.jsonl");
    let cases = [
        (
            r#"{"article": "quiet-03", "text": "Nothing."}"#,
            "differs from the corpus",
        ),
        (
            r#"{"article": "quiet-03", "quotations": [{"cue": [3, 99]}]}"#,
            "outside of the text",
        ),
        (r#"{"article": "loud-03"}"#, "is no article of the corpus"),
        (
            "{\"article\": \"quiet-03\"}\n{\"article\": \"quiet-03\"}",
            "two predictions for quiet-03",
        ),
    ];
    for (lines, complaint) in cases {
        std::fs::write(&spoilt, lines).expect("the file can be written");
        let output = Command::new(env!("CARGO_BIN_EXE_lectern-eval"))
            .args(["--corpus", "corpus"])
            .arg(&spoilt)
            .current_dir(FOLDER)
            .output()
            .expect("the scorer starts");
        assert!(!output.status.success());
        let complaints = String::from_utf8_lossy(&output.stderr);
        assert!(complaints.contains(complaint), "{complaints}");
    }
}
