//! The one meaning of doubt: which marks a careful reader looks at twice, and why. Card, article and the list "To
//! check" all go by it.

use lectern_core::Article;
use lectern_core::article::{NoteKind, Quotation, Referent, Span};
use lectern_core::text::order;

use super::reading::{Mark, source_of};

/// Why a mark is to be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// More than one speaker is possible.
    Candidates,
    /// Nobody is named.
    Nobody,
    /// No cue ties it to a speaker.
    NoCue,
    /// Its speaker is named in another paragraph.
    Far,
    /// Another number of items is stated than was found.
    Count,
    /// A quotation mark in it is never closed.
    Unclosed,
    /// The signs for it are weak.
    Weak,
}

/// The doubt about each of some marks, in their order.
pub(super) fn doubts(article: &Article, marks: &[Mark]) -> Vec<Option<Doubt>> {
    let mut unclosed: Vec<Span> = article
        .notes
        .iter()
        .filter(|note| note.kind == NoteKind::UnclosedMark)
        .map(|note| note.span)
        .collect();
    order::by_key(&mut unclosed, |span| span.start());
    marks
        .iter()
        .map(|&mark| match mark {
            Mark::Quotation(id) => {
                let quotation = article.quotations.get(id.0 as usize)?;
                of_quotation(article, quotation).or_else(|| is_over(&quotation.content, &unclosed))
            }
            Mark::Proposal(id) => {
                let proposal = article.proposals.get(id.0 as usize)?;
                let differs = proposal
                    .stated_count
                    .is_some_and(|stated| stated as usize != proposal.items.len());
                match proposal.proposer {
                    _ if differs => Some(Doubt::Count),
                    Referent::Ambiguous(_) => Some(Doubt::Candidates),
                    Referent::None => Some(Doubt::Nobody),
                    _ => (!proposal.sure).then_some(Doubt::Weak),
                }
            }
        })
        .collect()
}

fn of_quotation(article: &Article, quotation: &Quotation) -> Option<Doubt> {
    match source_of(article, quotation) {
        Referent::Ambiguous(_) => return Some(Doubt::Candidates),
        Referent::None => return Some(Doubt::Nobody),
        Referent::Named(_) | Referent::Resolved(_) => {}
    }
    if quotation.sure {
        return None;
    }
    let block = |span: Span| {
        article
            .blocks
            .partition_point(|block| block.content.end() <= span.start())
    };
    let mention = quotation
        .mention
        .and_then(|id| article.mentions.get(id.0 as usize));
    let is_far = mention
        .zip(quotation.content.first())
        .is_some_and(|(mention, first)| block(mention.span) != block(*first));
    Some(match quotation.cue {
        _ if is_far => Doubt::Far,
        None => Doubt::NoCue,
        Some(_) => Doubt::Weak,
    })
}

/// Whether a mark that is never closed lies in a quotation.
fn is_over(content: &[Span], unclosed: &[Span]) -> Option<Doubt> {
    let lies_in = |span: &Span| {
        let from = unclosed.partition_point(|mark| mark.end() <= span.start());
        unclosed.get(from).is_some_and(|mark| mark.overlaps(*span))
    };
    content.iter().any(lies_in).then_some(Doubt::Unclosed)
}
