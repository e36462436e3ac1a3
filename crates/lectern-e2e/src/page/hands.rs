//! What a person does at the page: pasting, dropping, clicking, pressing keys.

use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::prelude::WebElement;

use super::{PATIENCE, Page};
use crate::browser::Browser;

impl Page {
    /// Pastes plain text, as the keyboard would, into whatever has the focus.
    ///
    /// # Errors
    /// When the page can't be reached.
    pub async fn paste(&self, text: &str) -> Result<()> {
        self.paste_both(text, "").await
    }

    /// Pastes text with the markup that it was copied with.
    ///
    /// # Errors
    /// When the page can't be reached.
    pub async fn paste_both(&self, text: &str, html: &str) -> Result<()> {
        let script = "const data = new DataTransfer();
            data.setData('text/plain', arguments[0]);
            if (arguments[1]) data.setData('text/html', arguments[1]);
            const target = document.activeElement ?? document.body;
            const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
            // What Firefox takes for it at its making is something else.
            Object.defineProperty(event, 'clipboardData', { value: data });
            target.dispatchEvent(event);";
        self.js(script, json!([text, html])).await?;
        Ok(())
    }

    /// Drops a file onto the page.
    ///
    /// # Errors
    /// When the page can't be reached.
    pub async fn drop_file(&self, name: &str, bytes: &[u8]) -> Result<()> {
        self.drop_files(&[(name, bytes)]).await
    }

    /// The same with several files at once.
    ///
    /// # Errors
    /// When the page can't be reached.
    pub async fn drop_files(&self, files: &[(impl AsRef<str>, impl AsRef<[u8]>)]) -> Result<()> {
        let files: Vec<Value> = files
            .iter()
            .map(|(name, bytes)| json!([name.as_ref(), bytes.as_ref()]))
            .collect();
        let script = "const data = new DataTransfer();
            for (const [name, bytes] of arguments[0]) data.items.add(new File([new Uint8Array(bytes)], name));
            for (const kind of ['dragenter', 'dragover', 'drop'])
                document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));";
        self.js(script, json!([files])).await?;
        Ok(())
    }

    /// Pastes an article and waits for its marks, not those of the article before.
    ///
    /// # Errors
    /// When they do not come.
    pub async fn read(&self, text: &str) -> Result<()> {
        let script = "const old = document.querySelector('#article'); if (old) old.dataset.reading = 'old'";
        self.js(script, json!([])).await?;
        self.paste(text).await?;
        self.marked().await
    }

    /// Waits until the article stands with its marks.
    ///
    /// # Errors
    /// When they do not come.
    pub async fn marked(&self) -> Result<()> {
        self.until(
            "the article with its marks",
            "return !!document.querySelector('#article[data-reading=marks]:not([aria-busy])')",
        )
        .await
    }

    /// Clicks as a person does: waits until it has come to rest, then clicks on what can be seen there.
    ///
    /// # Errors
    /// When there is nothing to click, or something lies over it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let began = Instant::now();
        loop {
            let element = self.find(selector).await?;
            match self.click_at_rest(&element).await {
                Ok(()) => return Ok(()),
                Err(error) if is_stale(&error) && began.elapsed() < PATIENCE => {}
                Err(error) => return Err(error).with_context(|| format!("can't click {selector}")),
            }
        }
    }

    /// Clicks on the one among several elements that says just this.
    ///
    /// # Errors
    /// When none does, or it can't be clicked.
    pub async fn click_named(&self, selector: &str, words: &str) -> Result<()> {
        let name = "const [selector, words] = arguments;
            document.querySelector('[data-test]')?.removeAttribute('data-test');
            const says = (each) => each.textContent.trim() === words;
            [...document.querySelectorAll(selector)].find(says)?.setAttribute('data-test', '');
            return !!document.querySelector('[data-test]')";
        if self.js(name, json!([selector, words])).await? != Value::Bool(true) {
            bail!("no {selector} says {words:?}");
        }
        self.click("[data-test]").await
    }

    /// One try; the element may be drawn anew while it is waited for.
    async fn click_at_rest(&self, element: &WebElement) -> Result<()> {
        let arguments = vec![element.to_json()?];
        let rest = self
            .driver()
            .execute_async(include_str!("../rest.js"), arguments)
            .await?;
        if let Some(over) = rest.json().as_str() {
            bail!("{over} lies over it");
        }
        Ok(element.click().await?)
    }

    /// Presses keys, wherever the focus is.
    ///
    /// # Errors
    /// When the page can't be reached.
    pub async fn press(&self, keys: &str) -> Result<()> {
        Ok(self.driver().action_chain().send_keys(keys).perform().await?)
    }

    /// Puts the focus where the selector says and presses keys there.
    ///
    /// # Errors
    /// When the page can't be reached, or nothing is there.
    pub async fn press_at(&self, selector: &str, keys: &str) -> Result<()> {
        self.js("document.querySelector(arguments[0]).focus()", json!([selector]))
            .await?;
        self.press(keys).await
    }

    /// Sets the size of the view, in CSS pixels.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn size(&self, width: u32, height: u32) -> Result<()> {
        match self.browser {
            Browser::Chromium => {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500 });
                self.driver()
                    .cdp()
                    .send_raw("Emulation.setDeviceMetricsOverride", metrics)
                    .await?;
            }
            Browser::Firefox => self.driver().set_window_rect(0, 0, width, height).await?,
        }
        Ok(())
    }
}

/// Whether an element was taken away or drawn anew since it was found.
fn is_stale(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<WebDriverError>()
        .is_some_and(|error| matches!(**error, WebDriverErrorInner::StaleElementReference(_)))
}
