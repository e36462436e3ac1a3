//! A row for each quotation and proposal: CSV for spreadsheets, TSV for the clipboard, values for other tables.

use super::sheet::{Sheet, in_one_line, parts, whole};
use crate::json::{By, Certainty, Document, Proposal, Quotation, Who};
use serde::Serialize;

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

/// One quotation or proposal. What it does not have is none; its fields are the [`COLUMNS`], in their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The article's path, name or id as given.
    pub article: String,
    /// `quotation` or `proposal`.
    pub mark: &'static str,
    /// Its id in the document.
    pub id: String,
    /// Form of a quotation, kind of a proposal.
    pub kind: &'static str,
    /// Whom it is given to; several where it may be one of them.
    pub speaker: Option<String>,
    /// The speaker's role.
    pub role: Option<String>,
    /// How sure that is.
    pub certainty: &'static str,
    /// What is said or wanted, in one line.
    pub text: String,
    /// The words that tell that it is said, or make it a proposal.
    pub cue: Option<String>,
    /// Who says it, in the words of the text.
    pub source: Option<String>,
    /// Who is to act.
    pub addressee: Option<String>,
    /// The actions of a proposal.
    pub items: Vec<String>,
    /// How many there are, when the text says so.
    pub stated_count: Option<u32>,
    /// The quotation in which it lies.
    pub quotation: Option<String>,
    /// Where it starts, in code points.
    pub start: u32,
    /// Where it ends, in code points.
    pub end: u32,
    /// Whether it can be relied on.
    pub sure: bool,
    /// `machine` or `person`.
    pub by: &'static str,
}

/// The quotations and proposals of a document in text order.
#[must_use]
pub fn rows(document: &Document) -> Vec<Row> {
    let sheet = Sheet::new(document);
    let mut rows: Vec<Row> = Vec::new();
    rows.extend(document.quotations.iter().map(|it| of_quotation(&sheet, it)));
    rows.extend(document.proposals.iter().map(|it| of_proposal(&sheet, it)));
    rows.sort_by_key(|row| [row.start, row.end]);
    rows
}

/// CSV as RFC 4180 has it, with a byte order mark, without which some spreadsheets take UTF-8 for something else.
#[must_use]
pub fn csv(document: &Document) -> String {
    csv_heading() + &csv_rows(document)
}

/// What a table begins with: the mark and the names of the columns.
#[must_use]
pub fn csv_heading() -> String {
    "\u{feff}".to_owned() + &COLUMNS.join(",") + "\r\n"
}

/// The rows alone, to stand below those of other articles.
#[must_use]
pub fn csv_rows(document: &Document) -> String {
    let mut out = String::new();
    for row in rows(document).into_iter().map(cells) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&guarded(cell))).collect();
        out += &cells.join(",");
        out += "\r\n";
    }
    out
}

/// Columns parted by tabs; white space in cells is single spaces, a cell that starts with a quotation mark is as CSV has it.
#[must_use]
pub fn tsv(document: &Document) -> String {
    COLUMNS.join("\t") + "\n" + &tsv_rows(document)
}

/// The same without the names of the columns.
#[must_use]
pub fn tsv_rows(document: &Document) -> String {
    let mut out = String::new();
    for row in rows(document).into_iter().map(cells) {
        let cells: Vec<String> = row.iter().map(|cell| tabbed(&in_one_line(cell))).collect();
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

/// A spreadsheet takes a cell that starts with a quotation mark for one in quotation marks, of TSV too, and drops what
/// follows the next one.
fn tabbed(cell: &str) -> String {
    if cell.starts_with('"') {
        quoted(cell)
    } else {
        guarded(cell)
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

fn of_quotation(sheet: &Sheet<'_>, quotation: &Quotation) -> Row {
    let [start, end] = whole(quotation);
    Row {
        mark: "quotation",
        id: quotation.id.clone(),
        kind: quotation.form.name(),
        text: sheet.all_words(&quotation.content),
        cue: quotation.cue.map(|cue| sheet.words(cue)),
        source: (!quotation.source.is_empty()).then(|| sheet.all_words(&quotation.source)),
        quotation: quotation.parent.clone(),
        start,
        end,
        sure: quotation.sure,
        by: quotation.by.name(),
        ..of_speaker(sheet, &quotation.who)
    }
}

fn of_proposal(sheet: &Sheet<'_>, proposal: &Proposal) -> Row {
    let [start, end] = proposal.span;
    let addressee = proposal.addressee.as_ref();
    Row {
        mark: "proposal",
        id: proposal.id.clone(),
        kind: proposal.kind.name(),
        text: sheet.words(proposal.span),
        cue: proposal.trigger.map(|trigger| sheet.words(trigger)),
        addressee: addressee.map(|addressee| sheet.words(addressee.span)),
        items: parts(proposal).iter().map(|part| sheet.words(*part)).collect(),
        stated_count: proposal.stated_count,
        quotation: proposal.quotation.clone(),
        start,
        end,
        sure: proposal.sure,
        by: proposal.by.name(),
        ..of_speaker(sheet, &proposal.who)
    }
}

/// A row in which nothing stands yet but the article and whom the mark is given to.
fn of_speaker(sheet: &Sheet<'_>, who: &Who) -> Row {
    let speaker = who.speaker.as_ref().and_then(|id| sheet.speaker(id));
    let names = sheet.names(who);
    Row {
        article: sheet.document.article.clone(),
        mark: "",
        id: String::new(),
        kind: "",
        speaker: (!names.is_empty()).then_some(names),
        role: speaker.and_then(|speaker| speaker.role.clone()),
        certainty: certainty(who.attribution),
        text: String::new(),
        cue: None,
        source: None,
        addressee: None,
        items: Vec::new(),
        stated_count: None,
        quotation: None,
        start: 0,
        end: 0,
        sure: false,
        by: By::Machine.name(),
    }
}

fn cells(row: Row) -> [String; COLUMNS.len()] {
    [
        row.article,
        row.mark.to_owned(),
        row.id,
        row.kind.to_owned(),
        row.speaker.unwrap_or_default(),
        row.role.unwrap_or_default(),
        row.certainty.to_owned(),
        row.text,
        row.cue.unwrap_or_default(),
        row.source.unwrap_or_default(),
        row.addressee.unwrap_or_default(),
        row.items.join(BETWEEN),
        row.stated_count.map_or(String::new(), |count| count.to_string()),
        row.quotation.unwrap_or_default(),
        row.start.to_string(),
        row.end.to_string(),
        if row.sure { "yes" } else { "no" }.to_owned(),
        row.by.to_owned(),
    ]
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Named => "named",
        Certainty::Resolved => "resolved",
        Certainty::Ambiguous => "ambiguous",
        Certainty::None => "none",
    }
}
