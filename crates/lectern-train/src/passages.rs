//! Passages of kinds that corpora of news hardly hold, made from patterns: see `data/passages.txt`.

use crate::corpus::{Annotated, Attribution, prepare};
use anyhow::{Context, Result};
use lectern_testkit::marks;
use std::collections::HashMap;

/// Each pattern is filled so many times.
const COPIES: usize = 4;

/// All passages. Those of one pattern share a group: none of them is read by what was trained on another.
///
/// # Errors
/// When a pattern is not well formed.
pub fn all() -> Result<Vec<Annotated>> {
    let fillers = fillers(include_str!("../data/fillers.txt"));
    let patterns = include_str!("../data/passages.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut passages = Vec::new();
    for (group, pattern) in patterns.enumerate() {
        for copy in 0..COPIES {
            passages.push(passage(pattern, &fillers, group, copy).with_context(|| pattern.to_owned())?);
        }
    }
    Ok(passages)
}

type Fillers = HashMap<&'static str, Vec<&'static str>>;

fn fillers(file: &'static str) -> Fillers {
    let mut fillers = Fillers::new();
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    for (slot, choices) in lines.filter_map(|line| line.split_once(": ")) {
        let choices = choices.split(" | ").map(str::trim);
        fillers.entry(slot).or_default().extend(choices);
    }
    fillers
}

fn passage(pattern: &str, fillers: &Fillers, group: usize, copy: usize) -> Result<Annotated> {
    let mut choice = Choice::new(group, copy);
    let headline = pattern.strip_prefix('^');
    let titled = headline.is_some() && copy.is_multiple_of(2);
    let marked = fill(
        headline.unwrap_or(pattern),
        fillers,
        &mut choice,
        headline.is_some() && !titled,
    )?;
    let marked = marks::read(&marked)?;
    let mut text = capitals(&marked.text, titled);
    if headline.is_some() {
        text += "\n\n";
        text += &fill("<plain>", fillers, &mut choice, false)?;
    }
    Ok(Annotated {
        name: format!("passage {group} {copy}"),
        group,
        prepared: prepare(&text),
        attributions: marked.relations.values().map(Attribution::from).collect(),
    })
}

/// Puts fillers in the place of slots. A headline in lower case keeps the capitals of those who speak.
fn fill(pattern: &str, fillers: &Fillers, choice: &mut Choice, lower: bool) -> Result<String> {
    let straight = choice.copy % 4 >= 2;
    let mut filled = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('<') {
        let (slot, after) = after.split_once('>').context("a slot is open")?;
        let choices = fillers
            .get(slot)
            .with_context(|| format!("no filler for {slot}"))?;
        let filler = choices[choice.below(choices.len())];
        filled += before;
        if lower && slot != "headwho" {
            filled += &filler.to_lowercase();
        } else {
            filled += filler;
        }
        rest = after;
    }
    filled += rest;
    if straight {
        filled = filled.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
    }
    Ok(filled)
}

/// Sentences begin with capitals; in headlines most words do, if `titled`.
fn capitals(text: &str, titled: bool) -> String {
    const SMALL: [&str; 8] = ["to", "on", "for", "of", "in", "a", "the", "and"];
    let mut out = String::with_capacity(text.len());
    let mut begins = true;
    for word in text.split_inclusive(' ') {
        let capital = begins || titled && !SMALL.contains(&word.trim());
        begins = word.trim_end().ends_with(['.', '?', '!', '”', '"']) && !word.trim_end().ends_with([',']);
        match word.find(|c: char| c.is_alphabetic()) {
            Some(at) if capital && word.is_char_boundary(at + 1) => {
                out += &word[..at];
                out += &word[at..=at].to_uppercase();
                out += &word[at + 1..];
            }
            _ => out += word,
        }
    }
    out
}

/// Choices that look random and are the same everywhere (xorshift).
struct Choice {
    copy: usize,
    state: u64,
}

impl Choice {
    fn new(group: usize, copy: usize) -> Self {
        let mixed = (group as u64 * 64 + copy as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Choice {
            copy,
            state: mixed | 1,
        }
    }

    fn below(&mut self, count: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        ((self.state >> 33) % count as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_patterns_are_well_formed() {
        let passages = all().expect("patterns are well formed");
        assert!(passages.len() > 90 * COPIES);
        for passage in &passages {
            for attribution in &passage.attributions {
                assert!(!attribution.content.is_empty(), "{}", passage.name);
                let text = &passage.prepared.source.text;
                let ends = attribution
                    .content
                    .iter()
                    .chain(&attribution.source)
                    .all(|span| !span.text(text).starts_with(' ') && !span.text(text).ends_with(' '));
                assert!(ends, "{text}");
            }
        }
    }
}
