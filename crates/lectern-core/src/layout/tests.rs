//! Cleaning strength, the reader's own decisions, and what holds for any text and any markup.

use super::*;
use crate::article::{Anchor, NoteKind};
use crate::input::{HintKind, Region, Strength};
use crate::source;
use proptest::prelude::*;

const PAGE: &str = "Home\nNews\nSport\nSign in\nShare\nTweet\n\nFerry to Run All Winter\n\n\
    The ferry between Bayport and the island will run all winter, the council said on Wednesday.\n\n\
    Tickets from the machine\n\n\
    Bo Berg, who steers it, called the vote a relief for everyone who lives out there.\n\n\
    Read more: Old bridge closed after storm\nPrivacy policy\n";

fn laid_out(text: &str, overrides: &Overrides) -> (Source, Layout) {
    let input = Input::from(text);
    let (source, hints) = source::repair(&input, overrides);
    let layout = lay_out(&source, &Markup::new(&input, &hints), overrides);
    (source, layout)
}

fn clutter(text: &str, strength: Strength) -> Vec<String> {
    let overrides = Overrides {
        strength,
        ..Overrides::default()
    };
    let (source, layout) = laid_out(text, &overrides);
    let taken = layout
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Clutter(_)));
    taken
        .map(|block| block.span.text(&source.text).to_owned())
        .collect()
}

#[test]
fn three_strengths_take_out_nothing_some_and_more() {
    let none = clutter(PAGE, Strength::KeepAll);
    let normal = clutter(PAGE, Strength::Normal);
    let strict = clutter(PAGE, Strength::Strict);
    assert_eq!(none, Vec::<String>::new());
    assert_eq!(normal.len(), 8, "{normal:?}");
    assert!(normal.iter().all(|line| strict.contains(line)));
    assert!(
        strict
            .iter()
            .all(|line| !line.contains("ferry") && !line.contains("relief"))
    );
}

#[test]
fn a_story_without_site_text_loses_nothing_at_normal_strength() {
    let story =
        "The mayor spoke.\n\nNobody listened\n\nShe spoke again, for longer, and the room grew cold.\n\nNo.";
    assert_eq!(clutter(story, Strength::Normal), Vec::<String>::new());
}

#[test]
fn the_caption_of_a_player_is_no_caption_of_the_story() {
    let lead = "The ferry between Bayport and the island will run all winter, the council of Bayport said.";
    let film = "Media caption Ada Lund told the Courier why the ferry runs in winter.";
    let picture = "Bo Berg steers the ferry past the pier in the morning.";
    let mut input = Input::from(format!("{lead}\n{film}\n{lead}\n{picture}\n{lead}").as_str());
    input.containers = vec![0, 0];
    let mut from = 0;
    for (line, kind) in [
        (lead, HintKind::Paragraph),
        (film, HintKind::Caption),
        (lead, HintKind::Paragraph),
        (picture, HintKind::Caption),
        (lead, HintKind::Paragraph),
    ] {
        let mut hint = BlockHint::new(Span::of(from..from + line.len()), kind);
        hint.container = 1;
        hint.region = Region::Body;
        input.hints.push(hint);
        from += line.len() + 1;
    }
    let layout = lay_out(
        &Source {
            text: input.text.clone(),
            ..Source::default()
        },
        &Markup::new(&input, &input.hints),
        &Overrides::default(),
    );
    let kinds: Vec<BlockKind> = layout.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds[1], BlockKind::Clutter(ClutterReason::Player), "{kinds:?}");
    assert_eq!(kinds[3], BlockKind::Caption, "{kinds:?}");
}

/// A page's first heading with a few lines below, as a reader copies them.
#[test]
fn a_first_heading_stays_the_headline_above_quoted_lines() {
    for below in [
        vec![
            "\u{201c}The river has to be dredged before winter\u{201d}",
            "Dana Cole said the river has to be dredged before winter.",
        ],
        vec!["\u{201c}We will rebuild the pier this year,\u{201d} said Dana Cole, the mayor"],
        vec!["\u{201c}We will rebuild\u{201d}", "Dana Cole"],
    ] {
        let mut input = Input::from(format!("River vote\n{}", below.join("\n")).as_str());
        let mut from = 0;
        for line in input.text.lines() {
            let kind = if from == 0 {
                HintKind::Heading(1)
            } else {
                HintKind::Paragraph
            };
            input
                .hints
                .push(BlockHint::new(Span::of(from..from + line.len()), kind));
            from += line.len() + 1;
        }
        let source = Source {
            text: input.text.clone(),
            ..Source::default()
        };
        let layout = lay_out(&source, &Markup::new(&input, &input.hints), &Overrides::default());
        let titles = layout
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Title);
        let titles: Vec<&str> = titles.map(|block| block.span.text(&source.text)).collect();
        assert_eq!(titles, ["River vote"], "{below:?}");
    }
}

#[test]
fn the_reader_sets_the_kind_of_a_block() {
    let (source, layout) = laid_out(PAGE, &Overrides::default());
    let home = layout
        .blocks
        .iter()
        .find(|block| block.span.text(&source.text) == "Home")
        .unwrap();
    assert!(matches!(home.kind, BlockKind::Clutter(_)));
    let anchor = Anchor::new(&source.text, home.span);
    let overrides = Overrides {
        blocks: vec![(anchor, BlockKind::Paragraph)],
        ..Overrides::default()
    };
    let (source, layout) = laid_out(PAGE, &overrides);
    let home = layout
        .blocks
        .iter()
        .find(|block| block.span.text(&source.text) == "Home")
        .unwrap();
    assert_eq!(home.kind, BlockKind::Paragraph);
}

proptest! {
    /// Hints and containers come from the page: whatever they say, blocks are ordered, disjoint and cover the text.
    #[test]
    fn any_markup_gives_blocks_that_cover_the_text(
        lines in proptest::collection::vec(
            prop_oneof![
                "[a-zA-Z0-9 .:,>|é中“”-]{0,30}\n{0,2}",
                Just("The ferry between the port and the island will run all winter, the council said.\n".to_owned()),
            ],
            0..30,
        ),
        hints in proptest::collection::vec((0u32..1500, 0u32..160, 0u32..9, 0u8..101), 0..12),
        containers in proptest::collection::vec(0u32..12, 0..9),
    ) {
        let input = Input {
            text: lines.concat(),
            hints: hints
                .into_iter()
                .map(|(start, length, container, link_share)| BlockHint {
                    link_share,
                    region: if container % 2 == 0 { Region::Main } else { Region::Aside },
                    container,
                    ..BlockHint::new(Span::new(start, start + length), HintKind::Heading(2))
                })
                .collect(),
            containers,
            ..Input::default()
        };
        let (source, hints) = source::repair(&input, &Overrides::default());
        let layout = lay_out(&source, &Markup::new(&input, &hints), &Overrides::default());
        let mut at = 0;
        for block in &layout.blocks {
            let range = block.span.range();
            prop_assert!(range.start >= at && block.span.contains(block.content));
            prop_assert!(source.text[at..range.start].trim().is_empty());
            at = range.end;
        }
        prop_assert!(source.text[at..].trim().is_empty());
    }
}

/// Whether a text is not said to be in another language.
fn is_read(text: &str) -> bool {
    let (_, layout) = laid_out(text, &Overrides::default());
    layout
        .notes
        .iter()
        .all(|note| note.kind != NoteKind::OtherLanguage)
}

#[test]
fn terse_english_is_english_however_often_it_says_the_same() {
    for line in [
        "\"Ferries matter,\" Ada Lund said.\n\n",
        "\"Ferries matter,\" Ada Lund said.\n",
        "Council backs pier plan\n\n",
        "Mayor Lund visited schools. ",
        "Ada Lund, Harbour Town.\n\n",
    ] {
        assert!(is_read(&line.repeat(30)), "{line}");
    }
    let headlines = "Ferry fares rise again\nCouncil backs pier plan\nHarbour bridge closed\nCrews strike Monday\n\
        Fishermen reject offer\nMayor visits schools\nRain delays match\nBus routes change\n";
    assert!(is_read(headlines));
}

/// None with an accent: only their words tell them from English.
#[test]
fn other_languages_in_the_letters_of_english_are_not_english() {
    for text in [
        "De burgemeester zei maandag dat de haven in het voorjaar wordt geopend. Bewoners wachten al jaren op de nieuwe \
         brug, die volgens de gemeente te duur is geworden. De raad stemt morgen over het plan.",
        "Pemerintah kota mengatakan jembatan pelabuhan akan ditutup selama satu minggu. Warga meminta jadwal baru untuk \
         kapal malam, sementara dewan masih membahas harga tiket dan biaya perbaikan dermaga.",
        "Il sindaco ha detto che il ponte del porto resta chiuso per una settimana. I residenti chiedono nuovi orari per \
         i battelli, mentre il consiglio discute ancora i prezzi e il costo dei lavori sul molo.",
        "Der Stadtrat sagte am Montag, dass die Hafenbahn im Sommer nicht mehr fahren soll. Die Anwohner warten seit \
         Jahren auf den neuen Fahrplan, doch der Umbau kostet viel mehr als geplant war.",
        "Alkalde miesay nga sirado ang tulay sa usa ka semana. Ang mga tawo nangayo og bag-ong oras alang sa barko, samtang \
         ang konseho naghisgot pa sa presyo ug sa gasto sa pag-ayo sa pantalan.",
    ] {
        assert!(!is_read(text), "{text}");
    }
}
