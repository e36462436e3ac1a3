//! Measures the speakers stage alone: gold quotations of a brat corpus in, predictions for the scorer out.
//!
//! `cargo run --release -p lectern-core --example speakers_of_gold -- CORPUS > predictions.jsonl`

use lectern_core::article::{Form, Quotation, Referent, SpeakerId};
use lectern_core::text::positions::Positions;
use lectern_core::{Input, Overrides, Span, speakers};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::Write;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let corpus = env::args()
        .nth(1)
        .ok_or_else(|| io::Error::other("give a corpus folder"))?;
    let corpus = Path::new(&corpus);
    let mut texts: Vec<_> = fs::read_dir(corpus.join("text"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    texts.sort();
    let mut annotations: Vec<_> = fs::read_dir(corpus.join("attributions"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    annotations.sort();
    let mut out = io::stdout().lock();
    for path in texts {
        let Some(name) = path.file_stem().and_then(|name| name.to_str()) else {
            continue;
        };
        let start = format!("{name}_");
        let first = annotations.iter().find(|path| {
            path.file_name()
                .and_then(|name| name.to_str())
                .is_some_and(|name| name.starts_with(&start))
        });
        if let Some(first) = first {
            let text = fs::read_to_string(&path)?;
            let line = predict(name, text, &fs::read_to_string(first)?);
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

fn predict(name: &str, text: String, annotation: &str) -> Value {
    let overrides = Overrides {
        as_is: true,
        ..Overrides::default()
    };
    let prepared = lectern_core::prepare(&Input::from(text), &overrides);
    let positions = Positions::new(&prepared.source.text);
    let cast = speakers::identify(&prepared, gold(annotation, &positions));
    let id = |speaker: SpeakerId| format!("s{}", speaker.0);
    let pairs = |spans: &[Span]| -> Vec<[u32; 2]> {
        spans
            .iter()
            .map(|span| {
                [
                    positions.code_point(span.start()),
                    positions.code_point(span.end()),
                ]
            })
            .collect()
    };
    let speakers: Vec<Value> = cast
        .speakers
        .iter()
        .enumerate()
        .map(|(at, speaker)| {
            json!({"id": id(SpeakerId(at as u32)), "name": speaker.name, "role": speaker.role,
                "kind": format!("{:?}", speaker.kind).to_lowercase()})
        })
        .collect();
    let quotations: Vec<Value> = cast
        .quotations
        .iter()
        .map(|quotation| {
            let mention = quotation
                .mention
                .map(|mention| &cast.mentions[mention.0 as usize]);
            let referent = mention.map_or(&Referent::None, |mention| &mention.referent);
            json!({"content": pairs(&quotation.content), "cue": pairs(quotation.cue.as_slice()),
                "source": pairs(&quotation.source), "speaker": referent.speaker().map(id),
                "because": mention.map(|mention| format!("{:?}", mention.because)),
                "attribution": format!("{referent:?}"),
                "candidates": referent.candidates().iter().map(|&speaker| id(speaker)).collect::<Vec<_>>(),
                "parent": null})
        })
        .collect();
    json!({"article": name, "text": prepared.source.text, "blocks": [], "speakers": speakers,
        "quotations": quotations, "proposals": []})
}

/// The attributions of a brat file in order of their cues.
fn gold(annotation: &str, positions: &Positions) -> Vec<Quotation> {
    let mut spans: HashMap<&str, Vec<Span>> = HashMap::new();
    let mut events = Vec::new();
    for line in annotation.lines() {
        let mut fields = line.split('\t');
        let (Some(id), Some(body)) = (fields.next(), fields.next()) else {
            continue;
        };
        if id.starts_with('T') && fields.next().is_some() {
            let Some((_, ranges)) = body.split_once(' ') else {
                continue;
            };
            let ranges = ranges.split(';').filter_map(|range| {
                let (start, end) = range.split_once(' ')?;
                Some(Span::new(
                    positions.byte_of_code_point(start.parse().ok()?),
                    positions.byte_of_code_point(end.parse().ok()?),
                ))
            });
            spans.insert(id, ranges.collect());
        } else if id.starts_with('E') {
            events.push(body);
        }
    }
    let mut quotations: Vec<Quotation> = events
        .into_iter()
        .map(|event| {
            let of = |role: &str| {
                let mut found: Vec<Span> = event
                    .split_whitespace()
                    .filter_map(|part| part.split_once(':'))
                    .filter(|(name, _)| {
                        name.trim_end_matches(|c: char| c.is_ascii_digit())
                            .eq_ignore_ascii_case(role)
                    })
                    .filter_map(|(_, id)| spans.get(id))
                    .flatten()
                    .copied()
                    .collect();
                found.sort();
                found
            };
            let cue = of("cue");
            Quotation {
                form: Form::Indirect,
                content: of("content"),
                cue: cue
                    .first()
                    .map(|first| cue.iter().fold(*first, |all, span| all.cover(*span))),
                source: of("source"),
                mention: None,
                parent: None,
                verb_class: None,
                sure: true,
            }
        })
        .collect();
    quotations.sort_by_key(|quotation| {
        let first = quotation.cue.or(quotation.content.first().copied());
        first.map_or(0, Span::start)
    });
    quotations
}
