//! Single parts, given an article that is made by hand.

use lectern_core::article::{
    Block, Form, Mention, MentionForm, MentionId, Proposal, ProposalId, ProposalKind, Quotation, QuotationId,
    Referent, Source, Speaker, SpeakerId, SpeakerKind,
};
use lectern_core::{Article, Span};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;

use super::stage::Page;
use crate::article::ArticleView;
use crate::card::Card;
use crate::state::settings::Language;
use crate::state::{Mark, Reading};
use crate::strings::{Key, Strings};

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
        blocks: vec![Block::paragraph(whole)],
        speakers: vec![Speaker {
            name: "Ada Lund".to_owned(),
            role: Some("mayor".to_owned()),
            kind: SpeakerKind::Person,
        }],
        mentions: vec![Mention {
            span: span("Ada Lund"),
            form: MentionForm::Name,
            referent: Referent::Named(SpeakerId(0)),
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
            proposer: Referent::Named(SpeakerId(0)),
            addressee: None,
            trigger: None,
            quotation: None,
            same_as: None,
            sure: true,
        }],
        ..Article::default()
    })
}

#[wasm_bindgen_test]
async fn a_split_quotation_is_one_mark_and_the_text_stays_whole() {
    let page = Page::with(
        Language::English,
        html! { <ArticleView reading={reading(5)} marked=true /> },
    )
    .await;
    assert_eq!(page.texts("[data-kind=paragraph]"), [TEXT]);
    assert_eq!(
        page.texts("mark.direct[data-quotation='0']"),
        ["\"Trees first,\"", "\"and then the rest.\""]
    );
    assert_eq!(
        page.texts("[data-start~=q0]"),
        ["\"Trees first,\""],
        "it begins once"
    );
    assert_eq!(page.texts("span.name[data-speaker='0']"), ["Ada Lund"]);
    assert_eq!(page.all(".number").len(), 5, "each item has its number");
}

#[wasm_bindgen_test]
async fn a_card_opens_to_a_numbered_list_with_what_was_stated_and_found() {
    for (stated, words, differs) in [(5, "5 stated, 5 found", 0), (4, "4 stated, 5 found", 1)] {
        let page = Page::with(
            Language::English,
            html! { <Card reading={reading(stated)} mark={WANTED} named=true /> },
        )
        .await;
        assert_eq!(page.all(".card-head[aria-expanded=false]").len(), 1);
        assert_eq!(page.texts(".kind, .who"), ["Plan", "Ada Lund"]);
        page.click(".card-head").await;
        assert_eq!(page.all(".card.open .items").len(), 1);
        assert_eq!(
            page.texts(".items > li"),
            ["trees", "lamps", "ramps", "seats", "drains"]
        );
        assert_eq!(page.texts(".count"), [words]);
        assert_eq!(page.texts(".count.differs").len(), differs);
    }
}

#[wasm_bindgen_test]
async fn a_card_speaks_the_language_of_the_page_and_keeps_the_article_s() {
    let page = Page::with(
        Language::Chinese,
        html! { <Card reading={reading(5)} mark={SAID} named=true /> },
    )
    .await;
    assert_eq!(
        page.texts(".kind"),
        [Strings::new(Language::Chinese).get(Key::KindDirect)]
    );
    assert_eq!(page.all(".words[lang=en]").len(), 1);
    assert_eq!(
        page.texts(".words"),
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
