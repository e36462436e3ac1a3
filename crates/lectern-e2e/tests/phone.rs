//! The page on a phone: a sheet with three stops that never covers what is talked about.

use lectern_e2e::with_page;
use serde_json::json;

use crate::HARBOUR;

#[tokio::test]
async fn the_sheet_has_three_stops_and_the_chosen_mark_stays_in_sight() {
    with_page("phone", async |page| {
        page.size(390, 844).await?;
        page.open().await?;
        page.read(HARBOUR).await?;
        let stop = |name: &str| format!("return document.querySelector('#panel').dataset.sheet === {name:?}");
        page.until("the sheet at its lowest", &stop("peek")).await?;
        page.click("#panel .grip").await?;
        page.until("the sheet half way up", &stop("half")).await?;
        page.tab("proposals").await?;
        page.click("#panel-list li.card .card-head").await?;
        page.until(
            "the mark above the sheet",
            "const leaf = document.querySelector('#article .on')?.getBoundingClientRect();
             const sheet = document.querySelector('#panel').getBoundingClientRect();
             return !!leaf && leaf.top >= 0 && leaf.bottom <= sheet.top",
        )
        .await?;
        page.click("#panel .grip").await?;
        page.until("the sheet all the way up", &stop("full")).await?;
        page.click("#panel .grip").await?;
        page.until("the sheet at its lowest again", &stop("peek")).await
    })
    .await;
}

#[tokio::test]
async fn nothing_is_wider_than_the_screen_and_nothing_to_press_is_too_small() {
    with_page("phone-fit", async |page| {
        page.size(390, 844).await?;
        page.open().await?;
        page.read(HARBOUR).await?;
        page.click("#panel .grip").await?;
        let wide = page
            .js(
                "return document.documentElement.scrollWidth - innerWidth",
                json!([]),
            )
            .await?;
        assert!(wide.as_i64() <= Some(0), "the page is {wide} pixels too wide");
        let small = "return [...document.querySelectorAll('button, [role=tab], select')]
            .filter((each) => each.checkVisibility({ visibilityProperty: true }))
            .map((each) => [each.outerHTML.slice(0, 90), each.getBoundingClientRect()])
            .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
            .map(([html]) => html)";
        assert_eq!(page.js(small, json!([])).await?, json!([]));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn on_a_phone_on_its_side_the_lists_stand_beside_the_article() {
    with_page("phone-side", async |page| {
        page.size(844, 390).await?;
        page.open().await?;
        page.read(HARBOUR).await?;
        page.click("#panel .grip").await?;
        page.tab("proposals").await?;
        page.click("#panel-list li.card .card-head").await?;
        page.until(
            "half of the width for the article, all of the height for both, and the chosen mark in sight",
            "const sheet = document.querySelector('#panel').getBoundingClientRect();
             const article = document.querySelector('#article').getBoundingClientRect();
             const leaf = document.querySelector('#article .on')?.getBoundingClientRect();
             const beside = article.right <= sheet.left && article.width > innerWidth / 3;
             return beside && sheet.top <= 0 && sheet.bottom >= innerHeight - 1
                && !!leaf && leaf.top >= 0 && leaf.top < innerHeight && leaf.left < sheet.left",
        )
        .await?;
        page.click("#panel .grip").await?;
        page.until("the lists over all of the screen", COVERS).await?;
        page.click("#panel .grip").await?;
        page.until("the article again", UNCOVERED).await
    })
    .await;
}

/// The sheet covers the screen.
const COVERS: &str = "const sheet = document.querySelector('#panel').getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    return sheet.left <= 0 && sheet.top <= 0 && sheet.right >= clientWidth - 1 && sheet.bottom >= clientHeight - 1";

/// The sheet is one line, and all but two lines of the screen are the article's.
const UNCOVERED: &str = "const sheet = document.querySelector('#panel').getBoundingClientRect();
    const masthead = document.querySelector('.masthead').getBoundingClientRect();
    return document.querySelector('#panel').dataset.sheet === 'peek' && sheet.top - masthead.bottom > innerHeight - 110";

#[tokio::test]
async fn at_four_times_the_size_the_screen_is_the_articles_or_the_lists() {
    with_page("phone-zoomed", async |page| {
        // What is left of 1280 by 1024 pixels at 400 %.
        page.size(320, 256).await?;
        page.open().await?;
        page.read(HARBOUR).await?;
        page.until("the article", UNCOVERED).await?;
        page.click("#panel .grip").await?;
        page.until("the lists over all of the screen", COVERS).await?;
        page.click("#panel .grip").await?;
        page.until("the lists still", COVERS).await?;
        page.click("#panel .grip").await?;
        page.until("the article again", UNCOVERED).await?;
        let wide = page
            .js(
                "return document.documentElement.scrollWidth - innerWidth",
                json!([]),
            )
            .await?;
        assert!(wide.as_i64() <= Some(0), "the page is {wide} pixels too wide");
        Ok(())
    })
    .await;
}
