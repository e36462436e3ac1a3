//! `lectern-eval`: scores the shipped reading, or a file of predictions, against annotated articles.

use anyhow::{Context, Result, ensure};
use clap::Parser;
use lectern_eval::measure::{lists, pages};
use lectern_eval::prediction::Prediction;
use lectern_eval::reading::Saved;
use lectern_eval::scores::{self, Articles, Scores};
use lectern_eval::{corpus, floors, prediction, reading, report};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Scores readings against what people annotated
///
/// Without arguments: reads all corpora in the folder that LECTERN_CORPORA names, prints the figures and writes
/// them to docs/accuracy.md. With a corpus, lists or pages: prints the figures of those alone.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask eval", bin_name = "cargo xtask eval")]
struct Arguments {
    /// Change no file; fail where a figure is below its floor in docs/floors.toml
    #[arg(long)]
    check: bool,
    /// Articles with attributions: a folder with text/ and attributions/
    #[arg(long, value_name = "DIR", conflicts_with_all = ["lists", "pages", "check"])]
    corpus: Option<PathBuf>,
    /// Gold files of speakers and proposals for those articles
    #[arg(long, value_name = "DIR", requires = "corpus")]
    gold: Vec<PathBuf>,
    /// Print how many proposals are right in every part as well
    #[arg(long, requires = "gold")]
    whole: bool,
    /// Print how often marks to check are wrong, and the others, as well
    #[arg(long, requires = "gold")]
    checks: bool,
    /// Score the speakers of the quotations that people marked, whatever the reading would find
    #[arg(long, requires = "gold", conflicts_with = "predictions")]
    speakers_of_gold: bool,
    /// Passages with lists of proposals, one a line
    #[arg(long, value_name = "FILE", conflicts_with_all = ["pages", "check"])]
    lists: Option<PathBuf>,
    /// Saved pages: a folder of folders with source.html, plain.txt and expected.html
    #[arg(long, value_name = "DIR", conflicts_with = "check")]
    pages: Option<PathBuf>,
    /// Pages with the body that people marked: a folder with html/ and truth.json
    #[arg(long, value_name = "DIR", conflicts_with_all = ["corpus", "lists", "pages", "check", "predictions"])]
    articles: Option<PathBuf>,
    /// Print how far the heads of those pages agree with their own metadata as well
    #[arg(long, requires = "articles")]
    heads: bool,
    /// Score this output of `lectern parse --format jsonl --as-is --stem` instead of reading anew
    #[arg(value_name = "PREDICTIONS")]
    predictions: Option<PathBuf>,
}

const ACCURACY: &str = "docs/accuracy.md";
const FLOORS: &str = "docs/floors.toml";

fn main() -> Result<ExitCode> {
    let arguments = Arguments::parse();
    let given = arguments
        .predictions
        .as_deref()
        .map(prediction::read)
        .transpose()?;
    if let Some(folder) = &arguments.corpus
        && arguments.speakers_of_gold
    {
        let articles = corpus::articles(folder)?;
        let readings = reading::speakers_of_gold(&articles)?;
        print!(
            "{}",
            Articles::score(&articles, &corpus::gold(&arguments.gold)?, &readings)
        );
    } else if let Some(folder) = &arguments.corpus {
        let articles = score_corpus(folder, &arguments.gold, given)?;
        print!("{articles}");
        if arguments.whole {
            print_whole(&articles);
        }
        if arguments.checks {
            print!("{}", articles.checks);
        }
    } else if let Some(file) = &arguments.lists {
        let passages = corpus::passages(file)?;
        let predictions = given.map_or_else(|| reading::passages(&passages), Ok)?;
        print!("{}", lists::score(&passages, &predictions));
    } else if let Some(folder) = &arguments.pages {
        score_pages(folder, given)?;
    } else if let Some(folder) = &arguments.articles {
        let (extraction, heads) = scores::marked_pages(folder)?;
        print!("{extraction}");
        if arguments.heads {
            print!("{heads}");
        }
    } else {
        ensure!(
            given.is_none(),
            "predictions of what? Give --corpus, --lists or --pages"
        );
        return score_all(arguments.check);
    }
    Ok(ExitCode::SUCCESS)
}

fn score_corpus(
    folder: &Path,
    gold: &[PathBuf],
    given: Option<BTreeMap<String, Prediction>>,
) -> Result<Articles> {
    let articles = corpus::articles(folder)?;
    for (name, prediction) in given.iter().flatten() {
        let article = articles
            .get(name)
            .with_context(|| format!("{name} is no article of the corpus"))?;
        prediction.check(&article.text.whole)?;
    }
    let predictions = given.map_or_else(|| reading::articles(&articles), Ok)?;
    Ok(Articles::score(&articles, &corpus::gold(gold)?, &predictions))
}

fn score_pages(folder: &Path, given: Option<BTreeMap<String, Prediction>>) -> Result<()> {
    let saved = corpus::pages(folder)?;
    if let Some(predictions) = given {
        print!("{}", pages::score(&saved, &predictions)?);
        return Ok(());
    }
    for (name, kind) in [("source.html", Saved::Html), ("plain.txt", Saved::Plain)] {
        println!("{name}");
        print!("{}", pages::score(&saved, &reading::pages(&saved, kind)?)?);
    }
    Ok(())
}

fn print_whole(articles: &Articles) {
    if let Some((_, proposals)) = &articles.gold {
        println!("{}", proposals.whole_line());
    }
}

/// How a set's marks are treated.
fn reading_of(read: bool) -> &'static str {
    if read { "read" } else { "unread" }
}

fn score_all(check: bool) -> Result<ExitCode> {
    let corpora =
        std::env::var_os("LECTERN_CORPORA").context("LECTERN_CORPORA names no folder of corpora")?;
    let scores = Scores::of(Path::new(&corpora))?;
    println!("polnear/dev: {}{}", scores.dev, scores.reliability);
    println!("seed: {}", scores.seed);
    for set in &scores.sets {
        print!("{} ({}): {}", set.name, reading_of(set.read), set.articles);
        print_whole(&set.articles);
    }
    for set in &scores.lists {
        print!("{} ({})\n{}", set.name, reading_of(set.read), set.lists);
    }
    println!(
        "html\n{}plain text\n{}{}",
        scores.html, scores.plain, scores.extraction
    );
    if !check {
        let page = fs::read_to_string(ACCURACY).context(ACCURACY)?;
        fs::write(ACCURACY, report::write(&page, &scores)?).context(ACCURACY)?;
        println!("written to {ACCURACY}");
    }
    let missed = floors::missed(&fs::read_to_string(FLOORS).context(FLOORS)?, &scores)?;
    for missed in &missed {
        println!("below its floor: {missed}");
    }
    Ok(if check && !missed.is_empty() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}
