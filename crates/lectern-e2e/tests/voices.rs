//! Who speaks where, and two speakers side by side.

use anyhow::Result;
use lectern_e2e::{Page, with_page};
use serde_json::json;

use crate::HARBOUR;

async fn count(page: &Page, selector: &str) -> Result<u64> {
    let script = "return document.querySelectorAll(arguments[0]).length";
    Ok(page
        .js(script, json!([selector]))
        .await?
        .as_u64()
        .unwrap_or_default())
}

async fn open_map(page: &Page) -> Result<()> {
    page.open().await?;
    page.read(HARBOUR).await?;
    page.click_named("#panel-list button", "Voice map").await?;
    page.find("dialog[open] .voices svg").await?;
    Ok(())
}

#[tokio::test]
async fn the_voice_map_has_a_lane_a_speaker_and_says_the_same_as_a_table() {
    with_page("voice-map", async |page| {
        open_map(page).await?;
        let speakers = page.texts("#panel li.speaker .speaker-name").await?;
        assert_eq!(count(page, ".voices rect.lane").await?, speakers.len() as u64);
        page.click(".voices-table summary").await?;
        let rows = page.texts(".voices-table tbody tr").await?;
        for words in [
            "Odile Fenwick Direct \"We should push forward",
            "Tomas Aldergrove Direct \"We should take these steps",
        ] {
            assert!(
                rows.iter().any(|row| row.contains(words)),
                "{words:?} is not in {rows:#?}"
            );
        }
        assert!(count(page, ".voices rect.said, .voices rect.wanted").await? > 10);
        page.click(".voices rect.wanted").await?;
        page.until(
            "the bar's mark in focus, nothing over it",
            "return !document.querySelector('dialog[open]') && !!document.querySelector('#article .proposal.on')",
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn the_voice_map_is_saved_as_a_picture_that_stands_alone() {
    with_page("voice-svg", async |page| {
        open_map(page).await?;
        let watch = "const make = URL.createObjectURL;
            URL.createObjectURL = (blob) => { blob.text().then((text) => { window.svg = text }); return make.call(URL, blob) }";
        page.js(watch, json!([])).await?;
        page.click_named("dialog button", "Save as SVG").await?;
        page.until("the picture", "return !!window.svg").await?;
        let script = "const svg = new DOMParser().parseFromString(window.svg, 'image/svg+xml');
            return [svg.documentElement.localName, svg.querySelectorAll('rect title').length > 10, svg.documentElement.textContent.includes('Fenwick')]";
        assert_eq!(page.js(script, json!([])).await?, json!(["svg", true, true]));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn two_speakers_stand_side_by_side() {
    with_page("compare", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        page.click("#panel li.speaker:nth-child(1) .speaker-row").await?;
        page.click("#panel li.speaker:nth-child(2) .beside").await?;
        page.find("dialog[open] .sides").await?;
        let chosen = page
            .texts("#panel li.speaker:nth-child(-n+2) .speaker-name")
            .await?;
        let sides = page.texts("dialog .side h3").await?;
        assert_eq!(sides.len(), 2);
        assert!(
            sides.iter().all(|side| chosen.contains(side)),
            "{sides:?} {chosen:?}"
        );
        for side in 1..=2 {
            assert!(count(page, &format!("dialog .side:nth-child({side}) .side-mark")).await? > 1);
        }
        page.click("dialog .side:nth-child(2) li:nth-child(2) .side-mark")
            .await?;
        page.until(
            "the mark in focus, nothing over it",
            "return !document.querySelector('dialog[open]') && !!document.querySelector('#article .on')",
        )
        .await
    })
    .await;
}

/// An article in which many people speak, each once.
fn crowd(people: usize) -> String {
    let names = [
        "Ada", "Bela", "Cora", "Dana", "Edna", "Fina", "Gela", "Hedy", "Ines", "Jana", "Kaja", "Lena",
        "Mara", "Nora", "Olga", "Pola",
    ];
    let mut story =
        "The old piers of Marrow Bay\n\nMARROW BAY, May 2 -- Many came to the meeting on Monday.\n"
            .to_owned();
    for (turn, name) in names.iter().take(people).enumerate() {
        let more = " and they should last for years to come".repeat(turn);
        story.push_str(&format!(
            "\n\"The piers have to be mended{more},\" said {name} {name}sen, a baker from the town.\n"
        ));
    }
    story
}

#[tokio::test]
async fn all_lanes_are_shown_when_asked_for_and_the_order_is_chosen() {
    with_page("voice-lanes", async |page| {
        page.open().await?;
        page.read(&crowd(16)).await?;
        let speakers = page.texts("#panel li.speaker .speaker-name").await?;
        assert!(speakers.len() > 12, "{speakers:?}");
        page.click_named("#panel-list button", "As they appear").await?;
        page.until(
            "the first who speaks on top",
            "return document.querySelector('#panel li.speaker .speaker-name').textContent.startsWith('Ada')",
        )
        .await?;
        page.click_named("#panel-list button", "Voice map").await?;
        page.find("dialog[open] .voices svg").await?;
        assert_eq!(count(page, ".voices rect.lane").await?, 12);
        let lane = ".voices g:first-child .lane-name";
        assert!(
            page.js(
                "return document.querySelector(arguments[0]).textContent",
                json!([lane])
            )
            .await?
            .as_str()
            .is_some_and(|name| name.starts_with("Ada"))
        );
        page.click("#lanes-all").await?;
        page.until("no more to show", "return !document.querySelector('#lanes-all')")
            .await?;
        assert_eq!(count(page, ".voices rect.lane").await?, speakers.len() as u64);
        page.click_named("dialog button", "Most said first").await?;
        page.until(
            "another one first",
            "return !document.querySelector('.voices .lane-name').textContent.startsWith('Ada')",
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn the_bars_say_what_they_are_and_are_walked_by_keys() {
    with_page("voice-keys", async |page| {
        open_map(page).await?;
        assert_eq!(count(page, ".voices rect[tabindex='0']").await?, 1);
        let named = "return [...document.querySelectorAll('.voices rect[role=button]')].every((bar) => bar.getAttribute('aria-label') && bar.querySelector('title').textContent)";
        assert_eq!(page.js(named, json!([])).await?, json!(true));
        page.js("document.querySelector(\".voices rect[tabindex='0']\").focus()", json!([])).await?;
        let here = "const bar = document.activeElement; const lane = bar.parentElement;
            return [[...lane.parentElement.children].indexOf(lane), [...lane.querySelectorAll('[tabindex]')].indexOf(bar)]";
        assert_eq!(page.js(here, json!([])).await?, json!([0, 0]));
        page.press("\u{e015}").await?;
        assert_eq!(page.js(here, json!([])).await?, json!([0, 1]), "down");
        page.press("\u{e014}").await?;
        assert_eq!(page.js(here, json!([])).await?, json!([1, 0]), "to the right");
        page.press("\u{e012}").await?;
        assert_eq!(page.js(here, json!([])).await?, json!([0, 0]), "to the left");
        page.press("\u{e007}").await?;
        page.until(
            "the bar's mark in focus, nothing over it",
            "return !document.querySelector('dialog[open]') && !!document.querySelector('#article .on')",
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn who_has_room_is_a_picture_a_table_and_a_way_to_who_is_never_heard() {
    with_page("room", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        page.click_named("#panel-list button", "Who has room").await?;
        page.find("dialog[open] svg.room rect.said").await?;
        page.click("dialog[open] summary").await?;
        let rows = page.texts("dialog[open] tbody tr").await?;
        assert_eq!(count(page, "svg.room :is(rect, .silent)").await?, rows.len() as u64);
        assert!(count(page, "svg.room .silent").await? > 0, "{rows:#?}");
        let shares = rows
            .iter()
            .filter_map(|row| row.strip_suffix(" %")?.rsplit(' ').next()?.parse::<u32>().ok())
            .sum::<u32>();
        assert!((97..=103).contains(&shares), "{rows:#?} are shares of one whole");
        page.click("dialog[open] .room-silent button").await?;
        page.until(
            "what they are asked for in focus, nothing over it",
            "return !document.querySelector('dialog[open]') && !!document.querySelector('#article .proposal.on')",
        )
        .await
    })
    .await;
}
