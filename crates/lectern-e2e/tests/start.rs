//! Before and while the wasm arrives.

use lectern_e2e::{Answer, with_page};

use crate::HARBOUR;

#[tokio::test]
async fn without_wasm_the_page_says_so_and_keeps_the_text() {
    with_page("no-wasm", async |page| {
        page.site.answer(".wasm", Answer::Missing);
        page.load().await?;
        page.find("#shell-text")
            .await?
            .send_keys("The mayor said it.")
            .await?;
        page.until(
            "a sentence that the reader could not start",
            "return document.querySelector('[role=alert]')?.textContent.includes('could not start') ?? false",
        )
        .await?;
        let kept = page.find("#shell-text").await?.prop("value").await?;
        assert_eq!(kept.as_deref(), Some("The mayor said it."));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_pasted_before_the_wasm_arrives_is_read_when_it_does() {
    with_page("early-paste", async |page| {
        page.site.answer(".wasm", Answer::Held);
        page.load().await?;
        page.paste(HARBOUR).await?;
        assert!(page.look().await?.blocks.is_empty(), "nothing can read yet");
        page.site.release();
        page.marked().await?;
        assert!(
            page.look().await?.blocks[0].starts_with("title: Harbour Mayor"),
            "the paste came first"
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_empty_page_leads_to_the_shortcuts_and_so_do_the_settings() {
    with_page("start-help", async |page| {
        let listed = "return document.querySelector('dialog[open] .keys-list')?.textContent.includes('Next mark') ?? false";
        let closed = "return !document.querySelector('dialog[open]')";
        page.open().await?;
        page.click("#shortcuts").await?;
        page.until("the list of shortcuts", listed).await?;
        page.press("\u{e00c}").await?;
        page.until("no dialog", closed).await?;
        page.until("the focus where it was", "return document.activeElement?.id === 'shortcuts'").await?;
        // In an article on a narrow screen the masthead has no room for them.
        page.size(320, 568).await?;
        page.read(HARBOUR).await?;
        page.click(".masthead .settings").await?;
        page.click("dialog[open] .list-tools .tool:last-child").await?;
        page.until("the list of shortcuts", listed).await?;
        page.press("\u{e00c}").await?;
        page.until("no dialog", closed).await
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_before_the_wasm_arrives_is_still_in_the_box() {
    with_page("early-typing", async |page| {
        page.site.answer(".wasm", Answer::Held);
        page.load().await?;
        page.find("#shell-text")
            .await?
            .send_keys("The mayor said it.")
            .await?;
        page.site.release();
        page.until(
            "the typed text in the page's own box",
            "return document.querySelector('#paste')?.value === 'The mayor said it.'",
        )
        .await?;
        Ok(())
    })
    .await;
}
