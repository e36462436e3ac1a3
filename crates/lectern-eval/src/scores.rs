//! All measures of one reading over all corpora.

use crate::corpus::{self, Annotated, Gold};
use crate::measure::attribution::{self, Attribution};
use crate::measure::checks::Checks;
use crate::measure::extraction::{self, Extraction};
use crate::measure::heads::{self, Heads};
use crate::measure::lists::{self, Lists};
use crate::measure::pages::{self, Pages};
use crate::measure::proposals::Proposals;
use crate::measure::reliability::{self, Reliability};
use crate::measure::speakers::{self, Speakers};
use crate::prediction::{Made, Prediction};
use crate::reading::{self, Saved};
use anyhow::Result;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// What annotated articles give: attribution always, the rest where it was annotated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Articles {
    /// How many there are.
    pub count: usize,
    /// How many were read.
    pub read: usize,
    /// Quotations.
    pub attribution: Attribution,
    /// Speakers and proposals, where there are gold files.
    pub gold: Option<(Speakers, Proposals)>,
    /// Whether what is to be checked is worth it, where there are gold files.
    pub checks: Checks,
}

impl Articles {
    /// Scores `predictions` for a corpus.
    pub fn score(
        articles: &BTreeMap<String, Annotated>,
        gold: &[Gold],
        predictions: &BTreeMap<String, Prediction>,
    ) -> Self {
        let mut checks = Checks::default();
        let scored = (!gold.is_empty()).then(|| score_gold(articles, gold, predictions, &mut checks));
        Articles {
            count: articles.len(),
            read: predictions.len(),
            attribution: attribution::score(articles, predictions),
            gold: scored,
            checks,
        }
    }
}

impl fmt::Display for Articles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} articles, {} with predictions", self.count, self.read)?;
        write!(f, "{}", self.attribution)?;
        match &self.gold {
            Some((speakers, proposals)) => write!(f, "{speakers}{proposals}"),
            None => Ok(()),
        }
    }
}

fn score_gold(
    articles: &BTreeMap<String, Annotated>,
    gold: &[Gold],
    predictions: &BTreeMap<String, Prediction>,
    checks: &mut Checks,
) -> (Speakers, Proposals) {
    let unread = Prediction::default();
    let (mut speakers, mut proposals) = (Speakers::default(), Proposals::default());
    for gold in gold {
        let Some(article) = articles.get(&gold.article) else {
            continue;
        };
        let prediction = predictions.get(&gold.article).unwrap_or(&unread);
        let cast = speakers::cast(gold, article, prediction);
        speakers.add(gold, article, &cast);
        checks.add(gold, article, prediction, &cast);
        if let Some(wanted) = &gold.proposals {
            proposals.add(wanted, article, prediction, &cast);
        }
    }
    (speakers, proposals)
}

/// Articles of one origin.
#[derive(Clone, Debug)]
pub struct Set {
    /// Its name in tables, and the section of its floors.
    pub name: &'static str,
    /// Whether its marks are read while rules are made; figures on unread ones are those to believe.
    pub read: bool,
    /// The figures.
    pub articles: Articles,
}

/// Passages with lists, of one file.
#[derive(Clone, Debug)]
pub struct ListSet {
    /// Its name in tables, and the section of its floors.
    pub name: &'static str,
    /// See [`Set::read`].
    pub read: bool,
    /// The figures.
    pub lists: Lists,
}

/// The corpora beside polnear/dev: name, folder, whether their marks are read.
const SETS: [(&str, &str, bool); 4] = [
    ("newsroom-train", "corpora/newsroom/train", true),
    ("real", "corpora/real", true),
    ("newsroom-dev", "corpora/newsroom/dev", false),
    ("wild", "corpora/wild", false),
];

/// The files of lists: name, file, whether their marks are read.
const LISTS: [(&str, &str, bool); 3] = [
    ("lists", "gold/lists/dev.jsonl", true),
    ("lists-read", "gold/lists/dev2-read.jsonl", true),
    ("lists-unread", "gold/lists/dev2-unread.jsonl", false),
];

/// The measures of the shipped reading over all corpora.
#[derive(Clone, Debug)]
pub struct Scores {
    /// What read.
    pub made: Made,
    /// polnear/dev with the gold files for it.
    pub dev: Articles,
    /// Whether `sure` means something, on polnear/dev.
    pub reliability: Reliability,
    /// The seed article.
    pub seed: Articles,
    /// Other news, some of it unread.
    pub sets: Vec<Set>,
    /// The passages with lists.
    pub lists: Vec<ListSet>,
    /// Saved pages, as html.
    pub html: Pages,
    /// Saved pages, as copied text.
    pub plain: Pages,
    /// Pages with the body that people marked.
    pub extraction: Extraction,
    /// The heads of those pages against their own metadata.
    pub heads: Heads,
}

impl Scores {
    /// Reads and scores everything in the folder of corpora.
    ///
    /// # Errors
    /// When a corpus is missing or can't be read.
    pub fn of(corpora: &Path) -> Result<Self> {
        let gold = [
            corpora.join("gold/proposals/dev"),
            corpora.join("gold/speakers/dev"),
        ];
        let articles = corpus::articles(&corpora.join("corpora/polnear/dev"))?;
        let readings = reading::articles(&articles)?;
        let saved = corpus::pages(&corpora.join("corpora/pages"))?;
        let (extraction, heads) = marked_pages(&corpora.join("corpora/articles"))?;
        Ok(Scores {
            made: readings
                .values()
                .next()
                .map_or_else(Made::default, |reading| reading.made.clone()),
            dev: Articles::score(&articles, &corpus::gold(&gold)?, &readings),
            reliability: reliability::score(&articles, &readings),
            seed: read_articles(&corpora.join("seed/corpus"), &[corpora.join("seed/gold")])?,
            sets: sets(corpora)?,
            lists: list_sets(corpora)?,
            html: pages::score(&saved, &reading::pages(&saved, Saved::Html)?)?,
            plain: pages::score(&saved, &reading::pages(&saved, Saved::Plain)?)?,
            extraction,
            heads,
        })
    }

    /// Every figure that a floor can be set for, by section and name.
    pub fn figures(&self) -> Vec<(&'static str, &'static str, Option<f64>)> {
        let mut figures = attribution_figures("attribution", &self.dev);
        figures.extend(gold_figures(["speakers", "proposals"], &self.dev));
        figures.extend(attribution_figures("seed", &self.seed));
        figures.extend(gold_figures(["seed", "seed"], &self.seed));
        let [first, second] = self.reliability.0;
        figures.extend([
            (
                "sure",
                "share",
                [first, second]
                    .map(|half| half.share_sure().value())
                    .into_iter()
                    .min_by(least)
                    .flatten(),
            ),
            (
                "sure",
                "right",
                [first, second]
                    .map(|half| half.sure.right().value())
                    .into_iter()
                    .min_by(least)
                    .flatten(),
            ),
            ("pages", "html", Some(self.html.mean())),
            ("pages", "plain", Some(self.plain.mean())),
            ("articles", "f1", Some(self.extraction.f1())),
            ("articles", "precision", Some(self.extraction.precision)),
            ("articles", "recall", Some(self.extraction.recall)),
            ("heads", "title", self.heads.title.value()),
            ("heads", "same-title", self.heads.same_title.value()),
            ("heads", "authors", self.heads.authors.value()),
            ("heads", "published", self.heads.published.value()),
            ("heads", "updated", self.heads.updated.value()),
        ]);
        for set in &self.sets {
            figures.extend(attribution_figures(set.name, &set.articles));
            figures.extend(gold_figures([set.name, set.name], &set.articles));
        }
        for ListSet { name, lists, .. } in &self.lists {
            figures.extend([
                (*name, "found", Some(lists.found.f1())),
                (*name, "precision", Some(lists.found.precision())),
                (*name, "recall", Some(lists.found.recall())),
                (*name, "items", lists.items().value()),
                (*name, "stated-count", lists.stated_count().value()),
                (*name, "kind", lists.kind().value()),
            ]);
        }
        figures
    }
}

/// Reads a folder of pages, `html`, and scores what is kept of each against the body that people marked in it,
/// `truth.json`, and its head against its own metadata.
///
/// # Errors
/// When a file can't be read.
pub fn marked_pages(folder: &Path) -> Result<(Extraction, Heads)> {
    let bodies = corpus::bodies(folder)?;
    let pages = folder.join("html");
    let readings = reading::html(&pages, bodies.keys())?;
    let said = corpus::metadata(&pages, bodies.keys())?;
    Ok((
        extraction::score(&bodies, &readings),
        heads::score(&said, &readings),
    ))
}

fn sets(corpora: &Path) -> Result<Vec<Set>> {
    let score = |(name, folder, read)| {
        let folder = corpora.join(folder);
        let articles = read_articles(&folder, &[folder.join("gold")])?;
        Ok(Set { name, read, articles })
    };
    SETS.into_iter().map(score).collect()
}

fn list_sets(corpora: &Path) -> Result<Vec<ListSet>> {
    let score = |(name, file, read)| {
        let passages = corpus::passages(&corpora.join(file))?;
        let lists = lists::score(&passages, &reading::passages(&passages)?);
        Ok(ListSet { name, read, lists })
    };
    LISTS.into_iter().map(score).collect()
}

fn least(one: &Option<f64>, other: &Option<f64>) -> std::cmp::Ordering {
    one.partial_cmp(other).unwrap_or(std::cmp::Ordering::Equal)
}

/// Reads a corpus and scores it.
///
/// # Errors
/// When it can't be read.
pub fn read_articles(corpus: &Path, gold: &[PathBuf]) -> Result<Articles> {
    let articles = corpus::articles(corpus)?;
    Ok(Articles::score(
        &articles,
        &corpus::gold(gold)?,
        &reading::articles(&articles)?,
    ))
}

fn attribution_figures(
    section: &'static str,
    articles: &Articles,
) -> Vec<(&'static str, &'static str, Option<f64>)> {
    let it = &articles.attribution;
    let (found, right) = it.quoted_text();
    vec![
        (section, "relation", Some(it.relation.f1())),
        (section, "source-overlap", Some(it.source.overlap.f1())),
        (section, "cue-overlap", Some(it.cue.overlap.f1())),
        (section, "content-overlap", Some(it.content.overlap.f1())),
        (section, "quoted-text-found", found.value()),
        (section, "quoted-text", right.value()),
    ]
}

fn gold_figures(
    [who, what]: [&'static str; 2],
    articles: &Articles,
) -> Vec<(&'static str, &'static str, Option<f64>)> {
    let Some((speakers, proposals)) = &articles.gold else {
        return Vec::new();
    };
    vec![
        (who, "speakers-of-all", speakers.of_all().value()),
        (who, "speakers-of-found", speakers.of_found().value()),
        (who, "pronouns", speakers.of_pronouns().value()),
        (who, "named", speakers.of_given().value()),
        (what, "proposals", Some(proposals.found.f1())),
        (what, "kind", proposals.kind().value()),
        (what, "proposer", proposals.proposer().value()),
        (what, "addressee", proposals.addressee().value()),
        (what, "whole", Some(proposals.whole().f1())),
        (what, "items", proposals.items().value()),
        (what, "share-sure", proposals.share_sure().value()),
        (what, "sure", proposals.sure().value()),
    ]
}
