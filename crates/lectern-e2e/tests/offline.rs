//! The page without a network, and as an app of the device.

use anyhow::Result;
use lectern_e2e::{Browser, Page, with_page};
use serde_json::json;

use crate::HARBOUR;

/// Until the service worker has kept every file.
async fn kept(page: &Page) -> Result<()> {
    page.until_done(
        "all files kept on the device, and the page served from there",
        // One that is ready may not have taken over yet.
        "const [done, worker] = [arguments[0], navigator.serviceWorker];
         worker.ready.then(() => {
             if (worker.controller) done(true);
             else worker.addEventListener('controllerchange', () => done(true), { once: true });
         }, () => done(false));",
    )
    .await
}

#[tokio::test]
async fn after_one_visit_the_page_needs_no_network() {
    with_page("offline", async |page| {
        page.open().await?;
        kept(page).await?;
        page.site.stop();
        page.open().await?;
        page.read(HARBOUR).await?;
        assert!(!page.cards("quotations").await?.is_empty());
        page.press("?").await?;
        page.until(
            "the dialog, which comes late",
            "return document.querySelector('dialog[open]') !== null",
        )
        .await?;
        page.press("\u{e00c}").await?;
        // What is taken away is made by the desk, whose files were never asked for while there was a network.
        page.press("d").await?;
        page.until(
            "a preview of what is saved",
            "return (document.querySelector('dialog[open] pre')?.textContent ?? '').length > 100",
        )
        .await?;
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_another_app_shares_is_read_once() {
    with_page("shared", async |page| {
        page.open().await?;
        kept(page).await?;
        let script = "const [text, done] = arguments;
            const form = new FormData();
            form.set('text', text);
            fetch('./shared', { method: 'POST', body: form }).then((answer) => done(answer.url), (error) => done(`${error}`));";
        let answered = page
            .driver()
            .execute_async(script, vec![json!(HARBOUR)])
            .await?
            .json()
            .clone();
        let address = answered.as_str().unwrap_or_default();
        assert!(address.ends_with("/#shared") || address.ends_with('/'), "{answered}");
        page.driver().goto(format!("{}#shared", page.site.address())).await?;
        page.driver().refresh().await?;
        page.marked().await?;
        assert_eq!(
            page.js("return location.hash.includes('shared')", json!([])).await?,
            json!(false)
        );
        let left = "const done = arguments[0];
            caches.open('lectern-shared').then((cache) => cache.keys()).then((keys) => done(keys.length));";
        assert_eq!(*page.driver().execute_async(left, vec![]).await?.json(), json!(0));
        Ok(())
    })
    .await;
}

/// A new version is offered, not forced: the old one stays until the reader loads it, and its files then go.
#[tokio::test]
async fn a_new_version_is_an_offer() {
    with_page("newer", async |page| {
        page.open().await?;
        kept(page).await?;
        page.open().await?;
        let names = "const done = arguments[0]; caches.keys().then(done);";
        let before = page.driver().execute_async(names, vec![]).await?.json().clone();
        page.site
            .edit("sw.js", "const VERSION = \"", "const VERSION = \"later-");
        page.open().await?;
        page.until(
            "the offer",
            "return document.querySelector('#newer button') !== null",
        )
        .await?;
        page.read(HARBOUR).await?;
        page.click("#newer button").await?;
        page.until(
            "the page of the new version",
            "return document.querySelector('#newer') === null",
        )
        .await?;
        page.started().await?;
        page.until_done(
            "old files gone",
            "const done = arguments[0];
             caches.keys().then((names) => done(names.length === 1 && names[0].includes('later-')));",
        )
        .await?;
        let after = page.driver().execute_async(names, vec![]).await?.json().clone();
        assert_ne!(before, after);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_manifest_names_files_that_are_there() {
    with_page("manifest", async |page| {
        page.open().await?;
        if page.browser == Browser::Chromium {
            let answer = page
                .js("return document.querySelector('link[rel=manifest]').href", json!([]))
                .await?;
            assert!(answer.as_str().unwrap_or_default().ends_with("/manifest.webmanifest"));
        }
        let script = "const done = arguments[0];
            (async () => {
              const manifest = await (await fetch('manifest.webmanifest')).json();
              const icons = manifest.icons.map((icon) => icon.src);
              const found = await Promise.all(icons.map(async (src) => (await createImageBitmap(await (await fetch(src)).blob())).width));
              return [manifest.display, found];
            })().then(done, (error) => done(`${error}`));";
        let found = page.driver().execute_async(script, vec![]).await?.json().clone();
        assert_eq!(found, json!(["standalone", [192, 512, 512]]));
        Ok(())
    })
    .await;
}
