//! The whole reading: from what was pasted to one plain value.

use crate::article::{Article, Proposal, Quotation, SpeakerId};
use crate::attribution;
use crate::input::{Input, Overrides};
use crate::layout::{self, Markup};
use crate::prepared::Prepared;
use crate::speakers::{self, Cast};
use crate::text::order;
use crate::tokens::{self};
use crate::{proposals, source};
use rustc_hash::FxHashSet;

/// Reads an article with the embedded tagger. Never fails: any text gives an article, with notes on what looked wrong.
#[must_use]
pub fn read(input: &Input, overrides: &Overrides) -> Article {
    let prepared = prepare(input, overrides);
    let quotations = attribution::quotations(&prepared);
    finish(prepared, quotations)
}

/// The stages before tagging.
#[must_use]
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
        .map(|mention| &mention.referent);
    let proposing = proposals.iter().map(|proposal| &proposal.proposer);
    let mut needed: FxHashSet<SpeakerId> = saying
        .chain(proposing)
        .flat_map(|referent| {
            referent
                .speaker()
                .into_iter()
                .chain(referent.candidates().iter().copied())
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

/// The stages after attribution, which gave these quotations.
#[must_use]
pub fn finish(prepared: Prepared, quotations: Vec<Quotation>) -> Article {
    let mut cast = speakers::identify(&prepared, quotations);
    let mut found = proposals::find(&prepared, &mut cast);
    keep_speaking(&mut cast, &mut found.proposals);
    let Prepared {
        source,
        blocks,
        details,
        tokens,
        mut notes,
    } = prepared;
    notes.extend(found.notes);
    order::by_key(&mut notes, |note| note.span);
    Article {
        source,
        blocks,
        sentences: tokens.sentences.iter().map(|sentence| sentence.span).collect(),
        details,
        speakers: cast.speakers,
        mentions: cast.mentions,
        quotations: cast.quotations,
        proposals: found.proposals,
        notes,
    }
}
