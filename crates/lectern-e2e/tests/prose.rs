//! The article stays an article: it copies as clean prose, can be searched, printed and rewritten under the marks.

use lectern_e2e::{Browser, with_page};
use serde_json::json;
use thirtyfour::common::print::PrintParameters;

use crate::HARBOUR;

#[tokio::test]
async fn copied_paragraphs_are_the_pasted_ones() {
    with_page("copying", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        let script =
            "return [...document.querySelectorAll('#article [data-kind=paragraph]')].map((paragraph) => {
            getSelection().selectAllChildren(paragraph);
            return getSelection().toString();
        })";
        let copied = page.js(script, json!([])).await?;
        let pasted: Vec<&str> = HARBOUR
            .lines()
            .skip(3)
            .filter(|line| !line.is_empty() && line.is_ascii())
            .collect();
        assert_eq!(copied, json!(pasted));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_browser_finds_words_at_the_end_of_a_long_article() {
    with_page("find", async |page| {
        page.open().await?;
        let last = HARBOUR.replace(
            "Everybody has to have access",
            "Every periwinkle has to have access",
        );
        let long = format!("{}{last}", HARBOUR.repeat(40));
        page.read(&long).await?;
        page.until(
            "the end is drawn",
            "return document.querySelector('#article').textContent.includes('periwinkle')",
        )
        .await?;
        // It looks from the selection on.
        page.js("getSelection().removeAllRanges()", json!([])).await?;
        assert_eq!(
            page.js("return window.find('periwinkle')", json!([])).await?,
            json!(true)
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_translator_that_rewrites_the_text_breaks_nothing() {
    with_page("translator", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        // What translation extensions do: each text node becomes an element of their own.
        let script = "const walker = document.createTreeWalker(document.querySelector('#article'), NodeFilter.SHOW_TEXT);
            const texts = [];
            while (walker.nextNode()) texts.push(walker.currentNode);
            for (const text of texts) {
                const font = document.createElement('font');
                font.textContent = `«${text.data}»`;
                text.replaceWith(font);
            }
            return texts.length";
        assert!(page.js(script, json!([])).await?.as_u64() > Some(20), "there was text to rewrite");
        page.click("#panel li.speaker .speaker-row").await?;
        page.until("the speaker's marks lit", "return !!document.querySelector('#article mark.lit')").await?;
        page.read("Marrow Bay, May 2 - \"The harbour is open,\" said Mayor Odile Fenwick.").await?;
        assert_eq!(page.look().await?.quotations, ["direct: \"The harbour is open,\""]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_article_prints_with_a_key_behind_it() {
    with_page("print", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        // The page's own listener has come first and made the key.
        page.js(
            "addEventListener('beforeprint', () => { window.key = document.querySelector('#key')?.textContent })",
            json!([]),
        )
        .await?;
        let pdf = page.driver().print_page(PrintParameters::default()).await?;
        assert!(
            pdf.starts_with(b"%PDF-") && pdf.len() > 10_000,
            "{} bytes",
            pdf.len()
        );
        // Firefox packs the list of pages away.
        if page.browser == Browser::Chromium {
            let is_page = |bytes: &&[u8]| bytes.starts_with(b"/Type /Page") && bytes[11] != b's';
            let pages = pdf.windows(12).filter(is_page).count();
            assert!(pages >= 2, "the article and its key take two pages, not {pages}");
        }
        page.until("the key while it printed", "return !!window.key").await?;
        let key = page.js("return window.key", json!([])).await?;
        let key = key.as_str().unwrap_or_default();
        for part in ["Speakers", "Odile Fenwick", "Quotations", "Q1", "Proposals", "P1", "Made with Lectern"] {
            assert!(key.contains(part), "{part} is not in the key: {key}");
        }
        page.until("no key on the screen", "return !document.querySelector('#key')").await?;
        Ok(())
    })
    .await;
}

/// Two buttons print; what was chosen holds for the browser's own printing as well.
#[tokio::test]
async fn the_article_prints_alone_where_that_is_chosen() {
    with_page("print-alone", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        // Firefox keeps a test's own functions out of the page.
        if page.browser == Browser::Firefox {
            return Ok(());
        }
        page.js(
            "window.print = () => { window.printed = (window.printed ?? 0) + 1 }",
            json!([]),
        )
        .await?;
        let on_paper = "dispatchEvent(new Event('beforeprint'));
            const has = !!document.querySelector('#key');
            dispatchEvent(new Event('afterprint'));
            return has";
        for (button, printed, has_key) in [("#print-alone", 1, false), ("#print-lists", 2, true)] {
            page.press("d").await?;
            page.until("the sheet", "return !!document.querySelector('#print-alone')")
                .await?;
            page.click(button).await?;
            page.until(
                "printing",
                &format!("return window.printed === {printed} && !document.querySelector('dialog[open]')"),
            )
            .await?;
            assert_eq!(page.js(on_paper, json!([])).await?, json!(has_key), "{button}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_hidden_kind_has_no_number_and_no_line_in_the_key() {
    with_page("print-hidden", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        let paper = "dispatchEvent(new Event('beforeprint'));
            const notes = [...document.querySelectorAll('#article [data-note]')].map((leaf) => leaf.dataset.note).join(' ').split(' ');
            const lines = [...document.querySelectorAll('#key > ul > li > strong')].map((line) => line.textContent);
            const key = document.querySelector('#key').textContent;
            dispatchEvent(new Event('afterprint'));
            const numbers = (list) => list.filter((each) => /^[QP][0-9]+$/.test(each)).sort();
            const left = document.querySelectorAll('[data-note]').length;
            return [numbers(notes).join() === numbers(lines).join(), numbers(notes).filter((note) => note[0] === 'P').length, key, left]";
        let all = page.js(paper, json!([])).await?;
        assert_eq!((&all[0], &all[3]), (&json!(true), &json!(0)), "{all}");
        assert!(all[1].as_u64() > Some(0), "{all}");
        page.press("2").await?;
        page.until(
            "proposals hidden",
            "return document.querySelector('#article').dataset.hide.includes('call')",
        )
        .await?;
        let hidden = page.js(paper, json!([])).await?;
        assert_eq!((&hidden[0], &hidden[1]), (&json!(true), &json!(0)), "{hidden}");
        assert!(!hidden[2].as_str().unwrap_or_default().contains(" proposals"), "{hidden}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_key_follows_what_is_shown() {
    with_page("print-shown", async |page| {
        page.open().await?;
        page.read(HARBOUR).await?;
        let key = "dispatchEvent(new Event('beforeprint'));
            const key = document.querySelector('#key')?.textContent ?? null;
            dispatchEvent(new Event('afterprint'));
            return key";
        let all = page.js(key, json!([])).await?;
        page.click("#panel li.speaker .speaker-row").await?;
        page.until(
            "one speaker chosen",
            "return !!document.querySelector('#article.filtered')",
        )
        .await?;
        let one = page.js(key, json!([])).await?;
        // The paper says that it is a part, with the key or without.
        let media = json!({ "media": "print" });
        if page.driver().cdp().send_raw("Emulation.setEmulatedMedia", media).await.is_ok() {
            let seen = "return [...document.querySelectorAll('.notices > *')].filter((part) => part.checkVisibility()).map((part) => part.innerText)";
            let seen = page.js(seen, json!([])).await?;
            assert!(seen[0].as_str().is_some_and(|words| words.contains(" marks shown")) && seen[1].is_null(), "{seen}");
            page.driver().cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        }
        let length = |key: &serde_json::Value| key.as_str().map_or(0, str::len);
        assert!(length(&one) > 0 && length(&one) < length(&all), "{one}");
        page.click_named(".masthead .density button", "Off").await?;
        page.until(
            "marks off",
            "return document.documentElement.dataset.density === 'off'",
        )
        .await?;
        assert_eq!(page.js(key, json!([])).await?, json!(null));
        Ok(())
    })
    .await;
}
