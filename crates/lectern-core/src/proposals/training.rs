//! What training needs beside the stage itself: stretches with their features, and the model file.

pub use super::learned::{SHORTEST, file};

use crate::attribution;
use crate::prepared::Prepared;
use crate::proposals::learned::features::Sequence;
use crate::proposals::learned::open;
use crate::proposals::{drafts, look};
use crate::{Span, speakers};

/// A stretch of a sentence with its features.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// Each token.
    pub tokens: Vec<Span>,
    /// Features of all tokens, a fixed number each.
    pub inside: Vec<u32>,
    /// Features of all gaps, one gap more than tokens.
    pub edge: Vec<u32>,
    /// Features of the kind of what begins at each token, a fixed number each.
    pub kind: Vec<u32>,
}

/// Which stretches of an article are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Whole sentences.
    All,
    /// Those in which the rules find no proposal.
    Open,
}

/// Stretches of the article's sentences, read with the embedded attribution model.
pub fn stretches(prepared: &Prepared, wanted: Wanted) -> Vec<Stretch> {
    let cast = speakers::identify(prepared, attribution::quotations(prepared));
    let view = look(prepared, &cast);
    let drafts = match wanted {
        Wanted::All => Vec::new(),
        Wanted::Open => drafts::collect(&view),
    };
    open(&view, &drafts)
        .into_iter()
        .map(|range| {
            let sequence = Sequence::new(&view, range.clone());
            Stretch {
                tokens: range.clone().map(|at| prepared.tokens.list[at].span).collect(),
                inside: (0..range.len()).flat_map(|at| sequence.inside(at)).collect(),
                kind: (0..range.len()).flat_map(|at| sequence.kind(&view, at)).collect(),
                edge: (0..=range.len()).flat_map(|at| sequence.edge(at)).collect(),
            }
        })
        .collect()
}
