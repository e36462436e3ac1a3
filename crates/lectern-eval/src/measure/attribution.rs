//! Quotations: source, cue and content, and how they belong together.

use super::best_by_content;
use crate::corpus::{Annotated, Relation, Text};
use crate::prediction::{Prediction, Quotation};
use crate::tally::{Ratio, Tally};
use lectern_measures::one_to_one;
use lectern_testkit::Range;
use lectern_testkit::cover::Cover;
use lectern_testkit::criterion::{contents_agree, sources_agree};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// How well attributions were found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attribution {
    /// Who says it.
    pub source: Role,
    /// The words that tell that it is said.
    pub cue: Role,
    /// What is said.
    pub content: Role,
    /// Whole relations: contents that cover half of each other, under matching sources.
    pub relation: Tally,
    /// Stretches between quotation marks that a person put under a source.
    pub stretches: usize,
    /// Of those, how many lie in a quotation.
    pub stretches_found: usize,
    /// Of those, how many lie in one with the right source.
    pub stretches_right: usize,
}

/// How well one part of the attributions was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Role {
    /// Counted by spans that agree to the character.
    pub exact: Tally,
    /// Counted by characters.
    pub overlap: Tally,
}

impl Attribution {
    /// Shares of the stretches between quotation marks: found, and under the right source.
    pub fn quoted_text(&self) -> (Ratio, Ratio) {
        let of = |part| Ratio::of(part, self.stretches);
        (of(self.stretches_found), of(self.stretches_right))
    }
}

impl fmt::Display for Attribution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, role) in [
            ("source", self.source),
            ("cue", self.cue),
            ("content", self.content),
        ] {
            writeln!(f, "{name:8} exact    {}", role.exact)?;
            writeln!(f, "{name:8} overlap  {}", role.overlap)?;
        }
        writeln!(f, "relation          {}", self.relation)?;
        let (found, right) = self.quoted_text();
        let stretches = self.stretches;
        writeln!(
            f,
            "quoted text       found {found}, under the right source {right} ({stretches} stretches)"
        )
    }
}

/// Scores the predictions for all articles; an article without one counts as read without any quotation.
pub fn score(
    articles: &BTreeMap<String, Annotated>,
    predictions: &BTreeMap<String, Prediction>,
) -> Attribution {
    let mut sum = Attribution::default();
    for (name, article) in articles {
        let quotations = predictions
            .get(name)
            .map_or(Vec::new(), Prediction::outer_quotations);
        let relations = &article.relations;
        sum.source += role(relations, &quotations, |it| &it.source, |it| &it.source);
        sum.cue += role(relations, &quotations, |it| &it.cue, |it| &it.cue);
        sum.content += role(relations, &quotations, |it| &it.content, |it| &it.content);
        sum.relation += Tally {
            right: matches(article, &quotations).len(),
            found: quotations.len(),
            wanted: relations.len(),
        };
        quoted_text(&mut sum, article, &quotations);
    }
    sum
}

impl std::ops::AddAssign for Role {
    fn add_assign(&mut self, other: Role) {
        self.exact += other.exact;
        self.overlap += other.overlap;
    }
}

fn role(
    relations: &[Relation],
    quotations: &[&Quotation],
    wanted: impl Fn(&Relation) -> &Vec<Range>,
    found: impl Fn(&Quotation) -> &Vec<Range>,
) -> Role {
    let wanted: BTreeSet<Range> = relations.iter().flat_map(wanted).copied().collect();
    let found: BTreeSet<Range> = quotations.iter().flat_map(|it| found(it)).copied().collect();
    let exact = Tally {
        right: found.intersection(&wanted).count(),
        found: found.len(),
        wanted: wanted.len(),
    };
    let (found, wanted) = (Cover::of(found), Cover::of(wanted));
    let overlap = Tally {
        right: found.shared(&wanted),
        found: found.len(),
        wanted: wanted.len(),
    };
    Role { exact, overlap }
}

/// Which quotation is right for which relation: contents cover half of each other and sources match. Where the
/// annotators gave no source (a paragraph that stands alone), the quotation has none or one in another paragraph.
/// One to one, the best-covering first. Gives places in the article's relations and in `quotations`.
pub fn matches(article: &Annotated, quotations: &[&Quotation]) -> Vec<(usize, usize)> {
    let relations = &article.relations;
    let cover = |ranges: &[Range]| Cover::of(ranges.iter().copied());
    let found: Vec<Cover> = quotations.iter().map(|it| cover(&it.content)).collect();
    let mut candidates = Vec::new();
    for (at, relation) in relations.iter().enumerate() {
        let wanted = cover(&relation.content);
        for (to, found) in found.iter().enumerate() {
            let (source, own) = (&relation.source, &quotations[to].source);
            if let Some(agreement) = contents_agree(found, &wanted)
                && (sources_agree(own, source)
                    || source.is_empty() && stands_apart(&article.text, own, &quotations[to].content))
            {
                candidates.push((agreement, at, to));
            }
        }
    }
    candidates.sort_by(|one, two| two.0.total_cmp(&one.0).then((two.1, two.2).cmp(&(one.1, one.2))));
    let pairs = candidates.into_iter().map(|(_, at, to)| (at, to)).collect();
    one_to_one(pairs, |pair| *pair)
}

/// Whether the sources share no paragraph with the contents.
fn stands_apart(text: &Text, sources: &[Range], contents: &[Range]) -> bool {
    let paragraphs = |ranges: &[Range]| -> BTreeSet<usize> {
        let before = |range: &Range| text.at((0, range.0)).matches('\n').count();
        ranges.iter().map(before).collect()
    };
    sources.is_empty() || paragraphs(sources).is_disjoint(&paragraphs(contents))
}

fn quoted_text(sum: &mut Attribution, article: &Annotated, quotations: &[&Quotation]) {
    for stretch in quoted_stretches(&article.text.whole) {
        let under = |relation: &&Relation| !relation.source.is_empty() && covers(&relation.content, stretch);
        let Some(relation) = article.relations.iter().find(under) else {
            continue;
        };
        sum.stretches += 1;
        if let Some(quotation) = best_by_content(quotations, &[stretch]) {
            sum.stretches_found += 1;
            sum.stretches_right += usize::from(sources_agree(&quotation.source, &relation.source));
        }
    }
}

/// Whether the ranges cover nine tenths of the stretch. Overlapping ranges count twice, as in the corpus's scorer.
fn covers(ranges: &[Range], stretch: Range) -> bool {
    let shared = |(start, end): &Range| stretch.1.min(*end).saturating_sub(stretch.0.max(*start));
    let covered: u32 = ranges.iter().map(shared).sum();
    f64::from(covered) >= 0.9 * f64::from(stretch.1 - stretch.0)
}

/// Stretches between quotation marks, line by line; a mark that never closes runs to the line's end.
fn quoted_stretches(text: &str) -> Vec<Range> {
    let mut stretches = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let mut open = None;
        for c in line.chars() {
            match (c, open) {
                ('“', _) | ('"', None) => {
                    stretches.extend(open.map(|start| (start, at)));
                    open = Some(at);
                }
                ('"' | '”', Some(start)) => {
                    stretches.push((start, at + 1));
                    open = None;
                }
                _ => {}
            }
            at += 1;
        }
        stretches.extend(open.map(|start| (start, at)));
        at += 1;
    }
    stretches.retain(|(start, end)| end - start > 2);
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_between_marks() {
        let cases: [(&str, &[Range]); 6] = [
            ("He said “trees”.", &[(8, 15)]),
            ("\"One\" and \"two\"", &[(0, 5), (10, 15)]),
            ("“open\nand “closed”", &[(0, 5), (10, 18)]),
            ("“one “two”", &[(0, 5), (5, 10)]),
            ("” \"\" x", &[]),
            ("“mixed\" é “x", &[(0, 7)]),
        ];
        for (text, stretches) in cases {
            assert_eq!(quoted_stretches(text), stretches, "{text}");
        }
    }
}
