//! What a careful reader looks at twice: doubts of the reading and oddities of the text.

use lectern_core::note::NoteKind;
use lectern_core::span::Span;
use lectern_core::speakers::Attribution;
use yew::prelude::*;

use super::speakers::Props;
use crate::app::{use_strings, use_view};
use crate::state::view::Origin;
use crate::state::{Mark, Reading, ViewAction};

/// One thing to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Doubt {
    /// Which string says what it is.
    pub words: &'static str,
    /// What it is about.
    pub span: Span,
    /// The mark to show, if it is about one.
    pub mark: Option<Mark>,
}

/// All doubts of a reading: those of the text first, then by mark.
pub(super) fn doubts(reading: &Reading) -> Vec<Doubt> {
    let notes = reading.article.notes.iter().filter_map(|note| {
        let words = match note.kind {
            NoteKind::UnclosedMark => "doubt-unclosed",
            NoteKind::CountDiffers => "doubt-count",
            _ => return None,
        };
        let mark = reading
            .marks
            .iter()
            .copied()
            .find(|&mark| reading.spans(mark).iter().any(|span| span.overlaps(note.span)));
        Some(Doubt {
            words,
            span: note.span,
            mark,
        })
    });
    let marks = reading.marks.iter().filter_map(|&mark| {
        let words = match (reading.attribution(mark), mark) {
            (Attribution::Ambiguous(_), _) => "doubt-ambiguous",
            (Attribution::None, Mark::Quotation(_)) => "doubt-nobody",
            (Attribution::None, Mark::Proposal(_)) => "doubt-nobody-proposes",
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

/// The list of doubts.
#[component]
pub(super) fn Check(props: &Props) -> Html {
    let view = use_view();
    let strings = use_strings();
    let doubts = use_memo(props.reading.clone(), doubts);
    if doubts.is_empty() {
        return html! { <p class="none">{ strings.get("none-check") }</p> };
    }
    let items = doubts.iter().map(|doubt| {
        let onclick = doubt.mark.map(|mark| {
            let view = view.clone();
            Callback::from(move |_: MouseEvent| view.dispatch(ViewAction::Focus(mark, Origin::Elsewhere)))
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
    html! { <ul class="doubts">{ for items }</ul> }
}
