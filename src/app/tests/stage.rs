//! A stage for parts of the page: what the app gives them, and a look at what they draw.

use gloo::timers::future::TimeoutFuture;
use lectern_core::Input;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::article::ArticleView;
use crate::context::{SettingsContext, StringsContext, ViewContext, WorkContext};
use crate::panel::Panel;
use crate::state::{Reading, Settings, View, Work};
use crate::strings::{Language, Strings};

#[derive(Properties, PartialEq)]
struct Given {
    language: Language,
    children: Html,
}

/// What the app gives its parts.
#[component]
fn Stage(given: &Given) -> Html {
    let settings = use_state_eq(Settings::default);
    let work = use_reducer(Work::default);
    let view = use_reducer(View::default);
    html! {
        <ContextProvider<SettingsContext> context={settings}>
        <ContextProvider<StringsContext> context={Strings::new(given.language)}>
        <ContextProvider<WorkContext> context={work}>
        <ContextProvider<ViewContext> context={view}>
            { given.children.clone() }
        </ContextProvider<ViewContext>>
        </ContextProvider<WorkContext>>
        </ContextProvider<StringsContext>>
        </ContextProvider<SettingsContext>>
    }
}

/// A stage in the document; it leaves with the value.
pub(super) struct Page(Element);

impl Page {
    /// An article with its panel.
    pub(super) async fn of(text: &str, language: Language) -> Page {
        let reading = Reading::new(lectern_core::read(&Input::from(text), &Default::default()));
        let children = html! {
            <>
                <ArticleView reading={reading.clone()} marked=true />
                <Panel {reading} marked=true />
            </>
        };
        Page::with(language, children).await
    }

    /// Any parts of the page.
    pub(super) async fn with(language: Language, children: Html) -> Page {
        let document = gloo::utils::document();
        let root = document.create_element("div").expect("an element");
        gloo::utils::body().append_child(&root).expect("room for it");
        yew::Renderer::<Stage>::with_root_and_props(root.clone(), Given { language, children }).render();
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

    pub(super) fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.0.query_selector_all(selector).expect("a selector");
        (0..found.length())
            .filter_map(|place| found.item(place)?.dyn_into().ok())
            .collect()
    }

    pub(super) fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector)
            .iter()
            .filter_map(|element| element.text_content())
            .collect()
    }

    pub(super) async fn click(&self, selector: &str) {
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
