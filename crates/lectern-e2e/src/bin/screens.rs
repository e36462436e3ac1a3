//! Takes pictures of the built page: three widths, four themes, both languages.
//!
//! `LECTERN_DIST` names the built page and `LECTERN_SCREENS` the folder for the pictures; `LECTERN_ARTICLE` names
//! an article to show instead of the page's own example. `cargo xtask screens` sets what is needed.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};
use lectern_e2e::{Page, built};
use serde_json::json;

const SIZES: [(u32, u32); 3] = [(1280, 900), (768, 1024), (390, 844)];
const THEMES: [&str; 4] = ["light", "dark", "sepia", "forced"];
/// What browsers ask for, and the word in the file names.
const LANGUAGES: [(&str, &str); 2] = [("en-US,en", "en"), ("zh-CN,zh", "zh")];

/// Articles that are opened together.
const ARTICLES: [(&str, &str); 3] = [
    ("wells.txt", include_str!("../../articles/wells.txt")),
    ("pumps.txt", include_str!("../../articles/pumps.txt")),
    ("ferry.txt", include_str!("../../articles/ferry.txt")),
];

/// Asks the table of all articles for quotations and proposals.
const MARKS: &str = "const list = document.querySelector('#shelf-what');
    list.value = '1';
    list.dispatchEvent(new Event('change', { bubbles: true }))";

#[tokio::main]
async fn main() -> Result<()> {
    let dist = built().context("LECTERN_DIST does not name a built page")?;
    let folder = PathBuf::from(env::var_os("LECTERN_SCREENS").context("LECTERN_SCREENS names no folder")?);
    fs::create_dir_all(&folder)?;
    for (languages, word) in LANGUAGES {
        let page = Page::start(&dist, languages).await?;
        let outcome = every_view(&page, &folder, word).await;
        page.end().await?;
        outcome?;
    }
    Ok(())
}

async fn every_view(page: &Page, folder: &Path, language: &str) -> Result<()> {
    for theme in THEMES {
        dress(page, theme).await?;
        for (width, height) in SIZES {
            page.size(width, height).await?;
            let name = |state: &str| folder.join(format!("{state}-{width}-{theme}-{language}.png"));
            page.open().await?;
            picture(page, &name("welcome")).await?;
            open_article(page).await?;
            picture(page, &name("article")).await?;
            page.press("j").await?;
            page.find("#panel li.card.open, #panel [aria-selected=true]")
                .await?;
            picture(page, &name("mark")).await?;
            page.press("d").await?;
            page.find("#export-preview[aria-busy=false]").await?;
            picture(page, &name("save")).await?;
            page.press("\u{e00c}").await?;
            page.drop_files(&ARTICLES).await?;
            page.click("#shelf-table").await?;
            page.find("#shelf-what").await?;
            page.js(MARKS, json!([])).await?;
            page.find("dialog[open] .shelf-rows .words").await?;
            page.until(
                "all are read",
                "return !document.querySelector('#shelf-progress')",
            )
            .await?;
            picture(page, &name("table")).await?;
        }
    }
    Ok(())
}

/// Light and dark as the device asks for, sepia as a reader chooses it, and the device's own colours forced on all.
async fn dress(page: &Page, theme: &str) -> Result<()> {
    let scheme = if theme == "dark" { "dark" } else { "light" };
    let forced = if theme == "forced" { "active" } else { "none" };
    let media = json!({ "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "forced-colors", "value": forced },
    ] });
    page.driver()
        .cdp()
        .send_raw("Emulation.setEmulatedMedia", media)
        .await?;
    page.open().await?;
    let kept = if theme == "sepia" { "sepia" } else { "system" };
    let script = "localStorage.setItem('lectern.settings', JSON.stringify({ theme: arguments[0] }))";
    page.js(script, json!([kept])).await.map(drop)
}

async fn open_article(page: &Page) -> Result<()> {
    match env::var_os("LECTERN_ARTICLE") {
        Some(file) => page.read(&fs::read_to_string(file)?).await,
        None => {
            page.click("#example").await?;
            page.marked().await
        }
    }
}

/// Waits until fonts and transitions have come to rest, then takes what is in view.
async fn picture(page: &Page, file: &Path) -> Result<()> {
    let script = "const done = arguments[0];
        const rest = () => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
        document.fonts.ready.then(rest).then(() => requestAnimationFrame(() => requestAnimationFrame(() => done())))";
    // Nothing under the pointer.
    page.driver().action_chain().move_to(0, 0).perform().await?;
    page.driver().execute_async(script, vec![]).await?;
    page.driver()
        .screenshot(file)
        .await
        .with_context(|| format!("can't write {}", file.display()))?;
    println!("{}", file.display());
    Ok(())
}
