//! A token a line, in columns parted by tabs, as CoNLL's shared tasks have them; an empty line ends a block.
//!
//! Columns: number in the block, the word, its start and end in code points, then in BIO notation what it belongs to:
//! quotation by form (`B-direct`), cue, source, proposal by kind; last the ids of its innermost quotation, its proposal and
//! the quotation's speaker, `_` where there is none. Site text is left out.

use super::sheet::{Sheet, parts};
use crate::json::{Document, Range};
use std::fmt::Write;

const HEADING: &str =
    "# columns: id form start end quotation cue source proposal quotation_id proposal_id speaker\n";

/// The document in columns.
#[must_use]
pub fn write(document: &Document) -> String {
    let sheet = Sheet::new(document);
    let mut layers = Layers::new(sheet.len());
    for quotation in &document.quotations {
        // inner ones come after the outer ones in which they lie, and are told instead
        for range in &quotation.content {
            layers.quotation.set(*range, quotation.form.name());
            layers.quotation_id.set(*range, &quotation.id);
            layers
                .speaker
                .set(*range, quotation.who.speaker.as_deref().unwrap_or("_"));
        }
        if let Some(cue) = quotation.cue {
            layers.cue.set(cue, "cue");
        }
        for source in &quotation.source {
            layers.source.set(*source, "source");
        }
    }
    for proposal in &document.proposals {
        for range in parts(proposal) {
            layers.proposal.set(range, proposal.kind.name());
            layers.proposal_id.set(range, &proposal.id);
        }
    }
    let mut out = String::from(HEADING);
    for block in sheet.blocks() {
        let _ = writeln!(out, "# block = {}", block.kind.name());
        let mut before = None;
        for (token, number) in tokens(&sheet, block.content).into_iter().zip(1..) {
            let [start, end] = token;
            let _ = writeln!(
                out,
                "{number}\t{}\t{start}\t{end}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
                sheet.text(token),
                layers.quotation.bio(start, before),
                layers.cue.bio(start, before),
                layers.source.bio(start, before),
                layers.proposal.bio(start, before),
                layers.quotation_id.at(start),
                layers.proposal_id.at(start),
                layers.speaker.at(start)
            );
            before = Some(start);
        }
        out.push('\n');
    }
    out
}

/// Words, numbers and single signs: apostrophes, hyphens and points between letters or digits belong to the word.
fn tokens(sheet: &Sheet<'_>, [start, end]: Range) -> Vec<Range> {
    let characters: Vec<char> = sheet.text([start, end]).chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let from = at;
        at += 1;
        if characters[from].is_whitespace() {
            continue;
        }
        if characters[from].is_alphanumeric() {
            while at < characters.len() {
                let joins = matches!(characters[at], '\'' | '’' | '-' | '.' | ',')
                    && characters.get(at + 1).is_some_and(|next| next.is_alphanumeric())
                    && (characters[at] != ',' || characters[at + 1].is_ascii_digit());
                if !joins && !characters[at].is_alphanumeric() {
                    break;
                }
                at += 1;
            }
        }
        tokens.push([start + from as u32, start + at as u32]);
    }
    tokens
}

/// What each code point belongs to, of each kind.
struct Layers {
    quotation: Layer,
    cue: Layer,
    source: Layer,
    proposal: Layer,
    quotation_id: Layer,
    proposal_id: Layer,
    speaker: Layer,
}

impl Layers {
    fn new(length: u32) -> Self {
        let layer = || Layer {
            places: vec![None; length as usize],
            stretches: 0,
        };
        Layers {
            quotation: layer(),
            cue: layer(),
            source: layer(),
            proposal: layer(),
            quotation_id: layer(),
            proposal_id: layer(),
            speaker: layer(),
        }
    }
}

/// For each code point the number of the stretch over it, and what it is.
struct Layer {
    places: Vec<Option<(u32, String)>>,
    stretches: u32,
}

impl Layer {
    fn set(&mut self, [start, end]: Range, what: &str) {
        let (start, end) = (start as usize, (end as usize).min(self.places.len()));
        self.stretches += 1;
        for place in self.places.get_mut(start..end).into_iter().flatten() {
            *place = Some((self.stretches, what.to_owned()));
        }
    }

    fn place(&self, at: u32) -> Option<&(u32, String)> {
        self.places.get(at as usize).and_then(Option::as_ref)
    }

    fn at(&self, at: u32) -> &str {
        self.place(at).map_or("_", |(_, what)| what)
    }

    /// What a word belongs to; the word before it in its block tells whether it goes on. What goes on behind another in its
    /// middle begins again: it would be taken for more of the other.
    fn bio(&self, at: u32, before: Option<u32>) -> String {
        let before = before.and_then(|before| self.place(before));
        match self.place(at) {
            None => "O".to_owned(),
            Some((stretch, what)) if before.is_some_and(|(last, _)| last == stretch) => {
                format!("I-{what}")
            }
            Some((_, what)) => format!("B-{what}"),
        }
    }
}
