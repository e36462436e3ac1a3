//! The bookmarklet on a page of another origin: its html arrives as a new article, or on the clipboard where the
//! two pages can't talk.

use std::path::Path;

use anyhow::{Context, Result};
use lectern_e2e::{Answer, Page, Site, with_page};
use serde_json::json;
use thirtyfour::Key;

use crate::HARBOUR;

const TITLE: &str = "title: Ferry Crews Ask for Covered Piers";

/// Another site, with a news story on it.
async fn news() -> Result<Site> {
    Site::serve(&Path::new(env!("CARGO_MANIFEST_DIR")).join("pages")).await
}

/// Takes the bookmarklet from the page, goes to the other site and lays it on a button there.
async fn carry(page: &Page, news: &Site) -> Result<()> {
    page.open().await?;
    page.find("#bookmarklet").await?;
    let script = "return decodeURIComponent(document.querySelector('#bookmarklet').getAttribute('href'))";
    let address = page.js(script, json!([])).await?;
    let script = address
        .as_str()
        .and_then(|address| address.strip_prefix("javascript:"))
        .context("no bookmarklet")?;
    page.driver()
        .goto(format!("{}story.html", news.address()))
        .await?;
    page.js(
        "document.querySelector('#bookmark').onclick = () => (0, eval)(arguments[0])",
        json!([script]),
    )
    .await?;
    Ok(())
}

/// What is on the clipboard, read by pasting it into the page.
async fn clipboard_is_the_story(page: &Page) -> Result<()> {
    page.open().await?;
    let keys = page.driver().action_chain().key_down(Key::Control).send_keys("v");
    keys.key_up(Key::Control).perform().await?;
    page.marked().await?;
    assert_eq!(page.look().await?.blocks[0], TITLE);
    Ok(())
}

#[tokio::test]
async fn a_page_is_sent_once_and_its_origin_is_shown() {
    with_page("bookmarklet", async |page| {
        let news = news().await?;
        carry(page, &news).await?;
        page.js(
            "const open = window.open; window.open = (...given) => window.tab = open(...given)",
            json!([]),
        )
        .await?;
        let before = page.driver().window().await?;
        page.click("#bookmark").await?;
        page.newest_window().await?;
        page.marked().await?;
        let drawn = page.look().await?;
        assert_eq!(drawn.blocks[0], TITLE);
        let said = |mark: &String| mark.starts_with("direct: \"Nobody should wait");
        assert!(drawn.quotations.iter().any(said), "{:#?}", drawn.quotations);
        let sender = page.find("#sender").await?.text().await?;
        assert_eq!(
            sender,
            format!("Sent by {}", news.address().trim_end_matches('/'))
        );
        let lectern = page.driver().window().await?;

        // A second message, and whatever else the other page sends, is not taken.
        page.driver().switch_to_window(before).await?;
        page.js(
            "window.tab.postMessage('<article><h1>Another one</h1><p>Not asked for.</p></article>', '*')",
            json!([]),
        )
        .await?;
        page.driver().switch_to_window(lectern).await?;
        page.read(HARBOUR).await?;
        assert!(page.look().await?.blocks[0].starts_with("title: Harbour"));
        assert!(
            page.texts(".shelf button").await?.is_empty(),
            "nothing else came in"
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_a_page_sends_never_replaces_the_open_article_and_only_html_of_a_fair_size_is_taken() {
    with_page("bookmarklet-beside", async |page| {
        let news = news().await?;
        page.driver().goto(format!("{}story.html", news.address())).await?;
        page.js(
            "document.querySelector('#bookmark').onclick = () => { window.tab = open(arguments[0] + '#page') }",
            json!([page.site.address()]),
        )
        .await?;
        let before = page.driver().window().await?;
        page.click("#bookmark").await?;
        page.newest_window().await?;
        page.until("the page has started", "return !!document.querySelector('#paste')").await?;
        page.read(HARBOUR).await?;
        let lectern = page.driver().window().await?;
        page.driver().switch_to_window(before).await?;
        page.js(
            "window.tab.postMessage({ html: document.documentElement.outerHTML }, '*');
             window.tab.postMessage('<p>' + 'x'.repeat(5_000_000), '*');
             window.tab.postMessage(document.documentElement.outerHTML, '*')",
            json!([]),
        )
        .await?;
        page.driver().switch_to_window(lectern).await?;
        page.find("#sender").await?;
        page.marked().await?;
        assert_eq!(page.look().await?.blocks[0], TITLE);
        assert_eq!(page.texts(".shelf button").await?.len(), 2, "both are at hand");
        page.click(".shelf button:first-child").await?;
        page.until(
            "the article that was open",
            "return document.querySelector('#article[data-reading=marks] h1')?.textContent.startsWith('Harbour') ?? false",
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn where_the_new_tab_is_blocked_the_page_goes_to_the_clipboard() {
    with_page("bookmarklet-blocked", async |page| {
        let news = news().await?;
        carry(page, &news).await?;
        page.js("window.open = () => null", json!([])).await?;
        page.click("#bookmark").await?;
        let told = page.find("#lectern-note").await?.text().await?;
        assert!(told.contains("copied"), "{told}");
        clipboard_is_the_story(page).await
    })
    .await;
}

#[tokio::test]
async fn where_the_site_cuts_the_two_apart_both_say_so_and_the_clipboard_carries_the_page() {
    with_page("bookmarklet-cut", async |page| {
        let news = news().await?;
        news.answer("story.html", Answer::Alone);
        carry(page, &news).await?;
        let before = page.driver().window().await?;
        page.click("#bookmark").await?;
        page.newest_window().await?;
        page.until(
            "a hint in Lectern",
            "return document.querySelector('.hint')?.textContent.includes('Go back to it') ?? false",
        )
        .await?;
        page.driver().close_window().await?;
        page.driver().switch_to_window(before).await?;
        page.click("#lectern-note").await?;
        page.until(
            "a word that it is copied",
            "return document.querySelector('#lectern-note')?.textContent.includes('copied') ?? false",
        )
        .await?;
        clipboard_is_the_story(page).await
    })
    .await;
}

#[tokio::test]
async fn a_bare_address_is_answered_with_the_bookmarklet() {
    with_page("bookmarklet-offer", async |page| {
        page.open().await?;
        page.paste("https://news.example/2021/harbour-mayor").await?;
        page.until(
            "the bookmarklet under the notice",
            "return !!document.querySelector('.notices #bookmarklet')",
        )
        .await?;
        page.click("#bookmarklet").await?;
        page.until(
            "a word on how to use it",
            "return document.querySelector('.bookmarklet [role=status]').textContent.includes('drag it there')",
        )
        .await
    })
    .await;
}
