//! Proposals whose triggers no rule knows: a linear chain over the tokens that no proposal holds yet, trained on articles
//! in which all proposals are marked.

pub(crate) mod features;
pub mod file;
mod score;
mod whose;

use crate::article::ProposalKind;
use crate::lexicon::WordClass;
use crate::model::chain::runs;
use crate::proposals::boundaries;
use crate::proposals::candidate::Candidate;
use crate::proposals::draft::Draft;
use crate::proposals::lists::list_parse::{self, Wanted};
use crate::proposals::view::View;
use crate::proposals::who::subjects;
use features::Sequence;
use file::Model;
use std::ops::Range;

/// Fewer tokens hold no proposal.
pub const SHORTEST: usize = 3;

/// Scores below this leave a stretch in one piece.
const LEAST_LIST: i32 = 9;

/// The proposals that the embedded model finds outside `drafts`; none where its file can't be used.
pub(crate) fn find(view: &View<'_>, drafts: &[Draft]) -> Vec<Draft> {
    let Ok(model) = file::embedded() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for range in open(view, drafts) {
        let sequence = Sequence::new(view, range);
        let scores = score::score(&model.span, &sequence);
        for (_, run) in runs(&scores.best(0)) {
            if scores.span(1, run.clone()) >= model.keep {
                let kind = kind(view, model, &sequence, run.start);
                found.extend(draft(view, kind, sequence.tokens(&run)));
            }
        }
    }
    found
}

/// What is proposed over `run`, without the signs and joints at its ends.
fn draft(view: &View<'_>, kind: ProposalKind, run: Range<usize>) -> Option<Draft> {
    let start = run.clone().find(|&at| opens(view, at))?;
    let end = boundaries::trim(view, start, run.end);
    if end < start + SHORTEST || forecasts(view, start..end) {
        return None;
    }
    let wanted = Wanted {
        base: view.is_base(start),
        ..Wanted::default()
    };
    let list = list_parse::cut(view, start..end, wanted).filter(|list| list.score >= LEAST_LIST);
    let asks = matches!(kind, ProposalKind::Call | ProposalKind::Opposition);
    Some(Draft {
        candidate: Candidate {
            proposer: whose::whose(view, start),
            addressee: asks.then(|| whose::addressee(view, start)).flatten(),
            ..Candidate::of_verb(kind, start..start + 1, start, end)
        },
        range: start..end,
        items: list.map(|list| list.items).unwrap_or_default(),
        stated: None,
    })
}

/// Whether what begins with a subject only tells what may come: `a tunnel could halve the journey`.
fn forecasts(view: &View<'_>, range: Range<usize>) -> bool {
    let end = subjects::phrase_end(view, range.start, range.end);
    end > range.start && matches!(view.form(end), "could" | "may" | "might" | "can")
}

/// Whether a proposal can open with the token: with a number, a sum or a word that joins nothing, or the mark before one.
fn opens(view: &View<'_>, at: usize) -> bool {
    match view.class(at) {
        WordClass::Number => true,
        _ if view.is_word(at) => !matches!(view.form(at), "and" | "or" | "but" | "that" | "to"),
        _ => {
            matches!(view.raw(at), "$" | "£" | "€")
                || view.is_mark(at) && view.marked(at) != view.marked(at.saturating_sub(1))
        }
    }
}

/// In the order of the model's labels.
const KINDS: [ProposalKind; file::KINDS] = [
    ProposalKind::Call,
    ProposalKind::Plan,
    ProposalKind::Pledge,
    ProposalKind::Opposition,
];

/// The kind of the proposal that begins with the token at `at` of the sequence.
fn kind(view: &View<'_>, model: &Model, sequence: &Sequence, at: usize) -> ProposalKind {
    let scores: [i32; file::KINDS] = model.kind.slots().sum(&sequence.kind(view, at));
    let best = (0..file::KINDS).max_by_key(|&kind| (scores[kind], std::cmp::Reverse(kind)));
    KINDS[best.unwrap_or(0)]
}

/// The stretches of sentences that no draft holds. A sentence that counts what it lists (`three steps should be taken: ...`)
/// has told all it has to tell.
pub(crate) fn open(view: &View<'_>, drafts: &[Draft]) -> Vec<Range<usize>> {
    let mut held = vec![false; view.len()];
    for draft in drafts {
        let counted = draft
            .stated
            .map(|_| view.sentence_around(draft.candidate.trigger.start));
        for range in counted.into_iter().chain([draft.range.clone()]) {
            if let Some(held) = held.get_mut(range) {
                held.fill(true);
            }
        }
    }
    let mut open = Vec::new();
    for number in 0..view.tokens.sentences.len() {
        let sentence = view.sentence_tokens(number);
        let mut start = sentence.start;
        for at in sentence.clone() {
            if held[at] {
                open.push(start..at);
                start = at + 1;
            }
        }
        open.push(start..sentence.end);
    }
    open.retain(|range| range.len() >= SHORTEST);
    open
}
