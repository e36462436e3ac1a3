//! Components in a real browser: `cargo test -p lectern --target wasm32-unknown-unknown`.

use gloo::timers::future::TimeoutFuture;
use lectern_core::attribution::{Form, Quotation, QuotationId};
use lectern_core::layout::{Block, BlockKind, Language as BlockLanguage};
use lectern_core::proposals::{Proposal, ProposalId, ProposalKind};
use lectern_core::source::Source;
use lectern_core::speakers::{Attribution, Mention, MentionForm, MentionId, Speaker, SpeakerId, SpeakerKind};
use lectern_core::{Article, Span};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;
use yew::prelude::*;

use crate::app::{SettingsContext, ViewContext, WorkContext};
use crate::article::ArticleView;
use crate::card::Card;
use crate::state::settings::Language;
use crate::state::{Mark, Reading, Settings, View, Work};
use crate::strings::Strings;

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "Ada Lund put forward five measures: trees, lamps, ramps, seats and drains. \
    \"Trees first,\" she said, \"and then the rest.\"";
const SAID: Mark = Mark::Quotation(QuotationId(0));
const WANTED: Mark = Mark::Proposal(ProposalId(0));

fn span(words: &str) -> Span {
    let at = TEXT.find(words).expect("words of the text");
    Span::of(at..at + words.len())
}

/// Ada wants five things and says a sentence in two stretches.
fn reading(stated_count: u32) -> Reading {
    let whole = Span::of(0..TEXT.len());
    Reading::new(Article {
        source: Source {
            text: TEXT.to_owned(),
            edits: Vec::new(),
        },
        blocks: vec![Block {
            kind: BlockKind::Paragraph,
            span: whole,
            content: whole,
            level: None,
            list: None,
            language: BlockLanguage::English,
        }],
        speakers: vec![Speaker {
            name: "Ada Lund".to_owned(),
            role: Some("mayor".to_owned()),
            kind: SpeakerKind::Person,
        }],
        mentions: vec![Mention {
            span: span("Ada Lund"),
            form: MentionForm::Name,
            attribution: Attribution::Named(SpeakerId(0)),
            because: Vec::new(),
        }],
        quotations: vec![Quotation {
            form: Form::Direct,
            content: vec![span("\"Trees first,\""), span("\"and then the rest.\"")],
            cue: Some(span("said")),
            source: vec![span("she")],
            mention: Some(MentionId(0)),
            parent: None,
            verb_class: None,
            sure: true,
        }],
        proposals: vec![Proposal {
            kind: ProposalKind::Plan,
            span: span("trees, lamps, ramps, seats and drains"),
            items: ["trees", "lamps", "ramps", "seats", "drains"].map(span).to_vec(),
            stated_count: Some(stated_count),
            proposer: Attribution::Named(SpeakerId(0)),
            addressee: None,
            trigger: None,
            quotation: None,
            same_as: None,
            sure: true,
        }],
        ..Article::default()
    })
}

#[derive(Properties, PartialEq)]
struct StageProps {
    language: Language,
    children: Html,
}

/// What the app gives its parts.
#[component]
fn Stage(props: &StageProps) -> Html {
    let settings = use_state_eq(Settings::default);
    let work = use_reducer(Work::default);
    let view = use_reducer(View::default);
    html! {
        <ContextProvider<SettingsContext> context={settings}>
        <ContextProvider<Strings> context={Strings::new(props.language)}>
        <ContextProvider<WorkContext> context={work}>
        <ContextProvider<ViewContext> context={view}>
            { props.children.clone() }
        </ContextProvider<ViewContext>>
        </ContextProvider<WorkContext>>
        </ContextProvider<Strings>>
        </ContextProvider<SettingsContext>>
    }
}

/// Renders into an element of its own at the end of the page.
fn render(language: Language, children: Html) -> Element {
    let document = gloo::utils::document();
    let root = document.create_element("div").expect("a document makes elements");
    gloo::utils::body()
        .append_child(&root)
        .expect("a body takes elements");
    yew::Renderer::<Stage>::with_root_and_props(root.clone(), StageProps { language, children }).render();
    root
}

/// The text of everything that matches.
fn texts(root: &Element, selector: &str) -> Vec<String> {
    let found = root.query_selector_all(selector).expect("a selector");
    (0..found.length())
        .filter_map(|place| found.get(place)?.text_content())
        .collect()
}

/// Waits until something is drawn; fails after a while.
async fn drawn(root: &Element, selector: &str) -> Element {
    for _ in 0..500 {
        if let Ok(Some(element)) = root.query_selector(selector) {
            return element;
        }
        TimeoutFuture::new(4).await;
    }
    panic!("{selector} is not drawn: {}", root.outer_html());
}

#[wasm_bindgen_test]
async fn a_split_quotation_is_one_mark_and_the_text_stays_whole() {
    let root = render(
        Language::English,
        html! { <ArticleView reading={reading(5)} marked=true /> },
    );
    drawn(&root, "article:not([aria-busy]) [data-kind=paragraph]").await;
    assert_eq!(texts(&root, "[data-kind=paragraph]"), [TEXT]);
    assert_eq!(
        texts(&root, "mark.direct[data-quotation='0']"),
        ["\"Trees first,\"", "\"and then the rest.\""]
    );
    assert_eq!(
        texts(&root, "[data-start~=q0]"),
        ["\"Trees first,\""],
        "it begins once"
    );
    assert_eq!(texts(&root, "span.name[data-speaker='0']"), ["Ada Lund"]);
    let numbers = root.query_selector_all(".number").expect("a selector").length();
    assert_eq!(numbers, 5, "each item has its number");
}

#[wasm_bindgen_test]
async fn a_card_opens_to_a_numbered_list_with_what_was_stated_and_found() {
    for (stated, words, differs) in [(5, "5 stated, 5 found", 0), (4, "4 stated, 5 found", 1)] {
        let root = render(
            Language::English,
            html! { <Card reading={reading(stated)} mark={WANTED} named=true /> },
        );
        let head = drawn(&root, ".card-head").await;
        assert_eq!(head.get_attribute("aria-expanded").as_deref(), Some("false"));
        assert_eq!(texts(&root, ".kind, .who"), ["Plan", "Ada Lund"]);
        wasm_bindgen::JsCast::unchecked_ref::<web_sys::HtmlElement>(&head).click();
        drawn(&root, ".card.open .items").await;
        assert_eq!(
            texts(&root, ".items > li"),
            ["trees", "lamps", "ramps", "seats", "drains"]
        );
        assert_eq!(texts(&root, ".count"), [words]);
        assert_eq!(texts(&root, ".count.differs").len(), differs);
    }
}

#[wasm_bindgen_test]
async fn a_card_speaks_the_language_of_the_page_and_keeps_the_article_s() {
    let root = render(
        Language::Chinese,
        html! { <Card reading={reading(5)} mark={SAID} named=true /> },
    );
    let words = drawn(&root, ".words").await;
    assert_eq!(
        texts(&root, ".kind"),
        [Strings::new(Language::Chinese).get("kind-direct")]
    );
    assert_eq!(words.get_attribute("lang").as_deref(), Some("en"));
    assert_eq!(
        texts(&root, ".words"),
        ["\"Trees first,\" … \"and then the rest.\""]
    );
}

#[wasm_bindgen_test]
fn dates_are_written_as_the_language_writes_them() {
    let (english, chinese) = (Strings::new(Language::English), Strings::new(Language::Chinese));
    assert_eq!(english.date("2025-03-14"), "14 March 2025");
    assert_eq!(english.date("2025-03-14T08:40"), "14 March 2025, 08:40");
    assert_eq!(chinese.date("2025-03-14"), "2025年3月14日");
    assert_eq!(english.date("last spring"), "last spring");
}
