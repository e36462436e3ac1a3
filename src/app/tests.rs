//! Parts of the page on a stage of their own, in a browser: what they draw and what a click does to it.

mod parts;
mod stage;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use crate::strings::Language;
use stage::Page;

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "Ferry to run in winter

Ada Lund, the mayor, made three proposals: to dredge the channel, to train more pilots and to lower the fares.

\"The channel is too shallow,\" said Tom Reyes, the harbour master. He said the pilots were tired.
";

#[wasm_bindgen_test]
async fn the_article_is_drawn_whole_and_its_marks_carry_their_words() {
    let page = Page::of(TEXT, Language::English).await;
    assert_eq!(page.texts("article [data-kind]").join("\n\n") + "\n", TEXT);
    assert_eq!(
        page.texts("article [data-quotation].direct").concat(),
        "\"The channel is too shallow,\""
    );
    // One tab stop for all marks.
    assert_eq!(page.all("article [tabindex='0']").len(), 1);
}

#[wasm_bindgen_test]
async fn a_counted_list_is_numbered_with_stated_against_found() {
    let page = Page::of(TEXT, Language::English).await;
    page.click("[data-tab=proposals]").await;
    page.click(".card-head").await;
    assert_eq!(page.texts(".card .count"), ["3 stated, 3 found"]);
    assert_eq!(
        page.texts(".card ol.items li"),
        ["dredge the channel", "train more pilots", "lower the fares"]
    );
    page.click(".card-head").await;
    assert!(page.all(".card ol.items").is_empty(), "the card closes again");
}

#[wasm_bindgen_test]
async fn a_pronouns_card_says_how_its_speaker_was_reached() {
    let page = Page::of(TEXT, Language::English).await;
    page.click("[data-tab=quotations]").await;
    page.click(".card:last-child .card-head").await;
    assert_eq!(page.texts(".card.open .card-head .who"), ["Tom Reyes"]);
    assert_eq!(page.all(".card.open ol.steps li").len(), 1);
}

#[wasm_bindgen_test]
async fn a_speakers_row_lights_what_they_say_and_nothing_else() {
    let page = Page::of(TEXT, Language::English).await;
    assert_eq!(page.texts(".speaker-name"), ["Tom Reyes", "Ada Lund"]);
    page.click(".speaker-row").await;
    assert_eq!(
        page.texts("article .direct.lit").concat(),
        "\"The channel is too shallow,\""
    );
    assert!(page.all("article [data-proposal].lit").is_empty());
    page.click(".speaker-row").await;
    assert!(
        page.all("article .lit").is_empty(),
        "a second click takes the filter away"
    );
}

#[wasm_bindgen_test]
async fn the_interface_speaks_chinese_and_the_article_stays_english() {
    let page = Page::of(TEXT, Language::Chinese).await;
    page.click("[data-tab=proposals]").await;
    page.click(".card-head").await;
    assert_eq!(page.texts(".card .count"), ["文中称 3 项，找到 3 项"]);
    assert_eq!(page.all("article[lang=en]").len(), 1);
}
