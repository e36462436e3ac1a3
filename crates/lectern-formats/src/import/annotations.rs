//! Web Annotation comes back: the article as it stands under `lectern`, the marks as the annotations have them, so that
//! what another program added, moved, tagged or dropped is seen.

use super::ImportError;
use crate::json::{By, Document, Proposal, Quotation, Range, Speaker, Who};
use lectern_core::article::{Form, ProposalKind, SpeakerKind};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Page {
    items: Vec<Value>,
    lectern: Value,
}

/// Reads a page of annotations.
///
/// # Errors
/// When it is not such a page, or has no article in it.
pub fn read(text: &str) -> Result<Document, ImportError> {
    let page: Page = serde_json::from_str(text)?;
    let mut document = super::json(&page.lectern.to_string())?;
    let length = document.text.chars().count() as u32;
    let marks: BTreeMap<String, Mark> = page.items.iter().filter_map(|item| mark(item, length)).collect();
    let links: BTreeMap<String, Link> = page.items.iter().filter_map(link).collect();
    document.quotations.retain(|it| marks.contains_key(&it.id));
    document.proposals.retain(|it| marks.contains_key(&it.id));
    let known = document.quotations.len() + document.proposals.len();
    for (id, mark) in marks {
        let who = links.get(&id).map(|link| link.speaker(&mut document));
        match mark.what {
            What::Quotation(form) => set_quotation(&mut document, id, form, mark.ranges, who),
            What::Proposal(kind) => set_proposal(&mut document, id, kind, &mark.ranges, who),
        }
    }
    document.forget_dropped();
    if document.quotations.len() + document.proposals.len() > known {
        document.quotations.sort_by_key(|it| it.content.first().copied());
        document.proposals.sort_by_key(|it| it.span);
    }
    Ok(document)
}

struct Mark {
    what: What,
    ranges: Vec<Range>,
}

enum What {
    Quotation(Form),
    Proposal(ProposalKind),
}

fn local(id: &str) -> &str {
    id.rsplit('#').next().unwrap_or(id)
}

/// A value that may be one or a list of them.
fn several(value: &Value) -> &[Value] {
    value
        .as_array()
        .map_or(std::slice::from_ref(value), Vec::as_slice)
}

fn mark(item: &Value, length: u32) -> Option<(String, Mark)> {
    let id = local(item["id"].as_str()?).to_owned();
    let tags = several(&item["body"])
        .iter()
        .filter(|body| body["purpose"] == "tagging");
    let tags: Vec<&str> = tags.filter_map(|body| body["value"].as_str()).collect();
    let what = if tags.contains(&"quotation") {
        What::Quotation(tags.iter().find_map(|tag| Form::named(tag))?)
    } else if tags.contains(&"proposal") {
        What::Proposal(tags.iter().find_map(|tag| ProposalKind::named(tag))?)
    } else {
        return None;
    };
    let targets = several(&item["target"]);
    let ranges: Vec<Range> = targets
        .iter()
        .filter_map(|target| range(target, length))
        .collect();
    (!ranges.is_empty()).then_some((id, Mark { what, ranges }))
}

fn range(target: &Value, length: u32) -> Option<Range> {
    let selectors = several(&target["selector"]);
    let position = selectors
        .iter()
        .find(|one| one["type"] == "TextPositionSelector")?;
    let at = |name: &str| u32::try_from(position[name].as_u64()?).ok();
    let (start, end) = (at("start")?, at("end")?);
    (start < end && end <= length).then_some([start, end])
}

/// The speaker of a mark: an id that may be of this document, and a name.
struct Link {
    id: String,
    name: String,
}

fn link(item: &Value) -> Option<(String, Link)> {
    if item["motivation"] != "linking" {
        return None;
    }
    let link = Link {
        id: local(item["body"]["id"].as_str().unwrap_or("")).to_owned(),
        name: item["body"]["name"].as_str()?.to_owned(),
    };
    Some((local(item["target"].as_str()?).to_owned(), link))
}

impl Link {
    /// The id of the speaker: of this id and name, else of this name, else a new one.
    fn speaker(&self, document: &mut Document) -> String {
        let mut speakers = document
            .speakers
            .iter()
            .filter(|speaker| speaker.name == self.name);
        let first = speakers.clone().next();
        if let Some(speaker) = speakers.find(|speaker| speaker.id == self.id).or(first) {
            return speaker.id.clone();
        }
        let id = format!("S{}", document.speakers.len() + 1);
        document.speakers.push(Speaker {
            id: id.clone(),
            name: self.name.clone(),
            role: None,
            kind: SpeakerKind::Person,
            by: By::Person,
            was: None,
        });
        id
    }
}

/// Whether two are given to the same one; a doubt that has no link stays a doubt.
fn is_same(who: &Who, link: Option<&String>) -> bool {
    who.speaker.as_ref() == link
}

fn set_quotation(document: &mut Document, id: String, form: Form, content: Vec<Range>, link: Option<String>) {
    let Some(quotation) = document.quotations.iter_mut().find(|it| it.id == id) else {
        document.quotations.push(Quotation {
            id,
            form,
            content,
            cue: None,
            source: Vec::new(),
            mention: None,
            who: Who::named(link),
            parent: None,
            verb_class: None,
            sure: true,
            check: None,
            by: By::Person,
            was: None,
        });
        return;
    };
    let is_same_speaker = is_same(&quotation.who, link.as_ref());
    if quotation.form != form || quotation.content != content || !is_same_speaker {
        quotation.by = By::Person;
    }
    quotation.form = form;
    quotation.content = content;
    if !is_same_speaker {
        quotation.who = Who::named(link);
        quotation.mention = None;
    }
}

fn set_proposal(
    document: &mut Document,
    id: String,
    kind: ProposalKind,
    ranges: &[Range],
    link: Option<String>,
) {
    let start = ranges.iter().map(|range| range[0]).min().unwrap_or(0);
    let end = ranges.iter().map(|range| range[1]).max().unwrap_or(0);
    let span = [start, end];
    let Some(proposal) = document.proposals.iter_mut().find(|it| it.id == id) else {
        document.proposals.push(Proposal {
            id,
            kind,
            span,
            items: Vec::new(),
            stated_count: None,
            who: Who::named(link),
            addressee: None,
            trigger: None,
            quotation: None,
            same_as: None,
            sure: true,
            check: None,
            by: By::Person,
            was: None,
        });
        return;
    };
    let is_same_speaker = is_same(&proposal.who, link.as_ref());
    if proposal.kind != kind || proposal.span != span || !is_same_speaker {
        proposal.by = By::Person;
    }
    proposal.kind = kind;
    proposal.span = span;
    proposal
        .items
        .retain(|item| span[0] <= item[0] && item[1] <= span[1]);
    if !is_same_speaker {
        proposal.who = Who::named(link);
    }
}
