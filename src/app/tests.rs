//! Parts of the page on a stage of their own, in a browser: what they draw and what a click does to it.

use gloo::timers::future::TimeoutFuture;
use lectern_core::Input;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{SettingsContext, StringsContext, ViewContext, WorkContext};
use crate::article::ArticleView;
use crate::panel::Panel;
use crate::state::{Reading, Settings, View, Work};
use crate::strings::{Language, Strings};

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "Ferry to run in winter

Ada Lund, the mayor, made three proposals: to dredge the channel, to train more pilots and to lower the fares.

\"The channel is too shallow,\" said Tom Reyes, the harbour master. He said the pilots were tired.
";

/// What the app gives its parts, around an article and its panel.
#[derive(Properties, PartialEq)]
struct Given {
    reading: Reading,
    language: Language,
}

#[component]
fn Stage(given: &Given) -> Html {
    let settings = use_state_eq(Settings::default);
    let work = use_reducer(Work::default);
    let view = use_reducer(View::default);
    let strings = Strings::new(given.language);
    html! {
        <ContextProvider<SettingsContext> context={settings}>
        <ContextProvider<StringsContext> context={strings}>
        <ContextProvider<WorkContext> context={work}>
        <ContextProvider<ViewContext> context={view}>
            <ArticleView reading={given.reading.clone()} marked=true />
            <Panel reading={given.reading.clone()} marked=true />
        </ContextProvider<ViewContext>>
        </ContextProvider<WorkContext>>
        </ContextProvider<StringsContext>>
        </ContextProvider<SettingsContext>>
    }
}

/// A stage in the document; it leaves with the value.
struct Page(Element);

impl Page {
    async fn of(text: &str, language: Language) -> Page {
        let document = gloo::utils::document();
        let root = document.create_element("div").expect("an element");
        gloo::utils::body().append_child(&root).expect("room for it");
        let reading = Reading::new(lectern_core::read(&Input::from(text), &Default::default()));
        yew::Renderer::<Stage>::with_root_and_props(root.clone(), Given { reading, language }).render();
        let page = Page(root);
        page.settled().await;
        page
    }

    /// Waits until the article stands and what was clicked has been drawn.
    async fn settled(&self) {
        TimeoutFuture::new(0).await;
        while !self.all("article[aria-busy]").is_empty() {
            TimeoutFuture::new(1).await;
        }
        TimeoutFuture::new(0).await;
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.0.query_selector_all(selector).expect("a selector");
        (0..found.length())
            .filter_map(|place| found.item(place)?.dyn_into().ok())
            .collect()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector)
            .iter()
            .filter_map(|element| element.text_content())
            .collect()
    }

    async fn click(&self, selector: &str) {
        let element: HtmlElement = self.all(selector).remove(0).unchecked_into();
        element.click();
        self.settled().await;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.0.remove();
    }
}

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
