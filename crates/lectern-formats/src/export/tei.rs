//! TEI P5: `said` for what is said, `seg` for what is wanted; speakers in the header. Where marks cross, or run over the
//! edge of a block, they stand apart and point at anchors, since XML can't cross.

use super::sheet::{Sheet, escaped, parts};
use crate::json::{Block, BlockName, Document, Range, Speaker, Who};
use lectern_core::article::SpeakerKind;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The document as TEI.
#[must_use]
pub fn write(document: &Document) -> String {
    let sheet = Sheet::new(document);
    let blocks: Vec<&Block> = sheet.blocks().collect();
    let (inline, apart) = parted(elements(document), &blocks);
    let mut anchors: BTreeSet<u32> = apart.iter().flat_map(|element| element.range).collect();
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n",
    );
    out += &header(&sheet);
    out += "<text>\n<body>\n";
    for block in &blocks {
        let inner = content(&sheet, block.content, &inline, &mut anchors);
        let _ = match block.kind {
            BlockName::Title | BlockName::Heading => {
                writeln!(out, "<ab type=\"{}\">{inner}</ab>", block.kind.name())
            }
            BlockName::Paragraph => writeln!(out, "<p>{inner}</p>"),
            _ => writeln!(out, "<p rend=\"{}\">{inner}</p>", block.kind.name()),
        };
    }
    if blocks.is_empty() {
        out += "<p/>\n";
    }
    out += "</body>\n</text>\n";
    if !apart.is_empty() {
        out += "<standOff>\n<spanGrp type=\"lectern\">\n";
        for element in &apart {
            let at = |attribute: &str, place: u32| {
                // an end in site text, which is not written, has no anchor
                let is_written = !anchors.contains(&place);
                let pointer = is_written.then(|| format!(" {attribute}=\"#a{place}\""));
                pointer.unwrap_or_default()
            };
            let [start, end] = element.range;
            let words = escaped(&sheet.words(element.range));
            let _ = writeln!(
                out,
                "<span xml:id=\"{}\" type=\"{}\"{}{}{}>{words}</span>",
                element.id,
                element.apart,
                element.whose,
                at("from", start),
                at("to", end)
            );
        }
        out += "</spanGrp>\n</standOff>\n";
    }
    out += "</TEI>\n";
    out
}

/// An element around a stretch.
struct Element {
    range: Range,
    name: &'static str,
    id: String,
    /// Each with a space before it.
    attributes: String,
    /// What it is called where it stands apart, and whose it is there.
    apart: String,
    whose: String,
}

fn elements(document: &Document) -> Vec<Element> {
    let mut elements = Vec::new();
    let mut add = |name, id: &str, ranges: &[Range], attributes: &str, apart: &str, whose: &str| {
        for (number, range) in ranges.iter().enumerate() {
            let own = |number: usize| match ranges.len() {
                1 => id.to_owned(),
                _ => format!("{id}.{}", number + 1),
            };
            let mut attributes = attributes.to_owned();
            if number > 0 {
                let _ = write!(attributes, " prev=\"#{}\"", own(number - 1));
            }
            if number + 1 < ranges.len() {
                let _ = write!(attributes, " next=\"#{}\"", own(number + 1));
            }
            elements.push(Element {
                range: *range,
                name,
                id: own(number),
                attributes,
                apart: apart.to_owned(),
                whose: whose.replace(" who=", " corresp="),
            });
        }
    };
    for quotation in &document.quotations {
        let direct = match quotation.form.name() {
            "direct" => "true",
            "indirect" => "false",
            _ => "unknown",
        };
        let whose = who(&quotation.who);
        let attributes = format!("{whose} direct=\"{direct}\" aloud=\"unknown\"");
        let apart = format!("said {}", quotation.form.name());
        add(
            "said",
            &quotation.id,
            &quotation.content,
            &attributes,
            &apart,
            &whose,
        );
    }
    for proposal in &document.proposals {
        let kind = proposal.kind.name();
        let whose = who(&proposal.who).replace(" who=", " corresp=");
        let attributes = format!(" type=\"proposal\" subtype=\"{kind}\"{whose}");
        let apart = format!("proposal {kind}");
        add("seg", &proposal.id, &parts(proposal), &attributes, &apart, &whose);
    }
    elements
}

fn who(who: &Who) -> String {
    let ids = who.speaker.iter().chain(&who.candidates);
    let ids: Vec<String> = ids.map(|id| format!("#{id}")).collect();
    if ids.is_empty() {
        return String::new();
    }
    format!(" who=\"{}\"", ids.join(" "))
}

/// Those that nest in each other within a block, in order of their beginning and outer ones first; and the others.
fn parted(mut elements: Vec<Element>, blocks: &[&Block]) -> (Vec<Element>, Vec<Element>) {
    elements.sort_by_key(|element| (element.range[0], std::cmp::Reverse(element.range[1])));
    let (mut inline, mut apart): (Vec<Element>, Vec<Element>) = (Vec::new(), Vec::new());
    let mut open: Vec<u32> = Vec::new();
    for element in elements {
        let [start, end] = element.range;
        open.retain(|open_end| *open_end > start);
        let block = blocks.partition_point(|block| block.content[1] <= start);
        let is_inside = blocks
            .get(block)
            .is_some_and(|block| block.content[0] <= start && end <= block.content[1]);
        if is_inside && start < end && open.iter().all(|open_end| end <= *open_end) {
            open.push(end);
            inline.push(element);
        } else {
            apart.push(element);
        }
    }
    (inline, apart)
}

/// A block's text with the elements in it; anchors that are written are taken from `anchors`.
fn content(
    sheet: &Sheet<'_>,
    [start, end]: Range,
    inline: &[Element],
    anchors: &mut BTreeSet<u32>,
) -> String {
    let first = inline.partition_point(|element| element.range[0] < start);
    let here = &inline[first..];
    let here = &here[..here.partition_point(|element| element.range[0] < end)];
    let mut places: BTreeSet<u32> = here.iter().flat_map(|element| element.range).collect();
    places.extend(anchors.range(start..=end));
    let mut out = String::new();
    let mut open: Vec<&Element> = Vec::new();
    let mut next = here.iter().peekable();
    let mut at = start;
    for place in places {
        out += &text(sheet, [at, place]);
        at = place;
        while let Some(element) = open.pop_if(|element| element.range[1] == place) {
            let _ = write!(out, "</{}>", element.name);
        }
        if anchors.remove(&place) {
            out += &anchor_at(place);
        }
        while let Some(element) = next.next_if(|element| element.range[0] == place) {
            open_element(&mut out, element);
            open.push(element);
        }
    }
    out + &text(sheet, [at, end])
}

fn anchor_at(at: u32) -> String {
    format!("<anchor xml:id=\"a{at}\"/>")
}

fn open_element(out: &mut String, element: &Element) {
    let Element {
        name, id, attributes, ..
    } = element;
    let _ = write!(out, "<{name} xml:id=\"{id}\"{attributes}>");
}

fn text(sheet: &Sheet<'_>, range: Range) -> String {
    escaped(sheet.text(range)).replace('\n', "<lb/>")
}

fn header(sheet: &Sheet<'_>) -> String {
    let document = sheet.document;
    let details = &document.details;
    let mut out = format!(
        "<teiHeader>\n<fileDesc>\n<titleStmt><title>{}</title>",
        escaped(&sheet.title())
    );
    for author in &details.authors {
        let _ = write!(out, "<author>{}</author>", escaped(&author.value));
    }
    let _ = write!(
        out,
        "</titleStmt>\n<publicationStmt><p>{}</p></publicationStmt>\n<sourceDesc><bibl><title>{}</title>",
        escaped(&document.made.by),
        escaped(&sheet.title())
    );
    if let Some(outlet) = &details.outlet {
        let _ = write!(out, "<publisher>{}</publisher>", escaped(&outlet.value));
    }
    if let Some(published) = &details.published {
        let _ = write!(out, "<date>{}</date>", escaped(&published.value));
    }
    if let Some(url) = &details.url {
        let _ = write!(
            out,
            "<ptr target=\"{}\"/>",
            escaped(&url.value.replace(char::is_whitespace, "%20"))
        );
    }
    out += "</bibl></sourceDesc>\n</fileDesc>\n";
    if !document.speakers.is_empty() {
        out += "<profileDesc>\n<particDesc>\n";
        let is_body = |speaker: &&Speaker| speaker.kind == SpeakerKind::Organization;
        let (bodies, people): (Vec<&Speaker>, Vec<&Speaker>) = document.speakers.iter().partition(is_body);
        out += &list("listPerson", "person", "persName", &people);
        out += &list("listOrg", "org", "orgName", &bodies);
        out += "</particDesc>\n</profileDesc>\n";
    }
    out + "</teiHeader>\n"
}

fn list(list: &str, element: &str, name: &str, speakers: &[&Speaker]) -> String {
    if speakers.is_empty() {
        return String::new();
    }
    let mut out = format!("<{list}>\n");
    for speaker in speakers {
        let (id, kind) = (&speaker.id, speaker.kind.name());
        let called = escaped(&speaker.name);
        let _ = write!(
            out,
            "<{element} xml:id=\"{id}\" role=\"{kind}\"><{name}>{called}</{name}>"
        );
        if let Some(role) = &speaker.role {
            let _ = write!(out, "<note type=\"role\">{}</note>", escaped(role));
        }
        let _ = writeln!(out, "</{element}>");
    }
    let _ = writeln!(out, "</{list}>");
    out
}
