//! Whole articles in the shape that learners' pages and news sites have, against a careful reading by hand.
//!
//! `articles/NAME.txt` is the article, `NAME.expected` what a careful reader finds, written before anything was
//! run. A finding is a line; what belongs to it (whose it is, its items) stands set in below it and is judged apart.
//! `?` stands before what may be found or not, `~` before what is known to be missed, and the lines with `~+` at the
//! end are known to be found beside (see [`Known`]).

use lectern_core::article::{BlockKind, Detail, Proposal, Quotation, Referent};
use lectern_core::{Article, Overrides, Span, read};
use lectern_testkit::known::Known;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Words of a block that are enough to know it by.
const WORDS: usize = 6;

#[test]
fn articles_are_read_as_a_person_reads_them() {
    for name in names() {
        let article = fs::read_to_string(folder().join(&name).with_extension("txt")).expect("readable");
        let mut known = Known::open(&folder().join(&name).with_extension("expected"));
        let expected = findings(known.lines());
        let found = shown(&read(&article.as_str().into(), &Overrides::default()));
        let found = findings(found.lines().map(str::to_owned).enumerate());
        let (missed, beside) = compared(&expected, found);
        for (finding, is_missed) in expected.iter().zip(missed) {
            if !finding.may_be_missed {
                known.judge(finding.at, !is_missed, || finding.line.clone());
            }
        }
        known.judge_beside(beside);
        known.close();
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles")
}

fn names() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("the folder of articles");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let expected = paths.filter(|path| path.extension().is_some_and(|ending| ending == "expected"));
    let mut names: Vec<String> = expected
        .map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert!(names.len() > 4, "the articles are there");
    names
}

/// One line, with what it is about.
#[derive(Clone, Debug, Default)]
struct Finding {
    /// Number of the line.
    at: usize,
    aspect: &'static str,
    line: String,
    may_be_missed: bool,
}

/// The findings of a reading as [`shown`] writes it.
fn findings(lines: impl Iterator<Item = (usize, String)>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut above = Finding::default();
    for (at, line) in lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        if let Some(part) = line.strip_prefix("  ") {
            let content = above.line.split_once(": ").map_or("", |(_, content)| content);
            findings.push(Finding {
                at,
                aspect: if above.aspect == "quotation" {
                    "of quotation"
                } else {
                    "of proposal"
                },
                line: format!("{}: {content}", plain(part)),
                may_be_missed: above.may_be_missed,
            });
        } else {
            let firm = line.strip_prefix("? ");
            above = Finding {
                at,
                aspect: aspect(firm.unwrap_or(&line)),
                line: plain(firm.unwrap_or(&line)),
                may_be_missed: firm.is_some(),
            };
            findings.push(above.clone());
        }
    }
    findings
}

/// Which of the expected findings are missed, and what else is found.
fn compared(expected: &[Finding], mut found: Vec<Finding>) -> (Vec<bool>, Vec<String>) {
    let mut missed = vec![false; expected.len()];
    for (finding, missed) in expected.iter().zip(&mut missed) {
        let same = |other: &Finding| (other.aspect, &other.line) == (finding.aspect, &finding.line);
        match found.iter().position(same) {
            Some(at) => {
                found.remove(at);
            }
            None => *missed = true,
        }
    }
    let told = |finding: Finding| format!("{} | {}", finding.aspect, finding.line);
    (missed, found.into_iter().map(told).collect())
}

/// Names of speakers without the article that they may begin with.
fn plain(line: &str) -> String {
    match line.split_once(' ') {
        Some((kind, name)) if kind == "by" || aspect(line) == "speaker" => {
            let articles = ["The ", "the ", "A ", "a ", "An ", "an "];
            let name = articles
                .iter()
                .find_map(|article| name.strip_prefix(article))
                .unwrap_or(name);
            format!("{kind} {name}")
        }
        _ => line.to_owned(),
    }
}

fn aspect(line: &str) -> &'static str {
    match line.split([' ', ':']).next().unwrap_or("") {
        "direct" | "indirect" | "mixed" => "quotation",
        "call" | "plan" | "pledge" | "opposition" => "proposal",
        "person" | "organization" | "group" | "document" | "unnamed" => "speaker",
        "published" | "updated" | "author" | "outlet" | "section" | "dateline" | "language" => "detail",
        _ => "block",
    }
}

/// The reading in the lines that the expectations are written in.
fn shown(article: &Article) -> String {
    let text = &article.source.text;
    let mut out = String::new();
    for block in &article.blocks {
        writeln!(out, "{}: {}", block_name(block.kind), excerpt(text, block.span)).expect("a string");
    }
    let details = &article.details;
    let mut detail = |name: &str, details: &[&Detail]| {
        for detail in details {
            writeln!(out, "{name} {}", one_line(&detail.value)).expect("a string");
        }
    };
    detail("published", &details.published.iter().collect::<Vec<_>>());
    detail("updated", &details.updated.iter().collect::<Vec<_>>());
    detail("author", &details.authors.iter().collect::<Vec<_>>());
    detail("outlet", &details.outlet.iter().collect::<Vec<_>>());
    detail("section", &details.section.iter().collect::<Vec<_>>());
    detail("dateline", &details.dateline.iter().collect::<Vec<_>>());
    detail("language", &details.language.iter().collect::<Vec<_>>());
    for speaker in &article.speakers {
        let role = speaker
            .role
            .as_ref()
            .map_or(String::new(), |role| format!(", {role}"));
        writeln!(out, "{} {}{role}", speaker.kind.name(), speaker.name).expect("a string");
    }
    for quotation in &article.quotations {
        show_quotation(&mut out, article, quotation);
    }
    for proposal in &article.proposals {
        show_proposal(&mut out, article, proposal);
    }
    out
}

fn show_quotation(out: &mut String, article: &Article, quotation: &Quotation) {
    let text = &article.source.text;
    let form = quotation.form.name();
    let cue = quotation.cue.map_or("-".to_owned(), |cue| words(text, cue));
    let content: Vec<String> = quotation.content.iter().map(|span| words(text, *span)).collect();
    writeln!(out, "{form} {cue}: {}", content.join(" … ")).expect("a string");
    show_who(out, article, article.referent(quotation));
}

fn show_proposal(out: &mut String, article: &Article, proposal: &Proposal) {
    let text = &article.source.text;
    let kind = proposal.kind.name();
    writeln!(out, "{kind}: {}", words(text, proposal.span)).expect("a string");
    show_who(out, article, &proposal.proposer);
    if let Some(addressee) = proposal.addressee {
        writeln!(out, "  to {}", words(text, addressee.span)).expect("a string");
    }
    if !proposal.items.is_empty() {
        let stated = proposal
            .stated_count
            .map_or(String::new(), |count| format!(", {count} stated"));
        let items: Vec<String> = proposal.items.iter().map(|item| words(text, *item)).collect();
        writeln!(out, "  items{stated}: {}", items.join(" / ")).expect("a string");
    }
}

fn show_who(out: &mut String, article: &Article, who: &Referent) {
    let names: Vec<&str> = who
        .speaker()
        .iter()
        .chain(who.candidates())
        .map(|id| article.speakers[id.0 as usize].name.as_str())
        .collect();
    if !names.is_empty() {
        writeln!(out, "  by {}", names.join(" or ")).expect("a string");
    }
}

fn block_name(kind: BlockKind) -> String {
    match kind {
        BlockKind::Clutter(reason) => format!("{} {}", kind.name(), reason.name()),
        kind => kind.name().to_owned(),
    }
}

fn words(text: &str, span: Span) -> String {
    one_line(span.text(text))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn excerpt(text: &str, span: Span) -> String {
    let all: Vec<&str> = span.text(text).split_whitespace().collect();
    if all.len() > WORDS {
        all[..WORDS].join(" ") + " …"
    } else {
        all.join(" ")
    }
}

/// The comparison finds what it should: a test of the test.
#[test]
fn findings_are_compared_one_by_one() {
    let read = |reading: &str| findings(reading.lines().map(str::to_owned).enumerate());
    let expected =
        read("# note\ncall: a\n  by the X\n\ncall: b\n  by X\ncall: b\n? call: d\ntitle: T\n? call: e");
    let found = read("call: a\n  by Y\ncall: b\ncall: c\ncall: e\ntitle: T");
    let (missed, beside) = compared(&expected, found);
    let missed: Vec<&str> = expected
        .iter()
        .zip(missed)
        .filter(|(finding, missed)| *missed && !finding.may_be_missed)
        .map(|(finding, _)| finding.line.as_str())
        .collect();
    assert_eq!(missed, ["by X: a", "by X: b", "call: b"]);
    assert_eq!(beside, ["of proposal | by Y: a", "proposal | call: c"]);
}
