//! What is shown and what is kept: filters that are seen, searches, the sheet under the finger, about, forgetting.

use lectern_e2e::with_page;
use serde_json::{Value, json};

use crate::HARBOUR;

#[tokio::test]
async fn a_search_takes_words_in_any_order_and_an_empty_list_offers_to_show_all() {
    with_page("search", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        page.tab("quotations").await?;
        let all = page.texts("#panel li.card").await?.len();
        page.js("document.querySelector('#search').focus()", Value::Null).await?;
        page.press("TIDES register").await?;
        page.until(
            "cards that hold both words",
            "const cards = [...document.querySelectorAll('#panel li.card')];
             return cards.length > 0 && cards.every((card) => /register/i.test(card.textContent) && /tides/i.test(card.textContent))",
        )
        .await?;
        page.press(" nowhere").await?;
        page.click("#clear").await?;
        let count = format!("return document.querySelectorAll('#panel li.card').length === {all}");
        page.until("all cards again", &count).await
    })
    .await;
}

#[tokio::test]
async fn a_filter_is_seen_above_the_article_and_hides_numbers_too() {
    with_page("filter-seen", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        let numbers =
            "return [...document.querySelectorAll('#article .plan > .number, #article .call > .number')]
            .filter((number) => getComputedStyle(number).display !== 'none').length";
        assert!(page.js(numbers, json!([])).await?.as_u64() > Some(0));
        let counts = "return [...document.querySelectorAll('#panel .tab-count')].slice(1, 3).map((count) => Number(count.textContent))";
        let all = page.js(counts, json!([])).await?;
        page.press("2").await?;
        page.find("#filtered").await?;
        assert_eq!(page.js(numbers, json!([])).await?, json!(0));
        // the tabs count what their lists hold
        assert_eq!(page.js(counts, json!([])).await?, json!([all[0], 0]));
        page.click("#filtered button").await?;
        page.until("no filter", "return !document.querySelector('#filtered')")
            .await
    })
    .await;
}

#[tokio::test]
async fn a_mark_under_the_pointer_is_lit_until_the_pointer_leaves_it_for_anything() {
    with_page("hover", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        for (at, lit) in [("#article [data-mark=quotation]", "!!"), (".masthead", "!")] {
            let there = page.find(at).await?;
            page.driver()
                .action_chain()
                .move_to_element_center(&there)
                .perform()
                .await?;
            let seen = format!("return {lit}document.querySelector('#article .hot')");
            page.until(&format!("the pointer on {at}"), &seen).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_chip_shows_its_kind_alone_and_more_of_them_more() {
    with_page("chips", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        page.tab("quotations").await?;
        let pressed = "return [...document.querySelectorAll('#panel .chip[aria-pressed=true]')].map((chip) => chip.dataset.kind).join()";
        let kinds = "return [...new Set([...document.querySelectorAll('#panel li.card .kind')].map((kind) => kind.classList[1]))].sort().join()";
        let all = page.js(kinds, json!([])).await?;
        assert!(all.as_str().is_some_and(|all| all.starts_with("direct,indirect")), "{all}");
        for (press, chips, listed) in [
            ("", "all", all.as_str().unwrap_or_default()),
            ("direct", "direct", "direct"),
            ("indirect", "direct,indirect", "direct,indirect"),
            ("direct", "indirect", "indirect"),
            ("all", "all", all.as_str().unwrap_or_default()),
            ("direct", "direct", "direct"),
            // The last one taken off: nobody wants an empty list.
            ("direct", "all", all.as_str().unwrap_or_default()),
        ] {
            if !press.is_empty() {
                page.click(&format!("#panel .chip[data-kind={press}]")).await?;
            }
            page.until(&format!("{chips} pressed"), &pressed.replace(".join()", &format!(".join() === '{chips}'"))).await?;
            assert_eq!(page.js(kinds, json!([])).await?, json!(listed), "after {press:?}");
        }
        // The article goes with the list, and the other list is left as it is.
        page.click("#panel .chip[data-kind=direct]").await?;
        page.tab("proposals").await?;
        assert_eq!(page.js(pressed, json!([])).await?, json!("all"));
        // By the key all of them are hidden: no chip says otherwise.
        page.press("2").await?;
        page.until("no chip is pressed", &format!("{pressed} === ''")).await
    })
    .await;
}

#[tokio::test]
async fn the_sheet_follows_the_finger_and_stays_at_the_nearest_stop() {
    with_page("sheet-drag", async |page| {
        page.size(390, 844).await?;
        page.open().await?;
        page.read(HARBOUR).await?;
        let drag = "const [to] = arguments, grip = document.querySelector('#panel .grip');
            const box = grip.getBoundingClientRect(), x = box.left + 20, y = box.top + 10;
            const send = (kind, at) => grip.dispatchEvent(new PointerEvent(kind,
                { bubbles: true, clientX: x, clientY: at, pointerId: 1, isPrimary: true }));
            send('pointerdown', y); send('pointermove', y - 20); send('pointermove', to);
            const height = document.querySelector('#panel').getBoundingClientRect().height;
            send('pointerup', to); grip.click();
            return Math.round(innerHeight - height)";
        let stop = |name: &str| format!("return document.querySelector('#panel').dataset.sheet === {name:?}");
        page.until("the sheet is drawn", &stop("peek")).await?;
        for (to, name) in [(400, "half"), (60, "full"), (820, "peek")] {
            page.js(drag, json!([to])).await?;
            page.until(name, &stop(name)).await?;
            let height = "return document.querySelector('#panel').style.height";
            assert_eq!(page.js(height, json!([])).await?, json!(""));
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn about_says_what_went_over_the_network() {
    with_page("about", async |page| {
        page.open().await?;
        page.click("#about").await?;
        page.until(
            "no byte sent",
            "return document.querySelector('#flight')?.textContent.startsWith('0 bytes of your text sent') ?? false",
        )
        .await?;
        page.press("\u{e00c}").await?;
        page.until("no dialog", "return !document.querySelector('dialog[open]')").await
    })
    .await;
}

/// Waits until the browser's store holds an article.
const KEPT: &str = "const done = arguments[0];
    const open = indexedDB.open('lectern');
    open.onerror = () => done(false);
    open.onsuccess = () => {
        if (!open.result.objectStoreNames.contains('articles')) { open.result.close(); return done(false); }
        const count = open.result.transaction('articles').objectStore('articles').count();
        count.onsuccess = () => { open.result.close(); done(count.result > 0); };
    };";

#[tokio::test]
async fn the_same_text_is_kept_once_and_forgetting_can_be_undone() {
    with_page("library", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        page.until_done("the article in the store", KEPT).await?;
        page.open().await?;
        page.read(HARBOUR).await?;
        page.read("\"We will go,\" said Ada Lund, the mayor, on Monday.")
            .await?;
        page.until_done("both in the store", &KEPT.replace("> 0", "=== 2"))
            .await?;
        page.open().await?;
        page.find(".kept .earlier").await?;
        assert_eq!(page.texts(".kept .earlier").await?.len(), 2);
        page.click("#forget").await?;
        page.click("#regret").await?;
        let two = "return document.querySelectorAll('.kept .earlier').length === 2";
        page.until("both are back", two).await?;
        page.open().await?;
        page.until("both are kept", two).await?;
        page.click(".kept .delete").await?;
        page.until(
            "one is left",
            "return document.querySelectorAll('.kept .earlier').length === 1",
        )
        .await
    })
    .await;
}
