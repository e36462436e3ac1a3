//! brat's standoff comes back: marks as somebody left them in brat, over blocks and details read anew from the text.

use super::ImportError;
use crate::json::{Addressee, By, Certainty, Document, Mention, Proposal, Quotation, Range, Speaker, Who};
use lectern_core::article::{Form, MentionForm, ProposalKind, SpeakerKind, VerbClass};
use lectern_core::{Article, Input, Overrides};
use std::collections::BTreeMap;

/// Reads the annotations of the text beside them.
///
/// # Errors
/// When a line is not what brat writes. Kinds of annotation that are not known are passed over.
pub fn read(name: &str, text: &str, annotations: &str) -> Result<Document, ImportError> {
    let overrides = Overrides {
        as_is: true,
        ..Overrides::default()
    };
    let prepared = lectern_core::prepare(&Input::from(text), &overrides);
    let article = Article {
        source: prepared.source,
        blocks: prepared.blocks,
        details: prepared.details,
        notes: prepared.notes,
        ..Article::default()
    };
    let mut document = Document::new(name, &article);
    Standoff::read(annotations)?.fill(&mut document);
    Ok(document)
}

#[derive(Default)]
struct Standoff<'a> {
    /// By id: kind and places; in the order of the file.
    marks: Vec<(&'a str, &'a str, Vec<Range>)>,
    /// The place of each in that list.
    places: BTreeMap<&'a str, usize>,
    /// By kind and the first of the two that it ties: the second.
    relations: BTreeMap<(&'a str, &'a str), Vec<&'a str>>,
    /// By kind and mark.
    attributes: BTreeMap<(&'a str, &'a str), &'a str>,
    /// By mark: the notes.
    speakers: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Standoff<'a> {
    fn read(file: &'a str) -> Result<Self, ImportError> {
        let mut standoff = Standoff::default();
        for (line, number) in file.lines().zip(1..) {
            let read = match line.chars().next() {
                Some('T') => standoff.mark(line),
                Some('R') => standoff.relation(line),
                Some('A') => standoff.attribute(line),
                Some('#') => standoff.note(line),
                _ => Some(()),
            };
            read.ok_or(ImportError::Line(number))?;
        }
        Ok(standoff)
    }

    fn mark(&mut self, line: &'a str) -> Option<()> {
        let mut fields = line.split('\t');
        let (id, body) = (fields.next()?, fields.next()?);
        let (kind, places) = body.split_once(' ')?;
        let place = |place: &str| {
            let (start, end) = place.split_once(' ')?;
            Some([start.parse().ok()?, end.parse().ok()?])
        };
        let places = places.split(';').map(place).collect::<Option<Vec<Range>>>()?;
        self.places.insert(id, self.marks.len());
        self.marks.push((id, kind, places));
        Some(())
    }

    fn relation(&mut self, line: &'a str) -> Option<()> {
        let mut words = line.split('\t').nth(1)?.split_whitespace();
        let kind = words.next()?;
        let one = words.next()?.strip_prefix("Arg1:")?;
        let two = words.next()?.strip_prefix("Arg2:")?;
        self.relations.entry((kind, one)).or_default().push(two);
        Some(())
    }

    fn attribute(&mut self, line: &'a str) -> Option<()> {
        let mut words = line.split('\t').nth(1)?.split_whitespace();
        let (kind, of) = (words.next()?, words.next()?);
        self.attributes.insert((kind, of), words.next().unwrap_or("yes"));
        Some(())
    }

    fn note(&mut self, line: &'a str) -> Option<()> {
        let mut fields = line.split('\t');
        let (_, about, note) = (fields.next()?, fields.next()?, fields.next().unwrap_or(""));
        let (kind, of) = about.split_once(' ')?;
        if kind == "Speaker" {
            self.speakers.entry(of).or_default().push(note);
        }
        Some(())
    }

    fn of_kind(&self, kind: &'static str) -> impl Iterator<Item = (&'a str, &[Range])> {
        let marks = self.marks.iter().filter(move |(_, one, _)| *one == kind);
        marks.map(|(id, _, ranges)| (*id, ranges.as_slice()))
    }

    fn places_of(&self, id: &str) -> Option<&[Range]> {
        let (_, _, ranges) = self.marks.get(*self.places.get(id)?)?;
        Some(ranges)
    }

    /// The places of what `relation` ties to the mark `of`.
    fn parts(&self, relation: &'a str, of: &'a str) -> Vec<&[Range]> {
        let tied = self.tied(relation, of);
        tied.filter_map(|part| self.places_of(part)).collect()
    }

    fn tied(&self, relation: &'a str, of: &'a str) -> impl Iterator<Item = &'a str> {
        self.relations.get(&(relation, of)).into_iter().flatten().copied()
    }

    fn value(&self, attribute: &'a str, of: &'a str) -> Option<&'a str> {
        self.attributes.get(&(attribute, of)).copied()
    }

    fn is_sure(&self, of: &'a str) -> bool {
        self.value("Sure", of) != Some("no")
    }

    /// Marks that were made in brat have no such attribute: a person made them.
    fn by(&self, of: &'a str) -> By {
        match self.value("By", of) {
            Some("machine") => By::Machine,
            _ => By::Person,
        }
    }

    fn who(&self, of: &'a str, speakers: &mut Vec<Speaker>) -> Who {
        let notes = self.speakers.get(of).into_iter().flatten();
        let ids: Vec<String> = notes.map(|note| speaker(note, speakers)).collect();
        let first = ids.first().cloned();
        match self.value("Certainty", of) {
            Some("ambiguous") => Who {
                speaker: None,
                attribution: Certainty::Ambiguous,
                candidates: ids,
            },
            Some("resolved") if first.is_some() => Who {
                speaker: first,
                attribution: Certainty::Resolved,
                candidates: Vec::new(),
            },
            _ => Who::named(first),
        }
    }

    fn fill(&self, document: &mut Document) {
        let speakers = &mut document.speakers;
        let mut mentions = BTreeMap::new();
        for (id, ranges) in self.of_kind("Mention") {
            let name = format!("M{}", document.mentions.len() + 1);
            mentions.insert(id, document.mentions.len());
            document.mentions.push(Mention {
                id: name,
                span: whole(ranges),
                form: self
                    .value("MentionForm", id)
                    .and_then(MentionForm::named)
                    .unwrap_or(MentionForm::Name),
                who: self.who(id, speakers),
                because: Vec::new(),
            });
        }
        let numbered = self.of_kind("Quotation").zip(1..);
        let quotations: BTreeMap<&str, String> = numbered
            .map(|((id, _), number)| (id, format!("Q{number}")))
            .collect();
        for (id, ranges) in self.of_kind("Quotation") {
            let mention = self.tied("SaidBy", id).find_map(|id| mentions.get(id));
            let mention = mention.and_then(|at| document.mentions.get(*at));
            let cue: Vec<Range> = self.parts("CuedBy", id).concat();
            document.quotations.push(Quotation {
                id: quotations.get(id).cloned().unwrap_or_default(),
                form: self
                    .value("Form", id)
                    .and_then(Form::named)
                    .unwrap_or(Form::Mixed),
                content: ranges.to_vec(),
                cue: (!cue.is_empty()).then(|| whole(&cue)),
                source: self.parts("SourcedBy", id).concat(),
                mention: mention.map(|mention| mention.id.clone()),
                who: mention.map_or(Who::named(None), |mention| mention.who.clone()),
                parent: self
                    .tied("InsideOf", id)
                    .find_map(|id| quotations.get(id))
                    .cloned(),
                verb_class: self.value("VerbClass", id).and_then(VerbClass::named),
                sure: self.is_sure(id),
                check: None,
                by: self.by(id),
                was: None,
            });
        }
        let numbered = self.of_kind("Proposal").zip(1..);
        let proposals: BTreeMap<&str, String> = numbered
            .map(|((id, _), number)| (id, format!("P{number}")))
            .collect();
        for (id, ranges) in self.of_kind("Proposal") {
            let kind = self.value("Kind", id).and_then(ProposalKind::named);
            let trigger: Vec<Range> = self.parts("TriggeredBy", id).concat();
            let addressee = self.tied("AddressedTo", id).next();
            document.proposals.push(Proposal {
                id: proposals.get(id).cloned().unwrap_or_default(),
                kind: kind.unwrap_or(ProposalKind::Call),
                span: whole(ranges),
                items: self.parts("ItemOf", id).into_iter().map(whole).collect(),
                stated_count: self.value("StatedCount", id).and_then(|count| count.parse().ok()),
                who: self.who(id, speakers),
                addressee: addressee.and_then(|to| {
                    let ranges = self.places_of(to)?;
                    Some(Addressee {
                        span: whole(ranges),
                        speaker: self.who(to, speakers).speaker,
                    })
                }),
                trigger: (!trigger.is_empty()).then(|| whole(&trigger)),
                quotation: self
                    .tied("ProposedIn", id)
                    .find_map(|id| quotations.get(id))
                    .cloned(),
                same_as: self.tied("SameAs", id).find_map(|id| proposals.get(id)).cloned(),
                sure: self.is_sure(id),
                check: None,
                by: self.by(id),
                was: None,
            });
        }
    }
}

fn whole(ranges: &[Range]) -> Range {
    let start = ranges.iter().map(|range| range[0]).min();
    let end = ranges.iter().map(|range| range[1]).max();
    [start.unwrap_or(0), end.unwrap_or(0)]
}

/// The id of the speaker in a note `name | kind | role`.
fn speaker(note: &str, speakers: &mut Vec<Speaker>) -> String {
    let mut parts = note.split('|').map(str::trim);
    let name = parts.next().unwrap_or("");
    let kind = parts
        .next()
        .and_then(SpeakerKind::named)
        .unwrap_or(SpeakerKind::Person);
    let role = parts.next().filter(|role| !role.is_empty()).map(str::to_owned);
    let is_it = |one: &&Speaker| one.name == name && one.kind == kind && one.role == role;
    if let Some(known) = speakers.iter().find(is_it) {
        return known.id.clone();
    }
    let id = format!("S{}", speakers.len() + 1);
    speakers.push(Speaker {
        id: id.clone(),
        name: name.to_owned(),
        role,
        kind,
        by: By::Machine,
        was: None,
    });
    id
}
