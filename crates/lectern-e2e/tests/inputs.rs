//! Input that is no article: each kind gets its sentence, and the page stays alive.

use anyhow::Result;
use lectern_e2e::{Page, with_page};

use crate::HARBOUR;

/// Waits for a notice with these words, then reads an article to see that the page still lives.
async fn told(page: &Page, words: &str) -> Result<()> {
    page.until(
        &format!("a notice that says {words:?}"),
        &format!("return [...document.querySelectorAll('.notice, [role=status]')].some((notice) => notice.textContent.includes({words:?}))"),
    )
    .await?;
    page.read(HARBOUR).await?;
    assert!(
        page.look().await?.blocks[0].starts_with("title: Harbour"),
        "the page reads on"
    );
    Ok(())
}

#[tokio::test]
async fn an_address_is_not_an_article() {
    with_page("address", async |page| {
        page.open().await?;
        page.paste("https://news.example/2021/harbour-mayor").await?;
        told(page, "This is a web address").await
    })
    .await;
}

#[tokio::test]
async fn empty_text_is_said_to_be_empty() {
    with_page("empty", async |page| {
        page.open().await?;
        page.drop_file("empty.txt", b" \n\n").await?;
        told(page, "There is no text here yet").await
    })
    .await;
}

#[tokio::test]
async fn bytes_that_are_no_text_are_said_to_be_none() {
    with_page("binary", async |page| {
        page.open().await?;
        let bytes: Vec<u8> = (0..4000_u32).map(|n| (n * 7919 % 251) as u8).collect();
        page.drop_file("picture.txt", &bytes).await?;
        told(page, "This does not look like text").await
    })
    .await;
}

#[tokio::test]
async fn another_language_is_shown_unmarked() {
    with_page("chinese", async |page| {
        page.open().await?;
        let story = "市长周二在会议上表示，港口将继续向所有渔船开放。她说，海堤的修缮工作将在明年完成。\n\n"
            .repeat(6);
        page.paste(&story).await?;
        told(page, "This text is not in English").await
    })
    .await;
}

#[tokio::test]
async fn site_text_alone_is_said_to_be_that() {
    with_page("clutter", async |page| {
        page.open().await?;
        page.paste("Home\nNews\nSport\nWeather\nShare on Facebook\nTweet\nPrivacy Policy\nTerms of Use\nSubscribe\nLog in\n").await?;
        told(page, "Only menus and other site text were found").await
    })
    .await;
}

#[tokio::test]
async fn ten_megabytes_are_read_as_far_as_they_go_and_the_page_stays_alive() {
    with_page("ten-megabytes", async |page| {
        page.open().await?;
        let long = HARBOUR.repeat(10_000_000 / HARBOUR.len());
        page.paste(&long).await?;
        told(page, "This text is very long").await
    })
    .await;
}
