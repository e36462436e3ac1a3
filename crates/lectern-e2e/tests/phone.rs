//! The page on a phone: a sheet with three stops that never covers what is talked about.

use lectern_e2e::{with_page, with_page_in};
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
            "half of the width for the article, all of the height under the masthead for both, and the chosen mark in sight",
            "const sheet = document.querySelector('#panel').getBoundingClientRect();
             const article = document.querySelector('#article').getBoundingClientRect();
             const leaf = document.querySelector('#article .on')?.getBoundingClientRect();
             const beside = article.right <= sheet.left && article.width > innerWidth / 3;
             const under = document.querySelector('.masthead').getBoundingClientRect().bottom;
             return beside && Math.abs(sheet.top - under) <= 1 && sheet.bottom >= innerHeight - 1
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

/// The sheet covers the screen, the masthead left aside.
const COVERS: &str = "const sheet = document.querySelector('#panel').getBoundingClientRect();
    const under = document.querySelector('.masthead').getBoundingClientRect().bottom;
    const { clientWidth, clientHeight } = document.documentElement;
    return sheet.left <= 0 && Math.abs(sheet.top - under) <= 1 && sheet.right >= clientWidth - 1 && sheet.bottom >= clientHeight - 1";

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

/// What can be pressed in the masthead and at the sheet's head but is cut, or lies under something else.
const COVERED: &str = "const { clientWidth, clientHeight } = document.documentElement;
    return [...document.querySelectorAll('.masthead button, #panel .grip, #panel .tab, #panel .tab > span')]
        .filter((each) => each.checkVisibility({ visibilityProperty: true }))
        .filter((each) => {
            const box = each.getBoundingClientRect();
            const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            const is_in = box.left >= 0 && box.top >= 0 && box.right <= clientWidth + 1 && box.bottom <= clientHeight + 1;
            const is_cut = each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline';
            return !is_in || is_cut || !(each.contains(at) || at?.contains(each) && at.matches('.tab'));
        })
        .map((each) => each.outerHTML.slice(0, 90))";

#[tokio::test]
async fn nothing_to_press_is_cut_or_covered_on_any_small_screen() {
    for (name, languages) in [("phone-covered", "en-US,en"), ("phone-covered-zh", "zh-CN,zh")] {
        with_page_in(name, languages, async |page| {
            for (width, height) in [(800, 360), (667, 375), (320, 256), (320, 568), (390, 844)] {
                page.size(width, height).await?;
                page.open().await?;
                page.read(HARBOUR).await?;
                // With the way back, which is drawn when there is one.
                page.press("j").await?;
                page.find("#panel li.card.open .card-more").await?;
                page.press("x").await?;
                let lines = "const range = document.createRange();
                    range.selectNodeContents(document.querySelector('#regret-mark'));
                    return range.getClientRects().length";
                page.find("#regret-mark").await?;
                assert_eq!(
                    page.js(lines, json!([])).await?,
                    json!(1),
                    "its word stands in one line"
                );
                page.until(
                    "the way back",
                    "return !document.querySelectorAll('.masthead .bar.icon')[0].disabled",
                )
                .await?;
                for stop in ["peek", "half", "full"] {
                    page.until(
                        stop,
                        &format!(
                            "const panel = document.querySelector('#panel');
                        if (panel.dataset.sheet === '{stop}') return true;
                        panel.querySelector('.grip').click(); return false"
                        ),
                    )
                    .await?;
                    page.until(
                        "the sheet at rest",
                        "return document.getAnimations().length === 0",
                    )
                    .await?;
                    let covered = page.js(COVERED, json!([])).await?;
                    assert_eq!(covered, json!([]), "{width} by {height}, {stop}");
                }
            }
            Ok(())
        })
        .await;
    }
}
