//! brat's standoff: the annotations of one `.ann` file; [`text`] is the `.txt` beside it.
//!
//! Quotations and proposals are text-bound annotations by form and kind, their parts are annotations of their own, tied by
//! relations; speakers are notes on their mentions. Positions are code points, as brat counts them.

use super::sheet::{Sheet, in_one_line};
use crate::json::{By, Certainty, Document, Range, Who};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The text that the positions count in: the article's, with nothing changed.
#[must_use]
pub fn text(document: &Document) -> &str {
    &document.text
}

/// The annotations.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut file = File::new(document);
    let mut mentions = BTreeMap::new();
    for mention in &document.mentions {
        if let Some(id) = file.mark("Mention", &[mention.span]) {
            file.attribute("MentionForm", &id, mention.form.name());
            file.whose(&id, &mention.who);
            mentions.insert(mention.id.as_str(), id);
        }
    }
    let mut quotations = BTreeMap::new();
    for quotation in &document.quotations {
        let Some(id) = file.mark("Quotation", &quotation.content) else {
            continue;
        };
        file.attribute("Form", &id, quotation.form.name());
        if let Some(class) = quotation.verb_class {
            file.attribute("VerbClass", &id, class.name());
        }
        file.state(&id, quotation.sure, quotation.by);
        file.part("Cue", "CuedBy", &id, quotation.cue.as_slice());
        file.part("Source", "SourcedBy", &id, &quotation.source);
        if let Some(mention) = quotation
            .mention
            .as_ref()
            .and_then(|mention| mentions.get(mention.as_str()))
        {
            file.relation("SaidBy", &id, mention);
        }
        quotations.insert(quotation.id.as_str(), id);
    }
    for quotation in &document.quotations {
        let parent = quotation
            .parent
            .as_ref()
            .and_then(|parent| quotations.get(parent.as_str()));
        if let (Some(id), Some(parent)) = (quotations.get(quotation.id.as_str()), parent) {
            file.relation("InsideOf", id, parent);
        }
    }
    let mut proposals: BTreeMap<&str, String> = BTreeMap::new();
    for proposal in &document.proposals {
        let Some(id) = file.mark("Proposal", &[proposal.span]) else {
            continue;
        };
        file.attribute("Kind", &id, proposal.kind.name());
        if let Some(count) = proposal.stated_count {
            file.attribute("StatedCount", &id, &count.to_string());
        }
        file.state(&id, proposal.sure, proposal.by);
        file.whose(&id, &proposal.who);
        file.part("Trigger", "TriggeredBy", &id, proposal.trigger.as_slice());
        for item in &proposal.items {
            file.part("Item", "ItemOf", &id, &[*item]);
        }
        if let Some(addressee) = &proposal.addressee
            && let Some(to) = file.part("Addressee", "AddressedTo", &id, &[addressee.span])
        {
            let who = addressee.speaker.clone();
            file.whose(&to, &Who::named(who));
        }
        if let Some(quotation) = proposal
            .quotation
            .as_ref()
            .and_then(|one| quotations.get(one.as_str()))
        {
            file.relation("ProposedIn", &id, quotation);
        }
        if let Some(earlier) = proposal
            .same_as
            .as_ref()
            .and_then(|one| proposals.get(one.as_str()))
        {
            file.relation("SameAs", &id, earlier);
        }
        proposals.insert(proposal.id.as_str(), id);
    }
    file.out
}

struct File<'a> {
    sheet: Sheet<'a>,
    out: String,
    marks: u32,
    relations: u32,
    attributes: u32,
    notes: u32,
}

impl<'a> File<'a> {
    fn new(document: &'a Document) -> Self {
        File {
            sheet: Sheet::new(document),
            out: String::new(),
            marks: 0,
            relations: 0,
            attributes: 0,
            notes: 0,
        }
    }

    /// A text-bound annotation; none where there is no text. brat has no marks over line ends: each line of a stretch is
    /// a stretch, and its text stands in one line.
    fn mark(&mut self, kind: &str, ranges: &[Range]) -> Option<String> {
        let pieces: Vec<Range> = ranges.iter().flat_map(|range| self.lines(*range)).collect();
        if pieces.is_empty() {
            return None;
        }
        self.marks += 1;
        let id = format!("T{}", self.marks);
        let places: Vec<String> = pieces
            .iter()
            .map(|[start, end]| format!("{start} {end}"))
            .collect();
        let words: Vec<&str> = pieces.iter().map(|piece| self.sheet.text(*piece)).collect();
        let words = words.join(" ").replace(['\t', '\r'], " ");
        let _ = writeln!(self.out, "{id}\t{kind} {}\t{words}", places.join(";"));
        Some(id)
    }

    fn lines(&self, [start, end]: Range) -> Vec<Range> {
        let mut lines = Vec::new();
        let mut from = start;
        for (at, c) in (start..).zip(self.sheet.text([start, end]).chars()) {
            if c == '\n' {
                lines.push([from, at]);
                from = at + 1;
            }
        }
        lines.push([from, end]);
        lines.retain(|[from, to]| from < to);
        lines
    }

    fn part(&mut self, kind: &str, relation: &str, of: &str, ranges: &[Range]) -> Option<String> {
        let id = self.mark(kind, ranges)?;
        self.relation(relation, of, &id);
        Some(id)
    }

    fn relation(&mut self, kind: &str, one: &str, two: &str) {
        self.relations += 1;
        let _ = writeln!(self.out, "R{}\t{kind} Arg1:{one} Arg2:{two}", self.relations);
    }

    fn attribute(&mut self, kind: &str, of: &str, value: &str) {
        self.attributes += 1;
        let _ = writeln!(self.out, "A{}\t{kind} {of} {value}", self.attributes);
    }

    fn state(&mut self, id: &str, sure: bool, by: By) {
        self.attribute("Sure", id, if sure { "yes" } else { "no" });
        self.attribute("By", id, by.name());
    }

    /// How sure the speaker is, as an attribute, and who it may be, each in a note: `name | kind | role`.
    fn whose(&mut self, id: &str, who: &Who) {
        let certainty = match who.attribution {
            Certainty::Named => "named",
            Certainty::Resolved => "resolved",
            Certainty::Ambiguous => "ambiguous",
            Certainty::None => return,
        };
        self.attribute("Certainty", id, certainty);
        let ids: Vec<String> = who.speaker.iter().chain(&who.candidates).cloned().collect();
        for speaker in ids.iter().filter_map(|id| self.sheet.speaker(id)) {
            self.notes += 1;
            let role = speaker.role.as_deref().unwrap_or("");
            let note = [speaker.name.as_str(), speaker.kind.name(), role]
                .map(|part| in_one_line(part).replace('|', "/"));
            let _ = writeln!(
                self.out,
                "#{}\tSpeaker {id}\t{}",
                self.notes,
                note.join(" | ").trim_end()
            );
        }
    }
}
