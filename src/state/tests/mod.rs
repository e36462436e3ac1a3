//! Actions on the work and the view, on hand-made articles.

mod kinds;
mod mended;

use std::rc::Rc;

use lectern_core::article::{
    Addressee, Anchor, Form, Mention, MentionForm, MentionId, Proposal, ProposalId, ProposalKind, Quotation,
    QuotationId, Referent, Source, Speaker, SpeakerId, SpeakerKind,
};
use lectern_core::checks::Check;
use lectern_core::corrections::{self, Correction, Corrections};
use lectern_core::input::Strength;
use lectern_core::{Article, Input, Overrides, Span};
use yew::Reducible;

use super::document::Origin;
use super::room::{Room, Silent};
use super::view::{Chosen, Dialog, Kind, Sheet, Tab};
use super::work::{Broken, Phase};
use super::*;

/// Ada says all but the last word of a short text and calls for trees in it; somebody unnamed says the last word.
fn article() -> Article {
    let text = "\"Plant trees now, all of you,\" said Ada. \"Never.\"";
    let span = |words: &str| {
        let at = text.find(words).unwrap();
        Span::of(at..at + words.len())
    };
    let quotation = |words: &str, mention: Option<u32>| Quotation {
        form: Form::Direct,
        content: vec![span(words)],
        cue: None,
        source: Vec::new(),
        mention: mention.map(MentionId),
        parent: None,
        verb_class: None,
        sure: true,
    };
    Article {
        source: Source {
            text: text.to_owned(),
            edits: Vec::new(),
        },
        speakers: vec![Speaker {
            name: "Ada".to_owned(),
            role: None,
            kind: SpeakerKind::Person,
        }],
        mentions: vec![Mention {
            span: span("Ada"),
            form: MentionForm::Name,
            referent: Referent::Named(SpeakerId(0)),
            because: Vec::new(),
        }],
        quotations: vec![
            quotation("\"Plant trees now, all of you,\"", Some(0)),
            quotation("\"Never.\"", None),
        ],
        proposals: vec![Proposal {
            kind: ProposalKind::Call,
            span: span("Plant trees now"),
            items: Vec::new(),
            stated_count: None,
            proposer: Referent::Named(SpeakerId(0)),
            addressee: None,
            trigger: None,
            quotation: Some(QuotationId(0)),
            same_as: None,
            sure: true,
        }],
        ..Article::default()
    }
}

const SAID: Mark = Mark::Quotation(QuotationId(0));
const WANTED: Mark = Mark::Proposal(ProposalId(0));
const NEVER: Mark = Mark::Quotation(QuotationId(1));
const ADA: SpeakerId = SpeakerId(0);

fn document(text: &str) -> Rc<Document> {
    Rc::new(Document::new(1.0, Input::from(text), Origin::Paste))
}

fn work(actions: impl IntoIterator<Item = WorkAction>) -> Rc<Work> {
    actions
        .into_iter()
        .fold(Rc::new(Work::default()), |work, action| work.reduce(action))
}

fn view(actions: impl IntoIterator<Item = ViewAction>) -> Rc<View> {
    actions
        .into_iter()
        .fold(Rc::new(View::default()), |view, action| view.reduce(action))
}

fn open_text(work: &Work) -> Option<&str> {
    work.open.as_ref().map(|open| open.input.text.as_str())
}

#[test]
fn a_reading_knows_order_words_and_shares() {
    let reading = Reading::new(article());
    assert_eq!(reading.marks, [SAID, WANTED, NEVER]);
    assert_eq!(reading.cast, [ADA]);
    let facts = &reading.facts[0];
    assert_eq!((facts.quotations.len(), facts.proposals.len()), (1, 1));
    assert_eq!((facts.words, facts.share), (6, 86), "six of seven words");
    assert_eq!(reading.place(Span::new(0, 1)), (0, 20));
}

#[test]
fn a_search_takes_words_in_any_order_and_any_case() {
    let reading = Reading::new(article());
    for (words, found) in [
        ("", true),
        ("NOW plant", true),
        ("ada trees", true),
        ("“plant", true),
        ("plant never", false),
    ] {
        assert_eq!(reading.mentions(SAID, words), found, "{words}");
    }
    assert!(reading.is_called(ADA, "AD") && !reading.is_called(ADA, "bo"));
}

#[test]
fn what_is_to_be_checked_has_one_meaning() {
    let mut checked = article();
    checked.proposals[0].stated_count = Some(2);
    let reading = Reading::new(checked);
    let found: Vec<(Mark, Check)> = reading.to_check().collect();
    assert_eq!(found, [(WANTED, Check::Count), (NEVER, Check::Nobody)]);
    assert_eq!(reading.doubt(SAID), None);
    assert_eq!(reading.doubt(NEVER), Some(Check::Nobody));
    assert_eq!(reading.doubt(Mark::Proposal(ProposalId(9))), None);
}

#[test]
fn undo_and_redo_go_over_what_was_done_to_an_article_and_never_put_it_away() {
    let fresh = work([WorkAction::Open(vec![document("one")])]);
    assert!(!fresh.can_undo(), "nothing was done yet");
    let done = fresh
        .reduce(WorkAction::Strength(Strength::Strict))
        .reduce(WorkAction::Strength(Strength::KeepAll));
    let back = done.reduce(WorkAction::Undo);
    assert_eq!(back.overrides.strength, Strength::Strict);
    let first = back.reduce(WorkAction::Undo);
    assert_eq!(
        (open_text(&first), first.overrides.strength),
        (Some("one"), Strength::Normal)
    );
    assert!(!first.can_undo() && first.can_redo());
    let again = first.reduce(WorkAction::Redo).reduce(WorkAction::Redo);
    assert_eq!(again.overrides.strength, Strength::KeepAll);
    let other = again
        .reduce(WorkAction::Undo)
        .reduce(WorkAction::Strength(Strength::Normal));
    assert!(!other.can_redo(), "a new step forgets the steps that were undone");
    let opened = other.reduce(WorkAction::Open(vec![document("two")]));
    assert!(!opened.can_undo(), "undo does not lead out of an article");
}

#[test]
fn an_article_that_was_left_comes_back_with_what_was_decided() {
    let key = 1.0;
    let closed = work([
        WorkAction::Open(vec![document("one")]),
        WorkAction::Strength(Strength::Strict),
        WorkAction::Close,
    ]);
    assert_eq!(closed.phase, Phase::Empty);
    assert!(closed.was_open(key));
    let place = Place::from_hash("#1/check");
    let back = closed.reduce(WorkAction::Return(key, place.clone()));
    assert_eq!(
        (open_text(&back), back.overrides.strength),
        (Some("one"), Strength::Strict)
    );
    assert_eq!(back.restore, Some(place));
    assert!(!back.reduce(WorkAction::Forget).was_open(key));
}

#[test]
fn stale_answers_change_nothing() {
    let first = work([WorkAction::Open(vec![document("one")])]);
    let turn = first.turn;
    let second = first.reduce(WorkAction::Open(vec![document("two")]));
    let stale = second
        .clone()
        .reduce(WorkAction::Answer(turn, Ok(Reading::new(article()))));
    assert!(Rc::ptr_eq(&second, &stale));
    let read = stale.reduce(WorkAction::Answer(turn + 1, Ok(Reading::new(article()))));
    assert!(matches!(read.phase, Phase::Read(_)));
}

#[test]
fn a_reading_that_breaks_off_keeps_the_text() {
    let open = work([WorkAction::Open(vec![document("one")])]);
    let turn = open.turn;
    let failed = open
        .reduce(WorkAction::Preview(turn, Reading::new(Article::default())))
        .reduce(WorkAction::Answer(turn, Err(ReadError::Stopped)));
    assert!(matches!(failed.phase, Phase::Failed(Some(_), Broken::Off)));
    assert_eq!(open_text(&failed), Some("one"));
    let again = failed.reduce(WorkAction::Again);
    assert!(matches!(again.phase, Phase::Reading(Some(_))));
    assert_eq!(again.turn, turn + 1);
}

#[test]
fn a_cancelled_reading_keeps_the_text_and_its_late_answer_is_stale() {
    let open = work([WorkAction::Open(vec![document("one")])]);
    let turn = open.turn;
    let cancelled = open
        .reduce(WorkAction::Preview(turn, Reading::new(Article::default())))
        .reduce(WorkAction::Cancel)
        .reduce(WorkAction::Answer(turn, Ok(Reading::new(Article::default()))));
    assert!(matches!(
        cancelled.phase,
        Phase::Failed(Some(_), Broken::Cancelled)
    ));
    assert_eq!(open_text(&cancelled), Some("one"));
    let read = cancelled
        .reduce(WorkAction::Again)
        .reduce(WorkAction::Answer(turn + 2, Ok(Reading::new(Article::default()))));
    assert!(matches!(read.phase, Phase::Read(_)));
    let still = read.clone().reduce(WorkAction::Cancel);
    assert_eq!(still.phase, read.phase, "nothing to wait for, nothing to cancel");
}

#[test]
fn a_very_long_text_is_begun_and_read_whole_on_request() {
    let text = "A line of text.\n".repeat(100_000);
    let open = work([WorkAction::Open(vec![document(&text)])]);
    let begun = open_text(&open).unwrap().len();
    assert!(begun <= 1_000_000 && begun > 999_900, "{begun}");
    assert!(text.starts_with(open_text(&open).unwrap()));
    assert_eq!(open.open.as_ref().unwrap().all().text, text);
    let whole = open.reduce(WorkAction::Whole);
    assert_eq!(open_text(&whole), Some(text.as_str()));
    let back = whole.reduce(WorkAction::Undo);
    assert_eq!(open_text(&back).unwrap().len(), begun);
}

#[test]
fn a_text_is_called_by_its_first_line_with_a_sentence_in_it() {
    let titles = [
        (
            "Home > News > Local\n\nTown plants a thousand trees\n\nText.",
            "Town plants a thousand trees",
        ),
        ("一行中文\nShort\n", "一行中文"),
        ("  \n", ""),
    ];
    for (text, title) in titles {
        assert_eq!(document(text).title(), title);
    }
}

#[test]
fn several_files_wait_on_the_shelf() {
    let open = work([WorkAction::Open(vec![document("one"), document("two")])]);
    assert_eq!((open_text(&open), open.shelf.len()), (Some("one"), 2));
    assert_eq!(
        open_text(&open.clone().reduce(WorkAction::Take(1, None))),
        Some("two")
    );
    assert!(Rc::ptr_eq(&open, &open.clone().reduce(WorkAction::Take(9, None))));
    assert!(Rc::ptr_eq(
        &open,
        &open.clone().reduce(WorkAction::Open(Vec::new()))
    ));
}

#[test]
fn what_is_decided_about_articles_on_the_shelf_is_never_forgotten() {
    let documents = (0..50).map(|key| Document::new(f64::from(key), Input::from("Words."), Origin::Paste));
    let mut work = work([WorkAction::Open(documents.map(Rc::new).collect())]);
    work = work.reduce(WorkAction::Strength(Strength::Strict));
    for place in 1..50 {
        work = work.reduce(WorkAction::Take(place, None));
    }
    let strict = Overrides {
        strength: Strength::Strict,
        ..Overrides::default()
    };
    assert_eq!(*work.decided_about(0.0).0, strict);
    let look_at = Place::from_hash("#0/quotations/q1");
    let there = work.reduce(WorkAction::Take(0, Some(look_at.clone())));
    assert_eq!((&*there.overrides, &there.restore), (&strict, &Some(look_at)));
    assert_eq!(*there.decided_about(0.0).0, strict, "of the open one as well");
    assert_eq!(*there.decided_about(7.0).0, Overrides::default());
}

#[test]
fn a_mark_chosen_in_the_text_opens_its_list_and_the_sheet() {
    let chosen = view([ViewAction::Focus(WANTED, Chosen::Article)]);
    assert_eq!((chosen.tab, chosen.sheet), (Tab::Proposals, Sheet::Half));
    let again = chosen.clone().reduce(ViewAction::Focus(WANTED, Chosen::Article));
    assert_ne!(again.focus, chosen.focus, "choosing the same again scrolls again");
}

#[test]
fn filters_narrow_what_is_wanted_and_where_the_keys_go() {
    let reading = Reading::new(article());
    let all = view([]);
    assert_eq!(all.neighbour(&reading, 1), Some(SAID));
    assert_eq!(all.neighbour(&reading, -1), Some(NEVER));
    let solo = view([ViewAction::Solo(ADA)]);
    assert!(solo.wants(&reading, SAID) && !solo.wants(&reading, NEVER));
    let without = view([ViewAction::Toggle(Kind::Quotation(Form::Direct))]);
    assert_eq!(without.neighbour(&reading, 1), Some(WANTED));
    let at_end = view([ViewAction::Focus(NEVER, Chosen::Elsewhere)]);
    assert_eq!(
        at_end.neighbour(&reading, 1),
        Some(NEVER),
        "the last stays the last"
    );
    let nothing = Reading::new(Article::default());
    assert_eq!(all.neighbour(&nothing, 1), None);
}

#[test]
fn a_place_opens_what_it_says_and_steps_back_take_it_away() {
    let there = view([ViewAction::Restore(Place::from_hash("#7/check/s0/half/q1"))]);
    assert_eq!((there.tab, there.sheet), (Tab::Check, Sheet::Half));
    assert_eq!(there.focus.map(|focus| focus.mark), Some(NEVER));
    let card = there.reduce(ViewAction::Unwind(2));
    assert_eq!((card.focus, card.sheet), (None, Sheet::Half));
    let sheet = card.reduce(ViewAction::Unwind(1));
    assert_eq!((sheet.sheet, sheet.speakers.len()), (Sheet::Peek, 1));
    assert!(sheet.reduce(ViewAction::Unwind(0)).speakers.is_empty());
}

#[test]
fn escape_goes_back_one_step_at_a_time() {
    let deep = view([
        ViewAction::Solo(ADA),
        ViewAction::Search("tree".to_owned()),
        ViewAction::Focus(SAID, Chosen::Panel),
        ViewAction::Show(Dialog::Shortcuts),
    ]);
    let mut states = vec![deep];
    for _ in 0..4 {
        let next = states[states.len() - 1].clone().reduce(ViewAction::Back);
        states.push(next);
    }
    assert_eq!(states[1].dialog, None);
    assert!(states[1].focus.is_some());
    assert_eq!(states[2].focus, None);
    assert_eq!(states[2].search, "tree");
    assert_eq!(states[3].search, "");
    assert_eq!(states[3].speakers, [ADA]);
    assert!(states[4].speakers.is_empty());
}

#[test]
fn comparing_takes_two_and_opens_when_there_are_two() {
    let one = view([ViewAction::Solo(ADA)]);
    let two = one.reduce(ViewAction::Beside(SpeakerId(1)));
    assert_eq!((two.speakers.len(), two.dialog), (2, Some(Dialog::Compare)));
    let third = two.reduce(ViewAction::Beside(SpeakerId(2)));
    assert_eq!(third.speakers, [ADA, SpeakerId(2)]);
}

#[test]
fn what_another_page_sends_stands_beside_what_is_open_and_decisions_are_kept() {
    let document = |key: f64, from: Origin| Rc::new(Document::new(key, Input::from("Words."), from));
    let reduce = |work: Rc<Work>, action: WorkAction| work.reduce(action);
    let work = reduce(
        Rc::new(Work::default()),
        WorkAction::Open(vec![document(1.0, Origin::Paste)]),
    );
    let work = reduce(work, WorkAction::Strength(Strength::Strict));
    let sent = document(2.0, Origin::Page("https://news.example".to_owned()));
    let work = reduce(work, WorkAction::Open(vec![sent]));
    assert_eq!(
        work.shelf.iter().map(|each| each.key).collect::<Vec<f64>>(),
        [1.0, 2.0]
    );
    assert_eq!(work.open.as_ref().map(|open| open.key), Some(2.0));
    assert_eq!(work.overrides.strength, Strength::Normal);
    let work = reduce(work, WorkAction::Take(0, None));
    assert_eq!(work.open.as_ref().map(|open| open.key), Some(1.0));
    assert_eq!(work.overrides.strength, Strength::Strict);
    let work = reduce(work, WorkAction::Open(vec![document(3.0, Origin::Paste)]));
    assert!(work.shelf.is_empty(), "a paste of one's own is an article alone");
}

#[test]
fn who_has_room_is_counted_in_words_and_who_is_asked_and_silent_is_told() {
    let mut asked = article();
    let text = asked.source.text.clone();
    let at = text.find("all of you").unwrap();
    asked.proposals[0].addressee = Some(Addressee {
        span: Span::of(at..at + 10),
        speaker: None,
    });
    let room = Room::of(&Reading::new(asked));
    assert_eq!(room.rows, [(SpeakerId(0), 6)]);
    assert_eq!((room.named, room.unnamed, room.nobody), (6, 0, 1));
    assert_eq!((room.share(room.named), room.share(room.nobody)), (86, 14));
    let silent = Silent {
        name: "all of you".to_owned(),
        mark: Mark::Proposal(ProposalId(0)),
    };
    assert_eq!(room.silent, [silent]);
}
