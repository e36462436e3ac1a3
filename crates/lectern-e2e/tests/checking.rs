//! One meaning of doubt: the list, the cards and the marks agree; what is not read has no marks.

use lectern_e2e::with_page;
use serde_json::json;

use crate::HARBOUR;

/// Doubtful in three ways: two who may be meant, nobody named, another count than stated.
const DOUBTFUL: &str = "Ferry town weighs a night service\n\n\
    Ada Lund and Bea Holt met on Monday. She said the ferry would stop at midnight.\n\n\
    \"Nobody has asked the crews.\"\n\n\
    Ada Lund, the mayor, proposed three measures: lower fares and longer quays.\n";

/// Doubtful by who is meant, and by a count.
const ROWS: &str = "Ada Lund and Bea Holt met on Monday. She said the ferry would stop at midnight.\n\n\
    The ferry was late.\n\n\
    \u{201c}We will dredge the old harbour before the winter.\u{201d}\n\n\
    It rained all day.\n\n\
    Ada Lund called for four measures: lower fares, more night buses and longer piers.\n";

#[tokio::test]
async fn the_list_to_check_holds_what_the_cards_say_to_check_in_the_articles_order() {
    with_page("to-check", async |page| {
        for text in [DOUBTFUL, HARBOUR] {
            page.open().await?;
            page.read(text).await?;
            page.tab("check").await?;
            let listed = page.texts("#panel li.doubt .doubt-text").await?;
            let reasons = page.texts("#panel li.doubt .doubt-why").await?;
            assert!(reasons.iter().all(|reason| !reason.is_empty()), "{reasons:?}");
            for part in [".kind", ".who"] {
                let named = page.texts(&format!("#panel li.doubt {part}")).await?;
                assert_eq!(named.len(), listed.len(), "each row has its {part}");
                assert!(named.iter().all(|words| !words.is_empty()), "{named:?}");
            }
            let counted = page.texts("#tab-check .tab-count").await?;
            assert_eq!(counted, [listed.len().to_string()]);
            let mut on_cards = Vec::new();
            for tab in ["quotations", "proposals"] {
                page.tab(tab).await?;
                let cards = page
                    .js(
                        "return document.querySelectorAll('#panel li.card').length",
                        json!([]),
                    )
                    .await?;
                for card in 0..cards.as_u64().unwrap_or_default() {
                    let head = format!("#panel .cards > li:nth-child({}) .card-head", card + 1);
                    page.click(&head).await?;
                    page.find("#panel li.card.open .card-more").await?;
                    let words = page.texts("#panel li.card.open:has(.to-check) .words").await?;
                    on_cards.extend(words);
                }
            }
            let sorted = |mut words: Vec<String>| {
                words.sort();
                words
            };
            assert_eq!(sorted(listed), sorted(on_cards));
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_row_to_check_says_what_it_is_whose_and_why_in_plain_words() {
    with_page("to-check-rows", async |page| {
        page.open().await?;
        page.read(ROWS).await?;
        page.tab("check").await?;
        page.find("#panel li.doubt").await?;
        let script = "return [...document.querySelectorAll('#panel li.doubt')].map((row) =>
            ['.kind', '.who', '.doubt-why'].map((part) => row.querySelector(part).textContent.trim()).join(' | '))";
        let rows = page.js(script, json!([])).await?;
        assert_eq!(
            rows,
            json!([
                "Reported | One of: Ada Lund or Bea Holt | The text does not say which of them “She” is",
                "Direct | One of: Ada Lund or Bea Holt | The text does not say which of them “She” is",
                "Pledge | One of: Ada Lund or Bea Holt | The text does not say who says or wants this",
                "Call | Ada Lund | The text speaks of 4, but 3 were found",
            ])
        );
        // Whoever walks the marks without seeing them is told as much.
        page.press("k").await?;
        let told = "return document.querySelector('#status').textContent.includes('To check: The text speaks of 4, but 3 were found')";
        page.until("the doubt told", told).await?;
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_text_in_another_language_has_no_marks_at_all() {
    with_page("other-language", async |page| {
        page.open().await?;
        page.read(
            "Die Stadt baut einen neuen Hafen\n\nDer Bürgermeister Karl Weber sagte am Montag, dass der Hafen im \
             Frühjahr eröffnet werde. \"Wir wollen nicht länger warten\", sagte er. Die Bürger freuen sich auf die \
             neue Anlage, die seit vielen Jahren geplant ist und nun endlich gebaut wird.\n",
        )
        .await?;
        page.until("a sentence that says so", "return !!document.querySelector('.notice')")
            .await?;
        let marks = page.js("return document.querySelectorAll('#article .leaf').length", json!([])).await?;
        assert_eq!(marks, json!(0));
        Ok(())
    })
    .await;
}
