//! A reader at the page: what they do, and what they see.

use std::io::Write;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

use anyhow::{Context, Result, bail};
use futures_util::FutureExt;
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::extensions::query::ElementQueryable;
use thirtyfour::prelude::{By, WebElement};

use crate::browser::{Browser, Session};
use crate::server::{Answer, Site};

/// How long a test waits for what must come. Only a failing test waits that long.
const PATIENCE: Duration = Duration::from_secs(60);
const LOOK_AGAIN: Duration = Duration::from_millis(25);

/// The served page in a browser of its own.
#[derive(Debug)]
pub struct Page {
    /// The server, to ask for its requests or to withhold answers.
    pub site: Site,
    /// Which browser this is.
    pub browser: Browser,
    session: Session,
}

/// What the article's elements show, each as `kind: text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Blocks in order.
    pub blocks: Vec<String>,
    /// Quotations in order.
    pub quotations: Vec<String>,
    /// Proposals in order.
    pub proposals: Vec<String>,
}

/// Runs a test with the page's server and a fresh browser, nothing loaded yet. On failure the page's
/// picture and console are kept under `target/e2e/`. Prints "skipped" where no built page is named.
///
/// # Panics
/// When the test fails; that is its report.
pub async fn with_page(name: &str, test: impl AsyncFnOnce(&Page) -> Result<()>) {
    with_page_in(name, "en-US,en", test).await;
}

/// The same, for a reader whose browser asks for these languages.
///
/// # Panics
/// When the test fails; that is its report.
pub async fn with_page_in(name: &str, languages: &str, test: impl AsyncFnOnce(&Page) -> Result<()>) {
    let Some(dist) = built() else {
        // Past the test harness, which would swallow it: a skipped test must be seen.
        let _lost = writeln!(
            std::io::stderr(),
            "skipped: {name}: LECTERN_DIST does not name a built page"
        );
        return;
    };
    let page = Page::start(&dist, languages)
        .await
        .unwrap_or_else(|error| panic!("{name}: no browser: {error:#}"));
    let outcome = AssertUnwindSafe(test(&page)).catch_unwind().await;
    if !matches!(outcome, Ok(Ok(()))) {
        page.keep_traces(name).await;
    }
    let ended = page.session.end().await;
    match outcome {
        Err(panic) => resume_unwind(panic),
        Ok(Err(error)) => panic!("{name}: {error:#}"),
        Ok(Ok(())) => ended.unwrap_or_else(|error| panic!("{name}: the browser did not end: {error:#}")),
    }
}

/// Says that a test did not run. Past the test harness, which would swallow it: a skipped test must be seen.
pub fn skipped(name: &str, why: &str) {
    // Without a standard error there is nobody to tell.
    let _lost = writeln!(std::io::stderr(), "skipped: {name}: {why}");
}

/// The folder of the built page, if `LECTERN_DIST` names one.
pub fn built() -> Option<PathBuf> {
    env::var_os("LECTERN_DIST")
        .map(PathBuf::from)
        .filter(|folder| folder.join("index.html").is_file())
}

impl Page {
    /// Starts server and browser.
    ///
    /// # Errors
    /// When the driver or the browser does not start.
    pub async fn start(dist: &Path, languages: &str) -> Result<Page> {
        let browser = Browser::chosen()?;
        let site = Site::serve(dist).await?;
        let session = browser.start(languages).await?;
        let page = Page {
            site,
            browser,
            session,
        };
        page.driver().set_script_timeout(PATIENCE * 2).await?;
        page.size(1280, 900).await?;
        Ok(page)
    }

    /// Closes the browser and its driver.
    ///
    /// # Errors
    /// When the driver does not answer any more.
    pub async fn end(self) -> Result<()> {
        self.session.end().await
    }

    /// The driver's own interface.
    pub fn driver(&self) -> &WebDriver {
        &self.session.driver
    }

    /// Loads the page, without waiting for more than its static part.
    ///
    /// # Errors
    /// When the page does not load.
    pub async fn load(&self) -> Result<()> {
        Ok(self.driver().goto(self.site.address()).await?)
    }

    /// Loads the page and waits until the wasm has taken over.
    ///
    /// # Errors
    /// When the page does not start in time.
    pub async fn open(&self) -> Result<()> {
        self.load().await?;
        self.started().await
    }

    /// Waits until the wasm has taken over.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn started(&self) -> Result<()> {
        self.until("the page has started", "return !document.querySelector('#shell')")
            .await
    }

    /// Runs a function body in the page.
    ///
    /// # Errors
    /// When it throws.
    pub async fn js(&self, script: &str, arguments: Value) -> Result<Value> {
        let arguments = if let Value::Array(values) = arguments {
            values
        } else {
            vec![arguments]
        };
        Ok(self.driver().execute(script, arguments).await?.json().clone())
    }

    /// Looks until the script returns true.
    ///
    /// # Errors
    /// When it does not within a minute; the error says what was waited for.
    pub async fn until(&self, what: &str, script: &str) -> Result<()> {
        let began = Instant::now();
        while self.js(script, json!([])).await? != Value::Bool(true) {
            if began.elapsed() > PATIENCE {
                bail!("not within {} s: {what}", PATIENCE.as_secs());
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
        Ok(())
    }

    /// The same for a script that gives its answer to the function it is called with.
    ///
    /// # Errors
    /// When it does not answer true within a minute.
    pub async fn until_done(&self, what: &str, script: &str) -> Result<()> {
        let began = Instant::now();
        while self.driver().execute_async(script, vec![]).await?.json() != &Value::Bool(true) {
            if began.elapsed() > PATIENCE {
                bail!("not within {} s: {what}", PATIENCE.as_secs());
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
        Ok(())
    }

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

    /// Goes on in the window or tab that was opened last.
    ///
    /// # Errors
    /// When no other one is there in time.
    pub async fn newest_window(&self) -> Result<()> {
        let here = self.driver().window().await?;
        let began = Instant::now();
        loop {
            let windows = self.driver().windows().await?;
            if let Some(other) = windows.into_iter().rfind(|window| *window != here) {
                return Ok(self.driver().switch_to_window(other).await?);
            }
            if began.elapsed() > PATIENCE {
                bail!("no other window was opened");
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    /// The article as it is drawn.
    ///
    /// # Errors
    /// When the page can't be reached.
    pub async fn look(&self) -> Result<Drawn> {
        let seen = self.js(include_str!("look.js"), json!([])).await?;
        Ok(Drawn {
            blocks: strings(&seen["blocks"]),
            quotations: strings(&seen["quotations"]),
            proposals: strings(&seen["proposals"]),
        })
    }

    /// Opens a tab of the panel and reads its cards as `kind | speaker | words`.
    ///
    /// # Errors
    /// When the panel has no such tab.
    pub async fn cards(&self, tab: &str) -> Result<Vec<String>> {
        self.tab(tab).await?;
        let script = "const part = (card, name) => (card.querySelector(name)?.textContent ?? '').trim();
            return [...document.querySelectorAll('#panel-list li.card')]
                .map((card) => ['.kind', '.who', '.words'].map((name) => part(card, name)).join(' | '))";
        Ok(strings(&self.js(script, json!([])).await?))
    }

    /// Opens a tab of the panel.
    ///
    /// # Errors
    /// When the panel has no such tab.
    pub async fn tab(&self, tab: &str) -> Result<()> {
        self.click(&format!("#panel [data-tab={tab}]")).await?;
        let list = format!("return !!document.querySelector('#panel-list[aria-labelledby=tab-{tab}]')");
        self.until(&format!("the list of {tab}"), &list).await
    }

    /// The visible text of everything that matches.
    ///
    /// # Errors
    /// When the page can't be reached.
    pub async fn texts(&self, selector: &str) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .map((element) => element.innerText.replace(/\\s+/g, ' ').trim())";
        let found = self.js(script, json!([selector])).await?;
        Ok(found
            .as_array()
            .map(|texts| texts.iter().map(string).collect())
            .unwrap_or_default())
    }

    /// The element that the selector finds, waited for.
    ///
    /// # Errors
    /// When there is none.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        let query = self.driver().query(By::Css(selector)).wait(PATIENCE, LOOK_AGAIN);
        query
            .first()
            .await
            .with_context(|| format!("nothing matches {selector}"))
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
            .execute_async(include_str!("rest.js"), arguments)
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

    /// Opens the page with a script run before the page's wasm, and in Chromium before any other script of the page
    /// and again on each later load.
    ///
    /// # Errors
    /// When the page does not start in time.
    pub async fn open_with(&self, script: &str) -> Result<()> {
        match self.browser {
            Browser::Chromium => self.before_load(script).await?,
            Browser::Firefox => {
                self.site.answer_page(".wasm", Answer::Held);
                self.load().await?;
                self.js(script, json!([])).await?;
                self.site.release_page();
                return self.started().await;
            }
        }
        self.open().await
    }

    /// Runs a script before any of the page's own, on each load from now on. Chromium only.
    ///
    /// # Errors
    /// When the browser has no such command.
    pub async fn before_load(&self, script: &str) -> Result<()> {
        let source = json!({ "source": script });
        self.driver()
            .cdp()
            .send_raw("Page.addScriptToEvaluateOnNewDocument", source)
            .await?;
        Ok(())
    }

    /// Every address that the browser asked for, from its own log. Chromium only.
    ///
    /// # Errors
    /// When the browser keeps no such log.
    pub async fn addresses(&self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        for entry in self.driver().get_log("performance").await? {
            let event: Value = serde_json::from_str(&entry.message)?;
            let event = &event["message"];
            if event["method"] == "Network.requestWillBeSent" {
                found.push(string(&event["params"]["request"]["url"]));
            }
        }
        Ok(found)
    }

    /// What axe-core finds wrong with the page as it stands, each as `rule: where`. `LECTERN_AXE` names its script.
    ///
    /// # Errors
    /// When axe-core is not there or does not finish.
    pub async fn accessibility(&self) -> Result<Vec<String>> {
        let file = env::var_os("LECTERN_AXE").context("LECTERN_AXE does not name axe-core's script")?;
        let axe = fs::read_to_string(&file)
            .with_context(|| format!("can't read {}", Path::new(&file).display()))?;
        let script = "const done = arguments[0];
            axe.run(document, { resultTypes: ['violations'] }).then((found) => done(found.violations.flatMap((rule) =>
                rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`))))";
        let found = self
            .driver()
            .execute_async(format!("{axe}\n{script}"), vec![])
            .await?;
        Ok(strings(found.json()))
    }

    /// Keeps what helps to understand a failed test.
    async fn keep_traces(&self, name: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/e2e");
        // Best effort: the test's own failure is what counts.
        let _made = fs::create_dir_all(&folder);
        let _kept = self
            .driver()
            .screenshot(&folder.join(format!("{name}.png")))
            .await;
        if let Ok(source) = self.driver().source().await {
            let _kept = fs::write(folder.join(format!("{name}.html")), source);
        }
        for entry in self.driver().get_log("browser").await.unwrap_or_default() {
            eprintln!("{name}: console: {}", entry.message);
        }
        eprintln!("{name}: requests: {:?}", self.site.requests());
    }
}

/// Whether an element was taken away or drawn anew since it was found.
fn is_stale(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<WebDriverError>()
        .is_some_and(|error| matches!(**error, WebDriverErrorInner::StaleElementReference(_)))
}

fn strings(value: &Value) -> Vec<String> {
    value
        .as_array()
        .map(|texts| texts.iter().map(string).collect())
        .unwrap_or_default()
}

/// The text of a JSON string, empty for anything else.
fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
