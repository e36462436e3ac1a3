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
pub(super) struct Picks(u64);

impl Picks {
    pub(super) fn new(seed: u64) -> Self {
        Picks(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    pub(super) fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.next() as usize % list.len()]
    }

    fn name(&mut self) -> String {
        let name = (0..3).map(|_| self.of(&SYLLABLES)).collect::<String>();
        name[..1].to_uppercase() + &name[1..]
    }
}

/// A story of at least `characters`: always new people who want always other things.
pub fn story(characters: usize) -> String {
    let mut picks = Picks::new(1);
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

/// Texts that a careless loop would take quadratic time for, or that ask far more of each word than news does.
pub const ATTACKS: [Attack; 33] = [
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
    ("paragraphs of quotations with a speaker", |n| {
        lines(n, |at| {
            format!("\"We will see about berth {at},\" {} said.\n\n", name(at))
        })
    }),
    ("paragraphs of quotations", |n| {
        lines(n, |at| format!("\"The bridge {at} is old and we know it.\"\n\n"))
    }),
    ("quotations going on over paragraphs", |n| {
        lines(n, |at| {
            format!("\"The bridge {at} is old, and nobody has come to look at it.\n\n")
        })
    }),
    ("unpaired marks", |n| {
        lines(n, |at| {
            format!("The sign read \"bridge {at} closed and the road was empty.\n\n")
        })
    }),
    ("unpaired marks in speech", |n| {
        lines(n, |at| {
            format!("\"The bridge {at} is old. {} said it was not.\n\n", name(at))
        })
    }),
    ("one paragraph of quotations", |n| "“It is so.” ".repeat(n / 16)),
    ("quotations in the first person", |n| {
        format!(
            "Ada Lund said: “I agree.” {}",
            "“I agree with it.” ".repeat(n / 24)
        )
    }),
    ("marks inside marks", |n| {
        "“He said ‘it is so and I know it’ twice.” ".repeat(n / 50)
    }),
    ("a word and its verb", |n| "he said she said ".repeat(n / 17)),
    ("short paragraphs of words and their verbs", |n| {
        format!("{}\n\n", "he said she said ".repeat(8)).repeat(n / 138)
    }),
    ("a clause that goes on", |n| {
        format!("If {}", "they said it and ".repeat(n / 17))
    }),
    ("words for people", |n| "it he I said she they we ".repeat(n / 25)),
    ("stated counts", |n| {
        lines(n, |at| format!("{} measures, ", at % 9 + 2))
    }),
    ("dashes", |n| {
        lines(n, |at| {
            format!("the board - as {} said - would wait - ", name(at))
        })
    }),
    ("ellipses", |n| {
        lines(n, |at| format!("we... said... {at}... and then... "))
    }),
    ("bodies", |n| {
        "the Council of the Board of the Ministry of Trade ".repeat(n / 50)
    }),
    ("to be", |n| {
        "to be or to be asked to be told to be ".repeat(n / 38)
    }),
    ("surnames", |n| {
        let initial = |at: usize| char::from(b'A' + (at % 26) as u8);
        lines(n, |at| {
            format!("{} {}ark{at} said so. ", &name(at)[..3], initial(at))
        })
    }),
    ("headings", |n| lines(n, |at| format!("Part {at}\n\n"))),
];

/// People of the texts that need some.
const PEOPLE: [&str; 8] = [
    "Ada Lund",
    "Bea Hale",
    "Cor Vance",
    "Dov Amsel",
    "Eli Rook",
    "Fay Odun",
    "Gil Rao",
    "Hal Brandt",
];

fn name(at: usize) -> &'static str {
    PEOPLE[at % PEOPLE.len()]
}

/// What `line` makes of one number after the other, until it is so long.
fn lines(length: usize, line: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(length + 100);
    for at in 0.. {
        if text.len() + 50 > length {
            break;
        }
        text.push_str(&line(at));
    }
    text
}

fn format_name(mut text: String, at: usize) -> String {
    let _ = write!(text, "Ada L{at} ");
    text
}
