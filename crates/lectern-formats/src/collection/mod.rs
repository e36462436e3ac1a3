//! Many articles at once: one table over all of them, looked through, counted and written as a whole.
//!
//! Whoever draws the table asks for the rows that are in sight, and nothing else is sent.

mod query;
mod write;

pub use query::{Kind, Query, What};
pub use write::Whole;

use crate::export::sheet::Sheet;
use crate::json::{Document, Who};
use lectern_core::text::search::folded;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// Characters of a mark's words in a row that is drawn.
const WORDS: usize = 400;

/// Articles in the order of their places.
#[derive(Debug, Default)]
pub struct Collection {
    articles: BTreeMap<u32, Entry>,
}

/// An article with the rows that its marks are.
#[derive(Debug)]
struct Entry {
    document: Document,
    rows: Vec<Ready>,
    /// How many quotations and proposals each of its speakers has.
    counts: Vec<[u32; 2]>,
}

/// A row, and what a search looks at.
#[derive(Debug)]
struct Ready {
    row: Row,
    /// Folded names of whom it may be of.
    names: Vec<String>,
    /// Speaker and words, folded.
    searched: String,
    /// Where it begins.
    at: u32,
}

/// One quotation or proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its article's place.
    pub article: u32,
    /// Its form or kind, which tells quotations from proposals.
    pub kind: Kind,
    /// Its place in the article's list of quotations or of proposals.
    pub id: u32,
    /// Whose it is; empty when nobody can be told.
    pub speaker: String,
    /// Its words in one line, the end cut off where they are many.
    pub words: String,
}

/// Somebody who speaks in one or several articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// As the first of the articles names them.
    pub name: String,
    /// Where they say or want something.
    pub articles: Vec<Share>,
}

/// How much of an article is somebody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The article's place.
    pub article: u32,
    /// Quotations.
    pub quotations: u32,
    /// Proposals.
    pub proposals: u32,
}

/// What is in sight of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// How many articles there are.
    pub articles: u32,
    /// How many rows the query finds.
    pub found: u32,
    /// Those of them in sight, when marks were asked for.
    pub rows: Vec<Row>,
    /// The same, when speakers were asked for.
    pub voices: Vec<Voice>,
}

impl Voice {
    /// All their quotations and proposals.
    #[must_use]
    pub fn counts(&self) -> [u32; 2] {
        self.articles
            .iter()
            .fold([0, 0], |[quotations, proposals], share| {
                [quotations + share.quotations, proposals + share.proposals]
            })
    }
}

impl Collection {
    /// Puts an article in its place, over the one that was there.
    pub fn put(&mut self, place: u32, document: Document) {
        let rows = rows(place, &document);
        let counts = counts(&document);
        let entry = Entry {
            document,
            rows,
            counts,
        };
        self.articles.insert(place, entry);
    }

    /// Takes out the articles from this place on.
    pub fn cut(&mut self, place: u32) {
        drop(self.articles.split_off(&place));
    }

    /// The rows from one on that a query finds, as many as are in sight.
    #[must_use]
    pub fn look(&self, query: &Query, from: usize, most: usize) -> Part {
        let mut part = Part {
            articles: self.articles.len() as u32,
            ..Part::default()
        };
        if query.what == What::Speakers {
            let voices = self.voices(query);
            part.found = voices.len() as u32;
            part.voices = voices.into_iter().skip(from).take(most).collect();
        } else {
            let test = query.test();
            let rows = self.articles.values().flat_map(|entry| &entry.rows);
            for (at, ready) in rows.filter(|ready| test.finds(ready)).enumerate() {
                if (from..from.saturating_add(most)).contains(&at) {
                    part.rows.push(ready.row.clone());
                }
                part.found += 1;
            }
        }
        part
    }

    /// Everybody whom a query finds, who is in most articles first, then who has most to say.
    fn voices(&self, query: &Query) -> Vec<Voice> {
        let test = query.test();
        let mut voices: BTreeMap<String, (Voice, bool)> = BTreeMap::new();
        for (&article, entry) in &self.articles {
            for (speaker, &[quotations, proposals]) in entry.document.speakers.iter().zip(&entry.counts) {
                if quotations + proposals == 0 || !test.is_in(article) {
                    continue;
                }
                let key = one_name(&speaker.name);
                let is_found = test.is_called(&key, speaker.role.as_deref().unwrap_or_default());
                let new = || {
                    (
                        Voice {
                            name: speaker.name.clone(),
                            articles: Vec::new(),
                        },
                        false,
                    )
                };
                let (voice, found) = voices.entry(key).or_insert_with(new);
                *found |= is_found;
                match voice.articles.last_mut().filter(|share| share.article == article) {
                    Some(share) => {
                        share.quotations += quotations;
                        share.proposals += proposals;
                    }
                    None => voice.articles.push(Share {
                        article,
                        quotations,
                        proposals,
                    }),
                }
            }
        }
        let found = voices.into_values().filter(|(_, is_found)| *is_found);
        let mut found: Vec<Voice> = found.map(|(voice, _)| voice).collect();
        found.sort_by_key(|voice| {
            let [quotations, proposals] = voice.counts();
            std::cmp::Reverse((voice.articles.len(), quotations + proposals))
        });
        found
    }
}

/// By what a speaker is the same in several articles: the name, as searches compare it.
fn one_name(name: &str) -> String {
    folded(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rows(article: u32, document: &Document) -> Vec<Ready> {
    let sheet = Sheet::new(document);
    let ready = |kind: Kind, id: usize, who: &Who, words: String, at: u32| {
        let speaker = sheet.names(who);
        Ready {
            names: sheet
                .speakers(who)
                .map(|speaker| one_name(&speaker.name))
                .collect(),
            searched: folded(&format!("{speaker} {words}")),
            at,
            row: Row {
                article,
                kind,
                id: id as u32,
                speaker,
                words: cut(words),
            },
        }
    };
    let quotations = document.quotations.iter().enumerate().map(|(id, it)| {
        let at = it.content.first().map_or(0, |range| range[0]);
        ready(
            Kind::Quotation(it.form),
            id,
            &it.who,
            sheet.all_words(&it.content),
            at,
        )
    });
    let proposals = document.proposals.iter().enumerate().map(|(id, it)| {
        ready(
            Kind::Proposal(it.kind),
            id,
            &it.who,
            sheet.words(it.span),
            it.span[0],
        )
    });
    let mut rows: Vec<Ready> = quotations.chain(proposals).collect();
    rows.sort_by_key(|ready| ready.at);
    rows
}

fn counts(document: &Document) -> Vec<[u32; 2]> {
    let speakers = document.speakers.iter().enumerate().rev();
    let places: HashMap<&str, usize> = speakers.map(|(at, speaker)| (speaker.id.as_str(), at)).collect();
    let mut counts = vec![[0, 0]; document.speakers.len()];
    let quotations = document.quotations.iter().map(|it| (&it.who, 0));
    let proposals = document.proposals.iter().map(|it| (&it.who, 1));
    for (who, sort) in quotations.chain(proposals) {
        if let Some(&place) = who.speaker.as_deref().and_then(|id| places.get(id)) {
            counts[place][sort] += 1;
        }
    }
    counts
}

fn cut(mut words: String) -> String {
    if let Some((end, _)) = words.char_indices().nth(WORDS) {
        words.truncate(end);
        words.push('…');
    }
    words
}
