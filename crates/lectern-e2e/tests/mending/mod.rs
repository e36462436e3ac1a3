//! A person puts the reading right: by pointer, by keyboard, on a phone; it is told, undone, kept and put back.

mod words;

use anyhow::{Context, Result};
use lectern_e2e::{Page, with_page};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::HARBOUR;

/// Doubtful in three ways: two who may be meant, nobody named, another count than stated.
const DOUBTFUL: &str = "Ferry town weighs a night service\n\n\
    Ada Lund and Bea Holt met on Monday. She said the ferry would stop at midnight.\n\n\
    \"Nobody has asked the crews.\"\n\n\
    Ada Lund, the mayor, proposed three measures: lower fares and longer quays.\n";

/// Presses a key with another one held.
async fn hold(page: &Page, held: &Key, key: char) -> Result<()> {
    let chain = page.driver().action_chain().key_down(held.value());
    Ok(chain
        .key_down(key)
        .key_up(key)
        .key_up(held.value())
        .perform()
        .await?)
}

async fn read(page: &Page, text: &str) -> Result<()> {
    page.open().await?;
    page.read(text).await
}

/// The words of the card that is open.
async fn open_words(page: &Page) -> Result<String> {
    page.find("#panel li.card.open").await?;
    let words = page.texts("#panel li.card.open .words").await?;
    words.into_iter().next().context("a card is open")
}

/// Waits until the card that is open says this in one of its parts.
async fn says(page: &Page, part: &str, words: &str) -> Result<()> {
    let script = format!(
        "return [...document.querySelectorAll('#panel .card.open {part}')].some((each) => each.textContent.includes({}))",
        json!(words)
    );
    page.until(&format!("{part} that says {words}"), &script).await
}

/// Chooses the option that says this, in the field of this label, as a person does.
async fn choose(page: &Page, label: &str, option: &str) -> Result<()> {
    let script = "const [label, option] = arguments;
        const field = [...document.querySelectorAll('.mend label.field')]
            .find((each) => each.querySelector('span').textContent.trim() === label)?.querySelector('select');
        const chosen = [...field?.options ?? []].find((each) => each.textContent.trim() === option);
        if (!chosen) return false;
        field.value = chosen.value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return true";
    let is_chosen = page.js(script, json!([label, option])).await?;
    anyhow::ensure!(is_chosen == Value::Bool(true), "no {label} has {option}");
    Ok(())
}

/// Selects the first of these words in the article.
async fn select(page: &Page, words: &str) -> Result<()> {
    let script =
        "const walker = document.createTreeWalker(document.querySelector('#article'), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.data.indexOf(arguments[0]);
            if (at < 0) continue;
            const selection = getSelection();
            selection.setBaseAndExtent(node, at, node, at + arguments[0].length);
            return true;
        }
        return false";
    let is_selected = page.js(script, json!([words])).await?;
    anyhow::ensure!(is_selected == Value::Bool(true), "{words} is not in the article");
    Ok(())
}

async fn left_to_check(page: &Page) -> Result<String> {
    let counts = page.texts("#tab-check .tab-count").await?;
    counts
        .into_iter()
        .next()
        .context("the count of what is to be checked")
}

async fn until_left(page: &Page, count: usize) -> Result<()> {
    let script = format!("return document.querySelector('#tab-check .tab-count')?.textContent === '{count}'");
    page.until(&format!("{count} left to check"), &script).await
}

#[tokio::test]
async fn the_queue_goes_on_at_once_by_key_and_by_pointer_and_undo_leads_back() {
    with_page("queue", async |page| {
        read(page, DOUBTFUL).await?;
        page.tab("check").await?;
        let count: usize = left_to_check(page).await?.parse()?;
        assert!(count >= 3, "{count}");
        page.click("#panel li.doubt:first-of-type .doubt-text").await?;
        let first = open_words(page).await?;
        page.press("a").await?;
        until_left(page, count - 1).await?;
        let second = open_words(page).await?;
        assert_ne!(first, second, "the next one is open at once");
        page.until(
            "it is told",
            "return document.querySelector('#status').textContent.length > 0",
        )
        .await?;
        assert!(
            !page
                .texts("#panel-list[aria-labelledby=tab-check]")
                .await?
                .is_empty(),
            "who checks in the list stays there"
        );
        page.click("#panel .card.open [data-do=refuse]").await?;
        until_left(page, count - 2).await?;
        let taken = page.texts("#mended .removed-text").await?;
        assert_eq!(taken, std::slice::from_ref(&second));
        hold(page, &Key::Control, 'z').await?;
        until_left(page, count - 1).await?;
        page.click("header button[aria-label=Redo]").await?;
        until_left(page, count - 2).await?;
        page.click("#mended button").await?;
        until_left(page, count - 1).await
    })
    .await;
}

#[tokio::test]
async fn kind_and_speaker_are_chosen_on_the_card_which_tells_what_was_there_before() {
    with_page("mend-card", async |page| {
        read(page, HARBOUR).await?;
        page.press("j").await?;
        page.find("#panel .card.open").await?;
        page.press("e").await?;
        page.find("#panel .mend select").await?;
        let kind = page.texts("#panel .card.open .kind").await?.join("");
        let speaker = page.texts("#panel .card.open .who").await?.join("");
        let other = if kind == "Plan" || kind == "Reported" { ["Direct", "Pledge"] } else { ["Reported", "Plan"] };
        let other = match choose(page, "Kind", other[0]).await {
            Ok(()) => other[0],
            Err(_) => choose(page, "Kind", other[1]).await.map(|()| other[1])?,
        };
        says(page, ".kind", other).await?;
        says(page, ".by-hand", "by you").await?;
        says(page, ".made", &kind).await?;
        let label = page
            .js("return [...document.querySelectorAll('.mend .field > span:first-child')].map((each) => each.textContent)[1]", json!([]))
            .await?;
        let label = label.as_str().unwrap_or_default().to_owned();
        choose(page, &label, "Ilir Sandoval").await?;
        says(page, ".who", "Ilir Sandoval").await?;
        says(page, ".made", &speaker).await?;
        choose(page, &label, "A new name…").await?;
        page.find("#panel .mend input").await?;
        page.js("document.querySelector('#panel .mend input').focus()", json!([])).await?;
        page.press(&format!("Vera Quill{}", Key::Enter.value())).await?;
        says(page, ".who", "Vera Quill").await?;

        // It is kept, and laid over the new reading.
        let kept = "const done = arguments[0];
            const open = indexedDB.open('lectern');
            open.onsuccess = () => {
                const all = open.result.transaction('articles').objectStore('articles').getAll();
                all.onsuccess = () => { open.result.close(); done((all.result[0]?.corrections?.length ?? 0) > 40); };
            };";
        page.until_done("the corrections in the browser's store", kept).await?;
        page.open().await?;
        page.click(".kept .earlier").await?;
        page.marked().await?;
        let who = page.cards(if label == "Said by" { "quotations" } else { "proposals" }).await?;
        assert!(who.iter().any(|card| card.contains("Vera Quill")), "{who:?}");

        let name = "return [...document.querySelectorAll('#panel li.card')].find((card) => card.textContent.includes('Vera Quill'))?.matches('.open')";
        if page.js(name, json!([])).await? != Value::Bool(true) {
            page.js("[...document.querySelectorAll('#panel li.card')].find((card) => card.textContent.includes('Vera Quill')).querySelector('.card-head').click()", json!([])).await?;
        }
        page.click("#panel .card.open [data-do=back]").await?;
        says(page, ".kind", &kind).await?;
        says(page, ".who", &speaker).await?;
        assert!(page.texts("#panel .by-hand").await?.is_empty());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_speaker_is_renamed_and_is_the_same_as_another_and_all_marks_follow() {
    with_page("mend-speaker", async |page| {
        read(page, HARBOUR).await?;
        page.tab("speakers").await?;
        page.click("#panel li.speaker .speaker-row").await?;
        page.click("#panel li.speaker [data-do=mend]").await?;
        let name = page.texts("#panel li.speaker:has(.mend) .speaker-name").await?.join("");
        let field = "const field = document.querySelector('.mend input'); field.focus(); field.select()";
        page.js(field, json!([])).await?;
        page.press(&format!("Vera Quill{}", Key::Enter.value())).await?;
        let named = "return [...document.querySelectorAll('#panel .speaker-name')].some((name) => name.textContent === 'Vera Quill')";
        page.until("the new name", named).await?;
        page.until(
            "the name before",
            &format!("return document.querySelector('.mend')?.textContent.includes({})", json!(name)),
        )
        .await?;
        choose(page, "Same person as", "Tomas Aldergrove").await?;
        page.until(
            "one speaker less",
            "return ![...document.querySelectorAll('#panel .speaker-name')].some((name) => name.textContent === 'Vera Quill')",
        )
        .await?;
        let cards = page.cards("quotations").await?;
        assert!(cards.iter().all(|card| !card.contains(&name)), "{cards:?}");
        page.click("header button[aria-label=Undo]").await?;
        page.click("header button[aria-label=Undo]").await?;
        page.tab("speakers").await?;
        let back = format!(
            "return [...document.querySelectorAll('#panel .speaker-name')].some((each) => each.textContent === {})",
            json!(name)
        );
        page.until("the old name", &back).await
    })
    .await;
}

/// The labels of the items on the card that is open.
const ITEMS: &str = "const items = [...document.querySelectorAll('#panel .mend-items li .field > span')].map((each) => each.textContent)";

#[tokio::test]
async fn items_are_joined_and_split_and_somebody_is_addressed() {
    with_page("mend-items", async |page| {
        read(
            page,
            "Ferry town weighs a night service\n\nAda Lund, the mayor, urged the council to lower fares, build longer \
             quays and hire two pilots. The council meets in May.\n",
        )
        .await?;
        page.tab("proposals").await?;
        page.click("#panel li.card .card-head").await?;
        page.press("e").await?;
        page.find("#panel .mend-items li").await?;
        let numbers = "return document.querySelectorAll('#article .number:not(.by-hand)').length";
        let before = page.js(numbers, json!([])).await?.as_u64().context("a number")?;
        assert!(before >= 2, "{before} items");
        page.click("#panel .mend-items li:first-child button").await?;
        let one_less = format!("{ITEMS}; return items.length === {}", (before - 1).max(1));
        page.until("one item less", &one_less).await?;
        says(page, ".made", "Changed").await?;
        let first = page.js(&format!("{ITEMS}; return items[0]"), json!([])).await?;
        assert!(first.as_str().is_some_and(|first| first.contains("fares")), "{first}");
        // split again, before another word
        let split = "const list = document.querySelector('#panel .mend-items select');
            const before = [...list.options].find((each) => each.textContent.startsWith('longer'));
            list.value = before.value;
            list.dispatchEvent(new Event('change', { bubbles: true }))";
        page.js(split, json!([])).await?;
        page.until(
            "two items, the second from there on",
            &format!("{ITEMS}; return items.length === {before} && items[1].startsWith('longer')"),
        )
        .await?;
        // by keys the same: joined, and the step taken back
        page.js("document.querySelector('#panel .mend-items li button').focus()", json!([])).await?;
        page.press(&Key::Enter.value().to_string()).await?;
        page.until("joined by a key", &one_less).await?;
        hold(page, &Key::Control, 'z').await?;
        page.until("as before", &format!("{ITEMS}; return items.length === {before}")).await?;

        choose(page, "Addressed to", "nobody in particular").await?;
        says(page, ".made", "Addressed to").await?;
        choose(page, "Addressed to", "Ada Lund").await.ok();
        // words selected are whom it is addressed to
        select(page, "The council").await?;
        page.find(".marking").await?;
        page.click_named(".marking button", "Addressed to").await?;
        says(page, "dd", "The council").await
    })
    .await;
}

#[tokio::test]
async fn a_mark_taken_away_can_be_brought_back_from_where_that_is_told() {
    with_page("regret", async |page| {
        read(page, HARBOUR).await?;
        let before = page.look().await?;
        page.press("j").await?;
        page.find("#panel .card.open").await?;
        page.press("x").await?;
        page.find(".regret #regret-mark").await?;
        page.until(
            "gone",
            "return document.querySelector('.regret span')?.textContent.length > 0",
        )
        .await?;
        assert_ne!(page.look().await?, before);
        page.click("#regret-mark").await?;
        page.until("no word any more", "return !document.querySelector('.regret')")
            .await?;
        page.until(
            "drawn",
            "return !document.querySelector('#article').hasAttribute('aria-busy')",
        )
        .await?;
        assert_eq!(page.look().await?, before);
        // what is done next takes the word away
        page.press("x").await?;
        page.find(".regret").await?;
        page.press("a").await?;
        page.until("no word any more", "return !document.querySelector('.regret')")
            .await
    })
    .await;
}

#[tokio::test]
async fn what_a_person_changed_is_told_in_the_article_by_a_sign() {
    with_page("by-hand", async |page| {
        read(page, HARBOUR).await?;
        assert!(page.texts("#article .by-hand").await?.is_empty());
        page.press("j").await?;
        page.find("#panel .card.open").await?;
        page.press("a").await?;
        page.find("#article .on .by-hand").await?;
        let sign = "const sign = document.querySelector('#article .by-hand');
            return [sign.title, getComputedStyle(sign, '::before').content[1]]";
        assert_eq!(page.js(sign, json!([])).await?, json!(["by you", "✎"]));
        // not a part of the text
        let text = page.texts("#article").await?.join("");
        assert!(!text.contains('✎'));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn on_a_phone_a_mark_is_put_right_in_the_sheet() {
    with_page("mend-phone", async |page| {
        page.size(390, 844).await?;
        read(page, DOUBTFUL).await?;
        page.click("#article p [data-start]").await?;
        page.click("#panel .card.open [data-do=mend]").await?;
        page.find("#panel .mend select").await?;
        let wide = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        assert_eq!(
            page.js(wide, json!([])).await?,
            Value::Bool(true),
            "nothing juts out"
        );
        page.click("#panel .card.open [data-do=refuse]").await?;
        page.until(
            "it is told",
            "return document.querySelector('#status').textContent.length > 0",
        )
        .await?;
        page.find("header button[aria-label=Undo]:enabled")
            .await
            .map(drop)
    })
    .await;
}
