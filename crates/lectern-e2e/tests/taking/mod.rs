//! A reading is taken away, comes back, and goes in a link.

mod links;
mod seen;

use anyhow::{Context, Result};
use lectern_e2e::{Browser, Page, with_page};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::HARBOUR;

/// Keeps what is copied and saved where a test can see it.
pub(crate) const WATCH: &str = "window.copied = null;
    window.saved = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
        writeText: (text) => { window.copied = text; return Promise.resolve() } } });
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.blob = blob; return make.call(URL, blob) };
    HTMLAnchorElement.prototype.click = function () {
        const name = this.download;
        window.blob.text().then((text) => window.saved.push({ name, text }));
    };";

async fn watched(page: &Page) -> Result<()> {
    page.open().await?;
    page.js(WATCH, json!([])).await?;
    page.read(HARBOUR).await
}

/// Chooses in a list. How a list opens is the browser's own affair, and drivers do not see into it.
pub(crate) async fn choose(page: &Page, list: &str, value: &str) -> Result<()> {
    let element = page.find(list).await?;
    let script = "const [list, value] = arguments;
        list.value = value;
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return list.value";
    let chosen = page
        .driver()
        .execute(script, vec![element.to_json()?, json!(value)])
        .await?;
    anyhow::ensure!(chosen.json() == value, "{list} has no {value}");
    Ok(())
}

/// From now on, an article with its marks is another one.
async fn turned_over(page: &Page) -> Result<()> {
    let script = "document.querySelector('#article').dataset.reading = 'old'";
    page.js(script, json!([])).await.map(drop)
}

/// Waits until the preview shows something with these words.
async fn previewed(page: &Page, words: &str) -> Result<()> {
    let script = format!(
        "return document.querySelector('#export-preview[aria-busy=false]')?.textContent.includes({}) ?? false",
        json!(words)
    );
    page.until(words, &script).await
}

/// What was saved so far: names and contents.
pub(crate) async fn saved(page: &Page, count: usize) -> Result<Vec<(String, String)>> {
    page.until("a saved file", &format!("return window.saved.length >= {count}"))
        .await?;
    let files = page.js("return window.saved", json!([])).await?;
    let files = files.as_array().context("a list")?.iter();
    let part = |file: &Value, name: &str| file[name].as_str().unwrap_or_default().to_owned();
    Ok(files
        .map(|file| (part(file, "name"), part(file, "text")))
        .collect())
}

async fn copied(page: &Page) -> Result<String> {
    page.until("something copied", "return window.copied !== null")
        .await?;
    let text = page
        .js(
            "const text = window.copied; window.copied = null; return text",
            json!([]),
        )
        .await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

async fn with_control(page: &Page, key: &str) -> Result<()> {
    let chain = page.driver().action_chain().key_down(Key::Control);
    Ok(chain.send_keys(key).key_up(Key::Control).perform().await?)
}

#[tokio::test]
async fn a_reading_is_seen_copied_and_saved_in_each_form() {
    with_page("export", async |page| {
        watched(page).await?;
        // What the service worker keeps in the background is not the page's asking.
        let asked = "return performance.getEntriesByType('resource').filter((entry) => entry.name.includes('desk')).length";
        assert_eq!(
            page.js(asked, json!([])).await?,
            json!(0),
            "nobody who only reads loads the desk"
        );
        page.click("#export").await?;
        previewed(page, "[^").await?;
        for (format, beginning) in [
            ("html", "Harbour"),
            ("csv", "article,mark"),
            ("json", "\"lectern\": 1"),
            ("jsonld", "@context"),
            ("tei", "<TEI"),
            ("brat", "T1"),
            ("conll", "id form start"),
            ("worksheet-speakers", "Who says it?"),
        ] {
            choose(page, "#export-format", format).await?;
            previewed(page, beginning)
                .await
                .with_context(|| format.to_owned())?;
        }
        page.click("#export-save").await?;
        let files = saved(page, 1).await?;
        assert!(files[0].0.ends_with(".speakers.html"), "{}", files[0].0);
        assert!(files[0].1.starts_with("<!DOCTYPE html>"), "the file is what it was");
        choose(page, "#export-format", "csv").await?;
        previewed(page, "article,mark").await?;
        page.click("#export-copy").await?;
        assert!(
            copied(page).await?.starts_with("article\tmark"),
            "spreadsheets paste tabs"
        );
        choose(page, "#export-format", "brat").await?;
        previewed(page, "T1").await?;
        page.click("#export-save").await?;
        let files = saved(page, 3).await?;
        assert!(
            files
                .iter()
                .any(|(name, text)| name.ends_with(".txt") && text.contains("Fenwick"))
        );
        choose(page, "#export-format", "svg").await?;
        page.until(
            "a picture",
            "return document.querySelector('img.preview')?.naturalWidth > 100",
        )
        .await
    })
    .await;
}

#[tokio::test]
async fn by_keys_alone_and_saved_again_by_one() {
    with_page("export-keys", async |page| {
        watched(page).await?;
        page.press("d").await?;
        previewed(page, "[^").await?;
        // From the button that closes, on to the list of forms.
        page.press("\u{e004}").await?;
        page.until(
            "the list of forms has the focus",
            "return document.activeElement?.id === 'export-format'",
        )
        .await?;
        page.press("JSON").await?;
        previewed(page, "\"lectern\": 1").await?;
        for _ in 0..6 {
            if page.js("return document.activeElement?.id", json!([])).await? == json!("export-save") {
                break;
            }
            page.press("\u{e004}").await?;
        }
        page.press("\u{e007}").await?;
        assert!(saved(page, 1).await?[0].0.ends_with(".json"));
        page.press("\u{e00c}").await?;
        page.until("no dialog", "return !document.querySelector('dialog[open]')")
            .await?;
        with_control(page, "s").await?;
        let files = saved(page, 2).await?;
        assert_eq!(files[0], files[1], "the same file once more");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn only_what_is_chosen_goes() {
    with_page("export-scope", async |page| {
        watched(page).await?;
        page.click("#panel li.speaker .speaker-row").await?;
        let name = page.texts("#panel li.speaker .speaker-name").await?.remove(0);
        page.press("d").await?;
        page.find("#export-scope option[value=shown]").await?;
        choose(page, "#export-format", "csv").await?;
        previewed(page, "article,mark").await?;
        page.click("#export-save").await?;
        let shown = saved(page, 1).await?.remove(0).1;
        choose(page, "#export-scope", "all").await?;
        previewed(page, "article,mark").await?;
        page.click("#export-save").await?;
        let all = saved(page, 2).await?.remove(1).1;
        assert!(all.lines().count() > shown.lines().count() && shown.lines().count() > 1);
        assert!(shown.lines().skip(1).all(|line| line.contains(&name)), "{shown}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_was_saved_comes_back_with_its_marks() {
    with_page("import", async |page| {
        watched(page).await?;
        let before = page.look().await?;
        page.press("d").await?;
        for (count, format) in [(1, "json"), (2, "html"), (3, "jsonld"), (5, "brat")] {
            choose(page, "#export-format", format).await?;
            page.until("ready", "return !document.querySelector('#export-save').disabled")
                .await?;
            page.click("#export-save").await?;
            saved(page, count).await?;
        }
        let files = saved(page, 5).await?;
        page.press("\u{e00c}").await?;
        for (name, text) in files.iter().take(3) {
            turned_over(page).await?;
            page.drop_file(name, text.as_bytes()).await?;
            page.marked().await?;
            assert_eq!(page.look().await?, before, "{name}");
        }
        turned_over(page).await?;
        page.drop_files(&files[3..5]).await?;
        page.marked().await?;
        let after = page.look().await?;
        assert_eq!(after.quotations, before.quotations);
        assert_eq!(after.proposals, before.proposals);
        // Pasted: the same.
        page.read(&files[0].1).await?;
        assert_eq!(page.look().await?, before);
        // Kept on the device with its marks.
        page.until("an address of its own", "return location.hash.length > 5")
            .await?;
        page.until_done("kept", crate::places::KEPT).await?;
        page.driver().refresh().await?;
        page.started().await?;
        page.marked().await?;
        assert_eq!(page.look().await?, before);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_persons_marks_are_laid_beside_the_machines() {
    with_page("agreement", async |page| {
        watched(page).await?;
        assert!(
            page.texts("#agree").await?.is_empty(),
            "there is nothing to lay beside"
        );
        let (count, dropped) = laid_beside(page).await?;
        let figures = page.texts("#agree-figures tbody tr:first-child td").await?;
        assert_eq!(
            figures[..3],
            [count.to_string(), count.to_string(), (count - 1).to_string()],
            "{figures:?}"
        );
        assert!(figures[3].ends_with(" %") && figures[3] != "100 %", "{figures:?}");
        assert_eq!(page.texts("#agree-machine tr").await?.len(), 1);
        assert_eq!(page.texts("#agree-here tr").await?.len(), 1);
        page.js("document.querySelector('#agree-here button').focus()", json!([]))
            .await?;
        page.press(&Key::Enter.value().to_string()).await?;
        page.until(
            "the mark that only the person has",
            "return !document.querySelector('dialog[open]') && !!document.querySelector('#article .on')",
        )
        .await?;
        // The machine's leads to its words, which a key marks.
        page.click("#agree").await?;
        page.click("#agree-machine button").await?;
        page.until(
            "its words are selected",
            &format!(
                "return !document.querySelector('dialog[open]') && getSelection().toString().trim().startsWith({})",
                json!(dropped)
            ),
        )
        .await?;
        page.press("q").await?;
        page.until("it is marked", "return !!document.querySelector('#panel .card.open .mend')")
            .await?;
        let marked = page.look().await?.quotations;
        assert!(marked.iter().any(|mark| mark.contains(&dropped)), "{marked:?}");
        Ok(())
    })
    .await;
}

/// Opens the article again as a person has marked it elsewhere, who dropped the last quotation and marked the beginning
/// of the text, and lays it beside the machine's reading. Gives how many quotations there are, and how the dropped
/// one begins.
pub(crate) async fn laid_beside(page: &Page) -> Result<(usize, String)> {
    let mut person = as_json(page).await?;
    let text: Vec<char> = person["text"].as_str().unwrap_or_default().chars().collect();
    let quotations = person["quotations"].as_array_mut().context("quotations")?;
    let mut last = quotations.pop().context("a quotation")?;
    let start = last["content"][0][0].as_u64().context("a place")? as usize;
    let dropped = text[start..start + 12].iter().collect();
    last["content"] = json!([[0, 12]]);
    last["mention"] = Value::Null;
    last["by"] = json!("person");
    quotations.push(last);
    let count = quotations.len();
    beside(page, &person).await?;
    Ok((count, dropped))
}

/// The open article as JSON.
async fn as_json(page: &Page) -> Result<Value> {
    let before = page.js("return window.saved.length", json!([])).await?;
    let before = before.as_u64().unwrap_or_default() as usize;
    page.press("d").await?;
    choose(page, "#export-format", "json").await?;
    page.until("ready", "return !document.querySelector('#export-save').disabled")
        .await?;
    page.click("#export-save").await?;
    let file = saved(page, before + 1).await?.remove(before).1;
    page.press("\u{e00c}").await?;
    Ok(serde_json::from_str(&file)?)
}

/// Opens an article that a person has marked, and lays it beside the machine's reading.
async fn beside(page: &Page, person: &Value) -> Result<()> {
    turned_over(page).await?;
    page.drop_file("person.json", person.to_string().as_bytes())
        .await?;
    page.marked().await?;
    page.click("#agree").await?;
    page.find("#agree-figures tbody tr").await.map(drop)
}

#[tokio::test]
async fn a_mark_of_the_machines_in_what_is_not_shown_says_so() {
    with_page("agreement-hidden", async |page| {
        watched(page).await?;
        let mut person = as_json(page).await?;
        // A person has taken out the block of the first quotation, and marked nothing.
        let place = person["quotations"][0]["content"][0][0].as_u64();
        let blocks = person["blocks"].as_array_mut().context("blocks")?;
        let holds =
            |block: &&mut Value| block["span"][0].as_u64() <= place && place < block["span"][1].as_u64();
        let block = blocks.iter_mut().find(holds).context("its block")?;
        block["kind"] = json!("clutter");
        block["reason"] = json!("other");
        person["quotations"] = json!([]);
        person["proposals"] = json!([]);
        beside(page, &person).await?;
        page.click("#agree-machine tr:first-child button").await?;
        page.until(
            "a sentence",
            "return document.querySelector('#agree-hidden').textContent.includes('taken out')",
        )
        .await?;
        page.find("dialog[open] #agree-figures").await.map(drop)
    })
    .await;
}

#[tokio::test]
async fn a_bad_file_gets_a_sentence_and_nothing_is_lost() {
    with_page("import-bad", async |page| {
        page.open().await?;
        page.drop_file("lost.ann", b"T1\tQuotation 0 4\tOnce").await?;
        page.until(
            "a sentence",
            "return document.querySelector('.hint')?.textContent.includes('.txt') ?? false",
        )
        .await?;
        page.read(HARBOUR).await?;
        let before = page.look().await?;
        for (name, text, words) in [
            ("a.json", "{\"some\":\"other\"}", "no article of Lectern"),
            ("b.json", "{\"lectern\":2}", "no article of Lectern"),
            (
                "c.html",
                "<template id=\"lectern-1\">{</template>",
                "no article of Lectern",
            ),
            ("d.jsonld", "{\"@context\":[]", "no article of Lectern"),
        ] {
            page.drop_file(name, text.as_bytes()).await?;
            let script = format!(
                "return document.querySelector('#refused')?.textContent.includes('{words}') ?? false"
            );
            page.until(name, &script).await?;
            assert_eq!(page.look().await?, before, "{name}");
        }
        Ok(())
    })
    .await;
}
