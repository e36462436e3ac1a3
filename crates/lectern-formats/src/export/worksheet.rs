//! A worksheet for learners: the article with blanks to fill in, what belongs there as a list in another order, and the
//! key on a page of its own. A page of html that needs nothing else, made to be printed.

use super::sheet::{Sheet, escaped};
use crate::json::{Block, BlockName, Document, Range};
use std::fmt::Write;

/// What is left out of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blanks {
    /// Who speaks.
    Speakers,
    /// The words that tell that somebody speaks.
    Cues,
    /// What somebody wants done.
    Proposals,
}

const STYLE: &str = include_str!("worksheet.css");

/// A gap in the text and what belongs there.
struct Blank {
    range: Range,
    answer: String,
}

/// The worksheet of a document.
#[must_use]
pub fn write(document: &Document, blanks: Blanks) -> String {
    let sheet = Sheet::new(document);
    let title = escaped(&sheet.title());
    let gaps = gaps(&sheet, blanks);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<header>\n<p class=\"name\">Name</p>\n<p>{}</p>\n</header>\n<article>\n",
        task(blanks)
    );
    if !sheet.blocks().any(|block| block.kind == BlockName::Title) {
        let _ = writeln!(out, "<h1>{title}</h1>");
    }
    for block in sheet.blocks() {
        out += &element(&sheet, block, &gaps);
    }
    out += "</article>\n";
    if blanks != Blanks::Proposals {
        let mut words: Vec<&str> = gaps.iter().map(|gap| gap.answer.as_str()).collect();
        words.sort_unstable();
        words.dedup();
        let words: Vec<String> = words.into_iter().map(escaped).collect();
        let _ = writeln!(out, "<p class=\"bank\">{}</p>", words.join(" · "));
    }
    let _ = writeln!(out, "<section class=\"key\">\n<h2>Key: {title}</h2>\n<ol>");
    for gap in &gaps {
        let _ = writeln!(out, "<li>{}</li>", escaped(&gap.answer));
    }
    out += "</ol>\n</section>\n</body>\n</html>\n";
    out
}

fn task(blanks: Blanks) -> &'static str {
    match blanks {
        Blanks::Speakers => "Who says it? Fill in the speakers. Their names stand below the text.",
        Blanks::Cues => "How do they say it? Fill in the words. They stand below the text.",
        Blanks::Proposals => "What do they want done? Write it in your own words.",
    }
}

/// The gaps in text order, none over another.
fn gaps(sheet: &Sheet<'_>, blanks: Blanks) -> Vec<Blank> {
    let document = sheet.document;
    let in_words = |range: Range| Blank {
        range,
        answer: sheet.words(range),
    };
    let mut gaps: Vec<Blank> = match blanks {
        Blanks::Speakers => {
            let told = document.quotations.iter().filter_map(|quotation| {
                let speaker = sheet.speaker(quotation.who.speaker.as_ref()?)?;
                Some((quotation, speaker))
            });
            told.flat_map(|(quotation, speaker)| {
                quotation.source.iter().map(|range| Blank {
                    range: *range,
                    answer: speaker.name.clone(),
                })
            })
            .collect()
        }
        Blanks::Cues => {
            let cues = document.quotations.iter().filter_map(|quotation| quotation.cue);
            cues.map(in_words).collect()
        }
        Blanks::Proposals => {
            let spans = document.proposals.iter().flat_map(super::sheet::parts);
            spans.map(in_words).collect()
        }
    };
    let read: Vec<Range> = sheet.blocks().map(|block| block.content).collect();
    let is_read = |range: Range| {
        read.iter()
            .any(|block| block[0] <= range[0] && range[1] <= block[1])
    };
    gaps.retain(|gap| gap.range[0] < gap.range[1] && is_read(gap.range));
    gaps.sort_by_key(|gap| gap.range);
    let mut end = 0;
    gaps.retain(|gap| {
        let is_apart = end <= gap.range[0];
        if is_apart {
            end = gap.range[1];
        }
        is_apart
    });
    gaps
}

fn element(sheet: &Sheet<'_>, block: &Block, gaps: &[Blank]) -> String {
    let inner = with_gaps(sheet, block.content, gaps);
    match block.kind {
        BlockName::Title => format!("<h1>{inner}</h1>\n"),
        BlockName::Heading => format!("<h2>{inner}</h2>\n"),
        BlockName::Quote | BlockName::PullQuote => format!("<blockquote><p>{inner}</p></blockquote>\n"),
        BlockName::Byline | BlockName::Details | BlockName::Caption => {
            format!("<p class=\"small\">{inner}</p>\n")
        }
        BlockName::ListItem => format!("<p class=\"item\">• {inner}</p>\n"),
        BlockName::Paragraph | BlockName::Clutter => format!("<p>{inner}</p>\n"),
    }
}

fn with_gaps(sheet: &Sheet<'_>, [start, end]: Range, gaps: &[Blank]) -> String {
    let text = |range: Range| escaped(sheet.text(range)).replace('\n', "<br>\n");
    let first = gaps.partition_point(|gap| gap.range[0] < start);
    let mut out = String::new();
    let mut from = start;
    for (gap, number) in gaps
        .iter()
        .zip(1..)
        .skip(first)
        .take_while(|(gap, _)| gap.range[1] <= end)
    {
        let wide = if gap.range[1] - gap.range[0] > LONG {
            " long"
        } else {
            ""
        };
        let _ = write!(
            out,
            "{}<span class=\"blank{wide}\">{number}</span>",
            text([from, gap.range[0]])
        );
        from = gap.range[1];
    }
    out + &text([from, end])
}

/// A gap of more code points gets room for a sentence.
const LONG: u32 = 30;
