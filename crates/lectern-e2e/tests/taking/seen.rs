//! What is chosen and how it begins, as it is read.

use anyhow::Context;
use lectern_e2e::{with_page, with_page_in};
use serde_json::{Value, json};

use super::{choose, previewed, watched};

#[tokio::test]
async fn a_page_and_the_worksheets_are_seen_as_they_are_read() {
    with_page("export-seen", async |page| {
        watched(page).await?;
        let watch = "window.broken = [];
            document.addEventListener('securitypolicyviolation', (event) => window.broken.push(event.violatedDirective))";
        page.js(watch, json!([])).await?;
        page.click("#export").await?;
        previewed(page, "[^").await?;
        let seen = "const seen = document.querySelector('#export-preview[aria-busy=false] > .seen')?.textContent ?? '';
            return seen.startsWith(arguments[0]) && !/<\\/?[a-z]|&[a-z]+;/.test(seen) && seen.includes('____(1)____') === arguments[1]";
        for (format, words, has_gaps) in [
            ("html", "Harbour Mayor", false),
            ("worksheet-speakers", "Name\n\nWho says it?", true),
            ("worksheet-cues", "Name\n\nHow do they say it?", true),
            ("worksheet-proposals", "Name\n\nWhat do they want done?", true),
        ] {
            choose(page, "#export-format", format).await?;
            let words_of = words.lines().last().unwrap_or_default();
            previewed(page, words_of).await.with_context(|| format.to_owned())?;
            assert_eq!(page.js(seen, json!([words, has_gaps])).await?, json!(true), "{format}");
        }
        assert_eq!(page.js("return window.broken", json!([])).await?, json!([]));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_chosen_is_read_to_its_end_on_a_phone() {
    for (name, languages) in [("export-narrow", "en-US,en"), ("export-narrow-zh", "zh-CN,zh")] {
        with_page_in(name, languages, async |page| {
            watched(page).await?;
            page.size(320, 568).await?;
            page.click("#export").await?;
            previewed(page, "[^").await?;
            let formats = "return [...document.querySelectorAll('#export-format option')].map((option) => option.value)";
            let formats = page.js(formats, json!([])).await?;
            let formats = formats.as_array().context("a list of forms")?;
            assert!(formats.len() > 10);
            for format in formats.iter().filter_map(Value::as_str) {
                choose(page, "#export-format", format).await?;
                page.until(
                    format,
                    "const list = document.querySelector('#export-format'), words = list.previousElementSibling;
                     const [over, under] = [list, words].map((each) => each.getBoundingClientRect());
                     return words.textContent === list.selectedOptions[0].textContent
                        && words.scrollWidth <= words.parentElement.clientWidth && under.right <= innerWidth
                        && over.top <= under.top && over.bottom >= under.bottom && over.left <= under.left",
                )
                .await?;
            }
            Ok(())
        })
        .await;
    }
}
