//! Joins the spans of the three layers into quotations.
//!
//! Each cue is read anew with the spans of the layers as the only ones allowed; a last pass decides which of these
//! readings are quotations. Quotations without a cue follow from the layout of the text: see `uncued`.

use crate::article::{Form, Quotation, QuotationId, Span};
use crate::attribution::layout_cues::paragraph::Paragraph;
use crate::attribution::layout_cues::turns;
use crate::attribution::layout_cues::uncued::Uncued;
use crate::attribution::passes::allowed::{Allowed, Run};
use crate::attribution::passes::arguments::{self, Window};
use crate::attribution::passes::choice::{self, Frame};
use crate::attribution::passes::known::Known;
use crate::attribution::passes::labelling;
use crate::attribution::passes::tagger::score_arguments;
use crate::attribution::passes::units::{Sequence, blocks};
use crate::attribution::rules::{
    bounds, clause, edges, insertion, inversion, nested, shared_subject, silence, twice,
};
use crate::attribution::{LinkerWeights, SCALE, Scored, Tags, form, verbs};
use crate::model::chain::{NEVER, Scores, runs};
use crate::prepared::Prepared;
use crate::text::order;
use std::ops::Range;

/// Joins the spans of `tags`. `known` is what their tagger has kept, if `weights` are its own.
pub(super) fn link(
    prepared: &Prepared,
    tags: &Tags,
    weights: &LinkerWeights,
    mut known: Known,
) -> Vec<Quotation> {
    let mut uncued = Uncued::new(turns::find(prepared));
    let mut before = None;
    let mut here: Option<Vec<Sequence>> = None;
    let first = std::mem::take(&mut known.blocks);
    let rest = blocks(prepared, first.len());
    let text = first
        .into_iter()
        .chain(rest)
        .filter(|block| block.first().is_some_and(|own| !own.units.is_empty()));
    for next in text.map(Some).chain([None]) {
        for sequence in next.iter().flatten() {
            let frames = frames_knowing(prepared, sequence, tags, weights, &mut known);
            told(prepared, sequence, &frames, weights, &mut uncued);
        }
        let paragraph = here
            .as_ref()
            .and_then(|here| Paragraph::new(prepared, before.as_ref(), here, next.as_ref()));
        if let Some(paragraph) = paragraph {
            uncued.add(&paragraph);
        }
        before = here;
        here = next;
    }
    let Uncued {
        told,
        mut quotations,
        mut nested,
        ..
    } = uncued;
    quotations.extend(told);
    // before they are put in order: it moves where a quotation begins
    for quotation in quotations.iter_mut().chain(&mut nested) {
        if let Some(first) = quotation.content.first_mut() {
            *first = without_dateline(prepared, *first);
        }
    }
    adopt(quotations, nested)
        .into_iter()
        .map(|mut quotation| {
            quotation.source = edges::trimmed(prepared, dateline(prepared), quotation.cue, &quotation.source);
            Quotation {
                form: form::of(prepared, &quotation.content),
                ..quotation
            }
        })
        .collect()
}

/// Adds what the cues of `sequence`, read as `frames`, tell.
fn told(
    prepared: &Prepared,
    sequence: &Sequence,
    frames: &[Frame],
    weights: &LinkerWeights,
    uncued: &mut Uncued,
) {
    let Uncued { told, nested, .. } = uncued;
    let scores: Vec<i32> = (0..frames.len())
        .map(|at| score(sequence, frames, at, weights))
        .collect();
    if sequence.inside {
        let retold = (0..frames.len())
            .filter(|&at| !silence::keeps(prepared, sequence, &frames[at]))
            .filter_map(|at| nested::retold(sequence, &frames[at], scores[at], &weights.thresholds));
        nested.extend(retold.map(|frame| quotation(prepared, sequence, &frame, false)));
        return;
    }
    let kept: Vec<bool> = frames
        .iter()
        .zip(&scores)
        .map(|(frame, &score)| {
            (frame.certain || score >= weights.thresholds.keep)
                && !frame.content.is_empty()
                && !silence::keeps(prepared, sequence, frame)
        })
        .collect();
    let sure = |at: usize| scores[at] >= weights.thresholds.sure;
    let holders: Vec<&Frame> = frames
        .iter()
        .zip(&kept)
        .filter_map(|(frame, &kept)| kept.then_some(frame))
        .collect();
    for (at, frame) in frames.iter().enumerate() {
        if kept[at] {
            if !twice::is_told_better(sequence, frames, at, |other| kept[other]) {
                told.push_back(quotation(prepared, sequence, frame, sure(at)));
            }
        } else if nested::lies_in(sequence, frame, &holders, &weights.thresholds) {
            nested.push(quotation(prepared, sequence, frame, false));
        }
    }
}

/// The best reading of each cue of the layer that lies in `sequence`.
pub fn frames(prepared: &Prepared, sequence: &Sequence, tags: &Tags, weights: &LinkerWeights) -> Vec<Frame> {
    frames_knowing(prepared, sequence, tags, weights, &mut Known::default())
}

fn frames_knowing(
    prepared: &Prepared,
    sequence: &Sequence,
    tags: &Tags,
    weights: &LinkerWeights,
    known: &mut Known,
) -> Vec<Frame> {
    let cues = runs_in(prepared, sequence, &tags.cue);
    if cues.is_empty() {
        return Vec::new();
    }
    let sources = runs_in(prepared, sequence, &tags.source);
    let contents = runs_in(prepared, sequence, &tags.content);
    let mut last_end = 0;
    let mut apart = cues;
    // cues do not overlap
    apart.retain(|(cue, _)| {
        let behind = cue.start >= last_end;
        last_end = if behind { cue.end } else { last_end };
        behind
    });
    let reach = arguments::shared_reach(sequence, apart.iter().map(|(cue, _)| cue));
    let mut frames = Vec::new();
    for (cue, tag_score) in apart {
        let score = (i64::from(tag_score) * i64::from(SCALE) / 1000) as i32;
        let range = arguments::range(sequence, &cue, reach);
        let allowed = Allowed::near(&cue, &range, [&sources, &contents]);
        let scores = match known.take_window(sequence, &cue, &range) {
            Some(scores) => scores,
            None => {
                let window = Window::new(sequence, cue.clone(), reach);
                score_arguments(
                    &weights.arguments,
                    &window,
                    |at| allowed.unit(at - range.start),
                    |at| allowed.gap(at - range.start),
                )
            }
        };
        if let Some(found) = frame(cue, range.start, &allowed.only(scores), weights) {
            let (found, certain) = inversion::straighten(prepared, sequence, found);
            frames.push(Frame {
                cue_score: score,
                certain,
                ..found
            });
        }
    }
    inversion::join_reported(prepared, sequence, &mut frames);
    insertion::around(prepared, sequence, &mut frames);
    shared_subject::share(prepared, sequence, &mut frames);
    clause::complete(prepared, sequence, &mut frames);
    bounds::cut(prepared, sequence, &mut frames);
    frames
}

/// The spans of a layer as runs of units, in order.
fn runs_in(prepared: &Prepared, sequence: &Sequence, layer: &[Scored]) -> Vec<Run> {
    let whole = sequence.span(prepared, 0..sequence.units.len());
    let first = layer.partition_point(|scored| scored.span.start() < whole.start());
    let end = layer.partition_point(|scored| scored.span.start() < whole.end());
    let run = |scored: &Scored| Some((sequence.run(prepared, scored.span)?, scored.score));
    layer[first..end.max(first)].iter().filter_map(run).collect()
}

/// The best reading of a cue by the scores of its window, which starts at the unit `start`, if it governs anything.
fn frame(
    cue: Range<usize>,
    start: usize,
    scores: &Scores<{ arguments::LABELS }>,
    weights: &LinkerWeights,
) -> Option<Frame> {
    let [without, with] =
        labelling::best(scores).map(|labelled| labelled.filter(|labelled| labelled.score > NEVER / 2));
    let margin = match (&without, &with) {
        (Some(without), Some(with)) => with.score - without.score,
        (None, Some(_)) => -NEVER,
        _ => NEVER,
    };
    let best = if margin >= weights.thresholds.source {
        with
    } else {
        without
    }?;
    let mut frame = Frame {
        cue,
        source_margin: margin,
        ..Frame::default()
    };
    for (label, run) in runs(&best.labels) {
        let score = scores.span(usize::from(label), run.clone());
        let run = run.start + start..run.end + start;
        if usize::from(label) == arguments::SOURCE {
            (frame.source, frame.source_score) = (Some(run), score);
        } else {
            frame.content.push(run);
            frame.content_score += score;
        }
    }
    Some(frame)
}

/// What the third pass gives for `frames[at]`.
fn score(sequence: &Sequence, frames: &[Frame], at: usize, weights: &LinkerWeights) -> i32 {
    let (mut score, slots) = ([0], weights.choice.slots());
    choice::features(sequence, frames, at, |feature| slots.add(feature, &mut score));
    score[0]
}

fn quotation(prepared: &Prepared, sequence: &Sequence, frame: &Frame, sure: bool) -> Quotation {
    let span = |run: &Range<usize>| sequence.span(prepared, run.clone());
    let cue = span(&frame.cue);
    Quotation {
        form: Form::Indirect,
        content: frame.content.iter().map(span).collect(),
        cue: Some(cue),
        source: frame.source.iter().map(span).collect(),
        mention: None,
        parent: None,
        verb_class: verbs::class_of(&prepared.tokens, cue),
        sure,
    }
}

/// Puts all quotations in order and gives each nested one its parent; those in nobody's words are left out.
fn adopt(outer: Vec<Quotation>, nested: Vec<Quotation>) -> Vec<Quotation> {
    let mut all: Vec<(Quotation, bool)> = outer.into_iter().map(|quotation| (quotation, false)).collect();
    all.extend(nested.into_iter().map(|quotation| (quotation, true)));
    let length = |quotation: &Quotation| quotation.content.iter().map(|part| part.len()).sum::<u32>();
    order::by_key(&mut all, |(quotation, nested)| {
        (
            quotation.content.first().map(|part| part.start()),
            *nested,
            std::cmp::Reverse(length(quotation)),
            quotation.cue,
        )
    });
    let mut placed: Vec<Quotation> = Vec::with_capacity(all.len());
    for (mut quotation, nested) in all {
        if nested {
            let holds = |parent: &Quotation| {
                quotation
                    .content
                    .iter()
                    .chain(&quotation.cue)
                    .all(|part| parent.says(*part))
            };
            let parent = (0..placed.len())
                .rev()
                .take(LOOK_BACK)
                .find(|&at| holds(&placed[at]));
            let Some(parent) = parent else { continue };
            quotation.parent = Some(QuotationId(parent as u32));
        }
        placed.push(quotation);
    }
    placed
}

/// A dateline is hardly longer, in bytes.
const DATELINE_LONGEST: usize = 80;

/// The dateline that the layout found.
fn dateline(prepared: &Prepared) -> Option<Span> {
    prepared
        .details
        .dateline
        .as_ref()
        .and_then(|dateline| dateline.span)
}

/// `content` without the dateline that it begins with: one that the layout found, or a lead that a dash parts from
/// an opening mark (`HILLTOWN, May 2 - "We ...`).
fn without_dateline(prepared: &Prepared, content: Span) -> Span {
    let text = prepared.source.text.as_str();
    let starts_block = prepared
        .blocks
        .binary_search_by_key(&content.start(), |block| block.content.start())
        .is_ok();
    if !starts_block {
        return content;
    }
    let found = dateline(prepared).is_some_and(|dateline| dateline.start() == content.start());
    let words = content.text(text);
    let lead = &words[..words.floor_char_boundary(DATELINE_LONGEST)];
    let dash = [" - ", " -- ", " – ", " — ", ": "]
        .iter()
        .filter(|&&dash| found || dash != ": ")
        .filter_map(|dash| lead.find(dash).map(|at| at + dash.len()))
        .min()
        .filter(|&at| at < words.len());
    match dash {
        Some(at) if found || words[at..].starts_with(['"', '“', '‘']) => {
            Span::new(content.start() + at as u32, content.end())
        }
        _ => content,
    }
}

/// A parent starts at most so many quotations before: keeps time linear.
const LOOK_BACK: usize = 64;
