//! Heads and bodies of pages and pasted texts: titles, authors, dates, what is kept in whatever language; the format is
//! told in `pages.txt`.

use lectern_core::article::{Article, Detail};
use lectern_core::{Input, Overrides};
use lectern_formats::html;

/// A page and what has to hold of it.
#[derive(Default)]
struct Page {
    kind: String,
    text: String,
    expected: Vec<String>,
}

fn pages() -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    for line in include_str!("pages.txt").lines() {
        if let Some(kind) = line.strip_prefix("=== ") {
            pages.push(Page {
                kind: kind.to_owned(),
                ..Page::default()
            });
        } else if let Some(page) = pages.last_mut() {
            if let Some(expected) = line.strip_prefix("> ") {
                page.expected.push(expected.to_owned());
            } else {
                page.text += line;
                page.text.push('\n');
            }
        }
    }
    pages
}

/// Whether `expected`, one line of a case, holds; if not, what was found.
fn judge(article: &Article, expected: &str) -> Result<(), String> {
    let (what, wanted) = expected.split_once(": ").expect("what and its value");
    let value = |detail: &Option<Detail>| detail.as_ref().map_or("-", |detail| &detail.value).to_owned();
    let details = &article.details;
    let found = match what {
        "title" => value(&details.title),
        "authors" => {
            let names: Vec<&str> = details
                .authors
                .iter()
                .map(|author| author.value.as_str())
                .collect();
            if names.is_empty() {
                "-".to_owned()
            } else {
                names.join("; ")
            }
        }
        "published" => value(&details.published),
        "updated" => value(&details.updated),
        _ => return judge_block(article, what, wanted),
    };
    let begins = matches!(what, "published" | "updated") && found.starts_with(wanted);
    if begins || found == wanted {
        Ok(())
    } else {
        Err(format!("{expected}, found {found}"))
    }
}

fn judge_block(article: &Article, what: &str, words: &str) -> Result<(), String> {
    let text = &article.source.text;
    let holds = |block: &&lectern_core::article::Block| block.span.text(text).contains(words);
    let kinds: Vec<_> = article
        .blocks
        .iter()
        .filter(holds)
        .map(|block| block.kind)
        .collect();
    let right = match what {
        "kept" => kinds.iter().any(|kind| kind.is_read()),
        "aside" => kinds.iter().any(|kind| kind.name() == "clutter"),
        _ => kinds
            .iter()
            .any(|kind| what.strip_prefix("is ") == Some(kind.name())),
    };
    if right {
        Ok(())
    } else {
        Err(format!("{what}: {words}, found {kinds:?}"))
    }
}

#[test]
fn every_page_is_read_as_a_careful_reader_reads_it() {
    let mut wrong = Vec::new();
    for page in pages() {
        let text = page.text.trim();
        let input = if text.starts_with('<') {
            html::read(text)
        } else {
            Input::from(text)
        };
        let article = lectern_core::read(&input, &Overrides::default());
        for expected in &page.expected {
            if let Err(found) = judge(&article, expected) {
                wrong.push(format!("{}: {found}", page.kind));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
