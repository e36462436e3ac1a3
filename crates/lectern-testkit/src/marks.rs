//! Passages in which a person marked who says what: `{1s|Ada} {1c|said} {1q|no}`.
//!
//! A mark holds the numbers of the attributions that it belongs to, a digit each, and then its role: `s` for source,
//! `c` for cue, `q` for content. Marks may lie in each other.

use crate::{Range, Relation};
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};

/// A passage with its marks taken out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The passage as a reader sees it.
    pub text: String,
    /// What was marked, by number; in bytes of the text.
    pub relations: BTreeMap<char, Relation>,
    /// The numbers of those whose content lies in another's.
    pub nested: BTreeSet<char>,
}

/// Takes the marks out.
///
/// # Errors
/// When a mark stays open, closes without having opened, or has no known role.
pub fn read(marked: &str) -> Result<Marked> {
    let mut passage = Marked::default();
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut rest = marked;
    while let Some(at) = rest.find(['{', '}']) {
        passage.text += &rest[..at];
        let opens = rest[at..].starts_with('{');
        rest = &rest[at + 1..];
        if opens {
            let (mark, after) = rest.split_once('|').context("a mark ends with |")?;
            open.push((mark, passage.text.len()));
            rest = after;
        } else {
            let (mark, start) = open.pop().context("no mark is open")?;
            let inside = open.iter().any(|(outer, _)| outer.ends_with('q'));
            passage.add(mark, (start as u32, passage.text.len() as u32), inside)?;
        }
    }
    ensure!(open.is_empty(), "a mark stays open");
    passage.text += rest;
    Ok(passage)
}

impl Marked {
    fn add(&mut self, mark: &str, range: Range, inside: bool) -> Result<()> {
        let numbers = mark.trim_end_matches(|c: char| !c.is_ascii_digit());
        for number in numbers.chars() {
            let relation = self.relations.entry(number).or_default();
            match &mark[numbers.len()..] {
                "s" => relation.source.push(range),
                "c" => relation.cue.push(range),
                "q" => {
                    relation.content.push(range);
                    if inside {
                        self.nested.insert(number);
                    }
                }
                role => bail!("no role {role}"),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_stretches() {
        let passage = read("{12s|Ada} {1c|said} {1q|no, and {3s|Bo} {3q|too}} and {2c|left}").unwrap();
        assert_eq!(passage.text, "Ada said no, and Bo too and left");
        assert_eq!(passage.relations.len(), 3);
        assert_eq!(passage.relations[&'2'].source, [(0, 3)]);
        assert_eq!(passage.relations[&'1'].content, [(9, 23)]);
        assert_eq!(passage.nested, BTreeSet::from(['3']));
    }

    #[test]
    fn faults_are_told() {
        for marked in ["{1s", "{1s|Ada", "Ada}", "{1x|Ada}"] {
            assert!(read(marked).is_err(), "{marked}");
        }
    }
}
