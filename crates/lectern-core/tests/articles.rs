//! Whole articles in the shape that learners' pages and news sites have, against a careful reading by hand.
//!
//! `articles/NAME.txt` is the article, `NAME.expected` what a careful reader finds, written before anything was
//! run. `articles/reached.txt` holds how much of that is found over all articles, and how much else. The F1 of a
//! row may rise, never fall: `UPDATE_EXPECT=1 cargo test -p lectern-core --test articles` records what is reached;
//! `-- --nocapture` shows every difference, `-` for missed and `+` for something else.
//!
//! In an expectation `?` stands before what may be found or not. A finding is a line; what belongs to it (whose
//! it is, its items) stands set in below it and is counted apart.

use lectern_core::article::{
    BlockKind, Detail, Form, Proposal, ProposalKind, Quotation, Referent, SpeakerKind,
};
use lectern_core::{Article, Overrides, Span, read};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Words of a block that are enough to know it by.
const WORDS: usize = 6;

const ASPECTS: [&str; 7] = [
    "block",
    "detail",
    "speaker",
    "quotation",
    "of quotation",
    "proposal",
    "of proposal",
];

#[test]
fn as_much_is_found_as_ever_was() {
    let reached = folder().join("reached.txt");
    let before = fs::read_to_string(&reached).expect("reached.txt is readable");
    let mut sums = [Row::default(); ASPECTS.len()];
    for name in names() {
        let article = fs::read_to_string(folder().join(&name).with_extension("txt")).expect("readable");
        let expected = fs::read_to_string(folder().join(&name).with_extension("expected")).expect("readable");
        let found = shown(&read(&article.as_str().into(), &Overrides::default()));
        let (expected, found) = (findings(&expected), findings(&found));
        for (aspect, sum) in ASPECTS.iter().zip(&mut sums) {
            sum.add(Row::of(aspect, &expected, &found));
            println!("{name}, {aspect}:\n{}", differences(aspect, &expected, &found));
        }
    }
    let mut table = String::from("# aspect: found of expected, others beside\n");
    let mut worse = Vec::new();
    for (aspect, row) in ASPECTS.iter().zip(sums) {
        let line = format!("{aspect}: {} of {}, {}", row.found, row.expected, row.others);
        let was = Row::recorded(&before, aspect);
        if was.is_some_and(|was| row.worse_than(was)) {
            worse.push(format!("{line}, was {was:?}"));
        }
        writeln!(table, "{line}").expect("a string");
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&reached, table).expect("reached.txt is writable");
    } else {
        assert!(worse.is_empty(), "worse than before:\n{}", worse.join("\n"));
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

/// How much of one aspect is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Row {
    found: usize,
    expected: usize,
    others: usize,
}

impl Row {
    fn of(aspect: &str, expected: &[Finding], found: &[Finding]) -> Self {
        let (missed, others) = (missing(aspect, expected, found), missing(aspect, found, expected));
        let firm = |finding: &&Finding| finding.aspect == aspect && !finding.weak;
        let expected = expected.iter().filter(firm).count();
        Row {
            found: expected - missed.len(),
            expected,
            others: others.len(),
        }
    }

    fn add(&mut self, other: Row) {
        self.found += other.found;
        self.expected += other.expected;
        self.others += other.others;
    }

    /// The row of `aspect` in a table of lines like `block: 3 of 5, 1`.
    fn recorded(table: &str, aspect: &str) -> Option<Self> {
        let counts = table
            .lines()
            .find_map(|line| line.strip_prefix(aspect)?.strip_prefix(": "))?;
        let (found, rest) = counts.split_once(" of ")?;
        let (expected, others) = rest.split_once(", ")?;
        Some(Row {
            found: found.parse().ok()?,
            expected: expected.parse().ok()?,
            others: others.parse().ok()?,
        })
    }

    /// Whether the F1 is lower, cross-multiplied.
    fn worse_than(self, before: Row) -> bool {
        let all = |row: Row| row.expected + row.found + row.others;
        self.found * all(before) < before.found * all(self)
    }
}

/// One line, with what it is about.
#[derive(Clone, Debug, Default)]
struct Finding {
    aspect: &'static str,
    line: String,
    /// May be missed.
    weak: bool,
}

/// The findings of a reading as [`shown`] writes it.
fn findings(reading: &str) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut above = Finding::default();
    for line in reading
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let finding = if let Some(part) = line.strip_prefix("  ") {
            let content = above.line.split_once(": ").map_or("", |(_, content)| content);
            Finding {
                aspect: if above.aspect == "quotation" {
                    "of quotation"
                } else {
                    "of proposal"
                },
                line: format!("{}: {content}", plain(part)),
                weak: above.weak,
            }
        } else {
            let (weak, line) = line.strip_prefix("? ").map_or((false, line), |line| (true, line));
            above = Finding {
                aspect: aspect(line),
                line: plain(line),
                weak,
            };
            above.clone()
        };
        findings.push(finding);
    }
    findings
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

/// What of one aspect is in `these` and not in `those`, each as often as it is; nothing weak.
fn missing<'a>(aspect: &str, these: &'a [Finding], those: &[Finding]) -> Vec<&'a Finding> {
    let mut left: Vec<&str> = those.iter().map(|finding| finding.line.as_str()).collect();
    let mut missing = Vec::new();
    for finding in these.iter().filter(|finding| finding.aspect == aspect) {
        match left.iter().position(|other| *other == finding.line) {
            Some(at) => {
                left.swap_remove(at);
            }
            None if !finding.weak => missing.push(finding),
            None => {}
        }
    }
    missing
}

fn differences(aspect: &str, expected: &[Finding], found: &[Finding]) -> String {
    let lines = |sign: &str, findings: Vec<&Finding>| -> String {
        findings
            .iter()
            .map(|finding| format!("{sign} {}\n", finding.line))
            .collect()
    };
    lines("-", missing(aspect, expected, found)) + &lines("+", missing(aspect, found, expected))
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
        writeln!(out, "{} {}{role}", kind_name(speaker.kind), speaker.name).expect("a string");
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
    let form = match quotation.form {
        Form::Direct => "direct",
        Form::Indirect => "indirect",
        Form::Mixed => "mixed",
    };
    let cue = quotation.cue.map_or("-".to_owned(), |cue| words(text, cue));
    let content: Vec<String> = quotation.content.iter().map(|span| words(text, *span)).collect();
    writeln!(out, "{form} {cue}: {}", content.join(" … ")).expect("a string");
    let mention = quotation
        .mention
        .and_then(|id| article.mentions.get(id.0 as usize));
    show_who(
        out,
        article,
        mention.map_or(&Referent::None, |mention| &mention.referent),
    );
}

fn show_proposal(out: &mut String, article: &Article, proposal: &Proposal) {
    let text = &article.source.text;
    let kind = match proposal.kind {
        ProposalKind::Call => "call",
        ProposalKind::Plan => "plan",
        ProposalKind::Pledge => "pledge",
        ProposalKind::Opposition => "opposition",
    };
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
    let debug = format!("{kind:?}");
    let (kind, reason) = debug
        .trim_end_matches(')')
        .split_once('(')
        .unwrap_or((&debug, ""));
    let words = |name: &str| {
        let mut words = String::new();
        for c in name.chars() {
            if c.is_uppercase() && !words.is_empty() {
                words.push('-');
            }
            words.extend(c.to_lowercase());
        }
        words
    };
    format!("{} {}", words(kind), words(reason)).trim_end().to_owned()
}

fn kind_name(kind: SpeakerKind) -> &'static str {
    match kind {
        SpeakerKind::Person => "person",
        SpeakerKind::Organization => "organization",
        SpeakerKind::Group => "group",
        SpeakerKind::Document => "document",
        SpeakerKind::Unnamed => "unnamed",
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
    let expected =
        findings("# note\ncall: a\n  by the X\n\ncall: b\n  by X\ncall: b\n? call: d\ntitle: T\n? call: e");
    let found = findings("call: a\n  by Y\ncall: b\ncall: c\ncall: e\ntitle: T");
    let row = |aspect| {
        let Row {
            found,
            expected,
            others,
        } = Row::of(aspect, &expected, &found);
        (found, expected, others)
    };
    assert_eq!(row("proposal"), (2, 3, 1));
    assert_eq!(row("of proposal"), (0, 2, 1));
    assert_eq!(row("block"), (1, 1, 0));
    assert_eq!(
        differences("of proposal", &expected, &found),
        "- by X: a\n- by X: b\n+ by Y: a\n"
    );
}
