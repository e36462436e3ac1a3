//! What each speaker says in an article, in figures.

use lectern_core::Article;
use lectern_core::article::{ProposalId, QuotationId};

use super::source_of;

/// What one speaker says in the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// In text order.
    pub quotations: Vec<QuotationId>,
    /// In text order.
    pub proposals: Vec<ProposalId>,
    /// Words in their quotations, those inside another one not counted twice.
    pub words: usize,
    /// Share of all attributed and unattributed quoted words, in percent.
    pub share: usize,
}

/// A part of a whole in percent, rounded; none of nothing.
pub(in crate::state) fn percent(part: usize, whole: usize) -> usize {
    (part * 100 + whole / 2).checked_div(whole).unwrap_or(0)
}

/// For each speaker, by id; and the words in all quotations, those inside another one not counted twice.
pub(super) fn of(article: &Article) -> (Vec<Facts>, usize) {
    let mut facts = vec![Facts::default(); article.speakers.len()];
    let mut all = 0;
    for (id, quotation) in article.quotations.iter().enumerate() {
        let own = match quotation.parent {
            Some(_) => 0,
            None => quotation
                .content
                .iter()
                .map(|span| count_words(span.text(&article.source.text)))
                .sum(),
        };
        all += own;
        let speaker = source_of(article, quotation).speaker();
        if let Some(facts) = speaker.and_then(|speaker| facts.get_mut(speaker.0 as usize)) {
            facts.quotations.push(QuotationId(id as u32));
            facts.words += own;
        }
    }
    for (id, proposal) in article.proposals.iter().enumerate() {
        let speaker = proposal.proposer.speaker();
        if let Some(facts) = speaker.and_then(|speaker| facts.get_mut(speaker.0 as usize)) {
            facts.proposals.push(ProposalId(id as u32));
        }
    }
    for facts in &mut facts {
        facts.share = percent(facts.words, all);
    }
    (facts, all)
}

fn count_words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}
