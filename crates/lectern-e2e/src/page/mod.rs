//! A reader at the page: what they do, and what they see.

mod eyes;
mod hands;

use std::io::Write;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

use anyhow::{Result, bail};
use futures_util::FutureExt;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

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
        skipped(name, "LECTERN_DIST does not name a built page");
        return;
    };
    let page = match Page::start(&dist, languages).await {
        Ok(page) => page,
        Err(error) => {
            said_at_once(&format!("failed: {name}: no browser: {error:#}"));
            panic!("{name}: no browser: {error:#}")
        }
    };
    let outcome = AssertUnwindSafe(test(&page)).catch_unwind().await;
    if !matches!(outcome, Ok(Ok(()))) {
        page.keep_traces(name).await;
    }
    let ended = page.session.end().await;
    match outcome {
        Err(panic) => {
            said_at_once(&format!("failed: {name}"));
            resume_unwind(panic)
        }
        Ok(Err(error)) => {
            // Beside the test's line, not only in the report that the harness gives when all have run.
            said_at_once(&format!("failed: {name}: {error:#}"));
            panic!("{name}: {error:#}")
        }
        Ok(Ok(())) => ended.unwrap_or_else(|error| panic!("{name}: the browser did not end: {error:#}")),
    }
}

/// Says that a test did not run: a skipped test must be seen.
pub fn skipped(name: &str, why: &str) {
    said_at_once(&format!("skipped: {name}: {why}"));
}

/// A line past the test harness, which would swallow or delay it.
fn said_at_once(line: &str) {
    // Without a standard error there is nobody to tell.
    let _lost = writeln!(std::io::stderr(), "{line}");
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
