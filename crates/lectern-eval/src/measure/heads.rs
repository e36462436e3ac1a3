//! Heads of saved pages: title, authors and dates, against what the page's own metadata says of them.
//!
//! Metadata is read here by another way than the one that is measured. It is no gold: headlines for search engines differ
//! from those on the page, and bodies stand where people are named in the text.

use super::shared;
use crate::prediction::Prediction;
use crate::tally::Ratio;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

/// What a page's metadata says of its article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it, as it stands there.
    pub authors: Vec<String>,
    /// When it appeared.
    pub published: Option<String>,
    /// When it was changed last.
    pub updated: Option<String>,
}

/// How often heads agree with the page's metadata, where that says anything.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Heads {
    /// Titles that are the metadata's word for word, the site's name aside.
    pub same_title: Ratio,
    /// Titles that share at least half of their words with it.
    pub title: Ratio,
    /// Pages whose authors are all named in the metadata, and all of the metadata's are found.
    pub authors: Ratio,
    /// The day of publication, in whatever time zone.
    pub published: Ratio,
    /// The day of the last change.
    pub updated: Ratio,
}

impl Heads {
    /// Adds the head of one page.
    pub fn add(&mut self, said: &Head, prediction: &Prediction) {
        let details = &prediction.details;
        if let Some(title) = &said.title {
            let shown = details.title.as_ref().map_or("", |title| title.value.as_str());
            let (wanted, found) = (words(title), words(shown));
            let same = wanted.starts_with(&found) || wanted.ends_with(&found);
            count(&mut self.same_title, same && !found.is_empty());
            let both = shared(&bag(&wanted), &bag(&found));
            count(&mut self.title, 4 * both >= wanted.len() + found.len());
        }
        if !said.authors.is_empty() {
            let shown: Vec<&str> = details
                .authors
                .iter()
                .map(|author| author.value.as_str())
                .collect();
            count(&mut self.authors, same_authors(&said.authors, &shown));
        }
        for (tally, said, shown) in [
            (&mut self.published, &said.published, &details.published),
            (&mut self.updated, &said.updated, &details.updated),
        ] {
            if let Some((said, day)) = said.as_ref().and_then(|said| Some((said, day(said)?))) {
                let near = shown.as_ref().and_then(|shown| {
                    // one moment has two dates in two time zones
                    let timed = said.contains(':') || shown.value.contains(':');
                    Some(day.abs_diff(self::day(&shown.value)?) <= u32::from(timed))
                });
                count(tally, near.unwrap_or(false));
            }
        }
    }
}

impl fmt::Display for Heads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "page heads        title {} of {} (word for word {}), authors {} of {}, published {} of {}, updated {} of {}",
            self.title,
            self.title.whole,
            self.same_title,
            self.authors,
            self.authors.whole,
            self.published,
            self.published.whole,
            self.updated,
            self.updated.whole,
        )
    }
}

/// Scores the heads of those pages that have a prediction, both by the page's name.
pub fn score(said: &BTreeMap<String, Head>, predictions: &BTreeMap<String, Prediction>) -> Heads {
    let mut heads = Heads::default();
    for (name, head) in said {
        if let Some(prediction) = predictions.get(name) {
            heads.add(head, prediction);
        }
    }
    heads
}

fn count(tally: &mut Ratio, right: bool) {
    tally.part += f64::from(u8::from(right));
    tally.whole += 1;
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn bag(words: &[String]) -> HashMap<String, usize> {
    let mut bag = HashMap::new();
    for word in words {
        *bag.entry(word.clone()).or_default() += 1;
    }
    bag
}

/// Whether each of the authors that are shown is named in the metadata, and nobody there is left out: an entry may name
/// several people, with what they are behind them.
fn same_authors(said: &[String], shown: &[&str]) -> bool {
    let said: Vec<Vec<String>> = said
        .iter()
        .flat_map(|entry| entry.split(" and ").flat_map(|part| part.split('&')))
        .map(words)
        .collect();
    let holds = |entry: &[String], name: &str| {
        let name = words(name);
        !name.is_empty() && entry.windows(name.len()).any(|run| run == name)
    };
    let plain = |name: &&str| !name.contains([',', '|']) && !name.to_lowercase().starts_with("by ");
    shown.iter().all(plain)
        && said
            .iter()
            .all(|entry| shown.iter().any(|name| holds(entry, name)))
        && shown
            .iter()
            .all(|name| said.iter().any(|entry| holds(entry, name)))
}

/// The day that a date of metadata names, counted from a day long past; none for what is no date.
fn day(date: &str) -> Option<u32> {
    const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";
    let parts: Vec<&str> = date
        .split(|c: char| !c.is_ascii_alphanumeric())
        .flat_map(|part| part.split(['T', 'Z']))
        .filter(|part| !part.is_empty())
        .collect();
    let month = |part: &str| {
        let short = part.get(..3)?.to_ascii_lowercase();
        let at = MONTHS.find(&short)?;
        (at % 3 == 0).then_some(at as u32 / 3 + 1)
    };
    let number = |part: &&str| part.parse::<u32>().ok();
    let named = parts.iter().position(|part| month(part).is_some());
    let (year, month, day) = match named {
        // `Mon, 18 Nov 2019`, `Tue Nov 19 2019`
        Some(at) => {
            let small = |at: usize| parts.get(at).and_then(number).filter(|day| *day <= 31);
            let before = at.checked_sub(1).and_then(small);
            let day = before.or_else(|| small(at + 1))?;
            let year = parts
                .iter()
                .filter_map(number)
                .find(|year| (1900..3000).contains(year))?;
            (year, month(parts[at])?, day)
        }
        None => {
            let [year, month, day] = [0, 1, 2].map(|at| parts.get(at).and_then(number));
            (year.filter(|year| (1900..3000).contains(year))?, month?, day?)
        }
    };
    // Of equal length as the calendar's days, but for leap days: near enough to compare neighbours.
    Some((year * 12 + month) * 31 + day)
}

/// What the metadata of a page says.
pub fn of_page(html: &str) -> Head {
    let Metadata { named, scripts, .. } = super::pages::tokens(html, Metadata::default());
    let mut head = Head::default();
    for script in scripts.into_inner() {
        if let Ok(json) = serde_json::from_str(script.trim()) {
            linked(&json, &mut head);
        }
    }
    let named = named.into_inner();
    let first = |names: &[&str]| {
        let found = names
            .iter()
            .find_map(|name| Some(named.get(*name)?.first()?.clone()));
        found.filter(|value| !value.is_empty())
    };
    head.title = head.title.or_else(|| first(&["og:title", "twitter:title"]));
    head.published = head
        .published
        .or_else(|| first(&["article:published_time", "datepublished"]));
    head.updated = head
        .updated
        .or_else(|| first(&["article:modified_time", "datemodified"]));
    if head.authors.is_empty() {
        let names = [
            "author",
            "dc.creator",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "byl",
        ];
        head.authors = names
            .iter()
            .find_map(|name| named.get(*name).cloned())
            .unwrap_or_default();
    }
    // user names, and addresses, say nothing of how people are called
    head.authors
        .retain(|name| name.contains(' ') && !name.contains("://"));
    head.title = head.title.map(|title| plain(&title));
    head
}

/// A title without names of characters that were encoded twice.
fn plain(title: &str) -> String {
    let text = super::pages::visible_text(title);
    super::pages::visible_text(&text)
}

/// JSON-LD: an article, in a list or a graph.
fn linked(json: &Value, head: &mut Head) {
    if let Value::Array(items) = json {
        items.iter().for_each(|item| linked(item, head));
    }
    if let Some(graph) = json.get("@graph") {
        linked(graph, head);
    }
    let strings = |value: &Value| -> Vec<String> {
        let all = one_or_several(value).iter();
        all.filter_map(|item| Some(item.as_str()?.to_owned())).collect()
    };
    let kinds = json.get("@type").map(strings).unwrap_or_default();
    let article = |kind: &String| {
        kind.ends_with("Article") || kind.ends_with("Posting") || matches!(kind.as_str(), "Report" | "Review")
    };
    if !kinds.iter().any(article) {
        return;
    }
    let text = |name: &str| Some(json.get(name)?.as_str()?.to_owned()).filter(|text| !text.is_empty());
    head.title = head.title.take().or_else(|| text("headline"));
    head.published = head.published.take().or_else(|| text("datePublished"));
    head.updated = head.updated.take().or_else(|| text("dateModified"));
    if head.authors.is_empty()
        && let Some(author) = json.get("author")
    {
        head.authors = one_or_several(author)
            .iter()
            .flat_map(|author| strings(author.get("name").unwrap_or(author)))
            .collect();
    }
}

/// JSON-LD writes a list of one without its brackets.
fn one_or_several(value: &Value) -> &[Value] {
    value
        .as_array()
        .map_or(std::slice::from_ref(value), Vec::as_slice)
}

/// Gathers `meta` elements and scripts of JSON-LD.
#[derive(Default)]
struct Metadata {
    named: RefCell<HashMap<String, Vec<String>>>,
    scripts: RefCell<Vec<String>>,
    /// Whether the script at hand is one of JSON-LD.
    reading: RefCell<bool>,
}

impl TokenSink for Metadata {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(text) if *self.reading.borrow() => {
                if let Some(script) = self.scripts.borrow_mut().last_mut() {
                    script.push_str(&text);
                }
            }
            Token::TagToken(tag) => {
                let value = |wanted: &str| {
                    let found = tag
                        .attrs
                        .iter()
                        .find(|attribute| &*attribute.name.local == wanted);
                    found.map(|attribute| attribute.value.trim().to_owned())
                };
                let opens = tag.kind == TagKind::StartTag;
                self.reading.replace(false);
                if opens && &*tag.name == "meta" {
                    let name = value("property")
                        .or_else(|| value("name"))
                        .or_else(|| value("itemprop"));
                    if let (Some(name), Some(content)) = (name, value("content")) {
                        let mut named = self.named.borrow_mut();
                        named.entry(name.to_lowercase()).or_default().push(content);
                    }
                }
                if opens && matches!(&*tag.name, "script" | "style") {
                    let linked =
                        value("type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json"));
                    if linked {
                        self.reading.replace(true);
                        self.scripts.borrow_mut().push(String::new());
                    }
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
    fn metadata_is_read_from_scripts_and_elements() {
        let html = r#"<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "Dogs &amp; cats",
            "datePublished": "2031-05-03T08:00Z", "author": [{"name": "Ada Lund"}]}]}</script>
            <meta property="article:modified_time" content="2031-05-04"><meta name="author" content="Bo Berg">"#;
        let head = of_page(html);
        assert_eq!(head.title.as_deref(), Some("Dogs & cats"));
        assert_eq!(head.authors, ["Ada Lund"]);
        assert_eq!(head.published.as_deref(), Some("2031-05-03T08:00Z"));
        assert_eq!(head.updated.as_deref(), Some("2031-05-04"));
    }

    #[test]
    fn days_are_told_in_the_forms_of_metadata() {
        let wanted = day("2031-05-03");
        assert!(wanted.is_some());
        for date in [
            "2031-05-03T08:00Z",
            "Sat, 03 May 2031 08:00:00 GMT",
            "Sat May 3 2031 08:00",
        ] {
            assert_eq!(day(date), wanted, "{date}");
        }
        assert_eq!(day("0001-01-01T00:00:00Z"), None);
        assert_eq!(day("Monday"), None);
    }

    #[test]
    fn authors_are_compared_as_names_in_what_metadata_says() {
        let said = ["By BO BERG and CY DAHL, BP Harbour Writer".to_owned()];
        assert!(same_authors(&said, &["Bo Berg", "Cy Dahl"]));
        assert!(!same_authors(&said, &["Bo Berg"]));
        assert!(!same_authors(&said, &["Bo Berg", "Cy Dahl", "Port Brannoch"]));
        assert!(!same_authors(&said, &["BO BERG and CY DAHL, BP Harbour Writer"]));
    }
}
