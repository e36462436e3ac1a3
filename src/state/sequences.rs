//! Any sequence of what a person can do to an article, undone, ends where it began.

use std::rc::Rc;

use lectern_core::article::{Span, SpeakerId, SpeakerKind};
use lectern_core::corrections::{Correction, Whom};
use lectern_core::input::Strength;
use lectern_core::{Input, Overrides};
use proptest::prelude::*;
use yew::Reducible;

use super::document::{Document, Origin};
use super::reading::{Mark, Reading};
use super::view::Kind;
use super::work::{Phase, Work, WorkAction};
use super::{View, ViewAction, correct};

const TEXT: &str = "Mayor Calls for Wells\n\nMayor Ada Lund said the wells should be opened again before the summer. \
    \"They are ours,\" she said. Bo Berg, a farmer, called for new pumps, a longer canal and cheaper seed. \
    \"It is too late,\" said Berg.\n\nCleo Marsh, who leads the harbour board, opposed the plan to close the pier.";

/// One thing that a person does; which mark, speaker or words, is told by `at`.
#[derive(Clone, Debug)]
enum Deed {
    Accept,
    Remove,
    Kind(Kind),
    Edge(bool, bool),
    Nobody,
    Somebody,
    New,
    Addressee,
    Add(bool),
    Items,
    Rename,
    Merge,
    SpeakerKind,
    PutBack,
    Forget,
    Strict(bool),
    Undo,
    Redo,
}

fn deeds() -> impl Strategy<Value = Vec<(Deed, prop::sample::Index)>> {
    let kinds = Kind::QUOTATIONS.into_iter().chain(Kind::PROPOSALS);
    let deed = prop_oneof![
        Just(Deed::Accept),
        Just(Deed::Remove),
        prop::sample::select(kinds.collect::<Vec<_>>()).prop_map(Deed::Kind),
        (any::<bool>(), any::<bool>()).prop_map(|(is_start, later)| Deed::Edge(is_start, later)),
        Just(Deed::Nobody),
        Just(Deed::Somebody),
        Just(Deed::New),
        Just(Deed::Addressee),
        any::<bool>().prop_map(Deed::Add),
        Just(Deed::Items),
        Just(Deed::Rename),
        Just(Deed::Merge),
        Just(Deed::SpeakerKind),
        Just(Deed::PutBack),
        Just(Deed::Forget),
        any::<bool>().prop_map(Deed::Strict),
        Just(Deed::Undo),
        Just(Deed::Redo),
    ];
    prop::collection::vec((deed, any::<prop::sample::Index>()), 0..40)
}

/// Two words of the text, by place.
fn words(at: &prop::sample::Index) -> Span {
    let starts: Vec<usize> = TEXT.match_indices(' ').map(|(at, _)| at + 1).collect();
    let start = *at.get(&starts);
    let mut ends = TEXT[start..].match_indices(' ').map(|(at, _)| start + at);
    let end = ends.nth(1).unwrap_or(TEXT.len());
    correct::snapped(TEXT, Span::of(0..TEXT.len()), Span::of(start..end)).unwrap_or_default()
}

/// What the page would do to the work; nothing where there is nothing to do it to.
fn action(work: &Work, deed: &Deed, at: &prop::sample::Index) -> Option<WorkAction> {
    let reading = work.phase.reading()?;
    let mark = (!reading.marks.is_empty()).then(|| *at.get(&reading.marks));
    let speakers = reading.article.speakers.len();
    let speaker = (speakers > 0).then(|| SpeakerId(at.index(speakers) as u32));
    let set_speaker = |speaker: Whom| {
        mark.map(|mark| Correction::SetSpeaker {
            mark: correct::subject(reading, mark),
            speaker,
        })
    };
    let correction = match *deed {
        Deed::Undo => return Some(WorkAction::Undo),
        Deed::Redo => return Some(WorkAction::Redo),
        Deed::Strict(on) => {
            let strength = if on { Strength::Strict } else { Strength::Normal };
            return Some(WorkAction::Strength(strength));
        }
        Deed::PutBack => {
            let left = correct::put_back(reading, &work.corrections, mark?);
            return Some(WorkAction::Correct(left));
        }
        Deed::Forget => {
            let place = at.index(work.corrections.len().max(1));
            return Some(WorkAction::Correct(correct::without(&work.corrections, place)));
        }
        Deed::Accept => mark.map(|mark| Correction::Accept(correct::subject(reading, mark))),
        Deed::Remove => mark.map(|mark| Correction::Remove(correct::subject(reading, mark))),
        Deed::Kind(kind) => correct::set_kind(reading, mark?, kind),
        Deed::Edge(is_start, later) => {
            let spans = reading.spans(mark?);
            let span = *if is_start { spans.first() } else { spans.last() }?;
            let edge = if is_start { span.start() } else { span.end() };
            let within = reading.block_around(span.start());
            let next = correct::next_edge(TEXT, within, edge, is_start, later)?;
            correct::set_edge(reading, mark?, is_start, next)
        }
        Deed::Nobody => set_speaker(Whom::Nobody),
        Deed::Somebody => set_speaker(correct::called(reading, speaker?)),
        Deed::New => set_speaker(Whom::Called("Dot Ferris".to_owned())),
        Deed::Add(wanted) => correct::add(reading, &[words(at)], wanted),
        Deed::Addressee | Deed::Items => {
            let Mark::Proposal(id) = mark? else { return None };
            let span = reading.proposal(id)?.span;
            Some(match deed {
                Deed::Addressee => correct::set_addressee(reading, id, Some(words(at))),
                _ => {
                    let half = correct::next_edge(TEXT, span, span.start() + 1, false, true)?;
                    let items = vec![
                        Span::new(span.start(), half),
                        Span::new(half.min(span.end()), span.end()),
                    ];
                    correct::set_span(reading, id, span, items)
                }
            })
        }
        Deed::Rename => Some(Correction::Rename {
            speaker: correct::called(reading, speaker?),
            name: "Eve Frost".to_owned(),
        }),
        Deed::Merge => Some(Correction::Merge {
            speaker: correct::called(reading, speaker?),
            into: correct::called(reading, SpeakerId(0)),
        }),
        Deed::SpeakerKind => Some(Correction::SetSpeakerKind {
            speaker: correct::called(reading, speaker?),
            kind: SpeakerKind::Group,
        }),
    };
    let before = work.corrections.iter().cloned();
    Some(WorkAction::Correct(before.chain(correction).collect()))
}

/// The work after an action, and after the reading that it asks for has come.
fn done(work: Rc<Work>, view: &mut Rc<View>, action: WorkAction) -> Rc<Work> {
    let before = work.phase.reading().cloned();
    let mut work = work.reduce(action);
    if !matches!(work.phase, Phase::Read(_)) {
        let input = work
            .open
            .as_ref()
            .map(|open| open.input.clone())
            .unwrap_or_default();
        let article = lectern_core::read(&input, &work.overrides);
        let turn = work.turn;
        work = work.reduce(WorkAction::Answer(turn, Ok(Reading::new(article))));
    }
    if let (Some(before), Some(after)) = (before, work.phase.reading().cloned()) {
        *view = view.clone().reduce(ViewAction::Follow(before, after));
    }
    work
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn undone_to_the_first_it_is_as_it_was_and_redone_as_it_became(deeds in deeds()) {
        let mut view = Rc::new(View::default());
        let open = Document::new(1.0, Input::from(TEXT), Origin::Paste);
        let began = done(Rc::new(Work::default()), &mut view, WorkAction::Open(vec![open.into()]));
        let first = began.phase.reading().unwrap().standing();
        prop_assert!(first.article.quotations.len() > 1 && first.article.proposals.len() > 1);
        let mut work = began;
        for (deed, at) in &deeds {
            if let Some(action) = action(&work, deed, at) {
                work = done(work, &mut view, action);
            }
            // what is looked at is there
            let reading = work.phase.reading().unwrap();
            prop_assert!(view.focus.is_none_or(|focus| reading.marks.contains(&focus.mark)));
            prop_assert!(view.speakers.iter().all(|id| (id.0 as usize) < reading.article.speakers.len()));
            if let Some(&mark) = reading.marks.first() {
                view = view.reduce(ViewAction::Focus(mark, super::view::Chosen::Elsewhere));
            }
        }
        let last = (work.phase.reading().unwrap().standing(), work.overrides.clone(), work.corrections.clone());
        let mut steps = 0;
        while work.can_undo() {
            work = done(work, &mut view, WorkAction::Undo);
            steps += 1;
        }
        prop_assert_eq!(&*work.overrides, &Overrides::default());
        prop_assert!(work.corrections.is_empty());
        prop_assert_eq!(&work.phase.reading().unwrap().standing(), &first);
        for _ in 0..steps {
            work = done(work, &mut view, WorkAction::Redo);
        }
        // what was undone by hand lies before the last: all the way forward is the longest way that was gone
        if deeds.iter().all(|(deed, _)| !matches!(deed, Deed::Undo)) {
            prop_assert_eq!((work.phase.reading().unwrap().standing(), work.overrides.clone(), work.corrections.clone()), last);
        }
    }
}
