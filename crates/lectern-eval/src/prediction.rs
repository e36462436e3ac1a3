//! A reading to be scored: the part of a line of `lectern parse --format jsonl` that scores depend on.

use anyhow::{Context, Result, ensure};
use lectern_testkit::Range;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// One article as it was read. Fields that a line lacks are empty.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Prediction {
    /// The article's name.
    pub article: String,
    /// What made it.
    #[serde(default)]
    pub made: Made,
    /// The text that positions refer to.
    pub text: Option<String>,
    /// The blocks.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// Title, authors and dates.
    #[serde(default)]
    pub details: Details,
    /// The speakers.
    #[serde(default)]
    pub speakers: Vec<Speaker>,
    /// The quotations.
    #[serde(default)]
    pub quotations: Vec<Quotation>,
    /// The proposals.
    #[serde(default)]
    pub proposals: Vec<Proposal>,
}

/// What made a prediction.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Made {
    /// What kind of tagger found the quotations.
    pub tagger: String,
    /// SHA-256 of its model.
    pub model: Option<String>,
}

/// What is known about an article.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Details {
    /// The headline.
    pub title: Option<Detail>,
    /// Who wrote it.
    #[serde(default)]
    pub authors: Vec<Detail>,
    /// When it appeared.
    pub published: Option<Detail>,
    /// When it was changed last.
    pub updated: Option<Detail>,
}

/// One thing known about an article.
#[derive(Clone, Debug, Deserialize)]
pub struct Detail {
    /// In one form, whatever the text's: dates are ISO 8601.
    pub value: String,
}

/// A block of the text.
#[derive(Clone, Debug, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: String,
    /// All of it.
    pub span: Range,
    /// What it says, without a list's marker.
    #[serde(default, deserialize_with = "ranges")]
    pub content: Vec<Range>,
}

/// Somebody who speaks.
#[derive(Clone, Debug, Deserialize)]
pub struct Speaker {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// One thing said.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Quotation {
    /// What is said.
    #[serde(default, deserialize_with = "ranges")]
    pub content: Vec<Range>,
    /// The words that tell that it is said.
    #[serde(default, deserialize_with = "ranges")]
    pub cue: Vec<Range>,
    /// Who says it.
    #[serde(default, deserialize_with = "ranges")]
    pub source: Vec<Range>,
    /// Who that is.
    pub speaker: Option<String>,
    /// Who that may be.
    pub candidates: Option<Vec<String>>,
    /// The quotation around it.
    pub parent: Option<String>,
    /// Whether it can be relied on.
    #[serde(default)]
    pub sure: bool,
    /// Why a reader should look at it.
    pub check: Option<String>,
}

/// One thing wanted.
#[derive(Clone, Debug, Deserialize)]
pub struct Proposal {
    /// What is to be done.
    pub span: Range,
    /// Which kind.
    pub kind: Option<String>,
    /// Whose it is.
    pub speaker: Option<String>,
    /// The co-ordinated actions.
    #[serde(default, deserialize_with = "ranges")]
    pub items: Vec<Range>,
    /// How many the text says there are.
    pub stated_count: Option<u32>,
    /// Who is to act.
    pub addressee: Option<Addressee>,
    /// Whether it can be relied on.
    #[serde(default)]
    pub sure: bool,
    /// Why a reader should look at it.
    pub check: Option<String>,
}

/// Who is to act.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Addressee {
    /// In the words of the text.
    pub span: Range,
}

/// One stretch, several, or none at all.
#[derive(Deserialize)]
#[serde(untagged)]
enum Ranges {
    One(Range),
    Several(Vec<Range>),
}

fn ranges<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Range>, D::Error> {
    Ok(match Option::<Ranges>::deserialize(from)? {
        Some(Ranges::One(range)) => vec![range],
        Some(Ranges::Several(ranges)) => ranges,
        None => Vec::new(),
    })
}

impl Prediction {
    /// The quotations that lie in no other: annotated corpora are flat.
    pub fn outer_quotations(&self) -> Vec<&Quotation> {
        self.quotations
            .iter()
            .filter(|quotation| quotation.parent.is_none())
            .collect()
    }

    /// Makes sure that the prediction is one of `text`.
    ///
    /// # Errors
    /// When the texts differ, or a span of the prediction lies outside of it.
    pub fn check(&self, text: &str) -> Result<()> {
        let name = &self.article;
        ensure!(
            self.text.as_ref().is_none_or(|own| own == text),
            "the text of {name} differs from the corpus; was it read with --as-is?"
        );
        let end = text.chars().count() as u32;
        let said = self
            .quotations
            .iter()
            .flat_map(|it| [&it.source, &it.cue, &it.content]);
        let wanted = self
            .proposals
            .iter()
            .flat_map(|it| it.items.iter().chain([&it.span]));
        for (from, to) in said.flatten().chain(wanted) {
            ensure!(
                from < to && *to <= end,
                "{name}: [{from}, {to}] lies outside of the text"
            );
        }
        Ok(())
    }
}

/// Reads a file of predictions, one a line, by article.
///
/// # Errors
/// When the file can't be read, a line is no prediction, or two are of one article.
pub fn read(path: &Path) -> Result<BTreeMap<String, Prediction>> {
    let lines = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let mut predictions = BTreeMap::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let prediction: Prediction = serde_json::from_str(line)
            .with_context(|| format!("{}: a line is no prediction", path.display()))?;
        let twice = predictions.insert(prediction.article.clone(), prediction);
        if let Some(Prediction { article, .. }) = twice {
            anyhow::bail!("two predictions for {article}");
        }
    }
    Ok(predictions)
}
