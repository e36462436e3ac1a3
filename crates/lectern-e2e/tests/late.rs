//! What comes late: nothing that a reading needs, and all that is asked for.

use std::time::Duration;

use lectern_e2e::{Answer, Browser, with_page};
use serde_json::json;

use crate::HARBOUR;

/// How the name of the file ends that comes late.
const LATE: &str = "_late.wasm";

/// A service worker would ask for all files, in its own time.
const NO_SERVICE_WORKER: &str = "Object.defineProperty(Navigator.prototype, 'serviceWorker',
    { get: () => ({ register: () => Promise.reject(new Error('off')) }) });";

/// Reading, marks, cards and lists need nothing of it; what does need it says so, and works when it has come.
#[tokio::test]
async fn a_reading_needs_nothing_that_comes_late() {
    with_page("late-missing", async |page| {
        page.site.answer(LATE, Answer::Missing);
        page.open_with(NO_SERVICE_WORKER).await?;
        let count = "const now = lecternLate.now;
            globalThis.waited = 0;
            lecternLate.now = () => { globalThis.waited += 1; now(); };";
        // Firefox keeps a test's own variables out of the page.
        let counts = page.browser == Browser::Chromium;
        if counts {
            page.js(count, json!([])).await?;
        }
        page.read(HARBOUR).await?;
        for tab in ["quotations", "proposals", "check", "speakers"] {
            page.tab(tab).await?;
        }
        page.press("jjk").await?;
        page.tab("speakers").await?;
        page.click("#panel .speakers button").await?;
        if counts {
            let waited = page.js("return globalThis.waited", json!([])).await?;
            assert_eq!(waited, json!(0), "a part of a reading waits for what comes late");
        }
        page.press("?").await?;
        page.until(
            "a sentence that this could not be loaded",
            "return document.querySelector('[role=alert]')?.textContent.includes('could not be loaded') ?? false",
        )
        .await?;
        page.site.release();
        page.press("??").await?;
        page.until("the dialog", "return document.querySelector('dialog[open]') !== null").await?;
        Ok(())
    })
    .await;
}

/// On a slow line a dialog that is asked for at once opens when it has come, and the page goes on meanwhile.
#[tokio::test]
async fn a_dialog_waits_for_what_comes_late() {
    with_page("late-slow", async |page| {
        page.site.answer(LATE, Answer::Held);
        page.open().await?;
        page.read(HARBOUR).await?;
        page.press("?").await?;
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert!(!page.cards("quotations").await?.is_empty(), "the page goes on");
        page.site.release();
        page.until(
            "the dialog",
            "return document.querySelector('dialog[open]') !== null",
        )
        .await?;
        Ok(())
    })
    .await;
}
