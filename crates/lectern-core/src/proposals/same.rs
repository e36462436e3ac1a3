//! The same course of action told twice: the headline and the body, a call and its rejection.

use crate::article::{Proposal, ProposalId};
use crate::lexicon::{WordClass, WordSet};
use crate::proposals::view::View;
use crate::tokens::TokenKind;
use rustc_hash::FxHashSet;

/// Two spans tell the same when they share at least so much of the shorter one's content words, in percent.
const SHARED: usize = 60;
/// How many proposals before are compared: an article repeats itself near by, and the work stays linear.
const REACH: usize = 40;

/// Links each proposal to the earliest one of the same course of action.
pub(crate) fn link(view: &View<'_>, proposals: &mut [Proposal]) {
    let contents: Vec<FxHashSet<String>> = proposals
        .iter()
        .map(|proposal| content_words(view, proposal))
        .collect();
    for index in 0..proposals.len() {
        let earlier = (index.saturating_sub(REACH)..index).find(|&earlier| {
            alike(
                &proposals[earlier],
                &proposals[index],
                &contents[earlier],
                &contents[index],
            )
        });
        proposals[index].same_as =
            earlier.map(|earlier| proposals[earlier].same_as.unwrap_or(ProposalId(earlier as u32)));
    }
}

fn alike(a: &Proposal, b: &Proposal, first: &FxHashSet<String>, second: &FxHashSet<String>) -> bool {
    if a.span == b.span {
        return true;
    }
    let shared = first.intersection(second).count();
    let shorter = first.len().min(second.len());
    let longer = first.len().max(second.len());
    shorter >= 2 && shared * 100 >= SHARED * shorter && longer <= 3 * shorter
}

/// Folded content words of the span, without their endings.
fn content_words(view: &View<'_>, proposal: &Proposal) -> FxHashSet<String> {
    view.tokens
        .within(proposal.span)
        .filter(|&at| view.tokens.list[at].kind != TokenKind::Sign)
        .filter(|&at| {
            matches!(
                view.class(at),
                WordClass::Noun
                    | WordClass::Name
                    | WordClass::Adjective
                    | WordClass::Number
                    | WordClass::VerbBase
                    | WordClass::VerbGerund
                    | WordClass::VerbPast
                    | WordClass::VerbPresent
            )
        })
        .map(|at| stem(view.lemma(at)).to_owned())
        .collect()
}

/// A word without the commonest endings, so that `renovate` and `renovation` meet.
fn stem(word: &str) -> &str {
    WordSet::StemEnding
        .endings(word)
        .map(|ending| &word[..word.len() - ending.len()])
        .find(|stem| stem.len() >= 4)
        .unwrap_or(word)
}
