//! What Markdown becomes, block by block, and what is taken for it.

use super::*;
use std::fmt::Write;

/// One line a block: its hint and its text. Text without a hint stands as it is.
fn shown(input: &Input) -> String {
    let mut out = String::new();
    let mut at = 0;
    for hint in &input.hints {
        plain(&input.text[at..hint.span.range().start], &mut out);
        let footer = if hint.region == Region::Unprinted {
            " below"
        } else {
            ""
        };
        writeln!(out, "{:?}{footer}| {}", hint.kind, hint.span.text(&input.text))
            .expect("a string takes all");
        at = hint.span.range().end;
    }
    plain(&input.text[at..], &mut out);
    out
}

fn plain(text: &str, out: &mut String) {
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        writeln!(out, "| {line}").expect("a string takes all");
    }
}

#[test]
fn signs_become_hints() {
    for (text, expected) in [
        (
            "# Ferry back\n\nIt sails\nagain.",
            "Heading(1)| Ferry back\n| It sails\n| again.\n",
        ),
        (
            "Ferry **back**\n=====\nIt sails.\n\nPrices\n---\n",
            "Heading(1)| Ferry back\n| It sails.\nHeading(2)| Prices\n",
        ),
        ("It sails.\n---\nIt *lands*.", "| It sails.\n| It lands.\n"),
        (
            "- one\n  more\n- two\n   - deep\n- three\n\n1. first\n2. second\n\nText\n\n- other",
            "ListItem { list: 0, ordered: false, depth: 0 }| one more\n\
             ListItem { list: 0, ordered: false, depth: 0 }| two\n\
             ListItem { list: 0, ordered: false, depth: 1 }| deep\n\
             ListItem { list: 0, ordered: false, depth: 0 }| three\n\
             ListItem { list: 1, ordered: true, depth: 0 }| first\n\
             ListItem { list: 1, ordered: true, depth: 0 }| second\n\
             | Text\n\
             ListItem { list: 2, ordered: false, depth: 0 }| other\n",
        ),
        (
            "- one\nA line below.",
            "ListItem { list: 0, ordered: false, depth: 0 }| one\n| A line below.\n",
        ),
        (
            "> It sails\n> again.\n> — Ada Lund\n>\n> Soon.",
            "Quote| It sails again.\nQuote| — Ada Lund\nQuote| Soon.\n",
        ),
        (
            "Year | Boats\n--- | ---\n2030 | **3**\n2031 | 4\n\nIt sails.",
            "Paragraph| Year Boats\nParagraph| 2030 3\nParagraph| 2031 4\n| It sails.\n",
        ),
        ("| a |\n|---|\n| b |\nc", "Paragraph| a\nParagraph| b\n| c\n"),
        (
            "```\n*as it is*\n# so\n```\n*not*",
            "| *as it is*\n| # so\n| not\n",
        ),
        ("[Read more](/more)", "Paragraph| Read more\n"),
        (
            "It [sails][1].[^2]\n\n[1]: https://bay.example\n[^2]: By night.",
            "Paragraph| It sails.\nParagraph below| By night.\n",
        ),
        ("![A ferry](ferry.jpg)\n\nIt sails.", "| It sails.\n"),
        ("\n\n***\n# #\n", ""),
        ("", ""),
    ] {
        assert_eq!(shown(&read(text)), expected, "{text}");
    }
}

#[test]
fn rows_and_items_stand_close() {
    let input = read("Boats:\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n");
    assert_eq!(input.text, "Boats:\n\none\ntwo\n\na b\nc d");
}

#[test]
fn markdown_is_told_from_news() {
    for (text, expected) in [
        ("# The ferry is back\n\nIt sails.", true),
        ("It sails.\n\n## Prices\n\nThree crowns.", true),
        ("# One\nText\n# Two\nText", true),
        ("It [sails](https://bay.example/ferry) again.", true),
        ("a | b\n--- | ---\nc | d", true),
        ("**One** thing and **another**.", true),
        ("One\n===\n\nText\n\nTwo\n---\n\nText", true),
        ("The ferry is back\n\n- one\n- two\n\n1. three\n2. four", false),
        ("# 1 in the list\nIt sails.", false),
        ("It sails.\n\n# Ends\nText", false),
        ("It sails *again.\n* Prices differ.", false),
        ("It **sails** again.", false),
        ("#ferry #back", false),
        ("It sails.\n\n###\n\nContact: Ada Lund", false),
        ("It sails.\n-----\nBy Ada Lund", false),
        ("> It sails\n> again", false),
        ("[Applause] (laughs) It sails", false),
        ("Home | News | Sport\n\nIt sails.", false),
        ("", false),
    ] {
        assert_eq!(is_markdown(text), expected, "{text}");
        assert!(may_be_markdown(text) || !expected, "{text}");
    }
}
