//! A document from elsewhere made fit to be drawn: whatever is wrong in it, its text is kept whole.

use super::{Block, Document, Quotation, Range};
use lectern_core::article::Source;
use lectern_core::input::Overrides;
use lectern_core::layout::{self, Markup};
use lectern_core::{Article, Input};
use std::collections::{HashMap, HashSet};

impl Document {
    /// Leaves out marks without words, puts the others in text order, unties what is tied in a circle, and cuts the
    /// text into blocks anew where the document's own do not hold all of it. What is right stays as it is.
    pub fn mend(&mut self) {
        let length = self.text.chars().count() as u32;
        let is_place = |range: &Range| range[0] < range[1] && range[1] <= length;
        let is_edge = |range: &Range| range[0] <= range[1] && range[1] <= length;
        self.edits.retain(|edit| is_edge(&edit.span));
        self.notes.retain(|note| is_edge(&note.span));
        self.mentions.retain(|mention| is_place(&mention.span));
        for quotation in &mut self.quotations {
            quotation.content.retain(is_place);
            quotation.source.retain(is_place);
            quotation.cue = quotation.cue.filter(is_place);
            in_order(&mut quotation.content, |range| *range);
            let mut end = 0;
            quotation.content.retain(|range| {
                let is_new = end <= range[0];
                end = end.max(range[1]);
                is_new
            });
        }
        self.quotations.retain(|quotation| !quotation.content.is_empty());
        self.proposals.retain(|proposal| is_place(&proposal.span));
        for proposal in &mut self.proposals {
            let span = proposal.span;
            let is_inside = |item: &Range| is_place(item) && span[0] <= item[0] && item[1] <= span[1];
            proposal.items.retain(is_inside);
            proposal.trigger = proposal.trigger.filter(is_place);
            proposal.addressee = proposal.addressee.take().filter(|it| is_place(&it.span));
        }
        in_order(&mut self.mentions, |it| it.span[0]);
        in_order(&mut self.quotations, |it| {
            it.content.first().map(|range| range[0])
        });
        in_order(&mut self.proposals, |it| it.span[0]);
        self.untie();
        if !self.blocks_hold_all(length) {
            self.blocks = blocks(&self.text);
        }
    }

    /// A quotation lies in one that is larger, a proposal is the same as an earlier one: nothing goes round in a circle.
    fn untie(&mut self) {
        let sizes: HashMap<String, (Range, u32)> = self
            .quotations
            .iter()
            .map(|it| (it.id.clone(), (whole(it), said(it))))
            .collect();
        for quotation in &mut self.quotations {
            let (own, own_said) = (whole(quotation), said(quotation));
            quotation.parent = quotation.parent.take().filter(|id| {
                sizes.get(id).is_some_and(|(parent, parent_said)| {
                    // One in several stretches may reach as far as the one around it.
                    let is_larger = *parent != own || *parent_said > own_said;
                    parent[0] <= own[0] && own[1] <= parent[1] && is_larger
                })
            });
        }
        let mut earlier = HashSet::new();
        for proposal in &mut self.proposals {
            proposal.same_as = proposal.same_as.take().filter(|id| earlier.contains(id));
            earlier.insert(proposal.id.clone());
        }
    }

    /// Whether blocks are in order and apart, and nothing but white space lies between them.
    fn blocks_hold_all(&self, length: u32) -> bool {
        let mut bytes: Vec<usize> = self.text.char_indices().map(|(at, _)| at).collect();
        bytes.push(self.text.len());
        let is_white = |start: u32, end: u32| {
            let range = bytes.get(start as usize).zip(bytes.get(end as usize));
            let gap = range.and_then(|(start, end)| self.text.get(*start..*end));
            gap.is_some_and(|gap| gap.trim().is_empty())
        };
        let mut end = 0;
        for Block { span, content, .. } in &self.blocks {
            let is_apart = end <= span[0] && span[0] <= span[1] && span[1] <= length;
            let is_inside = span[0] <= content[0] && content[0] <= content[1] && content[1] <= span[1];
            if !is_apart || !is_inside || !is_white(end, span[0]) {
                return false;
            }
            end = span[1];
        }
        is_white(end, length)
    }
}

/// Sorts only what is not in order: ties stay as they were.
fn in_order<T, K: Ord>(values: &mut [T], key: impl Fn(&T) -> K) {
    if !values.is_sorted_by_key(&key) {
        values.sort_by_key(key);
    }
}

fn whole(quotation: &Quotation) -> Range {
    let start = quotation.content.first().map_or(0, |range| range[0]);
    let end = quotation.content.last().map_or(0, |range| range[1]);
    [start, end]
}

/// How much is said, in code points.
fn said(quotation: &Quotation) -> u32 {
    quotation.content.iter().map(|range| range[1] - range[0]).sum()
}

/// The blocks that the text alone tells.
fn blocks(text: &str) -> Vec<Block> {
    let source = Source {
        text: text.to_owned(),
        edits: Vec::new(),
    };
    let layout = layout::lay_out(
        &source,
        &Markup::new(&Input::default(), &[]),
        &Overrides::default(),
    );
    let article = Article {
        source,
        blocks: layout.blocks,
        ..Article::default()
    };
    Document::from(&article).blocks
}
