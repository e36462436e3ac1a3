//! Starts a browser through its driver and ends both.

use std::env;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// Which browser the page is driven in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
}

/// No request leaves the machine, whatever the page tries: every other name is unknown.
const CHROMIUM_FLAGS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--lang=en",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// A busy machine now and then lets a browser die while it starts.
const STARTS: u32 = 3;
const BETWEEN_STARTS: Duration = Duration::from_secs(2);

const REMOVALS: u32 = 20;
const BETWEEN_REMOVALS: Duration = Duration::from_millis(50);

/// A running driver with a session; the driver ends when this is dropped, and the files of both are removed.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) driver: WebDriver,
    process: Child,
    /// Where driver and browser keep profile, cache and sockets. Chromium leaves up to 30 MB behind.
    files: TempDir,
}

impl Browser {
    /// The browser named by `LECTERN_BROWSER`, Chromium unless told otherwise.
    ///
    /// # Errors
    /// When the variable names something else.
    pub fn chosen() -> Result<Browser> {
        match env::var("LECTERN_BROWSER").as_deref() {
            Err(_) | Ok("" | "chromium") => Ok(Browser::Chromium),
            Ok("firefox") => Ok(Browser::Firefox),
            Ok(other) => bail!("LECTERN_BROWSER is {other}; chromium and firefox are known"),
        }
    }

    /// Starts the driver and a session in a profile of its own, in the given language. A start that fails is
    /// tried again.
    pub(crate) async fn start(self, language: &str) -> Result<Session> {
        let mut outcome = self.start_once(language).await;
        for _again in 1..STARTS {
            let Err(error) = &outcome else { break };
            eprintln!("{self:?} did not start: {error:#}; trying again");
            tokio::time::sleep(BETWEEN_STARTS).await;
            outcome = self.start_once(language).await;
        }
        outcome
    }

    async fn start_once(self, language: &str) -> Result<Session> {
        let (variable, program, port) = match self {
            Browser::Chromium => ("CHROMEDRIVER", "chromedriver", "--port=0"),
            Browser::Firefox => ("GECKODRIVER", "geckodriver", "--port=0"),
        };
        let program = env::var_os(variable).map_or_else(|| PathBuf::from(program), PathBuf::from);
        let files = tempfile::Builder::new().prefix("lectern-e2e-").tempdir()?;
        let mut command = Command::new(&program);
        command
            .arg(port)
            .env("TMPDIR", files.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true);
        let mut process = command
            .spawn()
            .with_context(|| format!("can't start {}", program.display()))?;
        let output = process.stdout.take().context("the driver has no output")?;
        let mut messages = BufReader::new(output).lines();
        let port = loop {
            let line = messages
                .next_line()
                .await?
                .context("the driver ended before it named its port")?;
            if let Some(port) = port_in(&line) {
                break port;
            }
        };
        // Read on to the end: a driver or a browser whose messages fill the pipe stands still.
        tokio::spawn(async move { while let Ok(Some(_)) = messages.next_line().await {} });
        let wishes = self.capabilities(language);
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wishes).await?;
        Ok(Session {
            driver,
            process,
            files,
        })
    }

    fn capabilities(self, language: &str) -> Capabilities {
        let wishes = match self {
            Browser::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "args": CHROMIUM_FLAGS,
                    "prefs": { "intl.accept_languages": language },
                },
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            }),
            Browser::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "args": ["-headless"],
                    "prefs": { "intl.accept_languages": language, "network.dns.disabled": true },
                },
            }),
        };
        let mut capabilities = Capabilities::new();
        if let Value::Object(wishes) = wishes {
            for (name, value) in wishes {
                // Values that are JSON already can't fail to become JSON.
                let _set = capabilities.set(name, value);
            }
        }
        capabilities
    }
}

impl Session {
    /// Closes the browser, then its driver, and removes their files.
    pub(crate) async fn end(mut self) -> Result<()> {
        let closed = self.driver.quit().await;
        self.process.kill().await?;
        // what a browser starts ends a little later than itself, and may write until then
        for _again in 0..REMOVALS {
            if std::fs::remove_dir_all(self.files.path()).is_ok() {
                break;
            }
            tokio::time::sleep(BETWEEN_REMOVALS).await;
        }
        Ok(closed?)
    }
}

/// Both drivers print the port they took, in their own words.
fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line
        .split_once("on port ")
        .or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    rest.split(|c: char| !c.is_ascii_digit())
        .next()?
        .parse()
        .ok()
        .filter(|port| *port != 0)
}

#[cfg(test)]
mod tests {
    use super::port_in;

    #[test]
    fn the_port_is_read_from_either_driver() {
        assert_eq!(
            port_in("ChromeDriver was started successfully on port 38123."),
            Some(38123)
        );
        assert_eq!(
            port_in("1700000\tgeckodriver\tINFO\tListening on 127.0.0.1:4444"),
            Some(4444)
        );
        assert_eq!(port_in("Starting ChromeDriver 156.0 on port 0"), None);
        assert_eq!(port_in("Only local connections are allowed."), None);
    }
}
