//! A document with some of its marks only.

use super::Document;
use std::collections::HashSet;

impl Document {
    /// Leaves the quotations and proposals at these places of their lists. Speakers and mentions stay; nothing points
    /// at a mark that is gone.
    pub fn keep(&mut self, quotations: impl Fn(u32) -> bool, proposals: impl Fn(u32) -> bool) {
        let mut at = 0..;
        self.quotations.retain(|_| at.next().is_some_and(&quotations));
        let mut at = 0..;
        self.proposals.retain(|_| at.next().is_some_and(&proposals));
        self.forget_dropped();
    }

    /// Nothing points at a mark that is gone.
    pub(crate) fn forget_dropped(&mut self) {
        let quotations: HashSet<String> = self.quotations.iter().map(|it| it.id.clone()).collect();
        let proposals: HashSet<String> = self.proposals.iter().map(|it| it.id.clone()).collect();
        for quotation in &mut self.quotations {
            quotation.parent = quotation.parent.take().filter(|id| quotations.contains(id));
        }
        for proposal in &mut self.proposals {
            proposal.quotation = proposal.quotation.take().filter(|id| quotations.contains(id));
            proposal.same_as = proposal.same_as.take().filter(|id| proposals.contains(id));
        }
    }
}
