//! A worker that dies, and what is left of the reading then.

use std::time::Duration;

use anyhow::Result;
use lectern_e2e::{Answer, Page, with_page};
use serde_json::json;

use crate::HARBOUR;

/// Keeps a hand on every worker that the page starts.
const WATCH_WORKERS: &str = "window.watched = [];
    window.Worker = class extends window.Worker {
        constructor(...given) { super(...given); window.watched.push(this); }
    };";

/// Pastes an article whose worker never gets its wasm: one in the midst of its work, for as long as the test likes.
async fn paste_under_held_worker(page: &Page) -> Result<()> {
    page.site.answer_worker(".wasm", Answer::Held);
    page.open_with(WATCH_WORKERS).await?;
    page.paste(HARBOUR).await
}

#[tokio::test]
async fn a_worker_that_dies_in_mid_reading_is_replaced() {
    with_page("worker-dies", async |page| {
        paste_under_held_worker(page).await?;
        page.until("the text at once, before any marks", "return document.querySelectorAll('#article[data-reading=layout] [data-kind=paragraph]').length > 9")
            .await?;
        page.site.release();
        let script = "const before = window.watched.length;
            const worker = window.watched.at(-1);
            worker.terminate();
            worker.dispatchEvent(new Event('error'));
            return before";
        let before = page.js(script, json!([])).await?;
        page.marked().await?;
        let started = page.js("return window.watched.length", json!([])).await?;
        assert!(started.as_u64() > before.as_u64(), "no new worker was started");
        Ok(())
    })
    .await;
}

/// Longer than a worker that listens may be silent.
const A_SLOW_START: Duration = Duration::from_secs(12);

#[tokio::test]
async fn a_worker_that_is_slow_to_start_is_waited_for() {
    with_page("worker-slow", async |page| {
        paste_under_held_worker(page).await?;
        tokio::time::sleep(A_SLOW_START).await;
        page.site.release();
        page.marked().await?;
        assert_eq!(
            page.js("return window.watched.length", json!([])).await?,
            json!(1),
            "no other worker was started"
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_reading_that_takes_long_says_so_and_can_be_stopped() {
    with_page("worker-cancel", async |page| {
        paste_under_held_worker(page).await?;
        page.until("a way not to wait", "return !!document.querySelector('#cancel')")
            .await?;
        page.click("#cancel").await?;
        page.until("a plain sentence", "return document.querySelector('.notice[role=alert]')?.textContent.includes('Your text is here') ?? false")
            .await?;
        assert!(page.look().await?.blocks.len() > 9, "the text stands");
        page.site.release();
        page.click(".notice[role=alert] button").await?;
        page.marked().await
    })
    .await;
}

#[tokio::test]
async fn a_worker_that_falls_silent_is_noticed() {
    with_page("worker-silent", async |page| {
        page.open_with(WATCH_WORKERS).await?;
        page.read(HARBOUR).await?;
        page.js(
            "for (const worker of window.watched) worker.terminate()",
            json!([]),
        )
        .await?;
        page.read("Marrow Bay, May 2 - \"The harbour is open,\" said Mayor Odile Fenwick.")
            .await?;
        assert_eq!(
            page.look().await?.quotations,
            ["direct: \"The harbour is open,\""]
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn without_any_worker_the_text_stays_and_a_sentence_says_what_happened() {
    with_page("worker-missing", async |page| {
        page.site.answer("worker.js", Answer::Missing);
        page.open().await?;
        page.paste(HARBOUR).await?;
        page.until("a plain sentence", "return document.querySelector('.notice[role=alert]')?.textContent.includes('Your text is safe') ?? false")
            .await?;
        assert!(page.look().await?.blocks.len() > 9, "the text stands");
        page.site.release();
        page.click(".notice[role=alert] button").await?;
        page.marked().await
    })
    .await;
}

#[tokio::test]
async fn a_page_that_gets_no_worker_reads_by_itself() {
    with_page("worker-refused", async |page| {
        let refuse = "window.Worker = class { constructor() { throw new Error('no workers here'); } };";
        page.open_with(refuse).await?;
        page.read(HARBOUR).await?;
        assert!(!page.look().await?.quotations.is_empty());
        Ok(())
    })
    .await;
}

/// Tells whether marks were ever seen while the rest was still being read.
const WATCH_BEGIN: &str = "window.begun = false;
    new MutationObserver(() => {
        window.begun ||= document.querySelector('#article[data-reading=layout] [data-mark]') !== null;
    }).observe(document, { subtree: true, childList: true, attributes: true });";

#[tokio::test]
async fn a_long_text_shows_marks_at_its_beginning_first() {
    with_page("worker-begin", async |page| {
        page.open_with(WATCH_BEGIN).await?;
        page.read(&HARBOUR.repeat(40)).await?;
        assert_eq!(page.js("return window.begun", json!([])).await?, json!(true));
        Ok(())
    })
    .await;
}
