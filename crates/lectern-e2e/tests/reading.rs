//! A whole article, pasted: what the page shows of it.

use lectern_e2e::{Page, with_page};
use serde_json::json;

use crate::HARBOUR;

/// Speakers of the four quotations that stand in paragraphs of their own.
const DIRECT: [(&str, &str); 4] = [
    ("Odile Fenwick", "“We should push forward"),
    ("Odile Fenwick", "“No town should close"),
    ("Tomas Aldergrove", "“We should take these steps"),
    ("Ilir Sandoval", "“We want to make sure"),
];

#[tokio::test]
async fn an_article_stands_with_title_marks_and_panel() {
    with_page("reading", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        let drawn = page.look().await?;
        assert_eq!(
            drawn.blocks[0],
            "title: Harbour Mayor Calls for a Common Tide Register on the Northern Coast"
        );
        let paragraphs = drawn
            .blocks
            .iter()
            .filter(|block| block.starts_with("paragraph: "))
            .count();
        assert_eq!(paragraphs, 11, "{:#?}", drawn.blocks);
        assert!(
            !drawn.blocks.iter().any(|block| block.contains("上一篇")),
            "site text is taken out"
        );

        let speakers = page.texts("#panel li.speaker .speaker-name").await?;
        for name in ["Odile Fenwick", "Tomas Aldergrove", "Ilir Sandoval"] {
            assert!(
                speakers.iter().any(|speaker| speaker == name),
                "{name} is not among {speakers:?}"
            );
        }
        let cards = page.cards("quotations").await?;
        for (speaker, begins) in DIRECT {
            let begins = begins.trim_start_matches('“');
            let card = cards.iter().find(|card| card.contains(begins));
            let card = card.unwrap_or_else(|| panic!("no card for {begins:?} in {cards:#?}"));
            assert!(card.starts_with("Direct | "), "{card}");
            assert!(card.contains(speaker), "{speaker} is not the speaker in {card}");
            assert!(
                drawn.quotations.iter().any(|mark| mark.contains(begins)),
                "{begins:?} is not marked"
            );
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn counted_lists_are_numbered_and_counted() {
    with_page("lists", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        let serial = items(page, "speeding up the repair").await?;
        assert_eq!(
            serial,
            [
                "4 stated, 4 found",
                "speeding up the repair of the old sea walls and lighting the piers",
                "building a shared platform for flood warnings",
                "promoting fair insurance for small harbours",
                "enhancing trust in weather reports",
            ]
        );
        let bare = items(page, "respect for local knowledge").await?;
        assert_eq!(
            bare,
            [
                "3 stated, 3 found",
                "respect for local knowledge",
                "protection of dunes and nests",
                "sharing of costs",
            ]
        );
        Ok(())
    })
    .await;
}

/// Opens the proposal's card that holds these words; its count and its numbered items.
async fn items(page: &Page, words: &str) -> anyhow::Result<Vec<String>> {
    page.tab("proposals").await?;
    let script = "const card = [...document.querySelectorAll('#panel-list li.card')]
            .find((card) => card.querySelector('.words').textContent.includes(arguments[0]));
        if (card && !card.classList.contains('open')) card.querySelector('.card-head').click();
        return card?.dataset.id ?? null";
    let id = page.js(script, json!([words])).await?;
    let id = id
        .as_str()
        .unwrap_or_else(|| panic!("no proposal holds {words:?}"));
    let open = format!("#panel-list li.card.open[data-id='{id}']");
    page.find(&format!("{open} .items > li")).await?;
    page.texts(&format!("{open} .count, {open} .items > li")).await
}

/// Writes down what stands there whenever the article says that it has its marks.
const WATCH_MARKS: &str = "window.told = [];
    const marks = (article) => article.querySelectorAll('.p-start').length;
    new MutationObserver((changes) => {
        for (const { target } of changes) {
            if (target.id === 'article' && target.dataset.reading === 'marks') {
                window.told.push({ busy: target.hasAttribute('aria-busy'), marks: marks(target) });
            }
        }
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-reading'] });";

#[tokio::test]
async fn marks_are_told_of_when_they_stand_or_are_being_drawn() {
    with_page("told-marks", async |page| {
        page.open_with(WATCH_MARKS).await?;
        page.click("#example").await?;
        page.marked().await?;
        let script = "const all = document.querySelectorAll('#article .p-start').length;
            return window.told.length > 0
                && window.told.every(({ busy, marks }) => busy || marks === all)";
        assert_eq!(page.js(script, json!([])).await?, json!(true));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_example_has_every_kind_of_mark() {
    with_page("example", async |page| {
        page.open().await?;
        page.click("#example").await?;
        page.marked().await?;
        let drawn = page.look().await?;
        let kinds = |marks: &[String], kind: &str| marks.iter().any(|mark| mark.starts_with(kind));
        for kind in ["direct", "indirect"] {
            assert!(
                kinds(&drawn.quotations, kind),
                "no {kind} quotation in {:#?}",
                drawn.quotations
            );
        }
        for kind in ["call", "plan", "pledge", "opposition"] {
            assert!(
                kinds(&drawn.proposals, kind),
                "no {kind} in {:#?}",
                drawn.proposals
            );
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn choosing_a_speaker_dims_the_rest_and_card_and_mark_lead_to_each_other() {
    with_page("speaker", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        page.click("#panel li.speaker .speaker-row").await?;
        page.until(
            "the speaker's marks lit and others not",
            "const leaves = [...document.querySelectorAll('#article mark.leaf')];
             const lit = leaves.filter((leaf) => leaf.classList.contains('lit')).length;
             return lit > 0 && lit < leaves.length",
        )
        .await?;
        page.press("\u{e00c}").await?;
        page.until(
            "nothing dimmed after Escape",
            "return !document.querySelector('#article mark.lit')",
        )
        .await?;

        page.click("#article [data-start~=q1]").await?;
        page.until(
            "the card of the clicked mark",
            "return !!document.querySelector('#panel li.card.open[data-mark=quotation][data-id=\"1\"]')",
        )
        .await?;
        Ok(())
    })
    .await;
}
