//! The voice map as a picture: a row for each speaker, the article from left to right.

use super::sheet::{Sheet, escaped, parts};
use crate::json::{Document, Range};
use std::fmt::Write;

const WIDTH: u32 = 960;
/// Left of the rows, for names.
const NAMES: u32 = 240;
const ROW: u32 = 28;
const TOP: u32 = 56;
/// A name of more characters than this is cut.
const LONGEST_NAME: usize = 30;
/// No stretch is narrower, in pixels: it could not be seen.
const NARROWEST: f64 = 2.0;

const STYLE: &str = "text{font:14px Georgia,serif;fill:#111}.title{font-weight:bold;font-size:17px}\
                     .row{stroke:#bbb}.direct{fill:#1f5fa8}.mixed{fill:#6f9fd0}.indirect{fill:#c3d7ec;stroke:#1f5fa8}\
                     .proposal{fill:#c97a00}";

/// The document as a picture.
#[must_use]
pub fn write(document: &Document) -> String {
    let sheet = Sheet::new(document);
    let rows = rows(document);
    let height = TOP + ROW * (rows.len() as u32 + 2);
    let title = escaped(&sheet.title());
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         aria-labelledby=\"title\">\n<title id=\"title\">{title}</title>\n<style>{STYLE}</style>\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>\n<text class=\"title\" x=\"8\" y=\"28\">{}</text>\n",
        escaped(&cut(&sheet.title(), 90))
    );
    for (number, row) in rows.iter().enumerate() {
        let y = TOP + ROW * number as u32;
        let middle = y + ROW / 2;
        let _ = writeln!(
            out,
            "<text x=\"8\" y=\"{}\">{}</text>\n<line class=\"row\" x1=\"{NAMES}\" x2=\"{}\" y1=\"{middle}\" y2=\"{middle}\"/>",
            middle + 5,
            escaped(&cut(&row.name, LONGEST_NAME)),
            WIDTH - 8
        );
        for (range, class) in &row.marks {
            out += &mark(&sheet, *range, class, y);
        }
    }
    out += &legend(TOP + ROW * rows.len() as u32);
    out += "</svg>\n";
    out
}

struct Row {
    name: String,
    marks: Vec<(Range, &'static str)>,
}

fn rows(document: &Document) -> Vec<Row> {
    let of = |name: &str, id: Option<&str>| {
        let quotations = document
            .quotations
            .iter()
            .filter(|it| it.who.speaker.as_deref() == id);
        let proposals = document
            .proposals
            .iter()
            .filter(|it| it.who.speaker.as_deref() == id);
        let mut marks: Vec<(Range, &'static str)> = Vec::new();
        for quotation in quotations {
            marks.extend(
                quotation
                    .content
                    .iter()
                    .map(|range| (*range, quotation.form.name())),
            );
        }
        for proposal in proposals {
            marks.extend(parts(proposal).into_iter().map(|range| (range, "proposal")));
        }
        Row {
            name: name.to_owned(),
            marks,
        }
    };
    let speakers = document.speakers.iter();
    let mut rows: Vec<Row> = speakers
        .map(|speaker| of(&speaker.name, Some(&speaker.id)))
        .collect();
    rows.push(of("Not named, or one of several", None));
    rows.retain(|row| !row.marks.is_empty());
    rows
}

fn mark(sheet: &Sheet<'_>, [start, end]: Range, class: &str, y: u32) -> String {
    let wide = f64::from(WIDTH - NAMES - 8);
    let scale = wide / f64::from(sheet.len().max(1));
    let x = f64::from(NAMES) + f64::from(start) * scale;
    let width = (f64::from(end.saturating_sub(start)) * scale).max(NARROWEST);
    let (top, height) = if class == "proposal" {
        (y + ROW - 9, 5)
    } else {
        (y + 5, ROW - 15)
    };
    let words = escaped(&cut(&sheet.words([start, end]), 200));
    format!(
        "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{top}\" width=\"{width:.1}\" height=\"{height}\"><title>{words}</title></rect>\n"
    )
}

fn legend(y: u32) -> String {
    let mut out = String::new();
    let kinds = ["direct", "mixed", "indirect", "proposal"];
    for (kind, number) in kinds.into_iter().zip(0..) {
        let x = NAMES + 160 * number;
        let _ = writeln!(
            out,
            "<rect class=\"{kind}\" x=\"{x}\" y=\"{}\" width=\"14\" height=\"12\"/><text x=\"{}\" y=\"{}\">{kind}</text>",
            y + 16,
            x + 20,
            y + 27
        );
    }
    out
}

fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}
