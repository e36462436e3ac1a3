//! Commands between marks that follow each other: `signs that read “Pay us” and “Open the gate”`.

use crate::article::ProposalKind;
use crate::lexicon::{WordClass, WordSet};
use crate::proposals::candidate::Candidate;
use crate::proposals::draft::Draft;
use crate::proposals::polarity;
use crate::proposals::view::View;
use std::ops::Range;

/// Marks included, what stands on a placard has no more tokens.
const LONGEST: usize = 12;

/// The word that tells of placards stands so near before them.
const REACH: usize = 4;

/// The rows of commands between marks, each a proposal with the commands as its items.
pub(crate) fn find(view: &View<'_>) -> Vec<Draft> {
    let marked: Vec<Range<usize>> = view
        .tokens
        .quoted
        .iter()
        .filter(|quoted| quoted.closed && quoted.depth == 0)
        .map(|quoted| view.tokens.within(quoted.span))
        .collect();
    marked
        .chunk_by(|one, next| goes_on(view, one.end..next.start))
        .filter_map(|row| of_row(view, row))
        .collect()
}

/// Whether nothing but a comma and `and` stands between two stretches.
fn goes_on(view: &View<'_>, between: Range<usize>) -> bool {
    !between.is_empty()
        && between.len() <= 2
        && between
            .into_iter()
            .all(|at| view.raw(at) == "," || view.class(at) == WordClass::Coordinator)
}

fn of_row(view: &View<'_>, row: &[Range<usize>]) -> Option<Draft> {
    let first = row.first().filter(|_| row.len() > 1)?;
    let mut before = first.start.saturating_sub(REACH)..first.start;
    if !before.any(|at| WordSet::PlacardWord.has(view.form(at))) {
        return None;
    }
    let items: Vec<Range<usize>> = row
        .iter()
        .map(|marks| command(view, marks))
        .collect::<Option<_>>()?;
    let (start, end) = (items.first()?.start, items.last()?.end);
    let kind = if items.iter().all(|item| polarity::stops(view, item.start)) {
        ProposalKind::Opposition
    } else {
        ProposalKind::Call
    };
    Some(Draft {
        candidate: Candidate::of_verb(kind, start..start + 1, start, end),
        range: start..end,
        items,
        stated: None,
    })
}

/// The words between the marks, where they are a command.
fn command(view: &View<'_>, marks: &Range<usize>) -> Option<Range<usize>> {
    let start = marks.start + 1;
    let words = (start..marks.end).take_while(|&at| view.is_word(at) || view.raw(at) == ",");
    let end = words.last()? + 1;
    let orders = view.is_base(start) && !WordSet::IdleVerb.has(view.lemma(start));
    (orders && marks.len() <= LONGEST).then_some(start..end)
}
