//! The one meaning of doubt: which marks a careful reader looks at twice, and why. Files, cards, the article and the
//! list "To check" all go by it.

use crate::article::names::names;
use crate::article::{
    Article, Mention, NoteKind, Proposal, ProposalKind, Quotation, Referent, Span, SpeakerKind,
};
use crate::text::order;

names! {
    /// Why a mark is to be checked.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Check {
        /// More than one speaker is possible.
        Candidates = "candidates",
        /// Nobody is named.
        Nobody = "nobody",
        /// No cue ties it to a speaker.
        NoCue = "no-cue",
        /// Its speaker is named in another paragraph.
        Far = "far",
        /// Another number of items is stated than was found.
        Count = "count",
        /// A quotation mark in it is never closed.
        Unclosed = "unclosed",
        /// The signs for it are weak.
        Weak = "weak",
    }
}

/// What is to be checked in an article: one place for each of its marks, empty where there is no reason to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checks {
    /// For each quotation.
    pub quotations: Vec<Option<Check>>,
    /// For each proposal.
    pub proposals: Vec<Option<Check>>,
}

/// Contents of fewer bytes, some three words, are mostly no quotation unless the signs for them are good: on the
/// articles that are read, .6 of them are wrong where .4 of the other unsure ones are.
const FEW_WORDS: u32 = 20;

/// Proposals of fewer words are wrong in three of four cases there.
const FEWEST_WORDS: usize = 3;

/// Which marks of `article` a reader should look at. Of the unsure quotations those with a further sign of error: a
/// speaker in another paragraph, no cue, a cue of no known verb, few words. Of the proposals those of somebody without a name,
/// those of few words, and plans that are no person's.
#[must_use]
pub fn checks(article: &Article) -> Checks {
    let mut unclosed: Vec<Span> = article
        .notes
        .iter()
        .filter(|note| note.kind == NoteKind::UnclosedMark)
        .map(|note| note.span)
        .collect();
    order::by_key(&mut unclosed, |span| span.start());
    Checks {
        quotations: article
            .quotations
            .iter()
            .map(|quotation| {
                of_quotation(article, quotation).or_else(|| is_over(&quotation.content, &unclosed))
            })
            .collect(),
        proposals: article
            .proposals
            .iter()
            .map(|proposal| of_proposal(article, proposal))
            .collect(),
    }
}

/// What a doubt about whom is meant tells.
fn of_referent(referent: &Referent) -> Option<Check> {
    match referent {
        Referent::Ambiguous(_) => Some(Check::Candidates),
        Referent::None => Some(Check::Nobody),
        Referent::Named(_) | Referent::Resolved(_) => None,
    }
}

fn of_proposal(article: &Article, proposal: &Proposal) -> Option<Check> {
    let differs = proposal
        .stated_count
        .is_some_and(|stated| stated as usize != proposal.items.len());
    if differs {
        return Some(Check::Count);
    }
    let doubt = of_referent(&proposal.proposer);
    if doubt.is_some() {
        return doubt;
    }
    let kind = proposal
        .proposer
        .speaker()
        .and_then(|id| article.speaker(id))
        .map(|speaker| speaker.kind);
    if kind == Some(SpeakerKind::Unnamed) {
        return Some(Check::Nobody);
    }
    let words = article
        .text(proposal.span)
        .split_whitespace()
        .take(FEWEST_WORDS)
        .count();
    let is_bare_plan = proposal.kind == ProposalKind::Plan && kind != Some(SpeakerKind::Person);
    (words < FEWEST_WORDS || is_bare_plan).then_some(Check::Weak)
}

fn of_quotation(article: &Article, quotation: &Quotation) -> Option<Check> {
    let doubt = of_referent(article.referent(quotation));
    if doubt.is_some() || quotation.sure {
        return doubt;
    }
    let mention = quotation.mention.and_then(|id| article.mention(id));
    if mention.is_some_and(|mention| is_far(article, quotation, mention)) {
        return Some(Check::Far);
    }
    if quotation.cue.is_none() {
        return Some(Check::NoCue);
    }
    let length: u32 = quotation
        .content
        .iter()
        .map(|span| span.end() - span.start())
        .sum();
    (quotation.verb_class.is_none() || length < FEW_WORDS).then_some(Check::Weak)
}

/// Whether the words for its speaker stand in another block than a quotation.
fn is_far(article: &Article, quotation: &Quotation, mention: &Mention) -> bool {
    let first = quotation.content.first();
    first.is_some_and(|first| article.block_at(mention.span.start()) != article.block_at(first.start()))
}

/// Whether a mark that is never closed lies in a quotation.
fn is_over(content: &[Span], unclosed: &[Span]) -> Option<Check> {
    let lies_in = |span: &Span| {
        let from = unclosed.partition_point(|mark| mark.end() <= span.start());
        unclosed.get(from).is_some_and(|mark| mark.overlaps(*span))
    };
    content.iter().any(lies_in).then_some(Check::Unclosed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Overrides, read};

    /// The reasons for all marks of a text: quotations, then proposals.
    fn reasons(text: &str) -> (Vec<Option<Check>>, Vec<Option<Check>>) {
        let checks = checks(&read(&text.into(), &Overrides::default()));
        (checks.quotations, checks.proposals)
    }

    #[test]
    fn what_is_plain_is_not_to_be_checked() {
        let text =
            "\u{201c}We will dredge the old harbour before the winter,\u{201d} Ada Lund said on Monday.";
        assert!(reasons(text).0.iter().all(Option::is_none));
    }

    #[test]
    fn a_quotation_of_nobody_is_to_be_checked() {
        let text = "The ferry was late.\n\n\u{201c}We will dredge the old harbour before the winter.\u{201d}\n\nIt rained.";
        assert_eq!(reasons(text).0, [Some(Check::Nobody)]);
    }

    #[test]
    fn a_count_that_differs_is_to_be_checked() {
        let text = "Ada Lund called for four measures: lower fares, more night buses and longer piers.";
        assert!(reasons(text).1.contains(&Some(Check::Count)));
    }

    #[test]
    fn a_proposal_is_to_be_checked_by_whose_it_is_and_how_much_it_says() {
        let table = [
            ("Ada Lund urged the council to dredge the old harbour.", None),
            (
                "A fisherman urged the council to dredge the old harbour.",
                Some(Check::Nobody),
            ),
            ("Ada Lund urged the council to resign.", Some(Check::Weak)),
            (
                "The Harbour Board plans to dredge the old harbour before winter.",
                Some(Check::Weak),
            ),
        ];
        for (text, expected) in table {
            assert_eq!(reasons(text).1, [expected], "{text}");
        }
    }
}
