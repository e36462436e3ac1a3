//! What a screen reader is told, and where the focus is.

use anyhow::Result;
use lectern_e2e::{Page, with_page};
use serde_json::{Value, json};

use crate::HARBOUR;

const IN_FOCUS: &str =
    "const at = document.activeElement; return at ? `${at.tagName} ${at.id || at.className}` : ''";

/// Asks whether a screen reader was told this last.
fn status(words: &str) -> String {
    format!("return document.querySelector('#status').textContent.includes({words:?})")
}

async fn in_focus(page: &Page) -> Result<String> {
    let at = page.js(IN_FOCUS, Value::Null).await?;
    Ok(at.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn the_focus_goes_to_the_headline_and_never_falls_to_the_body() {
    with_page("focus", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        page.until(
            "the headline in focus",
            "return document.activeElement.tagName === 'H1'",
        )
        .await?;
        page.tab("removed").await?;
        page.click("#panel li.removed .tool").await?;
        page.marked().await?;
        page.until(
            "the focus in the panel",
            "return !!document.activeElement.closest('#panel')",
        )
        .await?;
        page.tab("speakers").await?;
        page.click("#panel li.speaker .speaker-row").await?;
        page.click("#panel li.speaker:not(:has([aria-pressed=true])) .beside")
            .await?;
        page.find("dialog[open]").await?;
        page.press("\u{e00c}").await?;
        page.until("no dialog", "return !document.querySelector('dialog[open]')")
            .await?;
        page.until(
            "the focus is somewhere",
            "return document.activeElement !== document.body",
        )
        .await?;
        let at = in_focus(page).await?;
        assert!(!at.starts_with("BODY"), "{at}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn there_is_one_h1_and_every_control_has_a_name() {
    with_page("names", async |page| {
        page.open().await?;
        let h1 = "return document.querySelectorAll('h1').length";
        assert_eq!(page.js(h1, json!([])).await?, json!(1));
        for text in [HARBOUR, "\"We will go,\" said Ada Lund. \"Soon,\" she added."] {
            page.read(text).await?;
            assert_eq!(page.js(h1, json!([])).await?, json!(1), "{text}");
        }
        page.read(HARBOUR).await?;
        page.click("#article p [data-start]").await?;
        page.find("#panel li.card.open .copy").await?;
        let nameless = "return [...document.querySelectorAll('button, [role=tab], input, select, summary')]
            .filter((each) => !(each.getAttribute('aria-label') || each.textContent.trim()))
            .map((each) => each.outerHTML.slice(0, 90))";
        assert_eq!(page.js(nameless, json!([])).await?, json!([]));
        // Its words are its own, not those of a status line in it.
        assert_eq!(
            page.texts("#panel .card.open .copy [role=status]").await?.len(),
            0
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_mark_a_filter_a_search_and_a_density_are_told() {
    with_page("told", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        page.until("the counts", &status(" found.")).await?;
        page.press("j").await?;
        page.until("kind, speaker and place", &status(", 1 of ")).await?;
        page.press("\u{e00c}").await?;
        page.tab("quotations").await?;
        page.click("#panel .chip.direct").await?;
        page.until("what is left", &status(" marks shown")).await?;
        page.press("h").await?;
        page.until("the density", &status("Marks: ")).await
    })
    .await;
}

#[tokio::test]
async fn arrows_walk_the_marks_and_lead_to_the_card_and_back_without_single_keys() {
    with_page("arrows", async |page| {
        let off = "localStorage.setItem('lectern.settings', '{\"single-keys\":\"off\"}')";
        page.open().await?;
        page.js(off, Value::Null).await?;
        page.open().await?;
        page.read(HARBOUR).await?;
        page.js(
            "document.querySelector('#article [tabindex=\"0\"]').focus()",
            Value::Null,
        )
        .await?;
        page.press("\u{e015}").await?;
        page.until(
            "a mark in hand",
            "return !!document.querySelector('#article .on')",
        )
        .await?;
        let first = page.js("return location.hash", Value::Null).await?;
        page.press("\u{e015}").await?;
        page.until("the next mark", &format!("return location.hash !== {first}"))
            .await?;
        page.press("\u{e014}").await?;
        page.until(
            "its card",
            "return document.activeElement.classList.contains('card-head')",
        )
        .await?;
        page.press("\u{e012}").await?;
        page.until(
            "the mark again",
            "return !!document.activeElement.closest('#article [data-mark]')",
        )
        .await
    })
    .await;
}

/// Opened by key or pointer, let go, taken away and brought back: the focus is on a mark all the while.
#[tokio::test]
async fn the_focus_stays_on_the_marks() {
    with_page("focus-marks", async |page| {
        let on_mark = "return !!document.activeElement.closest('#article [data-mark]')";
        page.open().await?;
        page.read(HARBOUR).await?;
        page.press("j\u{e007}").await?;
        page.until("the mark that Enter opens", on_mark).await?;
        page.press("\u{e00c}").await?;
        page.until(
            "no mark in hand",
            "return !document.querySelector('#article .on')",
        )
        .await?;
        page.until("the mark that was let go", on_mark).await?;
        page.press("]").await?;
        page.until("whose marks are shown", &status("Odile Fenwick: "))
            .await?;
        page.until("the mark, though others are dimmed", on_mark).await?;
        page.press("\u{e00c}").await?;
        page.click("#article mark").await?;
        page.until("the mark that was pressed", on_mark).await?;
        let first = page.js("return location.hash", Value::Null).await?;
        page.press("x").await?;
        page.until("the next mark", &format!("return location.hash !== {first}"))
            .await?;
        page.click("[aria-label=Undo]").await?;
        page.until(
            "the mark that came back",
            &format!("return location.hash === {first}"),
        )
        .await?;
        page.until("the focus on it", on_mark).await
    })
    .await;
}
