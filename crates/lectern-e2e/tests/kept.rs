//! What is kept on the device, offered on return, and forgotten when asked.

use lectern_e2e::with_page;

use crate::HARBOUR;

/// Answers whether the store holds an article; opens no store that the page has not made.
const KEPT_ONE: &str = "const done = arguments[0];
    indexedDB.databases().then((made) => {
        if (!made.some((each) => each.name === 'lectern')) return done(false);
        const open = indexedDB.open('lectern');
        open.onerror = () => done(false);
        open.onsuccess = () => {
            const count = open.result.transaction('articles').objectStore('articles').count();
            count.onsuccess = () => { open.result.close(); done(count.result > 0); };
        };
    });";

#[tokio::test]
async fn a_pasted_article_is_offered_on_return_and_can_be_forgotten() {
    with_page("kept", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        // It is written while the marks come, and may come after them.
        page.until_done("the article in the browser's store", KEPT_ONE)
            .await?;
        page.open().await?;
        assert!(page.look().await?.blocks.is_empty(), "offered, not opened");
        let offer = page.find(".kept .earlier-title").await?.text().await?;
        assert_eq!(
            offer,
            "Harbour Mayor Calls for a Common Tide Register on the Northern Coast"
        );
        page.click(".kept .earlier").await?;
        page.marked().await?;

        page.open().await?;
        page.click("#forget").await?;
        page.until(
            "a sentence that all is forgotten",
            "return document.querySelector('.kept [role=status]')?.textContent.includes('deleted') ?? false",
        )
        .await?;
        page.open().await?;
        page.until(
            "the page without an offer",
            "return !!document.querySelector('#paste')",
        )
        .await?;
        assert!(page.texts(".kept .earlier").await?.is_empty());
        Ok(())
    })
    .await;
}
