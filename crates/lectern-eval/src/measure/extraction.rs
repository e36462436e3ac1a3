//! Pages saved from the web: how much of the article that people marked is kept, and how little else, by runs of four
//! words, as the article-extraction-benchmark counts.

use super::shared;
use crate::corpus::Text;
use crate::prediction::Prediction;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

/// Kinds of block that belong to the article's text.
const KEPT: [&str; 4] = ["heading", "paragraph", "quote", "list-item"];
/// Words of a run.
const RUN: usize = 4;

/// The mean over all pages of precision and of recall.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Extraction {
    /// Of the runs that were kept, how many are the article's.
    pub precision: f64,
    /// Of the article's runs, how many were kept.
    pub recall: f64,
    /// How many pages there are.
    pub pages: usize,
}

impl Extraction {
    /// F1 of the two means; 0 when both are.
    pub fn f1(&self) -> f64 {
        let sum = self.precision + self.recall;
        if sum > 0.0 {
            2.0 * self.precision * self.recall / sum
        } else {
            0.0
        }
    }
}

impl fmt::Display for Extraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Extraction {
            precision,
            recall,
            pages,
        } = self;
        let f1 = self.f1();
        writeln!(
            f,
            "articles          P {precision:.3}  R {recall:.3}  F1 {f1:.3} ({pages} pages)"
        )
    }
}

/// Scores what was kept of every page against the body that people marked, both by the page's name. A page without a
/// prediction kept nothing.
pub fn score(bodies: &BTreeMap<String, String>, predictions: &BTreeMap<String, Prediction>) -> Extraction {
    let (mut precision, mut recall) = (Vec::new(), Vec::new());
    for (name, body) in bodies {
        let wanted = runs(body);
        let found = runs(&predictions.get(name).map_or_else(String::new, kept));
        let shared = shared(&wanted, &found);
        let share = |all: &Runs| Some(all.values().sum::<usize>()).filter(|all| *all > 0);
        precision.extend(share(&found).map(|all| shared as f64 / all as f64));
        recall.extend(share(&wanted).map(|all| shared as f64 / all as f64));
    }
    let mean = |shares: &[f64]| shares.iter().sum::<f64>() / shares.len().max(1) as f64;
    Extraction {
        precision: mean(&precision),
        recall: mean(&recall),
        pages: bodies.len(),
    }
}

fn kept(prediction: &Prediction) -> String {
    let text = Text::new(prediction.text.clone().unwrap_or_default());
    let blocks = prediction
        .blocks
        .iter()
        .filter(|block| KEPT.contains(&block.kind.as_str()));
    let contents: Vec<&str> = blocks
        .flat_map(|block| &block.content)
        .map(|content| text.at(*content))
        .collect();
    contents.join("\n")
}

/// A multiset of runs of words.
type Runs = HashMap<Vec<String>, usize>;

/// The runs of a text; one that is shorter is a run itself.
fn runs(text: &str) -> Runs {
    let words: Vec<String> = text
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let mut runs = Runs::new();
    if words.is_empty() {
        return runs;
    }
    for run in words.windows(RUN.min(words.len())) {
        *runs.entry(run.to_vec()).or_default() += 1;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_counted_as_often_as_they_stand() {
        let found = runs("One two, three four. One two three four");
        let run = ["One", "two", "three", "four"].map(str::to_owned).to_vec();
        assert_eq!((found.len(), found[&run]), (4, 2));
        assert_eq!(runs("One, two").len(), 1);
        assert!(runs(" .").is_empty());
    }

    #[test]
    fn precision_and_recall_are_means_over_pages() {
        let page = |kind: &str, text: &str| {
            let json = serde_json::json!({"article": "", "text": text, "blocks": [
                {"kind": kind, "span": [0, text.len()], "content": [0, text.len()]}]});
            serde_json::from_value::<Prediction>(json).unwrap()
        };
        let bodies = [("a", "one two three four five"), ("b", "one two three four")];
        let bodies = bodies
            .map(|(name, body)| (name.to_owned(), body.to_owned()))
            .into();
        let predictions = [
            ("a".to_owned(), page("paragraph", "one two three four")),
            ("b".to_owned(), page("clutter", "one two three four")),
        ]
        .into();
        let scores = score(&bodies, &predictions);
        assert_eq!((scores.precision, scores.recall, scores.pages), (1.0, 0.25, 2));
    }
}
