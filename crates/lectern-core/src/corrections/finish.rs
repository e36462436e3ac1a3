//! The end of the work: what is to go is dropped, the rest is put in text order, ids follow.

use super::Corrected;
use super::work::Work;
use crate::article::{MentionId, ProposalId, QuotationId, SpeakerId};
use crate::text::order;

impl Work {
    /// Drops what is to go and puts everything in text order; ids follow.
    pub(super) fn finish(mut self, missing: Vec<usize>) -> Corrected {
        self.corrected.missing = missing;
        let speakers = self.order_speakers();
        self.change_referents(&|id| speakers.get(id.0 as usize).copied().flatten().map(SpeakerId));
        let mentions = self.order_mentions();
        let mention = |id: MentionId| mentions.get(id.0 as usize).copied().flatten().map(MentionId);
        for one in &mut self.corrected.article.mentions {
            for step in &mut one.because {
                step.mention = step.mention.and_then(mention);
            }
        }
        let quotations = self.order_quotations();
        let quotation = |id: QuotationId| quotations.get(id.0 as usize).copied().flatten().map(QuotationId);
        for one in &mut self.corrected.article.quotations {
            one.mention = one.mention.and_then(mention);
            one.parent = one.parent.and_then(quotation);
        }
        let proposals = self.order_proposals();
        for one in &mut self.corrected.article.proposals {
            one.quotation = one.quotation.and_then(quotation);
            one.same_as = one
                .same_as
                .and_then(|id| proposals.get(id.0 as usize).copied().flatten().map(ProposalId));
        }
        self.corrected
    }

    fn order_speakers(&mut self) -> Vec<Option<u32>> {
        let dropped = std::mem::take(&mut self.dropped_speakers);
        let Corrected {
            article, speakers, ..
        } = &mut self.corrected;
        // the machine's by first mention, then those that a person added
        let order = staying(article.speakers.len(), |at| dropped.contains(&SpeakerId(at)));
        reorder(&mut article.speakers, &order);
        reorder(speakers, &order)
    }

    fn order_mentions(&mut self) -> Vec<Option<u32>> {
        let mentions = &mut self.corrected.article.mentions;
        let mut order = staying(mentions.len(), |_| false);
        if self.is_out_of_order {
            order::by_key(&mut order, |&at| mentions[at].span);
        }
        reorder(mentions, &order)
    }

    fn order_quotations(&mut self) -> Vec<Option<u32>> {
        let dropped = std::mem::take(&mut self.dropped_quotations);
        let Corrected {
            article, quotations, ..
        } = &mut self.corrected;
        let mut order = staying(article.quotations.len(), |at| dropped.contains(&QuotationId(at)));
        if self.is_out_of_order {
            order::by_key(&mut order, |&at| article.quotations[at].content.first().copied());
        }
        reorder(&mut article.quotations, &order);
        reorder(quotations, &order)
    }

    fn order_proposals(&mut self) -> Vec<Option<u32>> {
        let dropped = std::mem::take(&mut self.dropped_proposals);
        let Corrected {
            article, proposals, ..
        } = &mut self.corrected;
        let mut order = staying(article.proposals.len(), |at| dropped.contains(&ProposalId(at)));
        if self.is_out_of_order {
            order::by_key(&mut order, |&at| article.proposals[at].span);
        }
        reorder(&mut article.proposals, &order);
        reorder(proposals, &order)
    }
}

/// The places that are not dropped.
fn staying(count: usize, is_dropped: impl Fn(u32) -> bool) -> Vec<usize> {
    (0..count).filter(|&at| !is_dropped(at as u32)).collect()
}

/// Puts `values` in this order of their old places; gives for each old place the new one.
fn reorder<T: Clone>(values: &mut Vec<T>, order: &[usize]) -> Vec<Option<u32>> {
    let mut places = vec![None; values.len()];
    for (to, &from) in order.iter().enumerate() {
        places[from] = Some(to as u32);
    }
    *values = order.iter().map(|&at| values[at].clone()).collect();
    places
}
