//! Self-written passages of the kinds that the training corpus hardly holds, read as a whole.
//!
//! `passages.txt` and `passages-unseen.txt` hold the passages; a `~` before `=== kind` says that the passage below is
//! known to be read wrongly (see [`Known`]). A passage is right when all that a person marked is found, and nothing
//! else, by the criterion of the corpora's scorer.

use lectern_core::input::Strength;
use lectern_core::{Overrides, Span, read};
use lectern_testkit::criterion::same;
use lectern_testkit::known::Known;
use lectern_testkit::marks::{self, Marked};
use lectern_testkit::{Range, Relation};
use std::collections::BTreeMap;
use std::path::Path;

/// A passage and the number of the line that opens it.
struct Passage {
    line: usize,
    kind: String,
    marked: Marked,
}

/// What a quotation is judged by.
#[derive(Clone, Debug)]
struct Quotation {
    relation: Relation,
    is_nested: bool,
}

fn open(file: &str) -> Known {
    Known::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(file))
}

fn passages(known: &Known) -> Vec<Passage> {
    let mut entries: Vec<(usize, String, String)> = Vec::new();
    for (at, line) in known.lines() {
        if let Some(kind) = line.strip_prefix("=== ") {
            entries.push((at, kind.to_owned(), String::new()));
        } else if let Some((_, _, marked)) = entries.last_mut() {
            *marked += &line;
            marked.push('\n');
        }
    }
    let passage = |(line, kind, marked): (usize, String, String)| Passage {
        line,
        kind,
        marked: marks::read(marked.trim()).unwrap_or_else(|error| panic!("{error:#} in {marked}")),
    };
    entries.into_iter().map(passage).collect()
}

fn wanted(marked: &Marked) -> Vec<Quotation> {
    let of = |(number, relation): (&char, &Relation)| Quotation {
        relation: relation.clone(),
        is_nested: marked.nested.contains(number),
    };
    marked.relations.iter().map(of).collect()
}

fn found(text: &str) -> Vec<Quotation> {
    let overrides = Overrides {
        strength: Strength::KeepAll,
        as_is: true,
        ..Overrides::default()
    };
    let article = read(&text.into(), &overrides);
    let ranges = |spans: &[Span]| spans.iter().map(|span| (span.start(), span.end())).collect();
    article
        .quotations
        .iter()
        .map(|quotation| Quotation {
            relation: Relation {
                source: ranges(&quotation.source),
                cue: Vec::new(),
                content: ranges(&quotation.content),
            },
            is_nested: quotation.parent.is_some(),
        })
        .collect()
}

/// What of `wanted` is missed and what else is found, for people.
fn differences(text: &str, wanted: &[Quotation], mut found: Vec<Quotation>) -> Vec<String> {
    let told = |what: &str, quotation: &Quotation| {
        let words = |ranges: &[Range]| {
            let words = ranges
                .iter()
                .map(|&(start, end)| &text[start as usize..end as usize]);
            words.collect::<Vec<_>>().join(" … ")
        };
        let Relation { source, content, .. } = &quotation.relation;
        let nested = if quotation.is_nested { ", nested" } else { "" };
        format!("  {what}{nested}: [{}] {}", words(source), words(content))
    };
    let mut differences = Vec::new();
    for quotation in wanted {
        let is_it = |one: &Quotation| {
            one.is_nested == quotation.is_nested && same(&one.relation, &quotation.relation)
        };
        match found.iter().position(is_it) {
            Some(at) => {
                found.remove(at);
            }
            None => differences.push(told("missed", quotation)),
        }
    }
    differences.extend(found.iter().map(|quotation| told("beside", quotation)));
    differences
}

fn check(file: &str) {
    let mut known = open(file);
    for passage in passages(&known) {
        let text = &passage.marked.text;
        let differences = differences(text, &wanted(&passage.marked), found(text));
        known.judge(passage.line, differences.is_empty(), || {
            format!("{text}\n{}", differences.join("\n"))
        });
    }
    known.close();
}

#[test]
fn passages_are_read_as_a_person_reads_them() {
    check("passages.txt");
}

#[test]
fn so_are_passages_that_were_written_unseen() {
    check("passages-unseen.txt");
}

#[test]
fn each_kind_has_ten_passages() {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for passage in passages(&open("passages.txt")) {
        *count.entry(passage.kind).or_default() += 1;
    }
    assert_eq!(count.len(), 10);
    assert!(count.values().all(|&count| count >= 10), "{count:?}");
}
