//! What a page says about its article: JSON-LD, `meta` elements, `time`, the page's title.

use super::json::Json;
use crate::article::{Detail, Details};
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
            _ => {
                let content = content.strip_prefix("By ").unwrap_or(content);
                return push(&mut self.named_authors, content);
            }
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
            push(&mut self.linked_authors, name.unwrap_or(""));
        }
        let page = article
            .get("mainEntityOfPage")
            .and_then(|page| page.get("@id").unwrap_or(page).string());
        put(&mut self.url[2], page.unwrap_or(""));
    }

    /// The details, for each field from the most trusted place that has it.
    pub(super) fn details(self) -> Details {
        let outlet = first(self.outlet);
        let title = first(self.title).map(|title| without_site(&title, outlet.as_deref()));
        let authors = if self.linked_authors.is_empty() {
            self.named_authors
        } else {
            self.linked_authors
        };
        Details {
            title: title.map(detail),
            authors: authors
                .into_iter()
                .filter(|name| !name.contains("://"))
                .map(detail)
                .collect(),
            outlet: outlet.map(detail),
            section: self.section.into_iter().map(detail).collect(),
            published: first(self.published).map(detail),
            updated: first(self.updated).map(detail),
            dateline: None,
            url: first(self.url).filter(|url| url.starts_with("http")).map(detail),
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

/// The title without the site's name at its end: `Ferry to run | The Bay Courier`.
pub(super) fn without_site(title: &str, outlet: Option<&str>) -> String {
    const MARKS: [&str; 6] = [" | ", " - ", " – ", " — ", "_", " :: "];
    let mut title = title;
    while let Some((at, mark)) = MARKS
        .iter()
        .filter_map(|mark| title.rfind(mark).map(|at| (at, *mark)))
        .max()
    {
        let (head, tail) = (title[..at].trim(), title[at + mark.len()..].trim());
        let named = outlet.is_some_and(|outlet| tail.eq_ignore_ascii_case(outlet));
        let words = |text: &str| {
            let han = text
                .chars()
                .filter(|c| ('\u{3400}'..='\u{9FFF}').contains(c))
                .count();
            text.split_whitespace().count() + han / 2
        };
        // Bars and underscores hardly stand in headlines; dashes do.
        let most = if matches!(mark, " | " | "_" | " :: ") {
            5
        } else {
            3
        };
        let site_like = words(tail) <= most && words(head) >= 4;
        if !(named || site_like) || head.is_empty() {
            break;
        }
        title = head;
    }
    title.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_site_is_cut_from_titles() {
        for (title, outlet, expected) in [
            (
                "Ferry to Run All Winter | The Bay Courier",
                None,
                "Ferry to Run All Winter",
            ),
            (
                "Ferry to run all winter - Bay Courier - News",
                None,
                "Ferry to run all winter",
            ),
            ("渡轮整个冬天都将运行_国内_海湾网", None, "渡轮整个冬天都将运行"),
            ("Ferry - Bay Courier", Some("Bay Courier"), "Ferry"),
            (
                "The council - and the mayor - want a new ferry for the island",
                None,
                "The council - and the mayor - want a new ferry for the island",
            ),
            ("Ferry", None, "Ferry"),
        ] {
            assert_eq!(without_site(title, outlet), expected);
        }
    }
}
