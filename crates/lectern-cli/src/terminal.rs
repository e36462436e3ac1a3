//! An article for people, in a terminal.

use lectern_core::Article;

/// The reading of the article called `name`.
pub fn show(name: &str, article: &Article) -> String {
    format!("{name}: {} quotations\n", article.quotations.len())
}
