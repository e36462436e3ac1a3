//! html through html5ever and core's walk: what the clipboards in core's `tests/paste` hold, block by block, and
//! pages and Markdown made to do harm. The page's own adapter is held to the same `.walk` files.

use expect_test::expect_file;
use lectern_core::article::BlockKind;
use lectern_core::{Input, Overrides};
use lectern_formats::html;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

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

/// A page made of so many pieces.
type Page = fn(usize) -> String;

/// Pages that a careless walk would take quadratic time for, and texts that careless Markdown would.
const HOSTILE: [(&str, Page); 20] = [
    ("nested", |count| "<div>".repeat(count) + "deep"),
    ("unclosed formatting", |count| {
        (0..count).map(|at| format!("<b id={at}>x")).collect()
    }),
    ("unclosed lists", |count| "<ul><li>x".repeat(count)),
    ("unclosed tables", |count| "<table><tr><td>x".repeat(count)),
    ("misnested", |count| "<a><p></a>x</p>".repeat(count)),
    ("attributes", |count| {
        let attributes: String = (0..count).map(|at| format!("a{at}=b ")).collect();
        format!("<p {attributes}>x")
    }),
    ("flat", |count| "<p>The mayor said so.</p>".repeat(count)),
    ("breaks", |count| {
        "a line of text that goes on and on to<br>".repeat(count)
    }),
    ("list markers", |count| "<br>1. x".repeat(count)),
    ("metadata", |count| {
        format!("<script type=application/ld+json>{}</script>x", "[".repeat(count))
    }),
    ("md: open links", |count| "[a](b".repeat(count)),
    ("md: brackets before links", |count| {
        "[".repeat(count) + &"](/a(".repeat(count)
    }),
    ("md: titles", |count| "[".repeat(count) + &"](/a \"".repeat(count)),
    ("md: pictures in pictures", |count| {
        "![".repeat(count) + &"](/a)".repeat(count)
    }),
    ("md: labels", |count| {
        "[".repeat(count) + &"][a".repeat(count) + "\n\n[b]: /b"
    }),
    ("md: stars", |count| "*a **b ".repeat(count)),
    ("md: stars on lines", |count| {
        "*a\n**b\n".repeat(count) + &"c* ".repeat(count)
    }),
    ("md: addresses", |count| "<http:".repeat(count)),
    ("md: lists in lists", |count| {
        (0..count)
            .map(|at| format!("{}- a\n", " ".repeat(at % 200)))
            .collect()
    }),
    ("md: tables", |count| "a | b\n--- | ---\nc | d\n".repeat(count)),
];

/// Ten times the page may take so many times the instructions.
const MOST_GROWTH: u64 = 13;

/// Names the page that [`reads_one_hostile_page`] reads, and its number of pieces.
const ONE_PAGE: &str = "LECTERN_ONE_PAGE";

/// Not a test of its own: what [`hostile_pages_take_linear_work`] counts the instructions of.
#[test]
fn reads_one_hostile_page() {
    let Ok(wanted) = env::var(ONE_PAGE) else { return };
    let (name, count) = wanted.split_once('=').expect("a name and a count");
    let (_, page) = HOSTILE
        .iter()
        .find(|(known, _)| *known == name)
        .expect("a known page");
    let text = page(count.parse().expect("a number"));
    let input = if name.starts_with("md: ") {
        Input::pasted(format!("# One\n\n# Two\n\n{text}"))
    } else {
        html::read(&text)
    };
    std::hint::black_box(lectern_core::prepare(&input, &Overrides::default()));
}

/// Instructions of a run of this test program that reads one page; none where valgrind is not installed.
fn instructions(name: &str, count: usize) -> Option<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env::current_exe().ok()?)
        .args(["--exact", "reads_one_hostile_page", "--test-threads=1"])
        .env(ONE_PAGE, format!("{name}={count}"))
        .output()
        .ok()?;
    let told = String::from_utf8_lossy(&output.stderr);
    let (_, count) = told.lines().find_map(|line| line.split_once("Collected : "))?;
    count.trim().parse().ok()
}

#[test]
fn hostile_pages_take_linear_work() {
    for (name, _) in HOSTILE {
        let counts = [0, 1_000, 10_000].map(|count| instructions(name, count));
        let [Some(none), Some(small), Some(large)] = counts else {
            eprintln!("skipped: hostile pages: valgrind does not count instructions here");
            return;
        };
        let growth = (large - none) / (small - none).max(1);
        assert!(
            growth < MOST_GROWTH,
            "{name}: {growth} times for ten times the page"
        );
    }
}
