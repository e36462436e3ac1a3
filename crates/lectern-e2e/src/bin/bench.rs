//! Measures the built page in Chromium, beside others, and prints a Markdown report.
//!
//! `LECTERN_DIST` names the built page, `LECTERN_OTHERS` the folder with the other readers' bundle, `LECTERN_TABLES` one that
//! gets each table as a file of its own, `LECTERN_CORPORA` the corpora; `cargo xtask bench` sets the first three.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use lectern_e2e::{Page, Site, built};
use serde_json::{Value, json};

const HARBOUR: &str = include_str!("../../articles/harbour.txt");
const WATCH: &str = concat!(
    include_str!("../../bench/watch.js"),
    include_str!("../../bench/reference.js")
);
/// Articles of the corpus that are read one by one.
const ARTICLES: usize = 30;
const ROUNDS: usize = 5;
/// The budget of a task on the page's own thread, in milliseconds.
const LONGEST_TASK: f64 = 50.0;
/// Pastes of each length at most; the best one counts: a task that is long in itself is long each time, while
/// other work on the machine lengthens one or another.
const PASTES: usize = 6;

#[tokio::main]
async fn main() -> Result<()> {
    let dist = built().context("LECTERN_DIST does not name a built page")?;
    let page = Page::start(&dist, "en-US,en").await?;
    let outcome = measure(&page).await;
    page.end().await?;
    outcome
}

async fn measure(page: &Page) -> Result<()> {
    page.before_load(WATCH).await?;
    page.open().await?;
    let reference = median(&repeat(page, "done(window.reference())", 9).await?);
    let articles = format!(
        "{}\n{}The fixed reference loop took {reference:.0} ms.\n",
        paste_to_marks(page).await?,
        seed(page).await?
    );
    tell("articles", &articles)?;
    tell("others", &throughput(page).await?)?;
    let (lengths, over) = growth(page).await?;
    tell("lengths", &lengths)?;
    ensure!(
        over.is_empty(),
        "a task over {LONGEST_TASK} ms in each of {PASTES} pastes: {}",
        over.join(", ")
    );
    Ok(())
}

/// Prints a table, and writes it where tables are gathered.
fn tell(name: &str, table: &str) -> Result<()> {
    println!("{table}");
    let Some(folder) = env::var_os("LECTERN_TABLES").map(PathBuf::from) else {
        return Ok(());
    };
    let file = folder.join(name).with_extension("md");
    fs::write(&file, table).with_context(|| format!("can't write {}", file.display()))
}

/// From paste to marks for an article of a thousand words, median of 20.
async fn paste_to_marks(page: &Page) -> Result<String> {
    let text = thousand_words();
    let mut shown = Vec::new();
    let mut marked = Vec::new();
    for round in 0..23 {
        let times = paste(page, &text).await?;
        // The first ones run before the browser has compiled the wasm for speed.
        if round >= 3 {
            shown.extend(times["shown"].as_f64());
            marked.extend(times["marked"].as_f64());
        }
    }
    Ok(format!(
        "| an article of {} words | median of {} |\n| --- | ---: |\n| paste to text | {:.0} ms |\n| paste to marks (budget 50 ms) | {:.0} ms |\n",
        text.split_whitespace().count(),
        marked.len(),
        median(&shown),
        median(&marked)
    ))
}

/// Reading time of the first real article, median of 100, where it is there.
async fn seed(page: &Page) -> Result<String> {
    let Some(text) = corpora().and_then(|folder| fs::read_to_string(folder.join("seed/article.txt")).ok())
    else {
        println!("skipped: the seed article, LECTERN_CORPORA is not set\n");
        return Ok(String::new());
    };
    let times = alone(page, std::slice::from_ref(&text), 100).await?;
    Ok(format!(
        "A real article of {} characters is read in {:.1} ms (median of 100, in the worker). ",
        text.chars().count(),
        median(&times)
    ))
}

/// Time and long tasks as the text grows, and those texts with a task that is over its budget in each paste.
async fn growth(page: &Page) -> Result<(String, Vec<String>)> {
    let mut table = String::from(
        "| characters | reading | for 1,000 characters | paste to marks | longest task on the page's own thread (budget 50 ms) |\n\
         | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let mut over = Vec::new();
    for size in [10_000, 100_000, 1_000_000] {
        let text = HARBOUR.repeat(size / HARBOUR.len());
        let characters = text.chars().count();
        page.open().await?;
        paste(page, HARBOUR).await?;
        let mut best = (f64::MAX, Value::Null);
        for _ in 0..PASTES {
            page.js("window.tasks.length = 0", json!([])).await?;
            let times = paste(page, &text).await?;
            let longest = longest_task(page).await?;
            if longest < best.0 {
                best = (longest, times);
            }
            if longest <= LONGEST_TASK {
                break;
            }
        }
        let (longest, times) = best;
        let reading = times["reading"].as_f64().unwrap_or_default();
        let marked = times["marked"].as_f64().unwrap_or_default();
        let told = if longest > 0.0 {
            format!("{longest:.0} ms")
        } else {
            "none over 50 ms".to_owned()
        };
        writeln!(
            table,
            "| {characters} | {reading:.0} ms | {:.2} ms | {marked:.0} ms | {told} |",
            reading * 1000.0 / characters as f64
        )?;
        if longest > LONGEST_TASK {
            over.push(format!("{characters} characters: {told}"));
        }
    }
    Ok((table, over))
}

/// The longest task since the list was emptied; zero when none was over 50 ms.
async fn longest_task(page: &Page) -> Result<f64> {
    // A long task is told to observers after it has ended.
    let tasks = wait(page, "setTimeout(() => done(window.tasks), 500)").await?;
    let times = tasks
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|task| task["took"].as_f64());
    Ok(times.fold(0.0, f64::max))
}

/// A whole reading against what others do with the same texts, in the same browser.
async fn throughput(page: &Page) -> Result<String> {
    let texts = texts()?;
    let characters: usize = texts.iter().map(|text| text.chars().count()).sum();
    page.open().await?;
    let times = alone(page, &texts, ROUNDS).await?;
    let rounds: Vec<f64> = times
        .chunks(texts.len())
        .map(|round| round.iter().sum())
        .collect();
    let mut rows = vec![("Lectern, a whole reading".to_owned(), median(&rounds))];
    if let Some(others) = env::var_os("LECTERN_OTHERS").map(PathBuf::from) {
        let site = Site::serve(&others).await?;
        page.driver()
            .goto(format!("{}others.html", site.address()))
            .await?;
        for (name, what) in [
            ("compromise", "`quotations()` and `people()`"),
            ("wink-nlp", "`['ner']`, `entities()`"),
        ] {
            let time = page
                .js("return window.timed(...arguments)", json!([name, texts, ROUNDS]))
                .await?;
            rows.push((format!("{name}, {what}"), time.as_f64().unwrap_or(f64::NAN)));
        }
    }
    let mut table = format!(
        "| {} news texts, {characters} characters | median of {ROUNDS} rounds | million characters a second | Lectern is faster by |\n\
         | --- | ---: | ---: | ---: |\n",
        texts.len()
    );
    let own = rows[0].1;
    for (name, time) in &rows {
        writeln!(
            table,
            "| {name} | {time:.0} ms | {:.2} | {:.2} |",
            characters as f64 / 1000.0 / time,
            time / own
        )?;
    }
    Ok(table)
}

async fn paste(page: &Page, text: &str) -> Result<Value> {
    // Handing a long text to the browser is work that no reader's paste has.
    page.js("window.text = arguments[0]", json!([text])).await?;
    let script = "const done = arguments[0]; setTimeout(() => window.pasted(window.text).then(done), 20)";
    Ok(page.driver().execute_async(script, vec![]).await?.json().clone())
}

/// Readings alone, of all texts in so many rounds, without what the page does with them: a time for each text of each
/// round, after one round to warm up.
async fn alone(page: &Page, texts: &[String], rounds: usize) -> Result<Vec<f64>> {
    page.js("window.requests.length = 0", json!([])).await?;
    for text in texts {
        paste(page, text).await?;
    }
    let script = format!(
        "const all = Array.from({{ length: {rounds} + 1 }}, () => window.requests).flat();
         all.unshift(window.requests[0]);
         window.readAgain(all).then(done)"
    );
    let times = wait(page, &script).await?;
    let times = times.as_array().into_iter().flatten().filter_map(Value::as_f64);
    Ok(times.skip(texts.len()).collect())
}

async fn wait(page: &Page, body: &str) -> Result<Value> {
    let script = format!("const done = arguments[0]; {body}");
    Ok(page.driver().execute_async(script, vec![]).await?.json().clone())
}

async fn repeat(page: &Page, body: &str, times: usize) -> Result<Vec<f64>> {
    let mut found = Vec::new();
    for _ in 0..times {
        found.extend(wait(page, body).await?.as_f64());
    }
    Ok(found)
}

fn corpora() -> Option<PathBuf> {
    env::var_os("LECTERN_CORPORA")
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
}

/// The first articles of the development corpus, or the tests' own article without it.
fn texts() -> Result<Vec<String>> {
    let Some(folder) = corpora().map(|folder| folder.join("corpora/polnear/dev/text")) else {
        return Ok(vec![HARBOUR.to_owned()]);
    };
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    files.sort();
    files.iter().take(ARTICLES).map(|file| read(file)).collect()
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))
}

/// The tests' own article, two and a half times: its story as long as a long news article.
fn thousand_words() -> String {
    let story: Vec<&str> = HARBOUR
        .lines()
        .skip(1)
        .filter(|line| !line.is_empty() && !line.starts_with("上一篇"))
        .collect();
    let mut text = String::new();
    for line in story.iter().cycle() {
        if text.split_whitespace().count() >= 1000 {
            return text;
        }
        text.push_str(line);
        text.push_str("\n\n");
    }
    text
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
