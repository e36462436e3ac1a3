//! How a file is written, as its name tells.

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

impl Writing {
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
}
