//! The page by keyboard alone.

use anyhow::Result;
use lectern_e2e::{Page, with_page};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::HARBOUR;

/// Marks in focus, as the names of what begins at their first leaf.
async fn in_focus(page: &Page) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('#panel li.card.open')].map((card) => card.dataset.mark + card.dataset.id)";
    let open = page.js(script, json!([])).await?;
    Ok(open
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect())
}

async fn read(page: &Page) -> Result<()> {
    page.open().await?;
    page.read(HARBOUR).await?;
    page.tab("quotations").await
}

#[tokio::test]
async fn j_and_k_go_from_mark_to_mark_and_escape_lets_go() {
    with_page("j-and-k", async |page| {
        read(page).await?;
        let lit = "document.querySelector('#article [data-start].on')?.dataset.start";
        page.press("j").await?;
        page.until("the first mark in focus", &format!("return {lit} !== undefined"))
            .await?;
        let first = page.js(&format!("return {lit}"), json!([])).await?;
        // A quotation and the proposal in it may begin at one place: three steps lead elsewhere.
        page.press("jjj").await?;
        page.until(
            "another mark in focus",
            &format!("return {lit} !== undefined && {lit} !== {first}"),
        )
        .await?;
        page.press("kkk").await?;
        page.until("the first mark again", &format!("return {lit} === {first}"))
            .await?;
        page.press(&Key::Escape.value().to_string()).await?;
        page.until(
            "nothing in focus",
            "return !document.querySelector('#article .on')",
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn the_marks_are_one_tab_stop() {
    with_page("tab-stop", async |page| {
        read(page).await?;
        let stops = "return document.querySelectorAll('#article [tabindex=\"0\"]').length";
        assert_eq!(page.js(stops, json!([])).await?, json!(1));
        page.press("jjj").await?;
        page.until(
            "a mark in focus",
            "return !!document.querySelector('#article .on')",
        )
        .await?;
        assert_eq!(page.js(stops, json!([])).await?, json!(1));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn single_keys_are_silent_in_a_field() {
    with_page("keys-in-fields", async |page| {
        read(page).await?;
        page.press("/").await?;
        page.until(
            "the search field in focus",
            "return document.activeElement?.id === 'search'",
        )
        .await?;
        page.press("jk?").await?;
        page.until(
            "the letters in the field",
            "return document.querySelector('#search').value === 'jk?'",
        )
        .await?;
        assert!(in_focus(page).await?.is_empty(), "no mark is chosen");
        assert!(page.texts("dialog[open]").await?.is_empty(), "no dialog is open");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_question_mark_lists_the_shortcuts_and_escape_closes_them() {
    with_page("shortcuts", async |page| {
        read(page).await?;
        page.press("?").await?;
        page.until(
            "the list of shortcuts",
            "return document.querySelector('dialog[open]')?.textContent.includes('Next mark') ?? false",
        )
        .await?;
        page.press(&Key::Escape.value().to_string()).await?;
        page.until("no dialog", "return !document.querySelector('dialog[open]')")
            .await
    })
    .await;
}

/// The key that the list of shortcuts shows for what these words say.
async fn key_of(page: &Page, words: &str) -> Result<Value> {
    let script = "return [...document.querySelectorAll('.keys-list > div')]
        .find((row) => row.querySelector('dd').textContent === arguments[0])?.querySelector('kbd').textContent";
    page.js(script, json!([words])).await
}

/// Gives what these words say another key, by hand.
async fn change(page: &Page, words: &str, key: &str) -> Result<()> {
    let script = "[...document.querySelectorAll('.keys-list > div')]
        .find((row) => row.querySelector('dd').textContent === arguments[0]).querySelector('.key-change').focus()";
    page.js(script, json!([words])).await?;
    page.press(&Key::Enter.value().to_string()).await?;
    page.until(
        "a key is waited for",
        "return !!document.querySelector('.key-change[aria-pressed=true]')",
    )
    .await?;
    page.press(key).await?;
    page.until(
        "no key is waited for",
        "return !document.querySelector('.key-change[aria-pressed=true]')",
    )
    .await
}

#[tokio::test]
async fn a_key_can_be_changed_and_is_kept_and_a_conflict_is_told() {
    with_page("keys-changed", async |page| {
        read(page).await?;
        page.press("?").await?;
        page.find("dialog[open] .keys-list").await?;
        change(page, "Next mark", "k").await?;
        let told = page.texts(".keys-told").await?;
        assert_eq!(
            told,
            ["“k” already means “Previous mark”. Give that another key first."]
        );
        assert_eq!(key_of(page, "Next mark").await?, json!("j"));
        change(page, "Next mark", "n").await?;
        assert_eq!(key_of(page, "Next mark").await?, json!("n"));
        change(page, "Previous mark", &Key::Backspace.value().to_string()).await?;
        assert_eq!(key_of(page, "Previous mark").await?, json!("–"));
        change(page, "Show or hide proposals", &Key::Escape.value().to_string()).await?;
        assert_eq!(key_of(page, "Show or hide proposals").await?, json!("2"));
        assert_eq!(
            page.texts("dialog[open]").await?.len(),
            1,
            "Escape ended only the waiting"
        );

        read(page).await?;
        page.press("jk").await?;
        page.press("n").await?;
        page.until(
            "the first mark in focus",
            "return !!document.querySelector('#article .on')",
        )
        .await?;
        page.press("?").await?;
        page.click("#keys-reset").await?;
        page.until(
            "the keys as they came",
            "return !document.querySelector('#keys-reset')",
        )
        .await?;
        assert_eq!(key_of(page, "Next mark").await?, json!("j"));
        Ok(())
    })
    .await;
}
