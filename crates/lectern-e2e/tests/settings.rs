//! How the page looks and which language it speaks: chosen, seen at once, kept, and there before the first paint.

use anyhow::Result;
use lectern_e2e::{Browser, Page, skipped, with_page, with_page_in};
use serde_json::{Value, json};

use crate::HARBOUR;

const OPEN: &str = ".masthead [title='Reading settings']";

async fn read(page: &Page) -> Result<()> {
    page.open().await?;
    page.read(HARBOUR).await?;
    page.click(OPEN).await
}

/// A property of an element as the browser computed it.
async fn style(page: &Page, selector: &str, property: &str) -> Result<String> {
    let script = "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]";
    let value = page.js(script, json!([selector, property])).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn a_theme_is_seen_at_once_and_stands_before_the_first_paint() {
    with_page("theme", async |page| {
        read(page).await?;
        let mut papers = Vec::new();
        for theme in ["Light", "Sepia", "Dark"] {
            page.click_named("dialog button", theme).await?;
            let word = theme.to_lowercase();
            page.until(
                theme,
                &format!("return document.documentElement.dataset.theme === {word:?}"),
            )
            .await?;
            papers.push(style(page, "html", "backgroundColor").await?);
        }
        papers.dedup();
        assert_eq!(papers.len(), 3, "{papers:?}");
        page.load().await?;
        let theme = "return document.documentElement.dataset.theme";
        assert_eq!(page.js(theme, json!([])).await?, json!("dark"));
        assert_eq!(
            Some(&style(page, "html", "backgroundColor").await?),
            papers.last()
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn letters_and_marks_follow_the_settings() {
    with_page("letters", async |page| {
        read(page).await?;
        let size = style(page, "#article [data-kind=paragraph]", "fontSize").await?;
        let face = style(page, "#article [data-kind=paragraph]", "fontFamily").await?;
        let leading = style(page, "#article [data-kind=paragraph]", "lineHeight").await?;
        for choice in ["Huge", "Sans", "Wide"] {
            page.click_named("dialog button", choice).await?;
        }
        assert_ne!(style(page, "#article [data-kind=paragraph]", "fontSize").await?, size);
        assert_ne!(style(page, "#article [data-kind=paragraph]", "fontFamily").await?, face);
        assert_ne!(style(page, "#article [data-kind=paragraph]", "lineHeight").await?, leading);
        page.click_named("dialog button", "Close").await?;
        let line = style(page, "#article mark.direct", "textDecorationLine").await?;
        assert_eq!(line, "underline");
        // From lines to full to none.
        page.press("h").await?;
        page.press("h").await?;
        page.until(
            "no marks drawn",
            "return getComputedStyle(document.querySelector('#article mark.direct')).textDecorationLine === 'none'",
        )
        .await
    })
    .await;
}

async fn languages(page: &Page) -> Result<Value> {
    let script = "return [document.documentElement.lang, document.querySelector('#article').lang,
        document.querySelector('#tab-speakers .tab-name').textContent]";
    page.js(script, json!([])).await
}

#[tokio::test]
async fn the_interface_changes_its_language_and_the_article_keeps_its_own() {
    with_page("language", async |page| {
        read(page).await?;
        assert_eq!(languages(page).await?, json!(["en", "en", "Speakers"]));
        page.click_named("dialog button", "简体中文").await?;
        page.until("Chinese", "return document.documentElement.lang === 'zh-Hans'")
            .await?;
        page.marked().await?;
        assert_eq!(languages(page).await?, json!(["zh-Hans", "en", "说话者"]));
        page.open().await?;
        let lang = "return document.documentElement.lang";
        assert_eq!(page.js(lang, json!([])).await?, json!("zh-Hans"), "it is kept");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_asks_for_chinese_gets_it() {
    with_page_in("chinese-browser", "zh-CN,zh", async |page| {
        page.open().await?;
        let promise = page.texts(".promise").await?;
        assert!(promise[0].contains("新闻"), "{promise:?}");
        page.read(HARBOUR).await?;
        assert_eq!(languages(page).await?, json!(["zh-Hans", "en", "说话者"]));
        let byline = page.texts("#article .byline").await?;
        assert!(byline[0].contains("2021年3月9日 07:15"), "{byline:?}");
        Ok(())
    })
    .await;
}

/// The contrast of the marks in hand against what lies under them.
const IN_HAND: &str = "const light = (colour) => {
        const [r, g, b] = colour.match(/[0-9.]+/g).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const solid = (colour) => !/(, 0\\)|transparent)$/.test(colour);
    const ground = (element) => { while (element && !solid(getComputedStyle(element).backgroundColor)) element = element.parentElement; return getComputedStyle(element ?? document.documentElement).backgroundColor; };
    return [...document.querySelectorAll('#article .on')].map((leaf) => {
        const [a, b] = [light(getComputedStyle(leaf).color), light(ground(leaf))].sort((a, b) => b - a);
        return [leaf.className, (a + 0.05) / (b + 0.05)];
    })";

#[tokio::test]
async fn in_forced_colours_the_mark_in_hand_is_readable_in_both_schemes() {
    with_page("forced-colours", async |page| {
        if page.browser != Browser::Chromium {
            skipped("forced-colours", "only Chromium's driver can force colours");
            return Ok(());
        }
        page.open().await?;
        page.click("#example").await?;
        page.marked().await?;
        for scheme in ["light", "dark"] {
            let media = json!({ "features": [
                { "name": "forced-colors", "value": "active" },
                { "name": "prefers-color-scheme", "value": scheme },
            ] });
            page.driver()
                .cdp()
                .send_raw("Emulation.setEmulatedMedia", media)
                .await?;
            for list in ["quotations", "proposals"] {
                page.tab(list).await?;
                page.click("#panel-list li.card .card-head").await?;
                page.until(
                    "a mark in hand",
                    "return !!document.querySelector('#article mark.on')",
                )
                .await?;
                let found = page.js(IN_HAND, json!([])).await?;
                for pair in found.as_array().into_iter().flatten() {
                    assert!(pair[1].as_f64() >= Some(4.5), "{scheme}, {list}: {pair}");
                }
            }
        }
        Ok(())
    })
    .await;
}
