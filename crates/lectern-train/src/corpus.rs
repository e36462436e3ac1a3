//! Reads a corpus of articles with brat standoff annotations: `text/*.txt` and `attributions/NAME_*.ann`.

use anyhow::{Context, Result, ensure};
use lectern_core::positions::Positions;
use lectern_core::{Input, Overrides, Prepared, Span};
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// One article with all that people marked in it.
#[derive(Debug)]
pub struct Annotated {
    /// File name without its ending.
    pub name: String,
    /// The article, ready for tagging.
    pub prepared: Prepared,
    /// In the order of their cues.
    pub attributions: Vec<Attribution>,
}

/// One attribution as a person marked it; every role can be in several pieces, or missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// Who says it.
    pub source: Vec<Span>,
    /// The words that tell that it is said.
    pub cue: Vec<Span>,
    /// What is said.
    pub content: Vec<Span>,
}

/// Reads all articles of the corpus in `folder` in order of their names. Where several people annotated one, the
/// first file in order of names counts.
///
/// # Errors
/// When a file cannot be read, or no article is annotated.
pub fn read(folder: &Path) -> Result<Vec<Annotated>> {
    let mut annotations = names(&folder.join("attributions"), ".ann")?;
    annotations.sort();
    let mut articles = Vec::new();
    for name in names(&folder.join("text"), ".txt")? {
        let prefix = format!("{name}_");
        let Some(first) = annotations.iter().find(|file| file.starts_with(&prefix)) else {
            continue;
        };
        let text = read_file(&folder.join("text").join(format!("{name}.txt")))?;
        let standoff = read_file(&folder.join("attributions").join(format!("{first}.ann")))?;
        let attributions = parse(&standoff, &text);
        articles.push(Annotated {
            name,
            prepared: prepare(&text),
            attributions,
        });
    }
    ensure!(
        !articles.is_empty(),
        "no annotated articles under {}",
        folder.display()
    );
    Ok(articles)
}

/// The stages before tagging, with nothing taken out and nothing repaired.
pub fn prepare(text: &str) -> Prepared {
    let overrides = Overrides {
        strength: lectern_core::overrides::Strength::KeepAll,
        as_is: true,
        ..Overrides::default()
    };
    lectern_core::prepare(&Input::from(text), &overrides)
}

fn names(folder: &Path, ending: &str) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        names.extend(name.to_string_lossy().strip_suffix(ending).map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

fn read_file(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Reads the events of a brat file over `text`, sorted by cue.
fn parse(standoff: &str, text: &str) -> Vec<Attribution> {
    let positions = Positions::new(text);
    let mut spans: HashMap<&str, Vec<Span>> = HashMap::new();
    let mut events = Vec::new();
    for line in standoff.lines() {
        let mut columns = line.splitn(3, '\t');
        let (Some(id), Some(middle)) = (columns.next(), columns.next()) else {
            continue;
        };
        if id.starts_with('T') && columns.next().is_some() {
            let (_, pieces) = middle.split_once(' ').unwrap_or(("", ""));
            let piece = |piece: &str| {
                let (start, end) = piece.split_once(' ')?;
                let byte = |at: &str| at.parse().ok().map(|at| positions.byte_of_code_point(at));
                Some(Span::new(byte(start)?, byte(end)?))
            };
            spans.insert(id, pieces.split(';').filter_map(piece).collect());
        } else if id.starts_with('E') {
            events.push(middle);
        }
    }
    let mut attributions: Vec<Attribution> = events.iter().map(|event| attribution(event, &spans)).collect();
    attributions.sort_by_key(|found| {
        found
            .cue
            .first()
            .or(found.content.first())
            .map_or(0, |span| span.start())
    });
    attributions
}

fn attribution(event: &str, spans: &HashMap<&str, Vec<Span>>) -> Attribution {
    let mut found = Attribution::default();
    for (role, id) in event.split_whitespace().filter_map(|pair| pair.split_once(':')) {
        let layer = match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
            "Source" => &mut found.source,
            "Cue" => &mut found.cue,
            "Content" => &mut found.content,
            _ => continue,
        };
        layer.extend(spans.get(id).into_iter().flatten());
    }
    for layer in [&mut found.source, &mut found.cue, &mut found.content] {
        layer.sort();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_take_their_spans_in_bytes() {
        let standoff = "T1\tSource 8 11\tAda\nT2\tCue 3 7\tsaid\nT3\tContent 0 1;12 14\té no\nE1\tCue:T2 Source:T1 Content:T3\n";
        let found = parse(standoff, "é, said Ada no");
        assert_eq!(
            found,
            [Attribution {
                source: vec![Span::new(9, 12)],
                cue: vec![Span::new(4, 8)],
                content: vec![Span::new(0, 2), Span::new(13, 15)],
            }]
        );
    }
}
