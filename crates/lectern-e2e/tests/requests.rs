//! No byte leaves the page: the server's log, the browser's own log and the policy agree.

use lectern_e2e::{Browser, built, with_page};
use serde_json::json;

use crate::HARBOUR;

#[tokio::test]
async fn the_page_asks_for_its_own_files_and_nothing_else() {
    with_page("requests", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        for tab in ["quotations", "proposals", "check", "removed"] {
            page.tab(tab).await?;
        }
        let dist = built().expect("the test runs on a built page");
        for path in page.site.requests() {
            let name = path.trim_start_matches('/');
            // A browser asks for the icon at the root by itself.
            let known = name.is_empty() || name == "favicon.ico" || dist.join(name).is_file();
            assert!(known, "the page asked for {path}");
        }
        if page.browser == Browser::Chromium {
            let own = page.site.address();
            let addresses = page.addresses().await?;
            assert!(addresses.len() > 3, "the browser's log is empty: {addresses:?}");
            for address in addresses {
                let inside =
                    address.starts_with(&own) || address.starts_with("data:") || address.starts_with("blob:");
                assert!(inside, "the page asked for {address}");
            }
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_policy_stops_whatever_would_carry_the_text_away() {
    with_page("policy", async |page| {
        page.open().await?;
        let script = "const done = arguments[0];
            const stopped = [];
            document.addEventListener('securitypolicyviolation', (event) => {
                stopped.push(event.effectiveDirective);
                if (stopped.length === 3) done(stopped.sort());
            });
            fetch('http://127.0.0.1:1/away').catch(() => {});
            new Image().src = 'http://127.0.0.1:1/away.png';
            const script = document.createElement('script');
            script.textContent = 'window.ran = true';
            document.body.append(script);";
        let stopped = page.driver().execute_async(script, vec![]).await?.json().clone();
        assert_eq!(stopped, json!(["connect-src", "img-src", "script-src-elem"]));
        assert_eq!(
            page.js("return window.ran ?? null", json!([])).await?,
            json!(null)
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn nothing_that_the_page_does_breaks_its_policy() {
    with_page("policy-kept", async |page| {
        page.open_with(
            "window.broken = []; document.addEventListener('securitypolicyviolation', (event) =>
                window.broken.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`))",
        )
        .await?;
        page.read(HARBOUR).await?;
        for tab in ["quotations", "proposals", "check", "removed", "speakers"] {
            page.tab(tab).await?;
        }
        page.click("#panel li.speaker .speaker-row").await?;
        page.press("j?").await?;
        assert_eq!(page.js("return window.broken", json!([])).await?, json!([]));
        Ok(())
    })
    .await;
}
