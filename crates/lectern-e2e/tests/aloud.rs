//! Reading aloud, with voices made for the test: they say nothing and write down what they were given.

use anyhow::Result;
use lectern_e2e::{Page, with_page};
use serde_json::{Value, json};

/// Three voices, one of them somebody's server; each thing said ends when the test says so.
const VOICES: &str = "window.said = [];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    const voice = (name, lang, localService) => ({ name, lang, localService, default: name === 'One' });
    const speech = Object.assign(new EventTarget(), {
        voices: [voice('Cloud', 'en-GB', false), voice('Two', 'en-US', true), voice('One', 'en-GB', true), voice('Three', 'zh-CN', true), voice('Four', 'en-AU', true)],
        getVoices() { return this.voices; },
        speak(utterance) { this.now = utterance; window.said.push(`${utterance.voice?.name}: ${utterance.text.trim()}`); window.rate = utterance.rate; },
        cancel() { this.now = null; },
    });
    window.finish = () => { const { now } = speech; now?.onend?.(new Event('end')); };
    Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true });";

const STORY: &str = "Two piers to be mended

MARROW BAY, May 2 -- \"The piers will be mended,\" said Mayor Odile Fenwick. \"Both of them.\"

Tomas Aldergrove, the minister, said: \"We will pay for one. The town pays for the other.\"
";

async fn lit(page: &Page) -> Result<Value> {
    page.js(
        "return [...(CSS.highlights?.get('aloud') ?? [])].map((range) => range.toString())",
        json!([]),
    )
    .await
}

async fn said(page: &Page) -> Result<Value> {
    page.js("return window.said", json!([])).await
}

#[tokio::test]
async fn sentences_are_read_and_lit_and_each_speaker_has_a_voice() {
    with_page("aloud", async |page| {
        page.open_with(VOICES).await?;
        page.read(STORY).await?;
        page.click("#aloud").await?;
        page.until("the headline is said", "return window.said.length === 1")
            .await?;
        let mut lights = vec![lit(page).await?];
        for count in 2..=7 {
            page.js("window.finish()", json!([])).await?;
            page.until(
                "the next words",
                &format!("return window.said.length === {count}"),
            )
            .await?;
            lights.push(lit(page).await?);
        }
        assert_eq!(
            said(page).await?,
            json!([
                "One: Two piers to be mended",
                "One: MARROW BAY, May 2 --",
                "Four: \"The piers will be mended,\"",
                "One: said Mayor Odile Fenwick.",
                "Four: \"Both of them.\"",
                "One: Tomas Aldergrove, the minister, said:",
                "Two: \"We will pay for one.",
            ])
        );
        let first = "MARROW BAY, May 2 -- \"The piers will be mended,\" said Mayor Odile Fenwick.";
        assert_eq!(lights[0], json!(["Two piers to be mended"]));
        assert_eq!(lights[1], json!([first]));
        assert_eq!(lights[2], json!([first]), "the whole sentence, whoever speaks");
        assert_eq!(lights[4], json!(["\"Both of them.\""]));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_voice_begins_at_the_mark_in_focus_and_stops_when_asked_and_at_the_end() {
    with_page("aloud-stop", async |page| {
        page.open_with(VOICES).await?;
        page.read(STORY).await?;
        let playing = |on: bool| {
            format!("return document.querySelector('#aloud').getAttribute('aria-label').startsWith('Stop') === {on}")
        };
        page.press("r").await?;
        page.until("it reads", &playing(true)).await?;
        page.press("r").await?;
        page.until("it has stopped", &playing(false)).await?;
        assert_eq!(lit(page).await?, json!([]));
        assert_eq!(page.js("return speechSynthesis.now", json!([])).await?, json!(null));

        page.js("window.said.length = 0", json!([])).await?;
        page.press("k").await?;
        page.until("the last mark in focus", "return !!document.querySelector('#article .on')").await?;
        page.press("r").await?;
        page.until("it reads", "return window.said.length > 0").await?;
        assert_eq!(said(page).await?, json!(["One: Tomas Aldergrove, the minister, said:"]));
        for count in 2..=3 {
            page.js("window.finish()", json!([])).await?;
            page.until("it goes on", &format!("return window.said.length === {count}")).await?;
        }
        page.js("window.finish()", json!([])).await?;
        page.until("it ends by itself", &playing(false)).await
    })
    .await;
}

#[tokio::test]
async fn without_a_voice_of_the_device_there_is_no_button() {
    with_page("aloud-none", async |page| {
        page.open_with(&format!(
            "{VOICES} speech.voices = speech.voices.filter((each) => !each.localService);"
        ))
        .await?;
        page.read(STORY).await?;
        assert!(page.texts("#aloud").await?.is_empty());
        let script =
            "speechSynthesis.voices.push({ name: 'Late', lang: 'en', localService: true, default: false });
            speechSynthesis.dispatchEvent(new Event('voiceschanged'))";
        page.js(script, json!([])).await?;
        page.find("#aloud").await?;
        Ok(())
    })
    .await;
}

async fn choose(page: &Page, selector: &str, value: &str) -> Result<()> {
    let script = "const field = document.querySelector(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.js(script, json!([selector, value])).await?;
    Ok(())
}

async fn until_said(page: &Page, count: usize) -> Result<()> {
    page.until(
        "the next words",
        &format!("return window.said.length === {count}"),
    )
    .await
}

#[tokio::test]
async fn a_sentence_is_said_again_and_speed_and_voice_are_chosen_and_kept() {
    with_page("aloud-player", async |page| {
        page.open_with(VOICES).await?;
        page.read(STORY).await?;
        page.click("#aloud").await?;
        until_said(page, 1).await?;
        page.js("window.finish()", json!([])).await?;
        until_said(page, 2).await?;
        page.js("window.finish()", json!([])).await?;
        until_said(page, 3).await?;
        page.click("#aloud-again").await?;
        until_said(page, 4).await?;
        choose(page, "#aloud-speed", "1.5").await?;
        until_said(page, 5).await?;
        assert_eq!(page.js("return window.rate", json!([])).await?, json!(1.5));
        choose(page, "#aloud-voice", "Four").await?;
        until_said(page, 6).await?;
        let words = said(page).await?;
        let again = "MARROW BAY, May 2 --";
        assert_eq!(words[3], json!(format!("One: {again}")), "from its beginning");
        assert_eq!(words[4], json!(format!("One: {again}")));
        assert_eq!(words[5], json!(format!("Four: {again}")));
        page.js("document.querySelector('#aloud').click()", json!([]))
            .await?;
        page.until(
            "nothing to press any more",
            "return !document.querySelector('#player')",
        )
        .await?;
        let kept = "return JSON.parse(localStorage.getItem('lectern.settings'))";
        let kept = page.js(kept, json!([])).await?;
        assert_eq!((&kept["speed"], &kept["voice"]), (&json!("1.5"), &json!("Four")));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_voice_that_is_missing_or_fails_is_told_in_a_sentence() {
    with_page("aloud-fails", async |page| {
        page.open_with(VOICES).await?;
        page.read(STORY).await?;
        page.click("#aloud").await?;
        until_said(page, 1).await?;
        page.js("speechSynthesis.now.onerror(new Event('error'))", json!([]))
            .await?;
        page.find("#player [role=alert]").await?;
        assert_eq!(
            page.texts("#player [role=alert]").await?,
            ["The voice failed, so the reading stopped. Try again, or choose another voice."]
        );
        assert_eq!(lit(page).await?, json!([]));
        page.click("#player button").await?;
        page.until(
            "the sentence is gone",
            "return !document.querySelector('#player')",
        )
        .await?;

        page.js("speechSynthesis.voices = []", json!([])).await?;
        page.press("r").await?;
        page.find("#player [role=alert]").await?;
        let told = page.texts("#player [role=alert]").await?;
        assert!(
            told[0].starts_with("This device has no English voice of its own"),
            "{told:?}"
        );
        assert_eq!(page.js("return window.said.length", json!([])).await?, json!(1));
        Ok(())
    })
    .await;
}
