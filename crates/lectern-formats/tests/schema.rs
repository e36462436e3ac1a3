//! Every output is valid against `docs/lectern-1.schema.json`.
#![allow(clippy::unwrap_used, reason = "a panic is a test's report")]

#[path = "../../lectern-core/tests/soup/mod.rs"]
mod soup;

use lectern_core::{Article, Overrides};
use lectern_formats::json::Document;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let schema = include_str!("../../../docs/lectern-1.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    jsonschema::validator_for(&schema).unwrap()
});

fn faults(document: &Value) -> Vec<String> {
    let told = |error: jsonschema::ValidationError<'_>| format!("{}: {error}", error.instance_path());
    SCHEMA.iter_errors(document).map(told).collect()
}

fn document(article: &Article) -> Value {
    serde_json::to_value(Document::new("a", article)).unwrap()
}

fn read(text: &str) -> Value {
    document(&lectern_core::read(&text.into(), &Overrides::default()))
}

/// A document in which every field holds something.
fn full() -> Value {
    let article: Article = serde_json::from_value(json!({
        "source": {"text": "Trees – Ada", "edits": [{"at": {"start": 5, "end": 6}, "was": "\r\n", "kind": "line-end"}]},
        "blocks": [
            {"kind": "ListItem", "span": {"start": 0, "end": 9}, "content": {"start": 0, "end": 5}, "level": 2,
             "list": {"id": 1, "ordered": true, "depth": 0}, "language": "en"},
            {"kind": {"Clutter": "word-list"}, "span": {"start": 10, "end": 13}, "content": {"start": 10, "end": 13},
             "level": null, "list": null, "language": "zh"}],
        "sentences": [{"start": 0, "end": 5}],
        "details": {
            "title": {"text": "Trees", "value": "Trees", "span": {"start": 0, "end": 5}},
            "authors": [{"text": "Ada", "value": "Ada", "span": {"start": 10, "end": 13}}],
            "outlet": null, "section": [], "published": null, "updated": null, "dateline": null, "url": null,
            "language": {"text": "en", "value": "en", "span": null}},
        "speakers": [{"name": "Ada", "role": "mayor", "kind": "person"}],
        "mentions": [
            {"span": {"start": 10, "end": 13}, "form": "name", "referent": {"Resolved": 0},
             "because": [{"mention": null, "rule": "same-name"}]},
            {"span": {"start": 10, "end": 13}, "form": "pronoun", "referent": {"Ambiguous": [0]}, "because": []}],
        "quotations": [
            {"form": "direct", "content": [{"start": 0, "end": 5}], "cue": {"start": 6, "end": 9},
             "source": [{"start": 10, "end": 13}], "mention": 1, "parent": 0, "verb_class": "neutral", "sure": true}],
        "proposals": [
            {"kind": "call", "span": {"start": 0, "end": 5}, "items": [{"start": 0, "end": 5}], "stated_count": 1,
             "proposer": {"Named": 0}, "addressee": {"span": {"start": 10, "end": 13}, "speaker": 0},
             "trigger": {"start": 6, "end": 9}, "quotation": 0, "same_as": 0, "sure": false}],
        "notes": [{"kind": "count-differs", "span": {"start": 0, "end": 5}}]
    }))
    .unwrap();
    document(&article)
}

#[test]
fn a_full_document_is_valid_and_counts_code_points() {
    let document = full();
    assert_eq!(faults(&document), Vec::<String>::new());
    assert_eq!(document["lectern"], 1);
    assert_eq!(document["article"], "a");
    assert_eq!(document["blocks"][0]["span"], json!([0, 7]));
    assert_eq!(document["blocks"][1]["reason"], "word-list");
    assert_eq!(document["quotations"][0]["source"], json!([[8, 11]]));
    assert_eq!(document["quotations"][0]["candidates"], json!(["S1"]));
    assert_eq!(document["quotations"][0]["speaker"], Value::Null);
    assert_eq!(document["proposals"][0]["speaker"], "S1");
    assert_eq!(document["mentions"][0]["attribution"], "resolved");
}

#[test]
fn a_document_is_read_back_as_it_was() {
    let document = full();
    let back: Document = serde_json::from_value(document.clone()).unwrap();
    assert_eq!(serde_json::to_value(back).unwrap(), document);
}

/// A schema that lets everything through proves nothing: each of these faults has to be found.
#[test]
fn the_schema_finds_faults() {
    let spoil: [(&str, Value); 8] = [
        ("/unit", json!("byte")),
        ("/made/model", json!("abc")),
        ("/details/authors", Value::Null),
        ("/blocks/1/reason", Value::Null),
        ("/blocks/0/span", json!([3])),
        ("/quotations/0/content", json!([])),
        ("/quotations/0/speaker", json!("S1")),
        ("/proposals/0/kind", json!("wish")),
    ];
    for (place, value) in spoil {
        let mut document = full();
        *document.pointer_mut(place).unwrap() = value;
        assert_ne!(faults(&document), Vec::<String>::new(), "{place}");
    }
}

/// Fields that version 1 has gained: older files lack them.
fn is_younger(name: &str) -> bool {
    matches!(name, "by" | "was" | "check")
}

#[test]
fn every_field_is_required() {
    fn without(value: &Value) -> Vec<Value> {
        match value {
            Value::Object(fields) => fields
                .iter()
                .filter(|(name, _)| !is_younger(name))
                .flat_map(|(name, inner)| {
                    let mut missing = fields.clone();
                    missing.remove(name);
                    let inner = without(inner).into_iter().map(|inner| {
                        let mut fields = fields.clone();
                        fields.insert(name.clone(), inner);
                        Value::Object(fields)
                    });
                    std::iter::once(Value::Object(missing))
                        .chain(inner)
                        .collect::<Vec<_>>()
                })
                .collect(),
            Value::Array(items) => items.first().map_or(Vec::new(), |first| {
                without(first).into_iter().map(|item| json!([item])).collect()
            }),
            _ => Vec::new(),
        }
    }
    let spoiled = without(&full());
    assert!(spoiled.len() > 70);
    for document in spoiled {
        assert_ne!(faults(&document), Vec::<String>::new(), "{document}");
    }
}

proptest! {
    #[test]
    fn any_text_gives_a_valid_document(text in soup::text(60)) {
        prop_assert_eq!(faults(&read(&text)), Vec::<String>::new());
    }
}
