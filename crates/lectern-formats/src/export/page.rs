//! A page of html that needs nothing else: no script, no font, no request. It opens from disk, prints and can be mailed,
//! and it holds the document itself, so that it can be read back.

use super::sheet::{Sheet, escaped, parts, whole};
use crate::json::{Block, BlockName, Document, Proposal, Quotation, Range};
use std::fmt::Write;

/// What opens the element that holds the document. A template is never shown and runs nothing.
pub(crate) const OPEN: &str = "<template id=\"lectern-1\">";
/// What closes it.
pub(crate) const CLOSE: &str = "</template>";

const STYLE: &str = include_str!("page.css");

/// The document as a page.
#[must_use]
pub fn write(document: &Document) -> String {
    let sheet = Sheet::new(document);
    let title = escaped(&sheet.title());
    let language = document.details.language.as_ref();
    let language = language.map_or("en", |language| language.value.as_str());
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<main>\n<article>\n",
        escaped(language)
    );
    if !sheet.blocks().any(|block| block.kind == BlockName::Title) {
        let _ = writeln!(out, "<h1>{title}</h1>");
    }
    let cuts = Cuts::of(document);
    for block in sheet.blocks() {
        out += &element(&sheet, block, &cuts);
    }
    out += "</article>\n<section class=\"cards\" aria-label=\"Who says and wants what\">\n";
    out += &cards(&sheet);
    out += "</section>\n</main>\n";
    out += LEGEND;
    let _ = writeln!(out, "{OPEN}{}{CLOSE}", harmless(&document.to_json()));
    out += "</body>\n</html>\n";
    out
}

const LEGEND: &str = "<footer>\n<p><mark class=\"direct\">in their words</mark> <mark class=\"mixed\">partly in their \
                      words</mark> <mark class=\"indirect\">told by the article</mark> <mark class=\"proposal\">what \
                      somebody wants done</mark></p>\n</footer>\n";

/// JSON in which nothing can end the element around it: only strings hold these signs.
fn harmless(json: &str) -> String {
    json.replace('&', "\\u0026")
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
}

/// A stretch of a mark.
struct Stretch<'a> {
    range: Range,
    id: &'a str,
    class: &'static str,
    /// The first stretch of a mark is what links lead to.
    is_first: bool,
}

/// All stretches of all marks in text order.
struct Cuts<'a>(Vec<Stretch<'a>>);

impl<'a> Cuts<'a> {
    fn of(document: &'a Document) -> Self {
        let mut stretches = Vec::new();
        for quotation in &document.quotations {
            for (number, range) in quotation.content.iter().enumerate() {
                stretches.push(Stretch {
                    range: *range,
                    id: &quotation.id,
                    class: quotation.form.name(),
                    is_first: number == 0,
                });
            }
        }
        for proposal in &document.proposals {
            for (number, range) in parts(proposal).into_iter().enumerate() {
                stretches.push(Stretch {
                    range,
                    id: &proposal.id,
                    class: "proposal",
                    is_first: number == 0,
                });
            }
        }
        stretches.retain(|stretch| stretch.range[0] < stretch.range[1]);
        stretches.sort_by_key(|stretch| stretch.range);
        Cuts(stretches)
    }

    /// `range` cut wherever a mark begins or ends, each piece with the marks over it. Marks may cross: each piece is
    /// marked for itself.
    fn pieces(&self, [start, end]: Range) -> Vec<(Range, Vec<&Stretch<'a>>)> {
        let here: Vec<&Stretch<'_>> = self
            .0
            .iter()
            .filter(|stretch| stretch.range[0] < end && start < stretch.range[1])
            .collect();
        let edges = here.iter().flat_map(|stretch| stretch.range);
        let mut edges: Vec<u32> = edges
            .chain([start, end])
            .filter(|at| (start..=end).contains(at))
            .collect();
        edges.sort_unstable();
        edges.dedup();
        let over = |piece: Range| {
            let over = here.iter().copied();
            over.filter(|stretch| stretch.range[0] <= piece[0] && piece[1] <= stretch.range[1])
                .collect()
        };
        edges
            .windows(2)
            .map(|pair| [pair[0], pair[1]])
            .map(|piece| (piece, over(piece)))
            .collect()
    }
}

fn element(sheet: &Sheet<'_>, block: &Block, cuts: &Cuts<'_>) -> String {
    let inner = marked(sheet, block.content, cuts);
    match block.kind {
        BlockName::Title => format!("<h1>{inner}</h1>\n"),
        BlockName::Heading => {
            let level = block.level.unwrap_or(2).clamp(2, 6);
            format!("<h{level}>{inner}</h{level}>\n")
        }
        BlockName::Quote | BlockName::PullQuote => format!("<blockquote><p>{inner}</p></blockquote>\n"),
        BlockName::ListItem => {
            let marker = sheet.words([block.span[0], block.content[0]]);
            let marker = if marker.is_empty() {
                "•".to_owned()
            } else {
                marker
            };
            format!("<p class=\"item\">{} {inner}</p>\n", escaped(&marker))
        }
        BlockName::Byline | BlockName::Details | BlockName::Caption => {
            format!("<p class=\"small\">{inner}</p>\n")
        }
        BlockName::Paragraph | BlockName::Clutter => format!("<p>{inner}</p>\n"),
    }
}

fn marked(sheet: &Sheet<'_>, range: Range, cuts: &Cuts<'_>) -> String {
    let mut out = String::new();
    for (piece, over) in cuts.pieces(range) {
        for stretch in &over {
            if stretch.is_first && stretch.range[0] == piece[0] {
                let _ = write!(out, "<a id=\"{}\"></a>", stretch.id.to_lowercase());
            }
        }
        let text = escaped(sheet.text(piece)).replace('\n', "<br>\n");
        if over.is_empty() {
            out += &text;
            continue;
        }
        let mut classes: Vec<&str> = over.iter().map(|stretch| stretch.class).collect();
        classes.sort_unstable();
        classes.dedup();
        let ids: Vec<&str> = over.iter().map(|stretch| stretch.id).collect();
        let (classes, ids) = (classes.join(" "), ids.join(" "));
        let _ = write!(
            out,
            "<mark class=\"{classes}\" data-marks=\"{ids}\">{text}</mark>"
        );
    }
    out
}

/// The marks by whose they are, in the order of the speakers; last those of nobody, and of one of several.
fn cards(sheet: &Sheet<'_>) -> String {
    let document = sheet.document;
    let mut out = String::new();
    let mut group = |heading: &str, role: Option<&str>, is_theirs: &dyn Fn(&crate::json::Who) -> bool| {
        let quotations = document.quotations.iter().filter(|it| is_theirs(&it.who));
        let proposals = document.proposals.iter().filter(|it| is_theirs(&it.who));
        let mut items: Vec<(Range, String)> = quotations.map(|it| of_quotation(sheet, it)).collect();
        items.extend(proposals.map(|it| of_proposal(sheet, it)));
        items.sort();
        if items.is_empty() {
            return;
        }
        let role = role.map_or(String::new(), |role| format!(" <small>{}</small>", escaped(role)));
        let _ = writeln!(out, "<h2>{}{role}</h2>\n<ul>", escaped(heading));
        for (_, item) in items {
            let _ = writeln!(out, "<li>{item}</li>");
        }
        out += "</ul>\n";
    };
    for speaker in &document.speakers {
        group(&speaker.name, speaker.role.as_deref(), &|who| {
            who.speaker.as_ref() == Some(&speaker.id)
        });
    }
    group("One of several", None, &|who| !who.candidates.is_empty());
    group("Not named", None, &|who| {
        who.speaker.is_none() && who.candidates.is_empty()
    });
    out
}

fn of_quotation(sheet: &Sheet<'_>, quotation: &Quotation) -> (Range, String) {
    let cue = quotation.cue.map(|cue| sheet.words(cue));
    let cue = cue.map_or(String::new(), |cue| format!("<i>{}:</i> ", escaped(&cue)));
    let several = sheet.names(&quotation.who);
    let several = if quotation.who.candidates.is_empty() {
        String::new()
    } else {
        format!(" <small>{}</small>", escaped(&several))
    };
    let words = escaped(&sheet.all_words(&quotation.content));
    let id = quotation.id.to_lowercase();
    let link = format!(
        "{cue}<a href=\"#{id}\">{words}</a>{several}{}",
        doubt(quotation.sure)
    );
    (whole(quotation), link)
}

fn of_proposal(sheet: &Sheet<'_>, proposal: &Proposal) -> (Range, String) {
    let to = proposal.addressee.as_ref();
    let to = to.map_or(String::new(), |to| {
        format!(" to {}", escaped(&sheet.words(to.span)))
    });
    let kind = proposal.kind.name();
    let id = proposal.id.to_lowercase();
    let parts: Vec<String> = parts(proposal)
        .iter()
        .map(|part| escaped(&sheet.words(*part)))
        .collect();
    let words = match parts.as_slice() {
        [one] => format!("<a href=\"#{id}\">{one}</a>"),
        several => {
            let items: Vec<String> = several.iter().map(|item| format!("<li>{item}</li>")).collect();
            format!(
                "<a href=\"#{id}\">{} items</a><ol>{}</ol>",
                several.len(),
                items.concat()
            )
        }
    };
    (
        proposal.span,
        format!("<b>{kind}</b>{to}: {words}{}", doubt(proposal.sure)),
    )
}

fn doubt(sure: bool) -> &'static str {
    if sure { "" } else { " <small>(unsure)</small>" }
}
