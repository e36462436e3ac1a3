//! What a careful reader looks at twice: doubts of the reading and oddities of the text.

use lectern_core::article::{NoteKind, Referent, Span};
use yew::prelude::*;

use super::pages::use_pages;
use super::props::Props;
use crate::context::{use_strings, use_view};
use crate::state::view::Chosen;
use crate::state::{Mark, Reading, ViewAction};
use crate::strings::Key;

/// One thing to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Doubt {
    /// Which message says what it is.
    pub words: Key,
    /// What it is about.
    pub span: Span,
    /// The mark to show, if it is about one.
    pub mark: Option<Mark>,
}

/// All doubts of a reading: those of the text first, then by mark.
pub(super) fn doubts(reading: &Reading) -> Vec<Doubt> {
    let notes = reading.article.notes.iter().filter_map(|note| {
        let words = match note.kind {
            NoteKind::UnclosedMark => Key::DoubtUnclosed,
            NoteKind::CountDiffers => Key::DoubtCount,
            _ => return None,
        };
        let mark = mark_at(reading, note.span);
        Some(Doubt {
            words,
            span: note.span,
            mark,
        })
    });
    let marks = reading.marks.iter().filter_map(|&mark| {
        let words = match (reading.referent(mark), mark) {
            (Referent::Ambiguous(_), _) => Key::DoubtAmbiguous,
            (Referent::None, Mark::Quotation(_)) => Key::DoubtNobody,
            (Referent::None, Mark::Proposal(_)) => Key::DoubtNobodyProposes,
            _ => return None,
        };
        Some(Doubt {
            words,
            span: reading.spans(mark).first().copied().unwrap_or_default(),
            mark: Some(mark),
        })
    });
    notes.chain(marks).collect()
}

/// So many marks before a place are looked at for the one that lies over it: each of thousands of notes against
/// each of thousands of marks would be slow.
const NEAR: usize = 64;

/// The mark over a stretch, the one that begins last.
fn mark_at(reading: &Reading, at: Span) -> Option<Mark> {
    let begins = |mark: &Mark| {
        reading
            .spans(*mark)
            .first()
            .is_some_and(|span| span.start() < at.end())
    };
    let before = &reading.marks[..reading.marks.partition_point(begins)];
    let over = |mark: &&Mark| reading.spans(**mark).iter().any(|span| span.overlaps(at));
    before.iter().rev().take(NEAR).find(over).copied()
}

/// The list of doubts.
#[component]
pub(super) fn Check(props: &Props) -> Html {
    let view = use_view();
    let strings = use_strings();
    let doubts = use_memo(props.reading.clone(), doubts);
    let pages = use_pages(doubts.len(), None);
    if doubts.is_empty() {
        return html! { <p class="none">{ strings.get(Key::NoneCheck) }</p> };
    }
    let items = doubts[pages.shown].iter().map(|doubt| {
        let onclick = doubt.mark.map(|mark| {
            let view = view.clone();
            Callback::from(move |_: MouseEvent| view.dispatch(ViewAction::Focus(mark, Chosen::Elsewhere)))
        });
        html! {
            <li class="doubt">
                <span class="doubt-why">{ strings.get(doubt.words) }</span>
                <button type="button" class="doubt-text" lang="en" disabled={onclick.is_none()} {onclick}>
                    { props.reading.text(doubt.span) }
                </button>
            </li>
        }
    });
    html! { <>{ pages.before }<ul class="doubts">{ for items }</ul>{ pages.after }</> }
}
