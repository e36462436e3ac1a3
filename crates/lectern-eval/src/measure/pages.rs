//! Saved pages: how much of the article the blocks keep, and how little else.

use super::shared;
use crate::corpus::{Text, stem};
use crate::prediction::Prediction;
use anyhow::{Context, Result};
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::{fmt, fs};
use unicode_normalization::UnicodeNormalization;

/// Kinds of block that belong to the article's text.
const KEPT: [&str; 5] = ["heading", "paragraph", "quote", "list-item", "caption"];

/// Elements whose text nobody sees.
const UNSEEN: [&str; 4] = ["script", "style", "noscript", "template"];

/// How well pages were cleaned: word F1 against the text that a reader view keeps, page by page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pages {
    /// The page's name and its F1, in order of name.
    pub rows: Vec<(String, f64)>,
}

impl Pages {
    /// The mean over all pages; 0 when there are none.
    pub fn mean(&self) -> f64 {
        self.rows.iter().map(|(_, f1)| f1).sum::<f64>() / self.rows.len().max(1) as f64
    }

    /// The worst page's F1.
    pub fn worst(&self) -> f64 {
        self.rows.iter().map(|(_, f1)| *f1).fold(1.0, f64::min)
    }
}

impl fmt::Display for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, f1) in &self.rows {
            writeln!(f, "  {name:24} {f1:.3}")?;
        }
        let (mean, worst, count) = (self.mean(), self.worst(), self.rows.len());
        writeln!(
            f,
            "pages             word F1 {mean:.3} mean, {worst:.3} worst ({count} pages)"
        )
    }
}

/// Scores the predictions of those `pages` (folders) that have one; predictions are named by the folder's name.
///
/// # Errors
/// When a page's `expected.html` can't be read.
pub fn score(pages: &[PathBuf], predictions: &BTreeMap<String, Prediction>) -> Result<Pages> {
    let mut rows = Vec::new();
    for page in pages {
        let name = page
            .file_name()
            .map_or_else(|| stem(page), |name| name.to_string_lossy().into_owned());
        if let Some(prediction) = predictions.get(&name) {
            rows.push((name, word_f1(&bag(&expected(page)?), &bag(&kept(prediction)))));
        }
    }
    Ok(Pages { rows })
}

fn expected(page: &Path) -> Result<String> {
    let path = page.join("expected.html");
    let html = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    Ok(visible_text(&html))
}

fn kept(prediction: &Prediction) -> String {
    let text = Text::new(prediction.text.clone().unwrap_or_default());
    let blocks = prediction
        .blocks
        .iter()
        .filter(|block| KEPT.contains(&block.kind.as_str()));
    let blocks: Vec<&str> = blocks.map(|block| text.at(block.span)).collect();
    blocks.join(" ")
}

/// A multiset of words.
type Bag = HashMap<String, usize>;

fn word_f1(wanted: &Bag, found: &Bag) -> f64 {
    let all = wanted.values().sum::<usize>() + found.values().sum::<usize>();
    2.0 * shared(wanted, found) as f64 / all.max(1) as f64
}

/// The words of the folded text; each Chinese character is a word.
fn bag(text: &str) -> Bag {
    let mut bag = Bag::new();
    let mut word = String::new();
    for c in text
        .nfkc()
        .collect::<String>()
        .to_lowercase()
        .chars()
        .chain([' '])
    {
        let chinese = matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}');
        if (c.is_alphanumeric() || c == '_') && !chinese {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            *bag.entry(std::mem::take(&mut word)).or_default() += 1;
        }
        if chinese {
            *bag.entry(c.to_string()).or_default() += 1;
        }
    }
    bag
}

/// The text of a piece of html, a space for each tag.
pub(super) fn visible_text(html: &str) -> String {
    tokens(html, VisibleText::default()).text.into_inner()
}

/// Gives the tokens of a piece of html to `sink`, and gives that back.
pub(super) fn tokens<S: TokenSink>(html: &str, sink: S) -> S {
    let tokenizer = Tokenizer::new(sink, Default::default());
    let queue = BufferQueue::default();
    queue.push_back(html.into());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink
}

#[derive(Default)]
struct VisibleText {
    text: RefCell<String>,
    unseen: Cell<i32>,
}

impl TokenSink for VisibleText {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(text) if self.unseen.get() <= 0 => self.text.borrow_mut().push_str(&text),
            Token::TagToken(tag) => {
                self.text.borrow_mut().push(' ');
                let unseen = i32::from(UNSEEN.contains(&&*tag.name));
                let opens = tag.kind == TagKind::StartTag;
                if !(opens && tag.self_closing) {
                    self.unseen
                        .set(self.unseen.get() + if opens { unseen } else { -unseen });
                }
                if opens && matches!(&*tag.name, "script" | "style") {
                    return TokenSinkResult::RawData(RawKind::Rawtext);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_folded() {
        let bag = bag("Ｔrees, trees – 种树 x_1");
        let mut words: Vec<(&str, usize)> = bag.iter().map(|(word, count)| (word.as_str(), *count)).collect();
        words.sort_unstable();
        assert_eq!(words, [("trees", 2), ("x_1", 1), ("树", 1), ("种", 1)]);
    }

    #[test]
    fn text_without_what_nobody_sees() {
        let html = "<p>One<br/>&amp;&nbsp;two</p><script>if (a < b) x('<p>')</script><template><b>no</b></template>end";
        assert_eq!(
            visible_text(html)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
            "One & two end"
        );
    }
}
