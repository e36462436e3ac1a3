//! Before and while the wasm arrives.

use lectern_e2e::{Answer, with_page};

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
        assert_eq!(
            page.find("#shell-text").await?.prop("value").await?.as_deref(),
            Some("The mayor said it.")
        );
        Ok(())
    })
    .await;
}
