//! The whole reading: from what was pasted to one plain value.

use crate::attribution::{self, LinkerWeights, Quotation, Tags};
use crate::input::Input;
use crate::layout::{self, Block, Details, Markup};
use crate::note::Note;
use crate::order;
use crate::overrides::Overrides;
use crate::proposals::{self, Proposal};
use crate::source::{self, Source};
use crate::speakers::{self, Cast, Mention, Speaker, SpeakerId};
use crate::tokens::{self, Tokens};
use rustc_hash::FxHashSet;

/// A read article. Positions are byte ranges in `source.text`; ids are places in the lists here, in text order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Article {
    /// The text and how it differs from the input.
    pub source: Source,
    /// Ordered, disjoint; gaps are white space.
    pub blocks: Vec<Block>,
    /// Title, authors, dates and so on.
    pub details: Details,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// Where they are named, described or meant by a pronoun.
    pub mentions: Vec<Mention>,
    /// What is said, in order of their first position.
    pub quotations: Vec<Quotation>,
    /// What is wanted, in text order.
    pub proposals: Vec<Proposal>,
    /// What looked wrong.
    pub notes: Vec<Note>,
}

/// All that a tagger needs: the stages before it.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    /// The text and its edits.
    pub source: Source,
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The details.
    pub details: Details,
    /// Words, sentences and paired marks of the blocks that are read.
    pub tokens: Tokens,
    /// What looked wrong so far.
    pub notes: Vec<Note>,
}

/// Reads an article with the embedded tagger. Never fails: any text gives an article, with notes on what looked wrong.
pub fn read(input: &Input, overrides: &Overrides) -> Article {
    let prepared = prepare(input, overrides);
    let tags = attribution::tag(&prepared);
    finish(prepared, &tags, attribution::weights())
}

/// The stages before tagging.
pub fn prepare(input: &Input, overrides: &Overrides) -> Prepared {
    let (source, hints) = source::repair(input, overrides);
    let layout = layout::lay_out(&source, &Markup::new(input, &hints), overrides);
    let (tokens, mut notes) = tokens::tokenize(&source.text, &layout.blocks);
    notes.splice(0..0, layout.notes);
    Prepared {
        source,
        blocks: layout.blocks,
        details: layout.details,
        tokens,
        notes,
    }
}

/// Drops everybody who neither says nor proposes anything, nor is asked to, and renumbers the rest.
fn keep_speaking(cast: &mut Cast, proposals: &mut [Proposal]) {
    let saying = cast
        .quotations
        .iter()
        .filter_map(|quotation| cast.mentions.get(quotation.mention?.0 as usize))
        .map(|mention| &mention.attribution);
    let proposing = proposals.iter().map(|proposal| &proposal.proposer);
    let mut needed: FxHashSet<SpeakerId> = saying
        .chain(proposing)
        .flat_map(|attribution| {
            attribution
                .speaker()
                .into_iter()
                .chain(attribution.candidates().iter().copied())
        })
        .collect();
    needed.extend(
        proposals
            .iter()
            .filter_map(|proposal| proposal.addressee?.speaker),
    );
    let kept = cast.keep(&needed);
    for proposal in proposals {
        proposal.proposer.map(|speaker| kept.get(&speaker).copied());
        if let Some(addressee) = &mut proposal.addressee {
            addressee.speaker = addressee.speaker.and_then(|speaker| kept.get(&speaker).copied());
        }
    }
}

/// The stages after tagging. `weights` belong to the tagger that gave `tags`.
pub fn finish(prepared: Prepared, tags: &Tags, weights: &LinkerWeights) -> Article {
    let quotations = attribution::link(&prepared, tags, weights);
    let mut cast = speakers::identify(&prepared, quotations);
    let mut found = proposals::find(&prepared, &cast);
    keep_speaking(&mut cast, &mut found.proposals);
    let Prepared {
        source,
        blocks,
        details,
        mut notes,
        ..
    } = prepared;
    notes.extend(found.notes);
    order::by_key(&mut notes, |note| note.span);
    Article {
        source,
        blocks,
        details,
        speakers: cast.speakers,
        mentions: cast.mentions,
        quotations: cast.quotations,
        proposals: found.proposals,
        notes,
    }
}
