//! Who says it: whether the speaker under each attribution is the right one.

use super::best_by_content;
use crate::corpus::{Annotated, Gold, place_of};
use crate::names::same_name;
use crate::prediction::{Prediction, Quotation};
use crate::tally::Ratio;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

const PRONOUNS: [&str; 13] = [
    "he", "she", "they", "it", "who", "we", "i", "his", "her", "their", "which", "them", "him",
];

/// How many candidates of a doubtful attribution are looked at.
const CANDIDATES: usize = 3;

/// How well speakers were told. A right candidate of a doubtful attribution counts half.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Speakers {
    /// Sources that were annotated with a speaker.
    pub sources: usize,
    /// Of those, how many lie at a quotation that was found.
    pub found: usize,
    /// Points for right speakers.
    pub right: f64,
    /// Found quotations that have a speaker without doubt.
    pub given: usize,
    /// Of those, how many have the right one.
    pub given_right: usize,
    /// Found quotations whose source is a pronoun.
    pub pronouns: usize,
    /// Points among those.
    pub pronouns_right: f64,
}

impl Speakers {
    /// Share of all sources with the right speaker.
    pub fn of_all(&self) -> Ratio {
        Ratio {
            part: self.right,
            whole: self.sources,
        }
    }

    /// The same of the sources of quotations that were found.
    pub fn of_found(&self) -> Ratio {
        Ratio {
            part: self.right,
            whole: self.found,
        }
    }

    /// The same of pronouns.
    pub fn of_pronouns(&self) -> Ratio {
        Ratio {
            part: self.pronouns_right,
            whole: self.pronouns,
        }
    }

    /// The same of those that are named without doubt.
    pub fn of_given(&self) -> Ratio {
        Ratio::of(self.given_right, self.given)
    }

    /// Share of sources at a quotation that was found.
    pub fn found(&self) -> Ratio {
        Ratio::of(self.found, self.sources)
    }
}

impl fmt::Display for Speakers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "speakers          of {} sources found {}; of those found right {} (pronouns {} of {}); \
             of those named right {}; of all right {}",
            self.sources,
            self.found(),
            self.of_found(),
            self.of_pronouns(),
            self.pronouns,
            self.of_given(),
            self.of_all(),
        )
    }
}

/// Which predicted speaker is which annotated one, and which quotation stands for each attribution.
#[derive(Debug)]
pub struct Cast<'a> {
    /// From annotated to predicted ids.
    pub to: BTreeMap<&'a str, &'a str>,
    picked: Vec<Option<&'a Quotation>>,
}

/// Tells who is who, one to one: by the number of attributions that an annotated and a predicted speaker of
/// compatible names share; those left over by their names alone.
pub fn cast<'a>(gold: &'a Gold, article: &Annotated, prediction: &'a Prediction) -> Cast<'a> {
    let quotations = prediction.outer_quotations();
    let named = |id: &str| prediction.speakers.iter().rfind(|speaker| speaker.id == id);
    let mut shared: Vec<((&str, &str), usize)> = Vec::new();
    let mut picked = Vec::new();
    for (event, speaker) in gold.told() {
        let quotation = relation(article, event).and_then(|relation| {
            let place = if relation.content.is_empty() {
                &relation.source
            } else {
                &relation.content
            };
            best_by_content(&quotations, place)
        });
        picked.push(quotation);
        let Some(predicted) = quotation.and_then(|quotation| quotation.speaker.as_deref()) else {
            continue;
        };
        let annotated = gold.speakers.iter().find(|annotated| annotated.id == *speaker);
        if annotated.is_some_and(|it| named(predicted).is_some_and(|named| same_name(&named.name, it))) {
            let pair = (speaker.as_str(), predicted);
            match shared.iter_mut().find(|(known, _)| *known == pair) {
                Some((_, count)) => *count += 1,
                None => shared.push((pair, 1)),
            }
        }
    }
    shared.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut to = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for ((annotated, predicted), _) in shared {
        if !to.contains_key(annotated) && taken.insert(predicted) {
            to.insert(annotated, predicted);
        }
    }
    for annotated in &gold.speakers {
        if to.contains_key(annotated.id.as_str()) {
            continue;
        }
        let free = |id: &str| !taken.contains(id);
        let fits = |predicted: &&crate::prediction::Speaker| {
            free(&predicted.id) && same_name(&predicted.name, annotated)
        };
        if let Some(predicted) = prediction.speakers.iter().find(fits) {
            taken.insert(&predicted.id);
            to.insert(&annotated.id, &predicted.id);
        }
    }
    Cast { to, picked }
}

/// The attribution with E number `event`.
fn relation<'a>(article: &'a Annotated, event: &str) -> Option<&'a crate::corpus::Relation> {
    article.relations.get(place_of(event)?)
}

impl Speakers {
    /// Adds the sources of one article.
    pub fn add(&mut self, gold: &Gold, article: &Annotated, cast: &Cast<'_>) {
        for ((event, speaker), picked) in gold.told().zip(&cast.picked) {
            self.sources += 1;
            let Some(quotation) = picked else { continue };
            let right = points(quotation, cast.to.get(speaker.as_str()).copied());
            self.found += 1;
            self.right += right;
            self.given += usize::from(quotation.speaker.is_some());
            self.given_right += usize::from(right == 1.0);
            if relation(article, event).is_some_and(|relation| is_pronoun(article, relation)) {
                self.pronouns += 1;
                self.pronouns_right += right;
            }
        }
    }
}

/// One for the right speaker, half for a doubt that holds the right one.
fn points(quotation: &Quotation, right: Option<&str>) -> f64 {
    let Some(right) = right else { return 0.0 };
    match (&quotation.speaker, &quotation.candidates) {
        (Some(speaker), _) if speaker == right => 1.0,
        (None, Some(candidates)) if candidates.iter().take(CANDIDATES).any(|id| id == right) => 0.5,
        _ => 0.0,
    }
}

fn is_pronoun(article: &Annotated, relation: &crate::corpus::Relation) -> bool {
    match relation.source[..] {
        [source] => PRONOUNS.contains(&article.text.at(source).to_lowercase().as_str()),
        _ => false,
    }
}
