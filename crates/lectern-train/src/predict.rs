//! Writes what the parser finds, in the shape that scorers read.

use lectern_core::attribution::training::file::Model;
use lectern_core::attribution::{self, training::tagger};
use lectern_core::text::positions::Positions;
use lectern_core::{Prepared, Span};
use serde_json::{Value, json};

/// One line of predictions for an article: its quotations, offsets in code points.
pub fn line(name: &str, prepared: &Prepared, model: &Model) -> Value {
    let tags = tagger::tag(model, prepared);
    let quotations = attribution::link(prepared, &tags, &model.linker);
    let positions = Positions::new(&prepared.source.text);
    let pair = |span: &Span| {
        json!([
            positions.code_point(span.start()),
            positions.code_point(span.end())
        ])
    };
    let pairs = |spans: &[Span]| spans.iter().map(pair).collect::<Vec<_>>();
    let quotations: Vec<Value> = quotations
        .iter()
        .map(|quotation| {
            json!({
                "content": pairs(&quotation.content),
                "cue": quotation.cue.as_ref().map(pair),
                "source": pairs(&quotation.source),
                "parent": quotation.parent.map(|parent| parent.0.to_string()),
                "sure": quotation.sure,
            })
        })
        .collect();
    json!({"article": name, "text": prepared.source.text, "quotations": quotations})
}
