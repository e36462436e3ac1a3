//! What stands before a Markdown text between two lines of dashes: `title: Ferry back`.

use crate::article::Details;
use crate::input::BlockBuilder;

/// Longer ones are none: two rules far apart.
const MOST_LINES: usize = 60;

/// What the lines before the text say of the article, and the text.
pub(super) fn split(text: &str) -> (Details, &str) {
    let none = (Details::default(), text);
    let opened = text.trim_start_matches('\u{feff}').strip_prefix("---");
    let Some((first, body)) = opened.and_then(|rest| rest.split_once('\n')) else {
        return none;
    };
    if !first.trim().is_empty() {
        return none;
    }
    let mut head = BlockBuilder::new();
    let mut name = "";
    let mut rest = body;
    for _ in 0..MOST_LINES {
        let Some((line, after)) = rest.split_once('\n') else {
            return none;
        };
        rest = after;
        let line = line.trim_end();
        if line == "---" && !name.is_empty() {
            return (head.finish().details, rest);
        }
        // `- words`, one of several values of the name above, or text that goes on.
        if let Some(value) = line.trim_start().strip_prefix("- ") {
            tell(&mut head, name, value);
        } else if let Some((key, value)) = line.split_once(':').filter(|(key, _)| is_name(key)) {
            name = key.trim();
            tell(&mut head, name, value);
        } else if !line.is_empty() && !line.starts_with([' ', '\t', '#']) {
            return none;
        }
    }
    none
}

fn is_name(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
}

/// Hands a value on as a page's metadata.
fn tell(head: &mut BlockBuilder, name: &str, value: &str) {
    let name = match name {
        "title" => "og:title",
        "url" | "source" | "link" => "og:url",
        "authors" => "author",
        other => other,
    };
    for value in value.trim().trim_matches(['[', ']']).split(", ").take(MOST_LINES) {
        let value = value.trim().trim_matches(['"', '\'']);
        head.open("meta", [("name", name), ("content", value)]);
        head.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_before_the_text_becomes_details() {
        let text = "---\ntitle: \"Ferry back\"\nauthors:\n  - Ada Lund\n  - Per Holm\ndate: 2031-04-02\nsource: https://bay.example/ferry\n---\n\nThe ferry is back.";
        let (details, rest) = split(text);
        assert_eq!(rest.trim(), "The ferry is back.");
        let authors: Vec<&str> = details
            .authors
            .iter()
            .map(|author| author.value.as_str())
            .collect();
        assert_eq!(authors, ["Ada Lund", "Per Holm"]);
        for (found, value) in [
            (details.title, "Ferry back"),
            (details.published, "2031-04-02"),
            (details.url, "https://bay.example/ferry"),
        ] {
            assert_eq!(found.map(|found| found.value).as_deref(), Some(value));
        }
    }

    #[test]
    fn two_rules_are_no_details() {
        for text in [
            "---\nThe ferry is back.\n---\nIt sails.",
            "---\n---\nIt sails.",
            "---\ntitle: Ferry back\n",
            "--- title: Ferry back\n---\n",
            "",
        ] {
            assert_eq!(split(text), (Details::default(), text), "{text}");
        }
    }
}
