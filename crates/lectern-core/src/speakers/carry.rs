//! Quotations without a source of their own: the speaker of the paragraph before goes on.

use super::resolve::Resolver;
use super::view::View;
use crate::attribution::Quotation;

/// Gives quotations without a source the draft of the speaker who goes on.
pub(super) fn over(
    view: View<'_>,
    resolver: &Resolver<'_, '_>,
    quotations: &[Quotation],
    drafts: &mut [Option<usize>],
) {
    // the last speaker, and the block where that was
    let mut last: Option<(usize, usize)> = None;
    for (number, quotation) in quotations.iter().enumerate() {
        let Some(content) = quotation.content.first() else {
            continue;
        };
        let block = view.block(view.tokens.within(*content).start);
        match drafts[number] {
            Some(draft) if resolver.drafts[draft].whom.entity().is_some() => last = Some((draft, block)),
            Some(_) => last = None,
            None => {
                if let Some((draft, before)) = last.filter(|(_, before)| block <= before + 1) {
                    let _ = before;
                    drafts[number] = Some(draft);
                    last = Some((draft, block));
                }
            }
        }
    }
}
