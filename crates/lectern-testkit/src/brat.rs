//! Reads corpora in brat standoff: `text/NAME.txt` with `attributions/NAME_*.ann`. Positions are code points.

use crate::{Range, Relation};
use anyhow::{Context, Result, ensure};
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// An article as it lies in the corpus.
#[derive(Clone, Debug)]
pub struct Article {
    /// File name without its ending.
    pub name: String,
    /// All of it.
    pub text: String,
    /// In the order of their cues.
    pub relations: Vec<Relation>,
    /// In text order, where proposals are marked: the stretch and its kind.
    pub proposals: Vec<(Range, String)>,
}

/// All articles of the corpus in `folder` in order of their names. Where several people annotated one, the first file
/// in order of names counts; articles that nobody annotated are left out.
///
/// # Errors
/// When a file can't be read, or nothing is annotated.
pub fn read(folder: &Path) -> Result<Vec<Article>> {
    let annotations = files(&folder.join("attributions"), "ann")?;
    let mut articles = Vec::new();
    for path in files(&folder.join("text"), "txt")? {
        let name = stem(&path);
        let prefix = format!("{name}_");
        let Some(annotation) = annotations.iter().find(|path| stem(path).starts_with(&prefix)) else {
            continue;
        };
        articles.push(Article {
            name,
            text: text_of(&path)?,
            relations: relations(&text_of(annotation)?).with_context(|| annotation.display().to_string())?,
            proposals: Vec::new(),
        });
    }
    ensure!(
        !articles.is_empty(),
        "no annotated articles under {}",
        folder.display()
    );
    Ok(articles)
}

/// Relations of a brat standoff file, in the order of their cues (of their content where they have none).
fn relations(standoff: &str) -> Result<Vec<Relation>> {
    let mut spans = HashMap::new();
    let mut relations = Vec::new();
    for line in standoff.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        match fields[..] {
            [id, mark, ..] if id.starts_with('T') && fields.len() > 2 => {
                spans.insert(id, pieces(mark).with_context(|| line.to_owned())?);
            }
            [id, roles, ..] if id.starts_with('E') => relations.push(roles),
            _ => {}
        }
    }
    let relation = |roles: &str| {
        let mut relation = Relation::default();
        for (role, id) in roles.split_whitespace().filter_map(|role| role.split_once(':')) {
            let pieces = spans.get(id).into_iter().flatten();
            match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
                "Source" => relation.source.extend(pieces),
                "Cue" => relation.cue.extend(pieces),
                "Content" => relation.content.extend(pieces),
                _ => {}
            }
        }
        relation
    };
    Ok(in_order(relations.into_iter().map(relation).collect()))
}

/// `relations` in the order of their cues, the pieces of each in text order.
pub(crate) fn in_order(mut relations: Vec<Relation>) -> Vec<Relation> {
    for relation in &mut relations {
        for role in [&mut relation.source, &mut relation.cue, &mut relation.content] {
            role.sort_unstable();
        }
    }
    relations.sort_by_key(|relation| relation.cue.first().or(relation.content.first()).copied());
    relations
}

/// `Content 12 40;44 60` as its stretches.
fn pieces(mark: &str) -> Option<Vec<Range>> {
    let (_, pieces) = mark.split_once(' ')?;
    let piece = |piece: &str| {
        let (start, end) = piece.split_once(' ')?;
        Some((start.parse().ok()?, end.parse().ok()?))
    };
    pieces.split(';').map(piece).collect()
}

pub(crate) fn stem(path: &Path) -> String {
    path.file_stem()
        .map_or(String::new(), |stem| stem.to_string_lossy().into_owned())
}

pub(crate) fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let paths: std::io::Result<Vec<PathBuf>> = entries.map(|entry| Ok(entry?.path())).collect();
    let mut paths = paths?;
    paths.retain(|path| path.extension().is_some_and(|found| found == ending));
    paths.sort();
    Ok(paths)
}

pub(crate) fn text_of(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_come_in_the_order_of_their_cues() {
        let standoff = "T1\tSource 20 24\tLund\nT2\tCue 15 19\tsaid\nT3\tContent 0 5;8 13\tTrees trees\n\
            T4\tCue 5 8\tadd\nE1\tCue:T2 Source:T1 Content:T3\nE2\tCue:T4 Content1:T3 Content2:T9\n";
        let expected = [
            Relation {
                source: vec![],
                cue: vec![(5, 8)],
                content: vec![(0, 5), (8, 13)],
            },
            Relation {
                source: vec![(20, 24)],
                cue: vec![(15, 19)],
                content: vec![(0, 5), (8, 13)],
            },
        ];
        assert_eq!(relations(standoff).unwrap(), expected);
        assert!(relations("T1\tCue 5\tx").is_err());
    }
}
