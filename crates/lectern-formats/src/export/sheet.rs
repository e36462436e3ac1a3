//! A document laid ready for writing: its text by code points, its speakers by id.

use crate::json::{Block, BlockName, Document, Proposal, Quotation, Range, Speaker, Who};

/// A document with what every format asks it for.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// What is written.
    pub document: &'a Document,
    /// The byte at which each code point begins, and the end.
    bytes: Vec<u32>,
}

impl<'a> Sheet<'a> {
    /// Reads through the text once.
    pub fn new(document: &'a Document) -> Self {
        let text = &document.text;
        let mut bytes: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).collect();
        bytes.push(text.len() as u32);
        Sheet { document, bytes }
    }

    /// The text between two code points; empty where they are beyond its end.
    pub fn text(&self, [start, end]: Range) -> &'a str {
        let byte = |at: u32| {
            self.bytes
                .get(at as usize)
                .map_or(self.document.text.len(), |&at| at as usize)
        };
        self.document.text.get(byte(start)..byte(end)).unwrap_or("")
    }

    /// The same in one line.
    pub fn words(&self, range: Range) -> String {
        in_one_line(self.text(range))
    }

    /// Several stretches in one line.
    pub fn all_words(&self, ranges: &[Range]) -> String {
        let words: Vec<String> = ranges.iter().map(|range| self.words(*range)).collect();
        words.join(" … ")
    }

    /// How many code points the text has.
    pub fn len(&self) -> u32 {
        self.bytes.len() as u32 - 1
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The speaker with this id.
    pub fn speaker(&self, id: &str) -> Option<&'a Speaker> {
        self.document.speakers.iter().find(|speaker| speaker.id == id)
    }

    /// Whom somebody may be.
    pub fn speakers(&self, who: &Who) -> impl Iterator<Item = &'a Speaker> {
        let ids = who.speaker.iter().chain(&who.candidates);
        ids.filter_map(|id| self.speaker(id))
    }

    /// The same in words; empty when nobody can be told.
    pub fn names(&self, who: &Who) -> String {
        let names: Vec<&str> = self.speakers(who).map(|speaker| speaker.name.as_str()).collect();
        names.join(" or ")
    }

    /// The blocks that are part of the article.
    pub fn blocks(&self) -> impl Iterator<Item = &'a Block> + use<'a> {
        let blocks = self.document.blocks.iter();
        blocks.filter(|block| block.kind != BlockName::Clutter)
    }

    /// The title, or else the article's name.
    pub fn title(&self) -> String {
        let title = self.document.details.title.as_ref();
        let title = title.map_or(self.document.article.as_str(), |title| title.value.as_str());
        in_one_line(title)
    }

    /// Authors, outlet and date, in a line.
    pub fn facts(&self) -> String {
        let details = &self.document.details;
        let authors: Vec<&str> = details
            .authors
            .iter()
            .map(|author| author.value.as_str())
            .collect();
        let facts = [
            Some(authors.join(", ")),
            details.outlet.as_ref().map(|outlet| outlet.value.clone()),
            details.published.as_ref().map(|date| date.value.clone()),
        ];
        let facts: Vec<String> = facts
            .into_iter()
            .flatten()
            .map(|fact| in_one_line(&fact))
            .filter(|fact| !fact.is_empty())
            .collect();
        facts.join(" · ")
    }
}

/// White space as single spaces.
pub fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// From the first code point of a quotation's content to the last.
pub fn whole(quotation: &Quotation) -> Range {
    let start = quotation.content.iter().map(|range| range[0]).min();
    let end = quotation.content.iter().map(|range| range[1]).max();
    [start.unwrap_or(0), end.unwrap_or(0)]
}

/// Where the words of a proposal stand: its items, or its span where it has none.
pub fn parts(proposal: &Proposal) -> Vec<Range> {
    if proposal.items.is_empty() {
        vec![proposal.span]
    } else {
        proposal.items.clone()
    }
}

/// For element content and attribute values of html and XML. Characters that XML 1.0 has no way to write become U+FFFD.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(c),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
