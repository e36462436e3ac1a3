//! Articles with inline marks: who says what, and what each proposes, in the text itself.
//!
//! A line `# origin: …`, lines `@speaker ID | name | role | kind`, a line `---`, then the article. `<s q="1" by="ID">` is a source,
//! `<c q="1">` a cue, `<q n="1">` content (`in="2"`: said inside quotation 2), `<p>` a proposal and `<i>` one of its
//! items. A mark of several quotations names them with commas; marks may lie in each other.

use crate::brat::{Article, files, in_order, stem, text_of};
use crate::{Range, Relation};
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// All articles of `folder` in order of their names: see [`read`].
///
/// # Errors
/// When a file can't be read or is not well formed.
pub fn read_all(folder: &Path) -> Result<Vec<Article>> {
    files(folder, "txt")?
        .iter()
        .map(|path| read(&stem(path), &text_of(path)?).with_context(|| path.display().to_string()))
        .collect()
}

/// Reads the article `name` from `file`. Quotations inside others are left out, as in corpora in standoff; stretches are
/// in code points, as there.
///
/// # Errors
/// When a mark is unknown, stays open, closes without having opened, or names no quotation.
pub fn read(name: &str, file: &str) -> Result<Article> {
    let (_, body) = file.split_once("\n---\n").context("no line ---")?;
    let mut text: Vec<char> = Vec::new();
    let mut open: Vec<(Mark, usize)> = Vec::new();
    let mut quotations = Quotations::default();
    let mut proposals = Vec::new();
    let mut rest = body.trim_matches('\n');
    while let Some((before, after)) = rest.split_once('<') {
        text.extend(before.chars());
        let (mark, after) = after.split_once('>').context("a mark ends with >")?;
        rest = after;
        if let Some(closed) = mark.strip_prefix('/') {
            let (mark, start) = open.pop().context("no mark is open")?;
            ensure!(mark.name == closed, "</{closed}> closes <{}>", mark.name);
            let stretch = trimmed(&text, start);
            if mark.name == "p" {
                let kind = mark.attribute("kind").context("<p> has no kind")?;
                proposals.push((stretch, kind.to_owned()));
            }
            quotations
                .add(&mark, stretch)
                .with_context(|| format!("<{}>", mark.name))?;
        } else {
            open.push((Mark::read(mark), text.len()));
        }
    }
    ensure!(open.is_empty(), "a mark stays open");
    text.extend(rest.chars());
    text.push('\n');
    proposals.sort();
    Ok(Article {
        name: name.to_owned(),
        text: text.into_iter().collect(),
        relations: quotations.outer(),
        proposals,
    })
}

/// What stands from `start` to the end of `text`, without white space around it.
fn trimmed(text: &[char], start: usize) -> Range {
    let stretch = &text[start..];
    let before = stretch.iter().take_while(|char| char.is_whitespace()).count();
    let after = stretch[before..]
        .iter()
        .rev()
        .take_while(|char| char.is_whitespace());
    ((start + before) as u32, (text.len() - after.count()) as u32)
}

/// An opening mark: `q n="1" in="2"`.
struct Mark<'a> {
    name: &'a str,
    attributes: &'a str,
}

impl<'a> Mark<'a> {
    fn read(mark: &'a str) -> Self {
        let (name, attributes) = mark.split_once(' ').unwrap_or((mark, ""));
        Mark { name, attributes }
    }

    fn attribute(&self, name: &str) -> Option<&'a str> {
        let (_, after) = self.attributes.split_once(&format!("{name}=\""))?;
        Some(after.split_once('"')?.0)
    }
}

/// Relations by their numbers.
#[derive(Default)]
struct Quotations<'a> {
    relations: BTreeMap<&'a str, Relation>,
    nested: BTreeSet<&'a str>,
}

impl<'a> Quotations<'a> {
    fn add(&mut self, mark: &Mark<'a>, stretch: Range) -> Result<()> {
        let role: fn(&mut Relation) -> &mut Vec<Range> = match mark.name {
            "s" => |relation| &mut relation.source,
            "c" => |relation| &mut relation.cue,
            "q" => |relation| &mut relation.content,
            // proposals are no part of an attribution
            "p" | "i" => return Ok(()),
            _ => bail!("is no mark"),
        };
        let numbers = mark.attribute(if mark.name == "q" { "n" } else { "q" });
        for number in numbers.context("names no quotation")?.split(',').map(str::trim) {
            role(self.relations.entry(number).or_default()).push(stretch);
            if mark.name == "q" && mark.attribute("in").is_some() {
                self.nested.insert(number);
            }
        }
        Ok(())
    }

    /// Those that lie in no other, in the order of their cues.
    fn outer(mut self) -> Vec<Relation> {
        self.relations.retain(|number, _| !self.nested.contains(number));
        in_order(self.relations.into_values().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_stretches() {
        let file = "@speaker ada | Ada | | person\n---\n<q n=\"2\">\"Nö\"</q>, <s q=\"1,2\" by=\"ada\"> Ada</s> \
            <c q=\"2\">said</c> and <c q=\"1\">asked</c> <q n=\"1\">that <p kind=\"call\" by=\"ada\"><i>we go</i></p> as \
            <s q=\"3\" by=\"-\">Bo</s> <c q=\"3\">hoped</c> <q n=\"3\" in=\"1\">too</q></q>.\n";
        let article = read("a", file).unwrap();
        assert_eq!(
            article.text,
            "\"Nö\",  Ada said and asked that we go as Bo hoped too.\n"
        );
        let expected = [
            Relation {
                source: vec![(7, 10)],
                cue: vec![(11, 15)],
                content: vec![(0, 4)],
            },
            Relation {
                source: vec![(7, 10)],
                cue: vec![(20, 25)],
                content: vec![(26, 52)],
            },
        ];
        assert_eq!(article.relations, expected);
    }

    #[test]
    fn what_is_not_well_formed_is_an_error() {
        for body in [
            "<q n=\"1\">a",
            "a</q>",
            "<q>a</q>",
            "<x n=\"1\">a</x>",
            "<q n=\"1\">a</s>",
        ] {
            assert!(read("a", &format!("\n---\n{body}")).is_err(), "{body}");
        }
        assert!(read("a", "no head").is_err());
    }
}
