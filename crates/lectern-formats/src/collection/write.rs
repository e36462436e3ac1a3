//! Many articles as one file.

use super::{Collection, Kind, Query, Ready, Share, one_name};
use crate::export::table;
use crate::json::{Document, Made, VERSION};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};

/// What is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Whole {
    /// One table of the marks that a query finds, as CSV, in the columns of [`table::COLUMNS`].
    Table(Query),
    /// Everything as JSON: each article as in a file of its own, and the speakers across them.
    Json,
}

/// A speaker across the articles.
#[derive(Serialize)]
struct Across {
    name: String,
    articles: Vec<In>,
}

/// A speaker in one of them.
#[derive(Serialize)]
struct In {
    /// The article's place in the list.
    article: usize,
    /// The speaker's ids in it.
    speakers: Vec<String>,
    quotations: u32,
    proposals: u32,
}

impl Collection {
    /// All articles as one file.
    #[must_use]
    pub fn write(&self, whole: &Whole) -> String {
        (0..).map_while(|at| self.piece(whole, at)).collect()
    }

    /// A piece of that file: what it begins with, then an article each, then its end. The pieces one after the other
    /// are the file; whoever takes it by pieces has short work with each.
    #[must_use]
    pub fn piece(&self, whole: &Whole, at: usize) -> Option<String> {
        let Some(place) = at.checked_sub(1) else {
            return Some(match whole {
                Whole::Table(_) => table::csv_heading(),
                Whole::Json => head(),
            });
        };
        let entry = self.articles.values().nth(place);
        match (whole, entry) {
            (Whole::Table(query), Some(entry)) => {
                let test = query.test();
                let found = entry.rows.iter().filter(|ready| test.finds(ready));
                Some(table::csv_rows(&kept(&entry.document, found)))
            }
            (Whole::Json, Some(entry)) => {
                let comma = if place == 0 { "" } else { ",\n" };
                Some(comma.to_owned() + entry.document.to_json().trim_end())
            }
            (Whole::Json, None) if place == self.articles.len() => Some(self.tail()),
            _ => None,
        }
    }

    /// The end of the JSON: the speakers across the articles.
    fn tail(&self) -> String {
        let places: BTreeMap<u32, usize> = self.articles.keys().copied().zip(0..).collect();
        let speakers = self.voices(&Query::default()).into_iter().map(|voice| {
            let own = |share: &Share| In {
                article: places.get(&share.article).copied().unwrap_or_default(),
                speakers: self.ids(share.article, &voice.name),
                quotations: share.quotations,
                proposals: share.proposals,
            };
            Across {
                articles: voice.articles.iter().map(own).collect(),
                name: voice.name.clone(),
            }
        });
        let speakers: Vec<Across> = speakers.collect();
        format!("\n],\n\"speakers\": {}\n}}\n", pretty(&speakers))
    }

    /// The ids of those of this name in an article.
    fn ids(&self, article: u32, name: &str) -> Vec<String> {
        let document = self.articles.get(&article).map(|entry| &entry.document);
        let speakers = document.into_iter().flat_map(|document| &document.speakers);
        let name = one_name(name);
        let same = speakers.filter(|speaker| one_name(&speaker.name) == name);
        same.map(|speaker| speaker.id.clone()).collect()
    }
}

/// What the JSON begins with.
fn head() -> String {
    format!(
        "{{\n\"lectern\": {VERSION},\n\"made\": {},\n\"articles\": [\n",
        pretty(&Made::here())
    )
}

fn pretty(value: &impl Serialize) -> String {
    // only strings, numbers and lists: nothing that JSON could not hold
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// The document with nothing but these of its marks.
fn kept<'a>(document: &Document, found: impl Iterator<Item = &'a Ready>) -> Document {
    let (mut quotations, mut proposals) = (HashSet::new(), HashSet::new());
    for ready in found {
        let of_kind = match ready.row.kind {
            Kind::Quotation(_) => &mut quotations,
            Kind::Proposal(_) => &mut proposals,
        };
        of_kind.insert(ready.row.id);
    }
    let mut document = document.clone();
    document.keep(|at| quotations.contains(&at), |at| proposals.contains(&at));
    document
}
