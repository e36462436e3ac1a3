//! What is taken out can be put back, one line or all, and every step undone.

use anyhow::Result;
use lectern_e2e::{Page, with_page};
use serde_json::json;

use crate::HARBOUR;

async fn removed(page: &Page) -> Result<u64> {
    let script = "return Number(document.querySelector('#tab-removed .tab-count').textContent)";
    Ok(page.js(script, json!([])).await?.as_u64().unwrap_or_default())
}

async fn until_removed(page: &Page, amount: u64) -> Result<()> {
    let script = format!(
        "return Number(document.querySelector('#tab-removed .tab-count')?.textContent) === {amount}
            && !!document.querySelector('#article[data-reading=marks]:not([aria-busy])')"
    );
    page.until(&format!("{amount} lines taken out"), &script).await
}

#[tokio::test]
async fn a_line_is_put_back_and_undo_and_redo_go_over_it() {
    with_page("put-back", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        let before = removed(page).await?;
        assert!(before > 1);
        page.tab("removed").await?;
        let words = "const item = [...document.querySelectorAll('li.removed')].find((each) => each.textContent.includes('上一篇'));
            item.id = 'chosen'; return item.querySelector('.removed-text').textContent.trim()";
        let words = page.js(words, json!([])).await?;
        page.click("#chosen .tool").await?;
        until_removed(page, before - 1).await?;
        let stands = format!(
            "return [...document.querySelectorAll('#article [data-block]')].some((block) => block.textContent.trim() === {words})"
        );
        assert_eq!(page.js(&stands, json!([])).await?, json!(true));
        page.click(".masthead [title=Undo]").await?;
        until_removed(page, before).await?;
        assert_eq!(page.js(&stands, json!([])).await?, json!(false));
        page.click(".masthead [title=Redo]").await?;
        until_removed(page, before - 1).await?;
        assert_eq!(page.js(&stands, json!([])).await?, json!(true));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn there_are_three_strengths_and_the_receipt_has_a_way_back() {
    with_page("strengths", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        let normal = removed(page).await?;
        let receipt = page.texts(".receipt").await?;
        assert!(receipt[0].contains("taken out"), "{receipt:?}");
        page.click_named(".receipt button", "Put back").await?;
        page.until("nothing cut any more", "return !document.querySelector('#article .cut') && !document.querySelector('.receipt')")
            .await?;
        page.tab("removed").await?;
        page.click_named("#panel-list .switch button", "Strict").await?;
        page.until(
            "the strict reading",
            "return document.querySelector('#panel-list .switch button[aria-pressed=true]').textContent.trim() === 'Strict'
                && !!document.querySelector('#article[data-reading=marks]:not([aria-busy]) .cut')",
        )
        .await?;
        assert!(removed(page).await? >= normal);
        page.click_named("#panel-list .switch button", "Normal").await?;
        until_removed(page, normal).await
    })
    .await;
}
