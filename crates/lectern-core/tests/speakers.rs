//! Passages with their speakers, by phenomenon; the format is told in `speakers/README.md`.

use lectern_core::article::{Form, Quotation, Referent, Rule};
use lectern_core::speakers::{self, Cast};
use lectern_core::{Input, Overrides, Span};
use std::collections::BTreeMap;

const FILES: [&str; 12] = [
    include_str!("speakers/people.txt"),
    include_str!("speakers/orders.txt"),
    include_str!("speakers/roles.txt"),
    include_str!("speakers/bodies.txt"),
    include_str!("speakers/flow.txt"),
    include_str!("speakers/scenes.txt"),
    include_str!("speakers/further.txt"),
    include_str!("speakers/later.txt"),
    include_str!("speakers/papers.txt"),
    include_str!("speakers/cuttings.txt"),
    include_str!("speakers/wires.txt"),
    include_str!("speakers/kinds.txt"),
];

/// A passage: its text, the quotations in it, and what is expected of each.
struct Passage {
    phenomenon: &'static str,
    text: String,
    quotations: BTreeMap<u32, Marked>,
    expected: Vec<Expected>,
}

#[derive(Default)]
struct Marked {
    source: Vec<Span>,
    content: Vec<Span>,
}

struct Expected {
    quotation: u32,
    /// One name, several for `one of`, none for `nobody`.
    names: Vec<&'static str>,
    role: Option<&'static str>,
    kind: &'static str,
    via: Option<&'static str>,
}

fn passages() -> Vec<Passage> {
    let mut passages = Vec::new();
    for file in FILES {
        let mut phenomenon = "";
        let mut open: Option<Passage> = None;
        for line in file.lines().chain([""]) {
            if line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix("== ") {
                phenomenon = name;
            } else if line.is_empty() {
                passages.extend(open.take());
            } else {
                let passage = open.get_or_insert_with(|| Passage {
                    phenomenon,
                    text: String::new(),
                    quotations: BTreeMap::new(),
                    expected: Vec::new(),
                });
                if line.starts_with(|c: char| c.is_ascii_digit()) {
                    passage.expected.push(expectation(line));
                } else {
                    passage.paragraph(line);
                }
            }
        }
    }
    passages
}

impl Passage {
    fn paragraph(&mut self, line: &str) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let mut open: Vec<(char, u32, usize)> = Vec::new();
        let mut chars = line.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '[' | '{' => {
                    let mut number = 0;
                    while let Some(digit) = chars.peek().and_then(|c| c.to_digit(10)) {
                        number = number * 10 + digit;
                        chars.next();
                    }
                    chars.next_if_eq(&' ');
                    open.push((c, number, self.text.len()));
                }
                ']' | '}' => {
                    let (mark, number, start) = open.pop().expect("a mark opens before it closes");
                    let marked = self.quotations.entry(number).or_default();
                    let span = Span::of(start..self.text.len());
                    match mark {
                        '[' => marked.source.push(span),
                        _ => marked.content.push(span),
                    }
                }
                c => self.text.push(c),
            }
        }
    }

    fn read(&self) -> (Cast, Vec<u32>) {
        let overrides = Overrides {
            as_is: true,
            ..Overrides::default()
        };
        let prepared = lectern_core::prepare(&Input::from(self.text.as_str()), &overrides);
        let mut numbers: Vec<u32> = self.quotations.keys().copied().collect();
        let first = |number: &u32| {
            let marked = &self.quotations[number];
            marked.content.iter().chain(&marked.source).min().copied()
        };
        numbers.sort_by_key(first);
        let quotations = numbers.iter().map(|number| Quotation {
            form: Form::Indirect,
            content: self.quotations[number].content.clone(),
            cue: None,
            source: self.quotations[number].source.clone(),
            mention: None,
            parent: None,
            verb_class: None,
            sure: true,
        });
        (speakers::identify(&prepared, quotations.collect()), numbers)
    }
}

fn expectation(line: &'static str) -> Expected {
    let (number, rest) = line.split_once(' ').expect("a number, then a name");
    let mut fields = rest.split("; ");
    let name = fields.next().unwrap_or("");
    let names = match name.strip_prefix("one of ") {
        Some(names) => names.split(", ").collect(),
        None if name == "nobody" => Vec::new(),
        None => vec![name],
    };
    let mut expected = Expected {
        quotation: number.parse().expect("a number"),
        names,
        role: None,
        kind: "person",
        via: None,
    };
    for field in fields {
        match field.split_once(' ') {
            Some(("role", role)) => expected.role = Some(role),
            Some(("kind", kind)) => expected.kind = kind,
            Some(("via", via)) => expected.via = Some(via),
            _ => panic!("unknown field: {field}"),
        }
    }
    expected
}

/// Words without articles and case: `The WBU` and `WBU` are one name.
fn plain(words: &str) -> String {
    words
        .to_lowercase()
        .split_whitespace()
        .filter(|word| !matches!(*word, "a" | "an" | "the"))
        .collect::<Vec<_>>()
        .join(" ")
}

fn rule_name(rule: Rule) -> &'static str {
    match rule {
        Rule::SameName => "same name",
        Rule::Acronym => "acronym",
        Rule::SameRole => "same role",
        Rule::SubjectBefore => "subject before",
        Rule::SubjectOfSentence => "subject of sentence",
        Rule::OnlyCandidate => "only candidate",
        Rule::MostSalient => "most salient",
        Rule::NameFollows => "name follows",
        Rule::SpeakerGoesOn => "speaker goes on",
    }
}

#[derive(Default)]
struct Rates {
    right: usize,
    all: usize,
}

impl Rates {
    fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    fn share(&self) -> f64 {
        self.right as f64 / self.all.max(1) as f64
    }
}

#[test]
fn passages_get_their_speakers() {
    let (mut overall, mut roles, mut kinds, mut chains) = (
        Rates::default(),
        Rates::default(),
        Rates::default(),
        Rates::default(),
    );
    let mut by_phenomenon: BTreeMap<&str, Rates> = BTreeMap::new();
    let mut wrong = Vec::new();
    let passages = passages();
    for passage in &passages {
        let (cast, numbers) = passage.read();
        for expected in &passage.expected {
            let place = numbers.iter().position(|number| *number == expected.quotation);
            let place = place.expect("an expected quotation is marked in the text");
            let mention = cast.quotations[place]
                .mention
                .map(|id| &cast.mentions[id.0 as usize]);
            let referent = mention.map_or(&Referent::None, |mention| &mention.referent);
            let speaker = referent.speaker().map(|id| &cast.speakers[id.0 as usize]);
            let found: Vec<&str> = match (speaker, referent) {
                (Some(speaker), _) => vec![&speaker.name],
                (None, one) => one
                    .candidates()
                    .iter()
                    .map(|id| cast.speakers[id.0 as usize].name.as_str())
                    .collect(),
            };
            let same = |a: &str, b: &str| plain(a) == plain(b);
            let right = match expected.names.as_slice() {
                [] => speaker.is_none() && found.is_empty(),
                [one] => speaker.is_some_and(|speaker| same(&speaker.name, one)),
                several => {
                    speaker.is_none() && several.iter().all(|name| found.iter().any(|one| same(one, name)))
                }
            };
            overall.count(right);
            by_phenomenon.entry(passage.phenomenon).or_default().count(right);
            let mut complaint = Vec::new();
            if !right {
                complaint.push(format!("is {found:?}"));
            }
            if let (true, Some(speaker)) = (right, speaker) {
                let kind = format!("{:?}", speaker.kind).to_lowercase();
                kinds.count(kind == expected.kind);
                if kind != expected.kind {
                    complaint.push(format!("kind {kind}"));
                }
                if let Some(role) = expected.role {
                    let found = speaker.role.as_deref().unwrap_or("none");
                    roles.count(same(found, role));
                    if !same(found, role) {
                        complaint.push(format!("role {found:?}, not {role:?}"));
                    }
                }
                if let Some(via) = expected.via {
                    let steps = mention.map_or(&[][..], |mention| &mention.because);
                    let found: Vec<&str> = steps.iter().map(|step| rule_name(step.rule)).collect();
                    chains.count(found.join(", ") == via);
                    if found.join(", ") != via {
                        complaint.push(format!("via {found:?}"));
                    }
                }
            }
            if !complaint.is_empty() {
                wrong.push(format!(
                    "{}: {} {:?}: {}\n    {}",
                    passage.phenomenon,
                    expected.quotation,
                    expected.names,
                    complaint.join("; "),
                    passage.text.replace("\n\n", " / ")
                ));
            }
        }
    }
    println!("{}", wrong.join("\n"));
    println!("{} passages", passages.len());
    for (name, rates) in &by_phenomenon {
        println!(
            "| {name} | {} of {} | {:.2} |",
            rates.right,
            rates.all,
            rates.share()
        );
    }
    for (name, rates) in [
        ("all", &overall),
        ("roles", &roles),
        ("kinds", &kinds),
        ("chains", &chains),
    ] {
        println!(
            "| {name} | {} of {} | {:.2} |",
            rates.right,
            rates.all,
            rates.share()
        );
    }
    assert!(passages.len() >= 120);
    assert!(
        overall.share() >= 0.90,
        "{:.3} of all speakers are right",
        overall.share()
    );
    for (name, rates) in &by_phenomenon {
        assert!(rates.share() >= 0.75, "{name}: {:.3} right", rates.share());
    }
    assert!(
        roles.share() >= 0.85,
        "{:.3} of the roles are right",
        roles.share()
    );
    assert!(
        kinds.share() >= 0.90,
        "{:.3} of the kinds are right",
        kinds.share()
    );
    assert!(
        chains.share() >= 0.90,
        "{:.3} of the chains are right",
        chains.share()
    );
}
