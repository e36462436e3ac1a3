//! A read article with the look-ups that the page needs often. Compared by pointer: one reading, one value.

mod asked;
mod facts;

use std::ops::Deref;
use std::rc::Rc;

use lectern_core::Article;
use lectern_core::article::{
    Anchor, Block, BlockKind, NoteKind, Proposal, ProposalId, Quotation, QuotationId, Referent, Source, Span,
    SpeakerId,
};
use lectern_core::checks::{Check, checks};
use lectern_core::corrections::{By, Corrected, Corrections, Origin, apply_over};
use lectern_core::text::order;

pub use facts::Facts;
pub(super) use facts::percent;

/// A thing in the article that has a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// Something said.
    Quotation(QuotationId),
    /// Something wanted.
    Proposal(ProposalId),
}

impl Mark {
    /// Its key in lists.
    pub fn key(self) -> String {
        match self {
            Mark::Quotation(id) => format!("q{}", id.0),
            Mark::Proposal(id) => format!("p{}", id.0),
        }
    }
}

/// An article and its look-ups, shared.
#[derive(Clone, Debug)]
pub struct Reading(Rc<Inner>);

/// What a [`Reading`] holds.
#[derive(Debug)]
pub struct Inner {
    /// The article itself, with what a person put right.
    pub article: Rc<Article>,
    /// The article as it was read, or as it came.
    machine: Rc<Article>,
    /// Where the speakers and marks of an article that came with its marks come from; as `corrected`.
    came: Rc<Corrected>,
    /// Where its speakers and marks come from, and which corrections were not made; empty where there are none. Its
    /// article is empty.
    corrected: Corrected,
    /// All quotations and proposals in text order.
    pub marks: Vec<Mark>,
    /// For each speaker of the article, by id.
    pub facts: Vec<Facts>,
    /// Words in all quotations, those inside another one not counted twice.
    pub said: usize,
    /// Speakers who say or propose something, the most quoted first.
    pub cast: Vec<SpeakerId>,
    /// For each of the marks, why it is to be checked.
    doubts: Vec<Option<Check>>,
    /// Blocks that are not shown in the article.
    pub removed: Vec<usize>,
}

impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Reading {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Reading {
    /// Makes the look-ups, in one pass over the article's lists.
    pub fn new(mut article: Article) -> Self {
        if article
            .notes
            .iter()
            .any(|note| note.kind == NoteKind::OtherLanguage)
        {
            // What cannot be read is not marked: names alone would look like a reading.
            article.quotations.clear();
            article.proposals.clear();
            article.mentions.clear();
            article.speakers.clear();
        }
        Reading::of(Rc::new(article), Rc::default(), &Corrections::default())
    }

    /// A text whose reader is not there yet: each line a paragraph, as it came.
    pub fn plain(text: &str) -> Self {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let blocks = lines.map(|line| {
            let start = line.as_ptr().addr() - text.as_ptr().addr();
            let span = Span::of(start..start + line.len());
            Block::paragraph(span)
        });
        let blocks = blocks.collect();
        let source = Source {
            text: text.to_owned(),
            ..Source::default()
        };
        Reading::new(Article {
            source,
            blocks,
            ..Article::default()
        })
    }

    /// An article that came with its marks.
    pub fn given(given: &Corrected) -> Self {
        let mut came = given.clone();
        let article = Rc::new(std::mem::take(&mut came.article));
        Reading::of(article, Rc::new(came), &Corrections::default())
    }

    /// The same reading with other corrections laid over it.
    pub fn corrected(&self, corrections: &Corrections) -> Self {
        Reading::of(self.machine.clone(), self.came.clone(), corrections)
    }

    fn of(machine: Rc<Article>, came: Rc<Corrected>, corrections: &Corrections) -> Self {
        let mut corrected = (*came).clone();
        let article = if corrections.is_empty() {
            machine.clone()
        } else {
            corrected = apply_over(standing(&machine, &corrected), corrections);
            Rc::new(std::mem::take(&mut corrected.article))
        };
        let marks = marks(&article);
        let (facts, said) = facts::of(&article);
        let mut cast: Vec<SpeakerId> = (0..facts.len() as u32)
            .map(SpeakerId)
            .filter(|speaker| {
                let facts = &facts[speaker.0 as usize];
                !facts.quotations.is_empty() || !facts.proposals.is_empty()
            })
            .collect();
        order::by_key(&mut cast, |speaker| {
            std::cmp::Reverse(facts[speaker.0 as usize].words)
        });
        let doubts = doubts(&article, &corrected, &marks);
        let removed = (0..article.blocks.len())
            .filter(|&block| !is_shown(article.blocks[block].kind))
            .collect();
        Reading(Rc::new(Inner {
            article,
            machine,
            came,
            corrected,
            marks,
            facts,
            said,
            cast,
            doubts,
            removed,
        }))
    }
}

/// An article with the origins of its marks, which are the machine's where none are told.
fn standing(article: &Article, origins: &Corrected) -> Corrected {
    let mut standing = Corrected::from(article.clone());
    for (all, told) in [
        (&mut standing.speakers, &origins.speakers),
        (&mut standing.quotations, &origins.quotations),
        (&mut standing.proposals, &origins.proposals),
    ] {
        for (origin, told) in all.iter_mut().zip(told) {
            origin.clone_from(told);
        }
    }
    standing
}

impl Inner {
    /// The article as it stands, with the origins of its marks.
    pub fn standing(&self) -> Corrected {
        standing(&self.article, &self.corrected)
    }

    /// The stretch's words; empty when the span is from elsewhere.
    pub fn text(&self, span: Span) -> &str {
        span.text(&self.article.source.text)
    }

    /// A place that a later reading finds again.
    pub fn anchor(&self, span: Span) -> Anchor {
        Anchor::new(&self.article.source.text, span)
    }

    /// The content of the block in which a byte lies.
    pub fn block_around(&self, byte: u32) -> Span {
        let block = self.article.blocks.get(self.article.block_at(byte));
        block.map_or_else(Span::default, |block| block.content)
    }

    /// The mark after this one that is to be checked, from the end on to the first; none where it is the only one.
    pub fn next_to_check(&self, mark: Mark) -> Option<Mark> {
        let all: Vec<Mark> = self.to_check().map(|(mark, _)| mark).collect();
        let here = self.marks.iter().position(|&other| other == mark);
        let is_after = |other: &&Mark| self.marks.iter().position(|mark| mark == *other) > here;
        let next = all.iter().find(is_after).or(all.first());
        next.copied().filter(|&next| next != mark)
    }

    /// What the article is called; empty when nothing tells.
    pub fn called(&self) -> String {
        let title = self.article.details.title.as_ref();
        title.map_or(String::new(), |title| tidy(&title.value))
    }

    /// The web address of the article: what its page says, or else the first line that holds nothing more.
    pub fn address(&self) -> Option<&str> {
        let is_web = |text: &&str| {
            let starts = text.starts_with("https://") || text.starts_with("http://");
            starts && !text.contains(char::is_whitespace)
        };
        let said = self.article.details.url.as_ref().map(|url| url.value.as_str());
        let lines = || {
            self.article
                .blocks
                .iter()
                .map(|block| self.text(block.content).trim())
        };
        said.filter(is_web).or_else(|| lines().find(is_web))
    }

    /// The quotation with this id.
    pub fn quotation(&self, id: QuotationId) -> Option<&Quotation> {
        self.article.quotations.get(id.0 as usize)
    }

    /// The proposal with this id.
    pub fn proposal(&self, id: ProposalId) -> Option<&Proposal> {
        self.article.proposals.get(id.0 as usize)
    }

    /// The speaker's name; empty when there is no such speaker.
    pub fn name(&self, id: SpeakerId) -> &str {
        self.article
            .speakers
            .get(id.0 as usize)
            .map_or("", |speaker| &speaker.name)
    }

    /// Whose quotation or proposal it is, and how sure that is.
    pub fn referent(&self, mark: Mark) -> &Referent {
        match mark {
            Mark::Quotation(id) => self
                .quotation(id)
                .map_or(&Referent::None, |quotation| source_of(&self.article, quotation)),
            Mark::Proposal(id) => self
                .proposal(id)
                .map_or(&Referent::None, |proposal| &proposal.proposer),
        }
    }

    /// Where a mark comes from, if a person has added, changed or accepted it.
    pub fn origin(&self, mark: Mark) -> Option<&Origin> {
        origin(&self.corrected, mark)
    }

    /// Where a speaker comes from, if a person has added or changed them.
    pub fn speaker_origin(&self, id: SpeakerId) -> Option<&Origin> {
        by_person(&self.corrected.speakers, id.0)
    }

    /// Which corrections could not be made, since what they are about is not in the text.
    pub fn missing(&self) -> &[usize] {
        &self.corrected.missing
    }

    /// Why a mark is to be checked; none where there is no reason to.
    pub fn doubt(&self, mark: Mark) -> Option<Check> {
        let key = |mark: Mark| begin(&self.article, mark);
        let at = self
            .marks
            .binary_search_by_key(&key(mark), |&mark| key(mark))
            .ok()?;
        self.doubts[at]
    }

    /// All marks that are to be checked, in text order, each with its reason.
    pub fn to_check(&self) -> impl Iterator<Item = (Mark, Check)> {
        let pairs = self.marks.iter().zip(&self.doubts);
        pairs.filter_map(|(&mark, doubt)| Some((mark, (*doubt)?)))
    }

    /// The stretches that a mark covers, in text order.
    pub fn spans(&self, mark: Mark) -> &[Span] {
        match mark {
            Mark::Quotation(id) => self.quotation(id).map_or(&[], |quotation| &quotation.content),
            Mark::Proposal(id) => self
                .proposal(id)
                .map_or(&[], |proposal| std::slice::from_ref(&proposal.span)),
        }
    }
}

fn origin(corrected: &Corrected, mark: Mark) -> Option<&Origin> {
    match mark {
        Mark::Quotation(id) => by_person(&corrected.quotations, id.0),
        Mark::Proposal(id) => by_person(&corrected.proposals, id.0),
    }
}

fn by_person(origins: &[Origin], id: u32) -> Option<&Origin> {
    origins.get(id as usize).filter(|origin| origin.by == By::Person)
}

/// The reason to check each of some marks, in their order; none for what a person has looked at.
fn doubts(article: &Article, corrected: &Corrected, marks: &[Mark]) -> Vec<Option<Check>> {
    let checks = checks(article);
    let of = |&mark: &Mark| match mark {
        _ if origin(corrected, mark).is_some() => None,
        Mark::Quotation(id) => *checks.quotations.get(id.0 as usize)?,
        Mark::Proposal(id) => *checks.proposals.get(id.0 as usize)?,
    };
    marks.iter().map(of).collect()
}

/// Whether the article draws a block as part of its text; the others are named in its heading or in the list of
/// what was taken out.
pub fn is_shown(kind: BlockKind) -> bool {
    !matches!(
        kind,
        BlockKind::Clutter(_) | BlockKind::Byline | BlockKind::Details
    )
}

pub(super) fn source_of<'a>(article: &'a Article, quotation: &Quotation) -> &'a Referent {
    quotation
        .mention
        .and_then(|id| article.mentions.get(id.0 as usize))
        .map_or(&Referent::None, |mention| &mention.referent)
}

/// A stretch for a list: line breaks of the page it came from are spaces here.
pub fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

fn marks(article: &Article) -> Vec<Mark> {
    let quotations = (0..article.quotations.len()).map(|id| Mark::Quotation(QuotationId(id as u32)));
    let proposals = (0..article.proposals.len()).map(|id| Mark::Proposal(ProposalId(id as u32)));
    let mut all: Vec<Mark> = quotations.chain(proposals).collect();
    order::by_key(&mut all, |&mark| begin(article, mark));
    all
}

/// What marks are ordered by: where they begin, the longer first.
fn begin(article: &Article, mark: Mark) -> (u32, std::cmp::Reverse<u32>, Mark) {
    let span = match mark {
        Mark::Quotation(id) => article
            .quotations
            .get(id.0 as usize)
            .and_then(|quotation| quotation.content.first())
            .copied(),
        Mark::Proposal(id) => article.proposals.get(id.0 as usize).map(|proposal| proposal.span),
    };
    let span = span.unwrap_or_default();
    (span.start(), std::cmp::Reverse(span.end()), mark)
}
