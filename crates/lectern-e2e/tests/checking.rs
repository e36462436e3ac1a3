//! One meaning of doubt: the list, the cards and the marks agree; what is not read has no marks.

use lectern_e2e::with_page;
use serde_json::json;

use crate::HARBOUR;

/// Doubtful in three ways: two who may be meant, nobody named, another count than stated.
const DOUBTFUL: &str = "Ferry town weighs a night service\n\n\
    Ada Lund and Bea Holt met on Monday. She said the ferry would stop at midnight.\n\n\
    \"Nobody has asked the crews.\"\n\n\
    Ada Lund, the mayor, proposed three measures: lower fares and longer quays.\n";

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
