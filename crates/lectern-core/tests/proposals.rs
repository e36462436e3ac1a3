//! Proposals of short passages, written for the purpose, against reviewed readings: `tests/proposals/*.txt`.
//!
//! A case is a passage (a `|` ends a line of it) and, indented below, its proposals in text order:
//! `KIND [COUNT] [-> ADDRESSEE]: SPAN`, or the items between double bars. A `~` before a passage says that it is known
//! to be read wrongly (see [`Known`]).

use lectern_core::article::{NoteKind, Proposal};
use lectern_core::{Overrides, read};
use lectern_testkit::known::Known;
use std::fmt::Write;
use std::path::Path;

struct Case {
    line: usize,
    text: String,
    expected: Vec<String>,
}

fn cases(known: &Known) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for (at, line) in known.lines() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        if let Some(proposal) = line.strip_prefix("  ") {
            let case = cases.last_mut().expect("a passage first");
            case.expected.push(proposal.trim().to_owned());
        } else {
            cases.push(Case {
                line: at,
                text: line.replace(" | ", "\n").replace("| ", "\n"),
                expected: Vec::new(),
            });
        }
    }
    cases
}

fn told(text: &str, proposal: &Proposal) -> String {
    let mut line = proposal.kind.name().to_owned();
    if let Some(count) = proposal.stated_count {
        let _ = write!(line, " {count}");
    }
    if let Some(addressee) = &proposal.addressee {
        let _ = write!(line, " -> {}", addressee.span.text(text));
    }
    let parts: Vec<_> = match proposal.items.as_slice() {
        [] => vec![proposal.span.text(text)],
        items => items.iter().map(|item| item.text(text)).collect(),
    };
    let _ = write!(line, ": {}", parts.join(" || ").replace('\n', " "));
    line
}

fn check(file: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/proposals");
    let mut known = Known::open(&folder.join(file).with_extension("txt"));
    for case in cases(&known) {
        let article = read(&case.text.as_str().into(), &Overrides::default());
        let text = &article.source.text;
        let found: Vec<_> = article
            .proposals
            .iter()
            .map(|proposal| told(text, proposal))
            .collect();
        known.judge(case.line, found == case.expected, || {
            format!("  expected {:#?}\n  found {found:#?}", case.expected)
        });
    }
    known.close();
}

macro_rules! tables {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                check(stringify!($name));
            }
        )*
    };
}

tables! { mixed more verbs nouns moods nothing lists counted shapes }

#[test]
fn the_same_course_of_action_told_twice_is_linked() {
    for (text, expected) in [
        (
            "Mayor Calls for Ban on Scooters\n\nMayor Ada Lund called for a ban on scooters in the old town.",
            vec![None, Some(0)],
        ),
        (
            "A judge rejected the paper's request to open the archive.",
            vec![None, Some(0)],
        ),
        (
            "Lund urged the council to plant trees. Berg vowed to close the mine.",
            vec![None, None],
        ),
        (
            "Lund proposed closing the coal mine. Berg opposes closing the coal mine. Holm vowed to close the coal mine.",
            vec![None, Some(0), Some(0)],
        ),
    ] {
        let article = read(&text.into(), &Overrides::default());
        let found: Vec<_> = article
            .proposals
            .iter()
            .map(|proposal| proposal.same_as.map(|id| id.0))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_list_that_names_another_number_than_it_states_is_noted() {
    for (text, expected) in [
        (
            "The minister listed six priorities, including cleaner rivers and safer roads.",
            1,
        ),
        (
            "The strikers have two demands: a day off each week and an end to fines.",
            0,
        ),
    ] {
        let article = read(&text.into(), &Overrides::default());
        let noted = article
            .notes
            .iter()
            .filter(|note| note.kind == NoteKind::CountDiffers)
            .count();
        assert_eq!(noted, expected, "{text}");
    }
}

#[test]
fn whose_a_proposal_is() {
    for (text, expected) in [
        ("Ada Lund urged all towns to plant trees.", "Ada Lund"),
        ("\"We must plant trees,\" said Ada Lund, the mayor.", "Ada Lund"),
        (
            "The mayor, Ada Lund, has called for a ban on scooters.",
            "Ada Lund",
        ),
        (
            "A curfew was proposed by police chief Oskar Nilsen.",
            "Oskar Nilsen",
        ),
        (
            "Critics say that Oskar Nilsen refused to open the archive.",
            "Oskar Nilsen",
        ),
        (
            "Ada Lund met the miners on Friday and vowed to reopen the shaft.",
            "Ada Lund",
        ),
        (
            "Senator Ida Holm introduced a bill that would cap rents, ban evictions in winter and fund repairs.",
            "Ida Holm",
        ),
        (
            "The council passed a resolution demanding a bypass.",
            "resolution",
        ),
        (
            "A petition to keep the mill open has gathered 900 names.",
            "petition",
        ),
        (
            "The workers regretted the ruling. They had demanded a new trial.",
            "workers",
        ),
        (
            "After a visit in May the safety inspectors ordered the yard to close.",
            "safety inspectors",
        ),
        (
            "PUA president Ada Lund called on the port to stay open.",
            "Ada Lund",
        ),
        (
            "Mend the quay\n\nBy Ada Lund\n\nThe quay is rotten. We must mend it before the storms come. We all know what \
             it costs us to wait. Our council should sell the barge and we should pay the rest ourselves.",
            "Ada Lund",
        ),
        (
            "The quay is rotten. We must mend it before the storms come. We all know what it costs us to wait. \
             Our council should sell the barge and we should pay the rest ourselves.",
            "the author",
        ),
    ] {
        let article = read(&text.into(), &Overrides::default());
        let speaker = article
            .proposals
            .first()
            .and_then(|proposal| proposal.proposer.speaker());
        let name = speaker.map(|id| article.speakers[id.0 as usize].name.as_str());
        assert_eq!(name, Some(expected), "{text}");
    }
}

mod words {
    //! Any order of the words that this stage lives on is read without harm.

    use super::*;
    use proptest::prelude::*;

    const WORDS: [&str; 64] = [
        "and",
        "or",
        ",",
        ";",
        ":",
        "–",
        "(",
        ")",
        "\"",
        "“",
        "”",
        ".",
        "?",
        "\n",
        "\n• ",
        "1.",
        "(a)",
        "that",
        "to",
        "not",
        "for",
        "against",
        "such as",
        "including",
        "namely",
        "First",
        "Second",
        "finally",
        "three",
        "five-point",
        "plan",
        "proposals",
        "demands",
        "urged",
        "called on",
        "called for",
        "proposed",
        "vowed",
        "refused",
        "opposes",
        "should",
        "must",
        "will",
        "would",
        "let us",
        "Don't",
        "is",
        "are",
        "which",
        "said",
        "the mayor",
        "Ada Lund",
        "we",
        "it",
        "build",
        "building",
        "repair of",
        "a bridge",
        "roads",
        "neither",
        "nor",
        "as well as",
        "has to",
        "’s",
    ];

    proptest! {
        #[test]
        fn in_any_order(picks in prop::collection::vec(0..WORDS.len(), 0..80)) {
            let text: String = picks.iter().map(|&pick| WORDS[pick]).collect::<Vec<_>>().join(" ");
            let article = read(&text.as_str().into(), &Overrides::default());
            for proposal in &article.proposals {
                prop_assert!(!proposal.span.is_empty());
                prop_assert!(proposal.items.iter().all(|item| !item.is_empty() && proposal.span.contains(*item)));
                prop_assert!(proposal.items.is_sorted_by(|one, two| one.end() <= two.start()));
            }
        }
    }
}
