//! Self-written passages of the kinds that the training corpus hardly holds, scored as corpora are.

use lectern_core::overrides::Strength;
use lectern_core::{Overrides, Span, read};
use std::collections::BTreeMap;

/// At least so much is right over all, in percent.
const RIGHT_OVER_ALL: usize = 82;

/// A passage with its marks read.
#[derive(Default)]
struct Passage {
    kind: String,
    text: String,
    quotations: BTreeMap<char, Quotation>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Quotation {
    source: Vec<Span>,
    content: Vec<Span>,
    nested: bool,
}

fn passages() -> Vec<Passage> {
    let file = include_str!("passages.txt");
    let body = file.split_once("\n=== ").map_or("", |(_, rest)| rest);
    body.split("\n=== ").map(passage).collect()
}

/// Reads `kind`, a line end and the marked text.
fn passage(entry: &str) -> Passage {
    let (kind, marked) = entry.split_once('\n').expect("a passage follows its kind");
    let mut passage = Passage {
        kind: kind.to_owned(),
        ..Passage::default()
    };
    let mut open: Vec<(String, usize)> = Vec::new();
    let mut rest = marked.trim();
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '{' => {
                let (mark, after) = rest.split_once('|').expect("a mark ends with |");
                open.push((mark.to_owned(), passage.text.len()));
                rest = after;
            }
            '}' => {
                let (mark, start) = open.pop().expect("a mark is open");
                let span = Span::of(start..passage.text.len());
                let (ids, role) = mark.split_at(mark.len() - 1);
                for id in ids.chars() {
                    let quotation = passage.quotations.entry(id).or_default();
                    match role {
                        "s" => quotation.source.push(span),
                        "q" => {
                            quotation.content.push(span);
                            quotation.nested |= open.iter().any(|(outer, _)| outer.ends_with('q'));
                        }
                        "c" => {}
                        other => panic!("no role {other}"),
                    }
                }
            }
            _ => passage.text.push(c),
        }
    }
    assert!(open.is_empty(), "a mark stays open in {}", passage.text);
    passage
}

fn found_in(text: &str) -> Vec<Quotation> {
    let overrides = Overrides {
        strength: Strength::KeepAll,
        as_is: true,
        ..Overrides::default()
    };
    let article = read(&text.into(), &overrides);
    article
        .quotations
        .iter()
        .map(|quotation| Quotation {
            source: quotation.source.clone(),
            content: quotation.content.clone(),
            nested: quotation.parent.is_some(),
        })
        .collect()
}

fn shared(a: &[Span], b: &[Span]) -> u32 {
    let one = |x: &Span, y: &Span| x.end().min(y.end()).saturating_sub(x.start().max(y.start()));
    a.iter().map(|x| b.iter().map(|y| one(x, y)).sum::<u32>()).sum()
}

fn length(spans: &[Span]) -> u32 {
    spans.iter().map(|span| span.len()).sum()
}

/// The relation criterion: contents cover half of each other, sources match or both have none.
fn matches(found: &Quotation, wanted: &Quotation) -> bool {
    let both = shared(&found.content, &wanted.content);
    let contents = both > 0 && both * 2 >= length(&found.content) && both * 2 >= length(&wanted.content);
    let same = |f: &Span, w: &Span| {
        let both = shared(&[*f], &[*w]);
        w.contains(*f) || f.contains(*w) && f.len() <= 3 * w.len() || both * 10 >= 3 * f.cover(*w).len()
    };
    let sources = found
        .source
        .iter()
        .any(|f| wanted.source.iter().any(|w| same(f, w)));
    contents
        && found.nested == wanted.nested
        && (sources || found.source.is_empty() && wanted.source.is_empty())
}

/// (right, found, wanted)
type Tally = (usize, usize, usize);

/// F1 in percent.
fn right((right, found, wanted): Tally) -> usize {
    (200 * right).checked_div(found + wanted).unwrap_or(100)
}

#[test]
fn passages_are_read_as_a_person_reads_them() {
    let mut kinds: BTreeMap<String, Tally> = BTreeMap::new();
    let mut all = (0, 0, 0);
    for passage in passages() {
        let mut found = found_in(&passage.text);
        let tally = kinds.entry(passage.kind.clone()).or_default();
        let mut missed = Vec::new();
        for wanted in passage.quotations.values() {
            tally.2 += 1;
            match found.iter().position(|found| matches(found, wanted)) {
                Some(at) => {
                    found.remove(at);
                    tally.0 += 1;
                    tally.1 += 1;
                }
                None => missed.push(wanted),
            }
        }
        tally.1 += found.len();
        if !missed.is_empty() || !found.is_empty() {
            println!("{}: {}", passage.kind, passage.text);
            for (what, quotations) in [("missed", missed), ("extra", found.iter().collect())] {
                for quotation in quotations {
                    let words = |spans: &[Span]| {
                        spans
                            .iter()
                            .map(|span| span.text(&passage.text))
                            .collect::<Vec<_>>()
                    };
                    println!(
                        "  {what}: {:?} {:?}",
                        words(&quotation.source),
                        words(&quotation.content)
                    );
                }
            }
        }
    }
    for (kind, tally) in &kinds {
        println!("{kind:10} {:3} {tally:?}", right(*tally));
        all = (all.0 + tally.0, all.1 + tally.1, all.2 + tally.2);
    }
    println!("over all   {:3} {all:?}", right(all));
    assert!(right(all) >= RIGHT_OVER_ALL, "over all {}", right(all));
}

#[test]
fn each_kind_has_ten_passages() {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for passage in passages() {
        *count.entry(passage.kind).or_default() += 1;
    }
    assert_eq!(count.len(), 10);
    assert!(count.values().all(|&count| count >= 10), "{count:?}");
}
