//! What a person put right lies over another cleaning of the same article: at its own words, or told as not found.

use lectern_core::article::{
    Anchor, BlockKind, ClutterReason, Form, ProposalKind, Quotation, Source, SpeakerKind,
};
use lectern_core::corrections::{By, Corrected, Correction, Corrections, Mark, Whom, apply};
use lectern_core::input::Strength;
use lectern_core::{Article, Overrides, Span, read};
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// Each repair shifts what comes behind it, and short words stand close to each other.
const REPAIRED: &str = "Harbour Board to Meet\r\n\r\nMayor Ada Lund said she&rsquo;d heard that he hedged, and that the other \
    har-\r\nbours had heard the same. &quot;He, he alone, has to hedge,&quot; she said. &quot;She shed no tears,&quot; said \
    Bo Berg, who hasn&rsquo;t met her. He called for a re-\r\nview of the hedge, the shed and the heath.\r\n\r\n\
    Lund said that he he hedged. Berg said that, that the board\u{e2}\u{20ac}\u{2122}s end was near.\r\n\r\nShare this\r\n";

/// The articles of the tests beside this one, each as it is read without overrides.
static ARTICLES: LazyLock<Vec<(String, Article)>> = LazyLock::new(|| {
    let mut paths = Vec::new();
    for folder in ["tests/articles", "tests/paste"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let entries = fs::read_dir(folder).expect("the folder of articles");
        paths.extend(entries.map(|entry| entry.expect("an entry").path()));
    }
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let texts = paths
        .iter()
        .map(|path| fs::read_to_string(path).expect("readable"));
    texts
        .chain([REPAIRED.to_owned()])
        .map(|text| {
            let article = read(&text.as_str().into(), &Overrides::default());
            (text, article)
        })
        .filter(|(_, article)| !article.source.text.trim().is_empty())
        .collect()
});

/// What a person decides about the cleaning; the numbers choose among what an article has.
#[derive(Clone, Debug)]
enum Decision {
    Strength(Strength),
    /// A block becomes text, or none.
    Block(prop::sample::Index, bool),
    /// The same with a line, of which a block may hold several.
    Line(prop::sample::Index, bool),
    UndoRepair(prop::sample::Index),
    AsIs,
}

fn decisions() -> impl Strategy<Value = Vec<Decision>> {
    let index = any::<prop::sample::Index>;
    let strengths = vec![Strength::KeepAll, Strength::Normal, Strength::Strict];
    let decision = prop_oneof![
        2 => prop::sample::select(strengths).prop_map(Decision::Strength),
        6 => (index(), any::<bool>()).prop_map(|(at, back)| Decision::Block(at, back)),
        2 => (index(), any::<bool>()).prop_map(|(at, back)| Decision::Line(at, back)),
        4 => index().prop_map(Decision::UndoRepair),
        1 => Just(Decision::AsIs),
    ];
    prop::collection::vec(decision, 1..8)
}

fn overrides(decisions: &[Decision], input: &str, article: &Article) -> Overrides {
    let text = &article.source.text;
    let mut overrides = Overrides::default();
    let kind = |back: bool| {
        if back {
            BlockKind::Paragraph
        } else {
            BlockKind::Clutter(ClutterReason::Other)
        }
    };
    for decision in decisions {
        match decision {
            Decision::Strength(strength) => overrides.strength = *strength,
            Decision::AsIs => overrides.as_is = true,
            Decision::Block(at, back) if !article.blocks.is_empty() => {
                let anchor = Anchor::new(text, at.get(&article.blocks).span);
                overrides.blocks.push((anchor, kind(*back)));
            }
            Decision::Line(at, back) => {
                let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
                let start = at.get(&lines).as_ptr() as usize - text.as_ptr() as usize;
                let span = Span::of(start..start + at.get(&lines).len());
                overrides.blocks.push((Anchor::new(text, span), kind(*back)));
            }
            Decision::UndoRepair(at) if !article.source.edits.is_empty() => {
                let edit = at.index(article.source.edits.len());
                let start = Places::new(&article.source).0[edit].1;
                let span = Span::of(start..start + article.source.edits[edit].was.len());
                overrides.repairs_undone.push(Anchor::new(input, span));
            }
            Decision::Block(..) | Decision::UndoRepair(_) => {}
        }
    }
    overrides
}

/// Where the edits of a source lie, in order: start in the source, start in the input, both lengths.
struct Places(Vec<(usize, usize, usize, usize)>);

impl Places {
    fn new(source: &Source) -> Self {
        let mut shift = 0_isize;
        let place = |edit: &lectern_core::article::Edit| {
            let at = edit.at.range();
            let before = at.start.checked_add_signed(shift).expect("edits are in order");
            shift += edit.was.len() as isize - at.len() as isize;
            (at.start, before, at.len(), edit.was.len())
        };
        Places(source.edits.iter().map(place).collect())
    }

    /// Where a place of the source lies in the input, behind what was dropped there or before it; nothing inside an edit.
    fn in_input(&self, at: usize, is_behind: bool) -> Option<usize> {
        let mut shift = 0_isize;
        for &(start, before, now, was) in &self.0 {
            if at < start || at == start && !is_behind {
                break;
            }
            if at < start + now {
                return (at == start).then_some(before);
            }
            shift = (before + was) as isize - (start + now) as isize;
        }
        at.checked_add_signed(shift)
    }

    /// Where a place of the input lies in the source; nothing inside an edit.
    fn in_source(&self, at: usize) -> Option<usize> {
        let mut shift = 0_isize;
        for &(start, before, now, was) in &self.0 {
            if at <= before {
                break;
            }
            if at < before + was {
                return None;
            }
            shift = (start + now) as isize - (before + was) as isize;
        }
        at.checked_add_signed(shift)
    }
}

/// Where the words of one reading are in another of the same input; nothing where a repair cuts through them.
fn same_words(before: &Article, after: &Article, span: Span) -> Option<Span> {
    let (old, new) = (Places::new(&before.source), Places::new(&after.source));
    let start = new.in_source(old.in_input(span.range().start, true)?)?;
    let end = new.in_source(old.in_input(span.range().end, false)?)?;
    (start <= end).then(|| Span::of(start..end))
}

/// A correction, the words that it is about, and what it makes of them.
struct Case {
    correction: Correction,
    about: Anchor,
    /// Whether it is there in an article.
    is_done: fn(&Corrected, Span) -> bool,
    /// Whether it needs more than the words: a mark that is there.
    mark: Option<fn(&Article, Span) -> bool>,
}

const STRANGER: &str = "Dot Ferris";

/// A correction about the words, the quotation or the proposal that `at` chooses.
fn case(article: &Article, sort: usize, at: &prop::sample::Index) -> Option<Case> {
    let text = &article.source.text;
    let anchor = |span: Span| Anchor::new(text, span);
    let stranger = || Whom::Called(STRANGER.to_owned());
    let quotation = || {
        let it = (!article.quotations.is_empty()).then(|| at.get(&article.quotations))?;
        whole(it).map(anchor)
    };
    let proposal = || {
        let it = (!article.proposals.is_empty()).then(|| at.get(&article.proposals))?;
        Some(anchor(it.span))
    };
    let (correction, about, is_done): (_, Anchor, fn(&Corrected, Span) -> bool) = match sort {
        0 => {
            let about = quotation()?;
            (
                Correction::Accept(Mark::Quotation(about.clone())),
                about,
                |it, span| {
                    it.article
                        .quotations
                        .iter()
                        .zip(&it.quotations)
                        .any(|(one, origin)| whole(one) == Some(span) && origin.by == By::Person)
                },
            )
        }
        1 => {
            let about = quotation()?;
            let correction = Correction::SetSpeaker {
                mark: Mark::Quotation(about.clone()),
                speaker: stranger(),
            };
            (correction, about, |it, span| {
                let own = it
                    .article
                    .quotations
                    .iter()
                    .filter(|one| whole(one) == Some(span));
                own.filter_map(|one| it.article.referent(one).speaker())
                    .any(|id| it.article.speakers[id.0 as usize].name == STRANGER)
            })
        }
        2 => {
            let about = proposal()?;
            let correction = Correction::SetKind {
                proposal: about.clone(),
                kind: ProposalKind::Opposition,
            };
            (correction, about, |it, span| {
                let is_it = |one: &lectern_core::article::Proposal| {
                    one.span == span && one.kind == ProposalKind::Opposition
                };
                it.article.proposals.iter().any(is_it)
            })
        }
        3 => {
            let about = proposal()?;
            let correction = Correction::SetSpeaker {
                mark: Mark::Proposal(about.clone()),
                speaker: stranger(),
            };
            (correction, about, |it, span| {
                let own = it.article.proposals.iter().filter(|one| one.span == span);
                own.filter_map(|one| one.proposer.speaker())
                    .any(|id| it.article.speakers[id.0 as usize].name == STRANGER)
            })
        }
        4 => {
            let about = anchor(words(text, at)?);
            let correction = Correction::AddQuotation {
                content: vec![about.clone()],
                form: Form::Mixed,
                speaker: stranger(),
            };
            (correction, about, |it, span| {
                let added = it.article.quotations.iter().zip(&it.quotations);
                added.into_iter().any(|(one, origin)| {
                    one.content == [span] && origin.by == By::Person && origin.was.is_none()
                })
            })
        }
        5 => {
            let about = anchor(words(text, at)?);
            let correction = Correction::AddProposal {
                span: about.clone(),
                kind: ProposalKind::Plan,
                speaker: stranger(),
            };
            (correction, about, |it, span| {
                let added = it.article.proposals.iter().zip(&it.proposals);
                added
                    .into_iter()
                    .any(|(one, origin)| one.span == span && origin.by == By::Person && origin.was.is_none())
            })
        }
        _ => {
            let mention = (!article.mentions.is_empty()).then(|| at.get(&article.mentions))?;
            let about = anchor(mention.span);
            let correction = Correction::SetMention {
                mention: about.clone(),
                speaker: stranger(),
            };
            // The mention that these words are, hold or lie in.
            (correction, about, |it, span| {
                let own = it.article.mentions.iter().filter(|one| one.span.overlaps(span));
                own.filter_map(|one| one.referent.speaker())
                    .any(|id| it.article.speakers[id.0 as usize].name == STRANGER)
            })
        }
    };
    let mark: Option<fn(&Article, Span) -> bool> = match sort {
        0 | 1 => Some(|it, span| it.quotations.iter().any(|one| whole(one) == Some(span))),
        2 | 3 => Some(|it, span| it.proposals.iter().any(|one| one.span == span)),
        _ => None,
    };
    Some(Case {
        correction,
        about,
        is_done,
        mark,
    })
}

fn whole(quotation: &Quotation) -> Option<Span> {
    quotation.content.iter().copied().reduce(Span::cover)
}

/// One to three words of the text.
fn words(text: &str, at: &prop::sample::Index) -> Option<Span> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let from = at.index(words.len());
    let start = words.get(from)?.as_ptr() as usize - text.as_ptr() as usize;
    let last = words.get(from + at.index(3)).or(words.last())?;
    Some(Span::of(
        start..last.as_ptr() as usize - text.as_ptr() as usize + last.len(),
    ))
}

/// Fails with a sentence unless the correction is at its own words in the article that was cleaned anew, or is listed
/// and changes nothing.
fn follows(before: &Article, after: &Article, case: &Case) {
    let own = same_words(before, after, case.about.span);
    let corrected = apply(after, &[case.correction.clone()].into_iter().collect());
    let about = &case.about.text;
    let found = case.about.find(&after.source.text);
    assert!(
        found.is_none() || own.is_none() || found == own,
        "{about:?} moved from {own:?} to {found:?}"
    );
    if corrected.missing == [0] {
        assert_eq!(
            corrected.article, *after,
            "{about:?} is not found, yet something changed"
        );
        if before.source == after.source {
            let mark = case.mark.expect("words are found in the text that they are from");
            assert!(
                !mark(after, case.about.span),
                "the mark {about:?} is there and was not found"
            );
        }
        return;
    }
    let found = found.expect("what was done was found");
    assert_eq!(found.text(&after.source.text), about, "other words");
    assert!(
        (case.is_done)(&corrected, found),
        "{about:?} is not put right at {found:?}"
    );
}

/// Nothing is found for a name that nobody has any more, or it is that one's.
fn renamed(before: &Article, after: &Article, at: &prop::sample::Index) {
    let Some(speaker) = (!before.speakers.is_empty()).then(|| at.get(&before.speakers)) else {
        return;
    };
    let correction = Correction::SetSpeakerKind {
        speaker: Whom::Called(speaker.name.clone()),
        kind: SpeakerKind::Group,
    };
    let corrected = apply(after, &[correction].into_iter().collect());
    let is_there = after.speakers.iter().any(|other| other.name == speaker.name);
    assert_eq!(corrected.missing.is_empty(), is_there, "{}", speaker.name);
    let touched = corrected.article.speakers.iter().zip(&corrected.speakers);
    for (other, _) in touched.filter(|(_, origin)| origin.by == By::Person) {
        assert_eq!(other.name, speaker.name, "somebody else was changed");
    }
}

proptest! {
    #[test]
    fn corrections_stay_at_their_words_under_any_cleaning_or_are_listed(
        place in any::<prop::sample::Index>(),
        decisions in decisions(),
        cases in prop::collection::vec((0..7usize, any::<prop::sample::Index>()), 1..12),
    ) {
        let (input, before) = place.get(&ARTICLES);
        let after = read(&input.as_str().into(), &overrides(&decisions, input, before));
        let cases: Vec<(Case, &prop::sample::Index)> = cases
            .iter()
            .filter_map(|(sort, at)| Some((case(before, *sort, at)?, at)))
            .collect();
        for (case, at) in &cases {
            follows(before, &after, case);
            renamed(before, &after, at);
        }
        let all: Corrections = cases.iter().map(|(case, _)| case.correction.clone()).collect();
        let missing = apply(&after, &all).missing;
        prop_assert!(missing.is_sorted() && missing.iter().all(|at| *at < cases.len()));
    }
}
