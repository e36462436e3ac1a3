//! axe-core finds nothing wrong with any state of the page, light or dark, wide or narrow.

use std::env;

use anyhow::Result;
use lectern_e2e::{Browser, Page, skipped, with_page};
use serde_json::json;

/// Looks at each state of the page in turn; what is wrong, with the state's name.
async fn every_state(page: &Page, look: &str, faults: &mut Vec<String>) -> Result<()> {
    page.open().await?;
    check(page, look, "welcome", faults).await?;
    page.click("#example").await?;
    page.marked().await?;
    check(page, look, "article", faults).await?;
    for tab in ["quotations", "proposals", "check", "removed", "speakers"] {
        page.tab(tab).await?;
        check(page, look, tab, faults).await?;
    }
    page.click("#panel li.speaker .speaker-row").await?;
    check(page, look, "a speaker chosen", faults).await?;
    page.press("\u{e00c}").await?;
    page.press("j").await?;
    check(page, look, "a mark in focus", faults).await?;
    page.press("e").await?;
    page.find("#panel .mend").await?;
    check(page, look, "a mark put right", faults).await?;
    page.press("\u{e00c}").await?;
    page.press("x").await?;
    page.find("#article[data-reading=marks]:not([aria-busy])").await?;
    page.tab("check").await?;
    page.find("#mended").await?;
    check(page, look, "a mark taken away", faults).await?;
    page.tab("speakers").await?;
    page.click("#panel li.speaker .speaker-row").await?;
    page.click("#panel li.speaker [data-do=mend]").await?;
    page.find("#panel .mend").await?;
    check(page, look, "a speaker put right", faults).await?;
    let select = "getSelection().selectAllChildren(document.querySelector('#article p[data-block]'))";
    page.js(select, json!([])).await?;
    page.find(".marking").await?;
    check(page, look, "words selected", faults).await?;
    page.js("getSelection().removeAllRanges()", json!([])).await?;
    page.press("?").await?;
    page.find("dialog[open]").await?;
    check(page, look, "shortcuts", faults).await?;
    page.press("\u{e00c}").await?;
    page.click("#export").await?;
    page.find("#export-preview[aria-busy=false]").await?;
    check(page, look, "save or share", faults).await?;
    page.press("\u{e00c}").await?;
    page.js(crate::taking::WATCH, json!([])).await?;
    crate::taking::laid_beside(page).await?;
    page.find("#agree-machine button").await?;
    page.find("#agree-here button").await?;
    check(page, look, "two readings side by side", faults).await?;
    page.press("\u{e00c}").await?;
    crate::shelf::opened_together(page, &crate::shelf::three()).await?;
    page.click("#shelf-table").await?;
    page.find("dialog[open] .shelf-rows summary").await?;
    check(page, look, "speakers of several articles", faults).await?;
    crate::taking::choose(page, "#shelf-what", "1").await?;
    page.find("dialog[open] .shelf-rows .words").await?;
    check(page, look, "marks of several articles", faults).await
}

async fn check(page: &Page, look: &str, state: &str, faults: &mut Vec<String>) -> Result<()> {
    for fault in page.accessibility().await? {
        faults.push(format!("{look}, {state}: {fault}"));
    }
    Ok(())
}

async fn in_theme(name: &str, theme: &str, width: u32, height: u32) {
    with_page(name, async |page| {
        if env::var_os("LECTERN_AXE").is_none() {
            skipped(name, "LECTERN_AXE does not name axe-core's script");
            return Ok(());
        }
        page.size(width, height).await?;
        if page.browser == Browser::Chromium {
            let media = json!({ "features": [
                { "name": "prefers-color-scheme", "value": theme },
                // A colour half way through a transition is nobody's choice.
                { "name": "prefers-reduced-motion", "value": "reduce" },
            ] });
            page.driver()
                .cdp()
                .send_raw("Emulation.setEmulatedMedia", media)
                .await?;
        }
        let mut faults = Vec::new();
        every_state(page, theme, &mut faults).await?;
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn no_barriers_in_the_light() {
    in_theme("axe-light", "light", 1280, 900).await;
}

#[tokio::test]
async fn no_barriers_in_the_dark() {
    in_theme("axe-dark", "dark", 1280, 900).await;
}

#[tokio::test]
async fn no_barriers_on_a_phone() {
    in_theme("axe-phone", "light", 390, 844).await;
}
