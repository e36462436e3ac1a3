//! How far two readings of the same text agree: a machine's and a person's, or two persons'.

use crate::collection::Kind;
use crate::export::sheet::Sheet;
use crate::json::{Document, Who};
use lectern_core::text::search::folded;
use lectern_measures::cover::Cover;
use lectern_measures::criterion::contents_agree;
use lectern_measures::one_to_one;
use lectern_measures::tally::{Ratio, Tally};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Marks of the other reading that one is compared with, at most. Stops a file in which thousands of marks lie over
/// each other from taking as long as its square.
const MOST_BESIDE: usize = 64;

/// How far two readings agree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// On what is said.
    pub quotations: Figures,
    /// On what is wanted.
    pub proposals: Figures,
    /// The marks that only one of them has, in text order.
    pub alone: Vec<Alone>,
}

/// Counts of marks. One is in both where each covers half of the other, the best pairs first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// In the first reading.
    pub first: u32,
    /// In the second.
    pub second: u32,
    /// In both.
    pub both: u32,
    /// Of those in both, how many have the very same edges.
    pub exact: u32,
    /// Of those in both, how many are of the same kind.
    pub same_kind: u32,
    /// Of those in both, how many are of the same speaker, or both of nobody.
    pub same_speaker: u32,
}

/// A mark that only one of the readings has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alone {
    /// Whether it is the first.
    pub is_first: bool,
    /// What it is.
    pub kind: Kind,
    /// Its place in the list of quotations or of proposals.
    pub id: u32,
    /// From where to where it goes, in code points.
    pub range: [u32; 2],
    /// Whose it is; empty when nobody can be told.
    pub speaker: String,
    /// Its words, in one line.
    pub words: String,
}

impl Figures {
    /// Marks in both among those of each reading: the F1 is the same whichever is taken for right.
    #[must_use]
    pub fn spans(&self) -> Tally {
        self.tally(self.both)
    }

    /// The same of marks with the very same edges.
    #[must_use]
    pub fn exact(&self) -> Tally {
        self.tally(self.exact)
    }

    /// Share of those in both that are of the same kind.
    #[must_use]
    pub fn kinds(&self) -> Ratio {
        Ratio::of(self.same_kind as usize, self.both as usize)
    }

    /// Share of those in both that are of the same speaker.
    #[must_use]
    pub fn speakers(&self) -> Ratio {
        Ratio::of(self.same_speaker as usize, self.both as usize)
    }

    fn tally(&self, right: u32) -> Tally {
        Tally {
            right: right as usize,
            found: self.first as usize,
            wanted: self.second as usize,
        }
    }
}

/// A mark with what it is compared by.
struct Mark {
    cover: Cover,
    ranges: Vec<[u32; 2]>,
    kind: Kind,
    id: u32,
    /// The names that whoever it is of may have, as [`name_words`] gives them; none when nobody can be told.
    names: Vec<Vec<String>>,
    speaker: String,
    words: String,
}

impl Mark {
    fn start(&self) -> u32 {
        self.ranges.iter().map(|range| range[0]).min().unwrap_or_default()
    }

    fn end(&self) -> u32 {
        self.ranges.iter().map(|range| range[1]).max().unwrap_or_default()
    }
}

/// Lays two readings side by side; none where they are of different texts.
#[must_use]
pub fn compare(first: &Document, second: &Document) -> Option<Agreement> {
    if first.text != second.text {
        return None;
    }
    let mut alone = Vec::new();
    let quotations = figures(quotations(first), quotations(second), &mut alone);
    let proposals = figures(proposals(first), proposals(second), &mut alone);
    alone.sort_by_key(|mark| mark.range);
    Some(Agreement {
        quotations,
        proposals,
        alone,
    })
}

fn figures(first: Vec<Mark>, second: Vec<Mark>, alone: &mut Vec<Alone>) -> Figures {
    let pairs = pairs(&first, &second);
    let mut figures = Figures {
        first: first.len() as u32,
        second: second.len() as u32,
        both: pairs.len() as u32,
        ..Figures::default()
    };
    let (mut in_first, mut in_second) = (BTreeSet::new(), BTreeSet::new());
    for (one, two) in pairs {
        in_first.insert(one);
        in_second.insert(two);
        let (one, two) = (&first[one], &second[two]);
        figures.exact += u32::from(one.cover == two.cover);
        figures.same_kind += u32::from(one.kind == two.kind);
        figures.same_speaker += u32::from(is_same_speaker(one, two));
    }
    for (marks, matched, is_first) in [(first, in_first, true), (second, in_second, false)] {
        let left = marks
            .into_iter()
            .enumerate()
            .filter(|(at, _)| !matched.contains(at));
        alone.extend(left.map(|(_, mark)| Alone {
            is_first,
            kind: mark.kind,
            id: mark.id,
            range: [mark.start(), mark.end()],
            speaker: mark.speaker,
            words: mark.words,
        }));
    }
    figures
}

/// Which marks are the same, each in one pair, those that share most first.
fn pairs(first: &[Mark], second: &[Mark]) -> Vec<(usize, usize)> {
    let mut starts: Vec<usize> = (0..second.len()).collect();
    starts.sort_by_key(|&at| second[at].start());
    // How far any of the marks up to one reaches: before that nothing has to be looked at.
    let reach = starts.iter().scan(0, |reach: &mut u32, &at| {
        *reach = second[at].end().max(*reach);
        Some(*reach)
    });
    let reach: Vec<u32> = reach.collect();
    let mut all: Vec<(f64, usize, usize)> = Vec::new();
    for (at, mark) in first.iter().enumerate() {
        let before = starts.partition_point(|&other| second[other].start() < mark.end());
        let near = (0..before).rev().take_while(|&place| reach[place] > mark.start());
        let near = near
            .map(|place| starts[place])
            .filter(|&other| second[other].end() > mark.start());
        let agree = near
            .take(MOST_BESIDE)
            .filter_map(|other| Some((contents_agree(&mark.cover, &second[other].cover)?, at, other)));
        all.extend(agree);
    }
    all.sort_by(|one, two| two.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(two.1, two.2))));
    let pairs = all.into_iter().map(|(_, one, two)| (one, two)).collect();
    one_to_one(pairs, |pair| *pair)
}

fn quotations(document: &Document) -> Vec<Mark> {
    let sheet = Sheet::new(document);
    let marks = document.quotations.iter().enumerate();
    marks
        .map(|(id, it)| mark(&sheet, Kind::Quotation(it.form), id, it.content.clone(), &it.who))
        .collect()
}

fn proposals(document: &Document) -> Vec<Mark> {
    let sheet = Sheet::new(document);
    let marks = document.proposals.iter().enumerate();
    marks
        .map(|(id, it)| mark(&sheet, Kind::Proposal(it.kind), id, vec![it.span], &it.who))
        .collect()
}

fn mark(sheet: &Sheet<'_>, kind: Kind, id: usize, ranges: Vec<[u32; 2]>, who: &Who) -> Mark {
    Mark {
        cover: Cover::of(ranges.iter().map(|&[start, end]| (start, end))),
        kind,
        id: id as u32,
        names: sheet
            .speakers(who)
            .map(|speaker| name_words(&speaker.name))
            .collect(),
        speaker: sheet.names(who),
        words: sheet.all_words(&ranges),
        ranges,
    }
}

/// A name's words without what stands between them.
fn name_words(name: &str) -> Vec<String> {
    let name = folded(name);
    let words = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Whether two marks are of the same speaker: a name of one is a name of the other, or its end with less or more words
/// before ("Ada Lund", "Mayor Lund" is not; "Lund" is). Both of nobody are the same too.
fn is_same_speaker(one: &Mark, two: &Mark) -> bool {
    let is_same = |one: &Vec<String>| {
        two.names.iter().any(|two| {
            let holds = |long: &[String], short: &[String]| short.iter().all(|word| long.contains(word));
            !one.is_empty() && one.last() == two.last() && (holds(one, two) || holds(two, one))
        })
    };
    one.names.is_empty() && two.names.is_empty() || one.names.iter().any(is_same)
}
