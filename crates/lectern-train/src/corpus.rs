//! Annotated articles, ready for tagging.

use anyhow::Result;
use lectern_core::text::positions::Positions;
use lectern_core::{Input, Overrides, Prepared, Span};
use lectern_testkit::{Range, Relation, brat, tagged};
use std::path::Path;

/// One article with all that people marked in it.
#[derive(Debug)]
pub struct Annotated {
    /// File name without its ending.
    pub name: String,
    /// Articles of one group are all trained on or none of them.
    pub group: usize,
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

/// Reads all articles of the corpus in `folder`: see [`brat::read`].
///
/// # Errors
/// When a file cannot be read, or no article is annotated.
pub fn read(folder: &Path) -> Result<Vec<Annotated>> {
    Ok(annotated(brat::read(folder)?))
}

/// The articles written for Lectern under `data/articles`, of kinds that the corpus lacks.
///
/// # Errors
/// When a file cannot be read or its marks are not well formed.
pub fn written() -> Result<Vec<Annotated>> {
    Ok(annotated(written_files()?))
}

/// The same as they are, with their proposals.
///
/// # Errors
/// When a file cannot be read or its marks are not well formed.
pub fn written_files() -> Result<Vec<brat::Article>> {
    tagged::read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/articles"))
}

/// `articles`, each a group of its own.
fn annotated(articles: Vec<brat::Article>) -> Vec<Annotated> {
    let articles = articles.into_iter().enumerate();
    articles
        .map(|(group, article)| {
            let positions = Positions::new(&article.text);
            let relations = article.relations.iter();
            Annotated {
                name: article.name,
                group,
                prepared: prepare(&article.text),
                attributions: relations
                    .map(|relation| attribution(&positions, relation))
                    .collect(),
            }
        })
        .collect()
}

/// A relation in code points as an attribution in bytes.
fn attribution(positions: &Positions, relation: &Relation) -> Attribution {
    let byte = |at| positions.byte_of_code_point(at);
    let bytes = |ranges: &[Range]| {
        ranges
            .iter()
            .map(|&(start, end)| (byte(start), byte(end)))
            .collect()
    };
    Attribution::from(&Relation {
        source: bytes(&relation.source),
        cue: bytes(&relation.cue),
        content: bytes(&relation.content),
    })
}

impl From<&Relation> for Attribution {
    /// The relation is counted in bytes.
    fn from(relation: &Relation) -> Self {
        let spans = |ranges: &[Range]| ranges.iter().map(|&(start, end)| Span::new(start, end)).collect();
        Attribution {
            source: spans(&relation.source),
            cue: spans(&relation.cue),
            content: spans(&relation.content),
        }
    }
}

/// The stages before tagging, with nothing taken out and nothing repaired.
pub fn prepare(text: &str) -> Prepared {
    let overrides = Overrides {
        strength: lectern_core::input::Strength::KeepAll,
        as_is: true,
        ..Overrides::default()
    };
    lectern_core::prepare(&Input::from(text), &overrides)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_articles_are_well_formed() {
        for article in written().unwrap() {
            assert!(!article.attributions.is_empty(), "{}", article.name);
            for attribution in &article.attributions {
                let text = |span: &Span| span.text(&article.prepared.source.text);
                assert!(
                    !attribution.content.is_empty(),
                    "{attribution:?} of {}",
                    article.name
                );
                assert!(
                    attribution.cue.iter().all(|cue| !text(cue).contains('\n')),
                    "{}",
                    article.name
                );
            }
        }
    }

    #[test]
    fn code_points_become_bytes() {
        let relation = Relation {
            source: vec![(8, 11)],
            cue: vec![(3, 7)],
            content: vec![(0, 1), (12, 14)],
        };
        assert_eq!(
            attribution(&Positions::new("é, said Ada no"), &relation),
            Attribution {
                source: vec![Span::new(9, 12)],
                cue: vec![Span::new(4, 8)],
                content: vec![Span::new(0, 2), Span::new(13, 15)],
            }
        );
    }
}
