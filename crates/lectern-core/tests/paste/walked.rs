//! The pages of this folder and how their walk is written down: for the tests of both adapters.

use lectern_core::Input;
use lectern_core::input::BlockHint;

/// A page by its name, its html and its reviewed walk.
pub(crate) type Page = (&'static str, &'static str, &'static str);

/// Name, html and walk of one page.
macro_rules! page {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!($name, ".html")),
            include_str!(concat!($name, ".walk")),
        )
    };
}

/// Every page.
pub(crate) const PAGES: [Page; 5] = [
    page!("break-paragraphs"),
    page!("clipboard-fragment"),
    page!("hostile"),
    page!("news-site"),
    page!("story-region"),
];

/// One line a block, as the walk gives it.
pub(crate) fn walked(input: &Input) -> String {
    let line = |hint: &BlockHint| {
        let text = hint.span.text(&input.text).replace('\n', "⏎");
        format!("{:?} {:?} {}%| {text}\n", hint.kind, hint.region, hint.link_share)
    };
    input.hints.iter().map(line).collect()
}
