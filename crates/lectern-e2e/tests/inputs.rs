//! Input that is no article: each kind gets its sentence, and the page stays alive.

use anyhow::Result;
use lectern_e2e::{Browser, Page, with_page};
use serde_json::json;

use crate::HARBOUR;

/// Waits for a notice with these words.
async fn told_alone(page: &Page, words: &str) -> Result<()> {
    page.until(
        &format!("a notice that says {words:?}"),
        &format!("return [...document.querySelectorAll('.notice, [role=status]')].some((notice) => notice.textContent.includes({words:?}))"),
    )
    .await
}

/// The same, then reads an article to see that the page still lives.
async fn told(page: &Page, words: &str) -> Result<()> {
    told_alone(page, words).await?;
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
async fn a_paste_of_nothing_is_not_mute() {
    with_page("nothing", async |page| {
        page.open().await?;
        page.paste(" \n\t\n").await?;
        told(page, "There is no text on the clipboard").await?;
        // beside an open article, which stays
        page.paste("").await?;
        told_alone(page, "There is no text on the clipboard").await?;
        assert!(
            page.look().await?.blocks[0].starts_with("title: Harbour"),
            "the article stays"
        );
        Ok(())
    })
    .await;
}

/// Somebody copies a page's source.
#[tokio::test]
async fn the_source_of_a_page_is_read_as_the_page() {
    with_page("source", async |page| {
        page.open().await?;
        page.paste(
            "<!DOCTYPE html>\n<html><head><title>Ferry stays</title></head>\n<body><nav><a href=\"/\">Home</a></nav>\n\
             <article><h1>Ferry stays</h1>\n<p>The night ferry will stay, the council of Bayport said on Monday.</p>\n\
             <p>\u{201c}It is <b>our</b> road to work,\u{201d} said Ada Lund, who lives on the island.</p></article>\n\
             </body></html>",
        )
        .await?;
        page.marked().await?;
        let blocks = page.look().await?.blocks;
        assert!(blocks[0].starts_with("title: Ferry stays"), "{blocks:?}");
        assert!(blocks.iter().all(|block| !block.contains('<')), "{blocks:?}");
        assert!(page.texts("#panel .speaker-name").await?.contains(&"Ada Lund".to_owned()));
        Ok(())
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
async fn a_pdf_and_a_file_of_a_word_processor_say_what_to_do() {
    with_page("packed", async |page| {
        page.open().await?;
        page.drop_file("report.pdf", b"%PDF-1.7\n1 0 obj").await?;
        told(page, "This is a PDF, which cannot be read from here. Open it").await?;
        page.drop_file("report.docx", b"PK\x03\x04\x14\0word/document.xml")
            .await?;
        told(page, "This comes from a file of another program").await
    })
    .await;
}

#[tokio::test]
async fn the_codes_of_a_word_processor_are_not_read_as_an_article() {
    const RTF: &str = "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times New Roman;}}\n\\f0\\fs24 \\'93The harbour will be \
        dredged,\\'94 said Mayor Odile Fenwick.\\par\nThe work begins in June.\\par\n}\n";
    with_page("rtf", async |page| {
        let marks = "return document.querySelectorAll('#article .leaf').length";
        for is_file in [false, true] {
            page.open().await?;
            if is_file {
                page.drop_file("harbour.txt", format!("\u{feff}\n{RTF}").as_bytes())
                    .await?;
            } else {
                page.paste(RTF).await?;
            }
            told_alone(
                page,
                "Open it there, select the article, copy it and paste it here",
            )
            .await?;
            assert_eq!(page.js(marks, json!([])).await?, json!(0));
        }
        Ok(())
    })
    .await;
}

/// As word processors put it on the clipboard: styles, handlers, an address for relative links.
const STYLED: &str = "<html><head><base href='https://news.example/'><style>p.MsoNormal { margin: 0 }</style></head>
    <body style='tab-interval: 36pt'><p class=MsoTitle style='font-size: 28pt'>Harbour to be dredged in the spring</p>
    <p class=MsoNormal onclick='go()'>MARROW BAY, May 2 -- \"The harbour will be dredged,\" said Mayor Odile Fenwick. The work begins in June.</p>
    <p class=MsoNormal style='mso-outline-level: 2'>What it costs</p>
    <table style='width: 3in'><tr><td>North Pier</td><td>3 million</td></tr><tr><td>South Pier</td><td>4 million</td></tr></table>
    <p style='display: none'>Not to be seen.</p>
    <p class=MsoNormal>Tomas Aldergrove, the minister, said: \"We will pay for one. The town pays for the other.\"</p></body></html>";

#[tokio::test]
async fn a_styled_paste_keeps_headings_and_rows_and_breaks_no_policy() {
    with_page("styled", async |page| {
        page.open().await?;
        let watch = "window.broken = [];
            document.addEventListener('securitypolicyviolation', (event) => window.broken.push(event.violatedDirective))";
        page.js(watch, json!([])).await?;
        page.paste_both("Harbour to be dredged in the spring", STYLED).await?;
        page.marked().await?;
        let blocks = page.look().await?.blocks;
        for expected in [
            "title: Harbour to be dredged in the spring",
            "heading: What it costs",
            "paragraph: North Pier 3 million",
        ] {
            assert!(blocks.iter().any(|block| block == expected), "{expected} is not in {blocks:#?}");
        }
        assert!(!blocks.iter().any(|block| block.contains("Not to be seen")), "{blocks:#?}");
        assert_eq!(page.js("return window.broken", json!([])).await?, json!([]));
        if page.browser == Browser::Chromium {
            let said = page.driver().get_log("browser").await?;
            let complaints: Vec<&str> = said
                .iter()
                .map(|entry| entry.message.as_str())
                .filter(|message| message.contains("Content Security Policy"))
                .collect();
            assert!(complaints.is_empty(), "{complaints:#?}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn markdown_shows_its_headings_lists_and_rows_without_its_signs() {
    const MARKDOWN: &str = "# Harbour to be dredged in the spring\n\n\
        \"The harbour will be **dredged**,\" said [Mayor Odile Fenwick](https://news.example/fenwick).\n\n\
        ## What it costs\n\n- a loan\n- a new pier\n\n| Pier | Cost |\n|---|---|\n| North | 3 million |\n";
    with_page("markdown", async |page| {
        let expected = [
            "title: Harbour to be dredged in the spring",
            "paragraph: \"The harbour will be dredged,\" said Mayor Odile Fenwick.",
            "heading: What it costs",
            "list-item: a loan",
            "list-item: a new pier",
            "paragraph: Pier Cost",
            "paragraph: North 3 million",
        ];
        page.open().await?;
        page.read(MARKDOWN).await?;
        assert_eq!(page.look().await?.blocks, expected);
        page.open().await?;
        page.drop_file("harbour.md", MARKDOWN.as_bytes()).await?;
        page.marked().await?;
        assert_eq!(page.look().await?.blocks, expected);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_address_is_kept_and_linked_and_dates_are_copied_in_the_readers_form() {
    with_page("source", async |page| {
        page.open().await?;
        let html = format!(
            "<link rel=canonical href='https://news.example/harbour'>
            <meta property='article:published_time' content='2021-05-02'>{STYLED}"
        );
        page.paste_both("Harbour to be dredged in the spring", &html).await?;
        page.marked().await?;
        let link = "const link = document.querySelector('#article .byline a'); return [link.textContent, link.href, link.rel]";
        assert_eq!(
            page.js(link, json!([])).await?,
            json!(["news.example", "https://news.example/harbour", "noopener noreferrer"])
        );
        let watch = "Object.defineProperty(navigator, 'clipboard', { value: {
            writeText: (text) => { window.copied = text; return Promise.resolve() } } })";
        page.js(watch, json!([])).await?;
        page.tab("quotations").await?;
        page.click(".list-tools .copy").await?;
        page.until("something copied", "return !!window.copied").await?;
        let copied = page.js("return window.copied", json!([])).await?;
        let copied = copied.as_str().unwrap_or_default();
        assert!(copied.contains("2 May 2021\nhttps://news.example/harbour"), "{copied}");

        page.read("https://news.example/piers\n\nPiers to be mended this year\n\n\"The piers will be mended,\" said Mayor Odile Fenwick. \"Both of them.\"\n").await?;
        let href = page.js("return document.querySelector('#article .byline a').href", json!([])).await?;
        assert_eq!(href, json!("https://news.example/piers"));
        Ok(())
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
async fn many_equal_short_lines_are_read_as_the_english_that_they_are() {
    with_page("terse", async |page| {
        page.open().await?;
        page.read(&"\"Ferries matter,\" Ada Lund said.\n\n".repeat(30))
            .await?;
        assert_eq!(page.texts(".notice").await?, Vec::<String>::new());
        assert_eq!(page.texts("#panel .speaker-name").await?, ["Ada Lund"]);
        Ok(())
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
        told_alone(page, "The first 10% of it was read").await?;
        told(page, "This text is very long").await
    })
    .await;
}
