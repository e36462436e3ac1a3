//! What holds for the reading of any text whatever.

mod soup;

use lectern_core::article::{Anchor, BlockKind, Details, Referent, SpeakerId};
use lectern_core::attribution::{self, LinkerWeights, Scored, Tags};
use lectern_core::input::{BlockHint, HintKind, Strength, markdown};
use lectern_core::{Article, Input, Overrides, Span, finish, prepare, read};
use proptest::prelude::*;

/// Fails with a sentence on whatever does not hold for `article`, read from `input`.
fn check(input: &Input, overrides: &Overrides, article: &Article) {
    edits_undo(input, overrides, article);
    blocks_hold_everything(article);
    said(article);
    meant(article);
    wanted(article);
    let text = &article.source.text;
    assert!(
        article.notes.is_sorted_by_key(|note| note.span),
        "notes come in text order"
    );
    for note in &article.notes {
        whole(text, note.span);
    }
    for span in detail_spans(&article.details) {
        filled(text, span);
    }
}

/// On character boundaries, inside the text.
fn whole(text: &str, span: Span) {
    assert!(
        text.get(span.range()).is_some(),
        "{span:?} cuts a character or lies outside"
    );
}

/// The same, and not empty.
fn filled(text: &str, span: Span) {
    whole(text, span);
    assert!(!span.is_empty(), "{span:?} is empty");
}

/// Filled, ordered, and not overlapping.
fn in_order(text: &str, spans: &[Span]) {
    spans.iter().for_each(|span| filled(text, *span));
    assert!(
        spans.is_sorted_by(|one, two| one.end() <= two.start()),
        "{spans:?} overlap or are out of order"
    );
}

fn edits_undo(input: &Input, overrides: &Overrides, article: &Article) {
    let source = &article.source;
    assert_eq!(source.input(), input.text, "undoing all edits gives the input");
    assert!(
        source
            .edits
            .is_sorted_by(|one, two| one.at.end() <= two.at.start()),
        "edits are disjoint"
    );
    for edit in &source.edits {
        whole(&source.text, edit.at);
        assert_ne!(edit.at.text(&source.text), edit.was, "an edit changes something");
    }
    if overrides.as_is {
        assert!(source.edits.is_empty(), "as it is means without edits");
    }
}

fn blocks_hold_everything(article: &Article) {
    let text = &article.source.text;
    let spans: Vec<Span> = article.blocks.iter().map(|block| block.span).collect();
    in_order(text, &spans);
    let mut at = 0;
    for block in &article.blocks {
        let gap = &text[at..block.span.range().start];
        assert!(gap.trim().is_empty(), "{gap:?} is in no block");
        at = block.span.range().end;
        whole(text, block.content);
        assert!(block.span.contains(block.content), "content lies inside");
        assert!(
            block.level.is_none_or(|level| (1..=6).contains(&level)),
            "levels go from 1 to 6"
        );
        let listed = block.list.is_none() || block.kind == BlockKind::ListItem;
        assert!(listed, "list items alone have a place in a list");
    }
    assert!(text[at..].trim().is_empty(), "{:?} is in no block", &text[at..]);
}

fn said(article: &Article) {
    let text = &article.source.text;
    let first = |at: usize| article.quotations[at].content.first().map(|part| part.start());
    for (at, quotation) in article.quotations.iter().enumerate() {
        assert!(!quotation.content.is_empty(), "a quotation has content");
        in_order(text, &quotation.content);
        in_order(text, &quotation.source);
        if let Some(cue) = quotation.cue {
            filled(text, cue);
        }
        if let Some(mention) = quotation.mention {
            assert!((mention.0 as usize) < article.mentions.len());
        }
        if let Some(parent) = quotation.parent {
            let parent = &article.quotations[parent.0 as usize];
            let inside = |part: &Span| parent.content.iter().any(|around| around.contains(*part));
            assert!(
                parent != quotation && quotation.content.iter().all(inside),
                "a parent holds its quotation"
            );
        }
        assert!(
            at == 0 || first(at - 1) <= first(at),
            "quotations come in text order"
        );
    }
}

fn meant(article: &Article) {
    let text = &article.source.text;
    assert!(
        article.mentions.is_sorted_by_key(|mention| mention.span.start()),
        "mentions come in text order"
    );
    for (at, mention) in article.mentions.iter().enumerate() {
        filled(text, mention.span);
        known(article, &mention.referent);
        for step in &mention.because {
            if let Some(to) = step.mention {
                assert!((to.0 as usize) < article.mentions.len());
                assert_ne!(to.0 as usize, at, "no mention explains itself");
            }
        }
    }
    for speaker in &article.speakers {
        assert!(!speaker.name.trim().is_empty(), "a speaker has a name");
        assert!(
            speaker.role.as_ref().is_none_or(|role| !role.trim().is_empty()),
            "no role is empty"
        );
    }
}

fn known(article: &Article, referent: &Referent) {
    let exists = |speaker: SpeakerId| (speaker.0 as usize) < article.speakers.len();
    assert!(referent.speaker().is_none_or(exists));
    if let Referent::Ambiguous(candidates) = referent {
        assert!(candidates.iter().all(|candidate| exists(*candidate)));
        assert!(
            (2..=3).contains(&candidates.len()),
            "a doubt is between two or three"
        );
        let mut different = candidates.clone();
        different.sort();
        different.dedup();
        assert_eq!(different.len(), candidates.len(), "candidates differ");
    }
}

fn wanted(article: &Article) {
    let text = &article.source.text;
    assert!(
        article
            .proposals
            .is_sorted_by_key(|proposal| proposal.span.start()),
        "proposals come in text order"
    );
    for (at, proposal) in article.proposals.iter().enumerate() {
        filled(text, proposal.span);
        in_order(text, &proposal.items);
        assert!(
            proposal.items.iter().all(|item| proposal.span.contains(*item)),
            "items lie inside"
        );
        known(article, &proposal.proposer);
        if let Some(trigger) = proposal.trigger {
            filled(text, trigger);
        }
        if let Some(addressee) = proposal.addressee {
            filled(text, addressee.span);
            let exists = |speaker: SpeakerId| (speaker.0 as usize) < article.speakers.len();
            assert!(addressee.speaker.is_none_or(exists));
        }
        assert!(
            proposal
                .quotation
                .is_none_or(|id| (id.0 as usize) < article.quotations.len())
        );
        assert!(
            proposal.same_as.is_none_or(|id| (id.0 as usize) < at),
            "the same comes before"
        );
    }
}

fn detail_spans(details: &Details) -> Vec<Span> {
    let one = [
        &details.title,
        &details.outlet,
        &details.published,
        &details.updated,
        &details.dateline,
        &details.url,
        &details.language,
    ];
    let several = details.authors.iter().chain(&details.section);
    one.into_iter()
        .flatten()
        .chain(several)
        .filter_map(|detail| detail.span)
        .collect()
}

/// The place of the character nearest before `share` hundredths of the text.
fn boundary(text: &str, share: usize) -> usize {
    text.floor_char_boundary(text.len() * share.min(100) / 100)
}

fn stretch(text: &str, one: usize, other: usize) -> Span {
    Span::of(boundary(text, one.min(other))..boundary(text, one.max(other)))
}

fn block_kind() -> impl Strategy<Value = BlockKind> {
    use lectern_core::article::ClutterReason;
    prop::sample::select(vec![
        BlockKind::Title,
        BlockKind::Paragraph,
        BlockKind::ListItem,
        BlockKind::Heading,
        BlockKind::Quote,
        BlockKind::Clutter(ClutterReason::Advert),
    ])
}

/// A stretch of any text: from one hundredth of it to another.
type Shares = (usize, usize);

/// Reader's decisions of every kind, on stretches of any text.
#[derive(Clone, Debug)]
struct Decisions {
    as_is: bool,
    strength: Strength,
    blocks: Vec<(Shares, BlockKind)>,
    undone: Vec<Shares>,
}

impl Decisions {
    fn on(self, text: &str) -> Overrides {
        let anchor = |(one, other): Shares| Anchor::new(text, stretch(text, one, other));
        Overrides {
            as_is: self.as_is,
            strength: self.strength,
            blocks: self
                .blocks
                .into_iter()
                .map(|(at, kind)| (anchor(at), kind))
                .collect(),
            repairs_undone: self.undone.into_iter().map(anchor).collect(),
        }
    }
}

fn decisions() -> impl Strategy<Value = Decisions> {
    let shares = || (0..=100usize, 0..=100usize);
    let blocks = prop::collection::vec((shares(), block_kind()), 0..3);
    let undone = prop::collection::vec(shares(), 0..3);
    let strength = prop::sample::select(vec![Strength::KeepAll, Strength::Normal, Strength::Strict]);
    (any::<bool>(), strength, blocks, undone).prop_map(|(as_is, strength, blocks, undone)| Decisions {
        as_is,
        strength,
        blocks,
        undone,
    })
}

fn hint_kind() -> impl Strategy<Value = HintKind> {
    prop_oneof![
        Just(HintKind::Paragraph),
        (1..=6u8).prop_map(HintKind::Heading),
        (0..3u16, any::<bool>(), 0..3u8).prop_map(|(list, ordered, depth)| HintKind::ListItem {
            list,
            ordered,
            depth
        }),
        Just(HintKind::Quote),
        Just(HintKind::Caption),
    ]
}

/// A text as markup gives it: blocks with hints, each ended by a line end.
fn marked_up() -> impl Strategy<Value = Input> {
    prop::collection::vec((soup::text(12), hint_kind(), 0..=100u8), 0..12).prop_map(|blocks| {
        let mut input = Input::default();
        for (words, kind, link_share) in blocks {
            let start = input.text.len();
            input.text.push_str(&words);
            let span = Span::of(start..input.text.len());
            if !words.trim().is_empty() {
                input.hints.push(BlockHint {
                    link_share,
                    ..BlockHint::new(span, kind)
                });
            }
            input.text.push('\n');
        }
        input
    })
}

/// News with the signs of Markdown strewn over it.
fn signed() -> impl Strategy<Value = String> {
    const SIGNS: [&str; 24] = [
        "**",
        "*",
        "__",
        "_",
        "`",
        "~~",
        "[",
        "](",
        ")",
        "](https://bay.example \"Bay\")",
        "![",
        "\\",
        "[^1]",
        "\n[^1]: ",
        "\n[one]: /one\n",
        "\n# ",
        "\n---\n",
        "\n=====\n",
        "\n- ",
        "\n  1. ",
        "\n> ",
        "\n```\n",
        "\na | b\n--- | ---\n",
        "---\ntitle: ",
    ];
    let sign = prop::sample::select(&SIGNS[..]).prop_map(str::to_owned);
    prop::collection::vec(prop_oneof![2 => sign, 1 => soup::text(6)], 0..40)
        .prop_map(|pieces| pieces.concat())
}

/// Fails unless all that `part` holds but white space stands in `whole` too, in the same order.
fn taken_from(part: &str, whole: &str) {
    let mut whole = whole.chars();
    for c in part.chars().filter(|c| !c.is_whitespace()) {
        assert!(whole.any(|other| other == c), "{c:?} is new, or out of order");
    }
}

/// Any tags on the edges of tokens, in text order and disjoint: what a tagger of another kind might give.
fn layer(tokens: &[Span], picks: &[(usize, usize, i32)]) -> Vec<Scored> {
    let mut layer: Vec<Scored> = picks
        .iter()
        .filter(|_| !tokens.is_empty())
        .map(|(at, length, score)| {
            let first = at % tokens.len();
            let last = (first + length).min(tokens.len() - 1);
            let span = tokens[first].cover(tokens[last]);
            Scored { span, score: *score }
        })
        .collect();
    layer.sort_by_key(|tag| tag.span);
    layer.dedup_by(|next, tag| tag.span.overlaps(next.span));
    layer
}

proptest! {
    #[test]
    fn any_text(text in soup::text(80), decisions in decisions()) {
        let input = Input::from(text.as_str());
        let overrides = decisions.on(&text);
        let article = read(&input, &overrides);
        check(&input, &overrides, &article);
        prop_assert_eq!(read(&input, &overrides), article);
    }

    #[test]
    fn any_markup(input in marked_up(), decisions in decisions()) {
        let overrides = decisions.on(&input.text);
        check(&input, &overrides, &read(&input, &overrides));
    }

    #[test]
    fn any_markdown(text in signed(), decisions in decisions()) {
        let input = markdown::read(&text);
        taken_from(&input.text, &text);
        in_order(&input.text, &input.hints.iter().map(|hint| hint.span).collect::<Vec<_>>());
        let pasted = Input::pasted(text.clone());
        prop_assert!(pasted == input || pasted == Input::from(text));
        let overrides = decisions.on(&input.text);
        check(&input, &overrides, &read(&input, &overrides));
    }

    #[test]
    fn any_tagger(
        text in soup::text(60),
        picks in prop::collection::vec(prop::collection::vec((0..1000usize, 0..12usize, -9000..9000i32), 0..8), 3),
    ) {
        let input = Input::from(text.as_str());
        let overrides = Overrides::default();
        let prepared = prepare(&input, &overrides);
        let tokens: Vec<Span> = prepared.tokens.list.iter().map(|token| token.span).collect();
        let tags = Tags {
            source: layer(&tokens, &picks[0]),
            cue: layer(&tokens, &picks[1]),
            content: layer(&tokens, &picks[2]),
        };
        let quotations = attribution::link(&prepared, &tags, &LinkerWeights::default());
        check(&input, &overrides, &finish(prepared, quotations));
    }
}
