//! The page as one file, opened from a disk.

use std::env;
use std::path::PathBuf;

use anyhow::Result;
use lectern_e2e::{Browser, Page, skipped, with_page, with_page_in};
use serde_json::json;

use crate::HARBOUR;

/// The file, if `LECTERN_ONE_FILE` names one.
fn file() -> Option<PathBuf> {
    env::var_os("LECTERN_ONE_FILE").map(PathBuf::from)
}

async fn open(page: &Page, file: &std::path::Path) -> Result<()> {
    page.driver().goto(format!("file://{}", file.display())).await?;
    page.started().await
}

#[tokio::test]
async fn one_file_from_a_disk_has_the_whole_page() {
    let Some(file) = file() else {
        return skipped("one-file", "LECTERN_ONE_FILE does not name the page as one file");
    };
    with_page("one-file", async |page| {
        // Nothing must ask for anything: there is no server to answer.
        page.site.stop();
        open(page, &file).await?;
        page.read(HARBOUR).await?;
        assert!(!page.cards("quotations").await?.is_empty());
        page.press("?").await?;
        page.until(
            "the dialog, which is in the late part",
            "return document.querySelector('dialog[open]') !== null",
        )
        .await?;
        page.press("\u{e00c}").await?;
        page.press("d").await?;
        page.until(
            "a preview of what is saved, which the desk has written in its worker",
            "return (document.querySelector('dialog[open] pre')?.textContent ?? '').length > 100",
        )
        .await?;
        assert_eq!(page.site.requests(), Vec::<String>::new());
        if page.browser == Browser::Chromium {
            let outside: Vec<String> = page
                .addresses()
                .await?
                .into_iter()
                .filter(|address| {
                    !["file:", "blob:", "data:"]
                        .iter()
                        .any(|own| address.starts_with(own))
                })
                .collect();
            assert_eq!(outside, Vec::<String>::new());
        }
        Ok(())
    })
    .await;
}

/// The reading goes on in a worker, as it does on a server. That the desk has one is shown above.
#[tokio::test]
async fn one_file_reads_in_a_worker() {
    let Some(file) = file() else {
        return skipped(
            "one-file-worker",
            "LECTERN_ONE_FILE does not name the page as one file",
        );
    };
    with_page("one-file-worker", async |page| {
        if page.browser != Browser::Chromium {
            return Ok(());
        }
        let count = "globalThis.workers = 0;
            globalThis.Worker = class extends Worker {
                constructor(...given) {
                    super(...given);
                    this.addEventListener('message', () => (globalThis.workers += 1), { once: true });
                }
            };";
        page.before_load(count).await?;
        open(page, &file).await?;
        page.read(HARBOUR).await?;
        page.until("an answer of a worker", "return globalThis.workers > 0")
            .await
    })
    .await;
}

/// Its policy stands: a script that is not its own does not run, and nothing is fetched from anywhere.
#[tokio::test]
async fn one_file_lets_no_other_script_run() {
    let Some(file) = file() else {
        return skipped(
            "one-file-policy",
            "LECTERN_ONE_FILE does not name the page as one file",
        );
    };
    with_page("one-file-policy", async |page| {
        open(page, &file).await?;
        let script = "const [address, done] = arguments;
            const script = document.createElement('script');
            script.textContent = 'globalThis.intruded = true';
            document.body.append(script);
            fetch(address).then(() => done('fetched'), () => done(globalThis.intruded ?? 'kept out'));";
        let outcome = page
            .driver()
            .execute_async(script, vec![json!(page.site.address())])
            .await?;
        assert_eq!(*outcome.json(), json!("kept out"));
        assert_eq!(page.site.requests(), Vec::<String>::new());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn one_file_speaks_chinese() {
    let Some(file) = file() else {
        return skipped(
            "one-file-chinese",
            "LECTERN_ONE_FILE does not name the page as one file",
        );
    };
    with_page_in("one-file-chinese", "zh-CN,zh", async |page| {
        open(page, &file).await?;
        page.until(
            "Chinese words",
            "return /[\u{4e00}-\u{9fff}]/.test(document.querySelector('#app').innerText)",
        )
        .await
    })
    .await;
}
