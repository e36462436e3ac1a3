//! A row for each quotation and proposal: CSV for spreadsheets, TSV for the clipboard.

use super::sheet::{Sheet, in_one_line, parts, whole};
use crate::json::{By, Certainty, Document, Proposal, Quotation, Range, Who};

/// The columns, in order.
pub const COLUMNS: [&str; 18] = [
    "article",
    "mark",
    "id",
    "kind",
    "speaker",
    "role",
    "certainty",
    "text",
    "cue",
    "source",
    "addressee",
    "items",
    "stated_count",
    "quotation",
    "start",
    "end",
    "sure",
    "by",
];

/// What separates the items of one cell.
const BETWEEN: &str = " | ";

/// CSV as RFC 4180 has it, with a byte order mark, without which some spreadsheets take UTF-8 for something else.
#[must_use]
pub fn csv(document: &Document) -> String {
    let mut out = String::from('\u{feff}');
    for row in rows(document) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&guarded(cell))).collect();
        out += &cells.join(",");
        out += "\r\n";
    }
    out
}

/// Columns parted by tabs; white space in cells is single spaces.
#[must_use]
pub fn tsv(document: &Document) -> String {
    let mut out = String::new();
    for row in rows(document) {
        let cells: Vec<String> = row.iter().map(|cell| guarded(&in_one_line(cell))).collect();
        out += &cells.join("\t");
        out.push('\n');
    }
    out
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// A spreadsheet would take a cell that starts with one of these for a formula, and run it: a made-up article could
/// read out other cells that way. An apostrophe before it makes it text.
fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

fn rows(document: &Document) -> Vec<Vec<String>> {
    let sheet = Sheet::new(document);
    let mut rows: Vec<(Range, Vec<String>)> = Vec::new();
    rows.extend(document.quotations.iter().map(|it| of_quotation(&sheet, it)));
    rows.extend(document.proposals.iter().map(|it| of_proposal(&sheet, it)));
    rows.sort_by_key(|(range, _)| *range);
    let heading = COLUMNS.iter().map(|&name| name.to_owned()).collect();
    std::iter::once(heading)
        .chain(rows.into_iter().map(|(_, row)| row))
        .collect()
}

fn of_quotation(sheet: &Sheet<'_>, quotation: &Quotation) -> (Range, Vec<String>) {
    let range = whole(quotation);
    let mut row = Row::new(
        sheet,
        "quotation",
        &quotation.id,
        quotation.form.name(),
        &quotation.who,
    );
    row.set("text", sheet.all_words(&quotation.content));
    row.set("cue", quotation.cue.map_or(String::new(), |cue| sheet.words(cue)));
    row.set("source", sheet.all_words(&quotation.source));
    row.set("quotation", quotation.parent.clone().unwrap_or_default());
    row.place(range, quotation.sure, quotation.by);
    (range, row.cells)
}

fn of_proposal(sheet: &Sheet<'_>, proposal: &Proposal) -> (Range, Vec<String>) {
    let mut row = Row::new(
        sheet,
        "proposal",
        &proposal.id,
        proposal.kind.name(),
        &proposal.who,
    );
    row.set("text", sheet.words(proposal.span));
    row.set(
        "cue",
        proposal
            .trigger
            .map_or(String::new(), |trigger| sheet.words(trigger)),
    );
    if let Some(addressee) = &proposal.addressee {
        row.set("addressee", sheet.words(addressee.span));
    }
    let items: Vec<String> = parts(proposal).iter().map(|part| sheet.words(*part)).collect();
    row.set("items", items.join(BETWEEN));
    let count = proposal.stated_count;
    row.set(
        "stated_count",
        count.map_or(String::new(), |count| count.to_string()),
    );
    row.set("quotation", proposal.quotation.clone().unwrap_or_default());
    row.place(proposal.span, proposal.sure, proposal.by);
    (proposal.span, row.cells)
}

/// One row on its way.
struct Row {
    cells: Vec<String>,
}

impl Row {
    fn new(sheet: &Sheet<'_>, mark: &str, id: &str, kind: &str, who: &Who) -> Self {
        let mut row = Row {
            cells: vec![String::new(); COLUMNS.len()],
        };
        let role = who
            .speaker
            .as_ref()
            .and_then(|id| sheet.speaker(id)?.role.clone());
        row.set("article", sheet.document.article.clone());
        row.set("mark", mark.to_owned());
        row.set("id", id.to_owned());
        row.set("kind", kind.to_owned());
        row.set("speaker", sheet.names(who));
        row.set("role", role.unwrap_or_default());
        row.set("certainty", certainty(who.attribution).to_owned());
        row
    }

    fn set(&mut self, column: &str, value: String) {
        if let Some(at) = COLUMNS.iter().position(|name| *name == column) {
            self.cells[at] = value;
        }
    }

    fn place(&mut self, [start, end]: Range, sure: bool, by: By) {
        self.set("start", start.to_string());
        self.set("end", end.to_string());
        self.set("sure", if sure { "yes" } else { "no" }.to_owned());
        self.set("by", by.name().to_owned());
    }
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Named => "named",
        Certainty::Resolved => "resolved",
        Certainty::Ambiguous => "ambiguous",
        Certainty::None => "none",
    }
}
