//! A folder is chosen or dropped: what Lectern reads of it lies on the shelf, by path, and what is left out is told.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use lectern_e2e::{Browser, Page, with_page};
use serde_json::json;

/// Paths in the folder, and what is in them; those that are opened stand in the order in which they should be.
const FILES: [(&str, &str); 7] = [
    ("a/ferry.txt", include_str!("../articles/ferry.txt")),
    ("a/wells.txt", include_str!("../articles/wells.txt")),
    ("pumps.txt", include_str!("../articles/pumps.txt")),
    ("a/picture.png", "no text"),
    ("z/settings.json", "{\"of\": \"another program\"}"),
    (".notes.txt", "hidden"),
    ("table.csv", "of another program"),
];

/// Puts the files into a folder of this name.
fn made(name: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).join("news");
    for (path, text) in FILES {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(&folder))?;
        fs::write(path, text)?;
    }
    Ok(folder)
}

/// Waits until all articles stand on the shelf, and what was left out is told.
async fn opened(page: &Page) -> Result<()> {
    page.marked().await?;
    page.until(
        "the shelf in the order of the paths",
        "return [...document.querySelectorAll('.shelf button')].map((button) => button.textContent.trim()).join()
            === 'a/ferry.txt,a/wells.txt,pumps.txt'",
    )
    .await?;
    page.until(
        "what was left out",
        "return document.querySelector('#left-out')?.textContent.startsWith('3 files were left out') ?? false",
    )
    .await
}

#[tokio::test]
async fn a_folder_is_opened_by_its_button() {
    with_page("folder-button", async |page| {
        page.open().await?;
        page.find("#open-folder").await?;
        match page.browser {
            Browser::Chromium => {
                let folder = made("folder-button")?;
                let folder = folder.to_string_lossy().into_owned();
                page.find("#open-folder").await?.send_keys(folder).await?;
            }
            // Its driver puts files into such a field and no folders.
            Browser::Firefox => {
                let script = "const field = document.querySelector('#open-folder');
                    const files = arguments[0].map(([path, text]) => {
                        const file = new File([text], path.split('/').pop());
                        Object.defineProperty(file, 'webkitRelativePath', { value: 'news/' + path });
                        return file;
                    });
                    Object.defineProperty(field, 'files', { value: files });
                    field.dispatchEvent(new Event('change', { bubbles: true }))";
                page.js(script, json!([FILES.to_vec()])).await?;
            }
        }
        opened(page).await?;
        // Another article takes the place of the folder, and nothing is left out of that.
        page.drop_files(&[("one.txt", FILES[0].1)]).await?;
        page.until("told no more", "return !document.querySelector('#left-out')")
            .await
    })
    .await;
}

#[tokio::test]
async fn a_folder_is_dropped() {
    with_page("folder-dropped", async |page| {
        page.open().await?;
        if page.browser == Browser::Chromium {
            let folder = made("folder-dropped")?;
            for kind in ["dragEnter", "dragOver", "drop"] {
                let event = json!({ "type": kind, "x": 200, "y": 200,
                    "data": { "items": [], "files": [folder.to_string_lossy()], "dragOperationsMask": 1 } });
                page.driver()
                    .cdp()
                    .send_raw("Input.dispatchDragEvent", event)
                    .await?;
            }
        } else {
            dropped_entries(page).await?;
        }
        opened(page).await
    })
    .await;
}

/// Drops what looks like a folder of the browser's, which hands over what is in it one by one.
async fn dropped_entries(page: &Page) -> Result<()> {
    let script = "const folder = (fullPath, inside) => ({
            isDirectory: true, name: fullPath.split('/').pop(), fullPath,
            createReader: () => ({ readEntries: (done) => setTimeout(() => done(inside.splice(0, 1))) }),
        });
        const file = (path, text) => {
            const name = path.split('/').pop();
            return { isDirectory: false, name, fullPath: '/news/' + path, file: (done) => done(new File([text], name)) };
        };
        const within = (start) => arguments[0].filter(([path]) => path.startsWith(start)).map((each) => file(...each));
        const top = arguments[0].filter(([path]) => !path.includes('/')).map((each) => file(...each));
        const news = folder('/news', [folder('/news/a', within('a/')), ...top, folder('/news/z', within('z/'))]);
        const event = new DragEvent('drop', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'dataTransfer', { value: {
            getData: () => '', files: [], items: [{ webkitGetAsEntry: () => news }] } });
        document.body.dispatchEvent(event)";
    page.js(script, json!([FILES.to_vec()])).await.map(drop)
}

#[tokio::test]
async fn a_folder_with_nothing_to_read_says_so() {
    with_page("folder-nothing", async |page| {
        page.open().await?;
        let drop = "const event = new DragEvent('drop', { bubbles: true, cancelable: true });
            const done = arguments[0].map(([name, text]) => ({ isDirectory: false, name, fullPath: '/news/' + name,
                file: (done) => done(new File([text], name)) }));
            const news = { isDirectory: true, name: 'news', fullPath: '/news',
                createReader: () => ({ readEntries: (give) => give(done.splice(0)) }) };
            Object.defineProperty(event, 'dataTransfer', { value: {
                getData: () => '', files: [], items: [{ webkitGetAsEntry: () => news }] } });
            document.body.dispatchEvent(event)";
        for (files, words) in [
            (json!([["photo.jpg", "x"]]), "1 file was left out"),
            (json!([]), "There is no file in this folder"),
        ] {
            page.js(drop, json!([files])).await?;
            let told = format!("return document.querySelector('.hint')?.textContent.includes({words:?}) ?? false");
            page.until(words, &told).await?;
        }
        Ok(())
    })
    .await;
}
