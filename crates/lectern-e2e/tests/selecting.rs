//! Text is selected as on any page, and what is copied is prose.

use anyhow::Result;
use lectern_e2e::{Page, with_page};
use serde_json::{Value, json};

use crate::HARBOUR;

/// How far the pointer is dragged, in pixels: some words.
const FAR: i64 = 120;

/// Drags the pointer from the first letter of a mark to the right.
async fn drag_over(page: &Page, selector: &str) -> Result<()> {
    let from = "const mark = document.querySelector(arguments[0]);
        mark.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = mark.getClientRects()[0];
        return [Math.round(box.left + 1), Math.round(box.top + box.height / 2)]";
    let at = page.js(from, json!([selector])).await?;
    let place = |index: usize| at[index].as_i64().unwrap_or_default();
    let chain = page.driver().action_chain().move_to(place(0), place(1));
    let dragged = chain
        .click_and_hold()
        .move_by_offset(FAR / 2, 0)
        .move_by_offset(FAR / 2, 0);
    Ok(dragged.release().perform().await?)
}

#[tokio::test]
async fn dragging_over_a_mark_from_its_first_letter_selects_and_opens_nothing() {
    with_page("drag", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        for selector in [
            "#article p [data-start]",
            "#article p:nth-of-type(4) [data-start]",
        ] {
            drag_over(page, selector).await?;
            page.until(
                "some words selected",
                "return getSelection().toString().trim().length > 4",
            )
            .await?;
            assert!(
                page.texts("#panel li.card.open").await?.is_empty(),
                "dragging opened a card"
            );
            page.js("getSelection().removeAllRanges()", json!([])).await?;
        }
        page.click("#article p [data-start]").await?;
        page.until(
            "a click opens the card",
            "return !!document.querySelector('#panel li.card.open')",
        )
        .await
    })
    .await;
}

/// What a copy of everything would put on the clipboard.
const COPY_ALL: &str = "getSelection().selectAllChildren(document.body);
    const data = new DataTransfer();
    const event = new ClipboardEvent('copy', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: data });
    document.querySelector('#article p').dispatchEvent(event);
    return [data.getData('text/plain'), data.getData('text/html')]";

#[tokio::test]
async fn what_is_copied_is_the_articles_prose_and_nothing_else() {
    with_page("copy-prose", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        let copied = page.js(COPY_ALL, json!([])).await?;
        let text = |index: usize| copied[index].as_str().unwrap_or_default().to_owned();
        let (plain, html) = (text(0), text(1));
        assert!(plain.contains("Harbour Mayor Calls"), "{plain}");
        assert!(plain.ends_with("harbour fees will not rise."), "{plain}");
        assert!(
            !plain.contains("taken out") && !plain.contains("Quotations"),
            "{plain}"
        );
        assert!(html.contains("<h1>Harbour Mayor Calls"), "{html}");
        for trace in ["<mark", "class=", "style=", "<button", "<span"] {
            assert!(!html.contains(trace), "{trace} in {html}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_selection_over_the_whole_page_takes_no_controls_along() {
    with_page("select-all", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        let script = "getSelection().selectAllChildren(document.body); return getSelection().toString()";
        let selected = page.js(script, json!([])).await?;
        let selected = selected.as_str().unwrap_or_default();
        assert!(selected.contains("Harbour Mayor Calls"), "{selected}");
        for words in ["New article", "To check", "Put back"] {
            assert!(!selected.contains(words), "{words:?} in {selected}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn all_of_a_speaker_is_copied_in_one_press() {
    with_page("copy-all", async |page| {
        let keep = "Object.defineProperty(navigator, 'clipboard', { value: {
            writeText: (text) => { window.copied = text; return Promise.resolve() } } })";
        page.open_with(keep).await?;
        page.read(HARBOUR).await?;
        page.click("#panel li.speaker .speaker-row").await?;
        page.click("#panel li.speaker .copy").await?;
        page.until("something was copied", "return !!window.copied")
            .await?;
        let copied = page.js("return window.copied", Value::Null).await?;
        let copied = copied.as_str().unwrap_or_default();
        let name = page
            .texts("#panel .speaker-row[aria-pressed=true] .speaker-name")
            .await?;
        let own = page.texts("#panel li.speaker li.card").await?.len();
        assert_eq!(copied.matches(&format!("— {}", name[0])).count(), own, "{copied}");
        assert!(
            copied.contains("Harbour Mayor Calls for a Common Tide Register"),
            "{copied}"
        );

        page.tab("quotations").await?;
        page.js("window.copied = ''", Value::Null).await?;
        page.click("#panel-list > .list-tools .copy").await?;
        page.until("what is shown was copied", "return !!window.copied")
            .await
    })
    .await;
}
