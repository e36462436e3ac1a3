//! Markdown: the article as its reader sees it, each mark a footnote.

use super::sheet::{Sheet, in_one_line, parts, whole};
use crate::json::{Block, BlockName, By, Document, Proposal, Quotation};
use std::fmt::Write;

/// The document as Markdown, with the footnotes that most readers of Markdown know.
#[must_use]
pub fn write(document: &Document) -> String {
    let sheet = Sheet::new(document);
    let mut out = String::new();
    if !sheet.blocks().any(|block| block.kind == BlockName::Title) {
        line(&mut out, &format!("# {}", literal(&sheet.title())));
    }
    let notes = notes(document);
    for block in sheet.blocks() {
        line(&mut out, &(before(block) + &with_notes(&sheet, block, &notes)));
    }
    for quotation in &document.quotations {
        line(&mut out, &of_quotation(&sheet, quotation));
    }
    for proposal in &document.proposals {
        line(&mut out, &of_proposal(&sheet, proposal));
    }
    out
}

fn line(out: &mut String, line: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(line);
    out.push('\n');
}

/// Where each footnote goes: behind the mark's last code point. In text order.
fn notes(document: &Document) -> Vec<(u32, String)> {
    let quotations = document
        .quotations
        .iter()
        .map(|quotation| (whole(quotation)[1], label(&quotation.id)));
    let proposals = document
        .proposals
        .iter()
        .map(|proposal| (proposal.span[1], label(&proposal.id)));
    let mut notes: Vec<(u32, String)> = quotations.chain(proposals).collect();
    notes.sort();
    notes
}

fn label(id: &str) -> String {
    format!("[^{}]", id.to_lowercase())
}

fn before(block: &Block) -> String {
    match block.kind {
        BlockName::Title => "# ".to_owned(),
        BlockName::Heading => "#".repeat(usize::from(block.level.unwrap_or(2).clamp(2, 6))) + " ",
        BlockName::Quote | BlockName::PullQuote => "> ".to_owned(),
        BlockName::ListItem => {
            let depth = block.list.map_or(0, |list| usize::from(list.depth));
            let marker = if block.list.is_some_and(|list| list.ordered) {
                "1. "
            } else {
                "- "
            };
            "   ".repeat(depth) + marker
        }
        _ => String::new(),
    }
}

fn with_notes(sheet: &Sheet<'_>, block: &Block, notes: &[(u32, String)]) -> String {
    let [mut from, end] = block.content;
    let first = notes.partition_point(|(at, _)| *at <= from);
    let mut out = String::new();
    for (at, label) in notes[first..].iter().take_while(|(at, _)| *at <= end) {
        out += &literal(sheet.text([from, *at]));
        out += label;
        from = *at;
    }
    out += &literal(sheet.text([from, end]));
    if out.starts_with(|c: char| c.is_ascii_digit()) && block.kind != BlockName::ListItem {
        // a year and a full stop at the start of a paragraph is no list
        if let Some(at) = out.find(['.', ')'])
            && out[..at].bytes().all(|byte| byte.is_ascii_digit())
        {
            out.insert(at, '\\');
        }
    }
    out
}

/// The text with what Markdown would take for its own marked as plain. Lines stay, white space at their ends goes.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut begins = true;
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '|' | '$' | '&' => out.push('\\'),
            '#' | '>' | '+' | '-' | '=' if begins => out.push('\\'),
            '\r' => continue,
            _ => {}
        }
        begins = c == '\n' || begins && c.is_whitespace();
        if begins && c != '\n' && out.ends_with('\n') {
            continue;
        }
        if c == '\n' && out.ends_with('\n') {
            continue;
        }
        out.push(c);
    }
    out
}

fn of_quotation(sheet: &Sheet<'_>, quotation: &Quotation) -> String {
    let mut out = format!("{}: ", label(&quotation.id));
    let name = sheet.names(&quotation.who);
    let name = if name.is_empty() {
        "not named".to_owned()
    } else {
        name
    };
    let cue = quotation.cue.map(|cue| sheet.words(cue));
    let cue = cue.map_or(String::new(), |cue| format!(" {}", literal(&cue)));
    let _ = write!(out, "**{}**{cue} ({})", literal(&name), quotation.form.name());
    out += &marks(quotation.sure, quotation.by);
    out += &format!(": {}", literal(&sheet.all_words(&quotation.content)));
    in_one_line(&out)
}

fn of_proposal(sheet: &Sheet<'_>, proposal: &Proposal) -> String {
    let mut out = format!("{}: **{}**", label(&proposal.id), proposal.kind.name());
    let name = sheet.names(&proposal.who);
    if !name.is_empty() {
        let _ = write!(out, " by **{}**", literal(&name));
    }
    if let Some(addressee) = &proposal.addressee {
        let _ = write!(out, " to {}", literal(&sheet.words(addressee.span)));
    }
    out += &marks(proposal.sure, proposal.by);
    let parts: Vec<String> = parts(proposal)
        .iter()
        .map(|part| literal(&sheet.words(*part)))
        .collect();
    match parts.as_slice() {
        [one] => out += &format!(": {one}"),
        several => {
            let numbered = several
                .iter()
                .zip(1..)
                .map(|(part, number)| format!("({number}) {part}"));
            out += &format!(": {}", numbered.collect::<Vec<_>>().join("; "));
        }
    }
    in_one_line(&out)
}

fn marks(sure: bool, by: By) -> String {
    match (by, sure) {
        (By::Person, _) => ", checked".to_owned(),
        (By::Machine, false) => ", unsure".to_owned(),
        (By::Machine, true) => String::new(),
    }
}
