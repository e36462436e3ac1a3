//! Corrections over a reading: laid, undone, kept, found again.

use super::*;

/// Something put right about a mark of the hand-made article.
fn refused(words: &str) -> Correction {
    let article = article();
    let text = &article.source.text;
    let at = text.find(words).unwrap();
    let anchor = Anchor::new(text, Span::of(at..at + words.len()));
    Correction::Remove(corrections::Mark::Quotation(anchor))
}

/// Corrections that take a quotation away, or two.
fn refuse(words: &[&str]) -> WorkAction {
    WorkAction::Correct(words.iter().map(|words| refused(words)).collect())
}

fn quotations(work: &Work) -> usize {
    work.phase.reading().unwrap().article.quotations.len()
}

#[test]
fn corrections_lie_over_the_reading_and_undo_goes_over_them_and_decisions_alike() {
    let open = work([WorkAction::Open(vec![document("one")])]);
    let turn = open.turn;
    let read = open.reduce(WorkAction::Answer(turn, Ok(Reading::new(article()))));
    let one = read.reduce(refuse(&["\"Never.\""]));
    assert_eq!((quotations(&one), one.turn), (1, turn), "nothing is read anew");
    assert!(matches!(one.phase, Phase::Read(_)));
    let strict = one.reduce(WorkAction::Strength(Strength::Strict));
    assert_eq!(strict.turn, turn + 1);
    assert_eq!(
        quotations(&strict),
        1,
        "the corrected reading stays until the new one comes"
    );
    let answered = strict.reduce(WorkAction::Answer(turn + 1, Ok(Reading::new(article()))));
    assert_eq!(
        quotations(&answered),
        1,
        "corrections lie over the new reading too"
    );
    let both = answered.reduce(refuse(&["\"Never.\"", "\"Plant trees now, all of you,\""]));
    assert_eq!(quotations(&both), 0);
    let back = both.reduce(WorkAction::Undo);
    assert_eq!(
        (quotations(&back), back.overrides.strength),
        (1, Strength::Strict)
    );
    let back = back.reduce(WorkAction::Undo).reduce(WorkAction::Undo);
    assert_eq!(
        (quotations(&back), back.overrides.strength),
        (2, Strength::Normal)
    );
    assert!(back.corrections.is_empty() && !back.can_undo());
    let again = back.reduce(WorkAction::Redo);
    assert_eq!(quotations(&again), 1);
}

#[test]
fn corrections_are_kept_with_an_article_that_was_left_and_what_is_not_found_is_listed() {
    let left = work([
        WorkAction::Open(vec![document("one")]),
        refuse(&["\"Never.\""]),
        WorkAction::Close,
    ]);
    assert!(left.corrections.is_empty());
    let back = left.reduce(WorkAction::Return(1.0, Place::default()));
    assert_eq!(back.corrections.len(), 1);
    let mut other = article();
    other.source.text = other.source.text.replace("Never", "Always");
    let turn = back.turn;
    let read = back.reduce(WorkAction::Answer(turn, Ok(Reading::new(other))));
    let reading = read.phase.reading().unwrap();
    assert_eq!((quotations(&read), reading.missing()), (2, &[0][..]));
}

#[test]
fn a_mark_is_found_again_after_corrections_and_what_a_person_accepted_is_not_to_be_checked() {
    let reading = Reading::new(article());
    let without_first: Corrections = [refused("\"Plant trees now, all of you,\"")]
        .into_iter()
        .collect();
    let after = reading.corrected(&without_first);
    let moved = Mark::Quotation(QuotationId(0));
    assert_eq!(after.same(&reading, NEVER), Some(moved));
    assert_eq!(after.same(&reading, SAID), None);
    assert_eq!(after.doubt(moved), Some(Check::Nobody));
    let Correction::Remove(mark) = refused("\"Never.\"") else {
        unreachable!()
    };
    let accepted = reading.corrected(&[Correction::Accept(mark)].into_iter().collect());
    assert!(accepted.origin(NEVER).is_some() && accepted.origin(SAID).is_none());
    assert_eq!(accepted.doubt(NEVER), None);
}
