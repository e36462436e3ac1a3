//! The browser's history and address: back, forward, reload, and what the tab is called.

use anyhow::Result;
use lectern_e2e::{Page, with_page};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::HARBOUR;

async fn back(page: &Page) -> Result<()> {
    page.js("history.back()", Value::Null).await.map(drop)
}

/// Presses a key while Control is down.
async fn with_control(page: &Page, key: &str) -> Result<()> {
    let chain = page.driver().action_chain().key_down(Key::Control);
    Ok(chain.send_keys(key).key_up(Key::Control).perform().await?)
}

const NO_CARD: &str = "return !document.querySelector('#panel li.card.open')";
const A_CARD: &str = "return !!document.querySelector('#panel li.card.open')";
const NO_FILTER: &str = "return !document.querySelector('#article.filtered')";
const PEEK: &str = "return document.querySelector('#panel').dataset.sheet === 'peek'";

#[tokio::test]
async fn back_closes_the_card_then_the_filter_then_the_article_and_forward_brings_it() {
    with_page("back", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        page.until("an address of its own", "return location.hash.length > 5")
            .await?;
        page.click("#panel li.speaker .speaker-row").await?;
        page.until(
            "the filter",
            "return !!document.querySelector('#article.filtered')",
        )
        .await?;
        page.click("#panel li.speaker li.card .card-head").await?;
        page.until("a card", A_CARD).await?;
        back(page).await?;
        page.until("no card", NO_CARD).await?;
        page.until(
            "the filter is still there",
            "return !!document.querySelector('#article.filtered')",
        )
        .await?;
        back(page).await?;
        page.until("no filter", NO_FILTER).await?;
        back(page).await?;
        page.until("the empty page", "return !!document.querySelector('#paste')")
            .await?;
        page.js("history.forward()", Value::Null).await?;
        page.marked().await
    })
    .await;
}

#[tokio::test]
async fn on_a_phone_back_closes_the_card_then_the_sheet() {
    with_page("back-phone", async |page| {
        page.size(390, 844).await?;
        page.open().await?;
        page.read(HARBOUR).await?;
        page.until("an address of its own", "return location.hash.length > 5")
            .await?;
        page.click("#article p [data-start]").await?;
        page.until("a card", A_CARD).await?;
        back(page).await?;
        page.until("no card", NO_CARD).await?;
        page.until(
            "the sheet is up",
            "return document.querySelector('#panel').dataset.sheet === 'half'",
        )
        .await?;
        back(page).await?;
        page.until("the sheet is down", PEEK).await
    })
    .await;
}

/// Waits until the browser's store holds an article: only then a reload can bring it.
pub(crate) const KEPT: &str = "const done = arguments[0];
    const open = indexedDB.open('lectern');
    open.onerror = () => done(false);
    open.onsuccess = () => {
        if (!open.result.objectStoreNames.contains('articles')) { open.result.close(); return done(false); }
        const count = open.result.transaction('articles').objectStore('articles').count();
        count.onsuccess = () => { open.result.close(); done(count.result > 0); };
    };";

#[tokio::test]
async fn a_reload_brings_the_same_article_with_the_same_choice_and_escape_goes_back_one_step() {
    with_page("reload", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        page.until_done("the article in the store", KEPT).await?;
        page.tab("quotations").await?;
        page.click("#panel li.card[data-id=\"1\"] .card-head").await?;
        page.until("the mark in the address", "return location.hash.endsWith('/q1')")
            .await?;
        let entries = page.js("return history.length", Value::Null).await?;
        page.driver().refresh().await?;
        page.started().await?;
        page.marked().await?;
        page.until(
            "the card that was open",
            "return !!document.querySelector('#panel li.card.open[data-id=\"1\"]')",
        )
        .await?;
        assert_eq!(page.js("return history.length", Value::Null).await?, entries);
        page.press("\u{e00c}").await?;
        page.until("no card", NO_CARD).await?;
        page.until(
            "no mark in the address",
            "return location.hash.endsWith('/quotations')",
        )
        .await?;
        back(page).await?;
        page.until("the empty page", "return !!document.querySelector('#paste')")
            .await
    })
    .await;
}

#[tokio::test]
async fn the_tab_is_called_after_the_article() {
    with_page("title", async |page| {
        page.open().await?;
        assert_eq!(page.driver().title().await?, "Lectern");
        page.read(HARBOUR).await?;
        page.until(
            "the article's title",
            "return document.title.startsWith('Harbour Mayor Calls')",
        )
        .await?;
        page.click_named(".masthead button", "New article").await?;
        page.until("the page's own title", "return document.title === 'Lectern'")
            .await
    })
    .await;
}

#[tokio::test]
async fn undo_stays_in_the_article_and_is_lit_only_when_something_was_done() {
    with_page("undo-stays", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        let lit = "return ['Undo', 'Redo'].map((name) => !document.querySelector(`.masthead [title=${name}]`).disabled)";
        assert_eq!(page.js(lit, json!([])).await?, json!([false, false]));
        // Ctrl and Z: nothing to undo, and the article stays.
        with_control(page, "z").await?;
        page.tab("removed").await?;
        page.click("#panel li.removed .tool").await?;
        page.until("something to undo", &format!("{lit}[0]")).await?;
        assert!(page.texts("#article").await?[0].contains("Fenwick"));
        with_control(page, "z").await?;
        page.until("something to redo", &format!("{lit}[1]")).await?;
        assert_eq!(page.js(lit, json!([])).await?, json!([false, true]));
        with_control(page, "y").await?;
        page.until("something to undo again", &format!("{lit}[0]")).await
    })
    .await;
}
