//! The walk over hand-made events.

use super::*;

/// Feeds a sketch of html: `<tag a=b c>text</>`, each element closed by `</>`.
fn walk(sketch: &str) -> Input {
    let mut builder = BlockBuilder::new();
    let mut rest = sketch;
    while let Some(at) = rest.find('<') {
        builder.text(&rest[..at]);
        let end = rest.find('>').unwrap();
        let inner = &rest[at + 1..end];
        if inner == "/" {
            builder.close();
        } else {
            let mut words = inner.split('~');
            let tag = words.next().unwrap();
            let attributes: Vec<(&str, &str)> = words
                .map(|word| word.split_once('=').unwrap_or((word, "")))
                .collect();
            builder.open(tag, attributes);
        }
        rest = &rest[end + 1..];
    }
    builder.text(rest);
    builder.finish()
}

fn shown(input: &Input) -> String {
    let line = |hint: &BlockHint| {
        let text = hint.span.text(&input.text).replace('\n', "⏎");
        format!("{:?} {}% {:?}| {text}", hint.kind, hint.link_share, hint.region)
    };
    input.hints.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn blocks_are_cut_at_block_elements_and_words_stay_apart() {
    let input = walk("<div>One <b>two</>three\n  four<p>five</>six<br></>seven</>");
    assert_eq!(input.text, "One twothree four\n\nfive\n\nsix\nseven");
}

#[test]
fn kinds_come_from_the_markup() {
    let input = walk(
        "<h2>Head</><ul><li>one<ol><li><p>two</></></></></><blockquote><p>said</></><figure><img></><figcaption>view</></>",
    );
    assert_eq!(
        shown(&input),
        "Heading(2) 0% Body| Head\n\
         ListItem { list: 0, ordered: false, depth: 0 } 0% Body| one\n\
         ListItem { list: 1, ordered: true, depth: 1 } 0% Body| two\n\
         Quote 0% Body| said\n\
         Caption 0% Body| view"
    );
}

#[test]
fn hidden_elements_are_left_out() {
    for hidden in [
        "<p~hidden>no</>",
        "<div~aria-hidden=true><p>no</></>",
        "<p~style=color:red;display : none>no</>",
        "<p~style=visibility:hidden !important>no</>",
        "<script>no</>",
        "<noscript><p>no</></>",
        "<template>no</>",
        "<span~class=screen-reader-text>no</>",
        "<span~class=tooltip-text>no</>",
    ] {
        let input = walk(&format!("<p>yes</>{hidden}"));
        assert_eq!(input.text, "yes", "{hidden}");
    }
}

#[test]
fn links_and_regions_are_noted() {
    let input = walk(
        "<nav><a~href=/>News</></><article><p>Read <a~href=/x>more</></></><div~class=comments><p>So!</></>",
    );
    assert_eq!(
        shown(&input),
        "Paragraph 100% Navigation| News\nParagraph 50% Body| Read more\nParagraph 0% Comments| So!"
    );
    assert_eq!(input.containers.len(), 5);
}

#[test]
fn short_cells_of_a_row_stand_in_one_line_and_long_ones_by_themselves() {
    let long =
        "The ferry runs every hour from the first of May to the end of September, and twice a day after.";
    let input = walk(&format!(
        "<table><tr><th>Pier</><th>Hours</></><tr><td>North</><td>6 to 22</></><tr><td>Note</><td>{long}</></></>"
    ));
    assert_eq!(input.text, format!("Pier Hours\nNorth 6 to 22\nNote\n{long}"));
}

#[test]
fn names_that_hold_for_most_of_the_text_are_wrong() {
    let story = "<p>The ferry between Bayport and the island will run all winter, the council of Bayport said on \
                 Wednesday.</>";
    let input = walk(&format!(
        "<div~class=page-overlay>{story}{story}<div~class=newsletter><p>News by mail</></></>"
    ));
    let regions: Vec<Region> = input.hints.iter().map(|hint| hint.region).collect();
    assert_eq!(regions, [Region::Body, Region::Body, Region::Advert]);
}

#[test]
fn articles_inside_or_beside_the_longest_one_are_cards() {
    let story = "<p>The ferry will run all winter.</>".repeat(9);
    let input = walk(&format!(
        "<article>{story}<article>Bridge closed</></><article>Forum opens</><p>Aside</>"
    ));
    let cards: Vec<&str> = input
        .hints
        .iter()
        .filter(|hint| hint.region == Region::Card)
        .map(|hint| hint.span.text(&input.text))
        .collect();
    assert_eq!(cards, ["Bridge closed", "Forum opens"]);
    let posts = walk("<article>First post of the live page</><article>Second post of the page</>");
    assert!(posts.hints.iter().all(|hint| hint.region == Region::Body));
}

#[test]
fn what_a_figure_shows_is_no_caption() {
    let input = walk("<figure><p>The pier</><table><tr><td>6 to 22</></></><blockquote>said</></>");
    assert_eq!(
        shown(&input),
        "Caption 0% Body| The pier\nParagraph 0% Body| 6 to 22\nQuote 0% Body| said"
    );
}

#[test]
fn a_break_ends_a_sentence_or_a_short_line_but_not_a_wrapped_one() {
    let input = walk(
        "<p>It ended.<br></>Then<br></>the council voted on the plan for a new ferry to<br></>the island</>",
    );
    assert_eq!(
        shown(&input),
        "Paragraph 0% Body| It ended.\nParagraph 0% Body| Then\n\
         Paragraph 0% Body| the council voted on the plan for a new ferry to⏎the island"
    );
}

#[test]
fn metadata_becomes_details() {
    let input = walk(
        "<html~lang=en-GB><head><title>Ferry to run all winter | Courier</>\
         <meta~property=og:site_name~content=Courier></>\
         <script~type=application/ld+json>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"Ferry to run\",\
         \"author\":[{\"name\":\"Ada Lund\"},{\"name\":\"Bo Berg\"}],\"datePublished\":\"2021-02-03T07:00:00Z\"}]}</></>\
         <body><time~datetime=2020-01-01></></></>",
    );
    let details = input.details;
    let value =
        |detail: Option<crate::article::Detail>| detail.map(|detail| detail.value).unwrap_or_default();
    assert_eq!(
        details
            .authors
            .iter()
            .map(|author| author.value.as_str())
            .collect::<Vec<_>>(),
        ["Ada Lund", "Bo Berg"]
    );
    assert_eq!(value(details.title), "Ferry to run");
    assert_eq!(value(details.outlet), "Courier");
    assert_eq!(value(details.published), "2021-02-03T07:00:00Z");
    assert_eq!(value(details.language), "en-GB");
}

#[test]
fn nesting_without_end_is_read_as_text() {
    let mut builder = BlockBuilder::new();
    for _ in 0..200_000 {
        builder.open("div", []);
    }
    builder.text("deep");
    for _ in 0..300_000 {
        builder.close();
    }
    builder.open("p", []);
    builder.text("after");
    assert_eq!(builder.finish().text, "deep\n\nafter");
}

#[test]
fn paragraphs_that_a_word_processor_or_a_script_made_headings_are_headings() {
    let input = walk(
        "<p~class=MsoTitle>One</><p~class=MsoHeading7>two</><p~style=margin:0;mso-outline-level:2>three</>\
         <div~role=heading~aria-level=3>four</><p~class=MsoNormal>five</><span~role=heading~aria-level=3>six</>",
    );
    let kinds: Vec<HintKind> = input.hints.iter().map(|hint| hint.kind).collect();
    let (heading, text) = (HintKind::Heading, HintKind::Paragraph);
    assert_eq!(kinds, [heading(1), text, heading(2), heading(3), text, text]);
}
