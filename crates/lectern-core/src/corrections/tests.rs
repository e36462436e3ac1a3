//! Corrections one by one, and any number of them in any order.

use super::*;
use crate::article::{Referent, Span};
use crate::input::{Overrides, Strength};
use crate::reading::read;
use proptest::prelude::*;

const TEXT: &str = "Mayor Calls for Wells\n\nMayor Ada Lund said the wells should be opened. \"They are ours,\" she said. \
                    Bo Berg, a farmer, called for new pumps. \"Nobody asked us,\" he told the council.\n\nShare this story";

fn article() -> Article {
    read(&TEXT.into(), &Overrides::default())
}

fn at(words: &str) -> Anchor {
    let start = TEXT.find(words).unwrap();
    Anchor::new(TEXT, Span::of(start..start + words.len()))
}

fn applied(corrections: impl IntoIterator<Item = Correction>) -> Corrected {
    apply(&article(), &corrections.into_iter().collect())
}

/// The quotation with these words, whose it is, and its origin.
fn quotation(corrected: &Corrected, words: &str) -> Option<(String, Origin)> {
    let article = &corrected.article;
    let is_it = |quotation: &crate::article::Quotation| {
        quotation
            .content
            .iter()
            .any(|span| span.text(TEXT).contains(words))
    };
    let place = article.quotations.iter().position(is_it)?;
    let referent = article.referent(&article.quotations[place]);
    let name = referent.speaker().and_then(|id| article.speaker(id));
    Some((
        name.map_or(String::new(), |speaker| speaker.name.clone()),
        corrected.quotations[place].clone(),
    ))
}

#[test]
fn nothing_corrected_is_the_reading_itself() {
    assert_eq!(applied([]), Corrected::from(article()));
}

#[test]
fn the_article_is_read_as_these_tests_need_it() {
    let corrected = applied([]);
    assert_eq!(quotation(&corrected, "They are ours").unwrap().0, "Ada Lund");
    assert_eq!(quotation(&corrected, "Nobody asked us").unwrap().0, "Bo Berg");
    assert!(!corrected.article.proposals.is_empty());
}

#[test]
fn a_quotation_is_added_given_and_taken_out() {
    let added = Correction::AddQuotation {
        content: vec![at("a farmer")],
        form: Form::Indirect,
        speaker: Whom::Called("Cy Dahl".to_owned()),
    };
    let (name, origin) = quotation(&applied([added]), "a farmer").unwrap();
    assert_eq!((name.as_str(), origin), ("Cy Dahl", Origin::person()));

    let mark = || Mark::Quotation(at("\"Nobody asked us,\""));
    let given = applied([Correction::SetSpeaker {
        mark: mark(),
        speaker: Whom::Called("Ada Lund".to_owned()),
    }]);
    let (name, origin) = quotation(&given, "Nobody asked us").unwrap();
    assert_eq!(name, "Ada Lund");
    assert_eq!(origin.by, By::Person);
    assert_eq!(origin.was.unwrap().speaker, Some(vec!["Bo Berg".to_owned()]));

    let gone = applied([Correction::Remove(mark())]);
    assert_eq!(quotation(&gone, "Nobody asked us"), None);
    assert!(gone.missing.is_empty());
}

#[test]
fn what_the_machine_had_is_kept_once() {
    let quotation_at = || at("\"They are ours,\"");
    let set = |form| Correction::SetForm {
        quotation: quotation_at(),
        form,
    };
    let corrected = applied([
        set(Form::Indirect),
        set(Form::Mixed),
        Correction::Accept(Mark::Quotation(quotation_at())),
    ]);
    let (_, origin) = quotation(&corrected, "They are ours").unwrap();
    assert_eq!(origin.was.unwrap().form, Some(Form::Direct));
}

#[test]
fn all_marks_follow_a_speaker() {
    let whom = || Whom::Mentioned(at("Ada Lund"));
    let renamed = applied([Correction::Rename {
        speaker: whom(),
        name: "Ada Lund-Holm".to_owned(),
    }]);
    assert_eq!(quotation(&renamed, "They are ours").unwrap().0, "Ada Lund-Holm");
    let merged = applied([Correction::Merge {
        speaker: Whom::Mentioned(at("Bo Berg")),
        into: whom(),
    }]);
    assert_eq!(quotation(&merged, "Nobody asked us").unwrap().0, "Ada Lund");
    assert_eq!(merged.article.speakers.len() + 1, article().speakers.len());
    let moved = applied([Correction::SetMention {
        mention: at("she"),
        speaker: Whom::Called("Bo Berg".to_owned()),
    }]);
    assert_eq!(quotation(&moved, "They are ours").unwrap().0, "Bo Berg");
}

#[test]
fn edges_move_and_items_part() {
    let proposal = article().proposals.last().unwrap().clone();
    let anchor = Anchor::new(TEXT, proposal.span);
    let corrected = applied([Correction::SetSpan {
        proposal: anchor,
        span: at("new pumps"),
        items: vec![at("new"), at("pumps")],
    }]);
    let last = corrected.article.proposals.last().unwrap();
    assert_eq!((last.span, last.items.len()), (at("new pumps").span, 2));
    let was = corrected.proposals.last().unwrap().was.clone().unwrap();
    assert_eq!(was.content, Some(vec![proposal.span]));
}

#[test]
fn what_is_not_found_is_listed_and_changes_nothing() {
    let elsewhere = Anchor::new("some other text", Span::new(5, 10));
    let corrected = applied([
        Correction::Remove(Mark::Quotation(elsewhere.clone())),
        Correction::Rename {
            speaker: Whom::Called("Nobody Here".to_owned()),
            name: "x".to_owned(),
        },
        Correction::AddProposal {
            span: elsewhere,
            kind: ProposalKind::Call,
            speaker: Whom::Nobody,
        },
    ]);
    assert_eq!(corrected.missing, [0, 1, 2]);
    assert_eq!(corrected.article, article());
}

/// Any correction of the test's article, of the kind and places that the numbers name.
fn any_correction() -> impl Strategy<Value = Correction> {
    let words: Vec<usize> = TEXT
        .char_indices()
        .filter(|(_, c)| *c == ' ' || *c == '\n')
        .map(|(at, _)| at)
        .collect();
    let span = (0..words.len(), 1..6usize).prop_map(move |(from, count)| {
        let to = words.get(from + count).copied().unwrap_or(TEXT.len());
        Anchor::new(TEXT, Span::of(words[from] + 1..to.max(words[from] + 1)))
    });
    let marks = article();
    let anchor = |span: Span| Anchor::new(TEXT, span);
    let quotations: Vec<Anchor> = marks
        .quotations
        .iter()
        .map(|it| anchor(it.content.iter().copied().reduce(Span::cover).unwrap()))
        .collect();
    let proposals: Vec<Anchor> = marks.proposals.iter().map(|it| anchor(it.span)).collect();
    let mentions: Vec<Anchor> = marks.mentions.iter().map(|it| anchor(it.span)).collect();
    let whom = prop_oneof![
        prop::sample::select(mentions.clone()).prop_map(Whom::Mentioned),
        prop::sample::select(vec!["Ada Lund", "Bo Berg", "Cy Dahl"])
            .prop_map(|name| Whom::Called(name.to_owned())),
        Just(Whom::Nobody),
    ];
    (
        0..14usize,
        span.clone(),
        span,
        prop::sample::select(quotations),
        prop::sample::select(proposals),
        prop::sample::select(mentions),
        (whom.clone(), whom),
    )
        .prop_map(
            |(kind, one, two, quotation, proposal, mention, (who, other))| match kind {
                0 => Correction::AddQuotation {
                    content: vec![one, two],
                    form: Form::Mixed,
                    speaker: who,
                },
                1 => Correction::AddProposal {
                    span: one,
                    kind: ProposalKind::Plan,
                    speaker: who,
                },
                2 => Correction::Remove(Mark::Quotation(quotation)),
                3 => Correction::Remove(Mark::Proposal(proposal)),
                4 => Correction::Accept(Mark::Proposal(proposal)),
                5 => Correction::SetForm {
                    quotation,
                    form: Form::Indirect,
                },
                6 => Correction::SetKind {
                    proposal,
                    kind: ProposalKind::Opposition,
                },
                7 => Correction::SetContent {
                    quotation,
                    content: vec![one],
                },
                8 => Correction::SetSpan {
                    proposal,
                    span: one.clone(),
                    items: vec![one, two],
                },
                9 => Correction::SetSpeaker {
                    mark: Mark::Quotation(quotation),
                    speaker: who,
                },
                10 => Correction::SetAddressee {
                    proposal,
                    addressee: Some(mention),
                },
                11 => Correction::Rename {
                    speaker: who,
                    name: "Eva Falk".to_owned(),
                },
                12 => Correction::Merge {
                    speaker: who,
                    into: other,
                },
                _ => Correction::SetMention {
                    mention: one,
                    speaker: who,
                },
            },
        )
}

/// Ids lead somewhere, marks have words, lists of origins are as long as what they tell of.
fn check(corrected: &Corrected) {
    let article = &corrected.article;
    let is_known = |referent: &Referent| {
        let ids = referent.speaker().into_iter();
        ids.chain(referent.candidates().iter().copied())
            .all(|id| article.speaker(id).is_some())
    };
    assert_eq!(article.speakers.len(), corrected.speakers.len());
    assert_eq!(article.quotations.len(), corrected.quotations.len());
    assert_eq!(article.proposals.len(), corrected.proposals.len());
    for mention in &article.mentions {
        assert!(is_known(&mention.referent) && !mention.span.is_empty());
    }
    for quotation in &article.quotations {
        assert!(quotation.content.iter().all(|span| !span.text(TEXT).is_empty()));
        assert!(quotation.mention.is_none_or(|id| article.mention(id).is_some()));
        assert!(quotation.parent.is_none_or(|id| article.quotation(id).is_some()));
    }
    for proposal in &article.proposals {
        assert!(is_known(&proposal.proposer) && !proposal.span.text(TEXT).is_empty());
        assert!(proposal.items.iter().all(|item| proposal.span.contains(*item)));
        assert!(
            proposal
                .quotation
                .is_none_or(|id| article.quotation(id).is_some())
        );
        assert!(proposal.same_as.is_none_or(|id| article.proposal(id).is_some()));
    }
}

proptest! {
    #[test]
    fn corrections_and_undos_end_where_they_began(
        steps in prop::collection::vec((any_correction(), 0..4usize, 0..3usize), 0..20)
    ) {
        let mut corrections = Corrections::default();
        for (correction, undos, redos) in steps {
            corrections.push(correction);
            let before = apply(&article(), &corrections);
            check(&before);
            let undone = (0..undos).filter(|_| corrections.undo()).count();
            let redone = (0..redos).filter(|_| corrections.redo()).count();
            if undone == redone {
                prop_assert_eq!(&apply(&article(), &corrections), &before);
            }
        }
        while corrections.undo() {}
        prop_assert_eq!(apply(&article(), &corrections), Corrected::from(article()));
    }

    #[test]
    fn corrections_outlive_another_cleaning_or_are_listed(
        corrections in prop::collection::vec(any_correction(), 0..12)
    ) {
        let count = corrections.len();
        let corrections: Corrections = corrections.into_iter().collect();
        for strength in [Strength::KeepAll, Strength::Strict] {
            let cleaned = read(&TEXT.into(), &Overrides { strength, ..Overrides::default() });
            let corrected = apply(&cleaned, &corrections);
            check(&corrected);
            prop_assert!(corrected.missing.is_sorted() && corrected.missing.iter().all(|at| *at < count));
        }
    }
}
