//! What people expect of any command: help that teaches, a version, completions, manual pages, exit codes, no colours
//! in files.
#![allow(clippy::unwrap_used, reason = "a panic is a test's report")]

use assert_cmd::Command;
use std::fs;

fn lectern(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lectern"));
    command.args(arguments);
    command
}

fn printed(arguments: &[&str]) -> String {
    let output = lectern(arguments).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {told}");
    String::from_utf8(output.stdout).unwrap()
}

fn code(arguments: &[&str]) -> Option<i32> {
    let mut command = lectern(arguments);
    command.write_stdin("A story.").output().unwrap().status.code()
}

#[test]
fn help_has_examples_and_exit_codes() {
    for (arguments, example) in [
        (&["--help"][..], "lectern export --to csv article.html"),
        (
            &["parse", "--help"],
            "lectern parse --input jsonl --format jsonl < in > out",
        ),
        (&["help", "parse"], "Exit code: 0 when all articles were read"),
        (
            &["export", "--help"],
            "lectern export --to brat --out brat/ news/",
        ),
        (&["help", "export"], "Exit code: 0 when all articles were read"),
        (&["-h"], "Exit code: 0 when all articles were read"),
    ] {
        let help = printed(arguments);
        assert!(help.contains(example), "{arguments:?}: {help}");
        assert!(!help.contains('\u{1b}'), "{arguments:?}: {help}");
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    for arguments in [["--version"], ["-V"]] {
        assert_eq!(
            printed(&arguments),
            concat!("lectern ", env!("CARGO_PKG_VERSION"), "\n")
        );
    }
}

#[test]
fn completions_for_each_shell_know_the_commands() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let written = printed(&["completions", shell]);
        for word in ["parse", "export", "max-size"] {
            assert!(written.contains(word), "{shell}: no {word}");
        }
    }
}

#[test]
fn completions_are_taken_by_bash() {
    let Ok(mut bash) = std::process::Command::new("bash")
        .args(["-c", "eval \"$(cat)\" && complete -p lectern"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
    else {
        println!("skipped: there is no bash");
        return;
    };
    let written = printed(&["completions", "bash"]);
    std::io::Write::write_all(&mut bash.stdin.take().unwrap(), written.as_bytes()).unwrap();
    let told = String::from_utf8(bash.wait_with_output().unwrap().stdout).unwrap();
    assert!(told.contains("_lectern"), "{told}");
}

#[test]
fn manual_pages_for_all_and_for_each_command() {
    let page = printed(&["man"]);
    assert!(
        page.contains(".TH lectern 1") && page.contains("Exit code: 0"),
        "{page}"
    );
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("man1");
    printed(&["man", "--out", out.to_str().unwrap()]);
    for (name, word) in [
        ("lectern", "parse"),
        ("lectern-parse", "max"),
        ("lectern-export", "conll"),
    ] {
        let page = fs::read_to_string(out.join(format!("{name}.1"))).unwrap();
        assert!(page.contains(word), "{name}: {page}");
    }
}

#[test]
fn exit_codes_are_those_of_the_help() {
    assert_eq!(code(&["parse", "-"]), Some(0));
    assert_eq!(code(&["parse", "not-there.txt", "-"]), Some(1));
    assert_eq!(code(&["parse", "--format", "word"]), Some(2));
    assert_eq!(code(&["export", "--to", "word"]), Some(2));
    assert_eq!(code(&["recite"]), Some(2));
    assert_eq!(code(&[]), Some(2));
}

#[test]
fn complaints_have_no_colours_in_a_file() {
    for arguments in [&["parse", "not-there.txt"][..], &["parse", "--no-such"]] {
        let output = lectern(arguments).output().unwrap();
        assert!(
            !output.stderr.is_empty() && !output.stderr.contains(&0x1B),
            "{arguments:?}"
        );
    }
}
