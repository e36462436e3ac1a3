//! What a person sees of the page, and what the browser and its tools say of it.

use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::extensions::query::ElementQueryable;
use thirtyfour::prelude::{By, WebElement};

use super::{Drawn, LOOK_AGAIN, PATIENCE, Page};

impl Page {
    /// The article as it is drawn.
    ///
    /// # Errors
    /// When the page can't be reached.
    pub async fn look(&self) -> Result<Drawn> {
        let seen = self.js(include_str!("../look.js"), json!([])).await?;
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
