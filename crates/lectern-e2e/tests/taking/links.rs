//! Links that carry an article.

use super::*;

/// The link of the open article.
async fn link(page: &Page) -> Result<String> {
    page.press("d").await?;
    choose(page, "#export-format", "link").await?;
    previewed(page, "#z=").await?;
    assert!(
        page.texts(".over-note")
            .await?
            .concat()
            .contains("can read the text")
    );
    page.click("#export-copy").await?;
    let link = copied(page).await?;
    page.press("\u{e00c}").await?;
    Ok(link)
}

#[tokio::test]
async fn a_link_carries_the_article() {
    with_page("link", async |page| {
        watched(page).await?;
        page.press("j").await?;
        page.until(
            "a mark in focus",
            "return !!document.querySelector('#article .on')",
        )
        .await?;
        let before = page.look().await?;
        let address = link(page).await?;
        assert!(
            address.contains("#z=") && address.ends_with("/q0") || address.contains("/p"),
            "{address}"
        );
        assert!(address.len() < 8_000, "{} characters", address.len());
        page.driver().goto("about:blank").await?;
        page.driver().goto(&address).await?;
        page.started().await?;
        page.marked().await?;
        assert_eq!(page.look().await?, before);
        page.until(
            "the mark is in focus",
            "return !!document.querySelector('#article .on')",
        )
        .await?;
        page.until(
            "the text is out of the address",
            "return !location.hash.includes('z=')",
        )
        .await?;
        assert!(page.texts("#sender").await?.concat().contains("link"));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_link_opens_beside_what_is_there_and_a_mark_has_an_address() {
    with_page("link-beside", async |page| {
        watched(page).await?;
        let address = link(page).await?;
        page.read("Marrow Bay, May 2 - \"The harbour is open,\" said Mayor Odile Fenwick.")
            .await?;
        let hash = address.split_once('#').context("a link")?.1.to_owned();
        page.js("location.hash = arguments[0]", json!([hash])).await?;
        page.until(
            "both on the shelf",
            "return document.querySelectorAll('.shelf button').length === 2",
        )
        .await?;
        page.marked().await?;
        assert!(page.look().await?.blocks.len() > 9);
        page.js("location.hash = '#q3'", json!([])).await?;
        page.until(
            "the card of the mark",
            "return !!document.querySelector('#panel li.card.open')",
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn hostile_links_are_as_harmless_as_hostile_pastes() {
    with_page("link-hostile", async |page| {
        page.open().await?;
        for hash in ["z=", "z=AAAA", "z=<script>alert(1)</script>", "z=%00%ff", "z=eNp", "z=AAAA/q1/../x"] {
            page.js("location.hash = arguments[0]", json!([hash])).await?;
            page.until(hash, "return document.querySelector('.hint')?.textContent.includes('damaged') ?? false").await?;
            page.until("out of the address", "return !location.hash.includes('z=')").await?;
        }
        // Markup in an article that comes in a link is text.
        page.js(WATCH, json!([])).await?;
        page.read("Ferry returns\n\n\"<img src=x onerror=alert(1)> It sails,\" said Ada Lund, the mayor. <script>alert(2)</script>").await?;
        let before = page.look().await?;
        let address = link(page).await?;
        page.driver().goto("about:blank").await?;
        page.driver().goto(&address).await?;
        page.started().await?;
        page.marked().await?;
        assert_eq!(page.look().await?, before);
        let made = page.js("return document.querySelectorAll('#article img, #article script').length", json!([])).await?;
        assert_eq!(made, json!(0));
        if page.browser == Browser::Chromium {
            let foreign = page.addresses().await?;
            assert!(foreign.iter().all(|to| to.starts_with(&page.site.address()) || to.starts_with("data:") || to.starts_with("about:") || to.starts_with("blob:")), "{foreign:?}");
        }
        Ok(())
    })
    .await;
}
