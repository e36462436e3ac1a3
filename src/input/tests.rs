//! The page's adapter gives the same blocks as the command line's, whose tests hold the same files.

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use super::html;

#[path = "../../crates/lectern-core/tests/paste/walked.rs"]
mod walked;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn every_page_is_walked_as_expected() {
    for (name, page, walk) in walked::PAGES {
        let input = html::read(page).await.expect("it is walked");
        assert_eq!(walked::walked(&input), walk, "{name}");
    }
}

/// A page made of so many pieces.
type Pieces = fn(usize) -> String;

/// Nesting, numbers and shapes that no article has, and ten times as many of them.
#[wasm_bindgen_test]
async fn hostile_pages_are_walked_to_their_end_in_linear_time() {
    let pages: [(&str, Pieces); 6] = [
        ("nested", |count| "<div>".repeat(count) + "deep"),
        ("flat", |count| "<p>The mayor said so.</p>".repeat(count)),
        ("inline", |count| "<i>x</i>".repeat(count)),
        ("breaks", |count| "a line of text<br>".repeat(count)),
        ("attributes", |count| {
            let attributes: String = (0..count).map(|at| format!("a{at}=b ")).collect();
            format!("<p {attributes}>The mayor said so.")
        }),
        ("misnested", |count| "<b><i></b>x".repeat(count / 10)),
    ];
    for (name, page) in pages {
        let mut times = Vec::new();
        for count in [10_000, 100_000] {
            let page = page(count);
            let began = js_sys::Date::now();
            let input = html::read(&page).await.expect("it is walked");
            times.push(js_sys::Date::now() - began);
            assert!(!input.text.trim().is_empty(), "{name}");
        }
        // Room for a busy machine and coarse clocks; what grows with the square takes a hundred times as long.
        assert!(
            times[1] < times[0] * 30.0 + 500.0,
            "{name}: {times:?} milliseconds"
        );
    }
}
