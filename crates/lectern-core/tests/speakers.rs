//! Passages with their speakers, by phenomenon; the format is told in `speakers/README.md`.

use lectern_core::article::{Form, Quotation, Referent, SpeakerId};
use lectern_core::speakers::{self, Cast};
use lectern_core::{Input, Overrides, Span};
use lectern_testkit::known::Known;
use std::collections::BTreeMap;
use std::path::Path;

/// A passage: its text, the quotations in it, and what is expected of each.
#[derive(Default)]
struct Passage {
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
    line: usize,
    quotation: u32,
    /// One name, several for `one of`, none for `nobody`.
    names: Vec<String>,
    role: Option<String>,
    kind: String,
    via: Option<String>,
}

fn passages(known: &Known) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut open: Option<Passage> = None;
    for (at, line) in known.lines() {
        if line.is_empty() || line.starts_with("== ") {
            passages.extend(open.take());
        } else if !line.starts_with('#') {
            let passage = open.get_or_insert_with(Passage::default);
            if line.starts_with(|c: char| c.is_ascii_digit()) {
                passage.expected.push(expectation(at, &line));
            } else {
                passage.paragraph(&line);
            }
        }
    }
    passages.extend(open);
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

fn expectation(at: usize, line: &str) -> Expected {
    let (number, rest) = line.split_once(' ').expect("a number, then a name");
    let mut fields = rest.split("; ");
    let name = fields.next().unwrap_or("");
    let names = match name.strip_prefix("one of ") {
        Some(names) => names.split(", ").map(str::to_owned).collect(),
        None if name == "nobody" => Vec::new(),
        None => vec![name.to_owned()],
    };
    let mut expected = Expected {
        line: at,
        quotation: number.parse().expect("a number"),
        names,
        role: None,
        kind: "person".to_owned(),
        via: None,
    };
    for field in fields {
        match field.split_once(' ') {
            Some(("role", role)) => expected.role = Some(role.to_owned()),
            Some(("kind", kind)) => kind.clone_into(&mut expected.kind),
            Some(("via", via)) => expected.via = Some(via.to_owned()),
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

/// What is wrong about the speaker of quotation `place`; nothing where it is as `expected`.
fn complaints(cast: &Cast, place: usize, expected: &Expected) -> Vec<String> {
    let mention = cast.quotations[place]
        .mention
        .map(|id| &cast.mentions[id.0 as usize]);
    let referent = mention.map_or(&Referent::None, |mention| &mention.referent);
    let name = |id: &SpeakerId| cast.speakers[id.0 as usize].name.as_str();
    let speaker = referent.speaker().map(|id| &cast.speakers[id.0 as usize]);
    let candidates: Vec<&str> = referent.candidates().iter().map(name).collect();
    let same = |a: &str, b: &str| plain(a) == plain(b);
    let is_right = match expected.names.as_slice() {
        [] => speaker.is_none() && candidates.is_empty(),
        [one] => speaker.is_some_and(|speaker| same(&speaker.name, one)),
        several => {
            speaker.is_none()
                && several
                    .iter()
                    .all(|name| candidates.iter().any(|one| same(one, name)))
        }
    };
    if !is_right {
        let found = speaker.map_or_else(|| format!("{candidates:?}"), |speaker| speaker.name.clone());
        return vec![format!("is {found}")];
    }
    let mut complaints = Vec::new();
    let Some(speaker) = speaker else {
        return complaints;
    };
    let kind = speaker.kind.name();
    if kind != expected.kind {
        complaints.push(format!("kind {kind}"));
    }
    let role = speaker.role.as_deref().unwrap_or("none");
    if expected
        .role
        .as_ref()
        .is_some_and(|expected| !same(role, expected))
    {
        complaints.push(format!("role {role:?}"));
    }
    let steps = mention.map_or(&[][..], |mention| &mention.because);
    let via = steps
        .iter()
        .map(|step| step.rule.name().replace('-', " "))
        .collect::<Vec<_>>()
        .join(", ");
    if expected.via.as_ref().is_some_and(|expected| *expected != via) {
        complaints.push(format!("via {via:?}"));
    }
    complaints
}

fn check(file: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/speakers");
    let mut known = Known::open(&folder.join(file).with_extension("txt"));
    for passage in passages(&known) {
        let (cast, numbers) = passage.read();
        for expected in &passage.expected {
            let place = numbers.iter().position(|number| *number == expected.quotation);
            let place = place.expect("an expected quotation is marked in the text");
            let complaints = complaints(&cast, place, expected);
            known.judge(expected.line, complaints.is_empty(), || {
                let text = passage.text.replace("\n\n", " / ");
                format!("  {}\n  {text}", complaints.join("; "))
            });
        }
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

tables! { people orders roles bodies flow scenes further later papers cuttings wires kinds sources shorter written }
