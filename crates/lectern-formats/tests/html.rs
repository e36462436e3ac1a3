//! html through html5ever and core's walk: what the clipboards in core's `tests/paste` hold, block by block, and
//! pages made to do harm. The page's own adapter is held to the same `.walk` files.

use expect_test::expect_file;
use lectern_core::Overrides;
use lectern_core::article::BlockKind;
use lectern_formats::html;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

#[path = "../../lectern-core/tests/paste/walked.rs"]
mod walked;

#[test]
fn every_page_is_walked_and_laid_out_as_expected() {
    let mut seen = 0;
    for path in pages() {
        let input = html::read(&std::fs::read_to_string(&path).expect("readable"));
        expect_file![path.with_extension("walk")].assert_eq(&walked::walked(&input));
        let article = lectern_core::read(&input, &Overrides::default());
        expect_file![path.with_extension("blocks")].assert_eq(&blocks(&article));
        seen += 1;
    }
    assert_eq!(
        seen,
        walked::PAGES.len(),
        "a page that the other adapter is not held to"
    );
}

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../lectern-core/tests/paste");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of clipboards")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
        .collect();
    paths.sort();
    paths
}

fn blocks(article: &lectern_core::Article) -> String {
    let mut out = String::new();
    for block in &article.blocks {
        let kind = match block.kind {
            BlockKind::Clutter(reason) => format!("clutter {reason:?}"),
            kind => format!("{kind:?}"),
        };
        let list = block.list.map_or(String::new(), |list| {
            format!(
                " {}{}.{}",
                if list.ordered { "#" } else { "*" },
                list.id,
                list.depth
            )
        });
        let text = block.content.text(&article.source.text).replace('\n', "⏎");
        out += &format!("{}{list}| {text}\n", kind.to_lowercase());
    }
    let details = &article.details;
    let single = [
        &details.title,
        &details.outlet,
        &details.published,
        &details.updated,
        &details.url,
        &details.language,
    ];
    let names = ["title", "outlet", "published", "updated", "url", "language"];
    for (name, detail) in names.iter().zip(single) {
        if let Some(detail) = detail {
            out += &format!("{name}: {}\n", detail.value);
        }
    }
    details
        .authors
        .iter()
        .for_each(|author| out += &format!("author: {}\n", author.value));
    details
        .section
        .iter()
        .for_each(|section| out += &format!("section: {}\n", section.value));
    out
}

/// Time for a page made of so many pieces, and for ten times as many: linear growth, with room for a busy machine.
fn grows_linearly(name: &str, page: impl Fn(usize) -> String) {
    let time = |count: usize| {
        let page = page(count);
        let run = || {
            let start = Instant::now();
            let input = html::read(&page);
            lectern_core::prepare(&input, &Overrides::default());
            start.elapsed()
        };
        (0..3).map(|_| run()).min().unwrap_or(Duration::ZERO)
    };
    let (small, large) = (time(4_000), time(40_000));
    assert!(
        large < small * 30 + Duration::from_millis(200),
        "{name}: {small:?}, ten times as much {large:?}"
    );
}

#[test]
fn hostile_pages_take_linear_time() {
    grows_linearly("nested", |count| "<div>".repeat(count) + "deep");
    grows_linearly("unclosed formatting", |count| {
        (0..count).map(|at| format!("<b id={at}>x")).collect()
    });
    grows_linearly("unclosed lists", |count| "<ul><li>x".repeat(count));
    grows_linearly("unclosed tables", |count| "<table><tr><td>x".repeat(count));
    grows_linearly("misnested", |count| "<a><p></a>x</p>".repeat(count));
    grows_linearly("attributes", |count| {
        format!(
            "<p {}>x",
            (0..count).map(|at| format!("a{at}=b ")).collect::<String>()
        )
    });
    grows_linearly("flat", |count| "<p>The mayor said so.</p>".repeat(count));
    grows_linearly("breaks", |count| {
        "a line of text that goes on and on to<br>".repeat(count)
    });
    grows_linearly("list markers", |count| "<br>1. x".repeat(count));
    grows_linearly("metadata", |count| {
        format!("<script type=application/ld+json>{}</script>x", "[".repeat(count))
    });
}
