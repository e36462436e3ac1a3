//! Cuts blocks into flat leaves: stretches that the same marks cover from end to end.
//!
//! Marks overlap and nest at will, elements must not; so no element ever stands for a whole mark, and a
//! quotation in several stretches is one mark with several leaves.

use lectern_core::Article;
use lectern_core::article::{Block, Span};
use lectern_core::text::order;

/// What can cover a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Layer {
    /// A quotation's content.
    Quotation,
    /// A proposal.
    Proposal,
    /// An item of a proposal; its place among the items is kept in [`Stretch::item`].
    Item,
    /// A mention of a speaker.
    Mention,
    /// A quotation's cue, under the quotation's id.
    Cue,
}

/// A mark's stretch, before it is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stretch {
    /// Where.
    pub span: Span,
    /// What.
    pub layer: Layer,
    /// Its id in its layer's list.
    pub id: u32,
    /// For items: which, from 1.
    pub item: u32,
}

/// A stretch that the same marks cover from end to end; no mark at all between marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leaf {
    /// Where.
    pub span: Span,
    /// What covers it, each with whether it begins and whether it ends here.
    pub covers: Vec<Cover>,
}

/// One mark over one leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Whose stretch it is.
    pub range: Stretch,
    /// The mark's first stretch begins with this leaf.
    pub starts: bool,
    /// One of the mark's stretches ends with this leaf.
    pub ends: bool,
}

/// Marks that one leaf shows at most; hostile nesting beyond it is left out, not drawn slowly.
const MOST_COVERS: usize = 12;

/// For each block, the stretches of all marks that lie in it, clipped to its content and sorted by start.
pub fn ranges(article: &Article) -> Vec<Vec<Stretch>> {
    let mut by_block = vec![Vec::new(); article.blocks.len()];
    let mut add = |span: Span, layer: Layer, id: u32, item: u32| {
        let first = article.block_at(span.start());
        for (block, ranges) in article.blocks.iter().zip(&mut by_block).skip(first) {
            if block.content.start() >= span.end() {
                break;
            }
            let clipped = Span::new(
                span.start().max(block.content.start()),
                span.end().min(block.content.end()),
            );
            if !clipped.is_empty() {
                ranges.push(Stretch {
                    span: clipped,
                    layer,
                    id,
                    item,
                });
            }
        }
    };
    for (id, quotation) in article.quotations.iter().enumerate() {
        for span in &quotation.content {
            add(*span, Layer::Quotation, id as u32, 0);
        }
        if let Some(cue) = quotation.cue {
            add(cue, Layer::Cue, id as u32, 0);
        }
    }
    for (id, proposal) in article.proposals.iter().enumerate() {
        add(proposal.span, Layer::Proposal, id as u32, 0);
        for (item, span) in proposal.items.iter().enumerate() {
            add(*span, Layer::Item, id as u32, item as u32 + 1);
        }
    }
    for (id, mention) in article.mentions.iter().enumerate() {
        add(mention.span, Layer::Mention, id as u32, 0);
    }
    for ranges in &mut by_block {
        order::by_key(ranges, |range| {
            (
                range.span.start(),
                std::cmp::Reverse(range.span.end()),
                range.layer,
            )
        });
    }
    by_block
}

/// Cuts one block's content; the leaves lie end to end and cover it wholly.
pub fn leaves(block: &Block, ranges: &[Stretch], first_of: impl Fn(&Stretch) -> u32) -> Vec<Leaf> {
    let mut edges: Vec<u32> = ranges
        .iter()
        .flat_map(|range| [range.span.start(), range.span.end()])
        .chain([block.content.start(), block.content.end()])
        .collect();
    order::by_key(&mut edges, |&item| item);
    edges.dedup();
    let mut open: Vec<Stretch> = Vec::new();
    let mut waiting = ranges.iter().peekable();
    let mut leaves = Vec::with_capacity(edges.len());
    for pair in edges.windows(2) {
        let span = Span::new(pair[0], pair[1]);
        open.retain(|range| range.span.end() > span.start());
        while let Some(range) = waiting.next_if(|range| range.span.start() <= span.start()) {
            if open.len() < MOST_COVERS {
                open.push(*range);
            }
        }
        let covers = open
            .iter()
            .map(|range| Cover {
                range: *range,
                starts: range.span.start() == span.start() && first_of(range) == span.start(),
                ends: range.span.end() == span.end(),
            })
            .collect();
        leaves.push(Leaf { span, covers });
    }
    leaves
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn block(start: u32, end: u32) -> Block {
        Block::paragraph(Span::new(start, end))
    }

    fn range(layer: Layer, id: u32, start: u32, end: u32) -> Stretch {
        Stretch {
            span: Span::new(start, end),
            layer,
            id,
            item: 0,
        }
    }

    fn check(ranges: &[Stretch], expected: Expect) {
        let block = block(0, 20);
        let leaves = leaves(&block, ranges, |range| range.span.start());
        let ends: Vec<_> = leaves
            .iter()
            .map(|leaf| (leaf.span.start(), leaf.span.end()))
            .collect();
        assert!(
            ends.windows(2).all(|two| two[0].1 == two[1].0),
            "leaves lie end to end"
        );
        assert_eq!(
            (ends[0].0, ends[ends.len() - 1].1),
            (0, 20),
            "leaves cover the block"
        );
        let lines: String = leaves
            .iter()
            .map(|leaf| {
                let covers: String = leaf
                    .covers
                    .iter()
                    .map(|cover| {
                        let starts = if cover.starts { "(" } else { "" };
                        let ends = if cover.ends { ")" } else { "" };
                        format!(" {starts}{:?} {}{ends}", cover.range.layer, cover.range.id)
                    })
                    .collect();
                format!("{:?}{covers}\n", leaf.span)
            })
            .collect();
        expected.assert_eq(&lines);
    }

    #[test]
    fn no_marks_give_one_leaf() {
        check(
            &[],
            expect![[r#"
            0..20
        "#]],
        );
    }

    #[test]
    fn nested_marks_share_their_leaves() {
        check(
            &[
                range(Layer::Quotation, 0, 2, 18),
                range(Layer::Proposal, 0, 5, 10),
            ],
            expect![[r#"
                0..2
                2..5 (Quotation 0
                5..10 Quotation 0 (Proposal 0)
                10..18 Quotation 0)
                18..20
            "#]],
        );
    }

    #[test]
    fn crossing_marks_are_cut_where_they_cross() {
        check(
            &[
                range(Layer::Quotation, 0, 0, 12),
                range(Layer::Proposal, 0, 8, 20),
            ],
            expect![[r#"
                0..8 (Quotation 0
                8..12 Quotation 0) (Proposal 0
                12..20 Proposal 0)
            "#]],
        );
    }

    #[test]
    fn hostile_nesting_stays_bounded() {
        let ranges: Vec<Stretch> = (0..1000).map(|id| range(Layer::Quotation, id, 0, 20)).collect();
        let leaves = leaves(&block(0, 20), &ranges, |range| range.span.start());
        assert_eq!(leaves.len(), 1);
        assert_eq!(leaves[0].covers.len(), MOST_COVERS);
    }
}
