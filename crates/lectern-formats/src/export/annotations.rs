//! W3C Web Annotation as JSON-LD: an annotation for each mark, pointing by quotation and by position.
//!
//! A quotation is `classifying`, with its form as the tag; a split one has several targets, and its whole text stands in
//! the body. A mention is `identifying`: its body is the speaker. A `linking` annotation says whose a mark is: its body is
//! the speaker and its target the mark's annotation. Positions are code points. What annotations have no place for
//! (the article's text, its blocks and details) stands under `lectern`, so that everything can be read back.

use super::sheet::Sheet;
use crate::json::{Document, Proposal, Quotation, Range, Speaker, Who};
use lectern_core::article::SpeakerKind;
use serde_json::{Value, json};

/// Code points of context on each side: shorter ones are found in wrong places.
const CONTEXT: u32 = 40;

/// The document as a page of annotations.
#[must_use]
pub fn write(document: &Document) -> String {
    let page = Page {
        sheet: Sheet::new(document),
        source: source(document),
    };
    let mut items: Vec<Value> = document
        .mentions
        .iter()
        .filter_map(|it| page.mention(it))
        .collect();
    for quotation in &document.quotations {
        items.push(page.quotation(quotation));
        items.extend(page.link(&quotation.id, &quotation.who));
    }
    for proposal in &document.proposals {
        items.push(page.proposal(proposal));
        items.extend(page.link(&proposal.id, &proposal.who));
    }
    let value = json!({
        "@context": [
            "http://www.w3.org/ns/anno.jsonld",
            { "lectern": { "@id": "urn:lectern:document", "@type": "@json" } }
        ],
        "id": format!("{}#annotations", page.source),
        "type": "AnnotationPage",
        "items": items,
        "lectern": document
    });
    format!("{value:#}\n")
}

/// The article's address where it is known, else a name made of its text.
fn source(document: &Document) -> String {
    let url = document.details.url.as_ref().map(|url| url.value.as_str());
    match url.filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
        Some(url) => url.split('#').next().unwrap_or(url).to_owned(),
        None => format!("urn:sha256:{}", crate::json::digest(document.text.as_bytes())),
    }
}

struct Page<'a> {
    sheet: Sheet<'a>,
    source: String,
}

impl Page<'_> {
    fn id(&self, id: &str) -> String {
        format!("{}#{id}", self.source)
    }

    fn target(&self, range: Range) -> Value {
        let [start, end] = range;
        let before = [start.saturating_sub(CONTEXT), start];
        let after = [end, (end + CONTEXT).min(self.sheet.len())];
        json!({
            "source": self.source,
            "selector": [
                { "type": "TextQuoteSelector", "exact": self.sheet.text(range), "prefix": self.sheet.text(before),
                  "suffix": self.sheet.text(after) },
                { "type": "TextPositionSelector", "start": start, "end": end }
            ]
        })
    }

    fn targets(&self, ranges: &[Range]) -> Value {
        match ranges {
            [one] => self.target(*one),
            several => several.iter().map(|range| self.target(*range)).collect(),
        }
    }

    fn speaker(&self, speaker: &Speaker) -> Value {
        let kind = match speaker.kind {
            SpeakerKind::Person | SpeakerKind::Unnamed => "Person",
            _ => "Organization",
        };
        json!({ "id": self.id(&speaker.id), "type": kind, "name": speaker.name })
    }

    fn mention(&self, mention: &crate::json::Mention) -> Option<Value> {
        let speaker = self.sheet.speaker(mention.who.speaker.as_ref()?)?;
        Some(json!({
            "id": self.id(&mention.id), "type": "Annotation", "motivation": "identifying",
            "body": self.speaker(speaker), "target": self.target(mention.span)
        }))
    }

    fn quotation(&self, quotation: &Quotation) -> Value {
        let mut body = vec![tag("quotation"), tag(quotation.form.name())];
        if quotation.content.len() > 1 {
            let text = self.sheet.all_words(&quotation.content);
            body.push(json!({ "type": "TextualBody", "purpose": "describing", "value": text }));
        }
        json!({
            "id": self.id(&quotation.id), "type": "Annotation", "motivation": "classifying",
            "body": body, "target": self.targets(&quotation.content)
        })
    }

    fn proposal(&self, proposal: &Proposal) -> Value {
        let mut body = vec![tag("proposal"), tag(proposal.kind.name())];
        for item in &proposal.items {
            let text = self.sheet.words(*item);
            body.push(json!({ "type": "TextualBody", "purpose": "describing", "value": text }));
        }
        json!({
            "id": self.id(&proposal.id), "type": "Annotation", "motivation": "classifying",
            "body": body, "target": self.target(proposal.span)
        })
    }

    fn link(&self, id: &str, who: &Who) -> Option<Value> {
        let speaker = self.sheet.speaker(who.speaker.as_ref()?)?;
        Some(json!({
            "id": self.id(&format!("{id}-speaker")), "type": "Annotation", "motivation": "linking",
            "body": self.speaker(speaker), "target": self.id(id)
        }))
    }
}

fn tag(value: &str) -> Value {
    json!({ "type": "TextualBody", "purpose": "tagging", "value": value })
}
