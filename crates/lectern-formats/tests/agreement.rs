//! How far two readings of one text agree.
#![allow(clippy::unwrap_used, reason = "a panic is a test's report")]

use lectern_core::Overrides;
use lectern_formats::agreement::{Agreement, compare};
use lectern_formats::json::{Certainty, Document};

const TEXT: &str = "Farmers Want Pumps\n\nBo Berg, a farmer, called for new pumps. \"We need them now,\" said Berg. \
                    \"It is too late for wells,\" said Ada Lund, the mayor.";

fn reading() -> Document {
    Document::new("pumps", &lectern_core::read(&TEXT.into(), &Overrides::default()))
}

fn place(words: &str) -> [u32; 2] {
    let at = TEXT.find(words).unwrap();
    let start = TEXT[..at].chars().count() as u32;
    [start, start + words.chars().count() as u32]
}

fn laid(person: &Document) -> Agreement {
    compare(&reading(), person).unwrap()
}

#[test]
fn a_reading_agrees_with_itself() {
    let agreement = laid(&reading());
    for figures in [agreement.quotations, agreement.proposals] {
        assert!(figures.both > 0);
        let all = [
            figures.first,
            figures.second,
            figures.exact,
            figures.same_kind,
            figures.same_speaker,
        ];
        assert_eq!(all, [figures.both; 5]);
        assert_eq!((figures.spans().f1(), figures.kinds().value()), (1.0, Some(1.0)));
    }
    assert_eq!(agreement.alone, []);
}

#[test]
fn edges_kinds_and_speakers_are_told_apart() {
    let mut person = reading();
    let at = |words: &str| {
        let place = place(words);
        reading().quotations.iter().position(|it| {
            it.content
                .iter()
                .any(|range| range[0] <= place[0] && place[0] < range[1])
        })
    };
    let (need, late) = (at("need").unwrap(), at("late").unwrap());
    // narrower, by half and a little
    person.quotations[need].content = vec![place("need them now,\"")];
    // of somebody else, in another form
    person.quotations[late].who.speaker = None;
    person.quotations[late].who.attribution = Certainty::None;
    let agreement = laid(&person).quotations;
    assert_eq!(agreement.both, agreement.first);
    assert_eq!(agreement.exact, agreement.both - 1);
    assert_eq!(agreement.same_speaker, agreement.both - 1);
    // less than half of it is another mark
    person.quotations[need].content = vec![place("now,\"")];
    let agreement = laid(&person);
    assert_eq!(agreement.quotations.both, agreement.quotations.first - 1);
    let alone: Vec<(bool, &str)> = agreement
        .alone
        .iter()
        .map(|mark| (mark.is_first, mark.words.as_str()))
        .collect();
    assert_eq!(alone.len(), 2);
    assert!(alone.contains(&(false, "now,\"")), "{alone:?}");
}

#[test]
fn names_that_end_alike_and_hold_each_other_are_one_speaker() {
    for (name, is_same) in [
        ("Lund", true),
        ("Mayor Ada LUND", true),
        ("Ada", false),
        ("Eva Lund", false),
        ("Bo Berg", false),
    ] {
        let mut person = reading();
        for speaker in person
            .speakers
            .iter_mut()
            .filter(|speaker| speaker.name == "Ada Lund")
        {
            name.clone_into(&mut speaker.name);
        }
        let figures = laid(&person).quotations;
        assert_eq!(figures.same_speaker == figures.both, is_same, "{name}");
    }
}

#[test]
fn each_mark_is_in_one_pair_and_other_texts_are_not_compared() {
    let mut person = reading();
    let double = person.quotations[0].clone();
    person.quotations.push(double);
    let figures = laid(&person).quotations;
    assert_eq!((figures.second, figures.both), (figures.first + 1, figures.first));
    person.text.push('.');
    assert_eq!(compare(&reading(), &person), None);
}

#[test]
fn marks_over_each_other_without_end_take_no_time() {
    let mut person = reading();
    let one = person.quotations[0].clone();
    person.quotations = vec![one; 20_000];
    let figures = compare(&person, &person).unwrap().quotations;
    assert!(figures.both > 0 && figures.both <= 20_000);
}
