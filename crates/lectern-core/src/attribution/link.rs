//! Joins the spans of the three layers into quotations.

use super::{Form, Quotation, Tags, verbs};
use crate::article::Prepared;
use crate::span::Span;

/// Joins each content to the nearest cue of its block and each cue to the nearest source; a quotation that
/// stands alone goes to whoever spoke last.
pub(super) fn link(prepared: &Prepared, tags: &Tags) -> Vec<Quotation> {
    let block_of = |span: Span| {
        prepared
            .tokens
            .sentence_at(span.start())
            .map(|sentence| sentence.block)
    };
    let mut quotations: Vec<Quotation> = tags
        .cue
        .iter()
        .map(|cue| {
            let source = nearest(cue.span, tags.source.iter().map(|source| source.span), |span| {
                block_of(span) == block_of(cue.span)
            });
            Quotation {
                form: Form::Indirect,
                content: Vec::new(),
                cue: Some(cue.span),
                source: source.into_iter().collect(),
                mention: None,
                parent: None,
                verb_class: class_of(prepared, cue.span),
                sure: false,
            }
        })
        .collect();
    let mut alone = Vec::new();
    for content in &tags.content {
        let cue = nearest(content.span, tags.cue.iter().map(|cue| cue.span), |span| {
            block_of(span) == block_of(content.span) && !content.span.contains(span)
        });
        match quotations
            .iter_mut()
            .find(|quotation| quotation.cue == cue && cue.is_some())
        {
            Some(quotation) => quotation.content.push(content.span),
            None => alone.push(content.span),
        }
    }
    quotations.retain(|quotation| !quotation.content.is_empty());
    for span in alone {
        let said_before = quotations
            .iter()
            .filter(|quotation| quotation.source.iter().all(|source| source.end() <= span.start()))
            .max_by_key(|quotation| quotation.source.first().copied());
        let fills_block = prepared.blocks.iter().any(|block| block.content == span);
        if let Some(before) = said_before.filter(|_| fills_block) {
            let source = before.source.clone();
            quotations.push(Quotation {
                form: Form::Direct,
                content: vec![span],
                cue: None,
                source,
                mention: None,
                parent: None,
                verb_class: None,
                sure: false,
            });
        }
    }
    for quotation in &mut quotations {
        merge(&mut quotation.content);
        quotation.form = form(prepared, &quotation.content);
    }
    quotations.sort_by_key(|quotation| (quotation.content.first().copied(), quotation.cue));
    quotations
}

/// Puts the spans in order, those that overlap as one.
fn merge(spans: &mut Vec<Span>) {
    spans.sort();
    spans.dedup_by(|next, span| {
        let overlap = span.overlaps(*next);
        if overlap {
            *span = span.cover(*next);
        }
        overlap
    });
}

/// What standing after costs, in bytes of distance.
const AFTER: u32 = 20;

fn nearest(from: Span, among: impl Iterator<Item = Span>, fits: impl Fn(Span) -> bool) -> Option<Span> {
    among.filter(|&span| fits(span)).min_by_key(|span| {
        let gap = if span.start() >= from.end() {
            span.start() - from.end()
        } else {
            from.start().saturating_sub(span.end())
        };
        let after = span.start() >= from.end();
        gap + if after { AFTER } else { 0 }
    })
}

fn class_of(prepared: &Prepared, cue: Span) -> Option<super::VerbClass> {
    let tokens = &prepared.tokens;
    tokens
        .within(cue)
        .rev()
        .find_map(|at| verbs::cue_at(tokens, at))
        .map(|found| found.class)
}

/// In whose words `content` is: all of it inside paired marks, none of it, or something between.
fn form(prepared: &Prepared, content: &[Span]) -> Form {
    /// A quoted stretch of fewer tokens, marks included, is a scare quote, a title or a nickname.
    const SHORTEST_SPEECH: usize = 6;
    let tokens = &prepared.tokens;
    let speech = tokens
        .quoted
        .iter()
        .filter(|quoted| quoted.depth == 0 && tokens.within(quoted.span).len() >= SHORTEST_SPEECH)
        .map(|quoted| quoted.span);
    let touched: Vec<Span> = speech
        .filter(|span| content.iter().any(|part| part.overlaps(*span)))
        .collect();
    let all_inside = content
        .iter()
        .all(|part| tokens.quoted.iter().any(|quoted| quoted.span.contains(*part)));
    if all_inside {
        Form::Direct
    } else if touched.is_empty() {
        Form::Indirect
    } else {
        Form::Mixed
    }
}
