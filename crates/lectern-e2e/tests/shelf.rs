//! Several articles opened together: one table over all of them.

use anyhow::Result;
use lectern_e2e::{Browser, Page, with_page};
use serde_json::json;

use crate::taking::{WATCH, choose, saved};

/// Keys, as the driver has them.
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";

/// Opens articles together, as files dropped at once.
pub(crate) async fn opened_together(page: &Page, articles: &[(String, String)]) -> Result<()> {
    page.drop_files(articles).await?;
    page.marked().await
}

/// Three articles; one speaker is in all of them.
pub(crate) fn three() -> Vec<(String, String)> {
    [
        ("wells.txt", include_str!("../articles/wells.txt")),
        ("pumps.txt", include_str!("../articles/pumps.txt")),
        ("ferry.txt", include_str!("../articles/ferry.txt")),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .to_vec()
}

const ROWS: &str = "dialog[open] .shelf-rows tbody tr";

async fn gathered(page: &Page, articles: usize) -> Result<()> {
    let options = articles + 1;
    let script = format!(
        "return document.querySelectorAll('#shelf-article option').length === {options} && !document.querySelector('#shelf-progress')
            && document.querySelectorAll('{ROWS}').length > 0"
    );
    page.until("all articles in the table", &script).await
}

/// Waits until the table has so many rows.
async fn rows(page: &Page, what: &str, test: &str) -> Result<()> {
    page.until(
        what,
        &format!(
            "const rows = [...document.querySelectorAll('{ROWS}')].map((row) => row.innerText); return {test}"
        ),
    )
    .await
}

#[tokio::test]
async fn a_table_over_all_articles_by_pointer() {
    with_page("shelf-pointer", async |page| {
        page.open().await?;
        page.js(WATCH, json!([])).await?;
        opened_together(page, &three()).await?;
        page.click("#shelf-table").await?;
        gathered(page, 3).await?;
        rows(page, "Lund first, in three articles", "rows[0].includes('Ada Lund') && rows[0].includes('in 3 articles')").await?;
        // her articles, each with what she says there
        page.click("dialog .shelf-rows tbody tr:first-child summary").await?;
        let shares = page.texts("dialog .shelf-rows tbody tr:first-child li").await?;
        assert_eq!(shares.len(), 3, "{shares:?}");
        assert!(shares[0].starts_with("wells.txt: "), "{shares:?}");
        page.click("dialog .shelf-rows tbody tr:first-child li:nth-child(2) button").await?;
        rows(page, "what she says in the second", "rows.length === 1 && rows[0].includes('too late') && rows[0].includes('pumps.txt')").await?;
        page.click("#shelf-speaker").await?;
        rows(page, "all of the second", "rows.length > 2 && rows.every((row) => row.includes('pumps.txt'))").await?;
        choose(page, "#shelf-article", "").await?;
        choose(page, "#shelf-what", "3").await?;
        rows(page, "proposals of several", "rows.some((row) => row.includes('wells.txt')) && rows.some((row) => row.includes('pumps.txt'))").await?;
        page.click("#shelf-shown").await?;
        let narrowed = saved(page, 1).await?.remove(0).1;
        choose(page, "#shelf-what", "1").await?;
        page.find("#shelf-search").await?.send_keys("MONDAY ferry").await?;
        rows(page, "found by words in any order", "rows.length === 1 && rows[0].includes('Cleo Marsh')").await?;
        page.click("#shelf-csv").await?;
        let all = saved(page, 2).await?.remove(1);
        assert_eq!(all.0, "articles.csv");
        assert!(all.1.lines().count() > narrowed.lines().count() && narrowed.lines().count() > 1);
        assert!(narrowed.lines().skip(1).all(|line| line.contains(",proposal,")), "{narrowed}");
        page.click("#shelf-json").await?;
        let (name, whole) = saved(page, 3).await?.remove(2);
        let whole: serde_json::Value = serde_json::from_str(&whole)?;
        assert_eq!((name.as_str(), whole["articles"].as_array().map(Vec::len)), ("articles.json", Some(3)));
        assert_eq!(whole["speakers"][0]["name"], "Ada Lund");
        // into the article, and back to the same rows
        page.click(&format!("{ROWS} button.words")).await?;
        page.marked().await?;
        page.until("the mark in its article", "return document.querySelector('#article')?.innerText.includes('Ferry Returns')
            && document.querySelector('#article .on')?.textContent.includes('Monday') && !document.querySelector('dialog[open]')").await?;
        page.click("#shelf-table").await?;
        rows(page, "the same rows", "rows.length === 1 && rows[0].includes('Cleo Marsh')").await
    })
    .await;
}

#[tokio::test]
async fn what_is_saved_of_all_articles_comes_back_with_what_was_put_right() {
    with_page("shelf-back", async |page| {
        page.open().await?;
        page.js(WATCH, json!([])).await?;
        opened_together(page, &three()).await?;
        page.press("j").await?;
        page.until("a mark in hand", "return !!document.querySelector('#article .on')")
            .await?;
        page.press("x").await?;
        page.find(".regret").await?;
        page.click("#shelf-table").await?;
        gathered(page, 3).await?;
        page.click("#shelf-json").await?;
        let first = saved(page, 1).await?.remove(0);
        page.press(ESCAPE).await?;
        page.read("Marrow Bay, May 2 - \"The harbour is open,\" said Mayor Odile Fenwick.")
            .await?;
        page.drop_file(&first.0, first.1.as_bytes()).await?;
        page.until(
            "all three on the shelf, under their names",
            "return [...document.querySelectorAll('.shelf button')].map((button) => button.textContent.trim()).join()
                === 'wells.txt,pumps.txt,ferry.txt'",
        )
        .await?;
        page.marked().await?;
        page.click("#shelf-table").await?;
        gathered(page, 3).await?;
        page.click("#shelf-json").await?;
        let second = saved(page, 2).await?.remove(1);
        assert!(second == first, "it goes out as it came in");
        page.press(ESCAPE).await?;
        // half of it is no article, and the three stay
        let half = &first.1[..first.1.len() / 2];
        page.drop_file("half.json", half.as_bytes()).await?;
        page.until("a sentence", "return !!document.querySelector('#refused')")
            .await?;
        assert_eq!(page.texts(".shelf button").await?.len(), 3);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_table_over_all_articles_by_keyboard() {
    with_page("shelf-keys", async |page| {
        page.open().await?;
        opened_together(page, &three()).await?;
        page.press_at("#shelf-table", ENTER).await?;
        gathered(page, 3).await?;
        page.press_at("#shelf-search", "berg").await?;
        rows(
            page,
            "one speaker",
            "rows.length === 1 && rows[0].includes('Bo Berg')",
        )
        .await?;
        page.press_at("dialog .shelf-rows tbody button", ENTER).await?;
        rows(
            page,
            "what he says and wants",
            "rows.length === 3 && rows.every((row) => row.includes('Bo Berg'))",
        )
        .await?;
        // what was put right in one of the articles stands in the table
        page.press_at("dialog .shelf-rows tbody button", ENTER).await?;
        page.marked().await?;
        page.until(
            "a mark in hand",
            "return !!document.querySelector('#article .on')",
        )
        .await?;
        page.press("x").await?;
        page.find(".regret").await?;
        page.press_at("#shelf-table", ENTER).await?;
        rows(
            page,
            "two are left",
            "rows.length === 2 && rows.every((row) => row.includes('Bo Berg'))",
        )
        .await?;
        page.press(ESCAPE).await?;
        page.until("closed", "return !document.querySelector('dialog[open]')")
            .await
    })
    .await;
}

/// Notes tasks that keep the page's own thread longer than 50 ms.
const WATCH_TASKS: &str = "window.tasks = [];
    new PerformanceObserver((list) => {
        for (const task of list.getEntries()) window.tasks.push(Math.round(task.duration));
    }).observe({ type: 'longtask' });";

/// A fixed piece of work, by which a slow machine is told from a slow page.
const REFERENCE: &str = include_str!("../bench/reference.js");

/// What the fixed piece of work takes where docs/performance.md was measured, in milliseconds.
const AT_REST: f64 = 95.0;

/// How many times the budget of 50 ms a task may take: other work on the machine lengthens one or another.
const SPARE: f64 = 2.0;

/// How many times longer than at rest this machine takes just now; at least one.
async fn slowness(page: &Page) -> Result<f64> {
    let took = page
        .js(
            "return Math.max(window.reference(), window.reference(), window.reference())",
            json!([]),
        )
        .await?;
    Ok((took.as_f64().unwrap_or(AT_REST) / AT_REST).max(1.0))
}

/// So many articles of five kilobytes.
fn many(amount: usize) -> Vec<(String, String)> {
    let paragraph = |at: usize, part: usize| {
        format!(
            "Councillor Ida Moor{at} said the bridge of part {part} should be repaired before winter, and that the town \
             could pay for it. \"We have waited for {part} years and nobody has come,\" said Moor{at}, who leads the board. \
             Mayor Ada Lund called for a new ferry to the island in the spring.\n\n"
        )
    };
    let text = |at: usize| (0..20).map(|part| paragraph(at, part)).collect::<String>();
    let article = |at: usize| {
        (
            format!("article-{at:03}.txt"),
            format!("Bridge {at} Waits for Repair\n\n{}", text(at)),
        )
    };
    (0..amount).map(article).collect()
}

/// What the table asks of the page's own thread is short work, however many articles there are.
#[tokio::test]
async fn two_hundred_articles_stay_smooth() {
    with_page("shelf-many", async |page| {
        page.open().await?;
        page.js(WATCH, json!([])).await?;
        let articles = many(200);
        assert!(articles[0].1.len() > 5_000);
        opened_together(page, &articles).await?;
        // Drawing the first article is measured elsewhere.
        page.until_done(
            "the page at rest",
            "const done = arguments[0]; setTimeout(() => done(true), 1000)",
        )
        .await?;
        let is_watched = page.browser == Browser::Chromium;
        let mut slow = 1.0;
        if is_watched {
            page.js(WATCH_TASKS, json!([])).await?;
            page.js(REFERENCE, json!([])).await?;
            slow = slowness(page).await?;
            page.js("window.tasks = []", json!([])).await?;
        }
        page.click("#shelf-table").await?;
        page.until(
            "how far it is",
            "return !!document.querySelector('#shelf-progress progress')",
        )
        .await?;
        gathered(page, 200).await?;
        rows(page, "Lund in all of them", "rows[0].includes('in 200 articles')").await?;
        choose(page, "#shelf-what", "1").await?;
        rows(page, "a page of rows", "rows.length === 60").await?;
        page.click("#shelf-after").await?;
        page.find("#shelf-before").await?;
        page.find("#shelf-search")
            .await?
            .send_keys("moor199 bridge")
            .await?;
        rows(
            page,
            "those of one article",
            "rows.length > 0 && rows.every((row) => row.includes('article-199'))",
        )
        .await?;
        page.click("#shelf-json").await?;
        let whole = saved(page, 1).await?.remove(0).1;
        let whole: serde_json::Value = serde_json::from_str(&whole)?;
        assert_eq!(whole["articles"].as_array().map(Vec::len), Some(200));
        if is_watched {
            let tasks = page.js("return window.tasks", json!([])).await?;
            let longest = tasks
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(serde_json::Value::as_f64);
            let longest = longest.fold(0.0, f64::max);
            slow = slow.max(slowness(page).await?);
            println!("longest task {longest} ms, on a machine {slow:.2} times slower than at rest");
            assert!(
                longest <= 50.0 * SPARE * slow,
                "tasks over 50 ms: {tasks}, on a machine {slow:.1} times slower than at rest"
            );
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn closing_the_table_stops_the_reading_and_opening_it_goes_on() {
    with_page("shelf-closed", async |page| {
        page.open().await?;
        opened_together(page, &many(30)).await?;
        page.click("#shelf-table").await?;
        page.until(
            "some are read",
            &format!("return document.querySelectorAll('{ROWS}').length > 0"),
        )
        .await?;
        page.press(ESCAPE).await?;
        page.until("closed", "return !document.querySelector('dialog[open]')")
            .await?;
        page.click("#shelf-table").await?;
        gathered(page, 30).await?;
        // Other articles take the place of these.
        page.press(ESCAPE).await?;
        opened_together(page, &three()).await?;
        page.until(
            "the new shelf",
            "return document.querySelectorAll('.shelf button').length === 3",
        )
        .await?;
        page.click("#shelf-table").await?;
        gathered(page, 3).await?;
        rows(
            page,
            "none of the old ones",
            "rows.length > 2 && !rows.some((row) => row.includes('Moor'))",
        )
        .await
    })
    .await;
}
