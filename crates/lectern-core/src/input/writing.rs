//! How a text is written, as the name of its file or the text itself tells.

use std::path::Path;

/// How a file is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Writing {
    /// Text without markup.
    #[default]
    Plain,
    /// HTML.
    Html,
    /// Markdown.
    Markdown,
}

/// The endings of names that tell more than "text".
const ENDINGS: [(&str, Writing); 5] = [
    ("html", Writing::Html),
    ("htm", Writing::Html),
    ("xhtml", Writing::Html),
    ("md", Writing::Markdown),
    ("markdown", Writing::Markdown),
];

/// What a page's source begins with.
const PAGE_BEGINS: &str = "<!doctype html";

impl Writing {
    /// How a file is written, by its name or else by its text.
    pub fn of_file(name: &str, text: &str) -> Writing {
        match Writing::of_name(name) {
            Writing::Plain => Writing::of_text(text),
            named => named,
        }
    }

    /// How a text is written that came without a name: html where it begins as a page does, or with a tag while every
    /// other line has one; plain text else. A copied page may begin with a tag that its author forgot to hide.
    pub fn of_text(text: &str) -> Writing {
        let text = text.trim_start_matches('\u{FEFF}').trim_start();
        let start = text.get(..PAGE_BEGINS.len()).unwrap_or_default();
        // Asked last: it goes over all of the text.
        let is_tagged = || text.matches('<').count() * 2 >= text.lines().count();
        let is_part = || text.starts_with('<') && text.contains("</p>") && is_tagged();
        if start.eq_ignore_ascii_case(PAGE_BEGINS) || is_part() {
            Writing::Html
        } else {
            Writing::Plain
        }
    }

    /// How a file of this name, or path, is written. Case does not matter; without a known ending it is plain.
    pub fn of_name(name: &str) -> Writing {
        let ending = Path::new(name).extension().unwrap_or_default();
        let known = ENDINGS
            .iter()
            .find(|(known, _)| ending.eq_ignore_ascii_case(known));
        known.map_or(Writing::Plain, |&(_, writing)| writing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_how_its_file_is_written() {
        for (name, writing) in [
            ("page.HTML", Writing::Html),
            ("old.htm", Writing::Html),
            ("a folder/page.xhtml", Writing::Html),
            ("note.md", Writing::Markdown),
            ("note.Markdown", Writing::Markdown),
            ("note.txt", Writing::Plain),
            ("md", Writing::Plain),
            (".md", Writing::Plain),
            ("html.d/README", Writing::Plain),
            ("", Writing::Plain),
        ] {
            assert_eq!(Writing::of_name(name), writing, "{name}");
        }
    }

    #[test]
    fn a_text_tells_html_from_a_story_that_shows_some() {
        for (text, writing) in [
            (
                "<!DOCTYPE html>\n<html><head><title>T</title></head></html>",
                Writing::Html,
            ),
            (
                "\u{FEFF} <!-- saved --> <html lang=\"en\">\n<p>A ferry.</p>",
                Writing::Html,
            ),
            ("<?xml version=\"1.0\"?>\n<HTML>\n<p>A ferry.</p>", Writing::Html),
            (
                "<div class=\"story\"><p>The ferry was late.</p></div>",
                Writing::Html,
            ),
            ("<p>The ferry was late.</p>", Writing::Html),
            ("<p>The ferry was late.", Writing::Plain),
            (
                "<!doctype HTML>\n<script>\nlet a;\nlet b;\nlet c;\n</script>",
                Writing::Html,
            ),
            ("<pier> is what the sign said. </pier>", Writing::Plain),
            ("<3 the ferry, she wrote. It is late.</3", Writing::Plain),
            ("The tag <p> starts a paragraph and </p> ends it.", Writing::Plain),
            ("<h1>Ferry late</h1>", Writing::Plain),
            (
                "<img src=\"a.gif\">\nThe ferry\nwas late,\nthe crew\nsaid.\n</div>",
                Writing::Plain,
            ),
            ("<", Writing::Plain),
            ("", Writing::Plain),
        ] {
            assert_eq!(Writing::of_text(text), writing, "{text}");
        }
    }
}
