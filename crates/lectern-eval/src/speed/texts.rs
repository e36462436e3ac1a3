//! Texts of any length to measure speed on: news that does not repeat itself, and attacks.

use std::fmt::Write;

/// An article with gaps: `{P}` and `{Q}` are people, `{T}` a town, `{N}` and `{M}` things, `{C}` a count.
const STORY: &str = include_str!("story.txt");

const SYLLABLES: [&str; 16] = [
    "ba", "del", "kor", "lin", "ma", "nor", "os", "pel", "ra", "sten", "ta", "ul", "ven", "wik", "yr", "zan",
];

const THINGS: [&str; 17] = [
    "bridges",
    "canals",
    "ferries",
    "gardens",
    "harbours",
    "kitchens",
    "lamps",
    "markets",
    "nets",
    "orchards",
    "pumps",
    "roads",
    "schools",
    "springs",
    "trams",
    "wells",
    "windmills",
];

/// Numbers that each pick one of many, without a pattern that a text would repeat.
struct Picks(u64);

impl Picks {
    fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.next() as usize % list.len()]
    }

    fn name(&mut self) -> String {
        let name = (0..3).map(|_| self.of(&SYLLABLES)).collect::<String>();
        name[..1].to_uppercase() + &name[1..]
    }
}

/// A story of at least `characters`: always new people who want always other things.
pub fn story(characters: usize) -> String {
    let mut picks = Picks(1);
    let mut text = String::with_capacity(characters + STORY.len());
    while text.len() < characters {
        let people = [0; 2].map(|_| format!("{} {}", picks.name(), picks.name()));
        let surname = |at: usize| people[at].split(' ').next_back().unwrap_or("").to_owned();
        let filled = STORY
            .replace("{P}", &people[0])
            .replace("{Q}", &people[1])
            .replace("{p}", &surname(0))
            .replace("{q}", &surname(1))
            .replace("{T}", &picks.name());
        let mut parts = filled.split("{N}");
        text.push_str(parts.next().unwrap_or(""));
        for part in parts {
            let _ = write!(text, "{}{part}", picks.of(&THINGS));
        }
        text.push('\n');
    }
    text
}

/// A text made to be slow to read, with its name.
pub type Attack = (&'static str, fn(usize) -> String);

/// Texts that a careless loop would take quadratic time for.
pub const ATTACKS: [Attack; 14] = [
    ("opening marks", |n| "“".repeat(n / 3)),
    ("straight marks and words", |n| "\" a ".repeat(n / 4)),
    ("marks that never close, line by line", |n| {
        "“We should go\n".repeat(n / 16)
    }),
    ("one word", |n| "a".repeat(n)),
    ("one sentence", |n| "plant trees and ".repeat(n / 16)),
    ("commas", |n| "trees, ".repeat(n / 7)),
    ("cue words", |n| "he said that she said ".repeat(n / 22)),
    ("names", |n| (0..n / 9).fold(String::new(), format_name)),
    ("pronouns", |n| "He said he saw her. ".repeat(n / 20)),
    ("modal verbs", |n| "We should must will ".repeat(n / 20)),
    ("counts", |n| "three measures: a, b and ".repeat(n / 25)),
    ("list markers", |n| "1. a\n".repeat(n / 5)),
    ("line ends", |n| "\r\n \r\n".repeat(n / 5)),
    ("brackets", |n| "([{".repeat(n / 3)),
];

fn format_name(mut text: String, at: usize) -> String {
    let _ = write!(text, "Ada L{at} ");
    text
}
