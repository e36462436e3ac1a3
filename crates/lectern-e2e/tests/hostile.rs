//! Pages made to do harm: nothing of them runs, nothing is asked for, and the page reads on.

use lectern_e2e::{Browser, with_page};
use serde_json::json;

use crate::HARBOUR;

/// Every way to run or to ask that markup has, around a story. Whatever runs says so in `window.ran`.
const HOSTILE: &str = r#"<h1 onclick="window.ran=1">Harbour stays open</h1>
<script>window.ran=2</script><script src="/ran.js"></script><link rel=stylesheet href="/ran.css">
<style>@import "/ran.css"; p { background: url(/ran.png) }</style><base href="http://ran.example/">
<meta http-equiv=refresh content="0;url=/ran.html">
<p style="background:url(/ran.png)">"The harbour is open," said Mayor Odile Fenwick on Monday.<img src=/ran.png onerror="window.ran=3"></p>
<p>"Boats may enter," said <a href="javascript:window.ran=4" id=lure>Jon Veldt</a>, the harbour master.<svg onload="window.ran=5"><animate onbegin="window.ran=6" attributeName=x></svg></p>
<iframe srcdoc="<script>parent.ran=7</script>"></iframe><iframe src="javascript:parent.ran=8"></iframe>
<object data="/ran.html"></object><embed src="/ran.html"><video src="/ran.mp4" autoplay onerror="window.ran=9"></video><audio src="/ran.mp3" autoplay></audio>
<details open ontoggle="window.ran=10"><p>The council of Bayport voted to keep the ferry running through the winter.</p></details>
<input autofocus onfocus="window.ran=11"><form action="http://ran.example/"><button formaction="javascript:window.ran=12">Go</button></form>
<math><mtext><table><mglyph><style><img src=/ran.png onerror="window.ran=13"></style></mglyph></table></mtext></math>
<noscript><p title="</noscript><img src=/ran.png onerror=window.ran=14>"></noscript>
<svg></p><style><a id="</style><img src=/ran.png onerror=window.ran=15>"></svg>
<form><math><mtext></form><form><mglyph><style></math><img src=/ran.png onerror=window.ran=16></form>
<template><img src=/ran.png onerror="window.ran=17"></template><x contenteditable onblur="window.ran=18">lose focus!</x>
<p>{{constructor.constructor('window.ran=19')()}} ${window.ran=20} &lt;img src=/ran.png onerror=window.ran=21&gt;</p>"#;

#[tokio::test]
async fn nothing_of_a_hostile_page_runs_or_is_asked_for() {
    with_page("hostile", async |page| {
        page.open().await?;
        page.paste_both("", HOSTILE).await?;
        page.marked().await?;
        for tab in ["quotations", "proposals", "check", "removed", "speakers"] {
            page.click(&format!("#panel [data-tab={tab}]")).await?;
        }
        let drawn = page.look().await?;
        assert!(
            drawn.quotations.iter().any(|line| line.contains("The harbour is open")),
            "{drawn:?}"
        );
        let quiet = "const done = arguments[0];
            requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => done(true))))";
        page.until_done("an idle moment", quiet).await?;
        assert_eq!(page.js("return window.ran ?? null", json!([])).await?, json!(null));
        let foreign = "return [...document.querySelectorAll('#app *')].filter((element) =>
                ['SCRIPT', 'IMG', 'IFRAME', 'OBJECT', 'EMBED', 'VIDEO', 'AUDIO', 'FORM', 'STYLE', 'BASE', 'META'].includes(element.tagName)
                || element.getAttributeNames().some((name) => name.startsWith('on') || name === 'style')
                || /^(javascript|data):/.test(element.getAttribute('href') ?? ''))
            .map((element) => element.outerHTML.slice(0, 90))";
        assert_eq!(page.js(foreign, json!([])).await?, json!([]));
        let asked = |address: &String| address.contains("ran.");
        assert!(!page.site.requests().iter().any(asked), "{:?}", page.site.requests());
        if page.browser == Browser::Chromium {
            let addresses = page.addresses().await?;
            assert!(addresses.len() > 3, "the browser's log is empty");
            assert!(!addresses.iter().any(asked), "{addresses:?}");
        }
        page.open().await?;
        page.read(HARBOUR).await
    })
    .await;
}

#[tokio::test]
async fn a_page_of_a_hundred_thousand_tags_leaves_lectern_alive() {
    with_page("hostile-size", async |page| {
        page.open().await?;
        let story = "<p>\"The harbour is open,\" said Mayor Odile Fenwick on Monday.</p>";
        let html = format!(
            "{story}{}{}",
            "<i>x</i><br>".repeat(25_000),
            "<div><b>".repeat(25_000)
        );
        page.paste_both("", &html).await?;
        page.marked().await?;
        assert_eq!(
            page.look().await?.quotations,
            ["direct: \"The harbour is open,\""]
        );
        page.open().await?;
        page.read(HARBOUR).await
    })
    .await;
}
