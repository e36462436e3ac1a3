//! Short texts in shapes that people complain about (labels, posts, transcripts, lines of PDF text, offices around names),
//! read from paste to speaker; the format is told in `shapes.txt`.

use lectern_core::article::{Article, Quotation};
use lectern_core::{Overrides, read};
use lectern_testkit::known::Known;
use std::path::Path;

/// A text and what is found in it.
#[derive(Default)]
struct Shape {
    line: usize,
    text: String,
    expected: Vec<String>,
}

fn shapes(known: &Known) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = Vec::new();
    for (at, line) in known.lines() {
        if line.starts_with("=== ") {
            shapes.push(Shape {
                line: at,
                ..Shape::default()
            });
        } else if let Some(shape) = shapes.last_mut() {
            if let Some(quotation) = line.strip_prefix("> ") {
                shape.expected.push(quotation.to_owned());
            } else {
                shape.text += &line;
                shape.text.push('\n');
            }
        }
    }
    shapes
}

/// `Ada Lund, the mayor | direct | "We sail."`
fn told(article: &Article, quotation: &Quotation) -> String {
    let speaker = article
        .referent(quotation)
        .speaker()
        .and_then(|speaker| article.speaker(speaker));
    let mut told = speaker.map_or("nobody", |speaker| &speaker.name).to_owned();
    if let Some(role) = speaker.and_then(|speaker| speaker.role.as_ref()) {
        told += ", ";
        told += role;
    }
    let parts: Vec<String> = quotation
        .content
        .iter()
        .map(|part| part.text(&article.source.text).replace('\n', " "))
        .collect();
    format!("{told} | {} | {}", quotation.form.name(), parts.join(" … "))
}

#[test]
fn every_shape_is_read_as_a_careful_reader_reads_it() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shapes.txt");
    let mut known = Known::open(&file);
    for shape in shapes(&known) {
        let text = shape.text.trim();
        let article = read(&text.into(), &Overrides::default());
        let found: Vec<String> = article
            .quotations
            .iter()
            .filter(|quotation| quotation.parent.is_none())
            .map(|quotation| told(&article, quotation))
            .collect();
        known.judge(shape.line, found == shape.expected, || {
            format!("{text}\nfound:\n{}", found.join("\n"))
        });
    }
    known.close();
}
