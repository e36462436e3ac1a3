//! What a page says about its article: JSON-LD, `meta` elements, `time`, the page's title.

use super::json::Json;
use super::site_name::without_site;
use crate::article::{Detail, Details};
use crate::input::authors;
use crate::lexicon::{self, List};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The scripts of metadata that are read: more are a page's trick or mistake.
const MOST_SCRIPTS: usize = 20;

/// Gathers metadata during the walk.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    /// Values in order of trust for each field; see [`Metadata::details`].
    title: [Option<String>; 4],
    outlet: [Option<String>; 3],
    published: [Option<String>; 4],
    updated: [Option<String>; 2],
    url: [Option<String>; 3],
    section: Vec<String>,
    linked_authors: Vec<String>,
    named_authors: Vec<String>,
    language: Option<String>,
    scripts: usize,
    /// What the text of the innermost element is for, and the elements open inside it.
    reading: Option<(Reading, usize)>,
    gathered: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Title,
    JsonLd,
}

impl Metadata {
    pub(super) fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        if let Some((_, inside)) = &mut self.reading {
            *inside += 1;
            return;
        }
        let get = |wanted: &str| {
            attributes
                .iter()
                .find(|(name, _)| *name == wanted)
                .map(|(_, value)| *value)
        };
        match tag {
            "html" => self.language = get("lang").map(str::to_owned).filter(|lang| !lang.is_empty()),
            "title" if self.title[3].is_none() => self.start(Reading::Title),
            "script"
                if get("type")
                    .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json")) =>
            {
                self.scripts += 1;
                if self.scripts <= MOST_SCRIPTS {
                    self.start(Reading::JsonLd);
                }
            }
            "meta" => {
                let name = get("property")
                    .or_else(|| get("name"))
                    .or_else(|| get("itemprop"));
                if let (Some(name), Some(content)) = (name, get("content")) {
                    self.meta(&name.to_ascii_lowercase(), content.trim());
                }
            }
            "link" if get("rel") == Some("canonical") => put(&mut self.url[1], get("href").unwrap_or("")),
            "time" if get("itemprop") == Some("dateModified") => {
                put(&mut self.updated[1], get("datetime").unwrap_or(""))
            }
            "time" => put(&mut self.published[3], get("datetime").unwrap_or("")),
            _ => {}
        }
    }

    fn start(&mut self, reading: Reading) {
        self.reading = Some((reading, 0));
        self.gathered.clear();
    }

    /// Text of the innermost element; of what is gathered at most `limit` bytes are kept.
    pub(super) fn text(&mut self, text: &str, limit: usize) {
        if self.reading.is_some() && self.gathered.len() + text.len() <= limit {
            self.gathered.push_str(text);
        }
    }

    pub(super) fn close(&mut self) {
        let Some((reading, inside)) = &mut self.reading else {
            return;
        };
        if *inside > 0 {
            *inside -= 1;
            return;
        }
        let reading = *reading;
        self.reading = None;
        let gathered = std::mem::take(&mut self.gathered);
        match reading {
            Reading::Title => put(&mut self.title[3], &gathered),
            Reading::JsonLd => {
                if let Some(json) =
                    Json::parse(gathered.trim_matches(|c: char| c != '{' && c != '[' && c != '}' && c != ']'))
                {
                    self.json(&json, 0);
                }
            }
        }
    }

    fn meta(&mut self, name: &str, content: &str) {
        static NAMES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
            List::MetaNames
                .classed_words()
                .map(|(detail, name)| (name, detail))
                .collect()
        });
        let Some((detail, rank)) = NAMES.get(name).and_then(|found| found.split_once(' ')) else {
            return;
        };
        let ranked = match detail {
            "title" => &mut self.title[..],
            "outlet" => &mut self.outlet[..],
            "published" => &mut self.published[..],
            "updated" => &mut self.updated[..],
            "url" => &mut self.url[..],
            "section" => return push(&mut self.section, content),
            _ => return push_authors(&mut self.named_authors, content),
        };
        if let Some(place) = rank.parse().ok().and_then(|rank: usize| ranked.get_mut(rank)) {
            put(place, content);
        }
    }

    /// JSON-LD: the article itself, or the members of a graph.
    fn json(&mut self, json: &Json, depth: usize) {
        const DEEPEST_GRAPH: usize = 3;
        for item in json.items() {
            if let Some(graph) = item.get("@graph").filter(|_| depth < DEEPEST_GRAPH) {
                self.json(graph, depth + 1);
            }
            if item.get("@type").is_some_and(is_article) {
                self.article(item);
            }
        }
    }

    fn article(&mut self, article: &Json) {
        let text = |name: &str| article.get(name).and_then(Json::string).unwrap_or("");
        put(&mut self.title[0], text("headline"));
        put(&mut self.published[0], text("datePublished"));
        put(&mut self.updated[0], text("dateModified"));
        let publisher = article
            .get("publisher")
            .and_then(|publisher| publisher.items().first()?.get("name")?.string());
        put(&mut self.outlet[0], publisher.unwrap_or(""));
        push(&mut self.section, text("articleSection"));
        for author in article.get("author").map_or(&[][..], Json::items) {
            let name = author
                .get("name")
                .and_then(Json::string)
                .or_else(|| author.string());
            push_authors(&mut self.linked_authors, name.unwrap_or(""));
        }
        let page = article
            .get("mainEntityOfPage")
            .and_then(|page| page.get("@id").unwrap_or(page).string());
        put(&mut self.url[2], page.unwrap_or(""));
    }

    /// The details, for each field from the most trusted place that has it.
    pub(super) fn details(self) -> Details {
        let outlet = first(self.outlet);
        let url = first(self.url).filter(|url| url.starts_with("http"));
        let title = first(self.title)
            .map(|title| without_site(&without_tags(&title), outlet.as_deref(), url.as_deref()));
        let authors = if self.linked_authors.is_empty() {
            self.named_authors
        } else {
            self.linked_authors
        };
        Details {
            title: title.map(detail),
            authors: authors.into_iter().map(detail).collect(),
            outlet: outlet.map(detail),
            section: self.section.into_iter().map(detail).collect(),
            published: first(self.published).map(detail),
            updated: first(self.updated).map(detail),
            dateline: None,
            url: url.map(detail),
            language: self.language.map(detail),
        }
    }
}

fn is_article(kind: &Json) -> bool {
    kind.items().iter().filter_map(Json::string).any(|kind| {
        kind.ends_with("Article") || kind.ends_with("Posting") || matches!(kind, "Report" | "Review")
    })
}

/// Fills an empty place with a value that says something; the first one counts.
fn put(slot: &mut Option<String>, value: &str) {
    let value = tidy(value);
    if slot.is_none() && !value.is_empty() {
        *slot = Some(value);
    }
}

fn push(list: &mut Vec<String>, value: &str) {
    let value = tidy(value);
    if !value.is_empty() && !list.contains(&value) {
        list.push(value);
    }
}

fn push_authors(list: &mut Vec<String>, value: &str) {
    let value = tidy(value);
    // `Ada Lund, Bay Insider` after `Ada Lund` tells the outlet.
    let known = |name: &String| {
        value
            .strip_prefix(name.as_str())
            .is_some_and(|rest| rest.starts_with([',', '|']))
    };
    if list.iter().any(known) {
        return;
    }
    for name in authors::of_metadata(&value) {
        push(list, &name);
    }
}

/// White space run together; values are no longer than a headline can be.
fn tidy(value: &str) -> String {
    const LONGEST_VALUE: usize = 600;
    let mut out = String::new();
    for word in decoded(value).split_whitespace() {
        if out.len() + word.len() >= LONGEST_VALUE {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// `value` with what it holds under HTML names, as pages that encode twice leave it.
fn decoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (c, length) = lexicon::entity(rest).unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[length..];
    }
    out + rest
}

/// `value` without the tags that some pages leave in their headlines: `The <em>Ada</em> sinks`.
fn without_tags(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('<') {
        let tag = &rest[at + 1..];
        let opens = tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let end = tag.find('>').filter(|_| opens);
        out.push_str(&rest[..at]);
        rest = match end {
            Some(end) => &tag[end + 1..],
            None => {
                out.push('<');
                tag
            }
        };
    }
    out + rest
}

fn first<const N: usize>(values: [Option<String>; N]) -> Option<String> {
    values.into_iter().flatten().next()
}

fn detail(value: String) -> Detail {
    Detail {
        text: value.clone(),
        value,
        span: None,
    }
}
